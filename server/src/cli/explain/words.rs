//! What the words say: sentences and on whose word they stand, mentions and whom they mean, attributions.

use onrecord_engine::ide;
use onrecord_engine::reading::{self, Grade, Standing};
use onrecord_engine::record::Paragraph;
use onrecord_engine::rules::Finding;
use onrecord_engine::text::LocalSpan;

use crate::cli::report::printable;

use super::notes::Notes;
use super::phrases::{because, shape};

impl Notes<'_> {
    /// The sentences at the place of the record's `nth` paragraph; `passage` are the paragraphs of their passage up to their
    /// own, `findings` those of the record.
    pub(super) fn sentences(&mut self, nth: usize, passage: &[Paragraph], findings: &[Finding]) {
        let paragraph = &self.record.paragraphs()[nth];
        let base = paragraph.span.start;
        let sentences = paragraph.reading.sentences.iter().zip(&paragraph.standings);
        for (at, (sentence, standing)) in sentences.enumerate() {
            if !self.touches(sentence.span.place(base)) {
                continue;
            }
            let words = self.words(sentence.span.place(base));
            self.line(0, format_args!("sentence {words}"));
            let stands = self.standing(standing, passage);
            self.line(1, format_args!("stands on: {stands}"));
            if let Some(vouched) = ide::vouched(self.record, paragraph, findings, at) {
                self.line(1, format_args!("{}", printable(&vouched)));
            }
            self.sources(paragraph, at);
            for other in ide::elsewhere(self.record, nth, at) {
                let words = self.words(other.span);
                let taken = if other.is_taken { "" } else { ", not taken" };
                let why = printable(&other.why);
                self.line(
                    1,
                    format_args!("candidate source elsewhere{taken}: {words} {why}"),
                );
            }
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
            let said = sentence.span.place(base).of(self.record.content());
            let parts: Vec<String> = reading::score_parts(said, paragraph.opening.language)
                .iter()
                .map(ToString::to_string)
                .collect();
            self.line(
                1,
                format_args!("worth checking: {score:.1} ({})", parts.join(", ")),
            );
        }
    }

    /// Everyone who could be the source of a sentence, each with what they are to it.
    fn sources(&mut self, paragraph: &Paragraph, sentence: usize) {
        let words = paragraph.span.of(self.record.content());
        for candidate in reading::candidates(&paragraph.reading, sentence) {
            let named = self.words(candidate.span.place(paragraph.span.start));
            let part = printable(&candidate.part.words(words)).into_owned();
            self.line(1, format_args!("candidate source {named}: {part}"));
        }
    }

    /// The words of saying at the place that make no report, each with the reason.
    pub(super) fn considered(&mut self, paragraph: &Paragraph) {
        let words = paragraph.span.of(self.record.content());
        for other in reading::considered(words, paragraph.opening, &paragraph.reading) {
            let sentence = paragraph.reading.sentences.get(other.sentence);
            let base = paragraph.span.start;
            if sentence.is_none_or(|sentence| !self.touches(sentence.span.place(base))) {
                continue;
            }
            let word = self.words(other.span.place(base));
            self.line(
                0,
                format_args!("considered {word}: it {}", other.why.words()),
            );
        }
    }

    fn standing(&self, standing: &Standing, passage: &[Paragraph]) -> String {
        let vouching = standing.attribution.and_then(|(paragraph, place)| {
            let paragraph = passage.get(paragraph.at())?;
            let attribution = paragraph.reading.attributions.get(place.at())?;
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

    /// The people and offices at the place, and why these.
    pub(super) fn mentions(&mut self, paragraph: &Paragraph) {
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

    /// The reports at the place.
    pub(super) fn attributions(&mut self, paragraph: &Paragraph) {
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
            let outer = attribution
                .within
                .and_then(|outer| paragraph.reading.attributions.get(outer.at()));
            if let Some(source) = outer.and_then(|outer| place(outer.source.or(outer.cue))) {
                let words = self.words(source);
                self.line(1, format_args!("told within the report of {words}"));
            }
        }
    }
}
