//! # FMT005 region-marker-mismatch
//!
//! ## What it finds
//! A line that ends a reproduced statement where none has begun, or a statement that begins before the one above it is
//! marked as ended.
//!
//! ## Why it matters
//! Whose words the paragraphs between are hangs on these lines.
//!
//! ## Flagged
//! ```transcript
//! The two ministers met on 15 March 2023 and spoke for an hour about the harbour.
//!
//! End of the statement.
//! ^^^^^^^^^^^^^^^^^^^^^ region-marker-mismatch
//! ```
//! ```transcript
//! On 15 March 2023 the Ruritanian Presidency issued the following statement:
//!
//! The harbour is ready, and the ships may come.
//!
//! The Freedonian foreign ministry issued the following statement:
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ region-marker-mismatch
//!
//! The ships will come before the summer.
//!
//! End of the statement.
//! ```
//!
//! ## Accepted
//! ```transcript
//! On 15 March 2023 the Ruritanian Presidency issued the following statement:
//!
//! The harbour is ready, and the ships may come.
//!
//! End of the statement.
//!
//! The Freedonian foreign ministry issued the following statement:
//!
//! The ships will come before the summer.
//! ```
//!
//! ## What to do
//! Write the missing line, or take the stray one out.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{Voice, Zone};

use super::markers::{Kind, closings};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT005",
    name: "region-marker-mismatch",
    levels: Levels::all(Severity::Info),
    source: include_str!("region_marker_mismatch.rs"),
    check: Check::Turns(check),
};

fn check(record: &Record, findings: &mut Findings<'_>) {
    let closings: Vec<Span> = closings(record)
        .into_iter()
        .filter(|(_, kind)| *kind == Kind::Statement)
        .map(|(span, _)| span)
        .collect();
    let openings = openings(record);
    let mut next = 0;
    for closing in &closings {
        let mut open: Option<Span> = None;
        while let Some(opening) = openings.get(next).filter(|at| at.start < closing.start) {
            if let Some(before) = open.replace(*opening) {
                let message = "A statement begins here before the one above it is marked as ended.";
                if let Some(finding) = findings.add(Some(Zone::Narrative), *opening, message) {
                    finding.relate(before, "the statement above");
                }
            }
            next += 1;
        }
        if open.is_none() {
            let message = "A statement ends here, and none has begun.";
            findings.add(Some(Zone::Furniture), *closing, message);
        }
    }
}

/// The lines that introduce reproduced statements, in text order.
fn openings(record: &Record) -> Vec<Span> {
    let mut openings: Vec<Span> = Vec::new();
    for passage in &record.transcript().passages {
        let Voice::Issuer(issuer) = &passage.voice else {
            continue;
        };
        let paragraph = record.paragraph_at(issuer.span.start);
        let span = paragraph.map_or(issuer.span, |paragraph| paragraph.span);
        if openings.last() != Some(&span) {
            openings.push(span);
        }
    }
    openings
}
