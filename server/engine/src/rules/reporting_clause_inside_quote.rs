//! # QUO103 reporting-clause-inside-quote
//!
//! ## What it finds
//! A quotation whose marks enclose a report about the very speaker: the reporter's words, not the speaker's.
//!
//! Two forms are known: a quotation that begins with the word of saying, right behind its subject; and one that goes on “…, adding that …”.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! A reader takes what stands in quotation marks for what was said.
//! How sure: reports about somebody else, “The president stressed unity”, are left alone.
//!
//! ## Flagged
//! ```transcript
//! Mira Haddad “expressed gratitude for the help in the flood”.
//!              ^^^^^^^^^ reporting-clause-inside-quote
//! ```
//! ```transcript
//! Lena Orlova added that “the region suffers, pointing out that conflicts have spread to the coast.”
//!                                             ^^^^^^^^^^^^^^^^^ reporting-clause-inside-quote
//! ```
//!
//! ## Accepted
//! ```transcript
//! Mira Haddad said: “I express my gratitude for the help.”
//! ```
//! ```transcript
//! Lena Orlova said: “The president stressed unity, adding that the door was open.”
//! ```
//!
//! ## What to do
//! Move the marks to the speaker's own words, or tell them without marks.

use std::sync::LazyLock;

use crate::reading::Quote;
use crate::reading::{Language, WordList};
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};

use super::phrases::Phrases;
use super::rule::Check;
use super::{Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO103",
    name: "reporting-clause-inside-quote",
    levels: Levels::all(Severity::Warning),
    source: include_str!("reporting_clause_inside_quote.rs"),
    check: Check::Paragraph(check),
};

static VERBS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("reporting_clause_inside_quote/verbs.txt")));
static PARTICIPLES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(include_str!(
        "reporting_clause_inside_quote/participles.txt"
    ))
});
static FIRST_PERSON: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(include_str!(
        "reporting_clause_inside_quote/first_person.txt"
    ))
});

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for quote in &paragraph.reading.quotes {
        if !quote.opened || quote.n_words < 3 {
            continue;
        }
        let inner = quote.inner.of(words);
        let found = opening_verb(
            &words[..quote.span.start()],
            inner,
            paragraph.opening.language,
        )
        .filter(|_| !is_told(paragraph, quote))
        .or_else(|| is_reported(paragraph, quote).then(|| participle(inner))?);
        let Some(found) = found else { continue };
        let start = paragraph.span.start + quote.inner.start();
        let span = Span::new(start + found.start(), start + found.end());
        let message = format!(
            "“{}” tells of the speaker and stands inside the marks, as if the speaker had said it.",
            found.of(inner)
        );
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            let marks = quote.span.place(paragraph.span.start);
            let opening = Span::new(marks.start, start);
            let closing = Span::new(paragraph.span.start + quote.inner.end(), marks.end);
            let mut edits = vec![Edit::remove(opening)];
            if quote.closed {
                edits.push(Edit::remove(closing));
            }
            finding.suggest("Tell it without marks", edits);
        }
    }
}

/// The word of saying with which a quotation begins right behind its subject: Haddad “expressed …”.
fn opening_verb(before: &str, inner: &str, language: Language) -> Option<LocalSpan> {
    let subject = before.trim_end().rsplit([' ', '\u{a0}']).next()?;
    let is_subject = subject
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''))
        && (subject.starts_with(char::is_uppercase) || language.lists(WordList::Persons, subject));
    if !is_subject || !inner.starts_with(char::is_lowercase) {
        return None;
    }
    VERBS.at(inner, 0)
}

/// The participle with which a report goes on inside the marks: “…, pointing out that …”.
fn participle(inner: &str) -> Option<LocalSpan> {
    let commas = memchr::memchr_iter(b',', inner.as_bytes());
    let found = commas
        .filter(|comma| inner[comma + 1..].starts_with(' '))
        .find_map(|comma| PARTICIPLES.at(inner, comma + 2))?;
    let before = &inner[..found.start()];
    // Somebody else reports, or the speaker's own “I” is there: then it is the speaker's sentence.
    let is_speakers = FIRST_PERSON.is_in(inner) || VERBS.is_in(before) || before.contains(" said");
    (!is_speakers).then_some(found)
}

/// Whether a source before the quotation tells what stands in it, such as a statement that Haddad “expressed …”.
fn is_told(paragraph: &Paragraph, quote: &Quote) -> bool {
    paragraph.reading.attributions_at(quote.span).any(|found| {
        found.source.is_some()
            && found.cue.is_some_and(|cue| cue.end() <= quote.span.start())
            && found
                .content
                .is_some_and(|content| content.overlaps(quote.span))
    })
}

/// Whether the quotation has a source.
fn is_reported(paragraph: &Paragraph, quote: &Quote) -> bool {
    quote
        .attribution
        .and_then(|at| paragraph.reading.attributions.get(at.at()))
        .is_some_and(|found| found.source.is_some())
}
