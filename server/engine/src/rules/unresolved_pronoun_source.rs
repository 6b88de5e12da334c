//! # ATT107 unresolved-pronoun-source
//!
//! ## What it finds
//! A report whose source is “he”, “she” or “they”, where nobody, or two people equally near, could be meant.
//!
//! People and bodies named in the three sentences before are looked at; a source named there counts before others.
//! “She” is no man and “he” no woman, where a title (“Mr.”, “spokeswoman”), an earlier pronoun or the `gender` of a person in
//! the project’s registry tells.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Who said it is then a guess, for a reader as for a program.
//! How sure: names are told by their capitals and a list of words, so a name in lower case is missed.
//!
//! ## Flagged
//! ```transcript
//! Orlova met Haddad. She said the deal was near.
//!                    ^^^ unresolved-pronoun-source
//! ```
//! ```transcript
//! They insist the vote was clean.
//! ^^^^ unresolved-pronoun-source
//! ```
//! ```transcript
//! Mrs. Vane met the press. He said the deal was near.
//!                          ^^ unresolved-pronoun-source
//! ```
//!
//! ## Accepted
//! ```transcript
//! Orlova arrived first. She said the deal was near.
//! ```
//! ```transcript
//! Lena Orlova said little. “It is near,” she said.
//! ```
//! ```registry
//! [[person]]
//! id = "lena-orlova"
//! name = "Lena Orlova"
//! gender = "female"
//! [[person]]
//! id = "omar-haddad"
//! name = "Omar Haddad"
//! gender = "male"
//! ```
//! ```transcript
//! Lena Orlova met Omar Haddad. She said the deal was near.
//! ```
//! ```transcript
//! Mrs. Vane met Mr. Krone. He said the deal was near.
//! ```
//!
//! ## What to do
//! Put the name in place of the pronoun.

use crate::reading::{Antecedent, Pointer};
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Nth, Span};
use crate::transcript::Zone;

use super::ascribed::in_passage;
use super::assertions::is_quoted;
use super::rule::Check;
use super::{Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT107",
    name: "unresolved-pronoun-source",
    levels: Levels::zones(Some(Severity::Info), Some(Severity::Hint), None),
    source: include_str!("unresolved_pronoun_source.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone == Zone::Turn {
        return;
    }
    let words = paragraph.span.of(record.content());
    for back in paragraph
        .standings
        .iter()
        .flat_map(|standing| &standing.back)
    {
        let Some(attribution) = paragraph.reading.attributions.get(back.attribution.at()) else {
            continue;
        };
        let is_person = matches!(
            attribution.points_back,
            Some(Pointer::One(_) | Pointer::Many)
        );
        let Some(source) = attribution.source.filter(|_| is_person) else {
            continue;
        };
        if is_quoted(paragraph, source) {
            continue;
        }
        let pronoun = source.of(words);
        let named = |(nth, span): (Nth, LocalSpan)| {
            let home = in_passage(record, paragraph, nth.at())?;
            Some(span.place(home.span.start))
        };
        let (message, candidates) = match back.antecedent {
            Antecedent::Missing => (
                format!(
                    "“{pronoun}” is the source, and nobody it could mean is named in the three sentences before."
                ),
                Vec::new(),
            ),
            Antecedent::Ambiguous(one, other) => {
                let candidates: Vec<Span> = [one, other].into_iter().filter_map(named).collect();
                let [one, other] = candidates[..] else {
                    continue;
                };
                let content = record.content();
                let message = format!(
                    "“{pronoun}” is the source, and may be “{}” or “{}”; neither is nearer.",
                    one.of(content),
                    other.of(content)
                );
                (message, candidates)
            }
            Antecedent::Source(..) | Antecedent::Named(..) => continue,
        };
        let span = source.place(paragraph.span.start);
        let Some(finding) = findings.add(Some(paragraph.zone), span, message) else {
            continue;
        };
        for candidate in candidates {
            let name = candidate.of(record.content());
            finding.relate(candidate, "could be meant");
            finding.suggest(
                format!("Put “{name}” in its place"),
                vec![Edit::replace(span, name)],
            );
        }
    }
}
