//! The shape of what `inspect` prints: a promise to those who build on it, so it is written down here once and is not
//! the shape of the engine's own types. All spans are `[start, end)` in UTF-8 bytes of the file.

mod attribution;
mod finding;
mod place;

use onrecord_engine::reading::Grade;
use onrecord_engine::record::Record;
use onrecord_engine::registry::NameForm;
use onrecord_engine::rules;
use onrecord_engine::transcript::{DateOrigin, Voice};
use serde::Serialize;
use serde_json::{Value, json};

use super::documents::Document;

pub(super) use finding::{Finding, Position, finding};
use place::{Place, place, slug};

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
    attributions: Vec<attribution::Attributed<'a>>,
    mentions: Vec<Mentioned<'a>>,
    findings: Vec<Finding<'a>>,
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
        attributions: attribution::attributions(record),
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
    let named = date.place.map(|place| place.of(record.content()));
    json!({
        "value": date.date.to_string(),
        "from": from,
        "precision": date.precision(),
        "place": named,
    })
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
                evidence: evidence(record, turn),
            }
        })
        .collect()
}

/// Why the label is one, strongest reason first, and how the document prints its labels.
fn evidence(record: &Record, turn: &onrecord_engine::transcript::Turn) -> Vec<String> {
    let convention = record.transcript().convention.as_ref();
    let convention = convention.map(|convention| format!("convention: {}", convention.name));
    let reasons = turn.evidence.iter().map(ToString::to_string);
    reasons.chain(convention).collect()
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
                .and_then(|place| paragraph.reading.attributions.get(place.at()));
            quotes.push(Quote {
                span: place(quote.span.place(paragraph.span.start)),
                speaker: attribution
                    .and_then(|attribution| attribution::person_of(record, paragraph, attribution)),
            });
        }
    }
    quotes
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
                NameForm::Full
                | NameForm::TitleFamily
                | NameForm::Family
                | NameForm::NearMiss
                | NameForm::Unknown => (
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
