//! Paragraphs: runs of lines that read as one, where lines are wrapped by hand; single lines elsewhere.

use crate::text::Span;
use crate::transcript::furniture::{Furniture, furniture};
use crate::transcript::house::HouseWords;
use crate::transcript::line::Line;
use crate::transcript::running::running;
use crate::transcript::signs::is_cue;
use crate::transcript::surroundings::ends_sentence;

/// A run of lines, by their places in the document's lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Paragraph {
    /// The first line.
    pub(crate) from: usize,
    /// After the last line.
    pub(crate) to: usize,
    /// What it is if nobody says it and its look alone tells.
    pub(crate) furniture: Option<Furniture>,
}

impl Paragraph {
    /// Its bytes, without the white space around them.
    pub(crate) fn span(self, lines: &[Line]) -> Span {
        Span::new(lines[self.from].first, lines[self.to - 1].last)
    }
}

/// Whether lines are wrapped by hand: most line ends that no blank line follows stand within a sentence, and hardly a
/// line is longer than a terminal is wide.
pub(crate) fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let (mut pairs, mut inside, mut long, mut full) = (0usize, 0usize, 0usize, 0usize);
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            continue;
        }
        full += 1;
        let length = line.last - line.start;
        long += usize::from(length > 160);
        if lines.get(at + 1).is_some_and(|next| !next.is_blank()) {
            pairs += 1;
            inside += usize::from((40..=160).contains(&length) && !ends_sentence(line.of(text)));
        }
    }
    pairs >= 2 && 3 * inside >= pairs && 12 * long <= full
}

/// Whether line `at` begins a paragraph, by blank lines and indents alone.
pub(crate) fn begins(lines: &[Line], at: usize, wrapped: bool) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| lines[before]) else {
        return true;
    };
    !wrapped || before.is_blank() || lines[at].indent() >= before.indent() + 2
}

/// The paragraphs of `lines`; front matter up to line `matter` is read line by line, and each of `labels`, the lines at
/// which labels stand, begins a paragraph.
pub(crate) fn paragraphs(
    text: &str,
    lines: &[Line],
    matter: usize,
    wrapped: bool,
    labels: &[usize],
    house: &HouseWords,
) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let headers = running(text, lines, labels);
    let mut headers = headers.iter().peekable();
    let mut labels = labels.iter().peekable();
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            continue;
        }
        let label = labels.next_if_eq(&&at).is_some();
        let header = headers.next_if_eq(&&at).is_some();
        let kind = if label {
            None
        } else if house.ends(line.of(text)) {
            Some(Furniture::End)
        } else if header || is_numbered_cue(text, lines, at) {
            Some(Furniture::Mark)
        } else {
            furniture(line.of(text), line.indent())
        };
        let goes_on = !label
            && at > matter
            && kind.is_none()
            && (!begins(lines, at, wrapped) || closes_aside(text, lines, at))
            && paragraphs
                .last()
                .is_some_and(|last| last.furniture.is_none() && last.to == at);
        match paragraphs.last_mut() {
            Some(last) if goes_on => last.to = at + 1,
            _ => paragraphs.push(Paragraph {
                from: at,
                to: at + 1,
                furniture: kind,
            }),
        }
    }
    paragraphs
}

/// Whether line `at` is the number of a subtitle: digits above a line of times.
fn is_numbered_cue(text: &str, lines: &[Line], at: usize) -> bool {
    let number = lines[at].of(text);
    number.len() <= 6
        && number.bytes().all(|b| b.is_ascii_digit())
        && lines.get(at + 1).is_some_and(|next| is_cue(next.of(text)))
}

/// How many lines an aside in brackets may have.
const LONGEST_ASIDE: usize = 4;

/// Whether line `at` goes on with an aside whose bracket a line right above it opens, and one from here on closes.
fn closes_aside(text: &str, lines: &[Line], at: usize) -> bool {
    let words = |at: usize| lines.get(at).map_or("", |line| line.of(text));
    let above = (at.saturating_sub(LONGEST_ASIDE)..at)
        .rev()
        .take_while(|&above| !lines[above].is_blank());
    // Hardly a line opens with a bracket, so the others are looked at only then.
    let Some(opener) = above.clone().find(|&above| words(above).starts_with('(')) else {
        return false;
    };
    opens_aside(words(opener))
        && (opener + 1..at).all(|between| !words(between).contains(['(', ')']))
        && (at..at + LONGEST_ASIDE)
            .find(|&below| words(below).is_empty() || words(below).contains(['(', ')']))
            .is_some_and(|below| ends_aside(words(below)))
}

/// Whether a line opens a bracket with its first sign and does not close it.
pub(crate) fn opens_aside(words: &str) -> bool {
    words.starts_with('(') && !words[1..].contains(['(', ')'])
}

/// Whether a line closes with its last sign a bracket that another opens.
pub(crate) fn ends_aside(words: &str) -> bool {
    words
        .strip_suffix(')')
        .is_some_and(|inside| !inside.contains(['(', ')']))
}
