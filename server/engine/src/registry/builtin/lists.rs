//! The lists the built-in registry is made of: facts of public-domain (CC0) registers, made by `make.py`; the people of one
//! summit whom those registers lack (`summit.tsv`, each line an attestation); short names of offices (`wordings.tsv`).

use crate::date::Date;
use crate::registry::build::Builder;
use crate::registry::hash::TextMap;
use crate::registry::lexicon::lines;
use crate::registry::post::{Post, Source, Tenure};
use crate::registry::{Identifier, Name, Person, Registry};

use super::slug;

/// Reads the lists. Lines that cannot be read are left out; a test sees that there are none.
pub(super) fn read() -> Registry {
    let mut builder = Builder::default();
    let mut sources = Vec::new();
    for line in lines(include_str!("sources.tsv")) {
        let mut columns = line.split('\t').skip(1);
        let source = Source {
            name: columns.next().unwrap_or_default().to_owned(),
            retrieved: columns.next().and_then(Date::parse),
        };
        sources.push((source.retrieved, builder.source(source)));
    }
    let mut people = TextMap::default();
    let table = include_str!("people.tsv");
    let n_people = table.lines().count();
    builder.reserve(n_people, 0);
    people.reserve(n_people);
    for line in lines(table) {
        let mut columns = line.split('\t');
        let (Some(id), Some(name)) = (columns.next(), columns.next()) else {
            continue;
        };
        let wikidata = columns.next().unwrap_or_default();
        let others = columns.next().unwrap_or_default();
        let person = builder.person(person(id, name, wikidata, others).into());
        let is_wikidata = !wikidata.is_empty() && !wikidata.contains(':');
        people.insert(if is_wikidata { wikidata } else { id }, person);
    }
    let mut post = None;
    for line in lines(include_str!("posts.tsv")) {
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
    builder.build()
}

/// Adds the short names of `wordings.tsv`.
fn word(builder: &mut Builder) {
    for line in lines(include_str!("wordings.tsv")) {
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
    for line in include_str!("summit.tsv").lines() {
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

/// A person known by a Wikidata id or, as `scheme:id`, by that of another register.
pub(super) fn person(id: &str, name: &str, known_as: &str, others: &str) -> Person {
    Person {
        id: id.into(),
        name: name.into(),
        aliases: others
            .split('|')
            .filter(|other| !other.is_empty())
            .map(|other| Name {
                text: other.into(),
                script: other
                    .chars()
                    .any(|c| ('а'..='я').contains(&c))
                    .then(|| "Cyrl".to_owned()),
                kind: None,
            })
            .collect(),
        identifiers: identifier(known_as).into_iter().collect(),
        ..Person::default()
    }
}

fn identifier(known_as: &str) -> Option<Identifier> {
    let (scheme, value) = known_as.split_once(':').unwrap_or(("wikidata", known_as));
    (!value.is_empty()).then(|| Identifier {
        scheme: scheme.into(),
        value: value.into(),
    })
}

/// How [`person`] is told an identifier.
pub(super) fn known_as(identifier: &Identifier) -> String {
    match identifier.scheme.as_str() {
        "wikidata" => identifier.value.to_string(),
        scheme => format!("{scheme}:{}", identifier.value),
    }
}

pub(super) fn named_post(state: &str, label: &str) -> Post {
    let state = (!state.is_empty()).then(|| state.to_owned());
    Post {
        id: slug(&format!("{} {label}", state.as_deref().unwrap_or_default())),
        label: label.to_owned(),
        state,
        ..Post::default()
    }
}
