//! # SPK003 label-variant
//!
//! ## What it finds
//! One person under several forms of label; once for each form, where it first stands.
//!
//! ## Why it matters
//! A search for one form misses what was said under the other.
//!
//! ## Flagged
//! ```transcript
//! 15 March 2023
//!
//! President Vladimir Putin:
//! I welcome the guests who have come such a long way to be with us.
//!
//! President Bashar al-Assad:
//! Thank you for the words of welcome.
//!
//! President Putin:
//! ^^^^^^^^^^^^^^^ label-variant
//! Let us begin, then.
//!
//! President al-Assad:
//! ^^^^^^^^^^^^^^^^^^ label-variant
//! I agree.
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! President Vladimir Putin:
//! I welcome the guests who have come such a long way to be with us.
//!
//! President Bashar al-Assad:
//! Thank you for the words of welcome.
//!
//! President Vladimir Putin:
//! Let us begin, then.
//! ```
//!
//! ## What to do
//! Write every label of a person in one form.

use crate::record::Record;
use crate::transcript::Zone;

use super::labels::{self, LabelForm, name_words};
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK003",
    name: "label-variant",
    levels: Levels::all(Severity::Hint),
    source: include_str!("label_variant.rs"),
    check: Check::Turns(check),
};

fn check(record: &Record, findings: &mut Findings<'_>) {
    let forms = labels::forms(record);
    let mut groups: Vec<Vec<&LabelForm<'_>>> = Vec::new();
    for form in &forms {
        if form.speaker.anonymous {
            continue;
        }
        match groups.iter_mut().find(|group| is_same(group[0], form)) {
            Some(group) => group.push(form),
            None => groups.push(vec![form]),
        }
    }
    for group in groups {
        // The form most used; among equals the first.
        let Some(usual) = group.iter().rev().max_by_key(|form| form.turns.len()) else {
            continue;
        };
        for form in &group {
            if form.words != usual.words {
                report(form, usual, findings);
            }
        }
    }
}

fn report(form: &LabelForm<'_>, usual: &LabelForm<'_>, findings: &mut Findings<'_>) {
    let message = format!("“{}” speaks as “{}” elsewhere.", form.words, usual.words);
    let span = form.turns[0].label.span;
    if let Some(finding) = findings.add(Some(Zone::Turn), span, message) {
        finding.relate(usual.turns[0].label.span, "the other form");
        let edits = form
            .turns
            .iter()
            .map(|turn| Edit::replace(turn.label.span, usual.words));
        finding.suggest(
            format!("Write “{}” everywhere", usual.words),
            edits.collect(),
        );
    }
}

/// Whether two labels are of one person: known to be, or of the same words but for case.
fn is_same(a: &LabelForm<'_>, b: &LabelForm<'_>) -> bool {
    match (a.speaker.person, b.speaker.person) {
        (Some(a), Some(b)) => a == b,
        (None, None) => name_words(a.words) == name_words(b.words),
        _ => false,
    }
}
