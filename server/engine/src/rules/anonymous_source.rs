//! # ATT101 anonymous-source
//!
//! ## What it finds
//! A report whose source is a person or persons without a name.
//!
//! Where the sentence says why the name is kept back, the finding weighs less. Where one of several is named (“the aides, led
//! by Lena Orlova”), the source has a name.
//!
//! Of fifty findings read by hand on pages it was not made with 45 were right; the others take for a source who only did
//! something, or a source that is named a sentence before.
//!
//! ## Why it matters
//! An unnamed source cannot be asked, and cannot be held to what was said; it is the exception that needs a reason.
//!
//! ## Flagged
//! ```transcript
//! A senior diplomat said the border would open within a week.
//! ^^^^^^^^^^^^^^^^^ anonymous-source
//! The mood was tense, two officials said.
//!                     ^^^^^^^^^^^^^ anonymous-source
//! ```
//!
//! ## Accepted
//! ```transcript
//! A senior diplomat, Mira Haddad, said the border would open within a week.
//! The border guards' spokeswoman, Lena Orlova, said it would open.
//! ```
//!
//! ## What to do
//! Name the source, or say in the text why it cannot be named.

use crate::reading::{Grade, WordList};
use crate::record::{Paragraph, Record};
use crate::transcript::Zone;

use super::sources::{self, Report};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT101",
    name: "anonymous-source",
    levels: Levels::zones(
        Some(Severity::Warning),
        Some(Severity::Info),
        Some(Severity::Hint),
    ),
    source: include_str!("anonymous_source.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    for report in sources::reports(paragraph) {
        let Some(source) = report.attribution.source else {
            continue;
        };
        if report.attribution.grade != Grade::Anonymous || report.attribution.shape.is_agentless() {
            continue;
        }
        // Who speaks for somebody named is the matter of ATT109; “the officials” just named have names.
        let words = paragraph.span.of(record.content());
        if sources::is_spokesperson(source.of(words)) || report.means_somebody_named() {
            continue;
        }
        // In talk “an executive order” and the like are no sources; whoever is one is said to say something.
        let is_talk = paragraph.zone == Zone::Turn;
        if is_talk && !report.tells_what(paragraph.span.of(record.content())) {
            continue;
        }
        // In talk “someone who has shown” is whoever has.
        if is_talk
            && paragraph
                .opening
                .language
                .holds(WordList::Relatives, source.of(words))
        {
            continue;
        }
        let span = source.place(report.paragraph.span.start);
        // The apposition may be taken for a part of the source or not.
        let words = span.of(record.content());
        let comma = words.find(", ").map_or(span.end, |at| span.start + at);
        if stands_before_a_name(&record.content()[comma..report.paragraph.span.end]) {
            continue;
        }
        let has_reason = gives_reason(record, &report);
        let message = if has_reason {
            format!("“{words}” is a source without a name; the sentence says why.")
        } else {
            format!("“{words}” is a source without a name, and no name stands beside it.")
        };
        if let Some(finding) = findings.add(Some(report.paragraph.zone), span, message) {
            if has_reason {
                finding.lower();
            }
            report.finish(record, finding);
        }
    }
}

/// Whether a name in apposition follows: “…, Lena Orlova, said”.
fn stands_before_a_name(after: &str) -> bool {
    let Some((name, _)) = after
        .strip_prefix(", ")
        .and_then(|after| after.split_once(','))
    else {
        return false;
    };
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    (2..=4).contains(&name.split(' ').count()) && name.split(' ').all(is_capital)
}

fn gives_reason(record: &Record, report: &Report<'_>) -> bool {
    let sentence = report
        .sentence_words(record)
        .to_lowercase()
        .replace('’', "'");
    let language = report.paragraph.opening.language;
    let mut reasons = language.list(WordList::Reasons).iter();
    reasons.any(|reason| sentence.contains(&**reason))
}
