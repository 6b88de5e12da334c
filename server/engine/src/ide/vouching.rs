//! On whose word a sentence stands, in words: its own source and the chain it is told through, the speaker or issuer over
//! it, or nobody and what was looked at in vain. Where claims are ranked, what makes its rank too.

use std::fmt::Write;

use crate::reading::{
    Antecedent, Attribution, Grade, Standing, candidates, considered, score_parts,
};
use crate::record::{Paragraph, Record};
use crate::rules::Finding;
use crate::text::{Nth, Span};
use crate::transcript::{Voice, Zone};

use super::elsewhere::elsewhere;

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
    let own = own_source(record, paragraph, paragraph.standings.get(at)?);
    let looked_at = (own.is_none() && is_flagged(findings, span))
        .then(|| looked_at(record, paragraph, at))
        .flatten();
    let parts: Vec<String> = [
        vouched_by(record, paragraph, findings, at, own),
        looked_at,
        rank(record, paragraph, findings, at),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| (span, parts.join("  \n")))
}

/// Whether a finding says something about who vouches for a sentence.
fn is_flagged(findings: &[Finding], sentence: Span) -> bool {
    findings
        .iter()
        .any(|finding| is_about(finding, Some(sentence)))
}

/// On whose word the sentence at a place of the paragraph's reading stands, and through whom it is told; of nobody's word
/// only where a finding asks for one.
pub fn vouched(
    record: &Record,
    paragraph: &Paragraph,
    findings: &[Finding],
    sentence: usize,
) -> Option<String> {
    let own = own_source(record, paragraph, paragraph.standings.get(sentence)?);
    vouched_by(record, paragraph, findings, sentence, own)
}

/// The same where the sentence's own source is known.
fn vouched_by(
    record: &Record,
    paragraph: &Paragraph,
    findings: &[Finding],
    sentence: usize,
    own: Option<String>,
) -> Option<String> {
    let span = paragraph.reading.sentences.get(sentence)?.span;
    let flagged = is_flagged(findings, span.place(paragraph.span.start));
    match (own, outer_source(record, paragraph)) {
        (Some(own), Some(outer)) => Some(format!("On the word of {own}, as told by {outer}.")),
        (Some(own), None) => Some(format!("On the word of {own}.")),
        (None, Some(outer)) if flagged => {
            Some(format!("On the word of {outer}; nobody else is named in it."))
        }
        (None, Some(outer)) if paragraph.zone == Zone::Block => {
            Some(format!("On the word of {outer}."))
        }
        (None, None) if flagged => Some(
            "Nobody is named for this sentence: no source, no reporting verb with a subject, no quotation with \
             a speaker was found in it, and none stands over it."
                .to_owned(),
        ),
        _ => None,
    }
}

/// How many words of saying that make no report are told, and how many who could be a source.
const N_LOOKED_AT: usize = 5;

/// What of a sentence looked like a report and is none, and who could be its source and is not, with the reasons.
fn looked_at(record: &Record, paragraph: &Paragraph, sentence: usize) -> Option<String> {
    let words = paragraph.span.of(record.content());
    let cues = considered(words, paragraph.opening, &paragraph.reading)
        .into_iter()
        .filter(|other| other.sentence == sentence)
        .take(N_LOOKED_AT)
        .map(|other| format!("“{}” {}", other.span.of(words), other.why.words()));
    let sources = candidates(&paragraph.reading, sentence)
        .into_iter()
        .take(N_LOOKED_AT)
        .map(|other| format!("“{}” {}", other.span.of(words), other.part.words(words)));
    let nth = record
        .paragraphs()
        .partition_point(|other| other.span.start < paragraph.span.start);
    let elsewhere = elsewhere(record, nth, sentence)
        .into_iter()
        .filter(|other| !other.is_taken)
        .take(N_LOOKED_AT)
        .map(|other| format!("“{}” {}", other.span.of(record.content()), other.why));
    let found: Vec<String> = cues.chain(sources).chain(elsewhere).collect();
    (!found.is_empty()).then(|| format!("Looked at: {}.", found.join("; ")))
}

/// What makes a sentence worth checking, where a finding ranks it.
fn rank(
    record: &Record,
    paragraph: &Paragraph,
    findings: &[Finding],
    sentence: usize,
) -> Option<String> {
    let sentence = paragraph.reading.sentences.get(sentence)?;
    let span = sentence.span.place(paragraph.span.start);
    let is_ranked = |finding: &Finding| finding.code == "CLM001" && finding.span.overlaps(span);
    if !findings.iter().any(is_ranked) {
        return None;
    }
    let parts = score_parts(span.of(record.content()), paragraph.opening.language);
    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    let score = f64::from(sentence.score) / 10.0;
    Some(format!("Worth checking {score:.1}: {}.", parts.join(", ")))
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
    let home = record.paragraphs().get(first + distance.at())?;
    let place = innermost(home, place.at());
    let attribution = home.reading.attributions.get(place)?;
    let mut told = source_words(record, home, attribution)?;
    if let Some(meant) = meant(record, paragraph, home, place, first) {
        _ = write!(told, ", that is “{meant}”");
    }
    if standing.inherited {
        told.push_str(", carried over from the sentence before");
    }
    // The chain outwards: who is quoted, by whom, by whom.
    let mut outer = attribution.within;
    for _ in 0..home.reading.attributions.len() {
        let Some(next) = outer.and_then(|outer| home.reading.attributions.get(outer.at())) else {
            break;
        };
        if let Some(words) = source_words(record, home, next) {
            _ = write!(told, ", as told by {words}");
        }
        outer = next.within;
    }
    Some(told)
}

/// The attribution told innermost within the one at a place: whoever is quoted at last owns the words.
fn innermost(home: &Paragraph, mut place: usize) -> usize {
    let found = &home.reading.attributions;
    for _ in 0..found.len() {
        let inner = found.iter().position(|other| {
            other.within == Some(Nth::new(place))
                && other.source.is_some()
                && other.grade >= Grade::Institution
        });
        let Some(inner) = inner else { break };
        place = inner;
    }
    place
}

/// The source of an attribution with whom it means and what is weak about it.
fn source_words(record: &Record, home: &Paragraph, attribution: &Attribution) -> Option<String> {
    let words = attribution
        .source?
        .place(home.span.start)
        .of(record.content());
    let person = attribution
        .mention
        .and_then(|mention| home.resolved.get(mention.at()))
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
    Some(told)
}

/// Whom a source that points back means: “she”, after Orlova was named.
fn meant<'a>(
    record: &'a Record,
    paragraph: &Paragraph,
    home: &Paragraph,
    attribution: usize,
    first: usize,
) -> Option<&'a str> {
    // Only the sentence's own source is resolved with it.
    let is_own = std::ptr::eq(home, paragraph);
    let mut backs = home.standings.iter().flat_map(|standing| &standing.back);
    let back = backs.find(|back| is_own && back.attribution == Nth::new(attribution))?;
    let (nth, span) = match back.antecedent {
        Antecedent::Named(nth, span) => (nth, span),
        Antecedent::Source(nth, at) => {
            let found = record.paragraphs().get(first + nth.at())?;
            (nth, found.reading.attributions.get(at.at())?.source?)
        }
        Antecedent::Ambiguous(..) | Antecedent::Missing => return None,
    };
    let named = record.paragraphs().get(first + nth.at())?;
    Some(span.place(named.span.start).of(record.content()))
}
