//! # NAM001 unknown-person
//!
//! ## What it finds
//! A source with a title and a name, or a name of two words, who is not in the register. Off unless the strict profile or the
//! project asks for it; told once for each name.
//!
//! Read on 135 real texts: 65 findings, 46 of them people; the others are bodies, places and ends of longer names.
//!
//! ## Why it matters
//! In a house that keeps a registry of everybody it quotes, a name that is missing there is a slip or a new entry.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Colonel Adrik Vale said that the road was closed.
//!         ^^^^^^^^^^ unknown-person
//! ```
//! ```transcript
//! 15 March 2023
//!
//! “The road is closed,” Ona Prell said on Monday.
//!                       ^^^^^^^^^ unknown-person
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! “The road is closed,” Ada Orlova said on Monday in Saint Petersburg.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The road was closed, officials said. The Ministry of Roads told nobody.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The road was closed, the Daily Lantern reported. “It rains,” said the director of the Institute for Slow Rivers.
//! ```
//!
//! ## What to do
//! Add the person to a registry of the project, or correct the name.

use std::collections::BTreeSet;

use crate::reading::Grade;
use crate::record::Record;
use crate::registry::NameForm;
use crate::text::Span;

use super::register::new_person;
use super::{Check, Findings, Levels, Look, Rule, Seen};

pub(super) const RULE: Rule = Rule {
    code: "NAM001",
    name: "unknown-person",
    levels: Levels::off(),
    source: include_str!("unknown_person.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    let attributions = look.said.reading.attributions.iter();
    for attribution in attributions.filter(|it| it.grade == Grade::Named) {
        let mention = attribution
            .mention
            .map(|at| &look.said.reading.mentions[at.at()]);
        let source = attribution.source.map(|source| source.of(look.words));
        seen.say((source, mention.map(|mention| mention.form)));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut told = BTreeSet::new();
    for paragraph in record.paragraphs() {
        for attribution in &paragraph.reading.attributions {
            let Some(source) = attribution
                .source
                .filter(|_| attribution.grade == Grade::Named)
            else {
                continue;
            };
            let mention = attribution
                .mention
                .map(|at| &paragraph.reading.mentions[at.at()]);
            if mention.is_some_and(|mention| mention.form != NameForm::Unknown) {
                continue;
            }
            let span = source.place(paragraph.span.start);
            let Some(name) = name_in(record, span) else {
                continue;
            };
            let words = name.of(record.content());
            if !told.insert(words) {
                continue;
            }
            let message = format!("The register does not know {words}.");
            if let Some(finding) = findings.add(Some(paragraph.zone), name, message) {
                finding.suggest_in_files(
                    format!("Add {words} to the registry"),
                    vec![new_person(words)],
                );
            }
        }
    }
}

/// Whether the words before a name make it a part of something else: “the Daily Post”, “Institute for Rivers Research”, the
/// end of a longer name. Words in capitals throughout name bodies too.
fn belongs_to_more(content: &str, name: Span, has_title: bool) -> bool {
    let is_short_for_body = |word: &str| {
        let letters = word.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    };
    if name.of(content).split_whitespace().any(is_short_for_body) {
        return true;
    }
    let before = content[..name.start].trim_end_matches(' ');
    if before.ends_with(|c: char| !c.is_alphanumeric() && c != '.') {
        return false;
    }
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let is_name_before = || word.starts_with(char::is_uppercase) && !word.ends_with('.');
    BEFORE_BODIES.contains(&word.to_lowercase().as_str()) || !has_title && is_name_before()
}

/// Words right before the name of a body or a place, never right before a person who is told by name alone.
const BEFORE_BODIES: &[&str] = &["a", "an", "at", "for", "from", "in", "of", "the"];

/// The name in the words of a source: two or three words in capitals that are neither office nor place.
fn name_in(record: &Record, source: Span) -> Option<Span> {
    let registry = record.registry();
    let label = registry.label(source.of(record.content()))?;
    let name = label.name?.place(source.start);
    let words = name.of(record.content());
    let n_words = words.split_whitespace().count();
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_name = (2..=3).contains(&n_words)
        && words.split_whitespace().all(is_capital)
        && words.chars().any(char::is_lowercase)
        && words
            .chars()
            .all(|c| c.is_alphabetic() || " .'’-".contains(c))
        && registry.states_in(words).is_empty()
        && name.end == source.end
        && !belongs_to_more(record.content(), name, label.title.is_some());
    (label.people.is_empty() && is_name).then_some(name)
}
