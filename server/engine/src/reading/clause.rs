//! A sentence as tokens, with the questions every finder of cues and sources asks.
//!
//! Places outside the sentence answer every question with no; so a walk needs no bounds of its own.

use crate::registry::Gender;

use super::class::Class;
use super::classes::Classes;
use super::entry::Verb;
use super::lexicon::{self, LONGEST, Lexicon};
use super::token::{Kind, Token};

/// The place before the first token, which holds nothing.
pub(super) const NOWHERE: usize = usize::MAX;

/// Words that may stand between a subject and its verb.
pub(super) const WALKED: Classes = Classes::of(&[
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Adverb,
    Class::Day,
    Class::To,
]);

/// A sentence being read.
pub(super) struct Clause<'a> {
    /// The paragraph.
    pub(super) text: &'a str,
    /// The sentence's tokens.
    pub(super) tokens: &'a [Token],
    /// The language.
    pub(super) lexicon: &'static Lexicon,
    /// Whether it is a headline with capitals on its nouns and verbs, so that a capital says nothing.
    pub(super) headline: bool,
}

impl<'a> Clause<'a> {
    /// Prepares a sentence.
    pub(super) fn new(text: &'a str, tokens: &'a [Token], lexicon: &'static Lexicon) -> Self {
        let long = tokens
            .iter()
            .filter(|token| token.kind == Kind::Word && token.end - token.start > 3);
        let (count, capitals) = long.fold((0, 0), |(count, capitals), token| {
            (count + 1, capitals + u32::from(token.capital))
        });
        // "Ada Vane met Otto Krone" is full of names; a headline has capitals on its verbs too.
        let small_verb = || {
            tokens.iter().any(|token| {
                token.kind == Kind::Word
                    && !token.capital
                    && (token.is(Class::Past) || token.facts.verb.is_some())
                    && !token.any(WALKED)
            })
        };
        Clause {
            text,
            tokens,
            lexicon,
            headline: count >= 4 && capitals * 5 >= count * 4 && !small_verb(),
        }
    }

    /// Whether it ends in a question mark.
    pub(super) fn asks(&self) -> bool {
        let mut marks = self
            .tokens
            .iter()
            .rev()
            .take_while(|token| !token.is_word());
        marks.any(|token| token.of(self.text).starts_with(['?', '؟']))
    }

    /// The place behind `at` where what is reported begins: over the comma some languages set before "that", and over how
    /// or when it was said ("argued forcefully that").
    pub(super) fn behind(&self, at: usize) -> usize {
        let reported = Classes::of(&[Class::That, Class::Question]);
        if let Some(that) = self.that_later(at + 1) {
            return that;
        }
        let comma = self.lexicon.traits.comma_before_clause
            && self.kind(at + 1, Kind::Comma)
            && self.any(at + 2, reported);
        at + 1 + usize::from(comma)
    }

    /// The "that" behind when, where or to whom something was said, which begins at a place: "on Friday that", "in a note
    /// that the port"; no "that" of a clause which describes a noun.
    fn that_later(&self, from: usize) -> Option<usize> {
        const SETTING: Classes =
            Classes::of(&[Class::Adverb, Class::Day, Class::TimeAfter, Class::Listener]);
        const VERBAL: Classes = Classes::of(&[
            Class::Be,
            Class::Have,
            Class::Do,
            Class::Modal,
            Class::Finite,
        ]);
        let first_time = || self.is(from, Class::For) && self.is(from + 3, Class::Time);
        if !(self.any(from, SETTING) || first_time()) {
            return None;
        }
        let that = (from + 1..from + 7)
            .take_while(|&at| self.word(at) && !self.any(at, VERBAL))
            .find(|&at| self.is(at, Class::That))?;
        let past = self.is(that + 1, Class::Past) && !self.capital(that + 1);
        // "later that month"
        let points = self.any(that + 1, Classes::of(&[Class::Duration, Class::Day]));
        (!self.any(that + 1, VERBAL) && !past && !points).then_some(that)
    }

    /// Whether a hyphen at a place joins the word at `word` to another, without a space: no dash.
    pub(super) fn hyphenated(&self, hyphen: usize, word: usize) -> bool {
        self.kind(hyphen, Kind::Hyphen)
            && self
                .get(hyphen)
                .zip(self.get(word))
                .is_some_and(|(hyphen, word)| hyphen.end == word.start || word.end == hyphen.start)
    }

    /// Whether a dash at a place sets a tag apart from what is said: "«…», — сказал".
    pub(super) fn tags(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        self.kind(at, Kind::Dash)
            && (self.kind(before, Kind::Comma)
                || self.kind(before, Kind::Call)
                || self.kind(before, Kind::Ellipsis)
                || self.quote_closes(before))
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token at a place.
    pub(super) fn get(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// Whether the token at a place belongs to a class.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|token| token.is(class))
    }

    /// Whether it belongs to one of some classes.
    pub(super) fn any(&self, at: usize, classes: Classes) -> bool {
        self.get(at).is_some_and(|token| token.any(classes))
    }

    /// Whether it is of a kind.
    pub(super) fn kind(&self, at: usize, kind: Kind) -> bool {
        self.get(at).is_some_and(|token| token.kind == kind)
    }

    /// Whether it begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.capital)
    }

    /// Whether it is a word or number.
    pub(super) fn word(&self, at: usize) -> bool {
        self.get(at).is_some_and(Token::is_word)
    }

    /// Whether it owns what follows: "Syria’s", "her".
    pub(super) fn owns(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.owner) || self.is(at, Class::Possessive)
    }

    /// Whether a quotation opens there.
    pub(super) fn quote_opens(&self, at: usize) -> bool {
        self.kind(at, Kind::Mark) && self.get(at + 1).is_some_and(|token| token.quoted)
    }

    /// Whether a quotation closes there.
    pub(super) fn quote_closes(&self, at: usize) -> bool {
        let inner = self.kind(at.wrapping_sub(1), Kind::Mark) && self.quoted(at.wrapping_sub(2));
        self.kind(at, Kind::Mark) && (inner || self.quoted(at.wrapping_sub(1)))
    }

    /// Whether it stands in a quotation.
    pub(super) fn quoted(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.quoted)
    }

    /// Whom a pronoun or title can stand for, if it tells.
    pub(super) fn gender(&self, at: usize) -> Option<Gender> {
        let mut buffer = [0; LONGEST];
        let word = lexicon::fold(self.get(at)?.of(self.text), &mut buffer)?;
        self.lexicon.traits.gender(word)
    }

    /// The reporting verb it is a form of.
    pub(super) fn verb(&self, at: usize) -> Option<(&'static Verb, super::entry::Form)> {
        let (verb, form) = self.get(at)?.facts.verb?;
        Some((self.lexicon.verb(verb), form))
    }

    /// Whether its characters are `words` whatever the case.
    pub(super) fn reads(&self, at: usize, words: &str) -> bool {
        self.get(at).is_some_and(|token| {
            let letters = token.of(self.text).chars().flat_map(char::to_lowercase);
            letters.eq(words.chars())
        })
    }

    /// Whether a quotation opens within the next tokens.
    pub(super) fn quote_within(&self, from: usize, count: usize) -> bool {
        (from..from.saturating_add(count).min(self.len())).any(|at| self.quote_opens(at))
    }

    /// The place left of `at` after stepping over auxiliaries, negation and adverbs; [`NOWHERE`] before the start.
    pub(super) fn left_of_verb(&self, at: usize) -> usize {
        let mut at = at.wrapping_sub(1);
        while self.any(at, WALKED) {
            at = at.wrapping_sub(1);
        }
        at
    }
}
