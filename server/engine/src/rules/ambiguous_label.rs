//! # SPK004 ambiguous-label
//!
//! ## What it finds
//! A speaker label that fits two people; once for each label, where it first stands. Where the document has a date, people of
//! the built-in registry count only if they held an office then.
//!
//! ## Why it matters
//! The words under it could be credited to the wrong one of them.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[person]]
//! id = "vera-orlova"
//! name = "Vera Orlova"
//! family = "Orlova"
//! given = "Vera"
//! [[person]]
//! id = "mira-haddad"
//! name = "Mira Haddad"
//! family = "Haddad"
//! given = "Mira"
//! [[person]]
//! id = "sami-haddad"
//! name = "Sami Haddad"
//! family = "Haddad"
//! given = "Sami"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ms. Orlova:
//! ^^^^^^^^^^ ambiguous-label
//! I welcome the guests who have come such a long way to be with us.
//!
//! Ms. Haddad:
//! ^^^^^^^^^^ ambiguous-label
//! Thank you for the words of welcome.
//!
//! Ms. Orlova:
//! Let us begin, then.
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[person]]
//! id = "vera-orlova"
//! name = "Vera Orlova"
//! family = "Orlova"
//! given = "Vera"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova:
//! I welcome the guests who have come such a long way to be with us.
//!
//! Vera Orlova:
//! Thank you for the words of welcome.
//!
//! Ada Orlova:
//! Let us begin, then.
//! ```
//!
//! ## What to do
//! Write the given name or the country into the label.

use crate::record::Record;
use crate::transcript::Zone;

use super::labels;
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK004",
    name: "ambiguous-label",
    levels: Levels::all(Severity::Warning),
    source: include_str!("ambiguous_label.rs"),
    check: Check::Turns(check),
};

/// More names than these are no help in a message.
const SHOWN: usize = 3;

fn check(record: &Record, findings: &mut Findings<'_>) {
    for form in labels::forms(record) {
        if form.speaker.person.is_some() || form.speaker.anonymous {
            continue;
        }
        let candidates = labels::fitting(record, form.speaker);
        if candidates.len() < 2 {
            continue;
        }
        let names: Vec<&str> = candidates
            .iter()
            .take(SHOWN)
            .map(|person| record.registry().person(*person).name.as_str())
            .collect();
        let more = match candidates.len().saturating_sub(SHOWN) {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        let aside = form.speaker.aside.as_ref().map_or(String::new(), |aside| {
            format!("; perhaps {}, {}", aside.name, aside.why)
        });
        let message = format!("“{}” fits {}{more}{aside}.", form.words, names.join(", "));
        findings.add(Some(Zone::Turn), form.turns[0].label.span, message);
    }
}
