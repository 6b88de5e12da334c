//! When two spellings of a name are found under each other, so that writing both down adds nothing.

use super::tokens::Tokens;
use super::{fold, index};

/// The name in lower case, without accents, hyphens and apostrophes.
pub fn folded(name: &str) -> String {
    let tokens = Tokens::of(name);
    let words: Vec<&str> = (0..tokens.len()).map(|at| tokens.folded(at)).collect();
    words.join(" ")
}

/// What all spellings that transliteration allows have in common; articles such as "al-" are left out. A name in another
/// script has its own: it is found by its sound, but only written down is it certain.
pub fn key(name: &str) -> Vec<u8> {
    let tokens = Tokens::of(name);
    let mut whole = Vec::new();
    let mut word = Vec::new();
    for at in 0..tokens.len() {
        if index::is_particle(&tokens, at) {
            continue;
        }
        let folded = tokens.folded(at);
        if folded.is_ascii() {
            fold::key(folded, &mut word);
        } else {
            word.clear();
            word.extend_from_slice(folded.as_bytes());
        }
        whole.extend_from_slice(&word);
        whole.push(b' ');
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_rules_join_have_one_key() {
        assert_eq!(key("Ona al-Prell"), key("Ona Prell"));
        assert_eq!(key("Sergei Prellov"), key("Sergéy Prelloff"));
        assert_ne!(key("Она Прелл"), key("Ona Prell"));
        assert_eq!(folded("O’Néill-Prell"), "oneill prell");
    }
}
