//! The registry that is always there: facts of public-domain (CC0) registers, made by `builtin/make.py`, and the people of
//! one summit whom those registers lack (`builtin/summit.tsv`, each line an attestation). `builtin/wordings.tsv` has short names.

use crate::date::Date;

use super::build::Builder;
use super::hash::TextMap;
use super::index::NameIndex;
use super::lexicon::lines;
use super::post::{Post, Source, Tenure};
use super::{Identifier, Name, Person, Registry};

/// Reads the tables. Lines that cannot be read are left out; a test sees that there are none.
pub(super) fn load() -> Registry {
    let mut builder = Builder::default();
    let mut sources = Vec::new();
    for line in lines(include_str!("builtin/sources.tsv")) {
        let mut columns = line.split('\t').skip(1);
        let source = Source {
            name: columns.next().unwrap_or_default().to_owned(),
            retrieved: columns.next().and_then(Date::parse),
        };
        sources.push((source.retrieved, builder.source(source)));
    }
    let mut people = TextMap::default();
    let table = include_str!("builtin/people.tsv");
    let n_people = table.lines().count();
    builder.reserve(n_people);
    people.reserve(n_people);
    for line in lines(table) {
        let mut columns = line.split('\t');
        let (Some(id), Some(name)) = (columns.next(), columns.next()) else {
            continue;
        };
        let wikidata = columns.next().unwrap_or_default();
        let others = columns.next().unwrap_or_default();
        let person = builder.person(person(id, name, wikidata, others).into());
        people.insert(if wikidata.is_empty() { id } else { wikidata }, person);
    }
    let mut post = None;
    for line in lines(include_str!("builtin/posts.tsv")) {
        let mut columns = line.split('\t');
        let mut next = || columns.next();
        match (next(), next(), next(), next()) {
            (Some(state), Some(label), None, _) => {
                post = Some(builder.post(named_post(state, label).into()));
            }
            (Some(person), Some(start), Some(end), Some(source)) => {
                let (Some(&person), Some(post)) = (people.get(person), post) else {
                    continue;
                };
                let Some(&(known_to, source)) =
                    source.parse().ok().and_then(|n: usize| sources.get(n))
                else {
                    continue;
                };
                builder.tenure(Tenure {
                    start: Date::parse(start),
                    end: Date::parse(end),
                    known_to,
                    ..Tenure::new(person, post, source)
                });
            }
            _ => {}
        }
    }
    attest(&mut builder);
    word(&mut builder);
    Registry {
        is_builtin: true,
        ..builder.build()
    }
}

/// The names of all people here, indexed when the tables were made (`names.bin`): as long as a test says that the table is
/// what indexing would give.
pub(super) fn names() -> Option<NameIndex> {
    NameIndex::read(include_bytes!("builtin/names.bin"))
}

/// Adds the short names of `wordings.tsv`.
fn word(builder: &mut Builder) {
    for line in lines(include_str!("builtin/wordings.tsv")) {
        let mut columns = line.split('\t');
        let (Some(state), Some(label), Some(short)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let post = Post {
            aliases: short.split('|').map(str::to_owned).collect(),
            ..named_post(state, label)
        };
        builder.post(post.into());
    }
}

/// Adds what `summit.tsv` attests: a spell known to hold on one day, or a day up to which an open spell is known to last.
fn attest(builder: &mut Builder) {
    let mut source = None;
    for line in include_str!("builtin/summit.tsv").lines() {
        if let Some(name) = line.strip_prefix("#! ") {
            source = Some(builder.source(Source {
                name: name.to_owned(),
                retrieved: None,
            }));
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let ([day, state, label, name, wikidata, others], Some(source)) = (&columns[..], source)
        else {
            continue;
        };
        let Some(day) = Date::parse(day) else {
            continue;
        };
        let id = slug(name);
        let person = builder.person(person(&id, name, wikidata, others).into());
        let post = builder.post(named_post(state, label).into());
        builder.attest(person, post, day, source);
    }
}

fn person(id: &str, name: &str, wikidata: &str, others: &str) -> Person {
    Person {
        id: id.to_owned(),
        name: name.to_owned(),
        aliases: others
            .split('|')
            .filter(|other| !other.is_empty())
            .map(|other| Name {
                text: other.to_owned(),
                script: other
                    .chars()
                    .any(|c| ('а'..='я').contains(&c))
                    .then(|| "Cyrl".to_owned()),
                kind: None,
            })
            .collect(),
        identifiers: (!wikidata.is_empty())
            .then(|| Identifier {
                scheme: "wikidata".to_owned(),
                value: wikidata.to_owned(),
            })
            .into_iter()
            .collect(),
        ..Person::default()
    }
}

fn named_post(state: &str, label: &str) -> Post {
    let state = (!state.is_empty()).then(|| state.to_owned());
    Post {
        id: slug(&format!("{} {label}", state.as_deref().unwrap_or_default())),
        label: label.to_owned(),
        state,
        ..Post::default()
    }
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
