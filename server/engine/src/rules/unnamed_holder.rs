//! # OFF003 unnamed-holder
//!
//! ## What it finds
//! An office that stands without a name, while the registry knows who held it on the document's date, and neither this
//! sentence nor the one before names the person. Told once for each office, outside turns and quotations.
//!
//! How often it is right has not been measured: 135 real texts gave one finding.
//!
//! ## Why it matters
//! Offices change hands; a reader of another year takes the words for those of another person.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[post]]
//! id = "sy-health-minister"
//! label = "Minister of Health"
//! aliases = ["health minister"]
//! state = "SY"
//! seats = 1
//! [[membership]]
//! person = "ada-orlova"
//! post = "sy-health-minister"
//! start = "2016-01-10"
//! end = "2024-11-20"
//! source = "gazette"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The Syrian health minister said the hospital would be opened soon.
//!     ^^^^^^^^^^^^^^^^^^^^^^ unnamed-holder
//! ```
//! ```transcript
//! 15 March 2023
//!
//! It rained all day. The hospital was opened by Syria's health minister on Monday.
//!                                               ^^^^^^^^^^^^^^^^^^^^^^^ unnamed-holder
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova came to the capital. The Syrian health minister opened a hospital there.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! A health minister cannot be everywhere. The Syrian health minister Ona Prell, who left in 2001, was.
//! ```
//!
//! ## What to do
//! Write the name beside the office.

use std::collections::BTreeSet;

use crate::date::Date;
use crate::reading::{Language, WordList};
use crate::record::{Paragraph, Record};
use crate::registry::{NameForm, PersonId};
use crate::text::{LocalSpan, Span};
use crate::transcript::Zone;

use super::office_titles::{is_quoted, sentence_of};
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF003",
    name: "unnamed-holder",
    levels: Levels::zones(Some(Severity::Hint), Some(Severity::Hint), None),
    source: include_str!("unnamed_holder.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |_, resolved| resolved.person.is_some());
    let sentences = &look.said.reading.sentences;
    seen.say(sentences.len());
    for (mention, _) in look.admitted(|_, resolved| resolved.person.is_some()) {
        let sentence = sentences.partition_point(|one| one.span.end() <= mention.span.start());
        let alone = stands_alone(
            look.words,
            mention.span.place(0),
            look.paragraph.opening.language,
        );
        seen.say((sentence, alone));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let registry = record.registry();
    let content = record.content();
    let mut told = BTreeSet::new();
    // Where each sentence so far begins that names somebody, and whom.
    let mut named: Vec<(Span, PersonId)> = Vec::new();
    let mut current: Option<Span> = None;
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let sentence = sentence_of(paragraph, mention);
            if sentence != current {
                let before = previous_sentence(record, paragraph, sentence);
                current = sentence;
                named.retain(|(span, _)| Some(*span) == before);
            }
            let Some(person) = resolved.person else {
                continue;
            };
            if mention.name.is_some() {
                named.extend(sentence.map(|sentence| (sentence, person)));
                continue;
            }
            let (NameForm::Office, Some(_), Some(post)) =
                (mention.form, &mention.state, resolved.post)
            else {
                continue;
            };
            let span = mention.span.place(paragraph.span.start);
            let is_named = named.iter().any(|(_, known)| *known == person)
                || named_later(paragraph, sentence, person);
            if is_named
                || mention.qualifier.is_some()
                || paragraph.zone == Zone::Turn
                || is_quoted(paragraph, mention)
                || !stands_alone(content, span, paragraph.opening.language)
                || !told.insert(post)
            {
                continue;
            }
            let name = &registry.person(person).name;
            let words = span.of(content);
            let day = record.date().map_or_else(String::new, Date::words);
            let message = format!("On {day} the {words} was {name}, who is not named here.");
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                let edit = Edit::replace(span, format!("{words} {name}"));
                finding.suggest(format!("Write “{words} {name}”"), vec![edit]);
            }
        }
    }
}

/// Whether the rest of the sentence names the person.
fn named_later(paragraph: &Paragraph, sentence: Option<Span>, person: PersonId) -> bool {
    let mentions = paragraph.reading.mentions.iter();
    mentions
        .zip(&paragraph.resolved)
        .any(|(mention, resolved)| {
            mention.name.is_some()
                && resolved.person == Some(person)
                && sentence.is_some_and(|sentence| {
                    sentence.covers(mention.span.place(paragraph.span.start))
                })
        })
}

/// The sentence before this one, in the paragraph or at the end of the one before.
fn previous_sentence(
    record: &Record,
    paragraph: &Paragraph,
    sentence: Option<Span>,
) -> Option<Span> {
    let sentence = sentence?;
    let own = &paragraph.reading.sentences;
    let place = |span: LocalSpan| span.place(paragraph.span.start);
    let at = own.partition_point(|one| place(one.span).start < sentence.start);
    let before = at.checked_sub(1).map(|before| place(own[before].span));
    before.or_else(|| {
        let paragraphs = record.paragraphs();
        let at = paragraphs.partition_point(|one| one.span.start < paragraph.span.start);
        let last = &paragraphs[at.checked_sub(1)?];
        let end = last.reading.sentences.last()?;
        Some(end.span.place(last.span.start))
    })
}

/// Whether an office is meant for itself: no name follows it, it is no apposition to a name before, and it is no part of
/// another title ("aide to the Ruritanian president").
fn stands_alone(content: &str, span: Span, language: Language) -> bool {
    let after = &content[span.end..];
    let follows = after.trim_start_matches([',', ' ', '\u{a0}']);
    let is_owner = after.starts_with("’s") || after.starts_with("'s");
    let last_word = |words: &str| {
        let word = words.rsplit(char::is_whitespace).next();
        word.unwrap_or_default().len()
    };
    let mut before = content[..span.start].trim_end();
    let article = before.len() - last_word(before);
    if language.lists(WordList::Articles, &before[article..]) {
        before = before[..article].trim_end();
    }
    let last = &before[before.len() - last_word(before)..];
    let is_of_another = language.lists(WordList::Leading, last);
    let is_apposition = before.ends_with(',');
    !is_owner && !follows.starts_with(char::is_uppercase) && !is_apposition && !is_of_another
}
