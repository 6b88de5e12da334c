//! How a word is spelt: in capitals, with initials glued to it, with the mark of an abbreviation within.

use crate::transcript::lexicon::fold;

/// Whether the only odd sign in `word` is the mark of a Hebrew abbreviation, between two of its letters.
pub(super) fn has_gershayim(word: &str) -> bool {
    word.split_once('"').is_some_and(|(before, behind)| {
        let hebrew = |c: char| ('\u{590}'..='\u{5ff}').contains(&c);
        before.chars().all(hebrew) && behind.chars().all(hebrew) && !behind.is_empty()
    })
}

/// Whether initials are glued to a family name: `А.Вейн`, `O.P.Krone`.
pub(super) fn has_initials(word: &str) -> bool {
    let mut parts = word.rsplit('.');
    let name = parts.next().unwrap_or_default();
    let initial = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    name.len() < word.len()
        && letters > 2
        && letters + 1 >= name.chars().count()
        && name.starts_with(char::is_uppercase)
        && parts.all(initial)
}

/// Whether a capital letter is in it.
pub(super) fn has_upper(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

/// Whether `word` is in capitals, "McDONALD" and "O’NEIL" too.
pub(crate) fn shouted(word: &str) -> bool {
    // Most words go on in lower case; "Mac", "Van" and "von" may stand before capitals.
    if matches!(
        word.as_bytes(),
        [
            b'A'..=b'Z' | b'a'..=b'z',
            b'a'..=b'z',
            b'a' | b'b' | b'd'..=b'm' | b'o'..=b'z',
            ..,
        ]
    ) {
        return false;
    }
    let mut word = word;
    while let Some(rest) = word.strip_suffix("'s") {
        word = rest;
    }
    while let Some(rest) = word.strip_suffix("’s") {
        word = rest;
    }
    let rest = [
        "Mc", "Mac", "De", "de", "Du", "Le", "La", "Van", "von", "O'",
    ]
    .iter()
    .find_map(|prefix| {
        word.strip_prefix(prefix)
            .filter(|rest| rest.chars().count() > 1)
    })
    .unwrap_or(word);
    let mut letters = rest.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

/// A word in capitals of more than one letter: "BUT" may be a name where everything is in capitals.
pub(super) fn shouted_name(word: &str) -> bool {
    word.chars().count() > 1 && shouted(word) && fold(word) != "i'm"
}
