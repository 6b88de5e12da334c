//! # DAT101 figure-without-source
//!
//! ## What it finds
//! A figure in the outlet's own voice for which the sentence names no source.
//!
//! A plain count of fewer than twenty things is told under the strict profile only. A figure beside a poll, report or other
//! document that counts is that document's, and so are shares in the sentences that follow.
//!
//! Of 43 findings read by hand on pages it was not made with, results of matches left aside, 41 wanted a source; the others are
//! rules and counts anybody can look up. Where a page tells of a match, its results are found too.
//!
//! ## Why it matters
//! A number looks measured; a reader who cannot see who counted cannot judge what it is worth.
//!
//! ## Flagged
//! ```transcript
//! Exports of wheat rose by 7 percent last year.
//!                          ^^^^^^^^^ figure-without-source
//! ```
//! ```transcript
//! Some 12,000 families left the valley in one week.
//!      ^^^^^^ figure-without-source
//! ```
//!
//! ## Accepted
//! ```transcript
//! Exports of wheat rose by 7 percent last year, the customs service said.
//! ```
//! ```transcript
//! The summit drew 40 reporters to the capital on 15 March 2023.
//! ```
//! ```transcript
//! The Kurier poll asked voters in two towns. Vane was at 31 percent.
//! ```
//!
//! ## What to do
//! Say who counted, and when.

use crate::reading::{Language, Trigger, TriggerKind, WordList};
use crate::record::{Paragraph, Record};

use super::assertions::{Assertion, Basis, assertions, place};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT101",
    name: "figure-without-source",
    levels: Levels::narrative(Severity::Warning),
    source: include_str!("figure_without_source.rs"),
    check: Check::Paragraph(check),
};

/// Below this a plain count of an occasion is one the reporter could make.
const COUNTED_BY_EYE: u32 = 100;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    for assertion in assertions(record, paragraph, findings, |kind, _| {
        kind == TriggerKind::Figure
    }) {
        if !matches!(assertion.basis, Basis::Nobody | Basis::Spliced) {
            continue;
        }
        let is_told = |trigger: &&Trigger| {
            trigger.kind == TriggerKind::Figure
                && !assertion.is_measured(trigger)
                && (findings.is_strict() || !is_own_count(record, &assertion, trigger))
        };
        let figures: Vec<&Trigger> = assertion.triggers.iter().copied().filter(is_told).collect();
        if let Some(finding) = assertion.report(record, &figures, "is a figure", findings) {
            assertion.offer_source(record, finding);
        }
    }
}

/// A handful of things, “four states”, is counted by whoever looks.
fn is_few(figure: &str, language: Language) -> bool {
    language.lists(WordList::Few, figure) || figure.parse::<u32>().is_ok_and(|n| n < 20)
}

/// A small, plain count: of a few things anywhere, of more in a sentence about a meeting.
fn is_own_count(record: &Record, assertion: &Assertion<'_>, figure: &Trigger) -> bool {
    let words = place(assertion.paragraph, figure.span).of(record.content());
    let language = assertion.paragraph.opening.language;
    if is_few(words, language) {
        return true;
    }
    let is_small = words.parse::<u32>().map_or(
        words.chars().all(char::is_alphabetic) && !words.ends_with(['d', 's']),
        |n| n < COUNTED_BY_EYE,
    );
    let sentence = assertion.paragraph.reading.sentence_at(figure.span.start());
    is_small
        && sentence.is_some_and(|sentence| {
            place(assertion.paragraph, sentence.span)
                .of(record.content())
                .split(|c: char| !c.is_alphabetic())
                .any(|word| language.lists(WordList::Occasions, word))
        })
}
