//! # QUO002 broken-multi-paragraph-quote
//!
//! ## What it finds
//! A quotation over several paragraphs that is not opened anew in the next one, or is closed and goes on as if it were not.
//!
//! Each paragraph of a quotation opens it anew; only the last one closes it.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Without the mark a reader, and a program, takes the paragraph for the outlet's own words.
//!
//! ## Flagged
//! ```transcript
//! Vane told the hall: “The first point is the border.
//!
//! The second point is the road.” Then she sat down.
//! ^^^ broken-multi-paragraph-quote
//! ```
//! ```transcript
//! Vane told the hall:
//!
//! “The first point is the border.”
//!                                ^ broken-multi-paragraph-quote
//!
//! “The second point is the road, and the third is the bridge.”
//! ```
//!
//! ## Accepted
//! ```transcript
//! Vane told the hall: “The first point is the border.
//!
//! “The second point is the road.”
//! ```
//! ```transcript
//! “The first point is the border,” Vane said.
//!
//! “The second point is the road,” she said.
//! ```
//!
//! ## What to do
//! Open the quotation anew in each paragraph, and close it in the last one only.

use crate::reading::Quote;
use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::rule::Check;
use super::{Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO002",
    name: "broken-multi-paragraph-quote",
    levels: Levels::all(Severity::Warning),
    source: include_str!("broken_multi_paragraph_quote.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.reading.quotes.is_empty() && !paragraph.reading.leaves_quote_open {
        return;
    }
    let Some(next) = following(record, paragraph) else {
        return;
    };
    let words = next.span.of(record.content());
    if paragraph.reading.leaves_quote_open {
        let first = next.reading.quotes.first();
        let closes = first.is_some_and(|quote| !quote.opened && !quote.inner.is_empty());
        if !closes || next.reading.introduces.is_some() {
            return;
        }
        let start = next.span.start;
        let first_word = words.split(' ').next().map_or(0, str::len);
        let span = Span::new(start, start + first_word);
        let message = "The quotation of the paragraph before goes on here and is not opened anew.";
        let mark = opening_mark(record, paragraph);
        if let Some(finding) = findings.add(Some(next.zone), span, message) {
            finding.fix(
                "Open the quotation anew",
                vec![Edit::replace(Span::new(start, start), mark)],
            );
        }
        return;
    }
    // One introduction, and two paragraphs that are nothing but quotation: the first was not to be closed.
    let introduced =
        preceding(record, paragraph).is_some_and(|before| before.reading.introduces.is_some());
    if !introduced {
        return;
    }
    if let (Some(quote), Some(_)) = (whole_quote(record, paragraph), whole_quote(record, next)) {
        let base = paragraph.span.start;
        let mark = Span::new(base + quote.inner.end(), base + quote.span.end());
        let message = "The quotation is closed here and goes on in the next paragraph, with nobody named between.";
        if let Some(finding) = findings.add(Some(paragraph.zone), mark, message) {
            finding.suggest(
                "Leave it open, if the same person goes on",
                vec![Edit::remove(mark)],
            );
        }
    }
}

/// The mark that opens the quotation a paragraph leaves open.
fn opening_mark<'a>(record: &'a Record, paragraph: &Paragraph) -> &'a str {
    let words = paragraph.span.of(record.content());
    let open = paragraph
        .reading
        .quotes
        .iter()
        .rfind(|quote| quote.opened && !quote.closed);
    open.map_or("“", |quote| {
        &words[quote.span.start()..quote.inner.start()]
    })
}

/// The quotation that is all of a paragraph, from its first mark to its last.
fn whole_quote<'a>(record: &Record, paragraph: &'a Paragraph) -> Option<&'a Quote> {
    let len = paragraph.span.of(record.content()).len();
    let quotes = &paragraph.reading.quotes;
    quotes.first().filter(|quote| {
        quote.opened && quote.closed && quote.span.start() == 0 && quote.span.end() == len
    })
}

fn place(record: &Record, paragraph: &Paragraph) -> usize {
    record
        .paragraphs()
        .partition_point(|other| other.span.start < paragraph.span.start)
}

fn following<'a>(record: &'a Record, paragraph: &Paragraph) -> Option<&'a Paragraph> {
    let next = record.paragraphs().get(place(record, paragraph) + 1)?;
    (next.passage == paragraph.passage).then_some(next)
}

fn preceding<'a>(record: &'a Record, paragraph: &Paragraph) -> Option<&'a Paragraph> {
    let before = record
        .paragraphs()
        .get(place(record, paragraph).checked_sub(1)?)?;
    (before.passage == paragraph.passage).then_some(before)
}
