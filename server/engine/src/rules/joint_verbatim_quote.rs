//! # QUO104 joint-verbatim-quote
//!
//! ## What it finds
//! A quotation of eight words or more that is ascribed to two people or more.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Two people hardly say the same long sentence; either one of them did, or it is from a document.
//!
//! ## Flagged
//! ```transcript
//! The ministers noted “a global clash of forces over sovereignty and equality between nations”.
//!                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ joint-verbatim-quote
//! ```
//! ```transcript
//! “We reject this map entirely and for all time,” Lena Orlova and Mira Haddad said.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ joint-verbatim-quote
//! ```
//!
//! ## Accepted
//! ```transcript
//! Their joint statement spoke of “a global clash of forces over sovereignty and equality of nations”.
//! ```
//! ```transcript
//! “Yes, yes!” Lena Orlova and Mira Haddad said.
//! ```
//!
//! ## What to do
//! Give the words to one of them, or to the document.

use std::sync::LazyLock;

use crate::reading::Quote;
use crate::record::{Paragraph, Record};
use crate::text::LocalSpan;

use super::ascribed::is_joint;
use super::phrases::Phrases;
use super::rule::Check;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO104",
    name: "joint-verbatim-quote",
    levels: Levels::all(Severity::Info),
    source: include_str!("joint_verbatim_quote.rs"),
    check: Check::Paragraph(check),
};

static COLLECTIVES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("collective_official_source/collectives.txt")));

/// Shorter words two people may say together.
const SHORTEST: u32 = 8;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for quote in &paragraph.reading.quotes {
        if quote.n_words < SHORTEST || !quote.opened {
            continue;
        }
        let Some(source) = joint_source(paragraph, words, quote) else {
            continue;
        };
        let message = format!(
            "“{}” are several, and the quotation gives one and the same words to them.",
            source.of(words)
        );
        let span = quote.span.place(paragraph.span.start);
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            finding.relate(source.place(paragraph.span.start), "to whom it is ascribed");
        }
    }
}

/// The source of a quotation, if it is several people.
fn joint_source(paragraph: &Paragraph, words: &str, quote: &Quote) -> Option<LocalSpan> {
    let attributions = paragraph.reading.attributions_at(quote.span);
    // Where a statement tells what two people noted, the two own the words.
    attributions
        .filter(|found| {
            found
                .content
                .is_some_and(|content| content.overlaps(quote.span))
                && !found.is_document
        })
        .filter_map(|found| found.source)
        .find(|source| {
            let said = source.of(words);
            is_joint(said) || COLLECTIVES.holds(said)
        })
}
