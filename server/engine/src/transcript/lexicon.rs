//! The house words of transcripts: what stands in labels, what never does, what is no speech.
//!
//! The words are data, one entry a line in the files beside this one; a house style that is missing is a line there.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Entries of one file, folded to lower case.
pub(crate) struct Words(HashSet<&'static str>);

impl Words {
    fn of(file: &'static str) -> Words {
        Words(file.lines().filter(|line| !line.is_empty()).collect())
    }

    /// Whether `word` (lower case, without a closing full stop) is an entry.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether some entry of at least six letters is at most two slips away from `word`: sources misspell roles.
    pub(crate) fn nearly_has(&self, word: &str) -> bool {
        let near = |entry: &&str| {
            entry.len() >= 6
                && entry.len().abs_diff(word.len()) <= 2
                && entry.as_bytes()[0] == word.as_bytes()[0]
                && strsim::osa_distance(entry, word) <= 2
        };
        word.len() >= 6 && self.0.iter().any(near)
    }

    /// Whether `text` (lower case) begins with an entry that ends where a word ends.
    pub(crate) fn begins(&self, text: &str) -> bool {
        let mut ends = text
            .char_indices()
            .filter(|(_, c)| !c.is_alphanumeric())
            .map(|(at, _)| at)
            .chain([text.len()]);
        ends.any(|end| self.has(&text[..end]))
    }
}

/// All lists.
pub(crate) struct Lexicon {
    /// Titles before a name: "Mr", "Sir", "General".
    pub(crate) titles: Words,
    /// Nouns of office: "President", "Minister", "presenter".
    pub(crate) offices: Words,
    /// Roles that hide a name: "Q", "Question", "Audience member".
    pub(crate) roles: Words,
    /// Small words inside names and offices: "of", "von", "pro tempore".
    pub(crate) particles: Words,
    /// Words that open a sentence and no label: "Here", "My", "One".
    pub(crate) openers: Words,
    /// Field names of heads and lists that look like labels: "Contact", "Venue".
    pub(crate) fields: Words,
    /// How a speaker is heard, in brackets after the name: "retranslated".
    pub(crate) notes: Words,
    /// Verbs that follow a label in records of proceedings: "moved", "asked".
    pub(crate) verbs: Words,
}

/// The lists, read once.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
    titles: Words::of(include_str!("titles.txt")),
    offices: Words::of(include_str!("offices.txt")),
    roles: Words::of(include_str!("roles.txt")),
    particles: Words::of(include_str!("particles.txt")),
    openers: Words::of(include_str!("openers.txt")),
    fields: Words::of(include_str!("fields.txt")),
    notes: Words::of(include_str!("notes.txt")),
    verbs: Words::of(include_str!("verbs.txt")),
});

/// `word` in lower case, straight apostrophes, without the stop that shortens it.
pub(crate) fn fold(word: &str) -> String {
    word.trim_end_matches(['.', ','])
        .to_lowercase()
        .replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted_in_lower_case_and_without_repeats() {
        for file in [
            include_str!("titles.txt"),
            include_str!("offices.txt"),
            include_str!("roles.txt"),
            include_str!("particles.txt"),
            include_str!("openers.txt"),
            include_str!("fields.txt"),
            include_str!("notes.txt"),
            include_str!("verbs.txt"),
        ] {
            let entries: Vec<&str> = file.lines().collect();
            assert!(entries.is_sorted(), "not sorted: {entries:?}");
            assert!(entries.windows(2).all(|two| two[0] != two[1]));
            assert!(entries.iter().all(|entry| *entry == fold(entry)));
        }
    }

    #[test]
    fn a_misspelt_role_is_known_by_its_neighbour() {
        assert!(LEXICON.roles.nearly_has("modeartor"));
        assert!(!LEXICON.roles.nearly_has("nato"));
    }
}
