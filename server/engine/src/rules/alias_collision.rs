//! # REG006 alias-collision
//!
//! ## What it finds
//! An alias that is also a name or alias of somebody else, unless the two never held office in the same years.
//!
//! ## Why it matters
//! A text that uses the alias can mean either, and every such mention has to be settled by hand.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! aliases = ["Vane", "A. V."]
//!            ^^^^^^ alias-collision
//!                    ^^^^^^^ alias-collision
//! [[person]]
//! id = "tomas-vane"
//! name = "Tomas Vane"
//! given = "Tomas"
//! aliases = ["vane"]
//!            ^^^^^^ alias-collision
//! [[person]]
//! id = "anna-voss"
//! name = "Anna Voss"
//! aliases = ["A. V."]
//!            ^^^^^^^ alias-collision
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! aliases = ["Vane", "A. Vane"]
//! [[person]]
//! id = "tomas-vane"
//! name = "Tomas Vane"
//! aliases = ["Vane"]
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 1990
//! end = 1999
//! [[membership]]
//! person = "tomas-vane"
//! post = "zz-clerk"
//! start = 2001
//! ```
//!
//! ## What to do
//! Write the given name or a title into the alias, or leave it out: a family name alone is understood without one.

use std::collections::HashMap;

use jiff::civil;

use crate::date::Date;
use crate::registry::alike::folded;
use crate::registry::file::{Format, Key};
use crate::registry::{Layer, Person};

use super::register::with_comma;
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG006",
    name: "alias-collision",
    levels: Levels::all(Severity::Warning),
    source: include_str!("alias_collision.rs"),
    check: Check::Registry(check),
};

/// So many bearers of a name are looked through: beyond that the first ones say enough.
const BEARERS: usize = 32;

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    let mut bearers: HashMap<String, Vec<&Person>> = HashMap::new();
    for file in layer.files {
        for entry in &file.people {
            let person = &*entry.value;
            let aliases = person.aliases.iter().map(|alias| &alias.text);
            for name in std::iter::once(&person.name).chain(aliases) {
                let bearers = bearers.entry(folded(name)).or_default();
                if bearers.len() < BEARERS && bearers.iter().all(|bearer| bearer.id != person.id) {
                    bearers.push(person);
                }
            }
        }
    }
    for entry in &layer.file().people {
        let person = &*entry.value;
        for (nth, alias) in person.aliases.iter().enumerate() {
            let key = Key::Alias(u16::try_from(nth).unwrap_or(u16::MAX));
            // One that is not written in the file comes from the name itself.
            let Some(place) = entry.places.get(key) else {
                continue;
            };
            let Some(bearers) = bearers.get(&folded(&alias.text)) else {
                continue;
            };
            let mut others = bearers.iter().filter(|other| other.id != person.id);
            let Some(other) = others.find(|other| meet(layer, person, other)) else {
                continue;
            };
            let message = format!("“{}” is a name of {} too.", alias.text, other.name);
            let Some(finding) = findings.add(None, place, message) else {
                return;
            };
            let is_toml = layer.file().format == Format::Toml;
            let family = layer.registry.last_word(&person.name);
            if is_toml
                && folded(&alias.text) == family
                && let Some(span) = with_comma(layer.text, place)
            {
                finding.suggest("Delete the alias", vec![Edit::remove(span)]);
            }
            let qualified = !person.given.is_empty() && !alias.text.contains(' ');
            if qualified && alias.kind.is_none() && is_toml {
                let full = format!("{} {}", person.given, alias.text);
                finding.suggest(
                    format!("Change to “{full}”"),
                    vec![Edit::replace(place, format!("\"{full}\""))],
                );
            }
        }
    }
}

/// Whether two people can be meant on one day: unless both held office, and never in the same years.
fn meet(layer: &Layer<'_>, one: &Person, other: &Person) -> bool {
    match (years(layer, one), years(layer, other)) {
        (Some(one), Some(other)) => {
            one.0.year() <= other.1.year() && other.0.year() <= one.1.year()
        }
        _ => true,
    }
}

/// The first and last day a person is known to have held any office; `None` without one.
fn years(layer: &Layer<'_>, person: &Person) -> Option<(civil::Date, civil::Date)> {
    let id = layer.registry.person_called(&person.id)?;
    let spells = layer.registry.tenures_of(id);
    let start = spells
        .iter()
        .filter_map(|spell| spell.start)
        .map(Date::first);
    let end = spells
        .iter()
        .map(|spell| spell.end.map_or(civil::Date::MAX, Date::last));
    Some((start.min()?, end.max()?))
}
