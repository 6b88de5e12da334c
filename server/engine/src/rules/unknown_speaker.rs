//! # SPK001 unknown-speaker
//!
//! ## What it finds
//! A speaker label that means nobody the registry or the project knows; once for each label, where it first stands.
//!
//! ## Why it matters
//! Words under such a label cannot be found under a person, and no office can be checked.
//!
//! ## Flagged
//! ```transcript
//! 15 March 2023
//!
//! Secretary Ona Prell-Vale:
//! ^^^^^^^^^^^^^^^^^^^^^^^^ unknown-speaker
//! I welcome the guests who have come such a long way to be with us.
//!
//! Moderator Jane Smith-Jones:
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-speaker
//! Thank you, and now the first question from the hall, please.
//!
//! Secretary Ona Prell-Vale:
//! I am ready for it.
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! President Vladimir Putin:
//! I welcome the guests who have come such a long way to be with us.
//!
//! Q:
//! When will the road be open again?
//!
//! President Vladimir Putin:
//! Before the winter, I am told.
//! ```
//!
//! ## What to do
//! Correct the label, or add the person or the spelling to a registry of the project.

use crate::record::Record;
use crate::registry::NameForm;
use crate::text::Span;
use crate::transcript::Zone;

use super::labels::{self, name_words};
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK001",
    name: "unknown-speaker",
    levels: Levels::all(Severity::Warning),
    source: include_str!("unknown_speaker.rs"),
    check: Check::Turns(check),
};

/// More unknown labels than these are told together: the registry of such a document has yet to be made.
const SINGLY: usize = 10;
/// More places than these are no help.
const SHOWN: usize = 20;

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut more: Vec<Span> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for form in labels::forms(record) {
        let speaker = form.speaker;
        let is_open = speaker.person.is_none() && labels::fitting(record, speaker).len() < 2;
        if !is_open || speaker.anonymous {
            continue;
        }
        // A short form of a label told before says nothing new.
        let last = name_words(form.words).pop().unwrap_or_default();
        if told.contains(&last) {
            continue;
        }
        told.push(last);
        let span = form.turns[0].label.span;
        let words = form.words;
        if told.len() > SINGLY && !has_near(record, words) {
            more.push(span);
            continue;
        }
        let message = match (speaker.post, record.date()) {
            (Some(_), None) => {
                format!("“{words}” is an office, and without a date nobody can be found in it.")
            }
            (Some(_), Some(date)) if speaker.name.is_none() => {
                format!(
                    "“{words}” is an office whose holder on {} the registry does not know.",
                    date.words()
                )
            }
            _ => match &speaker.aside {
                Some(aside) => format!(
                    "“{words}” is no person or office that the registry knows; perhaps {}, {}.",
                    aside.name, aside.why
                ),
                None => match record.date().filter(|_| speaker.candidates.len() > 1) {
                    Some(date) => format!(
                        "“{words}” is nobody whom the registry knows in an office on {}.",
                        date.words()
                    ),
                    None => format!("“{words}” is no person or office that the registry knows."),
                },
            },
        };
        let Some(finding) = findings.add(Some(Zone::Turn), span, message) else {
            continue;
        };
        let registry = record.registry();
        for mention in registry.mentions(words) {
            let (Some(name), [person]) = (mention.name, mention.people.as_slice()) else {
                continue;
            };
            if mention.form == NameForm::NearMiss {
                let known = &registry.person(*person).name;
                let edits = form
                    .turns
                    .iter()
                    .map(|turn| Edit::replace(name.place(turn.label.span.start), known.as_str()));
                finding.suggest(format!("Change to “{known}”"), edits.collect());
            }
        }
    }
    let Some(first) = more.first() else {
        return;
    };
    let words = first.of(record.content());
    let message = match more.len() {
        1 => format!("“{words}” is no person or office that the registry knows."),
        n => format!(
            "“{words}” and {} labels after it are no people that the registry knows.",
            n - 1
        ),
    };
    if let Some(finding) = findings.add(Some(Zone::Turn), *first, message) {
        for other in more.iter().skip(1).take(SHOWN) {
            finding.relate(*other, "here too");
        }
    }
}

/// Whether a label is nearly the spelling of somebody known, so that there is something to offer.
fn has_near(record: &Record, words: &str) -> bool {
    let mentions = record.registry().mentions(words);
    mentions
        .iter()
        .any(|mention| mention.form == NameForm::NearMiss)
}
