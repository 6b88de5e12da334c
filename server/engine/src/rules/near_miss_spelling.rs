//! # NAM004 near-miss-spelling
//!
//! ## What it finds
//! A name spelt nearly like that of a known person who fits the office beside it, but in no known way.
//!
//! Read on 135 real texts: three findings; two are slips, one is another language’s form of the name.
//!
//! ## Why it matters
//! A search for the person misses the place, and a reader may take it for somebody else.
//!
//! ## Flagged
//! ```transcript
//! 15 March 2023
//!
//! The talks were joined by Antoine Siluanov, Minister of Finance, and his staff.
//!                          ^^^^^^^^^^^^^^^^ near-miss-spelling
//! On the same evening Russian Foreign Minister Sergio Lavrov met the envoy.
//!                                              ^^^^^^^^^^^^^ near-miss-spelling
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The talks were joined by Anton Siluanov, Minister of Finance, and his staff.
//! The painter Antoine Silvan was there too.
//! ```
//!
//! ## What to do
//! Correct the name, or add the spelling to the person in a registry of the project.

use std::collections::BTreeSet;

use crate::record::Record;
use crate::registry::{NameForm, PersonId, Spelling};

use super::register::known_variant;
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NAM004",
    name: "near-miss-spelling",
    levels: Levels::zones(
        Some(Severity::Warning),
        Some(Severity::Warning),
        Some(Severity::Info),
    ),
    source: include_str!("near_miss_spelling.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |mention, _| mention.form == NameForm::NearMiss);
    let named = look.admitted(|mention, _| mention.form != NameForm::NearMiss);
    seen.say(
        named
            .filter_map(|(_, resolved)| resolved.person)
            .collect::<BTreeSet<_>>(),
    );
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let person = resolved.person.or(match mention.people.as_slice() {
                [only] => Some(*only),
                _ => None,
            });
            let (NameForm::NearMiss, Some(name), Some(person)) =
                (mention.form, mention.name, person)
            else {
                continue;
            };
            // Without an office beside it, the person elsewhere in the text, or at least the person in office on the day,
            // it may be somebody nobody knows.
            let is_active = || {
                record
                    .date()
                    .is_some_and(|date| record.registry().active(person, date))
            };
            if mention.title.is_none() && !is_active() && !is_named(record, person) {
                continue;
            }
            let span = name.place(paragraph.span.start);
            let words = span.of(record.content());
            // A name in other letters is no slip; NAM007 tells of it.
            let is_other_script = !words.is_ascii()
                && record.registry().spelling(person, words) == Spelling::OtherScript;
            if is_other_script {
                continue;
            }
            let person = record.registry().person(person);
            let known = &person.name;
            let message =
                format!("“{words}” is near to {known}, but no known spelling of that name.");
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                finding.suggest(
                    format!("Change to “{known}”"),
                    vec![Edit::replace(span, known.as_str())],
                );
                finding.suggest_in_files(
                    format!("“{words}” is a known variant of {known}"),
                    vec![known_variant(person, words)],
                );
            }
        }
    }
}

/// Whether the document names the person in a known spelling somewhere.
fn is_named(record: &Record, person: PersonId) -> bool {
    record.paragraphs().iter().any(|paragraph| {
        let mentions = paragraph.reading.mentions.iter();
        mentions
            .zip(&paragraph.resolved)
            .any(|(mention, resolved)| {
                resolved.person == Some(person) && mention.form != NameForm::NearMiss
            })
    })
}
