//! # ATT110 collective-official-source
//!
//! ## What it finds
//! Several parties that speak as one: “both sides”, “the two delegations”, “leaders”.
//!
//! “The two presidents” of whom the sentences before name two are left alone.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Collective speech hides who committed to what; joint statements are legitimate, so this is a hint.
//!
//! ## Flagged
//! ```transcript
//! Both sides reaffirmed the importance of dialogue.
//! ^^^^^^^^^^ collective-official-source
//! ```
//! ```transcript
//! The parties agreed that the border would open in May.
//! ^^^^^^^^^^^ collective-official-source
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ada Vane received Rudolf Elphberg. The two presidents affirmed their wish for peace.
//! ```
//! ```transcript
//! The joint communiqué says that the border will open in May.
//! ```
//!
//! ## What to do
//! Say which of them said it, or name the document that they signed.

use std::sync::LazyLock;

use crate::reading::ReferentKind;
use crate::record::{Paragraph, Record};
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::phrases::Phrases;
use super::rule::Check;
use super::sources;
use super::{Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT110",
    name: "collective-official-source",
    levels: Levels::narrative(Severity::Hint),
    source: include_str!("collective_official_source.rs"),
    check: Check::Paragraph(check),
};

static COLLECTIVES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("collective_official_source/collectives.txt")));

/// Words for people; where two of them are named, the words mean these.
static PEOPLE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("collective_official_source/people.txt")));

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone != Zone::Narrative {
        return;
    }
    let words = paragraph.span.of(record.content());
    for report in sources::reports(paragraph) {
        let Some(source) = report.attribution.source else {
            continue;
        };
        let said = source.of(words);
        if !COLLECTIVES.holds(said) || is_quoted(paragraph, source) {
            continue;
        }
        if PEOPLE.is_in(said) && names_two(record, paragraph, report.attribution.sentence.at()) {
            continue;
        }
        let message = format!("“{said}” speak as one; the text does not say who of them said it.");
        let span = source.place(paragraph.span.start);
        findings.add(Some(paragraph.zone), span, message);
    }
}

/// Whether the two sentences before one, or the paragraph before its own, name two people.
fn names_two(record: &Record, paragraph: &Paragraph, sentence: usize) -> bool {
    let people = |paragraph: &Paragraph, from: usize, until: usize| {
        let referents = paragraph.reading.referents.iter();
        referents
            .filter(|referent| {
                referent.kind == ReferentKind::Person
                    && (from..until).contains(&referent.sentence.at())
            })
            .count()
    };
    if people(paragraph, sentence.saturating_sub(2), sentence + 1) >= 2 {
        return true;
    }
    let at = record
        .paragraphs()
        .partition_point(|other| other.span.start < paragraph.span.start);
    sentence < 2
        && at.checked_sub(1).is_some_and(|before| {
            let before = &record.paragraphs()[before];
            before.passage == paragraph.passage && people(before, 0, usize::MAX) >= 2
        })
}
