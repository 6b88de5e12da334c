//! # STY003 editorial-adverb
//!
//! ## What it finds
//! An adverb with which the outlet comments on what it tells: “clearly” at the head of a sentence, “interestingly” anywhere.
//!
//! It goes by a list of words; how often it is right has not been measured.
//!
//! ## Why it matters
//! It tells the reader what to think, and stands on nobody's word.
//!
//! ## Flagged
//! ```transcript
//! Clearly the talks failed.
//! ^^^^^^^ editorial-adverb
//! ```
//! ```transcript
//! The envoy interestingly said nothing about the bridge.
//!           ^^^^^^^^^^^^^ editorial-adverb
//! ```
//!
//! ## Accepted
//! ```transcript
//! The envoy clearly articulated each word.
//! ```
//! ```transcript
//! “Unfortunately the talks failed,” the envoy said.
//! ```
//!
//! ## What to do
//! Leave it out, or say whose view it is.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::LocalSpan;
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::phrases::Phrases;
use super::rule::Check;
use super::{Edit, Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "STY003",
    name: "editorial-adverb",
    levels: Levels::narrative(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("editorial_adverb.rs"),
    check: Check::Paragraph(check),
};

static ANYWHERE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("editorial_adverb/anywhere.txt")));
static OPENING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("editorial_adverb/opening.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone != Zone::Narrative {
        return;
    }
    let words = paragraph.span.of(record.content());
    for sentence in &paragraph.reading.sentences {
        let said = sentence.span.of(words);
        let opening = OPENING.find(said).next().filter(|found| found.start() == 0);
        let Some(found) = opening.or_else(|| ANYWHERE.find(said).next()) else {
            continue;
        };
        let start = sentence.span.start() + found.start();
        let local = LocalSpan::new(start, sentence.span.start() + found.end());
        let is_reported = paragraph.reading.attributions_at(local).any(|attribution| {
            attribution.source.is_some()
                && attribution
                    .content
                    .is_some_and(|content| content.covers(local))
        });
        if is_reported || is_quoted(paragraph, local) {
            continue;
        }
        let span = local.place(paragraph.span.start);
        let message = format!("“{}” is the text's own comment.", local.of(words));
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            let mut edits = Vec::new();
            if let Some(left_out) = left_out(said, found) {
                let base = paragraph.span.start + sentence.span.start();
                edits.push(Edit::replace(
                    LocalSpan::new(left_out.0.start(), left_out.0.end()).place(base),
                    left_out.1,
                ));
                finding.suggest("Leave it out", edits);
            }
        }
    }
}

/// What to take out with the adverb, its comma and blank, and what to put there: the next word's capital at a head.
fn left_out(said: &str, found: LocalSpan) -> Option<(LocalSpan, String)> {
    let after = said[found.end()..].trim_start_matches([',', ' ']);
    let end = said.len() - after.len();
    if found.start() > 0 {
        let with_blank = said[found.end()..].starts_with(' ');
        let end = if with_blank {
            found.end() + 1
        } else {
            found.end()
        };
        return Some((LocalSpan::new(found.start(), end), String::new()));
    }
    let first = after.chars().next()?;
    let span = LocalSpan::new(0, end + first.len_utf8());
    Some((span, first.to_uppercase().collect()))
}
