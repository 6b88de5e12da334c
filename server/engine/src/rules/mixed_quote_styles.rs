//! # QUO003 mixed-quote-styles
//!
//! ## What it finds
//! Quotation marks of several styles in one document: curly and straight, or those of two countries; and a pair of which one mark is curly and one straight.
//!
//! One finding for each style that is not the document's most frequent one, at its first place.
//!
//! ## Why it matters
//! Where marks do not pair, it cannot be told where a quotation ends; and mixed styles are the trace of words pasted from elsewhere.
//!
//! ## Flagged
//! ```transcript
//! He said “yes, we will" and left.
//!                      ^ mixed-quote-styles
//! ```
//! ```transcript
//! He said “yes” to the first. She said “no” to it.
//!
//! He said "perhaps" to the second.
//!         ^ mixed-quote-styles
//! ```
//!
//! ## Accepted
//! ```transcript
//! She said: “He called it ‘a good day’ and left.”
//! ```
//! ```transcript
//! She said «yes», and he said «no».
//! ```
//!
//! ## What to do
//! Write all of them in one style.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::Zone;

use super::quotes::mismatched;
use super::rule::Check;
use super::{Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "QUO003",
    name: "mixed-quote-styles",
    levels: Levels::all(Severity::Info),
    source: include_str!("mixed_quote_styles.rs"),
    check: Check::Transcript(sees, check),
};

/// The styles of double marks: opening, closing.
const STYLES: [(&str, &str); 5] = [
    ("“", "”"),
    ("\"", "\""),
    ("«", "»"),
    ("„", "“"),
    ("``", "''"),
];

/// The quotations of one style.
#[derive(Default)]
struct Use {
    /// The marks that open and those that close.
    marks: Vec<(Span, Span)>,
    zone: Option<Zone>,
}

fn sees(look: Look<'_>, seen: &mut Seen) {
    for quote in &look.said.reading.quotes {
        let (open, close) = (
            &look.words[quote.span.start()..quote.inner.start()],
            &look.words[quote.inner.end()..quote.span.end()],
        );
        seen.say((open, close, quote.opened, quote.closed));
        seen.say(mismatched(look.words, quote).is_some());
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let content = record.content();
    let mut uses: [Use; STYLES.len()] = Default::default();
    for paragraph in record.paragraphs() {
        let base = paragraph.span.start;
        let words = paragraph.span.of(content);
        let mut end = 0;
        for quote in &paragraph.reading.quotes {
            if let Some(straight) = mismatched(words, quote) {
                let span = straight.place(base);
                let message = "A straight mark closes what a curly one opens.";
                if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                    finding.fix("Put the curly mark", vec![Edit::replace(span, "”")]);
                }
            }
            // A quotation within another may have a style of its own.
            if !quote.opened || !quote.closed || quote.span.start() < end {
                continue;
            }
            end = quote.span.end();
            let opening = Span::new(base + quote.span.start(), base + quote.inner.start());
            let closing = Span::new(base + quote.inner.end(), base + quote.span.end());
            let marks = (opening.of(content), closing.of(content));
            if let Some(style) = STYLES.iter().position(|style| *style == marks) {
                uses[style].marks.push((opening, closing));
                uses[style].zone.get_or_insert(paragraph.zone);
            }
        }
    }
    let most =
        (0..STYLES.len()).max_by_key(|&style| (uses[style].marks.len(), std::cmp::Reverse(style)));
    let Some(most) = most else { return };
    for (style, used) in uses.iter().enumerate() {
        let Some((first, _)) = used.marks.first().filter(|_| style != most) else {
            continue;
        };
        let n_marked = used.marks.len();
        let (open, close) = STYLES[style];
        let (wanted_open, wanted_close) = STYLES[most];
        let others = if n_marked == 1 {
            "1 quotation is"
        } else {
            "quotations are"
        };
        let counted = if n_marked == 1 {
            String::new()
        } else {
            format!("{n_marked} ")
        };
        let message = format!(
            "{counted}{others} marked {open} {close} here, the others of the document {wanted_open} {wanted_close}."
        );
        if let Some(finding) = findings.add(used.zone, *first, message) {
            let edits = used.marks.iter().flat_map(|(opening, closing)| {
                [
                    Edit::replace(*opening, wanted_open),
                    Edit::replace(*closing, wanted_close),
                ]
            });
            finding.fix(
                format!("Mark them {wanted_open} {wanted_close}"),
                edits.collect(),
            );
        }
    }
}
