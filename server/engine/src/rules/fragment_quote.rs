//! # QUO105 fragment-quote
//!
//! ## What it finds
//! One to three quoted words within a report in the reporter's own words.
//!
//! Names and titles in quotation marks, and words quoted as words, are left alone.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Partial quotations are where meaning is bent: the sentence they were cut from is gone.
//!
//! ## Flagged
//! ```transcript
//! The mayor called the plan “dangerous” and a gift to smugglers.
//!                           ^^^^^^^^^^^ fragment-quote
//! ```
//! ```transcript
//! Ada Vane said that there would be “grave consequences” for the neighbours.
//!                                   ^^^^^^^^^^^^^^^^^^^^ fragment-quote
//! ```
//!
//! ## Accepted
//! ```transcript
//! The mayor said: “The plan is dangerous, because it leaves out the harbour.”
//! ```
//! ```transcript
//! Ada Vane said that the “Zenda accords” were dead.
//! ```
//!
//! ## What to do
//! Quote the sentence, or tell it without marks.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};

use super::phrases::Phrases;
use super::quotes::is_named;
use super::rule::Check;
use super::{Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO105",
    name: "fragment-quote",
    levels: Levels::all(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("fragment_quote.rs"),
    check: Check::Paragraph(check),
};

static NAMING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("scare_quote/naming.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for quote in &paragraph.reading.quotes {
        let inner = quote.inner.of(words);
        let is_fragment = quote.opened
            && quote.closed
            && (1..=3).contains(&quote.n_words)
            && inner.starts_with(char::is_lowercase);
        if !is_fragment || is_named(&words[..quote.span.start()], &NAMING) {
            continue;
        }
        let told_by = paragraph.reading.attributions_at(quote.span).find(|found| {
            let touches = found
                .content
                .is_some_and(|content| content.overlaps(quote.span));
            touches && found.source.is_some()
        });
        let Some(source) = told_by.and_then(|found| found.source) else {
            continue;
        };
        let message = format!(
            "Of what “{}” said, only these words are quoted.",
            source.of(words)
        );
        let span = quote.span.place(paragraph.span.start);
        findings.add(Some(paragraph.zone), span, message);
    }
}
