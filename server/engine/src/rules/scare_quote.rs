//! # QUO106 scare-quote
//!
//! ## What it finds
//! A word or two in quotation marks that nobody is said to have said, or “so-called”.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Such marks say that the word is wrong, and leave out who says so and why.
//!
//! ## Flagged
//! ```transcript
//! They crossed into the so-called ‘garden’ of the north.
//!                       ^^^^^^^^^^^^^^^^^^ scare-quote
//! ```
//! ```transcript
//! The neighbours held their “elections” in May.
//!                           ^^^^^^^^^^^ scare-quote
//! ```
//!
//! ## Accepted
//! ```transcript
//! The film “Stalker” was shown in May.
//! ```
//! ```transcript
//! The word “garden” was used by the envoy.
//! ```
//!
//! ## What to do
//! Use another word, or say whose word it is.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::LocalSpan;
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::phrases::Phrases;
use super::quotes::is_named;
use super::rule::Check;
use super::{Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO106",
    name: "scare-quote",
    levels: Levels::all(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("scare_quote.rs"),
    check: Check::Paragraph(check),
};

static NAMING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("scare_quote/naming.txt")));
static SO_CALLED: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("scare_quote/so_called.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    let base = paragraph.span.start;
    let mut told: Option<LocalSpan> = None;
    for found in SO_CALLED.find(words) {
        if is_quoted(paragraph, found) && paragraph.zone != Zone::Turn {
            continue;
        }
        let quotes = &paragraph.reading.quotes;
        let next = quotes.partition_point(|quote| quote.span.start() < found.end());
        let quote = quotes
            .get(next)
            .filter(|quote| words[found.end()..quote.span.start()].trim().is_empty());
        told = quote.map(|quote| quote.span);
        let span = LocalSpan::new(
            found.start(),
            quote.map_or(found.end(), |quote| quote.span.end()),
        );
        let message = format!(
            "“{}” doubts the word, and does not say whose word it is.",
            found.of(words)
        );
        findings.add(Some(paragraph.zone), span.place(base), message);
    }
    for quote in &paragraph.reading.quotes {
        let inner = quote.inner.of(words);
        let is_scare = quote.opened
            && quote.closed
            && (1..=2).contains(&quote.n_words)
            && inner.starts_with(char::is_lowercase)
            && told != Some(quote.span);
        let is_reported = paragraph.reading.attributions_at(quote.span).any(|found| {
            found.source.is_some()
                && found
                    .content
                    .is_some_and(|content| content.overlaps(quote.span))
        });
        if is_scare && !is_reported && !is_named(&words[..quote.span.start()], &NAMING) {
            let message = "Nobody is said to have used this word; the marks only doubt it.";
            findings.add(Some(paragraph.zone), quote.span.place(base), message);
        }
    }
}
