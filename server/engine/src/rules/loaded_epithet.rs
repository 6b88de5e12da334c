//! # STY002 loaded-epithet
//!
//! ## What it finds
//! A word for a person, a state or a group that judges instead of naming: “madman”, “puppet regime”.
//!
//! In quotation marks, and in terms such as “regime change”, it is left alone.
//!
//! It goes by a list of words; how often it is right has not been measured.
//!
//! ## Why it matters
//! Such a word is the writer's opinion in the place of a name.
//!
//! ## Flagged
//! ```transcript
//! The madman president of Ruritania spoke in Zenda.
//!     ^^^^^^ loaded-epithet
//! ```
//! ```transcript
//! The puppet regime in Zenda refused the offer.
//!     ^^^^^^ loaded-epithet
//! ```
//!
//! ## Accepted
//! ```transcript
//! The envoy called him a “madman” in the hall.
//! ```
//! ```transcript
//! The policy of regime change has few friends.
//! ```
//!
//! ## What to do
//! Name the person, the office or the body.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::phrases::Phrases;
use super::rule::Check;
use super::{Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "STY002",
    name: "loaded-epithet",
    levels: Levels::narrative(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("loaded_epithet.rs"),
    check: Check::Paragraph(check),
};

static EPITHETS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("loaded_epithet/epithets.txt")));
static TERMS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("loaded_epithet/terms.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone != Zone::Narrative {
        return;
    }
    let words = paragraph.span.of(record.content());
    let terms: Vec<LocalSpan> = TERMS.find(words).collect();
    let mut last: Option<Span> = None;
    for found in EPITHETS.find(words) {
        let is_term = terms.iter().any(|term| term.covers(found));
        if is_term || is_quoted(paragraph, found) {
            continue;
        }
        let span = found.place(paragraph.span.start);
        // “Puppet regime” is one.
        if last.is_some_and(|last| last.end + 1 == span.start) {
            continue;
        }
        last = Some(span);
        let message = format!("“{}” judges in the place of a name.", found.of(words));
        findings.add(Some(paragraph.zone), span, message);
    }
}
