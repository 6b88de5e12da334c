//! # NAM005 short-first-mention
//!
//! ## What it finds
//! A person whom the narrative first names by the surname alone.
//!
//! Headings above and speaker labels before count as naming the person; a word that says who it is (“the Ruritanian rebel
//! Vane”) does too. Headlines, and “the Vane government”, have no room for more and are left alone.
//!
//! Read on 135 real texts: five findings, two in the body of a text; three are headlines whose person the text never names in full.
//!
//! ## Why it matters
//! A reader who does not know the name has to look it up, and a namesake may be thought of.
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
//! id = "sy-health-minister"
//! label = "Minister of Health"
//! state = "SY"
//! [[membership]]
//! person = "ada-orlova"
//! post = "sy-health-minister"
//! start = "2016-01-10"
//! source = "gazette"
//! [[membership]]
//! person = "mira-haddad"
//! post = "sy-health-minister"
//! start = "2016-01-10"
//! source = "gazette"
//! ```
//! ```transcript
//! 15 March 2018
//!
//! On Monday Orlova flew to the coast. The staff thanked Ada Orlova for it.
//!           ^^^^^^ short-first-mention
//! ```
//! ```transcript
//! 15 March 2018
//!
//! The hospital was crowded, and Haddad thanked the staff.
//!                               ^^^^^^ short-first-mention
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2018
//!
//! On Monday Ada Orlova flew to the coast. The staff thanked Orlova for it.
//! ```
//! ```transcript
//! 15 March 2018
//!
//! On Monday the Syrian surgeon Haddad flew to the coast.
//! ```
//! ```transcript
//! Orlova opens a hospital on the coast.
//!
//! Ada Orlova came by car. The hall was full, and the Haddad ministry had sent flowers.
//! ```
//!
//! ```transcript
//! Orlova opens hospital
//!
//! 15 March 2018
//!
//! Ada Orlova flew to the coast on Monday.
//! ```
//!
//! ## What to do
//! Write the full name, or the office before the name.

use std::collections::BTreeSet;

use crate::reading::{Language, WordList};
use crate::record::{Paragraph, Record};
use crate::registry::{NameForm, PersonId};
use crate::text::Span;
use crate::transcript::Zone;

use super::names_written::headings;
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NAM005",
    name: "short-first-mention",
    levels: Levels::narrative(Severity::Hint),
    source: include_str!("short_first_mention.rs"),
    check: Check::Transcript(sees, check),
};

/// Among so many first paragraphs there may be headlines.
const HEAD: usize = 3;

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |mention, resolved| {
        resolved.person.is_some() && mention.name.is_some()
    });
    for (mention, _) in look.admitted(|mention, _| mention.form == NameForm::Family) {
        let before = mention.name.map_or("", |name| &look.words[..name.start()]);
        before
            .split_whitespace()
            .rev()
            .take(3)
            .for_each(|word| seen.say(word));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let registry = record.registry();
    let content = record.content();
    let mut met: BTreeSet<PersonId> = BTreeSet::new();
    let mut places: Vec<(Span, PersonId)> = Vec::new();
    for heading in headings(record) {
        for mention in registry.mentions(heading.of(content)) {
            if let (NameForm::Full, [person]) = (mention.form, mention.people.as_slice()) {
                places.push((heading, *person));
            }
        }
    }
    for (turn, speaker) in record.transcript().turns.iter().zip(record.speakers()) {
        places.extend(speaker.person.map(|person| (turn.label.span, person)));
    }
    places.sort_unstable();
    let mut places = places.into_iter().peekable();
    for paragraph in record.paragraphs() {
        while let Some((_, person)) = places.next_if(|(at, _)| *at < paragraph.span) {
            met.insert(person);
        }
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let (Some(person), Some(name)) = (resolved.person, mention.name) else {
                continue;
            };
            if !met.insert(person) || mention.form != NameForm::Family {
                continue;
            }
            let mut quotes = paragraph.reading.quotes_at(name);
            let is_quoted = quotes.any(|quote| quote.span.covers(name));
            let span = name.place(paragraph.span.start);
            if is_quoted
                || paragraph.zone != Zone::Narrative
                || is_headline(record, paragraph)
                || (is_first_line(record, paragraph) && is_named_below(record, person))
                || is_attribute(content, span, paragraph.opening.language)
                || is_described(record, paragraph, span)
            {
                continue;
            }
            let words = span.of(content);
            let full = &registry.person(person).name;
            let message = format!("{full} is first named here, and only as “{words}”.");
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                let edit = Edit::replace(span, full.as_str());
                finding.suggest(format!("Write “{full}”"), vec![edit]);
            }
        }
    }
}

/// Whether the paragraph is a line above a text rather than a sentence of it: it ends without a stop, as headlines do, which
/// have no room for full names.
fn is_headline(record: &Record, paragraph: &Paragraph) -> bool {
    let words = paragraph.span.of(record.content()).trim_end();
    let is_above = record
        .paragraphs()
        .iter()
        .take(HEAD)
        .any(|one| one.span == paragraph.span);
    is_above && !words.contains('\n') && words.ends_with(|c: char| c.is_alphanumeric() || c == '?')
}

/// Whether the paragraph is the one line that opens the document: a headline, even with a stop behind it, if the text beneath
/// gives the names in full.
fn is_first_line(record: &Record, paragraph: &Paragraph) -> bool {
    let first = record.paragraphs().first();
    let is_one_line = !paragraph.span.of(record.content()).contains('\n');
    is_one_line && first.is_some_and(|first| first.span == paragraph.span)
}

fn is_named_below(record: &Record, person: PersonId) -> bool {
    record.paragraphs().iter().skip(1).any(|paragraph| {
        let mentions = paragraph.reading.mentions.iter();
        let mut all = mentions.zip(&paragraph.resolved);
        all.any(|(mention, resolved)| {
            mention.form == NameForm::Full && resolved.person == Some(person)
        })
    })
}

/// Whether the name says whose something is rather than who did something: “the Vane government”.
fn is_attribute(content: &str, name: Span, language: Language) -> bool {
    let before = content[..name.start].trim_end();
    let article = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let after = content[name.end..].strip_prefix(' ');
    language.lists(WordList::Articles, article)
        && after.is_some_and(|after| after.starts_with(char::is_lowercase))
}

/// Whether words before the name say who it is: “the Ruritanian rebel Vane”.
fn is_described(record: &Record, paragraph: &Paragraph, name: Span) -> bool {
    let before = Span::new(paragraph.span.start, name.start).of(record.content());
    let words: Vec<&str> = before.split_whitespace().rev().take(3).collect();
    let Some(noun) = words.first() else {
        return false;
    };
    // A small word right before the name, and a state or an article before that.
    let is_noun = noun.chars().all(|c| c.is_lowercase() || c == '-') && noun.len() > 3;
    let stands_by = |word: &str| {
        paragraph.opening.language.lists(WordList::Articles, word)
            || !record.registry().states_in(word).is_empty()
    };
    is_noun && words[1..].iter().any(|word| stands_by(word))
}
