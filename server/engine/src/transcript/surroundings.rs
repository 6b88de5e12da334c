//! What stands around a possible label: before it, after it, and whether the sentence before had ended.

use crate::transcript::line::{Line, is_space};
use crate::transcript::opening::Opening;
use crate::transcript::shape::{Closing, Decoration};
use crate::transcript::signs::{is_cue, is_time};
use crate::transcript::sitting::{leaders, seat};

/// What stands around an opening.
#[derive(Clone, Copy, PartialEq, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is evidence of its own")]
pub(crate) struct Surroundings {
    /// A blank line, a deeper indent or nothing stands before it.
    pub(crate) blank_before: bool,
    /// The line before it breaks off within a sentence.
    broken_off: bool,
    /// The line before it is short and ends without a mark, as a heading does.
    under_heading: bool,
    /// What is said begins in lower case.
    lower_after: bool,
    /// What is said begins with a quotation mark: somebody is being quoted.
    quoted_after: bool,
    /// It is the document's first line, and what follows looks like the rest of a headline.
    headline: bool,
    /// It is a line of its own without a mark, and a blank line follows, as after a heading.
    set_apart: bool,
    /// Nothing at all comes after it.
    nothing_after: bool,
    /// It stands alone on its line and a list of short items comes after it: `Participants:`.
    list_after: bool,
    /// It is an entry of a list: dots lead to its second column, or it names who holds an office.
    entry: bool,
    /// A time stamp, or the times of a subtitle, stand on the line before.
    stamped: bool,
}

impl Surroundings {
    /// The points of `weigh` for all but the blank line.
    pub(crate) fn points(self) -> i32 {
        2 * i32::from(self.stamped)
            - (5 * i32::from(self.broken_off)
                + 2 * i32::from(self.under_heading)
                + i32::from(self.lower_after)
                + 2 * i32::from(self.quoted_after)
                + 4 * i32::from(self.headline)
                + i32::from(self.set_apart)
                + 2 * i32::from(self.nothing_after)
                + 4 * i32::from(self.list_after)
                + 8 * i32::from(self.entry))
    }
}

impl Surroundings {
    /// What speaks against a label here, as phrases.
    pub(crate) fn against(self) -> Vec<&'static str> {
        let found = [
            (
                self.broken_off,
                "the line before breaks off within a sentence",
            ),
            (self.under_heading, "the line before ends without a mark"),
            (self.lower_after, "what follows begins in lower case"),
            (self.quoted_after, "what follows is a quotation"),
            (
                self.headline,
                "it stands in the first line, as a headline does",
            ),
            (self.set_apart, "a blank line follows, as after a heading"),
            (self.nothing_after, "nothing follows"),
            (self.list_after, "a list follows"),
            (self.entry, "it is an entry of a list"),
        ];
        let found = found.into_iter().filter(|(is, _)| *is);
        found.map(|(_, phrase)| phrase).collect()
    }
}

/// Looks around `opening`.
pub(crate) fn surroundings(text: &str, lines: &[Line], opening: &Opening) -> Surroundings {
    let line = lines[opening.line];
    let before = opening.line.checked_sub(1).map(|at| lines[at]);
    let first = lines[..opening.line]
        .iter()
        .rev()
        .take(64)
        .all(|line| line.is_blank())
        && opening.line < 64;
    let deeper =
        before.is_some_and(|before| !before.is_blank() && line.indent() >= before.indent() + 2);
    let broken_off = before
        .map(|before| before.of(text))
        .is_some_and(|words| !words.is_empty() && !deeper && !ends_sentence(words))
        // A time stamp or a number on a line of its own is no sentence.
        && before.is_some_and(|before| before.of(text).contains(char::is_alphabetic));
    // A short line was not broken to fit the page; it is a heading as often.
    let short = before.is_some_and(|before| {
        let words = before.of(text);
        words.len() < SHORTEST_WRAPPED && !words.contains(':')
    });
    let stamped = before.is_some_and(|before| is_stamp(before.of(text)));
    let said = text[opening.marked.end.min(line.last)..line.last].trim_start_matches(is_space);
    let starts = said.chars().next();
    let prose = opening.shape.decoration == Decoration::Plain;
    let colon = matches!(opening.shape.closing, Closing::Colon | Closing::Dash);
    let blank_after = lines
        .get(opening.line + 1)
        .is_none_or(|next| next.is_blank());
    Surroundings {
        blank_before: first || deeper || stamped || before.is_none_or(Line::is_blank),
        broken_off: broken_off && prose && !short,
        under_heading: broken_off && prose && short,
        lower_after: starts.is_some_and(char::is_lowercase)
            && !opening.form.bracket
            && !opening.form.title,
        quoted_after: starts.is_some_and(|c| matches!(c, '“' | '"' | '«' | '‘' | '„'))
            && prose
            && colon
            && !opening.form.title
            && !opening.form.office
            && !opening.form.capitals
            && !opening.form.role,
        headline: first
            && prose
            && !opening.own_line
            && (!said.ends_with(['.', '?', '!', '…', ')', '”', '"', '。', '？', '！', '؟'])
                || is_title_cased(said))
            && blank_after,
        set_apart: opening.shape.closing == Closing::LineEnd && blank_after,
        nothing_after: opening.own_line
            && lines[opening.line + 1..]
                .iter()
                .take(64)
                .all(|line| line.is_blank()),
        stamped,
        entry: leaders(said).is_some()
            || opening.form.office && opening.form.names == 0 && seat(line.of(text)).is_some(),
        list_after: opening.own_line && lists(text, &lines[opening.line + 1..]),
    }
}

/// Whether nearly all longer words of a line begin with a capital letter, as they do in headlines: "Vane: Ports Would Open In
/// Spring".
fn is_title_cased(words: &str) -> bool {
    let longer = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let (mut n, mut capital) = (0, 0);
    for word in words.split(is_space).filter(longer) {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        n += 1;
        capital += usize::from(letters.next().is_some_and(char::is_uppercase));
    }
    n >= 4 && 5 * capital >= 4 * n
}

/// Whether a line is a time stamp, or the times of a subtitle, and nothing else.
fn is_stamp(line: &str) -> bool {
    let bare = line.trim_matches(['[', ']', '(', ')']);
    line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '('))
        && (is_time(bare) || is_cue(line))
}

/// Lines that are wrapped by hand have at least so many bytes.
const SHORTEST_WRAPPED: usize = 36;

/// The longest item of a list, in bytes.
const LONGEST_ITEM: usize = 60;

/// Whether the next two lines with words are short and end without a mark, as items of a list do and speech does not.
fn lists(text: &str, below: &[Line]) -> bool {
    let mut items = below.iter().take(6).filter(|line| !line.is_blank()).take(2);
    let is_item = |line: &Line| {
        let words = line.of(text);
        words.len() <= LONGEST_ITEM && !ends_sentence(words) && !words.ends_with([',', '-'])
    };
    items.next().is_some_and(is_item) && items.next().is_some_and(is_item)
}

/// Whether a line ends where a sentence, or a label, may end.
pub(crate) fn ends_sentence(line: &str) -> bool {
    // Most lines end with a letter or a mark that tells by itself.
    match line.as_bytes().last() {
        Some(b'.' | b'?' | b'!' | b':') => return true,
        Some(last) if last.is_ascii_alphanumeric() || matches!(last, b',' | b';') => return false,
        _ => {}
    }
    let closed = line.trim_end_matches(['”', '"', '’', '\'', ')', ']', '*', '_', '»', '\\']);
    closed.len() < line.len() && line.ends_with([')', ']'])
        || closed.ends_with([
            '.', '?', '!', ':', '…', '—', '-', '。', '؟', '：', '>', '#', '？', '！', '।', '॥',
            '۔', '|',
        ])
        || closed.is_empty()
        || closed
            .bytes()
            .all(|b| matches!(b, b'_' | b'-' | b'=' | b' '))
}
