//! # NAM006 house-style-variant
//!
//! ## What it finds
//! A known spelling of a name that is not the one the project's own registry prefers, or a name turned about as in a list: “Vane, Ada”.
//! Off unless the strict profile or the project asks for it. Quotations and turns are left alone.
//!
//! ## Why it matters
//! One spelling of each name in all texts of a house makes them findable.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-zelenska"
//! name = "Ada Zelenskyy"
//! family = "Zelenskyy"
//! given = "Ada"
//! aliases = ["Ada Zelensky"]
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by Ada Zelenskiy on Monday.
//!                            ^^^^^^^^^^^^^ house-style-variant
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The guests were met by Zelenskyy, Ada, in the hall.
//!                        ^^^^^^^^^^^^^^ house-style-variant
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by Ada Zelenskyy on Monday. Later Zelenskyy left.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The paper wrote: “The hospital was opened by Ada Zelensky.”
//! ```
//!
//! ## What to do
//! Write the preferred form, or make the other one the `name` of the person in a registry of the project.

use crate::record::Record;

use super::names_written::{parts, written};
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NAM006",
    name: "house-style-variant",
    levels: Levels::zones(Some(Severity::Hint), Some(Severity::Hint), None)
        .only_in(crate::rules::Profile::Strict),
    source: include_str!("house_style_variant.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |mention, resolved| {
        resolved.person.is_some() && mention.name.is_some()
    });
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let content = record.content();
    for one in written(record, |zone| findings.looks_at(zone)) {
        // What the built-in registry calls somebody is no choice of this house.
        if one.is_quoted || record.registry().person_origin(one.person).is_none() {
            continue;
        }
        let person = record.registry().person(one.person);
        let is_family_first = record.registry().is_family_first(one.person);
        let (given, family) = parts(&person.name, person, is_family_first);
        let words = one.span.of(content);
        if words.contains(", ") {
            let message = format!("“{words}” is turned about; the name is {}.", person.name);
            if let Some(finding) = findings.add(Some(one.zone), one.span, message) {
                let title = format!("Write “{}”", person.name);
                finding.fix(title, vec![Edit::replace(one.span, person.name.as_str())]);
            }
            continue;
        }
        let mut preferred = words.to_owned();
        for (written, wanted) in [(&one.given, &given), (&one.family, &family)] {
            if !written.is_empty() && !wanted.is_empty() && written != wanted {
                preferred = preferred.replacen(written.as_str(), wanted, 1);
            }
        }
        if preferred == words {
            continue;
        }
        let message = format!("The registry writes “{preferred}”, not “{words}”.");
        if let Some(finding) = findings.add(Some(one.zone), one.span, message) {
            finding.fix(
                format!("Write “{preferred}”"),
                vec![Edit::replace(one.span, preferred)],
            );
        }
    }
}
