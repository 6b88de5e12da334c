//! # ATT105 hearsay-adverb
//!
//! ## What it finds
//! “Reportedly”, “allegedly” and the like, where they are all that a statement stands on.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! The word says that somebody reports or alleges, and leaves out who.
//! In reports from court “allegedly” is a duty; so this is for information only.
//!
//! ## Flagged
//! ```transcript
//! The envoy reportedly refused the offer.
//!           ^^^^^^^^^^ hearsay-adverb
//! ```
//! ```transcript
//! The money was allegedly moved through two firms in Zenda.
//!               ^^^^^^^^^ hearsay-adverb
//! ```
//!
//! ## Accepted
//! ```transcript
//! The envoy reportedly refused the offer, the Harbour Post wrote.
//! ```
//! ```transcript
//! The alleged letter was read out by the clerk.
//! ```
//!
//! ## What to do
//! Say who reported or alleged it.

use crate::reading::Shape;
use crate::record::{Paragraph, Record};

use super::rule::Check;
use super::sources;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT105",
    name: "hearsay-adverb",
    levels: Levels::zones(Some(Severity::Info), Some(Severity::Hint), None),
    source: include_str!("hearsay_adverb.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let least = findings.minimum_grade();
    for report in sources::reports(paragraph) {
        let attribution = report.attribution;
        let Some(cue) = attribution
            .cue
            .filter(|_| attribution.shape == Shape::Hearsay)
        else {
            continue;
        };
        // The envoy who refused the offer is no source for the refusal; whoever tells of it is.
        let has_source = paragraph.reading.attributions_at(cue).any(|other| {
            other.source.is_some()
                && other.grade >= least
                && other.content.is_some_and(|content| content.covers(cue))
        });
        if has_source {
            continue;
        }
        let span = cue.place(paragraph.span.start);
        let words = span.of(record.content());
        let message =
            format!("“{words}” says that somebody told it, and the sentence names nobody.");
        findings.add(Some(paragraph.zone), span, message);
    }
}
