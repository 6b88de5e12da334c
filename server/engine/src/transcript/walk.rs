//! Passages laid end to end while the paragraphs are walked: every byte belongs to one voice.

use crate::text::Span;
use crate::transcript::line::{Line, is_space};
use crate::transcript::paragraph::Paragraph;
use crate::transcript::weigh::Chosen;
use crate::transcript::{FurnitureKind, Label, Passage, Turn, Voice};

/// Where the walk stands.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Stand {
    /// The outlet talks.
    Outside,
    /// Somebody talks: the turn's number.
    Turn(usize),
    /// A document printed within a turn: the turn's number.
    Printed(usize),
    /// A reproduced statement.
    Block(Span),
}

/// The passages being laid end to end.
pub(crate) struct Walk<'a> {
    /// The document.
    pub(crate) text: &'a str,
    /// Its lines.
    pub(crate) lines: &'a [Line],
    /// The passages so far; the last is open.
    pub(crate) passages: Vec<Passage>,
    /// The turns so far.
    pub(crate) turns: Vec<Turn>,
    /// Where the walk stands.
    pub(crate) stand: Stand,
}

impl Walk<'_> {
    /// How far the line of the turn's label is set in.
    pub(crate) fn turn_indent(&self, turn: usize) -> usize {
        let label = self.turns[turn].label.marked.start;
        let at = self.lines.partition_point(|line| line.end <= label);
        self.lines.get(at).map_or(0, |line| line.indent())
    }

    /// Begins a turn at its label.
    pub(crate) fn turn(&mut self, chosen: Chosen) {
        let opening = chosen.opening;
        let turn = self.turns.len();
        self.turns.push(Turn {
            label: Label {
                span: opening.label,
                marked: opening.marked,
                anonymous: opening.form.role,
                note: opening.note,
            },
            speech: None,
            passages: vec![self.passages.len()],
            evidence: chosen.evidence,
        });
        let start = self.begin(opening.line);
        self.passages.push(Passage {
            span: Span::new(start, self.text.len()),
            body: Span::new(opening.marked.end, self.text.len()),
            voice: Voice::Speaker(turn),
        });
        self.stand = Stand::Turn(turn);
    }

    /// Gives the paragraph to the outlet; a reproduced statement ends.
    pub(crate) fn narrator(&mut self, paragraph: Paragraph) {
        self.open(paragraph, Voice::Narrator);
        if matches!(self.stand, Stand::Block(_)) {
            self.stand = Stand::Outside;
        }
    }

    /// Gives the paragraph to nobody; `ends` tells whether who was talking stops.
    pub(crate) fn furniture(&mut self, paragraph: Paragraph, kind: FurnitureKind, ends: bool) {
        self.open(paragraph, Voice::None(kind));
        if ends {
            self.stand = Stand::Outside;
        }
    }

    /// Begins a passage with this paragraph unless the same voice talks already.
    pub(crate) fn open(&mut self, paragraph: Paragraph, voice: Voice) {
        let joins = matches!(
            voice,
            Voice::Speaker(_)
                | Voice::Issuer(_)
                | Voice::Narrator
                | Voice::None(
                    FurnitureKind::Chrome | FurnitureKind::FrontMatter | FurnitureKind::Caption
                )
        );
        if joins && self.passages.last().is_some_and(|last| last.voice == voice) {
            return;
        }
        if let Voice::Speaker(turn) = voice {
            self.turns[turn].passages.push(self.passages.len());
        }
        let start = self.begin(paragraph.from);
        let span = Span::new(start, self.text.len());
        self.passages.push(Passage {
            span,
            body: span,
            voice,
        });
    }

    /// Ends the passage before line `at` and tells where the next begins.
    fn begin(&mut self, at: usize) -> usize {
        let Some(last) = self.passages.last_mut() else {
            return 0;
        };
        let start = self.lines[at].start;
        last.span.end = start;
        last.body.end = start;
        start
    }

    /// The passages and turns, with each turn's speech measured.
    pub(crate) fn finish(mut self) -> (Vec<Passage>, Vec<Turn>) {
        if self.passages.is_empty() {
            let span = Span::new(0, self.text.len());
            self.passages.push(Passage {
                span,
                body: span,
                voice: Voice::Narrator,
            });
        }
        for turn in &mut self.turns {
            for at in &turn.passages {
                let body = &mut self.passages[*at].body;
                let words = body.of(self.text);
                let said = words.trim_matches(is_space);
                if said.is_empty() {
                    body.end = body.start;
                    continue;
                }
                let first = said.as_ptr() as usize - self.text.as_ptr() as usize;
                let start = turn.speech.map_or(first, |speech| speech.start);
                turn.speech = Some(Span::new(start, first + said.len()));
            }
        }
        (self.passages, self.turns)
    }
}
