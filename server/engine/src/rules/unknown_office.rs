//! # OFF006 unknown-office
//!
//! ## What it finds
//! A title that names no office: words are missing or run together (“President The Ruritanian side”), or no register has an
//! office of that subject (“Minister for Rain”). The latter weighs less, for registers leave offices out.
//!
//! How often it is right has not been measured: 135 real texts gave one finding, a right one.
//!
//! ## Why it matters
//! The reader cannot tell what the person was; often a line of the original was lost.
//!
//! ## Flagged
//! ```transcript
//! 15 March 2023
//!
//! The talks were joined by Ona Prell, President The Russian side of the committee.
//!                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-office
//! ```
//! ```transcript
//! 15 March 2023
//!
//! A letter by the Deputy Minister for Rain was read.
//!                 ^^^^^^^^^^^^^^^^^^^^^^^^ unknown-office
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! A letter by the Minister for Health and by the Minister of Foreign Affairs was read.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Officials read the letter. The President of the committee thanked them.
//! ```
//!
//! ## What to do
//! Correct the title, or add the post to a registry of the project.

use crate::record::{Paragraph, Record};
use crate::registry::{OddTitle, slug};

use super::{Check, FileChange, FileEdit, FileRole, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF006",
    name: "unknown-office",
    levels: Levels::zones(
        Some(Severity::Info),
        Some(Severity::Info),
        Some(Severity::Hint),
    ),
    source: include_str!("unknown_office.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let content = record.content();
    for (title, odd) in paragraph.reading.odd_titles.iter().copied() {
        let span = title.place(paragraph.span.start);
        let words = span.of(content);
        let message = match odd {
            OddTitle::Malformed => format!("“{words}” breaks off; no office is called so."),
            OddTitle::Unknown => format!("No office of the register is called “{words}”."),
        };
        let Some(finding) = findings.add(Some(paragraph.zone), span, message) else {
            continue;
        };
        if odd == OddTitle::Unknown {
            finding.lower();
            finding.suggest_in_files(
                format!("Add “{words}” to the registry"),
                vec![FileEdit {
                    file: FileRole::Registry,
                    change: FileChange::Append {
                        list: "post",
                        entry: vec![("id", slug(words).into()), ("label", words.into())],
                    },
                }],
            );
        }
    }
}
