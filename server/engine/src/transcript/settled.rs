//! Whether a change within a line leaves everything as it is that the splitting of a document looks at: then passages,
//! turns and date stay, and only move along with the text.
//!
//! The splitting looks at lines and paragraphs through a handful of questions (is it furniture, does it open a label, does it
//! end a sentence, is it short, …). The same questions are asked of the old and of the new words; where all answers are the
//! same, the outcome is. In doubt the answer is no, and the document is split anew.

use std::cmp::Ordering;

use crate::text::{Change, Span};
use crate::transcript::Transcript;
use crate::transcript::assemble;
use crate::transcript::chrome::{is_bare_chrome, is_chrome, is_recorded};
use crate::transcript::common;
use crate::transcript::date::DateOrigin;
use crate::transcript::dateline::is_dateline;
use crate::transcript::furniture::{Furniture, furniture, is_clock};
use crate::transcript::house::{self, House, HouseWords};
use crate::transcript::line::{Line, lines};
use crate::transcript::opening::{Opening, openings};
use crate::transcript::speech::{Said, said};
use crate::transcript::surroundings::{Surroundings, ends_sentence, surroundings};
use crate::transcript::{Passage, Voice};

/// Lengths, in bytes, at which a line or paragraph counts as something else; see the files that name them.
const LENGTHS: [usize; 13] = [40, 56, 60, 80, 100, 120, 140, 160, 200, 220, 260, 400, 600];

/// What the splitting asks of a paragraph, or of a line.
#[derive(PartialEq, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an answer of its own"
)]
pub(crate) struct Looks<'a> {
    lengths: [Ordering; LENGTHS.len()],
    first: Option<char>,
    /// The marks behind its last letter or digit.
    end: &'a str,
    ends_sentence: bool,
    has_letters: bool,
    has_lower_case: bool,
    has_colon: bool,
    has_stop: bool,
    aside: bool,
    chrome: (bool, bool),
    recorded: bool,
    dated: (bool, bool),
}

impl<'a> Looks<'a> {
    /// Asks all of it.
    pub(crate) fn of(words: &'a str) -> Self {
        let last = words.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let is_short = words.len() <= 400;
        let joined = || words.split_whitespace().collect::<Vec<_>>().join(" ");
        Looks {
            lengths: LENGTHS.map(|length| words.len().cmp(&length)),
            first: words.chars().next(),
            end: &words[last..],
            ends_sentence: ends_sentence(words),
            has_letters: words.contains(char::is_alphabetic),
            has_lower_case: words.contains(char::is_lowercase),
            has_colon: words.contains(": "),
            has_stop: words.contains(". "),
            aside: assemble::is_aside(words),
            chrome: (is_chrome(words), is_bare_chrome(words)),
            recorded: is_short && is_recorded(&joined()),
            dated: (is_dateline(words), is_clock(words)),
        }
    }
}

/// Whether the splitting sees no difference between a paragraph's words and others put in their place.
pub(crate) fn looks_alike(old: &str, new: &str) -> bool {
    // Before a colon any word may say that a statement follows.
    let hands_on = old.trim_end_matches(['*', '_']).ends_with([':', '：']);
    !hands_on && Looks::of(old) == Looks::of(new)
}

/// What the splitting sees of an opening.
#[derive(PartialEq, Debug)]
struct Seen<'a> {
    words: &'a str,
    opening: Opening,
    surroundings: Surroundings,
    said: Said,
    is_short: Ordering,
    first_said: Option<char>,
}

/// What the splitting sees of a line among its neighbours.
#[derive(PartialEq, Debug)]
struct SeenLine<'a> {
    indent: usize,
    blank: bool,
    furniture: Option<Furniture>,
    ends: bool,
    openings: Vec<Seen<'a>>,
    looks: Option<Looks<'a>>,
}

/// The lines of a part of a text, and what is seen of each; `changed` is the line looked at closely.
fn seen<'a>(
    text: &'a str,
    lines: &[Line],
    changed: usize,
    house: &HouseWords,
) -> Vec<SeenLine<'a>> {
    let see = |at: usize| {
        let line = lines[at];
        let words = line.of(text);
        let mut found = Vec::new();
        openings(
            text,
            line,
            at,
            lines.get(at + 1).copied(),
            house,
            &mut found,
        );
        let openings = found.into_iter().map(|opening| {
            let beside = opening.marked.end.min(line.last);
            let (surroundings, said) = (
                surroundings(text, lines, &opening),
                said(text, lines, &opening),
            );
            let back = |span: Span| Span::new(span.start - line.start, span.end - line.start);
            Seen {
                words: &text[line.start..opening.marked.end],
                is_short: (line.last - beside).cmp(&80),
                first_said: text[beside..line.last].trim_start().chars().next(),
                surroundings,
                said,
                opening: Opening {
                    label: back(opening.label),
                    marked: back(opening.marked),
                    note: opening.note.map(back),
                    ..opening
                },
            }
        });
        SeenLine {
            indent: line.indent(),
            blank: line.is_blank(),
            furniture: furniture(words, line.indent()),
            ends: house.ends(words),
            openings: openings.collect(),
            looks: (at == changed).then(|| Looks::of(words)),
        }
    };
    (0..lines.len()).map(see).collect()
}

/// So many lines before and behind a line are looked at together with it.
const AROUND: usize = 9;

impl Transcript {
    /// Whether `change` of `old`, the text this was read from, by which `with` comes in, leaves all as it is. `paragraph`
    /// is the old place of the paragraph in which it lies.
    pub(crate) fn is_settled(
        &self,
        old: &str,
        change: Change,
        with: &str,
        paragraph: Span,
    ) -> bool {
        let breaks = ['\n', '\r'];
        if change.old.of(old).contains(breaks) || with.contains(breaks) {
            return false;
        }
        // The marks of a house stand in the head.
        if change.old.start < house::HEAD && !same_house(old, change, with) {
            return false;
        }
        if self.tells_date(paragraph) || self.names_issuer(paragraph) {
            return false;
        }
        let window = window(old, change.old);
        let (before, behind) = (
            &old[window.start..change.old.start],
            &old[change.old.end..window.end],
        );
        let new = [before, with, behind].concat();
        let old_part = window.of(old);
        let (old_lines, new_lines) = (lines(old_part, 0), lines(&new, 0));
        let at = before.len();
        let changed = old_lines.partition_point(|line| line.end <= at);
        let (Some(old_line), Some(new_line)) = (old_lines.get(changed), new_lines.get(changed))
        else {
            return false;
        };
        old_lines.len() == new_lines.len()
            && self.is_plain(old, change, old_line.of(old_part), new_line.of(&new))
            && seen(old_part, &old_lines, changed, &self.words)
                == seen(&new, &new_lines, changed, &self.words)
    }

    /// Whether the document's date or its place is told in `paragraph`.
    fn tells_date(&self, paragraph: Span) -> bool {
        let Some(date) = &self.date else {
            return false;
        };
        let told = match date.origin {
            DateOrigin::Text(span) => Some(span),
            DateOrigin::FileName | DateOrigin::Given => None,
        };
        let touches = |span: Span| span.start <= paragraph.end && paragraph.start <= span.end;
        told.into_iter().chain(date.place).any(touches)
    }

    /// Whether the issuer of a statement is named in `paragraph`.
    fn names_issuer(&self, paragraph: Span) -> bool {
        let after = self
            .passages
            .partition_point(|passage| passage.span.start <= paragraph.start);
        let issuer = |passage: &Passage| match &passage.voice {
            Voice::Issuer(issuer) => Some(issuer.span),
            _ => None,
        };
        // The sentence that names the issuer stands before the statement.
        self.passages[after..]
            .iter()
            .find_map(issuer)
            .is_some_and(|issuer| paragraph.start <= issuer.end && issuer.start <= paragraph.end)
    }

    /// Whether no word that tells labels from plain words comes or goes.
    fn is_plain(&self, old: &str, change: Change, old_line: &str, new_line: &str) -> bool {
        if change.old.start >= common::SAMPLE || self.watched.is_empty() {
            return true;
        }
        let watched = |word: &str| {
            self.watched
                .binary_search_by(|it| it.as_str().cmp(word))
                .is_ok()
        };
        let of = |line: &str| -> Vec<String> {
            let words = common::words(line).filter(|word| watched(word));
            let mut words: Vec<String> = words.map(str::to_owned).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        // Words at the end of what is looked through come in or drop out as the text moves.
        let grown = change.old.len() + change.new.len() + 64;
        let mut border = Span::new(
            old.len().min(common::SAMPLE.saturating_sub(grown)),
            old.len().min(common::SAMPLE + grown),
        );
        while !old.is_char_boundary(border.start) {
            border.start -= 1;
        }
        while !old.is_char_boundary(border.end) {
            border.end += 1;
        }
        let at_border = old.len().max(old.len() + change.new.len()) > common::SAMPLE;
        of(old_line) == of(new_line) && !(at_border && common::words(border.of(old)).any(watched))
    }

    /// Moves along with a change after which all is settled, in a text of `old_len` bytes. `paragraph` is the old and the
    /// new place of the paragraph in which the change lies.
    pub(crate) fn move_along(&mut self, change: Change, old_len: usize, paragraph: (Span, Span)) {
        let (old, new) = paragraph;
        let moved = |offset: usize| {
            if offset == old_len {
                change.new.end + (old_len - change.old.end)
            } else {
                change.moved(offset)
            }
        };
        let place = |span: &mut Span| *span = Span::new(moved(span.start), moved(span.end));
        for passage in &mut self.passages {
            if passage.span.end >= change.old.start {
                place(&mut passage.span);
                place(&mut passage.body);
                if let Voice::Issuer(issuer) = &mut passage.voice {
                    place(&mut issuer.span);
                }
            }
        }
        for turn in &mut self.turns {
            if let Some(speech) = &mut turn.speech {
                if speech.end == old.end {
                    *speech = Span::new(moved(speech.start), new.end);
                } else {
                    place(speech);
                }
            }
            let label = &mut turn.label;
            if label.marked.end > change.old.start {
                place(&mut label.span);
                place(&mut label.marked);
                label.note.iter_mut().for_each(place);
            }
        }
        if let Some(date) = &mut self.date {
            if let DateOrigin::Text(span) = &mut date.origin {
                place(span);
            }
            date.place.iter_mut().for_each(place);
        }
    }
}

/// Whether a text bears the marks of the same house after a change in its head.
fn same_house(old: &str, change: Change, with: &str) -> bool {
    let mut end = old.len().min(change.old.end + house::HEAD);
    while !old.is_char_boundary(end) {
        end -= 1;
    }
    let new = [&old[..change.old.start], with, &old[change.old.end..end]].concat();
    let name = |text: &str| House::of(text).map(|house| house.name.as_str());
    name(old) == name(&new)
}

/// The lines around a stretch of `text`, whole.
fn window(text: &str, stretch: Span) -> Span {
    let bytes = text.as_bytes();
    let mut start = stretch.start;
    let mut left = AROUND + 1;
    while start > 0 {
        if matches!(bytes[start - 1], b'\n' | b'\r')
            && !(bytes[start - 1] == b'\r' && bytes.get(start) == Some(&b'\n'))
        {
            left -= 1;
            if left == 0 {
                break;
            }
        }
        start -= 1;
    }
    let mut end = stretch.end;
    let mut left = AROUND + 1;
    while end < bytes.len() {
        end += 1;
        if matches!(bytes[end - 1], b'\n' | b'\r')
            && !(bytes[end - 1] == b'\r' && bytes.get(end) == Some(&b'\n'))
        {
            left -= 1;
            if left == 0 {
                break;
            }
        }
    }
    Span::new(start, end)
}
