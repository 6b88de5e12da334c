//! # ATT111 second-hand-media
//!
//! ## What it finds
//! A report of media without a name: “media reports”, “the press”, “local outlets”.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! A reader who wants to see the report cannot, and a mistake in it belongs to nobody.
//!
//! ## Flagged
//! ```transcript
//! According to media reports, six people were hurt.
//!              ^^^^^^^^^^^^^ second-hand-media
//! ```
//! ```transcript
//! Ruritanian newspapers wrote that a strike was planned.
//! ^^^^^^^^^^^^^^^^^^^^^ second-hand-media
//! ```
//!
//! ## Accepted
//! ```transcript
//! According to the daily Harbour Post, six people were hurt.
//! ```
//! ```transcript
//! The Harbour Post, citing the fire brigade, said six people were hurt.
//! ```
//!
//! ## What to do
//! Name the outlet that was the first to report it.

use crate::record::{Paragraph, Record};
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::rule::Check;
use super::sources;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT111",
    name: "second-hand-media",
    levels: Levels::zones(Some(Severity::Info), Some(Severity::Hint), None),
    source: include_str!("second_hand_media.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone == Zone::Turn {
        return;
    }
    let words = paragraph.span.of(record.content());
    for report in sources::reports(paragraph) {
        let Some(source) = report.attribution.source else {
            continue;
        };
        let said = source.of(words);
        if !sources::is_media(said) || is_quoted(paragraph, source) {
            continue;
        }
        let message = format!("“{said}” names no outlet whose report could be looked up.");
        let span = source.place(paragraph.span.start);
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            report.finish(record, finding);
        }
    }
}
