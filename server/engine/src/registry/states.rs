//! The states some words name, by name or adjective.

use super::Registry;
use super::lexicon::{Class, LEXICON, code_text};
use super::tokens::Tokens;

impl Registry {
    /// The states that `words` name, by their ISO 3166 codes, in order, each once: `SY` and `RU` in “Syrian and Russian sides”.
    pub fn states_in(&self, words: &str) -> Vec<String> {
        let tokens = Tokens::of(words);
        let mut states = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some((n, class)) = LEXICON.longest(&tokens, at) else {
                at += 1;
                continue;
            };
            if let Class::State(state) | Class::Body(state, ..) = class {
                let state = code_text(*state);
                if tokens.list[at].capital && !states.contains(&state) {
                    states.push(state);
                }
            }
            at += n;
        }
        states
    }

    /// The last word of a name, without case and accents: what two spellings of one family name share most often.
    pub fn last_word(&self, name: &str) -> String {
        let tokens = Tokens::of(name);
        let last = tokens.len().checked_sub(1);
        last.map_or_else(String::new, |last| tokens.folded(last).to_owned())
    }
}
