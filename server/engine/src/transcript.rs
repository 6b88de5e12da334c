//! A transcript as a gapless list of passages, each with one voice, and the speaker turns among them.
//!
//! Where a turn begins is decided over the whole document: a labelling convention repeats, a single line cannot be judged.

mod addressed;
mod assemble;
mod between;
mod block;
mod brackets;
mod chrome;
mod closing;
mod colon;
mod common;
mod contest;
mod convention;
pub mod date;
mod dateline;
mod decoration;
mod eastern;
mod enclosing;
mod furniture;
mod head;
mod house;
pub mod label;
mod lexicon;
mod line;
mod line_end;
mod looks;
mod margin;
mod moved;
mod names;
mod opening;
mod openings;
mod overlong;
mod paragraph;
pub mod passage;
mod questions;
mod reasons;
mod recurrence;
mod refused;
mod running;
mod settled;
mod shape;
mod signs;
mod sitting;
mod speech;
mod spelling;
mod stop;
mod style;
mod surroundings;
mod unspaced;
mod verdict;
mod walk;
mod weigh;
mod words;

use std::sync::Arc;

use crate::text::{Span, Text};
use crate::transcript::house::HouseWords;
use crate::transcript::line::lines;
use crate::transcript::paragraph::{begins, is_wrapped, paragraphs};
use crate::transcript::surroundings::ends_sentence;

pub(crate) use line::is_space;
pub(crate) use looks::looks_alike;
pub(crate) use margin::without_margin;
pub(crate) use openings::Openings;
pub(crate) use overlong::may_be_cut;

pub(crate) use chrome::is_recorded;
pub use date::{DateOrigin, DocumentDate};
pub use house::House;
pub use label::{Evidence, Label};
pub(crate) use lexicon::{is_role, is_title, near_title};
pub use passage::{FurnitureKind, Issuer, Passage, Turn, Voice, Zone};
pub use refused::{Refused, refused};
pub use sitting::{Seat, Sitting};
pub use style::Style;
pub(crate) use unspaced::{Ending, ending};
pub use verdict::{LabelConvention, Loss, Rival};

/// What is known of names and offices while labels are weighed; the registry is one, a test may be another.
pub trait Roster {
    /// Whether `words` (a label without its closing mark) name a known person, with or without a title.
    fn knows_person(&self, words: &str) -> bool;
    /// Whether `words` name a known office, alone or before a name.
    fn knows_office(&self, words: &str) -> bool;
    /// Whether `word` is somebody's given name.
    fn knows_given_name(&self, word: &str) -> bool;
}

/// A roster that knows nobody.
pub struct EmptyRoster;

impl Roster for EmptyRoster {
    fn knows_person(&self, _: &str) -> bool {
        false
    }
    fn knows_office(&self, _: &str) -> bool {
        false
    }
    fn knows_given_name(&self, _: &str) -> bool {
        false
    }
}

/// A document split into passages and turns.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Transcript {
    /// Passages in text order; they cover the text without gap or overlap.
    pub passages: Vec<Passage>,
    /// Speaker turns in text order; empty turns are turns.
    pub turns: Vec<Turn>,
    /// The document's own date, if the text or its name tells one.
    pub date: Option<DocumentDate>,
    /// How its labels are printed and why that was decided; `None` without labels.
    pub convention: Option<LabelConvention>,
    /// Whether lines are wrapped by hand, so that a line break does not end a paragraph.
    pub wrapped: bool,
    /// Whether it records a sitting, and who presides.
    pub sitting: Sitting,
    /// Words whose coming or going may change what is a label, in lower case; sorted.
    watched: Arc<[String]>,
    /// The words of the house it is read as.
    words: Arc<HouseWords>,
}

impl Transcript {
    /// Splits `text`. `name` is the document's file name without folders, which may hold its date; empty if there is none.
    pub fn read(text: &str, name: &str, roster: &dyn Roster) -> Transcript {
        Transcript::read_in(&Style::default(), text, name, roster)
    }

    /// Splits `text` as [`Transcript::read`] does, in the style that a project fixes.
    pub fn read_in(style: &Style, text: &str, name: &str, roster: &dyn Roster) -> Transcript {
        Transcript::read_on(style, text, &Text::default(), (name, roster), None).0
    }

    /// Splits `text` as [`Transcript::read_in`] does, with `named`, the file's name and the roster. The openings of lines that
    /// nothing has touched since `before` are not read again; `rope` is the same text, kept for the next time.
    pub(crate) fn read_on(
        style: &Style,
        text: &str,
        rope: &Text,
        named: (&str, &dyn Roster),
        before: Option<&Openings>,
    ) -> (Transcript, Openings) {
        let (name, roster) = named;
        let style = style.in_force(text);
        let lines = lines(text, 0);
        let matter = head::front_matter(text, &lines);
        let wrapped = is_wrapped(text, &lines[matter..]);
        let kept = Openings::read(text, rope, (&lines, matter), &style.words, before);
        let openings = kept.list().to_vec();
        let (labels, convention, watched) = weigh::labels(text, &lines, openings, roster, &style);
        let label_lines: Vec<usize> = labels.iter().map(|label| label.opening.line).collect();
        let first_label = label_lines.first().copied().unwrap_or(usize::MAX);
        let paragraphs = paragraphs(text, &lines, matter, wrapped, &label_lines, &style.words);
        let date = date::document_date(text, name, &lines, &paragraphs, first_label);
        let openings = labels.iter().map(|label| &label.opening);
        let sits = style.house.is_some_and(|house| house.sits);
        let sitting = Sitting::of(text, &lines, openings, sits);
        let (passages, turns) =
            assemble::assemble(text, &lines, &paragraphs, labels, sitting.is_one);
        let transcript = Transcript {
            passages,
            turns,
            date,
            convention,
            wrapped,
            sitting,
            watched: watched.into(),
            words: style.words.into(),
        };
        (transcript, kept)
    }

    /// The paragraphs of a passage's body, in document bytes: runs of lines up to a blank line where lines are
    /// wrapped by hand, single lines elsewhere; without the white space around them; never empty. Endless ones are cut
    /// (see `overlong`).
    pub fn paragraphs(&self, text: &str, passage: &Passage) -> Vec<Span> {
        let body = passage.body;
        let mut lines = lines(body.of(text), body.start);
        // Speech beside a label is set in as far as the label is, and the line below it goes on with its sentence.
        let before = text[..body.start]
            .rsplit(['\n', '\r'])
            .next()
            .unwrap_or_default();
        let label = before.trim_start_matches(is_space);
        let mut hangs = false;
        if let Some(first) = lines.first_mut().filter(|_| !before.is_empty()) {
            first.start = first.first.saturating_sub(before.len() - label.len());
            hangs = !label.is_empty() && !first.is_blank() && !ends_sentence(first.of(text));
        }
        let mut spans: Vec<Span> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if line.is_blank() {
                continue;
            }
            let begins = begins(&lines, at, self.wrapped) && !(at == 1 && hangs && self.wrapped);
            match spans.last_mut() {
                Some(last) if !begins => last.end = line.last,
                _ => spans.push(line.words()),
            }
        }
        overlong::cut(text, &mut spans);
        spans
    }
}

#[cfg(test)]
mod assemblies;
#[cfg(test)]
mod briefings;
#[cfg(test)]
mod conventions;
#[cfg(test)]
mod enclosures;
#[cfg(test)]
mod fixed;
#[cfg(test)]
mod goes_on;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod layouts;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod once;
#[cfg(test)]
mod parliaments;
#[cfg(test)]
mod prefixes;
#[cfg(test)]
mod scripts;
#[cfg(test)]
mod technical;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod traps;
