//! # ATT112 scope-drift
//!
//! ## What it finds
//! A clause with a subject of its own behind a reported one, joined by “and” or “but” without a second “that”, that makes a strong claim.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Grammar lets such a clause be the source's words or the writer's; only “that” settles it.
//! How sure: it asks a question and says no more, so it runs only when asked for.
//!
//! ## Flagged
//! ```transcript
//! She said that the bridge was safe and the owners have betrayed the town.
//!                                                       ^^^^^^^^ scope-drift
//! ```
//! ```transcript
//! He considered that the campaign was a fight for survival, but the country achieved the highest growth in years.
//!                                                                                        ^^^^^^^ scope-drift
//! ```
//!
//! ## Accepted
//! ```transcript
//! She said that the bridge was safe and that the owners had betrayed the town.
//! ```
//! ```transcript
//! She said that the bridge was safe and the road was dry.
//! ```
//!
//! ## What to do
//! Repeat “that” if the source said it too, or begin a new sentence.

use crate::reading::{Language, Shape, WordList};
use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::rule::Check;
use super::sources;
use super::{Edit, Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT112",
    name: "scope-drift",
    levels: Levels::all(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("scope_drift.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for report in sources::reports(paragraph) {
        let attribution = report.attribution;
        let (Some(cue), Some(source)) = (attribution.cue, attribution.source) else {
            continue;
        };
        let sentence = paragraph.reading.sentences[attribution.sentence.at()].span;
        let language = paragraph.opening.language;
        let rest = &words[cue.end().min(sentence.end())..sentence.end()];
        if attribution.shape != Shape::SourceCueContent || rest.contains(['“', '"', '«']) {
            continue;
        }
        let Some((joint, clause)) = clauses(rest, language).next() else {
            continue;
        };
        let from = cue.end() + clause;
        let triggers = &paragraph.reading.sentences[attribution.sentence.at()].triggers;
        let claim = triggers
            .iter()
            .find(|trigger| trigger.kind.is_strong() && trigger.span.start() >= from);
        let Some(claim) = claim else { continue };
        let span = claim.span.place(paragraph.span.start);
        let message = format!(
            "“{}” stands behind “{}” in a clause of its own: said by “{}”, or by the text?",
            claim.span.of(words),
            joint.trim(),
            source.of(words)
        );
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            let at = paragraph.span.start + from;
            if let Some(that) = language.list(WordList::That).first() {
                finding.suggest(
                    format!("Add “{that}”, if the source said it too"),
                    vec![Edit::replace(Span::new(at, at), format!("{that} "))],
                );
            }
        }
    }
}

/// The clauses joined to the first one of a stretch: the word that joins, and where the clause begins.
fn clauses(rest: &str, language: Language) -> impl Iterator<Item = (&'static str, usize)> + '_ {
    let joints = language.list(WordList::Joints).iter();
    joints.filter_map(move |joint| {
        let found = rest.match_indices(&**joint);
        let free =
            |at: &usize| rest[..*at].ends_with(' ') && rest[at + joint.len()..].starts_with(' ');
        let at = found.map(|(at, _)| at).find(free)? + joint.len() + 1;
        let first = rest[at..].split(' ').next().unwrap_or_default();
        let is_that = language.lists(WordList::That, first);
        let is_subject =
            language.lists(WordList::OwnSubjects, first) || first.starts_with(char::is_uppercase);
        (is_subject && !is_that).then_some((joint.as_str(), at))
    })
}
