//! Our own TOML files in an editor: registries and project files, as they are typed.
//!
//! What may stand where is data (`sheet/keys.tsv`): a file of another kind is more lines of it. Everything works on text that
//! is not TOML yet.

mod complete;
mod keys;
mod scan;
mod show;

use crate::registry::{PersonId, PostId, Registry};
use crate::text::Span;

use super::references::Target;

pub use complete::{SheetCompletion, completions};
pub use keys::{KeyRow, SheetKind, Value, tables};
pub use show::{SheetEntry, entries, explain, links};

use scan::{Token, TokenKind};

/// An id in a file: where an entry has it, or where another one refers to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IdPlace {
    /// What it is the id of: `person`, `post`, `organization`.
    pub of: &'static str,
    /// The id.
    pub id: String,
    /// Its bytes in the file, without quotation marks.
    pub span: Span,
    /// Whether the entry itself has it here.
    pub is_own: bool,
}

impl IdPlace {
    /// The key by which the same is found in transcripts: see [`Target::key`].
    pub fn key(&self) -> String {
        format!("{}:{}", self.of, self.id)
    }

    /// Whom or what it means in a registry.
    pub fn target(&self, registry: &Registry) -> Option<Target> {
        Target::of_key(&self.key(), registry)
    }
}

/// Every id in a file, in text order.
pub fn ids(kind: SheetKind, text: &str) -> Vec<IdPlace> {
    let tokens = scan::scan(text);
    let values = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Value && !token.span.is_empty());
    let id = |token: &Token| {
        let (of, is_own) = match keys::row(kind, &token.table, &token.key)?.value {
            Value::OwnId => (keys::entry_name(&token.table)?, true),
            Value::Person => ("person", false),
            Value::Post => ("post", false),
            Value::Organization => ("organization", false),
            _ => return None,
        };
        let id = token.span.of(text).to_owned();
        Some(IdPlace {
            of,
            id,
            span: token.span,
            is_own,
        })
    };
    values.filter_map(id).collect()
}

/// The id under the cursor.
pub fn id_at(kind: SheetKind, text: &str, offset: usize) -> Option<IdPlace> {
    let mut ids = ids(kind, text).into_iter();
    ids.find(|id| id.span.holds_cursor(offset))
}

/// Why this cannot be an id, if it cannot.
pub fn unfit_id(id: &str) -> Option<&'static str> {
    let fits = |char: char| char.is_alphanumeric() || "-_.".contains(char);
    (id.is_empty() || !id.chars().all(fits))
        .then_some("An id is made of letters, digits, hyphens, underscores and stops.")
}

/// The ids of a kind that a registry has, each with what it is called.
fn known_ids<'a>(registry: &'a Registry, of: &str) -> Vec<(&'a str, String)> {
    match of {
        "person" => {
            let people = registry.people();
            people
                .map(|person| (person.id.as_str(), person.name.to_string()))
                .collect()
        }
        "post" => {
            let posts = registry.posts().enumerate();
            posts
                .map(|(at, post)| (post.id.as_str(), registry.post_title(PostId(at as u32))))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The card of a person or post, for who asks what an id means.
fn card(registry: &Registry, place: &IdPlace) -> Option<String> {
    match place.target(registry)? {
        Target::Person(person) => Some(person_card(registry, person)),
        Target::Post(post) => Some(super::card::post_card(registry, post, None)),
        Target::Speaker(_) => None,
    }
}

fn person_card(registry: &Registry, person: PersonId) -> String {
    super::card::person_card(registry, person, None, None)
}

#[cfg(test)]
mod tests;
