//! Lists of words and phrases that rules look for: data files, one entry a line, sorted, the reason on top behind `#`.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::text::LocalSpan;

/// Words and phrases, found as whole words in any case.
pub(super) struct Phrases {
    automaton: AhoCorasick,
}

impl Phrases {
    /// The phrases of a list.
    pub(super) fn of(list: &str) -> Self {
        let entries = || list.lines().filter(|line| !line.starts_with('#'));
        debug_assert!(entries().is_sorted(), "a list is sorted: {list}");
        // Both ways to write an apostrophe.
        let both = entries().flat_map(|entry| {
            let curly = entry.contains('\'').then(|| entry.replace('\'', "’"));
            std::iter::once(entry.to_owned()).chain(curly)
        });
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(both)
            .expect("a list of ours is small");
        Phrases { automaton }
    }

    /// Where phrases stand in a text, in order.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = LocalSpan> + 'a {
        let is_inner = |char: char| char.is_alphanumeric() || char == '-';
        self.automaton.find_iter(text).filter_map(move |found| {
            let before = text[..found.start()].chars().next_back();
            let after = text[found.end()..].chars().next();
            // “'s office” goes with the word before it.
            let is_ending = text[found.start()..].starts_with(['\'', '’']);
            let is_free = is_ending || !before.is_some_and(is_inner);
            let is_whole = is_free && !after.is_some_and(is_inner);
            is_whole.then(|| LocalSpan::new(found.start(), found.end()))
        })
    }

    /// Whether one stands in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }

    /// Whether a text is one of them.
    pub(super) fn holds(&self, text: &str) -> bool {
        self.find(text)
            .any(|found| found.start() == 0 && found.end() == text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words_in_any_case() {
        let phrases = Phrases::of("# A reason.\nit's no secret\nknown");
        let text = "Known, unknown; IT’S NO SECRET and well-known.";
        let found: Vec<&str> = phrases.find(text).map(|found| found.of(text)).collect();
        assert_eq!(found, ["Known", "IT’S NO SECRET"]);
        assert!(phrases.holds("known") && !phrases.holds("known to us"));
    }
}
