//! Labels closed without a mark of punctuation: by their own decoration, or by a column.

use std::sync::LazyLock;

use memchr::memchr3;
use memchr::memmem::Finder;

use crate::text::Span;
use crate::transcript::closing::Close;
use crate::transcript::line::is_space;
use crate::transcript::shape::{Closing, Decoration};
use crate::transcript::signs::{is_note, skip_space};
use crate::transcript::unspaced::{Ending, ending};
use crate::transcript::words::form;

/// The longest label in bytes that its decoration may close; more words in bold are a heading or a sentence.
const LONGEST: usize = 90;

/// Words up to the marks that end their decoration, with speech after them: `**Ada Vane** Good day.`,
/// `**Ada Vane.** Good day.`, `**Ada Vane** — Good day.`, `<v Ada Vane>Good day.`.
pub(crate) fn enclosed(content: &str, from: usize, decoration: Decoration) -> Option<Close> {
    let mark = match decoration {
        Decoration::Voice => ">",
        _ => &content[from - 1..from],
    };
    let rest = &content[from..];
    let close = rest.find(mark).filter(|close| *close <= LONGEST)?;
    let inside = rest[..close].trim_end_matches([':', '.', '—', '–', '-']);
    let words = inside.trim_end_matches(is_space);
    let ends = from + close + (rest.len() - close - rest[close..].trim_start_matches(mark).len());
    let after = past_dash_or_note(content, ends);
    let stands_off = decoration == Decoration::Voice || content[ends..].starts_with(is_space);
    (stands_off && after.0 < content.len() && !words.is_empty()).then_some((
        Closing::Enclosed,
        Span::new(from, from + words.len()),
        after.0,
        after.1,
    ))
}

/// Past a dash, or a note in brackets, between a decorated label and its speech.
fn past_dash_or_note(content: &str, ends: usize) -> (usize, Option<Span>) {
    let from = skip_space(content, ends);
    match content[from..].chars().next() {
        Some(dash @ ('—' | '–' | '-' | '−' | '.')) => (from + dash.len_utf8(), None),
        Some('(') => {
            let close = content[from..].find(')').map_or(from, |close| from + close);
            let inside = Span::new((from + 1).min(close), close);
            if is_note(inside.of(content)) {
                (close + 1, Some(inside))
            } else {
                (ends, None)
            }
        }
        _ => (ends, None),
    }
}

/// Words up to a tab, an ideographic blank, a bar with white space around it, or a gap of several blanks, with speech
/// behind it.
pub(crate) fn column(content: &str, from: usize, decoration: Decoration) -> Option<Close> {
    let rest = &content[from..];
    let at = parting(rest, decoration).filter(|at| *at <= LONGEST)?;
    let words = rest[..at].trim_end_matches(is_space);
    let label = words
        .trim_end_matches([':', '：'])
        .trim_end_matches(['*', '_']);
    let behind = rest[at..].trim_start_matches(is_space);
    let bar = behind.strip_prefix('|');
    let said = bar.unwrap_or(behind).trim_start_matches(is_space);
    let after = content.len() - said.len();
    let closed = bar.is_some() || label.len() == words.len();
    // A third column makes a table of it.
    let two = bar.is_none() || !said.trim_end_matches(['|', ' ']).contains(" | ");
    (!said.is_empty() && closed && two && !label.is_empty()).then_some((
        Closing::Column,
        Span::new(from, from + label.len()),
        after,
        None,
    ))
}

/// Gaps that part a column of names from what is said.
static TWO_BLANKS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("  "));
static THREE_BLANKS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("   "));

/// Where the column of names ends.
fn parting(rest: &str, decoration: Decoration) -> Option<usize> {
    // Few lines have a tab or a bar, or the wide blank, which begins with the byte 0xE3.
    if let Some(at) = memchr3(b'\t', 0xe3, b'|', rest.as_bytes()) {
        let found = rest.find(['\t', '\u{3000}']).or_else(|| rest.find(" | "));
        if found.is_some() || decoration == Decoration::Dash {
            return found.or_else(|| Some(at).filter(|at| rest.is_char_boundary(*at)));
        }
    }
    let near = &rest.as_bytes()[..rest.len().min(LONGEST)];
    let at = match decoration {
        Decoration::Section => match TWO_BLANKS.find(near) {
            Some(at) => at,
            // "○山河委員長 これより": one blank parts a word that names somebody.
            None => return first_word(rest),
        },
        Decoration::Plain => THREE_BLANKS.find(near)?,
        _ => return None,
    };
    let name = form(&rest[..at]);
    (name.strange == 0 && !name.never && !name.number).then_some(at)
}

/// The end of the first word, if it is one that names somebody in a script that sets no blanks.
fn first_word(rest: &str) -> Option<usize> {
    let (word, _) = rest.split_once(' ')?;
    let names = ending(word).is_some_and(|it| it != Ending::List);
    names.then_some(word.len())
}
