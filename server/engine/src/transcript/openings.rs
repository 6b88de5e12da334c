//! The openings of all lines of a text, kept so that of its next state only those are read that an edit may have changed.
//!
//! An opening depends on its own line, the line below, and the words of the house; nothing else is looked at.

use crate::text::{Change, Span, Text};
use crate::transcript::house::HouseWords;
use crate::transcript::line::Line;
use crate::transcript::opening::{self, Opening};

/// The openings of a text.
#[derive(Clone, Debug)]
pub(crate) struct Openings {
    /// The text as it was.
    text: Text,
    /// How many lines it had, and how many of them are front matter.
    n_lines: usize,
    matter: usize,
    words: HouseWords,
    list: Vec<Opening>,
}

impl Openings {
    /// The openings of `content`, whose lines are `lines`, behind `matter` lines of front matter. What `before` has of the lines
    /// that nothing has touched since is not read again; the result is the same without it. `text` is the same text, to be
    /// kept.
    pub(crate) fn read(
        content: &str,
        text: &Text,
        (lines, matter): (&[Line], usize),
        words: &HouseWords,
        before: Option<&Openings>,
    ) -> Openings {
        let mut list = Vec::new();
        let read = |from: usize, to: usize, list: &mut Vec<Opening>| {
            for (at, line) in lines.iter().enumerate().take(to).skip(from.max(matter)) {
                if !line.is_blank() {
                    let next = lines.get(at + 1).copied();
                    opening::openings(content, *line, at, next, words, list);
                }
            }
        };
        match before.filter(|before| before.words == *words && before.matter == matter) {
            None => read(0, lines.len(), &mut list),
            Some(before) => {
                let change = text.change_since(&before.text).unwrap_or(Change {
                    old: Span::new(text.len(), text.len()),
                    new: Span::new(text.len(), text.len()),
                });
                // A line ends behind its break, and a break can be parted and joined: both lines beside one are touched.
                let touched = lines.partition_point(|line| line.end < change.new.start);
                let first = touched.saturating_sub(1);
                let behind = lines.partition_point(|line| line.start <= change.new.end);
                let now = |old: &Opening| (old.line + lines.len()).checked_sub(before.n_lines);
                let front = before.list.partition_point(|old| old.line < first);
                let is_before = |old: &Opening| now(old).is_none_or(|line| line < behind);
                let back = before.list.partition_point(is_before);
                list.reserve(before.list.len());
                list.extend_from_slice(&before.list[..front]);
                read(first, behind, &mut list);
                list.extend(before.list[back..].iter().filter_map(|old| {
                    Some(Opening {
                        line: now(old)?,
                        label: change.moved_span(old.label),
                        marked: change.moved_span(old.marked),
                        note: old.note.map(|note| change.moved_span(note)),
                        ..old.clone()
                    })
                }));
            }
        }
        Openings {
            text: text.clone(),
            n_lines: lines.len(),
            matter,
            words: words.clone(),
            list,
        }
    }

    /// The openings, in text order.
    pub(crate) fn list(&self) -> &[Opening] {
        &self.list
    }
}
