//! Whether the words after a possible label are somebody's speech: people who speak say "I", "we" and "thank you";
//! the text under headings, fields and items of lists hardly ever does.

use foldhash::HashSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::transcript::line::{Line, is_space};
use crate::transcript::opening::Opening;
use crate::transcript::surroundings::ends_sentence;

/// Words of the first and second person and of thanks, in the languages transcripts are kept in.
static SPOKEN: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("spoken.txt").lines().collect());

/// Those of them that speak of the speaker alone, and of thanks: an article says "you" and "we" as well.
static FIRST: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("first-person.txt").lines().collect());

/// The same for scripts that set no blanks between words.
static SPOKEN_UNSPACED: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::new(include_str!("spoken-unspaced.txt").lines())
        .expect("a short list of words builds")
});

/// How many bytes after a label are looked at.
const REACH: usize = 320;

/// A line of this many bytes is a sentence, or a part of one where lines are wrapped by hand.
const LONG: usize = 56;

/// How many lines without words may stand between a label and its speech.
const GAP: usize = 3;

/// What the words after an opening are like.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub(crate) struct Said {
    /// They speak in the first or second person.
    pub(crate) spoken: bool,
    /// They speak of the speaker alone, or thank.
    pub(crate) first: bool,
    /// They are a sentence, or long enough for one.
    pub(crate) prose: bool,
}

/// Hears what is said after `opening`.
pub(crate) fn said(text: &str, lines: &[Line], opening: &Opening) -> Said {
    let mut said = Said::default();
    let line = lines[opening.line];
    let mut left = REACH;
    let beside = &text[opening.marked.end.min(line.last)..line.last];
    let below = lines[opening.line + 1..].iter().take(GAP + 1);
    // A label with speech beside it owns its line only; what is below may be anybody's.
    let below = below
        .filter(|next| opening.own_line && !next.is_blank())
        .take(2);
    let long = |line: Line| line.last - line.first >= LONG;
    said.prose = !beside.is_empty() && long(line) || below.clone().any(|next| long(*next));
    for words in std::iter::once(beside).chain(below.map(|next| next.of(text))) {
        let words = &words[..floor(words, left)];
        left -= words.len();
        let words = words.trim_matches(is_space);
        said.prose |= words.len() > 1 && ends_sentence(words);
        hear(words, &mut said);
    }
    said
}

fn floor(words: &str, at: usize) -> usize {
    let mut at = at.min(words.len());
    while !words.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Whether `words` speak in the first or second person.
pub(crate) fn speaks(words: &str) -> bool {
    let mut said = Said::default();
    hear(words, &mut said);
    said.spoken
}

/// Hears the first and second person in `words`.
fn hear(words: &str, said: &mut Said) {
    if said.spoken && said.first {
        return;
    }
    let tokens = words
        .split(|c: char| {
            !c.is_alphanumeric() && !matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{97f}')
        })
        .filter(|word| !word.is_empty());
    for word in tokens {
        let folded = word
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() && word != "I")
            .then(|| word.to_lowercase());
        let is_spoken = SPOKEN.contains(word)
            || folded
                .as_deref()
                .is_some_and(|folded| SPOKEN.contains(folded));
        if is_spoken {
            said.spoken = true;
            said.first |= FIRST.contains(folded.as_deref().unwrap_or(word));
            if said.first {
                return;
            }
        }
    }
    if !words.is_ascii() && !said.first && SPOKEN_UNSPACED.is_match(words) {
        (said.spoken, said.first) = (true, true);
    }
}
