//! # QUO001 unbalanced-quotation-mark
//!
//! ## What it finds
//! A quotation mark that opens and is never closed, or closes what was never opened.
//!
//! A quotation may run over paragraphs if each of them opens it anew.
//! In a turn it weighs less: how a speaker quotes is the typist's ear, and whose words they are is told by the label.
//!
//! How often it is right on real pages has not been measured.
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

use crate::reading::{self, Shape};
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};

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
    if paragraph.reading.quotes.is_empty() {
        return;
    }
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
            let mark = Span::new(base + quote.span.start(), base + quote.inner.start());
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
        if let Some(at) = before_tag(record, paragraph, mark.end) {
            finding.suggest(
                "Close it before who said so",
                vec![Edit::replace(Span::new(at, at), closing)],
            );
        }
        let end = Span::new(paragraph.span.end, paragraph.span.end);
        finding.suggest(
            "Close it at the end of the paragraph",
            vec![Edit::replace(end, closing)],
        );
    }
    if !opens && let Some(at) = beginning(record, paragraph, mark.start) {
        let opening = match words {
            "”" => "“",
            "»" => "«",
            "''" => "``",
            other => other,
        };
        finding.suggest(
            "Open it where what is said begins",
            vec![Edit::replace(Span::new(at, at), opening)],
        );
    }
    finding.suggest("Delete the mark", vec![Edit::remove(mark)]);
}

/// How far behind an opening mark who said so is looked for, in bytes.
const REACH: usize = 2000;

/// Where a quotation that begins at `from` likely ends: behind the comma before “, she said”.
fn before_tag(record: &Record, paragraph: &Paragraph, from: usize) -> Option<usize> {
    let rest = record.content().get(from..paragraph.span.end)?;
    // The next mark begins something else; and nobody waits longer to say who speaks.
    let marks = ['“', '”', '„', '"', '«', '»', '`'];
    let mut end = rest.find(marks).unwrap_or(rest.len()).min(REACH);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let rest = &rest[..end];
    // Read without its mark, what follows is no quotation, and who said so is found.
    let opening = reading::Opening {
        in_quote: false,
        ..paragraph.opening
    };
    let said = reading::read(rest, opening, record.registry());
    let is_tag = |shape| matches!(shape, Shape::ContentSourceCue | Shape::ContentCueSource);
    let tag = said.attributions.iter().find(|found| is_tag(found.shape))?;
    let start = tag
        .source
        .into_iter()
        .chain(tag.cue)
        .map(LocalSpan::start)
        .min()?;
    let before = rest[..start].trim_end();
    before.ends_with(',').then_some(from + before.len())
}

/// Where a quotation that ends at `until` likely begins: what its report tells, else its sentence.
fn beginning(record: &Record, paragraph: &Paragraph, until: usize) -> Option<usize> {
    let base = paragraph.span.start;
    let at = until.checked_sub(base)?;
    let told = paragraph.reading.attributions.iter().find_map(|found| {
        let content = found.content?;
        let is_told = found.shape == Shape::SourceCueContent && content.start() < at;
        (is_told && at <= content.end()).then_some(content.start())
    });
    let mut sentences = paragraph.reading.sentences.iter();
    let start = told.or_else(|| {
        let sentence = sentences.find(|sentence| at <= sentence.span.end())?;
        (sentence.span.start() < at).then_some(sentence.span.start())
    })?;
    record
        .content()
        .get(base + start..until)
        .filter(|words| !words.trim().is_empty())
        .map(|_| base + start)
}

#[cfg(test)]
mod tests {
    use crate::rules::offered::offered;

    #[test]
    fn the_likeliest_place_comes_first() {
        let first = |text: &str| offered(text, "QUO001").into_iter().next();
        assert_eq!(
            first("“Never, she said."),
            Some("“Never,” she said.".to_owned())
        );
        assert_eq!(
            first("Reed said the port is shut”."),
            Some("Reed said “the port is shut”.".to_owned())
        );
        assert_eq!(
            first("He said “we will stay and left."),
            Some("He said “we will stay and left.”".to_owned())
        );
    }
}
