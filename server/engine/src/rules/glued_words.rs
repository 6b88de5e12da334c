//! # FMT006 glued-words
//!
//! ## What it finds
//! Two words that have lost what stood between them: “costs.button”, “donateYou”, “hall.They”.
//!
//! ## Why it matters
//! Sentences end unseen there, and neither word is found by a search.
//!
//! ## Flagged
//! ```transcript
//! Help us to cover our costs.button and stay.
//!                      ^^^^^^^^^^^^ glued-words
//! To give, choose donateYou can stop at any time.
//!                 ^^^^^^^^^ glued-words
//! The envoys met in the hall.They spoke for an hour.
//!                       ^^^^^^^^^ glued-words
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ms. McKay wrote it on her iPhone, e.g. at www.example.org or vane@example.org.
//! The DeVane report (report.pdf) is on example.com/reports, as YouTube says.
//! ```
//!
//! ## What to do
//! Put the blank or the line break back.

use std::sync::LazyLock;

use crate::record::Record;
use crate::text::Span;
use crate::transcript::Zone;

use super::bytes::three_from;
use super::rule::Stretch;
use super::words::Words;
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT006",
    name: "glued-words",
    levels: Levels::all(Severity::Hint),
    source: include_str!("glued_words.rs"),
    check: Check::Stretch(check),
};

/// Words that begin sentences, so that they are no second half of a name; sorted.
static OPENERS: LazyLock<Words> =
    LazyLock::new(|| Words::of(include_str!("glued_words/openers.txt")));
/// Last parts of addresses and file names, after a dot; sorted.
static ENDINGS: LazyLock<Words> =
    LazyLock::new(|| Words::of(include_str!("glued_words/endings.txt")));

fn check(record: &Record, stretch: Stretch, findings: &mut Findings<'_>) {
    // Page chrome is glued everywhere, and FMT001 tells it once.
    if stretch.zone == Zone::Furniture {
        return;
    }
    let words = stretch.words(record);
    let bytes = words.as_bytes();
    let mut seen = 0;
    let mut from = 0;
    while let Some(before) = three_from(bytes, from, is_joint) {
        from = before + 1;
        let at = before + 1;
        if at < seen {
            continue;
        }
        let (token, start) = token_at(words, at);
        if let Some((from, to, blank)) = glued(token, at - start) {
            let span = Span::new(
                stretch.span.start + start + from,
                stretch.span.start + start + to,
            );
            let glued = span.of(record.content());
            let message = format!("“{glued}” looks like two words that have run together.");
            if let Some(finding) = findings.add(Some(stretch.zone), span, message) {
                let gap = stretch.span.start + start + blank;
                finding.suggest(
                    "Put a blank between them",
                    vec![Edit::replace(Span::new(gap, gap), " ")],
                );
            }
            seen = start + token.len();
        }
    }
}

/// Whether two words may meet at the second of three bytes: a small letter stands before it, and it is a capital, or a stop
/// with no blank behind it.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are tested at once"
)]
#[inline]
fn is_joint(before: u8, at: u8, after: u8) -> bool {
    let is_stop = (at == b'.') | (at == b'?') | (at == b'!');
    let goes_on = (after >= 0x80) | after.is_ascii_alphabetic();
    before.is_ascii_lowercase() & (at.is_ascii_uppercase() | (is_stop & goes_on))
}

/// The run without white space around byte `at`, at most 120 bytes of it, and where it begins.
fn token_at(words: &str, at: usize) -> (&str, usize) {
    let is_end = |c: char| c.is_whitespace();
    let mut low = at.saturating_sub(60);
    while !words.is_char_boundary(low) {
        low += 1;
    }
    let start = words[low..at].rfind(is_end).map_or(low, |n| {
        low + n + words[low + n..].chars().next().map_or(1, char::len_utf8)
    });
    let mut high = (at + 60).min(words.len());
    while !words.is_char_boundary(high) {
        high -= 1;
    }
    let end = words[at..high].find(is_end).map_or(high, |n| at + n);
    (&words[start..end], start)
}

/// The glued words of a token (its bytes) and where the blank belongs, `at` being the joint.
fn glued(token: &str, at: usize) -> Option<(usize, usize, usize)> {
    if token.contains(['@', '/', '_', '\\', '=', '<', '>', '{', '#', '&']) || token.contains("www.")
    {
        return None;
    }
    let before = &token[..at];
    let first = before.len() - before.trim_end_matches(char::is_alphabetic).len();
    let from = at - first;
    let stops = !token.as_bytes()[at].is_ascii_alphabetic();
    let second = at + usize::from(stops);
    let rest = &token[second..];
    let length = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
    let word = &rest[..length];
    let (head, to) = (&before[from..], second + length);
    if !head.chars().skip(1).all(char::is_lowercase) || head.chars().count() < 3 {
        return None;
    }
    let lower = word.to_lowercase();
    let opens = || OPENERS.hold(&lower);
    let is_glued = if stops {
        // Nothing but one stop between two plain words: "hall.They", "costs.button".
        let dots = token.matches('.').count();
        let address = ENDINGS.hold(&lower) || token.contains("://");
        let rest_plain = word.chars().skip(1).all(char::is_lowercase);
        let capital = word.starts_with(char::is_uppercase);
        word.chars().count() >= 2
            && rest_plain
            && dots <= 1
            && !address
            && (capital || word.chars().count() >= 4 && head.starts_with(char::is_lowercase))
    } else {
        // "DoubleClick" is a name of its own; "donateYou" is none.
        let own = head.starts_with(char::is_uppercase)
            && !matches!(&*lower, "the" | "this" | "they" | "that");
        word.chars().skip(1).all(char::is_lowercase) && opens() && !own
    };
    is_glued.then_some((from, to, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(!OPENERS.hold("") && !ENDINGS.hold(""));
    }
}
