//! # OFF004 unqualified-office
//!
//! ## What it finds
//! An office without its state while two people who hold such an office in two states are in play: “the foreign minister” in
//! a talk of two, or a minister introduced by name with neither words nor sentence saying of which state.
//!
//! How often it is right has not been measured: 135 real texts gave one finding, a right one.
//!
//! ## Why it matters
//! The reader has to know the names to tell whose minister spoke.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[person]]
//! id = "mira-haddad"
//! name = "Mira Haddad"
//! family = "Haddad"
//! given = "Mira"
//! [[post]]
//! id = "ru-health-minister"
//! label = "Minister of Health"
//! state = "RU"
//! seats = 1
//! [[post]]
//! id = "sy-health-minister"
//! label = "Minister of Health"
//! state = "SY"
//! seats = 1
//! [[membership]]
//! person = "ada-orlova"
//! post = "ru-health-minister"
//! start = "2016-01-10"
//! end = "2024-11-20"
//! source = "gazette"
//! [[membership]]
//! person = "mira-haddad"
//! post = "sy-health-minister"
//! start = "2016-01-10"
//! end = "2024-11-20"
//! source = "gazette"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova met Mira Haddad on Monday.
//!
//! Later the health minister left by train.
//!           ^^^^^^^^^^^^^^^ unqualified-office
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Talks were held between Health Minister Mira Haddad and her Russian counterpart Ada Orlova.
//!                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unqualified-office
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova met Mira Haddad on Monday. Later the Syrian health minister left by train.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova came on Monday. Later the health minister left by train.
//! ```
//!
//! ## What to do
//! Write the state before the office.

use std::collections::BTreeSet;

use crate::record::{Paragraph, Record};
use crate::registry::{Mention, NameForm, PersonId, PostId, state_adjective};
use crate::text::Span;

use super::office_titles::{is_quoted, placed_by_headings, posts_in_play, sentence_of};
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF004",
    name: "unqualified-office",
    levels: Levels::zones(Some(Severity::Hint), Some(Severity::Hint), None),
    source: include_str!("unqualified_office.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |_, _| true);
    for (mention, _) in look.admitted(|_, resolved| resolved.person.is_some()) {
        let sentences = look.said.reading.sentences.iter();
        let starts = sentences.map(|sentence| sentence.span.start());
        let start = starts
            .take_while(|start| *start <= mention.span.start())
            .last();
        let words = &look.words[start.unwrap_or(0)..mention.span.end()];
        seen.say(look.record.registry().states_in(words).is_empty());
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let in_play = posts_in_play(record);
    let states: BTreeSet<&str> = in_play.iter().map(|(.., state)| state.as_str()).collect();
    if states.len() < 2 {
        return;
    }
    let registry = record.registry();
    let content = record.content();
    let mut placed: BTreeSet<PersonId> = placed_by_headings(record);
    for (turn, speaker) in record.transcript().turns.iter().zip(record.speakers()) {
        let words = turn.label.span.of(content);
        if let Some(person) = speaker.person
            && !registry.states_in(words).is_empty()
        {
            placed.insert(person);
        }
    }
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let span = mention.span.place(paragraph.span.start);
            if is_quoted(paragraph, mention) {
                continue;
            }
            let words = span.of(content);
            let is_lone = mention.form == NameForm::Office
                && mention.state.is_none()
                && mention.qualifier.is_none();
            if is_lone {
                if resolved.candidates.len() > 1 && told.insert(words) {
                    let names: Vec<&str> = resolved
                        .candidates
                        .iter()
                        .map(|&person| registry.person(person).name.as_str())
                        .collect();
                    let message = format!(
                        "“{words}” fits {} here; the state is not said.",
                        names.join(" and ")
                    );
                    findings.add(Some(paragraph.zone), span, message);
                }
                continue;
            }
            let Some(person) = resolved.person else {
                continue;
            };
            let is_placed = says_state(record, paragraph, mention, span);
            if is_placed {
                placed.insert(person);
                continue;
            }
            let (Some(title), Some(post)) = (mention.title, resolved.post) else {
                continue;
            };
            if mention.name.is_none() || mention.qualifier.is_some() || placed.contains(&person) {
                continue;
            }
            let title_span = title.place(paragraph.span.start);
            let title = title_span.of(content);
            if !is_of_many(registry.post(post).label.as_str()) {
                continue;
            }
            if let Some(other) = rival(record, &in_play, person, post, title) {
                let (own, other) = (registry.person(person), registry.person(other));
                let message = format!(
                    "{} and {} both hold such an office; the words do not say of which state this one is.",
                    own.name, other.name
                );
                let finding = findings.add(Some(paragraph.zone), span, message);
                let state = registry.post(post).state.as_deref();
                let adjective = state.and_then(state_adjective);
                if let (Some(finding), Some(adjective)) = (finding, adjective) {
                    let edit = Edit::replace(title_span, format!("{adjective} {title}"));
                    finding.suggest(format!("Write “{adjective} {title}”"), vec![edit]);
                }
                placed.insert(person);
            }
        }
    }
}

/// Whether a state is named in the mention or before it in the sentence.
fn says_state(record: &Record, paragraph: &Paragraph, mention: &Mention, span: Span) -> bool {
    let start = sentence_of(paragraph, mention).map_or(span.start, |sentence| sentence.start);
    let words = Span::new(start, span.end).of(record.content());
    !record.registry().states_in(words).is_empty()
}

/// Whether states have many of such offices and their holders are known by the office: ministers and ambassadors, not
/// presidents.
fn is_of_many(label: &str) -> bool {
    let label = label.to_lowercase();
    ["minister", "secretary", "ambassador"]
        .iter()
        .any(|word| label.contains(word))
        && !label.contains("prime minister")
}

/// Somebody else in play whose office in another state the title fits as well.
fn rival(
    record: &Record,
    in_play: &[(PersonId, PostId, String)],
    person: PersonId,
    post: PostId,
    title: &str,
) -> Option<PersonId> {
    let registry = record.registry();
    let own = registry.post(post).state.as_deref();
    in_play
        .iter()
        .filter(|(other, _, state)| *other != person && Some(state.as_str()) != own)
        .find(|(_, post, state)| registry.posts_in_state(title, state).contains(post))
        .map(|(other, ..)| *other)
}
