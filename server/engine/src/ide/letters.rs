//! Words as they are looked for by typing: without case and accents, in any script.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters of some words in lower case and without accents; letters that are one with their mark lose it too, as who
/// types `Lukasz` means `Łukasz`.
pub(super) fn letters(words: &str) -> impl Iterator<Item = char> + '_ {
    words
        .nfkd()
        .filter(|char| !is_combining_mark(*char))
        .flat_map(char::to_lowercase)
        .map(plain)
}

/// The same as words.
pub fn folded(words: &str) -> String {
    if words.is_ascii() {
        return words.to_ascii_lowercase();
    }
    letters(words).collect()
}

/// A letter without the mark that is part of it.
fn plain(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ς' => 'σ',
        '’' | 'ʼ' => '\'',
        letter => letter,
    }
}

/// Whether `words` begin with `prefix`, which is folded.
pub(super) fn begins(words: &str, prefix: &str) -> bool {
    if !may_begin(words, prefix) {
        return false;
    }
    let mut letters = letters(words);
    prefix.chars().all(|char| letters.next() == Some(char))
}

/// Whether `words` may begin with `prefix`, which is folded, as far as a look at their first bytes tells: of the many names
/// of a registry most are ruled out by it.
pub(super) fn may_begin(words: &str, prefix: &str) -> bool {
    match (words.as_bytes().first(), prefix.as_bytes().first()) {
        (Some(first), Some(sought)) if first.is_ascii() && sought.is_ascii() => {
            first.to_ascii_lowercase() == *sought
        }
        _ => true,
    }
}

/// Words that a client's own filter finds by what was typed, and by whatever may be typed on: `typed` itself, then what
/// is left of `words`, which begin with it but for case and accents. `Erdogan` is then found by `Erdog` and by `Erdogan`.
pub(super) fn continued(typed: &str, words: &str) -> String {
    let is_same = |(one, other): (char, char)| one.to_lowercase().eq(other.to_lowercase());
    if typed.chars().count() <= words.chars().count()
        && typed.chars().zip(words.chars()).all(is_same)
    {
        return words.to_owned();
    }
    let rest = letters(words).skip(letters(typed).count());
    format!("{typed}{}", rest.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_compared_without_case_and_marks() {
        for (words, plain) in [
            ("Émile Žižek", "emile zizek"),
            ("Łukasz Øre", "lukasz ore"),
            ("İlhan Işık", "ilhan isik"),
            ("Фёдор", "федор"),
            ("O’Neill", "o'neill"),
        ] {
            assert_eq!(folded(words), plain);
            assert!(begins(words, &folded(words)));
        }
        assert!(!begins("Ada", "adam"));
        assert!(begins("A\u{30a}se", "as") && begins("Ada", "") && !begins("", "a"));
        assert!(!begins("Ada", "b") && !begins("Ørsted", "a") && !begins("Ada", "ж"));
    }

    #[test]
    fn what_is_filtered_by_begins_as_it_was_typed() {
        assert_eq!(continued("erdoğ", "Erdoğan"), "Erdoğan");
        assert_eq!(continued("Erdog", "Erdoğan"), "Erdogan");
        assert_eq!(continued("teo E", "Téo Erdoğan"), "teo Erdogan");
        assert_eq!(continued("", "Ada"), "Ada");
    }
}
