//! The house words of transcripts: what stands in labels, what never does, what is no speech.
//!
//! The words are data, one entry a line in the files beside this one; a house style that is missing is a line there.

use std::sync::LazyLock;

/// Entries of one file, folded to lower case, by their first byte: most words that are asked for meet few entries.
pub(crate) struct Words(Vec<Vec<&'static str>>);

impl Words {
    fn of(file: &'static str) -> Words {
        let mut buckets = vec![Vec::new(); 256];
        for line in file.lines() {
            if let Some(first) = line.bytes().next() {
                buckets[usize::from(first)].push(line);
            }
        }
        Words(buckets)
    }

    /// The entries that begin with the first byte of `word`.
    fn like(&self, word: &str) -> &[&'static str] {
        word.bytes()
            .next()
            .map_or(&[], |first| &self.0[usize::from(first)])
    }

    /// Whether `word` (lower case, without a closing full stop) is an entry.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.like(word).contains(&word)
    }

    /// Whether `word`, folded, is an entry; most words need no folding to tell.
    pub(crate) fn knows(&self, word: &str) -> bool {
        let bare = word.trim_end_matches(['.', ',']);
        if !bare.is_ascii() {
            return self.has(&fold(bare));
        }
        let Some(first) = bare.bytes().next() else {
            return false;
        };
        self.0[usize::from(first.to_ascii_lowercase())]
            .iter()
            .any(|entry| entry.eq_ignore_ascii_case(bare))
    }

    /// Whether `word`, folded, is an entry up to its first full stop: "Mr.Vane".
    pub(crate) fn has_before_stop(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return fold(word).split('.').next().is_some_and(|it| self.has(it));
        }
        let before = word.split('.').next().unwrap_or(word);
        !before.ends_with(',') && self.knows(before)
    }

    /// Whether some entry of at least six letters is at most two slips away from `word`: sources misspell roles.
    pub(crate) fn nearly_has(&self, word: &str) -> bool {
        if word.chars().count() < 6 {
            return false;
        }
        let letters = letters(word);
        // A slip changes at most two letters of the set; most entries differ in more and need no measuring.
        self.like(word).iter().any(|entry| {
            entry.chars().count() >= 6
                && entry.len().abs_diff(word.len()) <= 2
                && (self::letters(entry) ^ letters).count_ones() <= 4
                && strsim::osa_distance(entry, word) <= 2
        })
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

/// The set of letters in `word`, one bit for each (letters beyond ASCII share bits).
fn letters(word: &str) -> u64 {
    word.chars()
        .fold(0, |set, c| set | 1 << (u32::from(c) % u64::BITS))
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

/// Whether `word` is a title or a noun of office.
pub(crate) fn is_title(word: &str) -> bool {
    let folded = fold(word);
    LEXICON.titles.has(&folded) || LEXICON.offices.has(&folded)
}

/// Whether `word` is a role that hides a name.
pub(crate) fn is_role(word: &str) -> bool {
    LEXICON.roles.has(&fold(word))
}

/// The one title or noun of office of which `word` is a slip; `None` if it is one itself.
pub(crate) fn near_title(word: &str) -> Option<&'static str> {
    let folded = fold(word);
    if folded.len() < 6 || is_title(word) {
        return None;
    }
    let allowed = if folded.len() > 8 { 2 } else { 1 };
    let near = |entry: &&str| entry.len() > 5 && strsim::osa_distance(entry, &folded) <= allowed;
    let lists = [&LEXICON.titles, &LEXICON.offices];
    let mut found = lists
        .iter()
        .flat_map(|list| list.like(&folded))
        .copied()
        .filter(near);
    found.next()
}

/// `word` in lower case, straight apostrophes, without the stop that shortens it.
pub(crate) fn fold(word: &str) -> String {
    let word = word.trim_end_matches(['.', ',']);
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.to_lowercase().replace('’', "'")
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
    fn a_word_is_known_in_whichever_case() {
        for word in ["Mr.", "MR", "mr", "Mister,", "", ".", "Ada", "d’Or", "Émir"] {
            let titles = &LEXICON.titles;
            assert_eq!(titles.knows(word), titles.has(&fold(word)), "{word}");
        }
    }

    #[test]
    fn a_misspelt_role_is_known_by_its_neighbour() {
        assert!(LEXICON.roles.nearly_has("modeartor"));
        assert!(!LEXICON.roles.nearly_has("nato"));
    }
}
