//! # ATT001 unattributed-claim
//!
//! ## What it finds
//! A strong claim in the outlet's own voice for which the sentence names no source.
//!
//! Strong is a claim of an extreme, of a cause, an accusation, or of what somebody else thinks or wants.
//! Questions and wishes are left out; what is spliced on to a wish weighs less. A source in the sentence before, or in another
//! clause, makes it a finding of ATT003 or ATT002. What is only possible or denied, a superlative that only tells things
//! apart, and a headline claim nothing.
//!
//! Findings were read by hand, at first on pages it was not made with: 28 of 50 on general news wanted a source. After what
//! was wrong with those had been mended it was 59 of 81 on the same pages, and 20 of 22 on pages about diplomacy and war. The
//! others are results and mishaps that nobody disputes, plain reasons, and claims whose source stands in words that are not
//! understood. What it misses has not been counted.
//!
//! ## Why it matters
//! What can be disputed, and was not seen by the reporter, stands on the word of whoever said it; a reader has to be told who.
//!
//! ## Flagged
//! ```transcript
//! The drought caused the shortage of flour in the northern valleys.
//!             ^^^^^^ unattributed-claim
//! The neighbouring army has betrayed every truce of the past ten years.
//!                           ^^^^^^^^ unattributed-claim
//! ```
//!
//! ## Accepted
//! ```transcript
//! The drought caused the shortage of flour, the health minister said.
//! ```
//! ```transcript
//! The delegations met for two hours in the green hall.
//! ```
//! ```transcript
//! Did the drought cause the shortage of flour?
//! ```
//! ```transcript
//! The drought might have caused the shortage. The largest ships anchored in the bay.
//! ```
//!
//! ## What to do
//! Say who says so (“…, the minister said”), or accept the finding with a reason: seen by the reporter, a matter of record.

use crate::reading::{Standing, TriggerKind};
use crate::record::{Paragraph, Record};

use super::assertions::{Basis, assertions, what};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT001",
    name: "unattributed-claim",
    levels: Levels::narrative(Severity::Warning),
    source: include_str!("unattributed_claim.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let is_strict = findings.is_strict();
    let asked = |kind: TriggerKind, _: &Standing| {
        is_strict || kind.is_strong() && kind != TriggerKind::Figure
    };
    for assertion in assertions(record, paragraph, findings, asked) {
        if !matches!(assertion.basis, Basis::Nobody | Basis::Spliced) {
            continue;
        }
        let mut triggers = assertion.strong();
        let is_strong = triggers
            .first()
            .is_some_and(|first| first.kind != TriggerKind::Figure);
        if !is_strong {
            if !findings.is_strict() {
                continue;
            }
            // A figure alone is the matter of DAT101; what is left is a forecast or an event.
            triggers.clone_from(&assertion.triggers);
            triggers.retain(|trigger| !trigger.kind.is_strong());
        }
        let Some(first) = triggers.first() else {
            continue;
        };
        if let Some(finding) = assertion.report(record, &triggers, what(first.kind), findings) {
            if !is_strong {
                finding.lower();
            }
            assertion.offer_source(record, finding);
        }
    }
}
