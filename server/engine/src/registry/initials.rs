//! Initials before a family name: "V. Putin", "V.V. Putin", “В.Путин”.

use super::fold;
use super::tokens::Tokens;
use super::{PersonId, Registry};

/// Initials right before a family name.
pub(super) struct Initials {
    /// The word of the first one.
    pub(super) from: usize,
    /// Its letter, folded.
    first: String,
}

impl Initials {
    /// The initials before word `family`; each has its stop.
    pub(super) fn before(tokens: &Tokens, family: usize) -> Option<Initials> {
        let mut from = family;
        while from > 0 && is_initial(tokens, from - 1) {
            from -= 1;
        }
        let first = tokens
            .folded(from)
            .chars()
            .next()
            .filter(|_| from < family)?;
        Some(Initials {
            from,
            first: first.to_string(),
        })
    }

    /// Whether the letter is a word of English too, so that it may end a sentence: "plan A. Putin said".
    pub(super) fn is_word(&self) -> bool {
        matches!(&*self.first, "a" | "i")
    }
}

/// Whether word `at` is one letter in capitals, or several with stops between them, and a stop parts it from the next word.
fn is_initial(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.span(at, at).of(tokens.text);
    let mut letters = word.split('.');
    let single = |letter: &str| {
        let mut chars = letter.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
    };
    letters.all(single) && tokens.gap(at).starts_with('.') && tokens.adjacent(at)
}

impl Registry {
    /// Whether the first of some initials is that of a given name of `person`.
    pub(super) fn has_initials(&self, initials: &Initials, person: PersonId) -> bool {
        let own = |name: &str| {
            let tokens = Tokens::of(name);
            tokens.len() > 1 && begins(tokens.folded(0), &initials.first)
        };
        self.person(person).names().any(own)
    }
}

/// Whether a folded given name begins with a folded letter, in whichever script either is written.
fn begins(given: &str, letter: &str) -> bool {
    if given.is_ascii() == letter.is_ascii() {
        return given.starts_with(letter);
    }
    let (mut one, mut other) = (Vec::new(), Vec::new());
    fold::key(given, &mut one);
    fold::key(letter, &mut other);
    one.starts_with(&other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_single_letters_with_their_stops() {
        let from = |words: &str| {
            let tokens = Tokens::of(words);
            Initials::before(&tokens, tokens.len() - 1).map(|initials| initials.from)
        };
        assert_eq!(from("President V. Putin"), Some(1));
        assert_eq!(from("President V.V. Putin"), Some(1));
        assert_eq!(from("President V. V. Putin"), Some(1));
        assert_eq!(from("В.Путин"), Some(0));
        assert_eq!(from("A Putin"), None);
        assert_eq!(from("Mr. Putin"), None);
    }

    #[test]
    fn a_letter_begins_a_name_in_another_script_too() {
        assert!(begins("vladimir", "в") && begins("юлия", "y") && begins("yegor", "е"));
        assert!(!begins("vladimir", "с") && !begins("anna", "v"));
    }
}
