//! # DAT102 change-without-base
//!
//! ## What it finds
//! A change in percent, or a doubling, without the period or state it is measured against.
//!
//! In what a speaker says it is told only under the triage profile.
//!
//! ## Why it matters
//! “Up 7 percent” means nothing until one knows since when, or of what.
//!
//! ## Flagged
//! ```transcript
//! Trade between the two ports has seen a 7% increase.
//!                                        ^^ change-without-base
//! ```
//! ```transcript
//! Theft has doubled in the harbour.
//!           ^^^^^^^ change-without-base
//! ```
//!
//! ## Accepted
//! ```transcript
//! Trade between the two ports is up 7 percent on 2021.
//! ```
//! ```transcript
//! Theft doubled from 40 to 80 cases.
//! ```
//!
//! ## What to do
//! Say what it is measured against: since when, or from what to what.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::LocalSpan;
use crate::transcript::Zone;

use super::parts::Parts;
use super::phrases::Phrases;
use super::rule::Check;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT102",
    name: "change-without-base",
    levels: Levels::zones(
        Some(Severity::Info),
        Some(Severity::Hint),
        Some(Severity::Hint),
    ),
    source: include_str!("change_without_base.rs"),
    check: Check::Paragraph(check),
};

static CHANGES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("change_without_base/changes.txt")));
static MULTIPLES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("change_without_base/multiples.txt")));
static PARTS: LazyLock<Parts> =
    LazyLock::new(|| Parts::of(include_str!("change_without_base/parts.txt")));
static BASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("change_without_base/bases.txt")));

/// How far a percentage may stand from the word of change, in bytes.
const REACH: usize = 40;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone == Zone::Turn && !findings.is_triage() {
        return;
    }
    let words = paragraph.span.of(record.content());
    let has_part = PARTS.are_in(words);
    for sentence in paragraph
        .reading
        .sentences
        .iter()
        .filter(|sentence| !sentence.question)
    {
        let said = sentence.span.of(words);
        let share = sentence.triggers.iter().find(|trigger| {
            let figure = trigger.span.of(words);
            // Asked first, as most figures are no shares.
            let may_be_share = memchr::memchr2(b'%', b'p', figure.as_bytes()).is_some();
            let is_share = may_be_share
                && (figure.contains('%')
                    || figure.contains("percent")
                    || figure.contains("per cent"));
            is_share && stands_by_change(said, trigger.span.start() - sentence.span.start())
        });
        let span = match share {
            Some(share) => share.span,
            None if !has_part => continue,
            None => match MULTIPLES.find(said).next() {
                Some(found) => LocalSpan::new(
                    sentence.span.start() + found.start(),
                    sentence.span.start() + found.end(),
                ),
                None => continue,
            },
        };
        if BASES.is_in(said) || names_year(said) {
            continue;
        }
        let message = format!(
            "“{}” is a change, and the sentence does not say since when or from what.",
            span.of(words)
        );
        findings.add(
            Some(paragraph.zone),
            span.place(paragraph.span.start),
            message,
        );
    }
}

fn stands_by_change(said: &str, at: usize) -> bool {
    CHANGES
        .find(said)
        .any(|change| change.start().abs_diff(at) <= REACH || change.end().abs_diff(at) <= REACH)
}

/// Whether a year stands in a sentence.
fn names_year(said: &str) -> bool {
    said.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| {
            word.len() == 4
                && word
                    .parse::<u16>()
                    .is_ok_and(|year| (1800..2100).contains(&year))
        })
}

#[cfg(test)]
mod tests {
    use crate::rules::parts::fit;

    #[test]
    fn every_multiple_has_one_of_the_parts() {
        assert!(fit(
            include_str!("change_without_base/parts.txt"),
            include_str!("change_without_base/multiples.txt")
        ));
    }
}
