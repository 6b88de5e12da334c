//! The states some words name, by name or adjective.

use super::Registry;
use super::lexicon::{Class, LEXICON, code_text};
use super::tokens::Tokens;

/// The code of the state that goes by this code, name or adjective: `SY` for `sy`, `Syria`, `Syrian`.
pub fn state_called(name: &str) -> Option<String> {
    let code = name.to_ascii_uppercase();
    if LEXICON.state_name(&code).is_some() {
        return Some(code);
    }
    let tokens = Tokens::of(name.trim_start_matches("The ").trim_start_matches("the "));
    if tokens.list.is_empty() {
        return None;
    }
    match LEXICON.longest(&tokens, 0)? {
        (n, Class::State(code)) if n == tokens.len() => Some(code_text(*code).to_string()),
        _ => None,
    }
}

/// The English name of a state by its code: `Syria` for `SY`.
pub fn state_named(code: &str) -> Option<&'static str> {
    LEXICON.state_name(code)
}

/// The English adjective of a state by its code: `Syrian` for `SY`; some have none.
pub fn state_adjective(code: &str) -> Option<&'static str> {
    LEXICON.state(code)?.adjective
}

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
                let state = code_text(*state).to_string();
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
