//! What is told about a place: zone, label, sentences, mentions, attributions, findings.

use std::fmt::Write;

use onrecord_engine::ide::card;
use onrecord_engine::reading::{Attribution, Grade, Shape, Standing};
use onrecord_engine::record::{Paragraph, Record};
use onrecord_engine::registry::{Held, PersonId, PostId};
use onrecord_engine::rules::Finding;
use onrecord_engine::text::{LocalSpan, Span};
use onrecord_engine::transcript::{DateOrigin, FurnitureKind, Voice};

use crate::cli::report::printable;

/// How many characters of a passage's words are shown.
const N_SHOWN: usize = 90;

/// All that is known about the words in `span`, a line each.
pub(super) fn about(record: &Record, findings: &[Finding], span: Span) -> String {
    let mut notes = Notes {
        record,
        span,
        lines: String::new(),
    };
    notes.zones();
    notes.labels();
    notes.date();
    let paragraphs = record.paragraphs();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if notes.touches(paragraph.span) {
            let first = paragraphs.partition_point(|other| other.passage < paragraph.passage);
            notes.sentences(paragraph, &paragraphs[first..=at]);
            notes.mentions(paragraph);
            notes.attributions(paragraph);
        }
    }
    let here: Vec<&Finding> = findings
        .iter()
        .filter(|finding| notes.touches(finding.span))
        .collect();
    for finding in &here {
        let (severity, code) = (finding.severity.name(), finding.code);
        let words = notes.words(finding.span);
        let message = printable(&finding.message);
        notes.line(
            0,
            format_args!(
                "finding {code} {} ({severity}) at {words}: {message}",
                finding.name
            ),
        );
    }
    if here.is_empty() {
        notes.line(0, format_args!("no findings"));
    }
    notes.lines
}

struct Notes<'a> {
    record: &'a Record,
    span: Span,
    lines: String,
}

impl Notes<'_> {
    fn line(&mut self, depth: usize, line: std::fmt::Arguments<'_>) {
        _ = writeln!(self.lines, "{}{line}", "  ".repeat(depth + 1));
    }

    /// Whether something stands at the place; an empty line or the end of the text is a place too.
    fn touches(&self, span: Span) -> bool {
        if self.span.is_empty() {
            span.holds_cursor(self.span.start)
        } else {
            span.overlaps(self.span)
        }
    }

    /// The words of a span, cut short.
    fn words(&self, span: Span) -> String {
        let words = span.of(self.record.content()).trim();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = match words.char_indices().nth(N_SHOWN) {
            Some((end, _)) => format!("{}…", &words[..end]),
            None => words,
        };
        format!("“{}”", printable(&shown))
    }

    fn zones(&mut self) {
        let transcript = self.record.transcript();
        for passage in &transcript.passages {
            if !self.touches(passage.span) {
                continue;
            }
            let voice = match &passage.voice {
                Voice::Speaker(turn) => {
                    let label = self.words(transcript.turns[*turn].label.span);
                    format!("the speaker labelled {label}")
                }
                Voice::Issuer(issuer) => format!("issued by {}", self.words(issuer.span)),
                Voice::Narrator => "the outlet's own words".to_owned(),
                Voice::None(kind) => furniture(*kind).to_owned(),
            };
            let span = passage.span;
            self.line(
                0,
                format_args!(
                    "zone {} ({voice}), bytes {}–{}",
                    passage.zone().name(),
                    span.start,
                    span.end
                ),
            );
        }
    }

    fn labels(&mut self) {
        let turns = &self.record.transcript().turns;
        for (turn, speaker) in turns.iter().zip(self.record.speakers()) {
            if !self.touches(turn.label.marked) {
                continue;
            }
            let words = self.words(turn.label.span);
            self.line(0, format_args!("speaker label {words}"));
            let evidence: Vec<String> = turn.evidence.iter().map(ToString::to_string).collect();
            self.line(1, format_args!("taken for one by: {}", evidence.join(", ")));
            let name = match (&speaker.name, speaker.anonymous) {
                (_, true) => "nobody by name",
                (Some(name), false) => name,
                (None, false) => "not known",
            };
            let id = speaker.person.map(|id| self.slug(id)).unwrap_or_default();
            self.line(
                1,
                format_args!("speaker: {name}{id}{}", because(speaker.why)),
            );
            self.office(speaker.post, speaker.held);
            self.candidates(&speaker.candidates);
        }
    }

    fn date(&mut self) {
        if let Some(date) = &self.record.transcript().date
            && let DateOrigin::Text(span) = date.origin
            && self.touches(span)
        {
            let words = self.words(span);
            self.line(
                0,
                format_args!("the document's date, {}, is taken from {words}", date.date),
            );
        }
    }

    /// The sentences at the place; `passage` are the paragraphs of their passage up to their own.
    fn sentences(&mut self, paragraph: &Paragraph, passage: &[Paragraph]) {
        let base = paragraph.span.start;
        for (sentence, standing) in paragraph.reading.sentences.iter().zip(&paragraph.standings) {
            if !self.touches(sentence.span.place(base)) {
                continue;
            }
            let words = self.words(sentence.span.place(base));
            self.line(0, format_args!("sentence {words}"));
            let stands = self.standing(standing, passage);
            self.line(1, format_args!("stands on: {stands}"));
            let triggers: Vec<String> = sentence
                .triggers
                .iter()
                .map(|trigger| {
                    format!(
                        "{} {}",
                        trigger.kind.name(),
                        self.words(trigger.span.place(base))
                    )
                })
                .collect();
            if !triggers.is_empty() {
                self.line(1, format_args!("strong claim by: {}", triggers.join(", ")));
            }
            let score = f64::from(sentence.score) / 10.0;
            self.line(1, format_args!("worth checking: {score:.1}"));
        }
    }

    fn standing(&self, standing: &Standing, passage: &[Paragraph]) -> String {
        let vouching = standing.attribution.and_then(|(paragraph, place)| {
            let paragraph = passage.get(paragraph)?;
            let attribution = paragraph.reading.attributions.get(place)?;
            Some((paragraph, attribution))
        });
        let Some((paragraph, attribution)) = vouching else {
            return "nobody was found".to_owned();
        };
        let span = attribution.source.or(attribution.cue);
        let words = span.map(|span| format!(" {}", self.words(span.place(paragraph.span.start))));
        let grade = standing.grade.unwrap_or(Grade::None).name();
        let inherited = if standing.inherited {
            ", carried on from the sentence before, which is a weak licence"
        } else {
            ""
        };
        format!("{grade}{}{inherited}", words.unwrap_or_default())
    }

    fn mentions(&mut self, paragraph: &Paragraph) {
        for (mention, resolved) in paragraph.reading.mentions.iter().zip(&paragraph.resolved) {
            let span = mention.span.place(paragraph.span.start);
            if !self.touches(span) {
                continue;
            }
            let words = self.words(span);
            self.line(0, format_args!("mention {words}, {:?}", mention.form));
            let why = because(resolved.why);
            match resolved.person {
                Some(id) => {
                    let name = &self.record.registry().person(id).name;
                    let slug = self.slug(id);
                    self.line(1, format_args!("means {name}{slug}{why}"));
                }
                None if resolved.candidates.len() > 1 => {
                    self.line(1, format_args!("stays open between several people{why}"));
                }
                None => {}
            }
            self.office(resolved.post, resolved.held);
            self.candidates(&resolved.candidates);
        }
    }

    fn attributions(&mut self, paragraph: &Paragraph) {
        for attribution in &paragraph.reading.attributions {
            let place = |span: Option<LocalSpan>| span.map(|span| span.place(paragraph.span.start));
            let parts = [
                ("source", place(attribution.source)),
                ("cue", place(attribution.cue)),
                ("content", place(attribution.content)),
            ];
            let spans = || parts.iter().filter_map(|(_, span)| *span);
            if !spans().any(|span| self.touches(span)) {
                continue;
            }
            let grade = attribution.grade.name();
            self.line(
                0,
                format_args!("attribution, {grade}: {}", shape(attribution)),
            );
            for (name, span) in parts {
                if let Some(span) = span {
                    let words = self.words(span);
                    self.line(1, format_args!("{name} {words}"));
                }
            }
        }
    }

    fn office(&mut self, post: Option<PostId>, held: Option<Held>) {
        let Some(post) = post else { return };
        let title = card::post_title(self.record.registry(), post);
        let held = match (held, self.record.date()) {
            (Some(held), Some(on)) => format!(", on {on}: {}", held.name()),
            _ => String::new(),
        };
        self.line(1, format_args!("office: {title}{held}"));
    }

    fn candidates(&mut self, people: &[PersonId]) {
        if people.len() > 1 {
            let registry = self.record.registry();
            let names: Vec<&str> = people
                .iter()
                .map(|id| registry.person(*id).name.as_str())
                .collect();
            self.line(1, format_args!("candidates: {}", names.join(", ")));
        }
    }

    fn slug(&self, id: PersonId) -> String {
        format!(" ({})", self.record.registry().person(id).id)
    }
}

fn because(why: &str) -> String {
    if why.is_empty() {
        String::new()
    } else {
        format!(", because: {why}")
    }
}

fn furniture(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Chrome => "page furniture: menus, notices, buttons",
        FurnitureKind::Heading => "a heading",
        FurnitureKind::Caption => "a caption",
        FurnitureKind::StageDirection => "a stage direction",
        FurnitureKind::Marker => {
            "a marker: the opening or end of a transcript, an omission, a page"
        }
        FurnitureKind::FrontMatter => "front matter",
    }
}

fn shape(attribution: &Attribution) -> &'static str {
    match attribution.shape {
        Shape::SourceCueContent => "source, cue, content",
        Shape::ContentSourceCue => "content, source, cue",
        Shape::ContentCueSource => "content, cue, source",
        Shape::According => "“according to”",
        Shape::PassiveByAgent => "passive with an agent",
        Shape::Colon => "source before a colon",
        Shape::Noun => "a noun of saying",
        Shape::ItPassive => "agentless: “it was said that”",
        Shape::Raising => "agentless: “is said to”",
        Shape::Existential => "agentless: “there are reports that”",
        Shape::Discussion => "agentless: “was discussed”",
        Shape::Hearsay => "hearsay: “reportedly”",
        Shape::Continued => "a quotation carried on",
    }
}
