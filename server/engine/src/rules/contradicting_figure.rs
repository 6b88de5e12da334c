//! # CLM004 contradicting-figure
//!
//! ## What it finds
//! Another figure for the same thing by the same speaker in the same document.
//!
//! Only this document is looked at; what the speaker said in others is not. How often it is right has not been measured.
//!
//! ## Why it matters
//! Both cannot be right, if they count the same at the same time; a fact-checker wants to see the two together.
//!
//! ## Flagged
//! ```transcript
//! Ada Vane: We have built 300 schools in the valley.
//!
//! Rudolf Elphberg: Thank you.
//!
//! Ada Vane: Nobody else would have built 200 schools in the valley.
//!                                        ^^^^^^^^^^^ contradicting-figure
//!
//! Rudolf Elphberg: Let us go on.
//!
//! Ada Vane: Again, it was 250 schools in the valley.
//!                         ^^^^^^^^^^^ contradicting-figure
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ada Vane: We have built 300 schools in the valley.
//!
//! Rudolf Elphberg: You built 200 schools.
//!
//! Ada Vane: In the first year we built 300 schools, and in the second about 200 schools.
//! ```
//!
//! ## What to do
//! Ask which of the two is meant, or over what time.

use std::collections::HashMap;

use crate::record::Record;

use super::counted::{Counted, counted};
use super::labels::speaker;
use super::rule::Check;
use super::{Findings, Levels, Look, Profile, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "CLM004",
    name: "contradicting-figure",
    levels: Levels::all(Severity::Hint).only_in(Profile::Triage),
    source: include_str!("contradicting_figure.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    for counted in counted(
        look.words,
        &look.said.reading,
        look.paragraph.opening.language,
    ) {
        seen.say((counted.what, counted.number, counted.names));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut first: HashMap<(String, String), Counted> = HashMap::new();
    for paragraph in record.paragraphs() {
        let Some(speaker) = speaker(record, paragraph) else {
            continue;
        };
        for counted in counted(
            paragraph.span.of(record.content()),
            &paragraph.reading,
            paragraph.opening.language,
        ) {
            let counted = counted.placed(paragraph.span.start);
            let key = (speaker.clone(), counted.what.clone());
            let Some(earlier) = first.get(&key) else {
                first.insert(key, counted);
                continue;
            };
            if earlier.number == counted.number {
                continue;
            }
            let content = record.content();
            let message = format!(
                "{speaker} says “{}” here and “{}” before.",
                counted.span.of(content),
                earlier.span.of(content)
            );
            let earlier = earlier.span;
            if let Some(finding) = findings.add(Some(paragraph.zone), counted.span, message) {
                finding.relate(earlier, "the figure before");
            }
        }
    }
}
