//! # QUO102 ambiguous-quote-speaker
//!
//! ## What it finds
//! A direct quotation without a word of saying, where two people are named equally near.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! A reader cannot tell which of the two said it.
//!
//! ## Flagged
//! ```transcript
//! Lena Orlova and Mira Haddad walked out together. “This is over for all of us.”
//!                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ambiguous-quote-speaker
//! ```
//! ```transcript
//! Ilya Gran and Mira Haddad left the hall by one door. “We will not sign it this year.”
//!                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ambiguous-quote-speaker
//! ```
//!
//! ## Accepted
//! ```transcript
//! Lena Orlova walked out. “This is over for all of us,” she said.
//! ```
//! ```transcript
//! Lena Orlova met Ilya Gran. “We will not sign this year,” Gran said.
//! ```
//!
//! ## What to do
//! Say which of them said it.

use crate::record::{Paragraph, Record};
use crate::text::Span;
use crate::transcript::Zone;

use super::quotes::orphan;
use super::rule::Check;
use super::{Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO102",
    name: "ambiguous-quote-speaker",
    levels: Levels::zones(Some(Severity::Info), Some(Severity::Hint), None),
    source: include_str!("ambiguous_quote_speaker.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone == Zone::Turn {
        return;
    }
    for quote in &paragraph.reading.quotes {
        let Some(orphan) = orphan(record, paragraph, quote) else {
            continue;
        };
        let [one, other] = orphan.candidates[..] else {
            continue;
        };
        let content = record.content();
        let said = paragraph.opening.language.said();
        let message = format!(
            "No word of saying stands by this quotation; it may be “{}” or “{}” who speaks.",
            one.of(content),
            other.of(content)
        );
        let span = quote.span.place(paragraph.span.start);
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            for candidate in [one, other] {
                finding.relate(candidate, "could be the speaker");
                let name = candidate.of(content);
                let Some(said) = said else { continue };
                finding.suggest(
                    format!("Add that {name} {said} it"),
                    tagged(
                        content,
                        quote.inner.place(paragraph.span.start),
                        span,
                        name,
                        said,
                    ),
                );
            }
        }
    }
}

/// Ends a quotation in a comma and tags it with who said it: “It is over,” Vane said.
fn tagged(content: &str, inner: Span, whole: Span, name: &str, said: &str) -> Vec<Edit> {
    let words = inner.of(content).trim_end();
    let end = inner.start + words.len();
    let mut edits = Vec::new();
    if words.ends_with('.') && !words.ends_with("..") {
        edits.push(Edit::replace(Span::new(end - 1, end), ","));
    } else if !words.ends_with([',', '!', '?', '…', '.']) {
        edits.push(Edit::replace(Span::new(end, end), ","));
    }
    let behind = Span::new(whole.end, whole.end);
    edits.push(Edit::replace(behind, format!(" {name} {said}.")));
    edits
}
