//! # SPK002 empty-turn
//!
//! ## What it finds
//! A speaker label with nothing said under it.
//!
//! ## Why it matters
//! Either the words were lost, or they stand under somebody else's label.
//!
//! ## Flagged
//! ```transcript
//! 15 March 2023
//!
//! President Vladimir Putin:
//! I welcome the guests who have come such a long way to be with us.
//!
//! President Bashar al-Assad:
//! ^^^^^^^^^^^^^^^^^^^^^^^^^ empty-turn
//!
//! President Vladimir Putin:
//! ^^^^^^^^^^^^^^^^^^^^^^^^ empty-turn
//!
//! End of the transcript.
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
//!
//! Thank you for the words of welcome.
//!
//! President Vladimir Putin:
//! [inaudible]
//!
//! President Bashar al-Assad:
//! We are glad to be here.
//! ```
//!
//! ## What to do
//! Add what was said, write [no transcript] under the label, or delete the label.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Turn, Voice, Zone};

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK002",
    name: "empty-turn",
    levels: Levels::all(Severity::Warning),
    source: include_str!("empty_turn.rs"),
    check: Check::Turns(check),
};

fn check(record: &Record, findings: &mut Findings<'_>) {
    for turn in &record.transcript().turns {
        if turn.speech.is_some() || is_noted(record, turn) {
            continue;
        }
        let label = &turn.label;
        let words = label.span.of(record.content());
        let message = format!("Nothing is said under the label “{words}”.");
        let Some(finding) = findings.add(Some(Zone::Turn), label.span, message) else {
            continue;
        };
        let end = Span::new(label.marked.end, label.marked.end);
        finding.suggest(
            "Write [no transcript] under it",
            vec![Edit::replace(end, "\n[no transcript]")],
        );
        finding.suggest("Delete the label", vec![Edit::remove(label.marked)]);
    }
}

/// Whether a note in brackets stands in place of what was said: `[inaudible]`.
fn is_noted(record: &Record, turn: &Turn) -> bool {
    let after = &record.content()[turn.label.marked.end..];
    if after.trim_start().starts_with(['[', '(']) {
        return true;
    }
    let passages = &record.transcript().passages;
    let next = turn.passages.last().and_then(|last| passages.get(last + 1));
    next.is_some_and(|passage| passage.voice == Voice::None(FurnitureKind::StageDirection))
}
