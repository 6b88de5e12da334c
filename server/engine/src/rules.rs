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
pub mod sight;

mod agentless_report;
mod alias_collision;
mod ambiguous_label;
mod ambiguous_mention;
mod ambiguous_numeric_date;
mod ambiguous_quote_speaker;
mod anonymous_source;
mod bare_document_source;
mod broken_multi_paragraph_quote;
mod change_without_base;
mod check_worthy_claim;
mod checks_skipped_no_date;
mod collective_official_source;
mod common_knowledge_appeal;
mod contradicting_figure;
mod dangling_reference;
mod delayed_attribution;
mod duplicate_id;
mod editorial_adverb;
mod editorial_mark;
mod empty_turn;
mod expired_title;
mod figure_without_source;
mod fragment_quote;
mod generic_speaker;
mod glued_words;
mod heading_in_block;
mod hearsay_adverb;
mod hidden_or_broken_characters;
mod house_style_variant;
mod impossible_date;
mod inconsistent_figure;
mod inconsistent_variant;
mod inherited_attribution;
mod joint_verbatim_quote;
mod label_variant;
mod line_and_space_hygiene;
mod loaded_epithet;
mod loaded_reporting_verb;
mod missing_document_date;
mod mixed_quote_styles;
mod name_in_two_scripts_unlinked;
mod near_miss_spelling;
mod orphan_quote;
mod overlapping_tenure;
mod page_chrome;
mod percent_point_confusion;
mod quote_not_in_record;
mod quote_punctuation;
mod redundant_alias;
mod region_marker_mismatch;
mod repeated_claim;
mod repeated_speaker;
mod reporting_clause_inside_quote;
mod reversed_dates;
mod scare_quote;
mod schema;
mod scope_drift;
mod second_hand_media;
mod short_first_mention;
mod source_without_content;
mod speaker_addresses_self;
mod stray_sentence_break;
mod sum_mismatch;
mod tense_date_clash;
mod tenure_gap;
mod text_outside_turn;
mod timestamp_form;
mod title_conflict;
mod unanchored_relative_date;
mod unattributed_claim;
mod unattributed_clause;
mod unbalanced_quotation_mark;
mod unclosed_region;
mod unknown_office;
mod unknown_person;
mod unknown_speaker;
mod unmarked_stage_direction;
mod unnamed_holder;
mod unnamed_spokesperson;
mod unqualified_office;
mod unreachable_alias;
mod unresolved_definite_source;
mod unresolved_pronoun_source;
mod unsourced_tenure;
mod vacant_or_acting;
mod vague_source;
mod vague_time;
mod weekday_mismatch;
mod wrong_holder;

// What several rules stand on.
mod ascribed;
mod assertions;
mod bytes;
mod counted;
mod labels;
mod markers;
mod names_written;
#[cfg(test)]
mod offered;
mod office_titles;
mod parts;
mod phrases;
mod quotes;
mod register;
mod sources;
mod spells;
mod spoken;
mod titles;
mod words;
mod written_date;

#[cfg(test)]
mod pages;

use crate::record::{Alone, Record};
use crate::registry::Layer;
use crate::transcript::Zone;

pub use checked::Checked;
pub use file_edit::{FileChange, FileEdit, FileRole, FileValue};
pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use findings::Findings;
pub use rule::{Check, Levels, Rule, Stretch};
pub use set::{OwnLevels, Profile, RuleSet, UnknownEntry, unknown_entry};
pub use sight::{Look, Seen, Sight};

/// Every rule, in the order of its code.
pub static RULES: &[Rule] = &[
    unattributed_claim::RULE,
    unattributed_clause::RULE,
    inherited_attribution::RULE,
    delayed_attribution::RULE,
    anonymous_source::RULE,
    vague_source::RULE,
    agentless_report::RULE,
    bare_document_source::RULE,
    hearsay_adverb::RULE,
    common_knowledge_appeal::RULE,
    unresolved_pronoun_source::RULE,
    unresolved_definite_source::RULE,
    unnamed_spokesperson::RULE,
    collective_official_source::RULE,
    second_hand_media::RULE,
    scope_drift::RULE,
    source_without_content::RULE,
    check_worthy_claim::RULE,
    repeated_claim::RULE,
    contradicting_figure::RULE,
    missing_document_date::RULE,
    weekday_mismatch::RULE,
    unanchored_relative_date::RULE,
    ambiguous_numeric_date::RULE,
    impossible_date::RULE,
    tense_date_clash::RULE,
    vague_time::RULE,
    figure_without_source::RULE,
    change_without_base::RULE,
    inconsistent_figure::RULE,
    percent_point_confusion::RULE,
    sum_mismatch::RULE,
    page_chrome::RULE,
    stray_sentence_break::RULE,
    hidden_or_broken_characters::RULE,
    line_and_space_hygiene::RULE,
    region_marker_mismatch::RULE,
    glued_words::RULE,
    timestamp_form::RULE,
    editorial_mark::RULE,
    heading_in_block::RULE,
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
    broken_multi_paragraph_quote::RULE,
    mixed_quote_styles::RULE,
    orphan_quote::RULE,
    ambiguous_quote_speaker::RULE,
    reporting_clause_inside_quote::RULE,
    joint_verbatim_quote::RULE,
    fragment_quote::RULE,
    scare_quote::RULE,
    quote_punctuation::RULE,
    quote_not_in_record::RULE,
    schema::RULE,
    duplicate_id::RULE,
    dangling_reference::RULE,
    overlapping_tenure::RULE,
    reversed_dates::RULE,
    alias_collision::RULE,
    unsourced_tenure::RULE,
    tenure_gap::RULE,
    redundant_alias::RULE,
    unreachable_alias::RULE,
    unknown_speaker::RULE,
    empty_turn::RULE,
    label_variant::RULE,
    ambiguous_label::RULE,
    text_outside_turn::RULE,
    speaker_addresses_self::RULE,
    repeated_speaker::RULE,
    unclosed_region::RULE,
    unmarked_stage_direction::RULE,
    generic_speaker::RULE,
    loaded_reporting_verb::RULE,
    loaded_epithet::RULE,
    editorial_adverb::RULE,
];

/// The findings in a record under a rule set, in text order, then by code. Same record and set, same findings.
pub fn check(record: &Record, set: &RuleSet) -> Vec<Finding> {
    Checked::of(record, set, &Alone).into_findings()
}

/// The findings in a registry file under a rule set, in text order, then by code. Same files and set, same findings.
pub fn check_registry(layer: &Layer<'_>, set: &RuleSet) -> Vec<Finding> {
    let mut findings = Findings::new(set);
    for rule in RULES {
        if let Check::Registry(check) = rule.check
            && set.is_on(rule)
        {
            findings.begin(rule);
            check(layer, &mut findings);
        }
    }
    findings.in_order()
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
