//! # ATT002 unattributed-clause
//!
//! ## What it finds
//! A strong claim in a clause that the source of its sentence does not reach.
//!
//! Such are clauses with a subject of their own behind “and”, “but” or a comma, and what is spliced on behind a wish.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! A reader takes the whole sentence for the source's words, and the source never said this part.
//! How sure: where a clause ends is told without a parser, from words and commas.
//!
//! ## Flagged
//! ```transcript
//! He said talks would go on, but the army has betrayed every truce since Monday.
//!                                             ^^^^^^^^ unattributed-clause
//! ```
//! ```transcript
//! He said talks would end, but the army has betrayed every truce since May.
//!                                           ^^^^^^^^ unattributed-clause
//! ```
//!
//! ## Accepted
//! ```transcript
//! He said talks would go on and that the army had betrayed every truce.
//! ```
//! ```transcript
//! He said talks would go on, but the session was closed.
//! ```
//!
//! ## What to do
//! Repeat “that” if the source said it too, or give the clause a source of its own.

use crate::reading::WordList;
use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::assertions::{Basis, assertions, what};
use super::rule::Check;
use super::{Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT002",
    name: "unattributed-clause",
    levels: Levels::narrative(Severity::Info),
    source: include_str!("unattributed_clause.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    for assertion in assertions(record, paragraph, findings, |kind, _| kind.is_strong()) {
        if assertion.basis != Basis::OtherClause {
            continue;
        }
        let triggers = assertion.strong();
        let Some(first) = triggers.first() else {
            continue;
        };
        let Some(finding) = assertion.report(record, &triggers, what(first.kind), findings) else {
            continue;
        };
        if let Some(at) = clause_start(record, paragraph, first.span.start())
            && let Some(that) = paragraph.opening.language.list(WordList::That).first()
        {
            finding.suggest(
                format!("Add “{that}”, if the source said it too"),
                vec![Edit::replace(Span::new(at, at), format!("{that} "))],
            );
        }
    }
}

/// Where the clause of a byte of the paragraph begins behind a coordinating word (document bytes).
fn clause_start(record: &Record, paragraph: &Paragraph, at: usize) -> Option<usize> {
    let words = paragraph.span.of(record.content());
    let sentence = paragraph
        .reading
        .sentence_at(at)
        .filter(|sentence| at < sentence.span.end())?;
    let before = &words[sentence.span.start()..at];
    let joints = paragraph.opening.language.list(WordList::Joints).iter();
    let start = joints
        .filter_map(|word| {
            let found = before.rfind(&format!(", {word} "));
            found.map(|found| found + 3 + word.len())
        })
        .max()?;
    Some(paragraph.span.start + sentence.span.start() + start)
}
