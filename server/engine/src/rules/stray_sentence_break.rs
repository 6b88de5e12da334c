//! # FMT002 stray-sentence-break
//!
//! ## What it finds
//! A full stop after which the sentence goes on in lower case.
//!
//! ## Why it matters
//! The sentence is cut in two, and what stands behind the stop loses its subject and its source.
//!
//! ## Flagged
//! ```transcript
//! The two sides called for the withdrawal of all foreign forces. on the northern border.
//!                                                              ^ stray-sentence-break
//! The delegation landed in Mos. cow at nine in the morning.
//!                             ^ stray-sentence-break
//! ```
//!
//! ## Accepted
//! ```transcript
//! Talks may be held elsewhere, e.g. on land or approx. ten miles off the coast.
//! The hall seats 400 at 9 a.m. and 300 at noon. iPhones are left at the door.
//! They asked us to wait... and so we waited.
//! The plan of Smith et al. was read out by Col. de Vries. al-Masri left early.
//! ```
//!
//! ## What to do
//! Take the stop out, or begin the next sentence with a capital.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::words::Words;
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT002",
    name: "stray-sentence-break",
    levels: Levels::all(Severity::Warning),
    source: include_str!("stray_sentence_break.rs"),
    check: Check::Paragraph(check),
};

/// Abbreviations with a stop before which no sentence need end, in lower case and without inner stops; sorted.
/// Short forms that are words of their own ("no", "sat") are left out unless they are far commoner as short forms.
static ABBREVIATIONS: LazyLock<Words> =
    LazyLock::new(|| Words::of(include_str!("stray_sentence_break/abbreviations.txt")));

/// Particles that begin a name in lower case; sorted. "Sergio Ruiz left. al-Masri stayed." is two sentences.
const PARTICLES: &[&str] = &[
    "al", "bin", "d", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ter",
    "van", "von",
];

/// Words that carry a sentence on and hardly ever begin one; sorted. Before them the stop is surely the slip.
const CARRY_ON: &[&str] = &[
    "among", "around", "at", "between", "by", "from", "in", "into", "of", "on", "onto", "than",
    "to", "toward", "towards", "upon", "with", "within",
];

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for at in memchr::memchr_iter(b'.', words.as_bytes()) {
        let Some(next) = lower_case_after(&words[at + 1..]) else {
            continue;
        };
        if ends_short_form(&words[..at]) || begins_a_name(next) {
            continue;
        }
        let stop = paragraph.span.start + at;
        let span = Span::new(stop, stop + 1);
        let message = format!("A full stop stands before “{next}”, which begins in lower case.");
        let Some(finding) = findings.add(Some(paragraph.zone), span, message) else {
            continue;
        };
        let remove = vec![Edit::remove(span)];
        if CARRY_ON.contains(&next) {
            finding.fix("Take the stop out", remove);
        } else {
            finding.suggest("Take the stop out", remove);
            let space = words[at + 1..].len() - words[at + 1..].trim_start().len();
            let from = stop + 1 + space;
            let mut chars = next.chars();
            let first = chars.next().map_or(0, char::len_utf8);
            finding.suggest(
                "Begin a sentence",
                vec![Edit::replace(
                    Span::new(from, from + first),
                    next[..first].to_uppercase(),
                )],
            );
        }
    }
}

/// The word after a stop and white space, if it begins in lower case.
fn lower_case_after(after: &str) -> Option<&str> {
    let trimmed = after.trim_start();
    if trimmed.len() == after.len() || !trimmed.starts_with(char::is_lowercase) {
        return None;
    }
    let end = trimmed
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(trimmed.len());
    Some(&trimmed[..end])
}

/// Whether the words before a stop end in something that keeps its stop inside a sentence.
fn ends_short_form(before: &str) -> bool {
    let start = before
        .rfind(|c: char| c.is_whitespace() || "([“‘\"—–/".contains(c))
        .map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
    let word = &before[start..];
    let Some(last) = word.chars().next_back() else {
        return true;
    };
    // A stop, a mark or a bracket before it: an ellipsis, "[laughs].", "…”." and the like. A digit: a number or list.
    if !last.is_alphabetic() {
        return true;
    }
    // "a.m", "U.S", "www.example.org", and initials.
    if word.contains(['.', '@', '/']) || word.chars().count() == 1 {
        return true;
    }
    // "31s. a week", "9d. a day": sums in old money.
    let sum = word.trim_end_matches(['s', 'd']);
    if sum.len() + 1 == word.len() && sum.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let word = word.to_lowercase();
    // Old records shorten "per centum" so.
    let per = || before[..start].trim_end().ends_with("per");
    if word == "cent" && per() {
        return true;
    }
    ABBREVIATIONS.hold(&word)
}

/// Whether a word in lower case may begin a sentence because it is a name: "iPhone", "al-Masri", "de Vries".
fn begins_a_name(word: &str) -> bool {
    word.chars().any(char::is_uppercase) || PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(PARTICLES.is_sorted() && CARRY_ON.is_sorted());
        assert!(ABBREVIATIONS.hold("gen"));
    }

    #[test]
    fn an_ellipsis_a_bracket_and_a_digit_before_the_stop_are_left_alone() {
        for before in [
            "wait..",
            "[laughs]",
            "in 2023",
            "by 50 per cent",
            "he had 31s",
            "Col",
            "e.g",
            "J",
            "",
        ] {
            assert!(ends_short_form(before), "{before}");
        }
        assert!(!ends_short_form("all foreign forces"));
    }
}
