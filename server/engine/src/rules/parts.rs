//! Parts of phrases by which is told cheaply that a text has none of them.
//!
//! An automaton looks at every byte; a few rare letters are looked for many bytes at a time. So a rule with a long list of
//! phrases names a part of each, and looks for phrases only where a part stands.

use aho_corasick::{AhoCorasick, MatchKind, packed};

/// Letters of which some stand in every phrase of a list, and seldom elsewhere.
pub(super) enum Parts {
    /// Looked for many bytes at a time.
    Packed(packed::Searcher),
    /// On machines that cannot.
    Plain(AhoCorasick),
}

impl Parts {
    /// The parts of a list, in lower case, one a line; lines with `#` tell its reason.
    pub(super) fn of(list: &str) -> Self {
        let parts = || list.lines().filter(|line| !line.starts_with('#'));
        debug_assert!(parts().is_sorted(), "a list is sorted: {list}");
        if let Some(packed) = packed::Searcher::new(parts()) {
            return Parts::Packed(packed);
        }
        let plain = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostFirst)
            .build(parts());
        Parts::Plain(plain.expect("a list of ours is small"))
    }

    /// Where they stand in a text (bytes), in order; in any case, as phrases do.
    pub(super) fn places(&self, text: &str) -> Vec<usize> {
        let small = text.to_ascii_lowercase();
        match self {
            Parts::Packed(packed) => packed
                .find_iter(&small)
                .map(|found| found.start())
                .collect(),
            Parts::Plain(plain) => plain.find_iter(&small).map(|found| found.start()).collect(),
        }
    }

    /// Whether one stands in a text.
    pub(super) fn are_in(&self, text: &str) -> bool {
        !self.places(text).is_empty()
    }
}

/// Whether every phrase of a list has one of the parts that are named of it.
#[cfg(test)]
pub(super) fn fit(parts: &str, phrases: &str) -> bool {
    let mut phrases = phrases.lines().filter(|line| !line.starts_with('#'));
    phrases.all(|phrase| {
        let mut parts = parts.lines().filter(|line| !line.starts_with('#'));
        parts.any(|part| phrase.contains(part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_in_any_case_and_by_every_machine() {
        let list = "# A reason.\nknow\nsecret";
        let plain = Parts::Plain(AhoCorasick::new(["know", "secret"]).unwrap());
        for parts in [Parts::of(list), plain] {
            assert_eq!(parts.places("It is KNOWN, and no Secret."), [6, 20]);
            assert!(parts.are_in("unknown") && !parts.are_in("now"));
            assert!(!parts.are_in(""));
        }
    }
}
