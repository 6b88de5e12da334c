//! # REG010 unreachable-alias
//!
//! ## What it finds
//! An alias that can never be taken for a name: one letter, everyday words, no letters at all.
//!
//! ## Why it matters
//! It is listed and looks settled, and yet no text is ever read by it.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ona-prell"
//! name = "Ona Prell"
//! aliases = ["P", "The", "--"]
//!            ^^^ unreachable-alias
//!                 ^^^^^ unreachable-alias
//!                        ^^^^ unreachable-alias
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "ona-xi"
//! name = "Ona Xi"
//! aliases = ["Xi", "The Prell"]
//! ```
//!
//! ## What to do
//! Write more of the name, or delete the alias.

use crate::registry::Layer;
use crate::registry::alike::folded;
use crate::registry::file::{Format, Key};

use super::register::with_comma;
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG010",
    name: "unreachable-alias",
    levels: Levels::all(Severity::Info),
    source: include_str!("unreachable_alias.rs"),
    check: Check::Registry(check),
};

/// Words no name consists of; sorted, one a line.
const EVERYDAY: &str = include_str!("unreachable_alias/everyday.txt");

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    let everyday: Vec<&str> = EVERYDAY
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    for entry in &layer.file().people {
        for (nth, alias) in entry.value.aliases.iter().enumerate() {
            let words = folded(&alias.text);
            let text = &alias.text;
            let message = if words.is_empty() {
                format!("“{text}” has no letters and is never found.")
            } else if words.chars().count() == 1 && words.is_ascii() {
                format!("“{text}” is one letter and is never taken for a name.")
            } else if words
                .split(' ')
                .all(|word| everyday.binary_search(&word).is_ok())
            {
                format!("“{text}” is an everyday word and is never taken for a name.")
            } else {
                continue;
            };
            let place = entry.place(Key::Alias(u16::try_from(nth).unwrap_or(u16::MAX)));
            let Some(finding) = findings.add(None, place, message) else {
                return;
            };
            if layer.file().format == Format::Toml
                && let Some(span) = with_comma(layer.text, place)
            {
                finding.suggest("Delete the alias", vec![Edit::remove(span)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn everyday_words_are_sorted_for_the_search() {
        let words: Vec<&str> = super::EVERYDAY
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect();
        assert!(words.is_sorted_by(|a, b| a < b) && words.len() > 50);
    }
}
