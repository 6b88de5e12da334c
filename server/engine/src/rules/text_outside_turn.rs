//! # SPK005 text-outside-turn
//!
//! ## What it finds
//! A paragraph among the turns of a transcript that no label owns and that is no stage direction.
//!
//! ## Why it matters
//! Nobody's name stands over these words: they may be speech whose label was lost, or a remark that readers take for speech.
//!
//! ## Flagged
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Good morning to all of you, and I am glad to see so many of our friends in this old hall today.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ text-outside-turn
//!
//! Ada Vane: Thank you, and let us begin with the harbour.
//!
//! Rolf Berg: The harbour is ready.
//!
//! Ada Vane: So is the road.
//! ```
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: Thank you, and let us begin with the harbour.
//!
//! Rolf Berg: The harbour is ready.
//!
//! END
//!
//! The two sides then withdrew to the green hall, where they spoke about the grain of this year’s harvest.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ text-outside-turn
//!
//! Ada Vane: We are glad of what was done today.
//!
//! Rolf Berg: So are we.
//! ```
//!
//! ## Accepted
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! The two ministers met in the green hall, and spoke for an hour.
//!
//! Ada Vane: Thank you, and let us begin with the harbour.
//!
//! It is ready, as you know.
//!
//! (Applause.)
//!
//! Rolf Berg: The road is ready too.
//!
//! Ada Vane: So it is.
//! ```
//!
//! ## What to do
//! Write the speaker’s label above the words, or put a remark in brackets.

use crate::reading::{Language, WordList};
use crate::record::{Paragraph, Record};
use crate::transcript::{FurnitureKind, Voice, Zone, is_recorded};

use super::{Check, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK005",
    name: "text-outside-turn",
    levels: Levels::all(Severity::Info),
    source: include_str!("text_outside_turn.rs"),
    check: Check::Transcript(sees, check),
};

/// How many paragraphs before the first label may be speech whose label was lost.
const BEFORE: usize = 3;

fn sees(look: Look<'_>, seen: &mut Seen) {
    if look.paragraph.zone == Zone::Narrative {
        let owned = is_owned(look.record, look.paragraph.passage, look.words);
        seen.say((
            in_first_person(look.words, look.paragraph.opening.language),
            owned,
        ));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let turns = &record.transcript().turns;
    let (Some(first), Some(last)) = (turns.first(), turns.last()) else {
        return;
    };
    let narrated = |paragraph: &&Paragraph| paragraph.zone == Zone::Narrative;
    let paragraphs = record.paragraphs();
    let begin = paragraphs.partition_point(|p| p.span.start < first.label.marked.start);
    let before = paragraphs[..begin].iter().rev().take(BEFORE);
    let spoken = before.take_while(narrated).filter(|paragraph| {
        let words = paragraph.span.of(record.content());
        in_first_person(words, paragraph.opening.language)
    });
    for paragraph in spoken {
        report(record, paragraph, "before the first label", findings);
    }
    let mut told = None;
    for paragraph in paragraphs[begin..]
        .iter()
        .take_while(|paragraph| paragraph.span.start < last.label.marked.start)
        .filter(narrated)
    {
        let is_first = told != Some(paragraph.passage);
        told = Some(paragraph.passage);
        let words = paragraph.span.of(record.content());
        if is_first && !is_owned(record, paragraph.passage, words) {
            report(record, paragraph, "between two turns", findings);
        }
    }
}

fn report(record: &Record, paragraph: &Paragraph, place: &str, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    let line = words.lines().next().unwrap_or_default().trim_end().len();
    let span = crate::text::Span::new(paragraph.span.start, paragraph.span.start + line);
    let message = format!("These words stand {place} and under no label.");
    findings.add(Some(Zone::Narrative), span, message);
}

/// Whether the record of proceedings itself speaks in the words of a passage, or they hand over to a reproduced statement.
fn is_owned(record: &Record, passage: usize, words: &str) -> bool {
    // The number of an item is nobody's words.
    if !words.contains(char::is_alphabetic) {
        return true;
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let passages = &record.transcript().passages;
    let next = passages.get(passage + 1);
    let opens = next.is_some_and(|next| matches!(next.voice, Voice::Issuer(_)));
    let heads = next.is_some_and(|next| {
        next.voice == Voice::None(FurnitureKind::Heading) && words.ends_with(':')
    });
    // A heading of a part of the sitting: "Statements after the talks".
    let is_title = words.len() <= 100 && !words.ends_with(['.', '!', '?', '”', '"']);
    opens || heads || is_title || is_recorded(&words)
}

/// Whether somebody says "I" in it, outside quotation marks.
fn in_first_person(words: &str, language: Language) -> bool {
    let quoted = words.contains(['“', '”', '"', '«', '»']);
    let says_i = words
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .any(|word| language.lists(WordList::FirstPerson, word));
    !quoted && says_i
}
