//! Words as they are compared: without case, marks and ways of writing.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::Span;

/// A word, compared by its key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::rules) struct Word {
    /// Equal for words that count as one: “Don’t” gives the words of “do not”, “7” is “seven”.
    pub(super) key: u64,
    /// Where it stands.
    pub(in crate::rules) span: Span,
    /// What a change of it would do.
    pub(super) kind: Kind,
}

/// What a change of a word would do to what is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// No more than words do.
    Plain,
    /// Turn it into its opposite.
    Negation,
    /// Change a figure.
    Figure,
}

/// Other ways of writing a word, and words that are left out: `written<TAB>compared as`, sorted.
static SAME: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("same.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// Words whose coming or going turns a sentence round: one a line, sorted.
const NEGATIONS: &str = include_str!("negations.txt");

static NEGATION_KEYS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let lines = NEGATIONS.lines().filter(|line| !line.starts_with('#'));
    lines.map(hash).collect()
});

/// Adds the words of a stretch of `text`. What is told about the room, “(Applause.)”, is passed over in a record.
pub(super) fn words(text: &str, stretch: Span, is_record: bool, words: &mut Vec<Word>) {
    let said = stretch.of(text);
    let mut lower = String::new();
    let mut at = 0;
    while let Some(first) = said[at..].chars().next() {
        if is_record && first == '(' {
            let direction = said[at..].find(')').filter(|len| *len <= 60);
            if let Some(len) = direction {
                at += len + 1;
                continue;
            }
        }
        if first == '%' {
            push("percent", stretch.start + at, 1, words);
            at += 1;
        } else if first.is_alphanumeric() || first == '[' {
            let letter = bracketed_letter(&said[at..]);
            if first == '[' && letter == 0 {
                at += 1;
                continue;
            }
            let len = letter + word_len(&said[at + letter..]);
            let written = &said[at..at + len];
            lower.clear();
            for char in written.chars() {
                match char {
                    '’' | 'ʼ' => lower.push('\''),
                    ',' | '[' | ']' => {}
                    char => lower.extend(char.to_lowercase()),
                }
            }
            spell(&lower, stretch.start + at, len, words);
            at += len;
        } else {
            at += first.len_utf8();
        }
    }
}

/// The length of the letter in brackets that begins a word, `[t]he`; nothing if there is none.
fn bracketed_letter(text: &str) -> usize {
    let mut chars = text.chars();
    match (chars.next(), chars.next(), chars.next(), chars.next()) {
        (Some('['), Some(letter), Some(']'), Some(next))
            if letter.is_alphabetic() && next.is_alphabetic() =>
        {
            letter.len_utf8() + 2
        }
        _ => 0,
    }
}

/// The length of the word that begins a text, in bytes: letters and figures, apostrophes and points inside.
fn word_len(text: &str) -> usize {
    let is_figure = text.starts_with(|c: char| c.is_ascii_digit());
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let goes_on = match char {
            '\'' | '’' | 'ʼ' => next.is_some_and(char::is_alphabetic),
            ',' | '.' if is_figure => next.is_some_and(|next| next.is_ascii_digit()),
            _ => char.is_alphanumeric(),
        };
        if !goes_on {
            return at;
        }
    }
    text.len()
}

/// Adds a word in lower case as the words it counts as: “don't” as “do not”.
fn spell(lower: &str, start: usize, len: usize, words: &mut Vec<Word>) {
    if let Some(same) = SAME.get(lower) {
        for word in same.split(' ').filter(|word| !word.is_empty()) {
            push(word, start, len, words);
        }
    } else if lower == "cent" && words.last().is_some_and(|last| last.key == hash("per")) {
        let per = words.pop();
        let start_of_per = per.map_or(start, |per| per.span.start);
        push("percent", start_of_per, start + len - start_of_per, words);
    } else if let Some(verb) = lower.strip_suffix("n't") {
        push(verb, start, len, words);
        push("not", start, len, words);
    } else if let Some((word, ending)) = lower.split_once('\'') {
        push(word, start, len, words);
        let whole = match ending {
            "re" => "are",
            "ve" => "have",
            "ll" => "will",
            "m" => "am",
            other => other,
        };
        push(whole, start, len, words);
    } else {
        push(lower, start, len, words);
    }
}

fn push(word: &str, start: usize, len: usize, words: &mut Vec<Word>) {
    let key = hash(word);
    let kind = if word.starts_with(|c: char| c.is_ascii_digit()) {
        Kind::Figure
    } else if NEGATION_KEYS.contains(&key) {
        Kind::Negation
    } else {
        Kind::Plain
    };
    words.push(Word {
        key,
        span: Span::new(start, start + len),
        kind,
    });
}

/// FNV-1a: the same on every machine.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let keys = |text: &str| {
            let mut found = Vec::new();
            words(text, Span::new(0, text.len()), true, &mut found);
            found.iter().map(|word| word.key).collect::<Vec<_>>()
        };
        keys(one) == keys(other)
    }

    #[test]
    fn ways_of_writing_count_as_one() {
        for (one, other) in [
            ("We don’t know.", "we do not know"),
            ("We can't — we won't", "We cannot, we will not"),
            ("7%", "seven percent"),
            ("7 per cent", "7 percent"),
            ("1,200 men", "1200 men"),
            ("I’m here, uh, you’re there", "I am here you are there"),
            ("Thank you. (Applause.) Sit down.", "thank you, sit down"),
        ] {
            assert!(same(one, other), "{one} / {other}");
        }
        assert!(!same("7.5 men", "75 men"));
        assert!(!same("We will go", "We will not go"));
    }

    #[test]
    fn the_lists_are_sorted() {
        let entries = NEGATIONS.lines().filter(|line| !line.starts_with('#'));
        assert!(entries.is_sorted());
        let lines = include_str!("same.tsv").lines();
        assert!(lines.filter(|line| !line.starts_with('#')).is_sorted());
    }
}
