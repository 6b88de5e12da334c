//! # STY001 loaded-reporting-verb
//!
//! ## What it finds
//! A word of saying that takes sides on what is said: “admitted” and “revealed” take it for true, “claimed” and “alleged” for doubtful.
//!
//! It goes by a list of words; how often it is right has not been measured.
//!
//! ## Why it matters
//! The outlet then judges a claim that it only reports; “said” does not.
//!
//! ## Flagged
//! ```transcript
//! The minister admitted that the plan works.
//!              ^^^^^^^^ loaded-reporting-verb
//! ```
//! ```transcript
//! The envoy claimed that he was ill.
//!           ^^^^^^^ loaded-reporting-verb
//! ```
//!
//! ## Accepted
//! ```transcript
//! The minister said that the plan works.
//! ```
//! ```transcript
//! The envoy told reporters that he was ill.
//! ```
//!
//! ## What to do
//! Write “said”.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::LocalSpan;
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::phrases::Phrases;
use super::rule::Check;
use super::{Edit, Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "STY001",
    name: "loaded-reporting-verb",
    levels: Levels::narrative(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("loaded_reporting_verb.rs"),
    check: Check::Paragraph(check),
};

static LOADED: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("loaded_reporting_verb/loaded.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone != Zone::Narrative {
        return;
    }
    let words = paragraph.span.of(record.content());
    for attribution in &paragraph.reading.attributions {
        let (Some(cue), Some(_)) = (attribution.cue, attribution.source) else {
            continue;
        };
        let Some(found) = LOADED.find(cue.of(words)).last() else {
            continue;
        };
        let span = LocalSpan::new(cue.start() + found.start(), cue.start() + found.end());
        if is_quoted(paragraph, span) {
            continue;
        }
        let verb = span.of(words);
        let message = format!("“{verb}” takes a side on what is said; “said” takes none.");
        let plain = match verb.split(' ').next() {
            Some(first) if first.ends_with("ing") => "saying",
            Some(first) if first.ends_with('s') => "says",
            _ => "said",
        };
        let span = span.place(paragraph.span.start);
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            finding.suggest(format!("Write “{plain}”"), vec![Edit::replace(span, plain)]);
        }
    }
}
