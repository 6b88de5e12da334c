//! Small signs within labels: time stamps, notes, full stops that only shorten a word.

use crate::transcript::lexicon::{LEXICON, fold};
use crate::transcript::line::is_space;
use crate::transcript::spelling::shouted;

/// Whether the full stop that ends `words` belongs to a short word: a title, an initial, "U.S.", "No.".
pub(crate) fn short(words: &str) -> bool {
    let word = words
        .trim_end_matches(is_space)
        .rsplit(is_space)
        .next()
        .unwrap_or(words);
    let bare = word.trim_start_matches('(').trim_end_matches('.');
    bare.chars().count() <= 1
        || bare.contains('.') && bare.len() <= 5
        || matches!(bare, "St" | "Jr" | "No" | "Ste" | "Mt")
        || LEXICON.titles.knows(bare) && (!shouted(bare) || bare.chars().count() <= 3)
}

/// Whether `words` are a time of day or place in a recording.
pub(crate) fn is_time(words: &str) -> bool {
    let parts: Vec<&str> = words.split(':').collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| {
            let whole = part.split('.').next().unwrap_or(part);
            (1..=2).contains(&whole.len()) && part.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
}

/// Whether `words` are the times of a subtitle: `00:00:01.000 --> 00:00:04.000`, with settings behind them or not.
pub(crate) fn is_cue(words: &str) -> bool {
    let Some((from, to)) = words.split_once("-->") else {
        return false;
    };
    let time = |words: &str| {
        let digit = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',');
        words.contains(':') && words.chars().all(digit)
    };
    let to = to.trim_start_matches(is_space);
    time(from.trim_end_matches(is_space)) && to.split(is_space).next().is_some_and(time)
}

/// Whether `words`, in brackets beside a label, tell how or when it is said.
pub(crate) fn is_note(words: &str) -> bool {
    is_time(words) || LEXICON.notes.begins(&fold(words))
}

/// The first byte from `from` on that is no white space.
pub(crate) fn skip_space(content: &str, from: usize) -> usize {
    content.len() - content[from..].trim_start_matches(is_space).len()
}

/// Past a dash that stands between a time and a label.
pub(crate) fn past_dash(content: &str, from: usize) -> usize {
    match content[from..].chars().next() {
        Some(dash @ ('-' | '–' | '—' | '|')) => skip_space(content, from + dash.len_utf8()),
        _ => from,
    }
}
