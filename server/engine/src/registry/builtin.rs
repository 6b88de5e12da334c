//! The registry that is always there: facts of public-domain (CC0) registers, made by `builtin/make.py`, and the people of
//! one summit whom those registers lack (`builtin/summit.tsv`, each line an attestation).

use std::collections::HashMap;

use crate::date::Date;

use super::build::Builder;
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
    let mut people = HashMap::new();
    for line in lines(include_str!("builtin/people.tsv")) {
        let mut columns = line.split('\t');
        let (Some(id), Some(name)) = (columns.next(), columns.next()) else {
            continue;
        };
        let wikidata = columns.next().unwrap_or_default();
        let others = columns.next().unwrap_or_default();
        let person = builder.person(person(id, name, wikidata, others));
        people.insert(if wikidata.is_empty() { id } else { wikidata }, person);
    }
    let mut post = None;
    for line in lines(include_str!("builtin/posts.tsv")) {
        let columns: Vec<&str> = line.split('\t').collect();
        match columns[..] {
            [state, label] => post = Some(builder.post(named_post(state, label))),
            [person, start, end, source] => {
                let (Some(&person), Some(post)) = (people.get(person), post) else {
                    continue;
                };
                let Some(&(known_to, source)) =
                    source.parse().ok().and_then(|n: usize| sources.get(n))
                else {
                    continue;
                };
                builder.tenure(Tenure {
                    person,
                    post,
                    start: Date::parse(start),
                    end: Date::parse(end),
                    acting: false,
                    attested: false,
                    source,
                    known_to,
                });
            }
            _ => {}
        }
    }
    attest(&mut builder);
    builder.build()
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
        let person = builder.person(person(&id, name, wikidata, others));
        let post = builder.post(named_post(state, label));
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
    let tokens = super::tokens::Tokens::of(name);
    let words: Vec<&str> = (0..tokens.len()).map(|at| tokens.folded(at)).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Held;

    /// Dated facts, each from the tables the registry is made of.
    const FACTS: &[(&str, &str, &str, Held)] = &[
        (
            "2016-03-14",
            "Russian Foreign Minister Sergei Lavrov",
            "Q58217",
            Held::Held,
        ),
        (
            "2003-01-01",
            "Russian Foreign Minister Sergei Lavrov",
            "Q58217",
            Held::NotHeld,
        ),
        (
            "2016-03-14",
            "Defence Minister Sergei Shoigu",
            "Q32024",
            Held::Held,
        ),
        (
            "2010-01-01",
            "Prime Minister Vladimir Putin",
            "Q7747",
            Held::Held,
        ),
        (
            "2010-01-01",
            "President Vladimir Putin",
            "Q7747",
            Held::NotHeld,
        ),
        (
            "2010-01-01",
            "President of Russia Dmitry Medvedev",
            "Q23530",
            Held::Held,
        ),
        ("2015-06-01", "President Barack Obama", "Q76", Held::Held),
        (
            "2023-03-15",
            "Syrian Foreign Minister Faisal Al-Miqdad",
            "Q5431067",
            Held::Held,
        ),
        (
            "2023-03-15",
            "Minister of Defense, General Ali Abbas",
            "Q111748038",
            Held::Held,
        ),
        (
            "2017-03-10",
            "President of Turkey Recep Tayyip Erdogan",
            "Q39259",
            Held::Held,
        ),
        (
            "2006-01-01",
            "Prime Minister Tony Blair",
            "Q9545",
            Held::Held,
        ),
        (
            "2006-01-01",
            "Prime Minister Gordon Brown",
            "Q10648",
            Held::NotHeld,
        ),
    ];

    #[test]
    fn dated_facts_of_the_registers_are_answered() {
        let registry = Registry::builtin();
        for (day, words, wikidata, held) in FACTS {
            let who = registry.who(words, Date::parse(day));
            let best = who.people.first().map(|best| registry.person(best.person));
            let ids: Vec<&str> = best
                .iter()
                .flat_map(|best| &best.identifiers)
                .map(|identifier| identifier.value.as_str())
                .collect();
            assert_eq!(
                (ids, who.title),
                (vec![*wikidata], Some(*held)),
                "{words} on {day}"
            );
        }
    }

    #[test]
    fn every_line_of_the_tables_is_read() {
        let registry = Registry::builtin();
        let n_spells = lines(include_str!("builtin/posts.tsv"))
            .filter(|line| line.split('\t').count() == 4)
            .count();
        // The summit adds spells only for those whom the registers lack in that post.
        assert!((n_spells..=n_spells + 12).contains(&registry.tenures().len()));
        assert!(
            registry
                .tenures()
                .iter()
                .all(|tenure| tenure.start.is_some()
                    || tenure.end.is_some()
                    || !registry.source(tenure.source).name.is_empty())
        );
    }

    #[test]
    fn an_open_end_is_unknown_after_the_day_of_the_copy() {
        let registry = Registry::builtin();
        let who = registry.who(
            "Turkish Foreign Minister Mevlüt Çavuşoğlu",
            Date::parse("2030-01-01"),
        );
        assert_eq!(who.title, Some(Held::Unknown));
    }
}
