//! The parts of a document before anything in them is told: where each is, what names it, whose words it holds.
//!
//! No words are made here, so this is cheap even in a long text: folds need no more, and an outline that is kept over an
//! edit needs this anew and little else.

use std::ops::Range;

use memchr::memchr2;

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Issuer, Voice};

use super::OutlineKind;

/// A part of the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// What it is.
    pub kind: OutlineKind,
    /// All of it (document bytes).
    pub span: Span,
    /// The words one goes to, inside `span`.
    pub name_span: Span,
    /// The words it is called by (document bytes); a statement's issuer may be named outside of it.
    pub called: Span,
    /// Whose words it holds.
    pub holds: Holds,
    /// Parts of it, inside `span`, in text order.
    pub children: Vec<Part>,
}

/// Whose words a part holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Holds {
    /// Those of a turn, by its place in the transcript.
    Turn(usize),
    /// Those of the passages with a voice among these, by their places in the transcript.
    Passages(Range<usize>),
    /// Those of its children.
    Children,
}

/// The parts of a document, in text order. A run of turns is one part with the turns beneath it, unless the document is
/// nothing but turns.
pub fn parts(record: &Record) -> Vec<Part> {
    let mut parts = Parts {
        record,
        parts: Vec::new(),
        turns: Vec::new(),
        heading: None,
    };
    for (at, passage) in record.transcript().passages.iter().enumerate() {
        match &passage.voice {
            Voice::Speaker(turn) => parts.turn(*turn),
            Voice::Issuer(issuer) => parts.block(at, issuer),
            Voice::Narrator => parts.narrative(at),
            Voice::None(FurnitureKind::Heading) => parts.heading = Some(passage.span),
            Voice::None(_) => {}
        }
    }
    parts.finish()
}

/// The parts while they are gathered.
struct Parts<'a> {
    record: &'a Record,
    parts: Vec<Part>,
    /// The turns of the run that is open.
    turns: Vec<Part>,
    /// The heading seen last, if nothing has followed it yet.
    heading: Option<Span>,
}

impl Parts<'_> {
    fn turn(&mut self, number: usize) {
        self.heading = None;
        let turn = &self.record.transcript().turns[number];
        // A turn that goes on after a stage direction comes by once for each of its passages.
        if self
            .turns
            .last()
            .is_some_and(|last| last.name_span == turn.label.span)
        {
            return;
        }
        let end = turn
            .speech
            .map_or(turn.label.marked.end, |speech| speech.end);
        self.turns.push(Part {
            kind: OutlineKind::Turn,
            span: Span::new(turn.label.marked.start, end.max(turn.label.marked.end)),
            name_span: turn.label.span,
            called: turn.label.span,
            holds: Holds::Turn(number),
            children: Vec::new(),
        });
    }

    fn block(&mut self, passage: usize, issuer: &Issuer) {
        self.close_run();
        let heading = self.heading.take();
        let content = self.record.content();
        let span = self.trimmed(passage);
        // A statement interrupted by captions is one statement.
        if let Some(last) = self.parts.last_mut()
            && last.kind == OutlineKind::Block
            && heading.is_none()
            && same_words(last.called.of(content), issuer.span.of(content))
            && let Holds::Passages(passages) = &mut last.holds
        {
            last.span.end = span.end;
            passages.end = passage + 1;
            return;
        }
        // The sentence that introduces a statement and nothing else is the statement's own head.
        let introduction = self
            .parts
            .pop_if(|last| {
                last.kind == OutlineKind::Narrative
                    && last.name_span == last.span
                    && last.span.covers(issuer.span)
            })
            .map(|part| part.span);
        let name_span = introduction.unwrap_or_else(|| Span::new(span.start, self.line_end(span)));
        self.parts.push(Part {
            kind: OutlineKind::Block,
            span: Span::new(name_span.start, span.end),
            name_span,
            called: issuer.span,
            holds: Holds::Passages(passage..passage + 1),
            children: Vec::new(),
        });
    }

    fn narrative(&mut self, passage: usize) {
        let span = self.trimmed(passage);
        if span.is_empty() {
            return;
        }
        self.close_run();
        let heading = self.heading.take();
        let heading = heading.map(|heading| trim(self.record.content(), heading));
        let name_span = heading.unwrap_or_else(|| Span::new(span.start, self.line_end(span)));
        self.parts.push(Part {
            kind: OutlineKind::Narrative,
            span: Span::new(name_span.start.min(span.start), span.end),
            name_span,
            called: name_span,
            holds: Holds::Passages(passage..passage + 1),
            children: Vec::new(),
        });
    }

    /// Ends the run of turns, if one is open, and makes one part of it.
    fn close_run(&mut self) {
        let turns = std::mem::take(&mut self.turns);
        let (Some(first), Some(last)) = (turns.first(), turns.last()) else {
            return;
        };
        self.parts.push(Part {
            kind: OutlineKind::Transcript,
            span: Span::new(first.span.start, last.span.end),
            name_span: first.name_span,
            called: first.name_span,
            holds: Holds::Children,
            children: turns,
        });
    }

    fn finish(mut self) -> Vec<Part> {
        if self.parts.is_empty() {
            return self.turns;
        }
        self.close_run();
        self.parts
    }

    fn trimmed(&self, passage: usize) -> Span {
        trim(
            self.record.content(),
            self.record.transcript().passages[passage].span,
        )
    }

    fn line_end(&self, span: Span) -> usize {
        let words = span.of(self.record.content());
        span.start + memchr2(b'\n', b'\r', words.as_bytes()).unwrap_or(words.len())
    }
}

/// Whether two stretches say the same, whatever the white space between the words.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// The span without the white space at both ends.
pub(in crate::ide) fn trim(content: &str, span: Span) -> Span {
    let words = span.of(content);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}
