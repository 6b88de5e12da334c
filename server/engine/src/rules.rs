//! What may be amiss: the table of rules, and the findings they make.
//!
//! One rule is one file, named for the offence; its opening comment is its page, and the page's examples are its tests.

pub mod checked;
pub mod file_edit;
pub mod finding;
pub mod findings;
pub mod page;
pub mod rule;
pub mod set;

mod agentless_report;
mod ambiguous_label;
mod ambiguous_mention;
mod anonymous_source;
mod checks_skipped_no_date;
mod empty_turn;
mod expired_title;
mod figure_without_source;
mod hidden_or_broken_characters;
mod house_style_variant;
mod impossible_date;
mod inconsistent_variant;
mod label_variant;
mod missing_document_date;
mod name_in_two_scripts_unlinked;
mod near_miss_spelling;
mod page_chrome;
mod quote_not_in_record;
mod quote_punctuation;
mod short_first_mention;
mod stray_sentence_break;
mod title_conflict;
mod unanchored_relative_date;
mod unattributed_claim;
mod unbalanced_quotation_mark;
mod unknown_office;
mod unknown_person;
mod unknown_speaker;
mod unnamed_holder;
mod unqualified_office;
mod vacant_or_acting;
mod vague_source;
mod weekday_mismatch;
mod wrong_holder;

// What several rules stand on.
mod ascribed;
mod assertions;
mod labels;
mod names_written;
mod office_titles;
mod register;
mod sources;
mod spoken;
mod titles;
mod written_date;

#[cfg(test)]
mod pages;

use crate::record::{Alone, Record};
use crate::transcript::Zone;

pub use checked::Checked;
pub use file_edit::{FileChange, FileEdit, FileRole, FileValue};
pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use findings::Findings;
pub use rule::{Check, Levels, Rule, Stretch};
pub use set::{OwnLevels, Profile, RuleSet, UnknownEntry, unknown_entry};

/// Every rule, in the order of its code.
pub static RULES: &[Rule] = &[
    unattributed_claim::RULE,
    anonymous_source::RULE,
    vague_source::RULE,
    agentless_report::RULE,
    missing_document_date::RULE,
    weekday_mismatch::RULE,
    unanchored_relative_date::RULE,
    impossible_date::RULE,
    figure_without_source::RULE,
    page_chrome::RULE,
    stray_sentence_break::RULE,
    hidden_or_broken_characters::RULE,
    unknown_person::RULE,
    inconsistent_variant::RULE,
    ambiguous_mention::RULE,
    near_miss_spelling::RULE,
    short_first_mention::RULE,
    house_style_variant::RULE,
    name_in_two_scripts_unlinked::RULE,
    wrong_holder::RULE,
    expired_title::RULE,
    unnamed_holder::RULE,
    unqualified_office::RULE,
    vacant_or_acting::RULE,
    unknown_office::RULE,
    title_conflict::RULE,
    checks_skipped_no_date::RULE,
    unbalanced_quotation_mark::RULE,
    quote_punctuation::RULE,
    quote_not_in_record::RULE,
    unknown_speaker::RULE,
    empty_turn::RULE,
    label_variant::RULE,
    ambiguous_label::RULE,
];

/// The findings in a record under a rule set, in text order, then by code. Same record and set, same findings.
pub fn check(record: &Record, set: &RuleSet) -> Vec<Finding> {
    Checked::of(record, set, &Alone).into_findings()
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
