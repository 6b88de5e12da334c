//! Whether a change within a line leaves everything as it is that the splitting of a document looks at: then passages,
//! turns and date stay, and only move along with the text.
//!
//! The splitting looks at lines and paragraphs through a handful of questions (is it furniture, does it open a label, does it
//! end a sentence, is it short, …). The same questions are asked of the old and of the new words; where all answers are the
//! same, the outcome is. In doubt the answer is no, and the document is split anew.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::text::{Change, Span};
use crate::transcript::Transcript;
use crate::transcript::addressed::spoken_to;
use crate::transcript::common;
use crate::transcript::date::DateOrigin;
use crate::transcript::furniture::{Furniture, furniture};
use crate::transcript::house::{self, House, HouseWords};
use crate::transcript::line::{Line, lines};
use crate::transcript::looks::Looks;
use crate::transcript::margin;
use crate::transcript::opening::{Opening, openings};
use crate::transcript::speech::{Said, said};
use crate::transcript::surroundings::{Surroundings, surroundings};
use crate::transcript::{Passage, Voice};

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
    margin: Option<(u32, bool)>,
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
            margin: margin::number(words).map(|(it, digits)| (it, words.len() > digits)),
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

    /// Whether no word that tells labels from plain words comes or goes, and nobody is spoken to who was not or no longer.
    fn is_plain(&self, old: &str, change: Change, old_line: &str, new_line: &str) -> bool {
        if change.old.start >= common::SAMPLE || self.watched.is_empty() {
            return true;
        }
        let Some((was, is)) = sample_ends(old, change) else {
            return false;
        };
        // With a capital letter it may be a name by which somebody is spoken to.
        let watched = |word: &str| {
            let lower = word
                .starts_with(char::is_uppercase)
                .then(|| word.to_lowercase());
            let word = lower.as_deref().unwrap_or(word);
            self.watched
                .binary_search_by(|it| it.as_str().cmp(word))
                .is_ok()
        };
        let of = |words: &str| -> BTreeSet<String> {
            let words = common::words(words).filter(|word| watched(word));
            words.map(str::to_owned).collect()
        };
        let spoken_to =
            |line| -> Vec<&str> { spoken_to(line).filter(|word| watched(word)).collect() };
        // A plain word that comes in or drops out at the end is one still if it stands before, too.
        let stands_before = |word: &String| {
            word.starts_with(char::is_uppercase) || has_word(&old[..was.start], word)
        };
        of(old_line) == of(new_line)
            && spoken_to(old_line) == spoken_to(new_line)
            && of(was.of(old))
                .symmetric_difference(&of(is.of(old)))
                .all(stands_before)
            // Of a line that comes in or drops out, all words do.
            && of(lines_between(old, was, is)).is_empty()
    }
}

/// Whether a word stands in a text just so.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !is_letter(before) && !is_letter(after)
    })
}

/// The last words of what is looked through for plain words, of a text as it was and as a change before makes it: they come
/// in or drop out as the text moves. `None` if the change lies on that border.
fn sample_ends(old: &str, change: Change) -> Option<(Span, Span)> {
    let floor = |mut at: usize| {
        while !old.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let was = old.len().min(common::SAMPLE);
    let n_new = old.len() + change.new.len() - change.old.len();
    let is = change.back(n_new.min(common::SAMPLE));
    if was.min(is) <= change.old.end {
        let end = Span::new(old.len(), old.len());
        return (was == old.len() && is == old.len()).then_some((end, end));
    }
    let (was, is) = (floor(was), floor(is.min(old.len())));
    let before = &old[change.old.end..was.min(is)];
    let from = before.trim_end_matches(char::is_alphabetic).len() + change.old.end;
    Some((Span::new(from, was), Span::new(from, is)))
}

/// The lines of a text that end behind one of two ends of a sample and not behind the other; both stretches begin at one
/// place.
fn lines_between(old: &str, was: Span, is: Span) -> &str {
    let breaks = ['\n', '\r'];
    let (short, long) = (was.end.min(is.end), was.end.max(is.end));
    let ends = old[short..long].contains(breaks) || short < long && long == old.len();
    if !ends {
        return "";
    }
    let start = old[..short].rfind(breaks).map_or(0, |at| at + 1);
    &old[start..long]
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{lines_between, sample_ends};
    use crate::text::{Change, Span};
    use crate::transcript::common;

    fn sampled(text: &str) -> BTreeSet<&str> {
        let mut end = text.len().min(common::SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        common::words(&text[..end]).collect()
    }

    #[test]
    fn words_that_come_in_or_drop_out_at_the_border_are_told() {
        let base = "harbour pier ".repeat(common::SAMPLE / 13 + 1);
        for back in 0..40 {
            let mut old = base[..common::SAMPLE - back].to_owned();
            old.push_str(" lighthouse ébène keeper and more words behind");
            for (start, gone, with) in [
                (40, 0, "e"),
                (40, 0, "twelve"),
                (39, 12, ""),
                (common::SAMPLE - back - 9, 0, "oar"),
                (common::SAMPLE + 4, 2, "x"),
            ] {
                let change = Change {
                    old: Span::new(start, start + gone),
                    new: Span::new(start, start + with.len()),
                };
                if !old.is_char_boundary(start) || !old.is_char_boundary(start + gone) {
                    continue;
                }
                let new = [&old[..start], with, &old[start + gone..]].concat();
                let told = sample_ends(&old, change);
                let words = |text| common::words(text).collect::<BTreeSet<_>>();
                let same = told.is_some_and(|(was, is)| words(was.of(&old)) == words(is.of(&old)));
                if !same {
                    continue;
                }
                let line = |text: &str| -> BTreeSet<String> {
                    let near = &text[start.saturating_sub(39)..(start + 60).min(text.len() - 30)];
                    common::words(near).map(str::to_owned).collect()
                };
                let (old_words, new_words) = (sampled(&old), sampled(&new));
                let near: BTreeSet<String> = line(&old).union(&line(&new)).cloned().collect();
                let other: Vec<_> = old_words
                    .symmetric_difference(&new_words)
                    .filter(|word| !near.contains(**word))
                    .collect();
                assert!(other.is_empty(), "{back} {start} {other:?}");
            }
        }
    }

    #[test]
    fn lines_whose_end_crosses_the_border_are_told_whole() {
        let old = "Vane: One.\nI see, Krone.\nVane: Two.";
        let between = |was, is| lines_between(old, Span::new(0, was), Span::new(0, is));
        assert_eq!(between(20, 22), "");
        assert_eq!(between(26, 24), "I see, Krone.\nV");
        assert_eq!(between(35, 30), "Vane: Two.");
        assert_eq!(between(35, 35), "");
    }
}
