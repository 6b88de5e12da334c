//! Sentences: where one ends.
//!
//! The traps and the rule for each are a table of the specification; abbreviations are data.

use thin_vec::ThinVec;

use crate::text::LocalSpan;

use super::claim::Trigger;
use super::class::Class;
use super::token::{Kind, Token};

/// A sentence of a paragraph.
#[derive(Clone, PartialEq, Debug)]
pub struct Sentence {
    /// Its bytes, without white space around.
    pub span: LocalSpan,
    /// Its words, counted as readers do.
    pub n_words: u32,
    /// Whether it asks.
    pub question: bool,
    /// What makes a strong claim of it (`language.md` T1–T7), in text order; anywhere in the sentence.
    pub triggers: ThinVec<Trigger>,
    /// How worth checking it is, in tenths; see the weights in [`super::score`].
    pub score: i32,
}

/// Splits a paragraph into sentences, as ranges of tokens that cover all of them.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = end_at(text, tokens, start, at).or_else(|| overlong(tokens, start, at));
        if let Some(end) = end {
            sentences.push(start..end);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// Where a sentence is too long to be one, it ends after the next comma, at last anywhere: what is looked for in a
/// sentence may look at all of it, and no text may make that slow.
fn overlong(tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let len = at + 1 - start;
    let pause = matches!(tokens[at].kind, Kind::Comma | Kind::Semicolon | Kind::Dash);
    (len >= LONGEST || len >= LONG && pause).then_some(at + 1)
}

/// Tokens after which a sentence ends at the next pause.
const LONG: usize = 400;

/// Tokens after which a sentence ends anywhere.
const LONGEST: usize = 500;

/// The token after the sentence, if it ends with the mark at `at` and what clings to it.
fn end_at(text: &str, tokens: &[Token], start: usize, at: usize) -> Option<usize> {
    let mark = &tokens[at];
    let acronym = mark.kind == Kind::Word && mark.of(text).ends_with('.');
    if !acronym && !matches!(mark.kind, Kind::Stop | Kind::Call | Kind::Ellipsis) {
        return None;
    }
    let mut end = at + 1;
    while let Some(next) = tokens.get(end) {
        let clings = next.start == tokens[end - 1].end
            && match next.kind {
                Kind::Stop | Kind::Call | Kind::Ellipsis | Kind::Close => true,
                Kind::Mark | Kind::Apostrophe => !opens(text, next),
                _ => false,
            };
        if !clings {
            break;
        }
        end += 1;
    }
    let Some(next) = tokens.get(end) else {
        return Some(end);
    };
    if next.start == tokens[end - 1].end && !matches!(next.kind, Kind::Mark | Kind::Open) {
        return None;
    }
    let first = (end..tokens.len())
        .find(|&at| !matches!(tokens[at].kind, Kind::Mark | Kind::Open | Kind::Apostrophe))
        .unwrap_or(end);
    let word = &tokens[first];
    let begins = word.capital || word.kind == Kind::Number || first > end;
    if !begins {
        // «— …, — сказал министр. — Никогда.»
        if word.kind == Kind::Dash && tokens.get(first + 1).is_some_and(|token| token.quoted) {
            return Some(end);
        }
        let lower = word.kind == Kind::Word && word.of(text).starts_with(char::is_lowercase);
        return (!lower && word.kind != Kind::Comma && word.kind != Kind::Dash).then_some(end);
    }
    let lone = end == at + 1;
    if acronym {
        return (!lone || word.is(Class::Opener)).then_some(end);
    }
    if mark.kind == Kind::Stop && lone && abbreviates(text, tokens, start, at, word) {
        return None;
    }
    // “Stop!” he said; “Why?” Smith asked.
    let quoted = tokens[at + 1..end]
        .iter()
        .any(|token| token.kind == Kind::Mark);
    if mark.kind == Kind::Call && quoted && first == end && is_tag(tokens, first) {
        return None;
    }
    Some(end)
}

/// Whether a mark can only open.
fn opens(text: &str, token: &Token) -> bool {
    matches!(token.of(text), "“" | "„" | "«" | "``" | "‘")
}

/// Whether the stop at `at` belongs to the word before it.
fn abbreviates(text: &str, tokens: &[Token], start: usize, at: usize, next: &Token) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    if before.end != tokens[at].start || at - 1 < start {
        return false;
    }
    let word = before.of(text);
    let first_of_line = at - 1 == start;
    if before.kind == Kind::Number {
        // "3. Trade" in a list
        return first_of_line;
    }
    if before.is(Class::AbbreviationTitle) || before.is(Class::Abbreviation) {
        // "may", "ill": words when they are written small
        return before.capital || !before.is(Class::Abbreviation) || word.len() <= 3;
    }
    if before.is(Class::AbbreviationNumber) {
        return next.kind == Kind::Number;
    }
    if before.is(Class::AbbreviationMaybe) {
        return !(next.capital && next.is(Class::Opener));
    }
    // An initial: "J. Smith"; "I." ends.
    before.capital && word.chars().count() == 1 && !before.is(Class::Pronoun)
}

/// Whether a short reporting tag begins here: "he said", "Smith asked".
fn is_tag(tokens: &[Token], at: usize) -> bool {
    let names = tokens[at..]
        .iter()
        .take(4)
        .take_while(|token| token.is(Class::Subject) || token.capital)
        .count();
    tokens
        .get(at + names)
        .is_some_and(|token| names > 0 && token.facts.verb.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{lexicon::Lexicon, scan};

    fn sentences(text: &str) -> Vec<&str> {
        let tokens = scan::scan(text, Lexicon::english());
        split(text, &tokens)
            .into_iter()
            .map(|range| {
                &text[tokens[range.start].start as usize..tokens[range.end - 1].end as usize]
            })
            .collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        for text in [
            "Gen. Ali met Dr. J. R. Reed at 10 a.m. Monday.",
            "The U.S. Senate voted.",
            "See No. 5 of the list.",
            "It cost approx. ten.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn an_acronym_ends_a_sentence_before_a_word_that_opens_one() {
        assert_eq!(
            sentences("She left the U.S. The talks went on."),
            ["She left the U.S.", "The talks went on."]
        );
    }

    #[test]
    fn a_closing_mark_belongs_to_its_sentence() {
        assert_eq!(
            sentences("“It is near.” “No.” (He left.) Then rain."),
            ["“It is near.”", "“No.”", "(He left.)", "Then rain."]
        );
    }

    #[test]
    fn a_call_inside_a_quotation_goes_on_with_its_tag() {
        assert_eq!(
            sentences("“Stop!” he said. “Why?” Reed asked."),
            ["“Stop!” he said.", "“Why?” Reed asked."]
        );
    }

    #[test]
    fn a_stray_stop_before_a_small_letter_ends_nothing() {
        let text = "The exit of the forces. on the land.";
        assert_eq!(sentences(text), [text]);
    }

    #[test]
    fn an_ellipsis_ends_a_sentence_only_before_a_capital() {
        assert_eq!(
            sentences("We waited… and left… Nobody came."),
            ["We waited… and left…", "Nobody came."]
        );
    }
}
