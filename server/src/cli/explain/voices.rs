//! Whose voice it is: zones, speaker labels with their evidence, the document's date.

use onrecord_engine::reading::Language;
use onrecord_engine::transcript::{DateOrigin, Voice};

use super::notes::Notes;
use super::phrases::{because, furniture};

impl Notes<'_> {
    /// The passages at the place, and who talks in them.
    pub(super) fn zones(&mut self) {
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

    /// The speaker labels at the place, why they are taken for labels, and who is meant.
    pub(super) fn labels(&mut self) {
        let turns = &self.record.transcript().turns;
        for (turn, speaker) in turns.iter().zip(self.record.speakers()) {
            if !self.touches(turn.label.marked) {
                continue;
            }
            let words = self.words(turn.label.span);
            self.line(0, format_args!("speaker label {words}"));
            let evidence: Vec<String> = turn.evidence.iter().map(ToString::to_string).collect();
            self.line(1, format_args!("taken for one by: {}", evidence.join(", ")));
            self.convention();
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

    /// What has the place of a label and is none, and why.
    pub(super) fn refused(&mut self) {
        for refused in self.record.refused(self.span) {
            let words = self.words(refused.label);
            let printed = match refused.printed.as_str() {
                "" => String::new(),
                printed => format!(" ({printed})"),
            };
            self.line(0, format_args!("no speaker label: {words}{printed}"));
            if !refused.evidence.is_empty() {
                let evidence: Vec<String> =
                    refused.evidence.iter().map(ToString::to_string).collect();
                self.line(1, format_args!("for it: {}", evidence.join(", ")));
            }
            self.line(1, format_args!("against it: {}", refused.why.join("; ")));
        }
    }

    /// How the document prints its labels, and what else was weighed.
    fn convention(&mut self) {
        let record = self.record;
        let Some(convention) = &record.transcript().convention else {
            return;
        };
        let name = &convention.name;
        self.line(
            1,
            format_args!("labels of this document are {convention}; `printed = \"{name}\"`"),
        );
        for rival in &convention.rivals {
            self.line(2, format_args!("beside {rival}"));
        }
    }

    /// The language the document is read in, where it is not the usual one.
    pub(super) fn language(&mut self) {
        let language = self.record.language();
        if language != Language::default() {
            self.line(0, format_args!("read in the language {}", language.code()));
        }
    }

    /// The document's date, if the place is where it was found.
    pub(super) fn date(&mut self) {
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

    /// The times told from the document's date at the place, and the days they mean.
    pub(super) fn moments(&mut self) {
        for at in self.record.moments() {
            if !self.touches(at.span) {
                continue;
            }
            let words = self.words(at.span);
            let days = at.period.map_or_else(
                || "a day that no date here tells".to_owned(),
                onrecord_engine::moment::Period::words,
            );
            self.line(0, format_args!("time {words} means {days}"));
        }
    }
}
