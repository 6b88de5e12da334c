//! # SPK010 generic-speaker
//!
//! ## What it finds
//! A speaker label that is a role and no name, such as “Q” or “Voice”; once for each label, where it first stands.
//!
//! ## Why it matters
//! Several people may stand behind one such label, and their words can be found under nobody’s name.
//!
//! ## Flagged
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Q: Minister, when will the road be ready?
//! ^ generic-speaker
//!
//! Ada Vane: Before the winter.
//!
//! VOICE: Shame!
//! ^^^^^ generic-speaker
//!
//! Ada Vane: I heard that.
//!
//! Q: And who will pay for it?
//! ```
//!
//! ## Accepted
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Q (Anna Reed, Daily Post): Minister, when will the road be ready?
//!
//! Ada Vane: Before the winter.
//!
//! Q (Otto Kern, Strelsau Radio): And who will pay for it?
//!
//! Ada Vane: The city will.
//! ```
//!
//! ## What to do
//! Write who asks, if it is known; else leave it. Where this is the custom of the house, name the role in the project file:
//! `accepted = ["Q"]` under `[labels]`.

use crate::record::Record;
use crate::transcript::Zone;

use super::labels::{self, name_words};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK010",
    name: "generic-speaker",
    levels: Levels::all(Severity::Info),
    source: include_str!("generic_speaker.rs"),
    check: Check::Turns(check),
};

fn check(record: &Record, findings: &mut Findings<'_>) {
    let forms = labels::forms(record);
    let mut told: Vec<Vec<String>> = Vec::new();
    for form in forms.iter().filter(|form| form.speaker.anonymous) {
        let key = name_words(form.words);
        if told.contains(&key) || record.accepts_role(form.words) {
            continue;
        }
        let same = |other: &&labels::LabelForm<'_>| name_words(other.words) == key;
        let n_turns: usize = forms
            .iter()
            .filter(same)
            .map(|other| other.turns.len())
            .sum();
        let words = form.words;
        let message = match n_turns {
            1 => format!("“{words}” is a role: who speaks here is not said."),
            n => format!("“{words}” is a role: who speaks in these {n} turns is not said."),
        };
        findings.add(Some(Zone::Turn), form.turns[0].label.span, message);
        told.push(key);
    }
}
