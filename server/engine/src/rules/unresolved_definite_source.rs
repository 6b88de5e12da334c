//! # ATT108 unresolved-definite-source
//!
//! ## What it finds
//! “The statement”, “the official” or “the report” as a source, where nothing of the kind was named before.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! “The” promises that the reader has met it; a reader who has not cannot find it.
//!
//! ## Flagged
//! ```transcript
//! The statement added that aid would follow.
//! ^^^^^^^^^^^^^ unresolved-definite-source
//! ```
//! ```transcript
//! The official warned that the bridge would close.
//! ^^^^^^^^^^^^ unresolved-definite-source
//! ```
//!
//! ## Accepted
//! ```transcript
//! The ministry issued a statement on Monday. The statement added that aid would follow.
//! ```
//! ```transcript
//! A border official waited at the gate. The official said the bridge would close.
//! ```
//!
//! ## What to do
//! Say whose statement it is, or who the official is.

use crate::reading::{Antecedent, Pointer, ReferentKind};
use crate::record::{Paragraph, Record};
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::rule::Check;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT108",
    name: "unresolved-definite-source",
    levels: Levels::zones(Some(Severity::Info), Some(Severity::Hint), None),
    source: include_str!("unresolved_definite_source.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone == Zone::Turn {
        return;
    }
    let words = paragraph.span.of(record.content());
    for back in paragraph
        .standings
        .iter()
        .flat_map(|standing| &standing.back)
    {
        let Some(attribution) = paragraph.reading.attributions.get(back.attribution.at()) else {
            continue;
        };
        let is_noun = matches!(
            attribution.points_back,
            Some(Pointer::Noun(ReferentKind::Document | ReferentKind::Role))
        );
        let Some(source) = attribution.source.filter(|_| is_noun) else {
            continue;
        };
        // Two earlier ones of the kind leave open which, but a reader has met both.
        if back.antecedent != Antecedent::Missing || is_quoted(paragraph, source) {
            continue;
        }
        let span = source.place(paragraph.span.start);
        let message = format!(
            "“{}” is the source, and nothing of the kind is named before it.",
            source.of(words)
        );
        findings.add(Some(paragraph.zone), span, message);
    }
}
