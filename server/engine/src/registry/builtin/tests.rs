//! Dated facts the built-in registry must answer as the tables it is made of do.

use crate::date::Date;
use crate::registry::lexicon::lines;
use crate::registry::{Held, Registry};

/// The dated facts of `facts.tsv`: day, words, Wikidata id, answer.
fn facts() -> Vec<[&'static str; 4]> {
    let rows = lines(include_str!("facts.tsv")).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns.try_into()
    });
    rows.collect::<Result<_, _>>()
        .expect("a fact has four columns")
}

#[test]
fn dated_facts_of_the_registers_are_answered() {
    let registry = Registry::builtin();
    let mut wrong = Vec::new();
    let titled = facts().into_iter().filter(|fact| fact[3] != "holder");
    let mut n_facts = [0; 3];
    for [day, words, wikidata, held] in titled {
        let who = registry.who(words, Date::parse(day));
        let best = who.people.first().map(|best| registry.person(best.person));
        let ids: Vec<&str> = best
            .iter()
            .flat_map(|best| &best.identifiers)
            .map(|identifier| identifier.value.as_str())
            .collect();
        let answer = [Held::Held, Held::NotHeld, Held::Unknown]
            .into_iter()
            .position(|answer| answer.name() == held)
            .expect("an answer");
        n_facts[answer] += 1;
        if (ids, who.title.map(Held::name)) != (vec![wikidata], Some(held)) {
            wrong.push(format!("{words} on {day}: {:?}", who.title));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(n_facts.iter().all(|&n| n >= 20), "{n_facts:?}");
}

#[test]
fn an_office_and_a_state_name_the_holder_on_the_day() {
    let registry = Registry::builtin();
    let holders = facts().into_iter().filter(|fact| fact[3] == "holder");
    for [day, words, wikidata, _] in holders {
        let who = registry.who(words, Date::parse(day));
        let holders: Vec<&str> = (who.people.iter())
            .flat_map(|holder| &registry.person(holder.person).identifiers)
            .filter(|identifier| identifier.scheme == "wikidata")
            .map(|identifier| identifier.value.as_str())
            .collect();
        let wanted: Vec<&str> = [wikidata].into_iter().filter(|id| !id.is_empty()).collect();
        assert_eq!(holders, wanted, "{words} on {day}");
    }
}

#[test]
fn every_line_of_the_tables_is_read() {
    let registry = Registry::builtin();
    let n_spells = lines(include_str!("posts.tsv"))
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

#[test]
fn an_id_is_the_folded_words_of_a_name_plain_or_not() {
    for (name, id) in [
        ("RU Minister of Defence", "ru-minister-of-defence"),
        (" Trade, Industry & Rain-", "trade-industry-rain"),
        ("Óna O'Prell-Vane", "ona-oprell-vane"),
        ("U.S. Trade Representative", "us-trade-representative"),
    ] {
        assert_eq!(super::slug(name), id, "{name}");
    }
}

#[test]
fn the_tables_are_what_the_lists_give() {
    assert!(
        super::make() == include_bytes!("tables.bin"),
        "tables.bin is old: make it anew with the example `tables` (`server/engine/makers/tables.rs`)"
    );
}
