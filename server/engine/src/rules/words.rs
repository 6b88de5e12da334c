//! Lists of single words, looked up whole.

/// The words of a list of data, which is sorted.
pub(super) struct Words {
    sorted: Vec<&'static str>,
}

impl Words {
    /// The words of a list, one a line; lines with `#` tell its reason.
    pub(super) fn of(list: &'static str) -> Self {
        let words = list.lines().filter(|line| !line.starts_with('#'));
        let sorted: Vec<&str> = words.collect();
        debug_assert!(sorted.is_sorted(), "a list is sorted: {list}");
        Words { sorted }
    }

    /// Whether a word is one of them, written just so.
    pub(super) fn hold(&self, word: &str) -> bool {
        self.sorted.binary_search(&word).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_held_as_it_is_written() {
        let words = Words::of("# A reason.\nold men\nvoters");
        assert!(words.hold("voters") && words.hold("old men"));
        assert!(!words.hold("Voters") && !words.hold("old") && !words.hold("# A reason."));
    }
}
