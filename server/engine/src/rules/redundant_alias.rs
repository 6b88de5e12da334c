//! # REG009 redundant-alias
//!
//! ## What it finds
//! An alias that the person's name or another alias already covers: another case, other accents, a hyphen more or less, a
//! spelling that transliteration tables allow.
//!
//! Aliases that say what `kind` they are, and Popolo files, which list a name in each language, are left alone.
//!
//! ## Why it matters
//! Such spellings are found without being listed; a list of them hides the irregular ones that matter.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ona-al-prell"
//! name = "Ona al-Prell"
//! aliases = ["Ona Al-Prell", "Óna Prell", "Prelle"]
//!            ^^^^^^^^^^^^^^ redundant-alias
//!                            ^^^^^^^^^^^ redundant-alias
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "ona-prell"
//! name = "Ona Prell"
//! aliases = ["Она Прелл", "Praille", { text = "Óna Prell", kind = "hu" }]
//! ```
//!
//! ## What to do
//! Delete it.

use super::register::with_comma;
use super::{Check, Edit, Findings, Levels, Rule, Severity};
use crate::registry::Layer;
use crate::registry::alike::key;
use crate::registry::file::{Format, Key};

pub(super) const RULE: Rule = Rule {
    code: "REG009",
    name: "redundant-alias",
    levels: Levels::all(Severity::Info),
    source: include_str!("redundant_alias.rs"),
    check: Check::Registry(check),
};

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    if layer.file().format != Format::Toml {
        return;
    }
    for entry in &layer.file().people {
        let person = &entry.value;
        let mut known = std::collections::HashMap::from([(key(&person.name), &person.name)]);
        for (nth, alias) in person.aliases.iter().enumerate() {
            let place = entry.place(Key::Alias(u16::try_from(nth).unwrap_or(u16::MAX)));
            let key = key(&alias.text);
            let Some(covered) = known.get(&key) else {
                known.insert(key, &alias.text);
                continue;
            };
            if alias.kind.is_some() {
                continue;
            }
            let message = format!(
                "“{}” is found by “{covered}” without being listed.",
                alias.text
            );
            let Some(finding) = findings.add(None, place, message) else {
                return;
            };
            if let Some(span) = with_comma(layer.text, place) {
                finding.fix("Delete the alias", vec![Edit::remove(span)]);
            }
        }
    }
}
