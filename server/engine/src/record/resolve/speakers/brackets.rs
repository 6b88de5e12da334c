//! What stands in brackets behind the words of a label: a holder, an asker, initials, a seat; and forms of address.

use crate::registry::Registry;
use crate::transcript::is_title;

use super::parts::{presides, rotates};

/// Forms of address that open the name of an office's holder; sorted.
const ADDRESSES: &str = include_str!("addresses.txt");

/// A label's words and what stands in the first of the brackets at their end: `Lord Holm` in `The Minister (Lord Holm) (Con)`.
/// A bracket within ("Radio (ORF) presenter") parts nothing.
pub(super) fn parted(label: &str) -> (&str, Option<&str>) {
    let (mut words, mut first) = (label, None);
    while let Some((before, inside)) = words
        .strip_suffix([')', ']'])
        .and_then(|inner| inner.rsplit_once(['(', '[']))
        .filter(|(before, _)| !before.trim_end().is_empty())
    {
        words = before.trim_end();
        first = Some(inside.trim());
    }
    (words, first)
}

/// Whether the first word is a form of address, so that a name follows.
pub(super) fn opens_with_address(words: &str) -> bool {
    let first = words.split([' ', '\u{a0}']).next().unwrap_or_default();
    is_address(first)
}

/// `Madam Deputy Speaker`: behind the form of address stands an office and no name.
pub(super) fn is_addressed_office(words: &str) -> bool {
    let rest = words
        .split_once([' ', '\u{a0}'])
        .map_or("", |(_, rest)| rest);
    rotates(rest) || presides(rest) || rest.eq_ignore_ascii_case("speaker")
}

fn is_address(word: &str) -> bool {
    let folded = word.trim_end_matches('.').to_lowercase();
    ADDRESSES.lines().any(|address| address == folded)
}

/// The holder of an office in brackets: `Mr. Kern` in `The PRESIDING OFFICER (Mr. Kern)`. A riding or a party is none.
pub(super) fn holder(bracket: &str) -> Option<&str> {
    let mut words = bracket.split([' ', '\u{a0}']);
    let address = words.next().is_some_and(is_address) && words.next().is_some();
    address.then(|| bracket.split(',').next().unwrap_or(bracket).trim())
}

/// The holder of an office in brackets who is named without a title: `Ada Vane` in `The Minister for Ports (Ada Vane)`. The
/// words before must be an office and no name; in brackets must stand two or more words that are no state.
pub(super) fn untitled<'a>(registry: &Registry, words: &str, bracket: &'a str) -> Option<&'a str> {
    let office = words.split([' ', '\u{a0}', '-']).any(is_title);
    let named = registry
        .label(words)
        .is_some_and(|mention| mention.name.is_some());
    // "Minister of State at the Department of Ports": the last words look like a name.
    let of = words.contains(" of ") || words.contains(" for ");
    if !office || named && !rotates(words) && !words.starts_with("The ") && !of {
        return None;
    }
    let name = bracket.split(',').next().unwrap_or(bracket).trim();
    // "Otto Krone. PSD/SP": a party may stand behind a full stop.
    let name = match name.split_once(". ") {
        Some((before, _)) if !before.ends_with(|c: char| c.is_uppercase()) => before,
        _ => name,
    };
    let bare = name.strip_prefix("Deputy ").unwrap_or(name);
    let mut parts = bare.split([' ', '\u{a0}']);
    let capital = parts.clone().all(|part| {
        part.starts_with(char::is_uppercase) && !part.contains(|c: char| c.is_ascii_digit())
    });
    let first = parts.next().unwrap_or_default();
    let several = (1..=3).contains(&parts.count());
    let state = || {
        let mention = registry.label(bare);
        mention.is_none_or(|mention| mention.state.is_some() || mention.name.is_none())
    };
    let sure = registry.is_a_given_name(first) || registry.knows_person(bare) || !state();
    (several && capital && sure).then_some(bare)
}

/// The asker in brackets behind a role: `Anna Reed` in `Q (Anna Reed, Daily Post)`. A name alone must be known, for
/// `Q (Daily Post)` is none.
pub(super) fn asker<'a>(registry: &Registry, bracket: &'a str) -> Option<&'a str> {
    let name = bracket
        .split([',', ';', '–', '—'])
        .next()
        .unwrap_or(bracket)
        .trim();
    let n_words = name.split_whitespace().count();
    let capital = name
        .split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase));
    let sure = name.len() < bracket.len() || registry.knows_person(name);
    (capital && (2..=4).contains(&n_words) && sure).then_some(name)
}

/// Whether the bracket holds the first letters of the words before it: `LLG` behind `Laurent Le Guyader`.
pub(super) fn is_initials(bracket: &str, words: &str) -> bool {
    let first = |word: &str| word.chars().next().map(|c| c.to_uppercase().to_string());
    let letters: Vec<String> = words
        .split([' ', '\u{a0}', '-'])
        .filter_map(first)
        .collect();
    let n = bracket.chars().count();
    let mut left = letters.iter();
    (2..=5).contains(&n)
        && bracket.chars().all(char::is_uppercase)
        && bracket
            .chars()
            .all(|c| left.any(|letter| *letter == c.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_address_are_sorted() {
        assert!(ADDRESSES.lines().is_sorted());
    }

    #[test]
    fn brackets_are_told_apart() {
        assert_eq!(holder("Mr. Kern"), Some("Mr. Kern"));
        assert_eq!(holder("Sir Otto Kern"), Some("Sir Otto Kern"));
        assert_eq!(holder("Mont-Bleu, Lib."), None);
        assert!(is_initials("LLG", "Laurent Le Guyader"));
        assert!(!is_initials("BQ", "Gilles Vaneau"));
        let registry = Registry::builtin();
        assert_eq!(asker(&registry, "Anna Reed, Daily Post"), Some("Anna Reed"));
        assert_eq!(asker(&registry, "Daily Post"), None);
    }
}
