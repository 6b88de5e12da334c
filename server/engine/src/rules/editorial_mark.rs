//! # FMT008 editorial-mark
//!
//! ## What it finds
//! A transcriber’s mark such as `[inaudible]` that is misspelt, or set between stars.
//!
//! ## Why it matters
//! A mark in an odd form is read, counted and searched as speech.
//!
//! ## Flagged
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: The road was (unintelligble) in May.
//!                        ^^^^^^^^^^^^^^^ editorial-mark
//!
//! Rolf Berg: It was *inaudible* and then it was done.
//!                   ^^^^^^^^^^^ editorial-mark
//!
//! Ada Vane: So it was.
//! ```
//!
//! ## Accepted
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: The road was [inaudible] in May. [crosstalk 00:03:10]
//!
//! Rolf Berg: It was (inaudible), and *that* was all.
//!
//! Ada Vane: So it was (audible to all).
//! ```
//!
//! ## What to do
//! Write the mark as it is usually spelt, in brackets.

use memchr::memchr3_iter;

use crate::record::Record;
use crate::text::Span;

use super::rule::Stretch;
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT008",
    name: "editorial-mark",
    levels: Levels::all(Severity::Info),
    source: include_str!("editorial_mark.rs"),
    check: Check::Stretch(check),
};

/// The marks of transcribers; sorted.
const MARKS: &str = include_str!("editorial_mark/marks.txt");
/// Words that are near to a mark and are none; sorted.
const OTHERS: &str = include_str!("editorial_mark/others.txt");

fn check(record: &Record, stretch: Stretch, findings: &mut Findings<'_>) {
    let words = stretch.words(record);
    let mut free = 0;
    for at in memchr3_iter(b'(', b'[', b'*', words.as_bytes()) {
        if at < free {
            continue;
        }
        let Some(mark) = Mark::at(words, at) else {
            continue;
        };
        free = mark.end;
        let starred = words.as_bytes()[at] == b'*';
        let Some(right) = nearest(mark.word) else {
            continue;
        };
        if mark.word.eq_ignore_ascii_case(right) && !starred {
            continue;
        }
        let place =
            |from: usize, to: usize| Span::new(stretch.span.start + from, stretch.span.start + to);
        let span = place(at, mark.end);
        let printed = &words[at..mark.end];
        let right = in_case_of(mark.word, right);
        let written = if starred {
            format!("[{right}]")
        } else {
            let rest = &words[mark.word_end..mark.end];
            format!("{}{right}{rest}", &words[at..=at])
        };
        let message = format!("“{printed}” is an odd form of the mark “{written}”.");
        if let Some(finding) = findings.add(Some(stretch.zone), span, message) {
            finding.fix(
                format!("Write {written}"),
                vec![Edit::replace(span, written)],
            );
        }
    }
}

/// A word set off by brackets or stars.
struct Mark<'a> {
    word: &'a str,
    word_end: usize,
    end: usize,
}

impl Mark<'_> {
    /// The mark that opens at byte `at`: one word, after it perhaps a time and a stop.
    fn at(words: &str, at: usize) -> Option<Mark<'_>> {
        let rest = &words[at + 1..];
        let length = rest
            .char_indices()
            .take(24)
            .find(|(_, c)| !(c.is_alphabetic() || *c == '-'))
            .map(|(at, _)| at)?;
        let word = &rest[..length];
        let after = &rest[length..];
        let inner = after.len()
            - after
                .trim_start_matches(|c: char| {
                    c.is_ascii_digit() || matches!(c, ' ' | ':' | '.' | ',')
                })
                .len();
        let close = match words.as_bytes()[at] {
            b'(' => ')',
            b'[' => ']',
            _ => '*',
        };
        let plain = close != '*' || inner == 0;
        (length >= 3 && inner <= 12 && plain && after[inner..].starts_with(close)).then_some(Mark {
            word,
            word_end: at + 1 + length,
            end: at + 1 + length + inner + 1,
        })
    }
}

/// The mark that `word` is, or is a slip or two away from.
fn nearest(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    if let Some(mark) = MARKS.lines().find(|mark| *mark == lower) {
        return Some(mark);
    }
    if lower.len() < 7 || OTHERS.lines().any(|other| other == lower) {
        return None;
    }
    MARKS
        .lines()
        .filter(|mark| mark.len() >= 7)
        .find(|mark| strsim::osa_distance(mark, &lower) <= 2)
}

/// `right` with a capital, or in capitals, as `word` has it.
fn in_case_of(word: &str, right: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    if first && letters.all(|c| !c.is_lowercase()) {
        right.to_uppercase()
    } else if first {
        let mut chars = right.chars();
        let head: String = chars
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        head + chars.as_str()
    } else {
        right.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(MARKS.lines().is_sorted() && OTHERS.lines().is_sorted());
    }

    #[test]
    fn a_slip_or_two_is_still_the_mark_and_another_word_is_not() {
        assert_eq!(nearest("unintelligble"), Some("unintelligible"));
        assert_eq!(nearest("Inaduible"), Some("inaudible"));
        assert_eq!(nearest("audible"), None);
        assert_eq!(nearest("intelligible"), None);
    }
}
