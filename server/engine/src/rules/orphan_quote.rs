//! # QUO101 orphan-quote
//!
//! ## What it finds
//! A direct quotation of five words or more for which nobody is named: not in its sentence, not in those beside it, not by an introduction.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Words in quotation marks are somebody's; without a speaker nobody answers for them.
//!
//! ## Flagged
//! ```transcript
//! “We will never sign under pressure.” It was late in the evening.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ orphan-quote
//! ```
//! ```transcript
//! The day was long.
//!
//! “The bridge is closed until the harvest is in.”
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ orphan-quote
//!
//! Then it rained.
//! ```
//!
//! ## Accepted
//! ```transcript
//! The chair rose. “We will never sign under pressure,” she said.
//! ```
//! ```transcript
//! Vane told reporters:
//!
//! “The bridge is closed until the harvest is in.”
//! ```
//!
//! ## What to do
//! Say who said it.

use crate::record::{Paragraph, Record};
use crate::transcript::Zone;

use super::quotes::orphan;
use super::rule::Check;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO101",
    name: "orphan-quote",
    levels: Levels::zones(Some(Severity::Warning), Some(Severity::Info), None),
    source: include_str!("orphan_quote.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone == Zone::Turn {
        return;
    }
    for quote in &paragraph.reading.quotes {
        let orphan = orphan(record, paragraph, quote);
        if orphan.is_some_and(|orphan| !orphan.has_neighbour) {
            let span = quote.span.place(paragraph.span.start);
            let message = "Nobody is named for this quotation, neither in its sentence nor in those beside it.";
            findings.add(Some(paragraph.zone), span, message);
        }
    }
}
