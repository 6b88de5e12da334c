//! # ATT003 inherited-attribution
//!
//! ## What it finds
//! A strong claim whose only source is that of the sentence before in the same paragraph.
//!
//! On news a sentence without a report of its own, behind an attributed one, stood on the same source in about four of ten
//! cases; so the source before is offered, and not taken for granted. How often the finding is right has not been measured.
//!
//! ## Why it matters
//! Whether the source still speaks is left to the reader.
//! How sure: in a corpus of news only 36 to 40 in a hundred sentences of this kind were truly the source's words, so the text had better say so.
//!
//! ## Flagged
//! ```transcript
//! The minister opened the plant on Friday, Lena Orlova said. It cost 40 million crowns.
//!                                                                    ^^^^^^^^^^ inherited-attribution
//! ```
//! ```transcript
//! According to the union, the strike was solid. The drivers were betrayed by the owners.
//!                                                                ^^^^^^^^ inherited-attribution
//! ```
//!
//! ## Accepted
//! ```transcript
//! The minister opened the plant on Friday, Lena Orlova said. It cost 40 million crowns, she added.
//! ```
//! ```transcript
//! The minister opened the plant on Friday, Lena Orlova said. “It cost 40 million crowns.”
//! ```
//!
//! ## What to do
//! Say again whose words they are: “…, she added”.

use crate::reading::{Standing, TriggerKind};
use crate::record::{Paragraph, Record};

use super::assertions::{Basis, assertions, what};
use super::rule::Check;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT003",
    name: "inherited-attribution",
    levels: Levels::narrative(Severity::Info),
    source: include_str!("inherited_attribution.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let asked = |kind: TriggerKind, standing: &Standing| standing.inherited && kind.is_strong();
    for assertion in assertions(record, paragraph, findings, asked) {
        if assertion.basis != Basis::Inherited {
            continue;
        }
        let triggers = assertion.strong();
        let Some(first) = triggers.first() else {
            continue;
        };
        if let Some(finding) = assertion.report(record, &triggers, what(first.kind), findings) {
            assertion.offer_source(record, finding);
        }
    }
}
