//! The shape of what `inspect` prints: a promise to those who build on it, so it is written down here once and is not
//! the shape of the engine's own types. All spans are `[start, end)` in UTF-8 bytes of the file.

use onrecord_engine::reading::{Attribution, Grade};
use onrecord_engine::record::{Paragraph, Record};
use onrecord_engine::registry::{NameForm, PersonId};
use onrecord_engine::rules::{self, Finding};
use onrecord_engine::text::{LocalSpan, Span};
use onrecord_engine::transcript::{DateOrigin, Voice};
use serde::Serialize;
use serde_json::{Value, json};

use super::documents::Document;

/// A place: first byte, and first byte after.
type Place = [usize; 2];

fn place(span: Span) -> Place {
    [span.start, span.end]
}

/// One file, in the order of the contract.
#[derive(Serialize)]
struct Inspection<'a> {
    onrecord: u32,
    path: String,
    date: Value,
    zones: Vec<Zone<'a>>,
    turns: Vec<Turn<'a>>,
    sentences: Vec<Sentence>,
    quotes: Vec<Quote<'a>>,
    attributions: Vec<Attributed<'a>>,
    mentions: Vec<Mentioned<'a>>,
    findings: Vec<Value>,
}

#[derive(Serialize)]
struct Zone<'a> {
    kind: &'static str,
    span: Place,
    issuer: Option<&'a str>,
}

#[derive(Serialize)]
struct Turn<'a> {
    label: Words<'a>,
    speech: Option<Place>,
    speaker: Speaker<'a>,
    evidence: Vec<String>,
}

#[derive(Serialize)]
struct Words<'a> {
    text: &'a str,
    span: Place,
}

#[derive(Serialize)]
struct Speaker<'a> {
    name: Option<&'a str>,
    id: Option<&'a str>,
    identifiers: Vec<String>,
    anonymous: bool,
}

#[derive(Serialize)]
struct Sentence {
    span: Place,
    zone: usize,
    triggers: Vec<&'static str>,
    score: f64,
    grade: &'static str,
}

#[derive(Serialize)]
struct Quote<'a> {
    span: Place,
    speaker: Option<&'a str>,
}

#[derive(Serialize)]
struct Attributed<'a> {
    source: Option<Place>,
    cue: Option<Place>,
    content: Option<Place>,
    grade: &'static str,
    person: Option<&'a str>,
    inherited: bool,
}

#[derive(Serialize)]
struct Mentioned<'a> {
    span: Place,
    kind: &'static str,
    id: Option<&'a str>,
    candidates: Vec<&'a str>,
}

/// A document as one line of JSON, without a line end.
pub(super) fn json(document: &Document<'_>) -> Vec<u8> {
    let record = &document.record;
    let found = rules::check(record, &document.project.rules);
    let inspection = Inspection {
        onrecord: 1,
        path: document.path.display().to_string(),
        date: date(record),
        zones: zones(record),
        turns: turns(record),
        sentences: sentences(record),
        quotes: quotes(record),
        attributions: attributions(record),
        mentions: mentions(record),
        findings: found.iter().map(finding).collect(),
    };
    serde_json::to_vec(&inspection).expect("strings, numbers and lists are always JSON")
}

fn date(record: &Record) -> Value {
    let Some(date) = &record.transcript().date else {
        return Value::Null;
    };
    let from = match &date.origin {
        DateOrigin::Text(span) => Some(place(*span)),
        DateOrigin::FileName | DateOrigin::Given => None,
    };
    json!({"value": date.date.to_string(), "from": from})
}

fn zones(record: &Record) -> Vec<Zone<'_>> {
    let passages = record.transcript().passages.iter();
    passages
        .map(|passage| Zone {
            kind: passage.zone().name(),
            span: place(passage.span),
            issuer: match &passage.voice {
                Voice::Issuer(issuer) => Some(issuer.span.of(record.content())),
                Voice::Speaker(_) | Voice::Narrator | Voice::None(_) => None,
            },
        })
        .collect()
}

fn turns(record: &Record) -> Vec<Turn<'_>> {
    let turns = record.transcript().turns.iter();
    turns
        .zip(record.speakers())
        .map(|(turn, speaker)| {
            let person = speaker.person.map(|id| record.registry().person(id));
            let identifiers = person.map_or(&[][..], |person| &person.identifiers);
            Turn {
                label: Words {
                    text: turn.label.span.of(record.content()),
                    span: place(turn.label.span),
                },
                speech: turn.speech.map(place),
                speaker: Speaker {
                    name: speaker.name.as_deref(),
                    id: person.map(|person| person.id.as_str()),
                    identifiers: identifiers
                        .iter()
                        .map(|identifier| format!("{}:{}", identifier.scheme, identifier.value))
                        .collect(),
                    anonymous: speaker.anonymous,
                },
                evidence: turn.evidence.iter().map(ToString::to_string).collect(),
            }
        })
        .collect()
}

fn sentences(record: &Record) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for paragraph in record.paragraphs() {
        for (sentence, standing) in paragraph.reading.sentences.iter().zip(&paragraph.standings) {
            let mut triggers: Vec<&'static str> = Vec::new();
            for trigger in &sentence.triggers {
                if !triggers.contains(&trigger.kind.name()) {
                    triggers.push(trigger.kind.name());
                }
            }
            sentences.push(Sentence {
                span: place(sentence.span.place(paragraph.span.start)),
                zone: paragraph.passage,
                triggers,
                score: f64::from(sentence.score) / 10.0,
                grade: standing.grade.unwrap_or(Grade::None).name(),
            });
        }
    }
    sentences
}

fn quotes(record: &Record) -> Vec<Quote<'_>> {
    let mut quotes = Vec::new();
    for paragraph in record.paragraphs() {
        for quote in &paragraph.reading.quotes {
            let attribution = quote
                .attribution
                .and_then(|place| paragraph.reading.attributions.get(place));
            quotes.push(Quote {
                span: place(quote.span.place(paragraph.span.start)),
                speaker: attribution
                    .and_then(|attribution| person_of(record, paragraph, attribution)),
            });
        }
    }
    quotes
}

/// The slug of a person.
fn slug(record: &Record, id: PersonId) -> &str {
    &record.registry().person(id).id
}

/// The person who is an attribution's source.
fn person_of<'a>(
    record: &'a Record,
    paragraph: &Paragraph,
    attribution: &Attribution,
) -> Option<&'a str> {
    let resolved = paragraph.resolved.get(attribution.mention?)?;
    Some(slug(record, resolved.person?))
}

fn attributions(record: &Record) -> Vec<Attributed<'_>> {
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
    let mut open: Option<(usize, usize)> = None;
    let mut attributions: Vec<Attributed<'_>> = Vec::new();
    for (sentence, standing) in paragraph.reading.sentences.iter().zip(&paragraph.standings) {
        let handed = standing
            .attribution
            .filter(|(other, _)| first + other != at && !standing.inherited);
        let span = place(sentence.span.place(paragraph.span.start));
        match (handed, attributions.last_mut()) {
            (Some(_), Some(last)) if handed == open => {
                last.content = last.content.map(|[start, _]| [start, span[1]]);
            }
            (Some((other, number)), _) => {
                let Some(paragraph) = record.paragraphs().get(first + other) else {
                    continue;
                };
                let Some(attribution) = paragraph.reading.attributions.get(number) else {
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

fn mentions(record: &Record) -> Vec<Mentioned<'_>> {
    let registry = record.registry();
    let mut mentions = Vec::new();
    for paragraph in record.paragraphs() {
        for (mention, resolved) in paragraph.reading.mentions.iter().zip(&paragraph.resolved) {
            let post = resolved.post.or(mention.posts.first().copied());
            let post = post.map(|id| registry.post(id));
            let posts = || {
                let posts = mention.posts.iter();
                posts.map(|id| registry.post(*id).id.as_str()).collect()
            };
            let people = || {
                let people = resolved.candidates.iter();
                people.map(|id| slug(record, *id)).collect()
            };
            let (kind, id, candidates) = match mention.form {
                NameForm::Office => ("office", post.map(|post| post.id.as_str()), posts()),
                NameForm::Organization => (
                    "organization",
                    post.and_then(|post| post.org.as_deref()),
                    posts(),
                ),
                NameForm::Full | NameForm::TitleFamily | NameForm::Family | NameForm::NearMiss => (
                    "person",
                    resolved.person.map(|id| slug(record, id)),
                    people(),
                ),
            };
            mentions.push(Mentioned {
                span: place(mention.span.place(paragraph.span.start)),
                kind,
                id,
                candidates,
            });
        }
    }
    mentions
}

/// A finding as `inspect` and `lint` tell it.
pub(super) fn finding(finding: &Finding) -> Value {
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|fix| {
            let edits: Vec<Value> = fix
                .edits
                .iter()
                .map(|edit| json!({"span": place(edit.span), "text": edit.text}))
                .collect();
            json!({"title": fix.title, "safe": fix.safe, "edits": edits})
        })
        .collect();
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|related| json!({"span": place(related.span), "message": related.message}))
        .collect();
    json!({
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.name(),
        "span": place(finding.span),
        "message": finding.message,
        "fixes": fixes,
        "related": related,
    })
}
