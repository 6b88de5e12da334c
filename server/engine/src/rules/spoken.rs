//! What was said, word by word, so that a quotation can be looked up in it: the ground of the rules that hold quotations
//! against the record.
//!
//! Generic over any list of turns: those of the document, or of another one that it is linked to. Each stage is linear: the
//! quotations' pairs of words are an index, the turns are read past it once, and what lies near a hit is aligned in a band.

mod align;
mod quoted;
mod search;
#[cfg(test)]
mod tests;
mod word;

use crate::text::Span;

pub(super) use align::{Alignment, Change};
pub(super) use quoted::Quoted;
pub(super) use search::{Answer, search};
pub(super) use word::Word;

/// The words of a list of turns.
pub(super) struct Spoken<'a> {
    /// The text in which they stand.
    pub(super) text: &'a str,
    /// Every word of every turn, in order.
    words: Vec<Word>,
    /// Where each turn's words begin.
    starts: Vec<usize>,
}

impl<'a> Spoken<'a> {
    /// The turns of `text`, each as the stretches in which its speaker talks (document bytes).
    pub(super) fn of<T: IntoIterator<Item = Span>>(
        text: &'a str,
        turns: impl IntoIterator<Item = T>,
    ) -> Self {
        let mut spoken = Spoken {
            text,
            words: Vec::new(),
            starts: Vec::new(),
        };
        for turn in turns {
            spoken.starts.push(spoken.words.len());
            for stretch in turn {
                word::words(text, stretch, true, &mut spoken.words);
            }
        }
        spoken
    }

    /// The turn in which the word at a place stands.
    fn turn_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at) - 1
    }

    /// The places of a turn's words.
    fn places(&self, turn: usize) -> std::ops::Range<usize> {
        let end = self.starts.get(turn + 1).copied();
        self.starts[turn]..end.unwrap_or(self.words.len())
    }
}

/// Where the words of a quotation stand in the record.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Found {
    /// The turn.
    pub(super) turn: usize,
    /// How each part of the quotation lies in it.
    pub(super) parts: Vec<Alignment>,
}

impl Found {
    /// Whether the quotation says what was said: within a tenth, with no figure and no negation changed.
    pub(super) fn is_same(&self) -> bool {
        self.parts.iter().all(Alignment::is_same)
    }

    /// The share of the quotation's characters that are as they were said.
    pub(super) fn likeness(&self) -> f64 {
        let chars: u32 = self.parts.iter().map(|part| part.n_chars).sum();
        let changed: u32 = self.parts.iter().map(|part| part.n_changed).sum();
        1.0 - f64::from(changed) / f64::from(chars.max(1))
    }
}
