//! What is to be said of a quotation that has been looked up.

use std::fmt::Write;

use crate::rules::Edit;
use crate::rules::spoken::{Answer, Change, Found};
use crate::text::Span;

/// What is amiss with a quotation.
#[derive(Clone, Copy)]
pub(super) enum Verdict<'a> {
    /// The speaker said something like it.
    Altered(&'a Found),
    /// Somebody else said it.
    OfAnother(&'a Found),
    /// Nobody said it.
    Nowhere,
}

/// From this share of like characters words are taken for a changed form of those of the record.
const LIKE: f64 = 0.55;

/// How many differences are told in a message.
const N_TOLD: usize = 3;

/// What is amiss with a quotation; `None` if it says what was said.
pub(super) fn verdict(answer: &Answer) -> Option<Verdict<'_>> {
    let own = answer.own.as_ref();
    if own.is_some_and(Found::is_same) {
        return None;
    }
    if let Some(other) = answer.other.as_ref().filter(|other| other.is_same()) {
        return Some(Verdict::OfAnother(other));
    }
    Some(
        own.filter(|own| own.likeness() >= LIKE)
            .map_or(Verdict::Nowhere, Verdict::Altered),
    )
}

/// What a verdict is told of.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    /// The document with the quotation.
    pub(super) quoted: &'a str,
    /// The text of the record it was looked up in.
    pub(super) said: &'a str,
    /// That record's file, if it is another document.
    pub(super) file: Option<&'a str>,
    /// The files of all linked records.
    pub(super) linked: &'a [&'a str],
}

impl Verdict<'_> {
    /// Whether it is worth more to a reader than another about the same quotation.
    pub(super) fn tells_more_than(self, other: Verdict<'_>) -> bool {
        let rank = |verdict: Verdict<'_>| match verdict {
            Verdict::Nowhere => (0, 0.0),
            Verdict::Altered(found) => (1, found.likeness()),
            Verdict::OfAnother(_) => (2, 0.0),
        };
        rank(self) > rank(other)
    }

    /// The sentence about it. `speaker` gives the name under which a turn is spoken.
    pub(super) fn message<'s>(
        &self,
        of: &Told<'_>,
        name: &str,
        speaker: impl Fn(usize) -> Option<&'s str>,
    ) -> String {
        let file = of
            .file
            .map(|file| format!(" in {file}"))
            .unwrap_or_default();
        match self {
            Verdict::Altered(found) => {
                format!(
                    "The record of {name}{file} goes otherwise: {}.",
                    told(of, found)
                )
            }
            Verdict::OfAnother(found) => match speaker(found.turn) {
                Some(other) => {
                    format!("In the record{file} these are words of {other}, not of {name}.")
                }
                None => {
                    format!(
                        "In the record{file} these are not words of {name}, but of another speaker."
                    )
                }
            },
            Verdict::Nowhere if of.linked.is_empty() => format!(
                "The turns of {name} in this document do not have these words, nor has anybody else's."
            ),
            Verdict::Nowhere => format!(
                "The turns of {name} do not have these words, nor has anybody else's, here and in {}.",
                of.linked.join(", ")
            ),
        }
    }

    /// The place in the record, and what it is.
    pub(super) fn place(&self, name: &str) -> Option<(Span, String)> {
        match self {
            Verdict::Altered(found) => Some((place(found)?, format!("what {name} says here"))),
            Verdict::OfAnother(found) => Some((place(found)?, "who says it here".to_owned())),
            Verdict::Nowhere => None,
        }
    }
}

fn place(found: &Found) -> Option<Span> {
    let places = found.parts.iter().filter_map(|part| part.place);
    places.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
}

/// The differences in words: “sign” for “not sign”.
fn told(of: &Told<'_>, found: &Found) -> String {
    let changes: Vec<Change> = found
        .parts
        .iter()
        .flat_map(|part| part.changes.iter().copied())
        .collect();
    let mut told = String::new();
    for (at, change) in changes.iter().take(N_TOLD).enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        let said = change.said.map(|said| short(said.of(of.said)));
        let quoted = change.quoted.map(|quoted| short(quoted.of(of.quoted)));
        _ = match (said, quoted) {
            (Some(said), Some(quoted)) => write!(told, "{comma}“{said}”, not “{quoted}”"),
            (Some(said), None) => write!(told, "{comma}“{said}” is left out"),
            (None, Some(quoted)) => write!(told, "{comma}“{quoted}” is not in it"),
            (None, None) => Ok(()),
        };
    }
    let n_more = changes.len().saturating_sub(N_TOLD);
    if n_more > 0 {
        _ = write!(told, ", and {n_more} more");
    }
    if told.is_empty() {
        told.push_str("a part of the quotation is not in it");
    }
    told
}

/// Words cut to what fits in a message.
fn short(words: &str) -> String {
    const LONGEST: usize = 60;
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// Puts the words of the record, whose text is `said`, in place of each part that differs.
pub(super) fn edits(said: &str, found: &Found) -> Vec<Edit> {
    found
        .parts
        .iter()
        .filter(|part| !part.changes.is_empty())
        .filter_map(|part| {
            let words: Vec<&str> = part.place?.of(said).split_whitespace().collect();
            Some(Edit::replace(part.part, words.join(" ")))
        })
        .collect()
}
