//! What stands around the prose of a page: front matter and heads before it, a run of page chrome after it.

use crate::transcript::FurnitureKind;
use crate::transcript::chrome::{is_bare_chrome, is_chrome};
use crate::transcript::dateline::is_dateline;
use crate::transcript::furniture::{Furniture, is_clock};
use crate::transcript::line::Line;
use crate::transcript::paragraph::Paragraph;
use crate::transcript::surroundings::ends_sentence;

/// The kinds of the paragraphs that the outlet does not say, by their places.
pub(crate) struct Head {
    kinds: Vec<Option<FurnitureKind>>,
}

/// Paragraphs longer than this, in bytes, are prose; the first line of a page may be a long title.
const LONG: usize = 160;
const LONG_TITLE: usize = 260;
/// Front matter that has not ended after this many lines is none.
const MATTER: usize = 200;

impl Head {
    /// Looks at all paragraphs; those from line `first_label` on are only looked at for what they are by themselves.
    pub(crate) fn of(
        text: &str,
        lines: &[Line],
        paragraphs: &[Paragraph],
        first_label: usize,
    ) -> Head {
        let mut kinds = vec![None; paragraphs.len()];
        let end = front_matter(text, lines);
        let matter = paragraphs.partition_point(|paragraph| paragraph.from < end);
        kinds[..matter].fill(Some(FurnitureKind::FrontMatter));
        let mut prose = false;
        for at in matter..paragraphs.len() {
            let paragraph = paragraphs[at];
            let words = paragraph.span(lines).of(text);
            let before_all = paragraph.from < first_label && !prose;
            let kind = if before_all {
                opening_kind(text, lines, paragraphs, at, &kinds)
            } else {
                later_kind(paragraph, words)
            };
            prose |= kind.is_none();
            kinds[at] = kind;
        }
        Head { kinds }
    }

    /// What paragraph `at` is, if it is not the outlet's prose.
    pub(crate) fn kind(&mut self, at: usize) -> Option<FurnitureKind> {
        self.kinds[at]
    }
}

/// A paragraph before the first prose: heads, place and time, menus.
fn opening_kind(
    text: &str,
    lines: &[Line],
    paragraphs: &[Paragraph],
    at: usize,
    kinds: &[Option<FurnitureKind>],
) -> Option<FurnitureKind> {
    let paragraph = paragraphs[at];
    let words = paragraph.span(lines).of(text);
    let first = at == 0
        || kinds[..at]
            .iter()
            .all(|kind| *kind == Some(FurnitureKind::FrontMatter));
    if is_chrome(words) {
        return Some(FurnitureKind::Chrome);
    }
    if words.starts_with('[') && words.ends_with(']') || is_dateline(words) || is_clock(words) {
        return Some(FurnitureKind::FrontMatter);
    }
    if let Some(furniture) = paragraph.furniture {
        return Some(kind_of(furniture));
    }
    let one_line = paragraph.to == paragraph.from + 1;
    let short = words.len() <= if first { LONG_TITLE } else { LONG };
    // A title may end in a quotation mark, but not in a whole quoted sentence.
    let stops = words
        .trim_end_matches(['”', '"', '’', '»', ')', ']'])
        .ends_with([':', '?', '!', '.']);
    if !short || ends_sentence(words) && (!first || stops) {
        // "HOUSE OF LORDS." is a head with a full stop: all its words are in capitals.
        let shouts = one_line && words.len() <= LONG && !words.chars().any(char::is_lowercase);
        return (shouts && words.chars().any(char::is_alphabetic))
            .then_some(FurnitureKind::Heading);
    }
    let touches_matter = at > 0
        && kinds[at - 1] == Some(FurnitureKind::FrontMatter)
        && paragraphs[at - 1].to == paragraph.from;
    let clock_follows = paragraphs[at + 1..]
        .iter()
        .take(2)
        .any(|next| is_clock(next.span(lines).of(text)));
    let place = clock_follows && words.len() <= 120;
    if touches_matter || place {
        Some(FurnitureKind::FrontMatter)
    } else {
        (one_line && !words.ends_with([',', ';'])).then_some(FurnitureKind::Heading)
    }
}

/// A paragraph of the outlet after its first prose.
fn later_kind(paragraph: Paragraph, words: &str) -> Option<FurnitureKind> {
    if is_bare_chrome(words) {
        return Some(FurnitureKind::Chrome);
    }
    if let Some(furniture) = paragraph.furniture {
        return Some(kind_of(furniture));
    }
    let heading = paragraph.to == paragraph.from + 1
        && words.len() <= 100
        && !ends_sentence(words)
        && !words.ends_with([',', ';'])
        && words.starts_with(|c: char| !c.is_lowercase());
    heading.then_some(FurnitureKind::Heading)
}

fn kind_of(furniture: Furniture) -> FurnitureKind {
    match furniture {
        Furniture::Stage => FurnitureKind::StageDirection,
        Furniture::Mark | Furniture::End => FurnitureKind::Marker,
        Furniture::Clock => FurnitureKind::FrontMatter,
        Furniture::Heading => FurnitureKind::Heading,
        Furniture::Caption => FurnitureKind::Caption,
    }
}

/// After which line front matter ends: a block between two lines of dashes at the very top; 0 if there is none.
pub(crate) fn front_matter(text: &str, lines: &[Line]) -> usize {
    let Some(first) = lines.iter().position(|line| !line.is_blank()) else {
        return 0;
    };
    if lines[first].of(text) != "---" {
        return 0;
    }
    let rest = lines[first + 1..].iter().take(MATTER);
    let end = rest
        .clone()
        .position(|line| matches!(line.of(text), "---" | "..."));
    let keyed = rest
        .take(end.unwrap_or(0))
        .any(|line| line.of(text).contains(": "));
    end.filter(|_| keyed).map_or(0, |end| first + end + 2)
}

/// From which paragraph on there is nothing but page chrome, short lines between chrome included.
pub(crate) fn chrome_tail(text: &str, lines: &[Line], paragraphs: &[Paragraph]) -> usize {
    let mut tail = paragraphs.len();
    let mut others = 0;
    for (at, paragraph) in paragraphs.iter().enumerate().rev() {
        let words = paragraph.span(lines).of(text);
        if is_chrome(words) {
            (tail, others) = (at, 0);
        } else {
            others += 1;
            if others > 2 || words.len() > LONG || (tail == paragraphs.len() && others > 1) {
                break;
            }
        }
    }
    tail
}
