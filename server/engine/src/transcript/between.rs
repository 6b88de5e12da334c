//! Headings between two turns: short lines without a mark, in capitals or with capital letters, above the next label.
//!
//! They end the turn before; the last words of a turn, which may break off, do not.

use crate::transcript::furniture::Furniture;
use crate::transcript::lexicon::LEXICON;
use crate::transcript::line::{Line, is_space};
use crate::transcript::paragraph::Paragraph;
use crate::transcript::speech::speaks;
use crate::transcript::surroundings::ends_sentence;
use crate::transcript::unspaced::is_unspaced;

/// The longest heading, in bytes.
const LONGEST: usize = 100;

/// The longest heading in a script without blanks, in bytes: some twenty signs.
const LONGEST_UNSPACED: usize = 60;

/// How many headings and marks are looked through above a label.
const NEAR: usize = 6;

/// The places of the paragraphs that are headings above one of the labels, each at the line of its paragraph; sorted.
/// `spoken` tells of a label's line whether something is said on it.
pub(crate) fn headings(
    text: &str,
    lines: &[Line],
    paragraphs: &[Paragraph],
    labels: &[(usize, bool)],
) -> Vec<usize> {
    let mut found = Vec::new();
    let place = |line: usize| paragraphs.partition_point(|paragraph| paragraph.from < line);
    for (nth, (line, _)) in labels.iter().enumerate() {
        let own = place(*line);
        let first = nth.checked_sub(1).map(|before| labels[before]);
        let Some((first, beside)) = first.map(|(line, beside)| (place(line), beside)) else {
            continue;
        };
        // A turn has words of its own before a heading may end it.
        let first = if beside { first + 1 } else { first + 2 };
        let above = (first..own).rev().take(NEAR).take_while(|&at| {
            let words = paragraphs[at].span(lines).of(text);
            match paragraphs[at].furniture {
                Some(Furniture::Mark | Furniture::Heading | Furniture::Clock) => true,
                Some(_) => false,
                None if is_number(words) => true,
                None => {
                    let announces = words.ends_with(':')
                        && paragraphs[at + 1].furniture == Some(Furniture::Mark)
                        && is_announcement(words);
                    stands_apart(text, lines, paragraphs, at) && (is_heading(words) || announces)
                }
            }
        });
        found.extend(above.filter(|&at| paragraphs[at].furniture.is_none()));
    }
    found.sort_unstable();
    found
}

/// Whether the paragraph before ends a sentence, or is none, and a blank line parts the two, or capitals do.
fn stands_apart(text: &str, lines: &[Line], paragraphs: &[Paragraph], at: usize) -> bool {
    let paragraph = paragraphs[at];
    let shouts = !paragraph.span(lines).of(text).contains(char::is_lowercase);
    let blank = paragraph.from > 0 && lines[paragraph.from - 1].is_blank();
    let before = at.checked_sub(1).map(|before| paragraphs[before]);
    let ended = before.is_none_or(|before| {
        let words = before.span(lines).of(text);
        before.furniture.is_some() || ends_sentence(words) || is_heading(words)
    });
    (blank || shouts) && ended
}

/// Whether a line is the number of an item and nothing else: `12.`.
pub(crate) fn is_number(words: &str) -> bool {
    let digits = words.trim_end_matches(['.', '．', '、']);
    !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line is a heading by its look: bold as a whole, in capitals, or with capital letters where words are long.
pub(crate) fn is_heading(words: &str) -> bool {
    if words.len() > LONGEST || words.contains(['\n', '\r']) {
        return false;
    }
    let bare = words.trim_matches(['*', '_']);
    if bare.starts_with(is_unspaced) {
        // No script of this kind has capitals: a short line that no mark ends is a heading, unless it is said.
        let mark = |c: char| !c.is_alphanumeric() && !matches!(c, ' ' | '・' | '·' | '、');
        return bare.len() <= LONGEST_UNSPACED && !bare.contains(mark) && !speaks(bare);
    }
    let marked = bare.ends_with([
        '.', '?', '!', ',', ';', ':', '…', '—', '–', '-', '”', '"', '’', '\'', ')', ']',
    ]);
    if marked || !bare.starts_with(char::is_uppercase) {
        return false;
    }
    let bold = words.starts_with("**") && words.ends_with("**") && !bare.contains("**");
    let n = bare.split(is_space).filter(|word| !word.is_empty()).count();
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 4 {
        return false;
    }
    let shouts = !bare.contains(char::is_lowercase) && (n > 1 || letters > 5);
    let capital = |word: &str| {
        word.starts_with(|c: char| !c.is_lowercase())
            || word.chars().count() <= 3
            || LEXICON.particles.has(word)
    };
    let titled = n > 2 && bare.split(is_space).all(capital);
    bold && n > 1 || shouts || titled && !speaks(bare)
}

/// `Statements after the meeting:`, above a mark that parts two talks.
fn is_announcement(words: &str) -> bool {
    words.len() <= LONGEST && words.starts_with(char::is_uppercase) && !speaks(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_words_that_break_off() {
        for words in [
            "THE HARBOUR",
            "ORAL QUESTIONS",
            "Situation in the Republic of Lakeland",
            "**The pier**",
            "議員質詢的口頭答覆",
        ] {
            assert!(is_heading(words), "{words}");
        }
        for words in [
            "Nobody knows",
            "Thank You",
            "Thank You All Very Much",
            "And so we",
            "The pier.",
            "NO",
            "OK",
            "港口已經開放。",
            "我不知道",
        ] {
            assert!(!is_heading(words), "{words}");
        }
    }
}
