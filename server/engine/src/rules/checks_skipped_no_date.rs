//! # OFF008 checks-skipped-no-date
//!
//! ## What it finds
//! A document that names people with offices but has no date, so that who held them could not be checked; told once.
//!
//! ## Why it matters
//! Silence about offices would look like a clean bill.
//!
//! ## Flagged
//! ```transcript
//! The Russian foreign minister was received with music and flowers.
//!     ^^^^^^^^^^^^^^^^^^^^^^^^ checks-skipped-no-date
//! ```
//! ```transcript
//! President Vladimir Putin arrived yesterday and left the same evening.
//! ^^^^^^^^^^^^^^^^^^^^^^^^ checks-skipped-no-date
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The Russian foreign minister was received with music and flowers.
//! ```
//! ```transcript
//! A treaty is a promise that two peoples make to each other.
//! ```
//!
//! ## What to do
//! Give the document a date: a line above the text, its file name, or the project. What DAT001 can tell of the day, it offers.

use crate::record::Record;
use crate::transcript::Zone;

use super::{Check, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF008",
    name: "checks-skipped-no-date",
    levels: Levels::all(Severity::Info),
    source: include_str!("checks_skipped_no_date.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    if look.record.date().is_none() {
        look.mentions(seen, |mention, _| mention.title.is_some());
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    if record.date().is_some() {
        return;
    }
    let in_text = record.paragraphs().iter().find_map(|paragraph| {
        let mentions = paragraph.reading.mentions.iter();
        let office = mentions
            .zip(&paragraph.resolved)
            .find(|(mention, resolved)| {
                mention.title.is_some() && (resolved.post.is_some() || !mention.posts.is_empty())
            });
        let (mention, _) = office?;
        Some((mention.span.place(paragraph.span.start), paragraph.zone))
    });
    let turns = record.transcript().turns.iter().zip(record.speakers());
    let in_label = turns
        .filter(|(_, speaker)| speaker.post.is_some())
        .map(|(turn, _)| (turn.label.span, Zone::Turn))
        .next();
    let Some((span, zone)) = in_text.into_iter().chain(in_label).min() else {
        return;
    };
    let words = span.of(record.content());
    findings.add(
        Some(zone),
        span,
        format!("Offices such as “{words}” were not checked, for the document has no date."),
    );
}
