//! # ATT113 source-without-content
//!
//! ## What it finds
//! That somebody made a statement or spoke at length, where nothing of what was said is told.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! It takes up the room of a report and leaves the reader with none.
//!
//! ## Flagged
//! ```transcript
//! The ministers issued an important statement.
//!               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source-without-content
//! ```
//! ```transcript
//! She spoke at length about many issues.
//!     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source-without-content
//! ```
//!
//! ## Accepted
//! ```transcript
//! The ministers issued a statement rejecting the map.
//! ```
//! ```transcript
//! She spoke about fuel prices.
//! ```
//!
//! ## What to do
//! Tell what was said, or leave the sentence out.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};

use super::phrases::Phrases;
use super::rule::Check;
use super::{Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT113",
    name: "source-without-content",
    levels: Levels::all(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("source_without_content.rs"),
    check: Check::Paragraph(check),
};

static EMPTY: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("source_without_content/empty.txt")));
static GIVING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("source_without_content/giving.txt")));
static SPEECHES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("source_without_content/speeches.txt")));

/// How many bytes may stand between “issued” and “statement”.
const REACH: usize = 30;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for sentence in &paragraph.reading.sentences {
        let said = sentence.span.of(words);
        let end = said.trim_end_matches(['.', '!', ' ']).len();
        let empty = EMPTY.find(said).last();
        let speech = SPEECHES
            .find(said)
            .last()
            .filter(|speech| speech.end() == end);
        let given = speech.and_then(|speech| {
            let before = &said[..speech.start()];
            let verb = GIVING.find(before).last()?;
            (speech.start() - verb.end() <= REACH)
                .then(|| LocalSpan::new(verb.start(), speech.end()))
        });
        let Some(found) = empty.or(given) else {
            continue;
        };
        let span = Span::new(
            paragraph.span.start + sentence.span.start() + found.start(),
            paragraph.span.start + sentence.span.start() + found.end(),
        );
        let message = format!(
            "“{}” tells that something was said, and nothing of it.",
            found.of(said)
        );
        findings.add(Some(paragraph.zone), span, message);
    }
}
