//! # DAT003 unanchored-relative-date
//!
//! ## What it finds
//! A time told from the day of writing, such as “yesterday” or “next month”, where the document's date does not tell which
//! day is meant; once for each wording, where it first stands.
//!
//! ## Why it matters
//! Read a year later, or quoted elsewhere, the words mean no day at all.
//!
//! ## Flagged
//! ```transcript
//! The envoys met yesterday in the old hall, and spoke for three hours.
//!                ^^^^^^^^^ unanchored-relative-date
//! The bridge opens next month, the mayor said.
//!                  ^^^^^^^^^^ unanchored-relative-date
//! ```
//!
//! ## Accepted
//! ```transcript
//! The envoys met yesterday, 15 March 2023, in the old hall.
//! ```
//! ```transcript
//! Strelsau, 16 March 2023
//!
//! Ada Vane: We met yesterday, and shall meet again next month.
//!
//! Rolf Berg: I was there on Tuesday.
//!
//! Ada Vane: So you were.
//! ```
//!
//! ## What to do
//! Give the document its date, or write the day beside the words.

use std::collections::BTreeMap;

use crate::record::Record;
use crate::text::Span;
use crate::transcript::Zone;

use super::{Check, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT003",
    name: "unanchored-relative-date",
    levels: Levels::all(Severity::Info),
    source: include_str!("unanchored_relative_date.rs"),
    check: Check::Transcript(sees, check),
};

/// More places of one wording than these are no help.
const SHOWN: usize = 10;

fn sees(look: Look<'_>, seen: &mut Seen) {
    let date = look.record.date();
    let moments = look.said.reading.moments.iter();
    for moment in moments.filter(|moment| moment.period(date).is_none()) {
        seen.say(moment.span.of(look.words));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut places: BTreeMap<String, Vec<(Span, Zone)>> = BTreeMap::new();
    for at in record.moments().filter(|at| at.period.is_none()) {
        let words = at.span.of(record.content()).to_lowercase();
        places.entry(words).or_default().push((at.span, at.zone));
    }
    let why = match record.date() {
        Some(date) => format!("the document’s date, {}, is too coarse", date.words()),
        None => "the document has no date".to_owned(),
    };
    for places in places.into_values() {
        let (span, zone) = places[0];
        let words = span.of(record.content());
        let message = format!("Which day “{words}” means cannot be told, for {why}.");
        if let Some(finding) = findings.add(Some(zone), span, message) {
            for (other, _) in places.iter().skip(1).take(SHOWN) {
                finding.relate(*other, "here too");
            }
        }
    }
}
