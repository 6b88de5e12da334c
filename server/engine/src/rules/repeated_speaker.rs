//! # SPK007 repeated-speaker
//!
//! ## What it finds
//! Two turns in a row under the same speaker’s label, with nothing between them.
//!
//! ## Why it matters
//! A label may have been lost between the two, or one turn was cut in two.
//!
//! ## Flagged
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: Let us begin with the harbour.
//!
//! Ada Vane: It has been ready since May.
//! ^^^^^^^^ repeated-speaker
//!
//! Q: When will the road be ready?
//!
//! Q: And who will pay for it?
//! ^ repeated-speaker
//!
//! Ada Vane: The city will.
//! ```
//!
//! ## Accepted
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: Let us begin with the harbour.
//!
//! (Break)
//!
//! Ada Vane: It has been ready since May.
//!
//! Q: When will the road be ready?
//!
//! Ada Vane: Soon.
//! ```
//!
//! ## What to do
//! Look for the words or the label between the two; if there are none, make one turn of them.

use std::collections::BTreeMap;

use crate::record::Record;
use crate::transcript::{Turn, Zone};

use super::labels::name_words;
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK007",
    name: "repeated-speaker",
    levels: Levels::all(Severity::Hint),
    source: include_str!("repeated_speaker.rs"),
    check: Check::Transcript(sees, check),
};

/// With more repeats of one label than these the document labels paragraphs, or many ask under one letter: it is told once.
const SINGLY: usize = 3;
/// More places than these are no help.
const SHOWN: usize = 10;

fn sees(look: Look<'_>, seen: &mut Seen) {
    seen.say(look.words.starts_with(['(', '[']));
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let content = record.content();
    let turns = record.transcript().turns.windows(2);
    let mut repeats: BTreeMap<&str, Vec<(&Turn, &Turn)>> = BTreeMap::new();
    for (two, speakers) in turns.zip(record.speakers().windows(2)) {
        let (first, second) = (&two[0], &two[1]);
        let words = [first, second].map(|turn| turn.label.span.of(content));
        let known = speakers[0].person.is_some() && speakers[0].person == speakers[1].person;
        let same = known || words[0] == words[1] || name_words(words[0]) == name_words(words[1]);
        if same && is_bare(record, first, second) {
            repeats.entry(words[1]).or_default().push((first, second));
        }
    }
    for (words, pairs) in repeats {
        let told = if pairs.len() > SINGLY { 1 } else { pairs.len() };
        for (first, second) in &pairs[..told] {
            let message = match pairs.len() {
                n if n > SINGLY => format!(
                    "{n} turns under “{words}” follow a turn of the same speaker; this is the first."
                ),
                _ => format!("Two turns in a row stand under “{words}”."),
            };
            let Some(finding) = findings.add(Some(Zone::Turn), second.label.span, message) else {
                continue;
            };
            finding.relate(first.label.span, "the turn before");
            for (_, other) in pairs[told..].iter().take(SHOWN) {
                finding.relate(other.label.span, "here too");
            }
            finding.suggest(
                "Make one turn of the two",
                vec![Edit::remove(second.label.marked)],
            );
        }
    }
}

/// Whether nothing stands between two turns: no stage direction, no mark, no remark in brackets at the end of the first.
/// An empty turn is another matter.
fn is_bare(record: &Record, first: &Turn, second: &Turn) -> bool {
    let (Some(speech), Some(_)) = (first.speech, second.speech) else {
        return false;
    };
    let (Some(last), Some(next)) = (first.passages.last(), second.passages.first()) else {
        return false;
    };
    let remark = record
        .paragraph_at(speech.end - 1)
        .is_some_and(|paragraph| paragraph.span.of(record.content()).starts_with(['(', '[']));
    last + 1 == *next && !remark
}
