//! From labels to passages: one walk over the paragraphs, which gives every byte of the document to one voice.

use memchr::memchr_iter;

use crate::text::Span;
use crate::transcript::between::headings;
use crate::transcript::block::introduced_issuer;
use crate::transcript::chrome::{is_bare_chrome, is_recorded};
use crate::transcript::furniture::Furniture;
use crate::transcript::head::{Head, chrome_tail};
use crate::transcript::lexicon::fold;
use crate::transcript::line::Line;
use crate::transcript::paragraph::Paragraph;
use crate::transcript::shape::Closing;
use crate::transcript::surroundings::ends_sentence;
use crate::transcript::walk::{Stand, Walk};
use crate::transcript::weigh::Chosen;
use crate::transcript::{FurnitureKind, Issuer, Passage, Turn, Voice};

/// Lays out passages and turns. `paragraphs` cover all lines with words; the labels of `chosen` each begin one.
pub(crate) fn assemble(
    text: &str,
    lines: &[Line],
    paragraphs: &[Paragraph],
    chosen: Vec<Chosen>,
    sits: bool,
) -> (Vec<Passage>, Vec<Turn>) {
    let records = sits
        || chosen.first().is_some_and(|first| {
            matches!(
                first.opening.shape.closing,
                Closing::Stop | Closing::Capitals | Closing::LineEnd
            )
        });
    let first_label = chosen
        .first()
        .map_or(usize::MAX, |first| first.opening.line);
    let last_label = chosen.last().map_or(0, |last| last.opening.line);
    let mut head = Head::of(text, lines, paragraphs, first_label);
    let tail = chrome_tail(text, lines, paragraphs);
    let at_lines: Vec<(usize, bool)> = chosen
        .iter()
        .map(|label| (label.opening.line, !label.opening.own_line))
        .collect();
    let headings = headings(text, lines, paragraphs, &at_lines);
    let mut labels = chosen.into_iter().peekable();
    let mut walk = Walk {
        text,
        lines,
        passages: Vec::new(),
        turns: Vec::new(),
        stand: Stand::Outside,
    };
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if let Some(label) = labels.next_if(|label| label.opening.line == paragraph.from) {
            walk.turn(label);
            continue;
        }
        let words = paragraph.span(lines).of(text);
        let labels_follow = paragraph.from < last_label;
        let inside = walk.stand != Stand::Outside;
        if at >= tail || inside && is_bare_chrome(words) && paragraph.furniture.is_none() {
            walk.furniture(*paragraph, FurnitureKind::Chrome, !labels_follow);
            continue;
        }
        if inside && headings.binary_search(&at).is_ok() {
            walk.furniture(*paragraph, FurnitureKind::Heading, true);
            continue;
        }
        let next_is_label = labels.peek().is_some_and(|label| {
            paragraphs
                .get(at + 1)
                .is_some_and(|next| next.from == label.opening.line)
        });
        match walk.stand {
            Stand::Outside => {
                if let Some(issuer) = opens_block(text, lines, *paragraph) {
                    walk.narrator(*paragraph);
                    walk.stand = Stand::Block(issuer);
                } else if let Some(kind) = head.kind(at) {
                    walk.furniture(*paragraph, kind, true);
                } else {
                    walk.narrator(*paragraph);
                }
            }
            // A time of day within the talk does not end it.
            _ if paragraph.furniture == Some(Furniture::Clock) && labels_follow => {
                walk.furniture(*paragraph, FurnitureKind::Marker, false);
            }
            _ => walk.inside(*paragraph, at, records, next_is_label),
        }
    }
    walk.finish()
}

/// The issuer if the paragraph is one sentence that introduces a statement.
fn opens_block(text: &str, lines: &[Line], paragraph: Paragraph) -> Option<Span> {
    let last = lines[paragraph.to - 1];
    let line = Line {
        last: last.last,
        ..lines[paragraph.from]
    };
    let words = line.of(text).as_bytes();
    let one_sentence = || memchr_iter(b'.', words).all(|at| words.get(at + 1) != Some(&b' '));
    // Asked first: few lines end in the colon that hands over.
    let issuer = introduced_issuer(text, line);
    issuer.filter(|_| one_sentence())
}

impl Walk<'_> {
    /// A paragraph within a turn or a block.
    fn inside(&mut self, paragraph: Paragraph, at: usize, records: bool, next_is_label: bool) {
        let words = paragraph.span(self.lines).of(self.text);
        match paragraph.furniture {
            Some(Furniture::Stage) => {
                return self.furniture(paragraph, FurnitureKind::StageDirection, false);
            }
            Some(Furniture::Mark) => {
                return self.furniture(paragraph, FurnitureKind::Marker, false);
            }
            Some(Furniture::Caption) => {
                return self.furniture(paragraph, FurnitureKind::Caption, false);
            }
            Some(Furniture::End | Furniture::Clock) => {
                return self.furniture(paragraph, FurnitureKind::Marker, true);
            }
            Some(Furniture::Heading) => {
                let ends = !matches!(self.stand, Stand::Turn(_) | Stand::Printed(_))
                    || !words.starts_with('#');
                return self.furniture(paragraph, FurnitureKind::Heading, ends);
            }
            None => {}
        }
        if let Some(issuer) = opens_block(self.text, self.lines, paragraph) {
            self.narrator(paragraph);
            self.stand = Stand::Block(issuer);
            return;
        }
        let after_mark = matches!(
            self.passages.last().map(|last| &last.voice),
            Some(Voice::None(FurnitureKind::Marker))
        );
        let indent = self.lines[paragraph.from].indent();
        match self.stand.clone() {
            Stand::Block(issuer) if is_caption(words) => {
                let _ = issuer;
                self.furniture(paragraph, FurnitureKind::Caption, false);
            }
            Stand::Block(issuer) => self.open(paragraph, Voice::Issuer(Issuer { span: issuer })),
            Stand::Turn(turn) | Stand::Printed(turn)
                if records && (self.is_recorder(paragraph) || is_vote(words)) =>
            {
                self.narrator(paragraph);
                self.stand = if words.ends_with(':') {
                    Stand::Printed(turn)
                } else {
                    Stand::Turn(turn)
                };
            }
            Stand::Turn(_) if at > 0 && after_mark && next_is_label && is_interlude(words) => {
                self.furniture(paragraph, FurnitureKind::Heading, true);
            }
            Stand::Turn(turn) if is_aside(words) => {
                self.furniture(paragraph, FurnitureKind::StageDirection, false);
                self.stand = Stand::Turn(turn);
            }
            // A printed document is set in deeper, or flush; speech comes back at the turn's own indent.
            // Lists of votes have no sentences.
            Stand::Printed(turn)
                if indent != self.turn_indent(turn) || !ends_sentence(words) || is_vote(words) =>
            {
                self.narrator(paragraph);
            }
            Stand::Turn(turn) | Stand::Printed(turn) => {
                self.stand = Stand::Turn(turn);
                self.open(paragraph, Voice::Speaker(turn));
            }
            Stand::Outside => self.narrator(paragraph),
        }
    }

    /// A recorder's paragraph: `The clerk proceeded to call the roll.`
    fn is_recorder(&self, paragraph: Paragraph) -> bool {
        let words = paragraph.span(self.lines).of(self.text);
        if words.len() > 400 {
            return false;
        }
        let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
        is_recorded(&joined)
    }
}

/// The head of a list of votes: `In favour:`.
fn is_vote(words: &str) -> bool {
    words.len() <= 40
        && words.split_once(':').is_some_and(|(head, _)| {
            matches!(
                fold(head.trim()).as_str(),
                "in favour"
                    | "in favor"
                    | "against"
                    | "abstaining"
                    | "abstentions"
                    | "ayes"
                    | "noes"
                    | "yeas"
                    | "nays"
            )
        })
}

/// A short line without a full stop: a picture's caption or a table's head.
fn is_caption(words: &str) -> bool {
    words.len() <= 160
        && !words.contains(['\n', '\r'])
        && !ends_sentence(words)
        && !words.ends_with([',', ';'])
}

/// A heading between two parts of a transcript: `Statements after the meeting:`.
fn is_interlude(words: &str) -> bool {
    words.len() <= 100 && !words.ends_with(['.', '?', '!', ',', '…'])
}

/// A bracketed paragraph of several lines.
pub(crate) fn is_aside(words: &str) -> bool {
    words.starts_with('(')
        && words.ends_with(')')
        && words.matches('(').count() == 1
        && words.contains(['\n', '\r'])
}
