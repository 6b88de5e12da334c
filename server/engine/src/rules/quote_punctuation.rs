//! # QUO107 quote-punctuation
//!
//! ## What it finds
//! A semicolon or nothing at all between a word of saying and the quotation, or a stop on both sides of the closing mark.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! A colon or comma is how a reader, and a program, sees that the words that follow are the speaker's.
//!
//! ## Flagged
//! ```transcript
//! The envoy listened to the end.
//! Then he replied; “We will see what the spring brings us.”
//!                ^ quote-punctuation
//! The envoy said “We will see what the spring brings us.”
//!               ^ quote-punctuation
//! The chair called out “Stop.”. Then the hall fell silent.
//!                             ^ quote-punctuation
//! ```
//!
//! ## Accepted
//! ```transcript
//! The envoy listened to the end. Then he replied: “We will see what the spring brings us.”
//! “Stop,” she said. The hall said “yes” and rose.
//! He wrote “The Long Road” in exile; “it was cold there”, he said.
//! ```
//!
//! ## What to do
//! Put a colon or a comma before the quotation, and keep one stop.

use crate::reading::{Language, WordList};
use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO107",
    name: "quote-punctuation",
    levels: Levels::all(Severity::Info),
    source: include_str!("quote_punctuation.rs"),
    check: Check::Paragraph(check),
};

/// A quotation of fewer words may be a phrase in the sentence: the hall said “yes”.
const WHOLE_SENTENCE: u32 = 4;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    let base = paragraph.span.start;
    for quote in &paragraph.reading.quotes {
        if quote.opened
            && let Some((at, len, edit)) = before(
                &words[..quote.span.start()],
                quote.inner.of(words),
                quote.n_words,
                paragraph.opening.language,
            )
        {
            let span = Span::new(base + at, base + at + len);
            let what = if len == 1 && span.of(record.content()) == ";" {
                "A semicolon stands"
            } else {
                "Neither colon nor comma stands"
            };
            let message = format!("{what} between the word of saying and its quotation.");
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                finding.fix("Put a colon", vec![Edit::replace(span, edit)]);
            }
        }
        if quote.closed
            && let Some(at) = doubled(words, quote.inner.end(), quote.span.end())
        {
            let span = Span::new(base + at, base + at + 1);
            let message = "A stop stands on both sides of the closing mark.";
            if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                finding.fix("Take the second stop out", vec![Edit::remove(span)]);
            }
        }
    }
}

/// What is amiss between the words before a quotation and its mark: place, length, and what to put there.
fn before(
    before: &str,
    inner: &str,
    n_words: u32,
    language: Language,
) -> Option<(usize, usize, &'static str)> {
    let trimmed = before.trim_end_matches([' ', '\u{a0}']);
    if trimmed.len() == before.len() {
        return None;
    }
    if let Some(cue) = trimmed.strip_suffix(';') {
        return ends_in_saying(cue, language).then_some((cue.len(), 1, ":"));
    }
    let is_sentence = n_words >= WHOLE_SENTENCE
        && inner.starts_with(char::is_uppercase)
        && inner.ends_with(['.', '!', '?', '…', ',']);
    let space = before[trimmed.len()..].chars().next()?.len_utf8();
    (is_sentence && ends_in_saying(trimmed, language)).then_some((trimmed.len(), space, ": "))
}

fn ends_in_saying(words: &str, language: Language) -> bool {
    let start = words.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
        at + words[at..].chars().next().map_or(1, char::len_utf8)
    });
    language.lists(WordList::Saying, &words[start..])
}

/// The place of a second stop right behind the closing mark.
fn doubled(words: &str, inner_end: usize, end: usize) -> Option<usize> {
    let has_stop = words[..inner_end].ends_with(['.', ',', '!', '?']);
    let mut after = words[end..].chars();
    let is_doubled = has_stop
        && match after.next() {
            Some('.') => !words[..inner_end].ends_with("..") && after.next() != Some('.'),
            // “Stop!”, she said: a comma after a call or question is one of two right styles.
            Some(',') => words[..inner_end].ends_with(['.', ',']),
            _ => false,
        };
    is_doubled.then_some(end)
}
