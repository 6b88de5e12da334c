//! # CLM001 check-worthy-claim
//!
//! ## What it finds
//! A sentence of a speaker or a reproduced statement that is worth checking: figures, superlatives, changes, causes and names score for it, opinions, wishes and questions against.
//!
//! It runs under the triage profile, and never weighs more than a hint.
//!
//! How well its order agrees with what people would check has not been measured here.
//!
//! ## Why it matters
//! A fact-checker cannot check everything; the score ranks what is said by what can be checked.
//! How sure: the weights are simple and told on hover; the list is a help in choosing, not a judgement.
//!
//! ## Flagged
//! ```transcript
//! Ada Vane: We recorded a 7% increase in trade with the northern province last year.
//!           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ check-worthy-claim
//!
//! Rudolf Elphberg: Thank you.
//!
//! Ada Vane: The council spent 300 million crowns on the railway and signed four treaties with Ruritania in 2019.
//!           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ check-worthy-claim
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ada Vane: Thank you for coming.
//!
//! Rudolf Elphberg: I suggest we split the agenda.
//!
//! Ada Vane: I agree.
//! ```
//!
//! ## What to do
//! Check it, or mark it as not to be checked.

use crate::record::{Paragraph, Record};

use super::rule::Check;
use super::{Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "CLM001",
    name: "check-worthy-claim",
    levels: Levels::zones(None, Some(Severity::Hint), Some(Severity::Hint))
        .only_in(Profile::Triage),
    source: include_str!("check_worthy_claim.rs"),
    check: Check::Paragraph(check),
};

/// The score from which a sentence is a candidate, in tenths.
pub(super) const THRESHOLD: i32 = 16;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for sentence in &paragraph.reading.sentences {
        if sentence.score < THRESHOLD || sentence.question {
            continue;
        }
        let score = f64::from(sentence.score) / 10.0;
        let why: Vec<String> = sentence
            .triggers
            .iter()
            .filter(|trigger| trigger.kind.is_strong())
            .take(3)
            .map(|trigger| format!("{} “{}”", trigger.kind.name(), trigger.span.of(words)))
            .collect();
        let why = if why.is_empty() {
            String::new()
        } else {
            format!(": {}", why.join(", "))
        };
        let message = format!("Worth checking, {score:.1} of 1.6 needed{why}.");
        findings.add(
            Some(paragraph.zone),
            sentence.span.place(paragraph.span.start),
            message,
        );
    }
}
