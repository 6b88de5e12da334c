//! On whose word a sentence stands, in words: its own source, the speaker or issuer over it, or nobody.

use std::fmt::Write;

use crate::reading::{Grade, Standing};
use crate::record::{Paragraph, Record};
use crate::rules::Finding;
use crate::text::Span;
use crate::transcript::{Voice, Zone};

/// Whether the finding says something about who vouches for the sentence.
pub(super) fn is_about(finding: &Finding, sentence: Option<Span>) -> bool {
    let is_of_sources = finding.code.starts_with("ATT") || finding.code.starts_with("DAT1");
    is_of_sources && sentence.is_some_and(|sentence| finding.span.overlaps(sentence))
}

/// Who vouches for the sentence under the cursor. Nothing for plain sentences nobody would ask about.
pub(super) fn sentence_part(
    record: &Record,
    paragraph: &Paragraph,
    findings: &[Finding],
    offset: usize,
) -> Option<(Span, String)> {
    let base = paragraph.span.start;
    let at = paragraph
        .reading
        .sentences
        .iter()
        .position(|sentence| sentence.span.place(base).holds_cursor(offset))?;
    let span = paragraph.reading.sentences[at].span.place(base);
    let standing = paragraph.standings.get(at)?;
    let flagged = findings.iter().any(|finding| is_about(finding, Some(span)));
    let outer = outer_source(record, paragraph);
    let own = own_source(record, paragraph, standing);
    let markdown = match (own, outer) {
        (Some(own), Some(outer)) => format!("On the word of {own}, as told by {outer}."),
        (Some(own), None) => format!("On the word of {own}."),
        (None, Some(outer)) if flagged => format!("On the word of {outer}; nobody else is named in it."),
        (None, Some(outer)) if paragraph.zone == Zone::Block => format!("On the word of {outer}."),
        (None, None) if flagged => {
            "Nobody is named for this sentence: no source, no reporting verb with a subject, no quotation with \
             a speaker was found in it, and none stands over it."
                .to_owned()
        }
        _ => return None,
    };
    Some((span, markdown))
}

/// The speaker of the turn or the issuer of the statement.
fn outer_source(record: &Record, paragraph: &Paragraph) -> Option<String> {
    match &record.transcript().passages[paragraph.passage].voice {
        Voice::Speaker(turn) => record
            .speakers()
            .get(*turn)
            .and_then(|speaker| speaker.name.clone()),
        Voice::Issuer(issuer) => {
            let words = issuer.span.of(record.content());
            Some(
                words
                    .strip_prefix("The ")
                    .map_or_else(|| words.to_owned(), |rest| format!("the {rest}")),
            )
        }
        Voice::Narrator | Voice::None(_) => None,
    }
}

/// The source the sentence's own words or those before it give, with what is weak about it.
fn own_source(record: &Record, paragraph: &Paragraph, standing: &Standing) -> Option<String> {
    let (distance, place) = standing.attribution?;
    let first = record
        .paragraphs()
        .partition_point(|other| other.passage < paragraph.passage);
    let home = record.paragraphs().get(first + distance)?;
    let attribution = home.reading.attributions.get(place)?;
    let words = attribution
        .source?
        .place(home.span.start)
        .of(record.content());
    let person = attribution
        .mention
        .and_then(|mention| home.resolved.get(mention))
        .and_then(|resolved| resolved.person)
        .map(|person| record.registry().person(person).name.as_str())
        .filter(|name| *name != words);
    let mut told = format!("“{words}”");
    if let Some(name) = person {
        _ = write!(told, " ({name})");
    }
    match attribution.grade {
        Grade::Anonymous => told.push_str(", who is not named"),
        Grade::Vague => told.push_str(", which does not say who"),
        Grade::Institution | Grade::Named | Grade::None => {}
    }
    if standing.inherited {
        told.push_str(", carried over from the sentence before");
    }
    Some(told)
}
