//! Dated facts the built-in registry must answer as the tables it is made of do.

use crate::date::Date;
use crate::registry::lexicon::lines;
use crate::registry::{Held, Registry};

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

/// Offices without a name, in the words and orders of the news, and who held them, from the same tables.
const HOLDERS: &[(&str, &str, &str)] = &[
    ("2021-10-13", "the British foreign secretary", "Q272201"),
    ("2017-03-01", "UK Foreign Secretary", "Q180589"),
    ("2021-01-01", "Britain's foreign minister", "Q268584"),
    (
        "2021-10-13",
        "the foreign secretary of the United Kingdom",
        "Q272201",
    ),
    ("2017-03-01", "British Home Secretary", "Q479171"),
    ("2020-03-01", "the home secretary of Britain", "Q575733"),
    ("2018-03-01", "the British defence secretary", "Q262409"),
    ("2021-10-13", "the UK's defence minister", "Q263166"),
    ("2021-10-13", "the British Chancellor", "Q20055561"),
    (
        "2010-01-10",
        "the Chancellor of the Exchequer of the United Kingdom",
        "Q296639",
    ),
    ("2005-10-13", "Britain's finance minister", "Q10648"),
    ("2018-03-01", "the UK health secretary", "Q333533"),
    ("2021-08-01", "Britain's health secretary", "Q727798"),
    ("2021-08-01", "the British business secretary", "Q750204"),
    ("2013-08-01", "the British energy secretary", "Q296689"),
    ("2021-08-01", "the British energy secretary", "Q750204"),
    ("2021-08-01", "the British environment secretary", "Q303510"),
    ("2020-01-01", "UK Leader of the House", "Q574980"),
    (
        "2021-08-01",
        "the British First Secretary of State",
        "Q268584",
    ),
    ("2021-08-01", "the US secretary of state", "Q7821917"),
    (
        "2015-08-01",
        "the Secretary of State of the United States",
        "Q22316",
    ),
    ("2018-08-01", "America's treasury secretary", "Q24248265"),
    (
        "2021-08-01",
        "the Treasury Secretary of the United States",
        "Q263725",
    ),
    ("2018-08-01", "the American defense secretary", "Q267902"),
    ("2018-03-01", "US attorney general", "Q358443"),
    ("2021-08-01", "America's attorney general", "Q1922011"),
    ("2018-10-01", "the US national security advisor", "Q311269"),
    (
        "2021-08-01",
        "the National Security Adviser of the United States",
        "Q16730147",
    ),
    ("2021-08-01", "the US health secretary", "Q1855840"),
    ("2005-08-01", "Russia's defence minister", "Q204027"),
    ("2018-08-01", "the Russian defence minister", "Q32024"),
    ("2018-08-01", "the finance minister of Russia", "Q589645"),
    ("2018-08-01", "Russia's prime minister", "Q23530"),
    ("2010-08-01", "Turkey's foreign minister", "Q58198"),
    ("2018-10-01", "the defence minister of Turkey", "Q17045790"),
    ("2018-10-01", "the Turkish interior minister", "Q6098459"),
    ("2010-10-01", "the defence minister of Syria", "Q369251"),
    ("2018-10-01", "the Syrian foreign minister", "Q1334803"),
    ("2021-10-01", "Syria's foreign minister", "Q5431067"),
];

#[test]
fn an_office_and_a_state_name_the_holder_on_the_day() {
    let registry = Registry::builtin();
    for (day, words, wikidata) in HOLDERS {
        let who = registry.who(words, Date::parse(day));
        let holders: Vec<&str> = (who.people.iter())
            .flat_map(|holder| &registry.person(holder.person).identifiers)
            .filter(|identifier| identifier.scheme == "wikidata")
            .map(|identifier| identifier.value.as_str())
            .collect();
        assert_eq!(holders, [*wikidata], "{words} on {day}");
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
