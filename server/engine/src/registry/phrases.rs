//! A table of phrases: what a row of words means, longest first. The lexicon of offices is one, the houses that tell whose page it
//! is are another.

use super::hash::{self, HashedMap};
use super::table::Filter;
use super::tokens::{Token, Tokens};

/// The longest phrase known, in words.
const LONGEST: usize = 7;

/// Phrases by the hash of their folded words.
pub(super) struct Phrases<V> {
    rows: HashedMap<V>,
    /// Hashes of first words with the length of the longest phrase they begin, so that most words of a text cost one look-up.
    firsts: HashedMap<u8>,
    /// The same, to say no at once: most words of a text begin no phrase.
    may_begin: Filter,
}

impl<V> Phrases<V> {
    /// A table of these phrases; of a phrase given twice the last meaning counts.
    pub(super) fn of<'a>(phrases: impl IntoIterator<Item = (&'a str, V)>) -> Phrases<V> {
        let mut rows = HashedMap::default();
        let mut firsts: HashedMap<u8> = HashedMap::default();
        for (phrase, means) in phrases {
            let tokens = Tokens::of(phrase);
            if let Some(first) = tokens.list.first() {
                let longest = firsts.entry(first.hash).or_default();
                *longest = (*longest).max(tokens.len() as u8);
                rows.insert(row(&tokens.list), means);
            }
        }
        let hashes: Vec<u64> = firsts.keys().copied().collect();
        Phrases {
            rows,
            firsts,
            may_begin: Filter::of(&hashes),
        }
    }

    /// The longest phrase that begins at word `at`: how many words it has, and what it means.
    pub(super) fn longest(&self, tokens: &Tokens, at: usize) -> Option<(usize, &V)> {
        let first = tokens.list.get(at)?.hash;
        if !self.may_begin.may_have(first) {
            return None;
        }
        let longest = usize::from(*self.firsts.get(&first)?).min(LONGEST);
        let mut row = 0;
        let mut best = None;
        for n in 0..longest.min(tokens.len() - at) {
            if n > 0 && !tokens.adjacent(at + n - 1) {
                break;
            }
            row = hash::join(row, tokens.list[at + n].hash);
            if let Some(means) = self.rows.get(&row) {
                best = Some((n + 1, means));
            }
        }
        best
    }

    /// What these words mean as a whole.
    pub(super) fn whole(&self, words: &[Token]) -> Option<&V> {
        self.rows.get(&row(words))
    }

    /// What each phrase of a text means, in order, the longest first and none within another.
    pub(super) fn all_in(&self, tokens: &Tokens) -> Vec<&V> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.longest(tokens, at) {
                Some((n, means)) => {
                    found.push(means);
                    at += n;
                }
                None => at += 1,
            }
        }
        found
    }
}

fn row(words: &[Token]) -> u64 {
    words.iter().fold(0, |row, word| hash::join(row, word.hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_counts_and_words_apart_are_none() {
        let phrases = Phrases::of([("old lake", 1), ("old lake town", 2), ("town", 3)]);
        let found = |text: &str| phrases.all_in(&Tokens::of(text));
        assert_eq!(found("The Old-Lake town and an old lake."), [&2, &1]);
        assert_eq!(found("An old, lake. Towns! Town"), [&3]);
        assert_eq!(phrases.whole(&Tokens::of("OLD LAKE").list), Some(&1));
        assert_eq!(phrases.whole(&Tokens::of("the old lake").list), None);
    }
}
