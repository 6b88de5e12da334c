//! # ATT001 unattributed-claim
//!
//! ## What it finds
//! A strong claim in the outlet's own voice for which the sentence names no source.
//!
//! Strong is a claim of an extreme, of a cause, an accusation, or of what somebody else thinks or wants.
//! Questions and wishes are left out; a source in the sentence before makes the finding weigh less.
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
//!
//! ## What to do
//! Say who says so (“…, the minister said”), or accept the finding with a reason: seen by the reporter, a matter of record.

use crate::reading::{Trigger, TriggerKind};
use crate::record::{Paragraph, Record};

use super::assertions::assertions;
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT001",
    name: "unattributed-claim",
    levels: Levels::narrative(Severity::Warning),
    source: include_str!("unattributed_claim.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    for assertion in assertions(record, paragraph) {
        let strong = |trigger: &&&Trigger| {
            !matches!(
                trigger.kind,
                TriggerKind::Figure | TriggerKind::Forecast | TriggerKind::Event
            )
        };
        let is_strong = assertion.triggers.iter().any(|trigger| strong(&trigger));
        if !is_strong && !findings.is_strict() {
            continue;
        }
        // What is strong first, then what goes with it.
        let mut triggers: Vec<&Trigger> = assertion.triggers.clone();
        triggers.sort_by_key(|trigger| !strong(&trigger));
        if !is_strong {
            // A figure alone is the matter of DAT101.
            triggers.retain(|trigger| trigger.kind != TriggerKind::Figure);
        }
        let Some(first) = triggers.first() else {
            continue;
        };
        let what = match first.kind {
            TriggerKind::Figure => "is a figure",
            TriggerKind::Extreme => "asserts an extreme",
            TriggerKind::Cause => "asserts a cause",
            TriggerKind::Accusation => "accuses",
            TriggerKind::Mind => "tells what somebody else thinks or wants",
            TriggerKind::Forecast => "tells the future as fact",
            TriggerKind::Event => "reports an event",
        };
        if let Some(finding) = assertion.report(record, &triggers, what, findings)
            && !is_strong
        {
            finding.lower();
        }
    }
}
