//! The registry that is always there. It is made of lists (`builtin/lists.rs`), but not at each start: all of it stands in
//! tables made beforehand (`builtin/tables.bin`), in which a person or post is looked up when a text names it.

mod lists;
mod tables;

use std::sync::LazyLock;

use super::Registry;
use super::build::Rows;
use super::ids::Ids;
use super::index::NameIndex;
use super::posts::PostIndex;
use super::shelf::Shelf;

use tables::Tables;

/// The tables; empty ones if they are broken, which a test would see.
static TABLES: LazyLock<Tables> =
    LazyLock::new(|| Tables::read(include_bytes!("builtin/tables.bin")).unwrap_or_default());

/// The registry as the tables hold it.
pub(super) fn load() -> Registry {
    let tables = &*TABLES;
    let people = Shelf::on_demand(tables.people.len(), |n| TABLES.person(n));
    let posts = Shelf::on_demand(tables.posts.len(), |n| TABLES.post(n));
    let tenures = tables.tenures();
    Registry {
        is_builtin: true,
        by_person: Rows::of(people.len(), &tenures, |tenure| tenure.person.0),
        by_post: Rows::of(posts.len(), &tenures, |tenure| tenure.post.0),
        sources: tables.sources(),
        people,
        posts,
        tenures,
        ..Registry::default()
    }
}

/// The tables made anew from the lists: what `tables.bin` must hold.
pub(super) fn make() -> Vec<u8> {
    Tables::write(&lists::read())
}

/// The names of all people here.
pub(super) fn names() -> NameIndex {
    NameIndex::read(TABLES.names).unwrap_or_default()
}

/// The offices of all posts here.
pub(super) fn offices() -> PostIndex {
    PostIndex::read(TABLES.offices)
}

/// The ids of all people and posts here.
pub(super) fn ids() -> Ids {
    Ids::read(TABLES.ids).unwrap_or_default()
}

/// The id a name makes: `ru-minister-of-defence`.
pub(super) fn slug(name: &str) -> String {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'-' | b',' | b'&');
    if name.bytes().all(is_plain) {
        // Nearly every post: no need to look for accents, initials and possessives.
        let mut id = String::with_capacity(name.len());
        for byte in name.bytes() {
            if byte.is_ascii_alphanumeric() {
                id.push(char::from(byte.to_ascii_lowercase()));
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        id.truncate(id.trim_end_matches('-').len());
        return id;
    }
    let tokens = super::tokens::Tokens::of(name);
    let words: Vec<&str> = (0..tokens.len()).map(|at| tokens.folded(at)).collect();
    words.join("-")
}

#[cfg(test)]
mod tests;
