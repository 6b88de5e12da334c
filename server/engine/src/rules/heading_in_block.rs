//! # FMT009 heading-in-block
//!
//! ## What it finds
//! A picture’s caption, a notice or an advertisement’s head that stands among the paragraphs of a reproduced statement.
//!
//! ## Why it matters
//! The issuer did not write it, and a reader, a search or a quotation may take it for the issuer’s words.
//!
//! ## Flagged
//! ```transcript
//! On 15 March 2023 the Ruritanian Presidency issued the following statement:
//!
//! The harbour is ready, and the ships may come.
//!
//! Photo: the harbour of Strelsau in the spring.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heading-in-block
//!
//! The road will be open before the winter.
//!
//! Advertisement
//! ^^^^^^^^^^^^^ heading-in-block
//!
//! The bridge is open already.
//!
//! End of the statement.
//! ```
//!
//! ## Accepted
//! ```transcript
//! On 15 March 2023 the Ruritanian Presidency issued the following statement:
//!
//! 1. The harbour
//!
//! The harbour is ready, and the ships may come. Photographs of it were shown to the envoys.
//!
//! 2. The road
//!
//! The road will be open before the winter.
//!
//! End of the statement.
//! ```
//!
//! ## What to do
//! Take the line out of the statement, or move it behind its end.

use std::sync::LazyLock;

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Passage, Voice, Zone};

use super::markers::closings;
use super::words::Words;
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT009",
    name: "heading-in-block",
    levels: Levels::all(Severity::Hint),
    source: include_str!("heading_in_block.rs"),
    check: Check::Transcript(sees, check),
};

/// Words that open captions and notices of a page, before a colon or alone on the line; sorted.
static OPENERS: LazyLock<Words> =
    LazyLock::new(|| Words::of(include_str!("heading_in_block/openers.txt")));
/// No such words are longer, in bytes, in whatever letters.
const LONGEST_OPENER: usize = 64;
/// The longest line that is taken for one, in bytes.
const LONGEST: usize = 200;

fn sees(look: Look<'_>, seen: &mut Seen) {
    if look.paragraph.zone == Zone::Block {
        let lines = look.stretch.split(['\n', '\r']).map(str::trim);
        lines
            .filter(|line| opens(line))
            .for_each(|line| seen.say(line));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let passages = &record.transcript().passages;
    let closings = closings(record);
    let is_block = |passage: Option<&Passage>| {
        passage.is_some_and(|passage| matches!(passage.voice, Voice::Issuer(_)))
    };
    for (at, passage) in passages.iter().enumerate() {
        let within = match passage.voice {
            Voice::Issuer(_) => true,
            Voice::None(
                FurnitureKind::Caption | FurnitureKind::Heading | FurnitureKind::Chrome,
            ) => {
                let after = passages.get(at + 1);
                let ends_later = closings
                    .iter()
                    .any(|(closing, _)| passage.span.end <= closing.start);
                is_block(at.checked_sub(1).and_then(|before| passages.get(before)))
                    && (is_block(after) || ends_later)
            }
            _ => false,
        };
        if within {
            lines(record, passage, findings);
        }
    }
}

fn lines(record: &Record, passage: &Passage, findings: &mut Findings<'_>) {
    let content = record.content();
    let mut start = passage.span.start;
    for line in passage.span.of(content).split_inclusive(['\n', '\r']) {
        let words = line.trim();
        let first = start + (line.len() - line.trim_start().len());
        if opens(words) {
            let span = Span::new(first, first + words.len());
            let message =
                format!("“{words}” stands within a statement and is hardly a part of it.");
            if let Some(finding) = findings.add(Some(Zone::Block), span, message) {
                let whole = Span::new(start, start + line.len());
                finding.suggest("Delete the line", vec![Edit::remove(whole)]);
            }
        }
        start += line.len();
    }
}

/// `Photo: …`, `Advertisement`.
fn opens(words: &str) -> bool {
    if words.is_empty() || words.len() > LONGEST {
        return false;
    }
    let bare = words.trim_matches(['*', '_', '[', ']', '(', ')', ' ']);
    let head = bare.split([':', '/', '|']).next().unwrap_or(bare);
    let alone = head.len() == bare.len();
    if head.len() > LONGEST_OPENER {
        return false;
    }
    let head = head.trim().to_lowercase();
    OPENERS.hold(&head) && (alone || bare[head.len()..].trim_start().starts_with([':', '/', '|']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_list_is_sorted_and_needs_a_colon_or_the_whole_line() {
        let mut openers = include_str!("heading_in_block/openers.txt").lines();
        assert!(openers.all(|opener| opener.len() * 3 <= LONGEST_OPENER));
        assert!(opens("Photo: a harbour") && opens("ADVERTISEMENT") && opens("[Read more]"));
        assert!(!opens("Photographs were shown") && !opens("Photo shows a harbour"));
    }
}
