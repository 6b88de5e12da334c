//! The record: one document's text, passages, readings and who is meant, as one immutable value.

mod build;
pub mod kept;
mod labels;
mod patch;
pub mod pool;
pub mod resolve;
mod standings;

#[cfg(test)]
mod tests;

use std::ops::Deref;
use std::sync::Arc;

use thin_vec::ThinVec;

use crate::date::Date;
use crate::moment::{Moment, Period};
use crate::reading::{Language, Opening, Reading, Standing};
use crate::registry::Registry;
use crate::text::{Span, Text};
use crate::transcript::{
    DocumentDate, Openings, Roster, Style, Transcript, Voice, Zone, without_margin,
};

pub use kept::{Gone, Kept, KeptParagraphs, Was};
pub use pool::{Alone, Pool};
pub use resolve::{Aside, Resolved, Speaker};

use build::Before;

/// What a document is read against.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The people and offices known.
    pub registry: Arc<Registry>,
    /// A date given from outside, which beats the document's own.
    pub date: Option<Date>,
    /// How the project says that labels are printed.
    pub style: Arc<Style>,
    /// The language it is read in, where the project tells; else the text tells it.
    pub language: Option<Language>,
}

/// Everything read from one document. Immutable: changing anything means building another.
#[derive(Clone, Debug)]
pub struct Record {
    text: Text,
    content: String,
    /// Whether lines are numbered in the margin, so that the content is not the text byte for byte.
    has_margin: bool,
    name: String,
    reference: Reference,
    transcript: Transcript,
    /// The openings of the text as it was when it was last split.
    opened: Option<Arc<Openings>>,
    paragraphs: Vec<Paragraph>,
    speakers: Arc<[Speaker]>,
    /// The records this document tells of.
    linked: Vec<Arc<Record>>,
}

/// A paragraph of the document with what it says. What it says is at hand as if it were its own (`paragraph.reading`); it
/// is held apart so that an edit elsewhere costs the paragraph nothing.
#[derive(Clone, PartialEq, Debug)]
pub struct Paragraph {
    /// Its bytes in the document, without white space around.
    pub span: Span,
    /// The passage it stands in, by its place in the transcript.
    pub passage: usize,
    /// The zone of that passage.
    pub zone: Zone,
    /// How it opens.
    pub opening: Opening,
    /// What it says.
    pub said: Arc<Said>,
}

/// What a paragraph says; ranges in it are local to the paragraph.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// What its words say by themselves.
    pub reading: Arc<Reading>,
    /// On whose word each sentence stands, one for each sentence of the reading.
    pub standings: ThinVec<Standing>,
    /// Who each mention means, one for each mention of the reading.
    pub resolved: ThinVec<Resolved>,
}

impl Deref for Paragraph {
    type Target = Said;

    fn deref(&self) -> &Said {
        &self.said
    }
}

impl Paragraph {
    /// Takes whom its mentions mean; whether that is anything new.
    fn take(&mut self, resolved: ThinVec<Resolved>) -> bool {
        if self.said.resolved == resolved {
            return false;
        }
        let said = Arc::make_mut(&mut self.said);
        said.resolved = resolved;
        true
    }
}

/// A time told from the document's date, where it stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct MomentAt<'a> {
    /// Its words (document bytes).
    pub span: Span,
    /// The zone it stands in.
    pub zone: Zone,
    /// How it is told.
    pub moment: &'a Moment,
    /// The days it means, if the document's date or a date right beside it tells them.
    pub period: Option<Period>,
    date: Option<Date>,
}

impl MomentAt<'_> {
    /// Whether it means the document's own day: "today".
    pub fn is_own_date(&self) -> bool {
        let own = |date: Date| {
            self.period
                .is_some_and(|period| period.date() == Some(date))
        };
        self.date.is_some_and(own)
    }
}

impl Record {
    /// Reads a document. `name` is its file name without folders (it may hold a date). What `previous`, a record of an
    /// earlier state of the same document, has read already is not read again; the result is the same without it.
    pub fn build(
        text: &Text,
        name: &str,
        reference: &Reference,
        previous: Option<&Record>,
    ) -> Record {
        match previous {
            None => Record::read(text, name, reference, &Alone),
            Some(previous) => previous.clone().rebuild(text, name, reference, &Alone).0,
        }
    }

    /// Reads a document for the first time, with the help of `pool`.
    pub fn read(text: &Text, name: &str, reference: &Reference, pool: &dyn Pool) -> Record {
        Record::build_on(None, text.to_string(), text, name, reference, pool).0
    }

    /// The record of the document's newest text, made out of this one; and what of this one it holds.
    pub fn rebuild(
        self,
        text: &Text,
        name: &str,
        reference: &Reference,
        pool: &dyn Pool,
    ) -> (Record, Kept) {
        if self.has_margin || !self.was_read_against(name, reference) {
            let record = Record::read(text, name, reference, pool);
            return (record, Kept::nothing());
        }
        let Some(change) = text.change_since(&self.text) else {
            return (self, Kept::everything());
        };
        let mut this = self;
        if let Some(kept) = this.patch(text, change) {
            return (this, kept);
        }
        let before = Before {
            record: &this,
            change: Some(change),
        };
        let content = text.string_after(&this.content, change);
        Record::build_on(Some(before), content, text, name, reference, pool)
    }

    /// Whether it was read under this name and against this, so that something can be built on it.
    fn was_read_against(&self, name: &str, reference: &Reference) -> bool {
        Arc::ptr_eq(&self.reference.registry, &reference.registry)
            && self.reference.date == reference.date
            && self.reference.style == reference.style
            && self.reference.language == reference.language
            && self.name == name
    }

    fn build_on(
        before: Option<Before<'_>>,
        content: String,
        text: &Text,
        name: &str,
        reference: &Reference,
        pool: &dyn Pool,
    ) -> (Record, Kept) {
        let registry = &*reference.registry;
        let plain = without_margin(&content);
        let has_margin = plain.is_some();
        let content = plain.unwrap_or(content);
        // What was read before had its numbers.
        let before = before.filter(|_| !has_margin);
        // With the numbers of a margin blanked the content is another text than the rope.
        let opened = before.and_then(|before| before.record.opened.as_deref());
        let known = Known(registry);
        let (mut transcript, opened) =
            Transcript::read_on(&reference.style, &content, text, (name, &known), opened);
        if let Some(date) = reference.date {
            let place = transcript.date.take().and_then(|found| found.place);
            transcript.date = Some(DocumentDate {
                place,
                ..DocumentDate::given(date)
            });
        }
        let (paragraphs, speakers, places) =
            build::read(&content, &transcript, reference, before, pool);
        let record = Record {
            text: text.clone(),
            content,
            has_margin,
            name: name.to_owned(),
            reference: reference.clone(),
            transcript,
            opened: (!has_margin).then(|| Arc::new(opened)),
            paragraphs,
            speakers,
            linked: before.map_or_else(Vec::new, |before| before.record.linked.clone()),
        };
        let kept = before.map_or_else(Kept::nothing, |before| Kept::some(&record, before, places));
        (record, kept)
    }

    /// The same with the records it tells of: transcripts its quotations may come from, read against the same registry.
    #[must_use]
    pub fn with_linked(mut self, linked: Vec<Arc<Record>>) -> Record {
        self.linked = linked;
        self
    }

    /// The records it tells of, in the order in which they are named.
    pub fn linked(&self) -> &[Arc<Record>] {
        &self.linked
    }

    /// The text it was read from.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The text as one string, with white space for the numbers of lines in a margin: nobody says them.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The file name it was read under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The people and offices it was read against.
    pub fn registry(&self) -> &Registry {
        &self.reference.registry
    }

    /// Passages and turns.
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// The date offices are checked against.
    pub fn date(&self) -> Option<Date> {
        self.transcript.date.as_ref().map(|date| date.date)
    }

    /// The language it is read in.
    pub fn language(&self) -> Language {
        self.reference
            .language
            .unwrap_or_else(|| Language::detect(&self.content))
    }

    /// Paragraphs in text order; furniture has none.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Who speaks in each turn, one for each turn of the transcript.
    pub fn speakers(&self) -> &[Speaker] {
        &self.speakers
    }

    /// Who speaks in a passage, by its place in the transcript; `None` if nobody does.
    pub fn speaker_in(&self, passage: usize) -> Option<&Speaker> {
        match self.transcript.passages.get(passage)?.voice {
            Voice::Speaker(turn) => self.speakers.get(turn),
            _ => None,
        }
    }

    /// The paragraph after this one in the text.
    pub fn paragraph_after(&self, paragraph: &Paragraph) -> Option<&Paragraph> {
        let after = self
            .paragraphs
            .partition_point(|other| other.span.start <= paragraph.span.start);
        self.paragraphs.get(after)
    }

    /// The paragraph before this one in the text.
    pub fn paragraph_before(&self, paragraph: &Paragraph) -> Option<&Paragraph> {
        let at = self
            .paragraphs
            .partition_point(|other| other.span.start < paragraph.span.start);
        self.paragraphs.get(at.checked_sub(1)?)
    }

    /// The stretch of bare text that goes with paragraph `at`: from its first byte, or that of its passage if it is the first
    /// there, to before the next paragraph or the passage's end.
    pub fn stretch(&self, at: usize) -> Span {
        let paragraph = &self.paragraphs[at];
        let passage = &self.transcript.passages[paragraph.passage];
        let in_passage = |other: usize| {
            self.paragraphs
                .get(other)
                .filter(|other| other.passage == paragraph.passage)
        };
        let start = match at.checked_sub(1).and_then(in_passage) {
            Some(_) => paragraph.span.start,
            None => passage.span.start,
        };
        let end = in_passage(at + 1).map_or(passage.span.end, |next| next.span.start);
        Span::new(start, end)
    }

    /// The times told from the document's date, in text order, with the days they mean: "yesterday" is 14 March 2023 in a
    /// text of the 15th. What an editor shows beside them ([`Period::words`]); where [`MomentAt::period`] is `None` the
    /// document has no date or too coarse a one. "Today" and the like mean the date itself and hardly need telling
    /// ([`MomentAt::is_own_date`]).
    pub fn moments(&self) -> impl Iterator<Item = MomentAt<'_>> {
        let date = self.date();
        self.paragraphs.iter().flat_map(move |paragraph| {
            let moments = paragraph.reading.moments.iter();
            moments.map(move |moment| MomentAt {
                span: moment.span.place(paragraph.span.start),
                zone: paragraph.zone,
                moment,
                period: moment.period(date),
                date,
            })
        })
    }

    /// The paragraph that holds `offset` or ends there.
    pub fn paragraph_at(&self, offset: usize) -> Option<&Paragraph> {
        let after = self
            .paragraphs
            .partition_point(|paragraph| paragraph.span.start <= offset);
        let paragraph = self.paragraphs.get(after.checked_sub(1)?)?;
        paragraph.span.holds_cursor(offset).then_some(paragraph)
    }
}

/// The registry as the roster against which labels are weighed.
struct Known<'a>(&'a Registry);

impl Roster for Known<'_> {
    fn knows_person(&self, words: &str) -> bool {
        self.0.knows_person(words)
    }

    fn knows_office(&self, words: &str) -> bool {
        self.0.knows_office(words)
    }

    fn knows_given_name(&self, word: &str) -> bool {
        self.0.is_a_given_name(word)
    }
}
