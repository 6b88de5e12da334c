//! # QUO001 unbalanced-quotation-mark
//!
//! ## What it finds
//! A quotation mark that opens and is never closed, or closes what was never opened.
//!
//! A quotation may run over paragraphs if each of them opens it anew.
//! In a turn it weighs less: how a speaker quotes is the typist's ear, and whose words they are is told by the label.
//!
//! ## Why it matters
//! Whose words a sentence is hangs on where the quotation ends.
//!
//! ## Flagged
//! ```transcript
//! He said “we will stay and left the hall.
//!         ^ unbalanced-quotation-mark
//!
//! The envoy read the letter aloud.
//!
//! Never again, she said” and closed the meeting.
//!                      ^ unbalanced-quotation-mark
//! ```
//!
//! ## Accepted
//! ```transcript
//! The chair said: “The first point is the border.
//!
//! “The second point is the road.
//!
//! “The third point is the harvest.”
//!
//! The lintel is 5'10" high, and the ‘old’ hall’s door is 6″ lower.
//! ```
//!
//! ## What to do
//! Put the missing mark where the quotation begins or ends.

use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO001",
    name: "unbalanced-quotation-mark",
    levels: Levels::zones(
        Some(Severity::Warning),
        Some(Severity::Warning),
        Some(Severity::Info),
    ),
    source: include_str!("unbalanced_quotation_mark.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let next = record
        .paragraph_after(paragraph)
        .filter(|next| next.passage == paragraph.passage);
    let base = paragraph.span.start;
    let last = paragraph.reading.quotes.iter().rfind(|quote| !quote.closed);
    for quote in &paragraph.reading.quotes {
        if quote.opened && !quote.closed {
            let is_last = last.is_some_and(|last| std::ptr::eq(last, quote));
            let runs_on = is_last && paragraph.reading.leaves_quote_open;
            if runs_on && next.is_some_and(|next| goes_on(record, next)) {
                continue;
            }
            let mark = Span::new(base + quote.span.start, base + quote.inner.start);
            report(record, paragraph, mark, true, findings);
        } else if !quote.opened && quote.inner.is_empty() {
            report(record, paragraph, quote.span.place(base), false, findings);
        }
    }
}

/// Whether a paragraph goes on with the quotation left open before it: it opens it anew, or closes it.
fn goes_on(record: &Record, paragraph: &Paragraph) -> bool {
    let words = paragraph.span.of(record.content());
    let reopens = words.starts_with(['“', '"', '„', '«', '‟', '”']) || words.starts_with("``");
    let closes = paragraph.reading.quotes.first();
    reopens || closes.is_some_and(|quote| !quote.opened && !quote.inner.is_empty())
}

fn report(
    record: &Record,
    paragraph: &Paragraph,
    mark: Span,
    opens: bool,
    findings: &mut Findings<'_>,
) {
    let words = mark.of(record.content());
    let message = if opens {
        format!("The quotation that {words} opens is not closed in its paragraph.")
    } else {
        format!("No quotation was open for {words} to close.")
    };
    let Some(finding) = findings.add(Some(paragraph.zone), mark, message) else {
        return;
    };
    let closing = match words {
        "“" | "‟" => "”",
        "„" => "“",
        "«" => "»",
        "``" => "''",
        other => other,
    };
    if opens {
        let end = Span::new(paragraph.span.end, paragraph.span.end);
        finding.suggest(
            "Close it at the end of the paragraph",
            vec![Edit::replace(end, closing)],
        );
    }
    finding.suggest("Delete the mark", vec![Edit::remove(mark)]);
}
