//! # DAT007 vague-time
//!
//! ## What it finds
//! A time that no calendar knows, in the outlet’s own voice: “lately”, “in recent years”.
//!
//! ## Why it matters
//! A reader of next year cannot tell when it was, and nobody can check it.
//!
//! ## Flagged
//! ```transcript
//! The toll was introduced lately by the city of Strelsau.
//!                         ^^^^^^ vague-time
//! In recent years the harbour has been made deeper.
//! ^^^^^^^^^^^^^^^ vague-time
//! ```
//!
//! ## Accepted
//! ```transcript
//! The toll was introduced in 2022 by the city of Strelsau.
//! ```
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: Lately it has rained a good deal.
//!
//! Rolf Berg: It has.
//!
//! Ada Vane: In recent years too.
//! ```
//!
//! ## What to do
//! Say the year or the month.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};
use crate::transcript::Zone;

use super::{Check, Findings, Levels, Rule};

pub(super) const RULE: Rule = Rule {
    code: "DAT007",
    name: "vague-time",
    levels: Levels::off(),
    source: include_str!("vague_time.rs"),
    check: Check::Paragraph(check),
};

/// Phrases that tell a time and no date; sorted.
const PHRASES: &str = include_str!("vague_time/phrases.txt");

static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(PHRASES.lines())
        .expect("a few short phrases always make a finder")
});

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone == Zone::Turn {
        return;
    }
    let words = paragraph.span.of(record.content());
    for found in FINDER.find_iter(words) {
        let (start, end) = (found.start(), found.end());
        let joined = words[..start].ends_with(char::is_alphanumeric)
            || words[end..].starts_with(char::is_alphanumeric);
        let quoted = paragraph
            .reading
            .quotes_at(LocalSpan::new(start, end))
            .any(|quote| quote.span.start() <= start && end <= quote.span.end());
        if joined || quoted {
            continue;
        }
        let span = Span::new(paragraph.span.start + start, paragraph.span.start + end);
        let phrase = span.of(record.content());
        let message = format!("“{phrase}” tells no date.");
        findings.add(Some(paragraph.zone), span, message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrases_are_sorted() {
        assert!(PHRASES.lines().is_sorted());
    }
}
