//! # OFF001 wrong-holder
//!
//! ## What it finds
//! A person introduced with an office that somebody else held on the document's date.
//!
//! It is an error where a source dates both: when this person held the office, and who held it on the day; else a warning.
//! It is told once for each person and office, where it first stands.
//! A day of grace is left at each hand-over, and where the registry does not reach nothing is said.
//!
//! ## Why it matters
//! The words may be credited to the wrong person, or the text is of another day than it says.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[person]]
//! id = "mira-haddad"
//! name = "Mira Haddad"
//! family = "Haddad"
//! given = "Mira"
//! [[post]]
//! id = "sy-health-minister"
//! label = "Minister of Health"
//! aliases = ["health minister"]
//! state = "SY"
//! seats = 1
//! [[membership]]
//! person = "ada-orlova"
//! post = "sy-health-minister"
//! start = "2016-01-10"
//! end = "2020-11-20"
//! source = "gazette"
//! [[membership]]
//! person = "mira-haddad"
//! post = "sy-health-minister"
//! start = "2020-11-20"
//! end = "2024-09-23"
//! source = "gazette"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by Syrian Health Minister Ada Orlova on Monday.
//!                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-holder
//!
//! Ada Orlova, the Syrian minister of health, was thanked by the staff.
//! ```
//! ```transcript
//! 15 March 2018
//!
//! The hospital was opened by Syrian Health Minister Mira Haddad on Monday.
//!                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wrong-holder
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by the late Syrian Health Minister Ada Orlova in 2018.
//! ```
//! ```transcript
//! 21 November 2020
//!
//! Syrian Health Minister Ada Orlova left the building on Friday.
//! Syrian Health Minister Mira Haddad took her seat.
//! ```
//!
//! ## What to do
//! Write “former” before the office, correct the name or the office, or correct the document's date.

use crate::record::Record;
use crate::registry::Held;

use super::titles::{self, from_to};
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF001",
    name: "wrong-holder",
    levels: Levels::zones(
        Some(Severity::Error),
        Some(Severity::Error),
        Some(Severity::Warning),
    ),
    source: include_str!("wrong_holder.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.words_with(seen, |_, resolved| resolved.held == Some(Held::NotHeld));
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let registry = record.registry();
    for misheld in titles::misheld(record) {
        if !misheld.is_wrong_holder(record) {
            continue;
        }
        let holders = misheld.holders(record);
        let Some(holder) = holders.first() else {
            continue;
        };
        let own = titles::nearest(&misheld.tenures(record), misheld.date);
        let person = &registry.person(misheld.person).name;
        let holder_name = &registry.person(holder.person).name;
        let title = misheld.title.of(record.content());
        let post = &registry.post(misheld.post).label;
        let own_time = own.map_or_else(
            || format!("{person} is not recorded in it"),
            |own| format!("{person} held it {}", from_to(own)),
        );
        let message = format!(
            "On {} the {post} was {holder_name}; {own_time}.",
            misheld.date.words()
        );
        let Some(finding) = findings.add(Some(misheld.zone), misheld.span, message) else {
            continue;
        };
        let is_dated = holder.start.is_some() && own.is_some_and(|own| own.start.is_some());
        if !is_dated {
            finding.lower();
        }
        if own.is_some_and(|own| own.end.is_some_and(|end| end.last() < misheld.date.first())) {
            finding.suggest(
                "Write “former” before the office",
                vec![Edit::replace(misheld.title, format!("former {title}"))],
            );
        }
        if let ([_], Some(name)) = (&holders[..], misheld.name) {
            finding.suggest(
                format!("Write “{holder_name}”"),
                vec![Edit::replace(name, holder_name.as_str())],
            );
        }
    }
}
