//! Labels closed by the end of their line, perhaps with a time there.

use std::sync::LazyLock;

use crate::text::Span;
use crate::transcript::closing::Close;
use crate::transcript::lexicon::LEXICON;
use crate::transcript::line::is_space;
use crate::transcript::shape::{Closing, Decoration};
use crate::transcript::signs::is_time;
use crate::transcript::words::{form, office};

/// The whole line, perhaps with a time at its end; `stamped` where a time stands before it.
pub(crate) fn line_end(
    content: &str,
    from: usize,
    decoration: Decoration,
    stamped: bool,
) -> Option<Close> {
    let marks = without_tail(content)
        .trim_end_matches(['*', '_', '#'])
        .trim_end_matches(is_space);
    let time = may_end_in_time(marks).then(|| marks.rsplit_once(is_space));
    let (words, note) = match time.flatten() {
        Some((words, time)) if is_time(time.trim_matches(['(', ')', '[', ']'])) => {
            let inside = time.trim_matches(['(', ')', '[', ']']);
            let start = inside.as_ptr() as usize - content.as_ptr() as usize;
            (
                words.trim_end_matches(is_space),
                Some(Span::new(start, start + inside.len())),
            )
        }
        _ => (marks, None),
    };
    let closing = if note.is_some() {
        Closing::Time
    } else {
        Closing::LineEnd
    };
    if words.len() <= from || words.len() > 120 {
        return None;
    }
    let label = &content[from..words.len()];
    let ends_open = !label.ends_with(['.', ',', '?', '!', ';', ':', '…', '”', '"', '—']);
    if !ends_open || runs_on(label) {
        return None;
    }
    let look = form(label);
    let titled = look.title || look.office || look.role;
    let named = (2..=4).contains(&look.names) && words.len() - from <= LONGEST_NAME
        || look.names == 1 && look.capitals && label.len() > 2;
    let fits = look.strange == 0
        && !look.number
        && (decoration != Decoration::Plain || note.is_some() || stamped || titled || named)
        && !((note.is_some() || stamped) && look.names == 0 && !titled);
    fits.then_some((
        closing,
        Span::new(from, from + label.len()),
        content.len(),
        note,
    ))
}

/// What pages of the web print behind a name on its line; sorted.
static TAILS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("label-tails.txt").lines().collect());

/// The line without the links that pages of the web print behind a name: `Ada Vane Share this | Hansard source`.
fn without_tail(content: &str) -> &str {
    let mut words = content;
    loop {
        let bare = words.trim_end_matches(|c: char| is_space(c) || c == '|');
        let Some(left) = TAILS.iter().find_map(|tail| bare.strip_suffix(tail)) else {
            return if words.len() < content.len() {
                bare
            } else {
                content
            };
        };
        words = left;
    }
}

/// Whether the last sign of `words` may be a time's, in brackets or not.
fn may_end_in_time(words: &str) -> bool {
    words.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '(' | '[' | ')' | ']'))
}

/// The longest name without title or office that may stand alone on its line, in bytes.
const LONGEST_NAME: usize = 60;

/// Whether `words` are a line of prose by a cheap look: more words than any role has, and among them one in lower case
/// that neither offices nor names hold.
fn runs_on(words: &str) -> bool {
    let plain = |word: &&str| word.bytes().all(|b| b.is_ascii_lowercase());
    let strange = |word: &str| !office(word) && !LEXICON.particles.has(word);
    words.split_ascii_whitespace().count() > LONGEST_ROLE
        && !words.contains(['(', '['])
        && words.split_ascii_whitespace().filter(plain).any(strange)
}

/// The longest role has four words and may have a number.
const LONGEST_ROLE: usize = 6;

/// Whether a line rules off the one above it, which makes that a heading.
pub(crate) fn is_underline(below: &str) -> bool {
    below.len() >= 3 && (below.bytes().all(|b| b == b'-') || below.bytes().all(|b| b == b'='))
}
