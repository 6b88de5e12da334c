//! # OFF007 title-conflict
//!
//! ## What it finds
//! One person with two titles in the document that cannot both be right: two offices of which one holds one at a time, or two
//! military ranks. Titles said to be of another time are left alone, and so are sentences that name a year.
//!
//! ## Why it matters
//! One of the titles is wrong, or two people were taken for one.
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
//! Press Secretary Ada Orlova opened the talks. Later Foreign Minister Ada Orlova left by train.
//!                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ title-conflict
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Gen. Ada Orlova opened the talks. Later Col. Ada Orlova left by train.
//!                                         ^^^^^^^^^^^^^^^ title-conflict
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! Prime Minister Ada Orlova opened the talks. Later Defence Minister Ada Orlova left by train.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Press Secretary Ada Orlova opened the talks. In 2019 Foreign Minister Ada Orlova had come by train.
//! ```
//!
//! ## What to do
//! Correct the title, or write “former” or the year beside it. Nothing is offered: which of the two is right the text does not
//! tell.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::record::{Paragraph, Record, Resolved};
use crate::registry::{Held, Mention, NameForm, PersonId};
use crate::text::Span;

use super::bytes::has_digit;
use super::office_titles::{is_quoted, sentence_of};
use super::{Check, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF007",
    name: "title-conflict",
    levels: Levels::zones(
        Some(Severity::Info),
        Some(Severity::Info),
        Some(Severity::Hint),
    ),
    source: include_str!("title_conflict.rs"),
    check: Check::Transcript(sees, check),
};

/// Spellings of ranks with the rank, the longest first.
static RANKS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("title_conflict/ranks.tsv").lines();
    let ranks = lines.filter_map(|line| line.split_once('\t'));
    let mut spellings: Vec<_> = ranks
        .flat_map(|(rank, spellings)| spellings.split('|').map(move |one| (one, rank)))
        .collect();
    spellings.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
    spellings
});

fn sees(look: Look<'_>, seen: &mut Seen) {
    let titled = |mention: &Mention, resolved: &Resolved| {
        resolved.person.is_some() && mention.title.is_some()
    };
    look.mentions(seen, titled);
    if look.admitted(titled).next().is_some() {
        seen.say(years(look.words).collect::<Vec<_>>());
    }
}

/// A title that the document gives somebody.
struct Given<'a> {
    words: &'a str,
    /// The military rank it ends in.
    rank: Option<&'static str>,
    /// Where it stands first (document bytes).
    first: Span,
    /// Where the first title stands that cannot be right beside it.
    clash: Option<Span>,
    is_told: bool,
}

/// So many different titles of one person are held against each other.
const MOST: usize = 24;

fn check(record: &Record, findings: &mut Findings<'_>) {
    let registry = record.registry();
    let mut titles: BTreeMap<PersonId, Vec<Given<'_>>> = BTreeMap::new();
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let (Some(person), Some(title)) = (resolved.person, mention.title) else {
                continue;
            };
            let is_plain = matches!(mention.form, NameForm::Full | NameForm::TitleFamily)
                && mention.qualifier.is_none()
                && !is_quoted(paragraph, mention)
                && !names_a_year(record, paragraph, mention);
            if !is_plain {
                continue;
            }
            let title = title.place(paragraph.span.start);
            let known = titles.entry(person).or_default();
            let Some(given) = given(record, person, known, title) else {
                continue;
            };
            let (Some(other), false) = (given.clash, given.is_told) else {
                continue;
            };
            given.is_told = true;
            let span = mention.span.place(paragraph.span.start);
            let name = &registry.person(person).name;
            let first = other.of(record.content());
            let message = format!(
                "{name} is “{}” here and “{first}” elsewhere in this document.",
                given.words
            );
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                finding.relate(other, "the other title");
            }
        }
    }
}

/// The title at `title` among those known of a person; a new one is held against all others once.
fn given<'a, 'k>(
    record: &'a Record,
    person: PersonId,
    known: &'k mut Vec<Given<'a>>,
    title: Span,
) -> Option<&'k mut Given<'a>> {
    let words = title.of(record.content());
    if let Some(at) = known.iter().position(|given| given.words == words) {
        return known.get_mut(at);
    }
    if known.len() == MOST {
        return None;
    }
    let mut clash = None;
    let rank = rank(words);
    for other in known.iter_mut() {
        let ranks_clash = matches!((other.rank, rank), (Some(one), Some(other)) if one != other);
        if ranks_clash || do_clash(record, person, other.words, words) {
            clash.get_or_insert(other.first);
            other.clash.get_or_insert(title);
        }
    }
    known.push(Given {
        words,
        rank,
        first: title,
        clash,
        is_told: false,
    });
    known.last_mut()
}

/// Whether by the registry one person cannot have both titles on the day.
fn do_clash(record: &Record, person: PersonId, one: &str, other: &str) -> bool {
    record.registry().titles_clash(one, other) && !both_held(record, person, one, other)
}

/// Whether by the registry the person held both on the day.
fn both_held(record: &Record, person: PersonId, one: &str, other: &str) -> bool {
    record.date().is_some_and(|date| {
        let held = |words: &str| record.registry().holds(person, words, date) == Held::Held;
        held(one) && held(other)
    })
}

/// The military rank that ends a title: “Gen.” in “Defence Minister Gen.”.
fn rank(title: &str) -> Option<&'static str> {
    let folded: Vec<String> = title
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let words = folded.join(" ");
    RANKS
        .iter()
        .find(|(spelling, _)| {
            words
                .strip_suffix(spelling)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
        .map(|(_, rank)| *rank)
}

/// Whether the sentence names a year: then it may tell of another time.
fn names_a_year(record: &Record, paragraph: &Paragraph, mention: &Mention) -> bool {
    let sentence = sentence_of(paragraph, mention);
    sentence.is_some_and(|sentence| {
        let words = sentence.of(record.content());
        has_digit(words) && years(words).next().is_some()
    })
}

/// Numbers of four digits.
fn years(words: &str) -> impl Iterator<Item = &str> {
    let numbers = words.split(|c: char| !c.is_ascii_digit());
    numbers.filter(|digits| digits.len() == 4)
}
