//! # ATT106 common-knowledge-appeal
//!
//! ## What it finds
//! A claim that is put as known to everyone: “it is no secret that”, “everybody knows that”.
//!
//! “As you know” in talk, with no claim behind it, is left alone.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! What everyone is said to know is told without a source, and whoever asks for one is made to look ignorant.
//!
//! ## Flagged
//! ```transcript
//! It is no secret that the governor owns the harbour.
//! ^^^^^^^^^^^^^^^^^^^^ common-knowledge-appeal
//! ```
//! ```transcript
//! Ada Vane: Everybody knows that walls work.
//!           ^^^^^^^^^^^^^^^^^^^^ common-knowledge-appeal
//!
//! Rudolf Elphberg: Thank you.
//!
//! Ada Vane: As everyone knows, the mill was sold.
//!           ^^^^^^^^^^^^^^^^^ common-knowledge-appeal
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ada Vane: As you know, we met in May.
//!
//! Rudolf Elphberg: Thank you.
//!
//! Ada Vane: You know this house well.
//! ```
//! ```transcript
//! The fact is known to the committee, its chair said.
//! ```
//!
//! ## What to do
//! Drop the appeal, and say on whose word the claim stands.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::LocalSpan;
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::parts::Parts;
use super::phrases::Phrases;
use super::rule::Check;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT106",
    name: "common-knowledge-appeal",
    levels: Levels::zones(
        Some(Severity::Info),
        Some(Severity::Hint),
        Some(Severity::Hint),
    ),
    source: include_str!("common_knowledge_appeal.rs"),
    check: Check::Paragraph(check),
};

static APPEALS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("common_knowledge_appeal/appeals.txt")));

static PARTS: LazyLock<Parts> =
    LazyLock::new(|| Parts::of(include_str!("common_knowledge_appeal/parts.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    let mut looked_until = 0;
    for part in PARTS.places(words) {
        let Some(sentence) = paragraph.reading.sentence_at(part) else {
            continue;
        };
        if part < looked_until || sentence.question {
            continue;
        }
        looked_until = sentence.span.end();
        let start = sentence.span.start();
        for found in APPEALS.find(sentence.span.of(words)) {
            let found = LocalSpan::new(start + found.start(), start + found.end());
            if paragraph.zone != Zone::Turn && is_quoted(paragraph, found) {
                continue;
            }
            let appeal = found.of(words);
            let message =
                format!("“{appeal}” puts the claim as known to all; no source is named for it.");
            findings.add(
                Some(paragraph.zone),
                found.place(paragraph.span.start),
                message,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::parts::fit;

    #[test]
    fn every_appeal_has_one_of_the_parts() {
        assert!(fit(
            include_str!("common_knowledge_appeal/parts.txt"),
            include_str!("common_knowledge_appeal/appeals.txt")
        ));
    }
}
