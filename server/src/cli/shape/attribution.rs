//! Attributions as `inspect` tells them: those of a paragraph's own words, and those another paragraph hands over.

use onrecord_engine::reading::Attribution;
use onrecord_engine::record::{Paragraph, Record};
use onrecord_engine::text::{LocalSpan, Nth};
use serde::Serialize;

use super::place::{Place, place, slug};

/// An attribution: who is said to say what.
#[derive(Serialize)]
pub(super) struct Attributed<'a> {
    source: Option<Place>,
    cue: Option<Place>,
    content: Option<Place>,
    grade: &'static str,
    person: Option<&'a str>,
    inherited: bool,
}

/// The person who is an attribution's source.
pub(super) fn person_of<'a>(
    record: &'a Record,
    paragraph: &Paragraph,
    attribution: &Attribution,
) -> Option<&'a str> {
    let resolved = paragraph.resolved.get(attribution.mention?.at())?;
    Some(slug(record, resolved.person?))
}

/// All attributions the words of a text make, in text order.
pub(super) fn attributions(record: &Record) -> Vec<Attributed<'_>> {
    let mut attributions = Vec::new();
    let paragraphs = record.paragraphs();
    // Standings count paragraphs from the first of their passage.
    let mut first = 0;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if paragraphs[first].passage != paragraph.passage {
            first = at;
        }
        let at_place = |span: LocalSpan| place(span.place(paragraph.span.start));
        for attribution in &paragraph.reading.attributions {
            attributions.push(Attributed {
                source: attribution.source.map(at_place),
                cue: attribution.cue.map(at_place),
                content: attribution.content.map(at_place),
                grade: attribution.grade.name(),
                person: person_of(record, paragraph, attribution),
                inherited: false,
            });
        }
        attributions.extend(handed_over(record, first, at));
    }
    attributions
}

/// What other paragraphs vouch for in the paragraph at `at`, by a colon or a quotation that runs on; `first` is the
/// first paragraph of its passage. Sentences in a row with the same source are one content. A licence merely carried on
/// from the sentence before is no attribution the words make, and shows only in the sentence's grade.
fn handed_over(record: &Record, first: usize, at: usize) -> Vec<Attributed<'_>> {
    let paragraph = &record.paragraphs()[at];
    let mut open: Option<(Nth, Nth)> = None;
    let mut attributions: Vec<Attributed<'_>> = Vec::new();
    for (sentence, standing) in paragraph.reading.sentences.iter().zip(&paragraph.standings) {
        let handed = standing
            .attribution
            .filter(|(other, _)| first + other.at() != at && !standing.inherited);
        let span = place(sentence.span.place(paragraph.span.start));
        match (handed, attributions.last_mut()) {
            (Some(_), Some(last)) if handed == open => {
                last.content = last.content.map(|[start, _]| [start, span[1]]);
            }
            (Some((other, number)), _) => {
                let Some(paragraph) = record.paragraphs().get(first + other.at()) else {
                    continue;
                };
                let Some(attribution) = paragraph.reading.attributions.get(number.at()) else {
                    continue;
                };
                attributions.push(Attributed {
                    source: attribution
                        .source
                        .map(|span| place(span.place(paragraph.span.start))),
                    // The cue stands where it stands; told again here it would be counted twice.
                    cue: None,
                    content: Some(span),
                    grade: attribution.grade.name(),
                    person: person_of(record, paragraph, attribution),
                    inherited: true,
                });
            }
            (None, _) => {}
        }
        open = handed;
    }
    attributions
}
