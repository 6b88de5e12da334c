//! # ATT104 bare-document-source
//!
//! ## What it finds
//! A study, poll, report or data that speaks without owner, title or date.
//!
//! “The poll” of a text that told of one before is no bare document.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! A document that nobody can look up proves nothing, and a reader cannot tell it from none.
//!
//! ## Flagged
//! ```transcript
//! Studies show that tariffs create work in the mountain towns.
//! ^^^^^^^ bare-document-source
//! ```
//! ```transcript
//! Reports indicate that a second bridge is being built.
//! ^^^^^^^ bare-document-source
//! ```
//!
//! ## Accepted
//! ```transcript
//! A 2019 study by the trade ministry shows that tariffs create work.
//! ```
//! ```transcript
//! The poll of the Harbour Post also shows a tie.
//! ```
//!
//! ## What to do
//! Say whose document it is and of when, and link it.

use crate::reading::{Grade, Shape};
use crate::record::{Paragraph, Record};
use crate::transcript::Zone;

use super::rule::Check;
use super::sources;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT104",
    name: "bare-document-source",
    levels: Levels::zones(
        Some(Severity::Warning),
        Some(Severity::Info),
        Some(Severity::Hint),
    ),
    source: include_str!("bare_document_source.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    for report in sources::reports(paragraph) {
        let attribution = report.attribution;
        let Some(source) = attribution.source else {
            continue;
        };
        let is_bare = attribution.is_document
            && attribution.grade == Grade::Vague
            && attribution.points_back.is_none()
            && attribution.shape != Shape::Hearsay
            && !report.head_is_group(record)
            && !sources::is_media(source.of(paragraph.span.of(record.content())));
        let is_talk = paragraph.zone == Zone::Turn;
        if !is_bare || is_talk && !report.tells_what(paragraph.span.of(record.content())) {
            continue;
        }
        let span = source.place(paragraph.span.start);
        let words = span.of(record.content());
        let message =
            format!("“{words}” is a document without owner, title or date; none stands beside it.");
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            report.finish(record, finding);
        }
    }
}
