//! What may be amiss: the table of rules, and the findings they make.
//!
//! One rule is one file, named for the offence; its opening comment is its page, and the page's examples are its tests.

pub mod finding;
pub mod findings;
pub mod page;
pub mod rule;
pub mod set;

mod hidden_or_broken_characters;
mod impossible_date;
mod missing_document_date;
mod page_chrome;
mod stray_sentence_break;
mod weekday_mismatch;
mod written_date;

#[cfg(test)]
mod pages;

use crate::record::Record;
use crate::transcript::Zone;

pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use findings::Findings;
pub use rule::{Levels, Rule};
pub use set::{Profile, RuleSet, UnknownEntry, unknown_entry};

/// Every rule, in the order of its code.
pub static RULES: &[Rule] = &[
    missing_document_date::RULE,
    weekday_mismatch::RULE,
    impossible_date::RULE,
    page_chrome::RULE,
    stray_sentence_break::RULE,
    hidden_or_broken_characters::RULE,
];

/// The findings in a record under a rule set, in text order, then by code. Same record and set, same findings.
pub fn check(record: &Record, set: &RuleSet) -> Vec<Finding> {
    let mut findings = Findings::new(set);
    for rule in RULES {
        if set.is_on(rule) {
            findings.run(rule, record);
        }
    }
    findings.finish(record)
}

/// The rule with this code (`ATT103`) or name (`agentless-report`), in any case.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| {
        rule.code.eq_ignore_ascii_case(code_or_name) || rule.name.eq_ignore_ascii_case(code_or_name)
    })
}

/// The zone of the passage that holds the byte at `offset`.
fn zone_at(record: &Record, offset: usize) -> Option<Zone> {
    let passages = &record.transcript().passages;
    let after = passages.partition_point(|passage| passage.span.start <= offset);
    Some(passages.get(after.checked_sub(1)?)?.zone())
}
