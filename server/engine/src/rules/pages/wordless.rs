//! No English is wired into the rules about sources, quotations, figures and claims: which small words they ask for is data of
//! a language (`packs/…/rules.toml`).

use crate::reading::{Language, WordList};
use crate::rules::RULES;

/// The families looked at.
const FAMILIES: [&str; 5] = ["ATT", "CLM", "DAT1", "QUO", "STY"];

/// Rules that look for whole English sentences by patterns: how votes and lists are announced. They are opt-in.
const BY_PATTERN: [&str; 1] = ["DAT105"];

/// What the rules of these families share.
const SHARED: [(&str, &str); 3] = [
    ("assertions", include_str!("../assertions.rs")),
    ("counted", include_str!("../counted.rs")),
    ("sources", include_str!("../sources.rs")),
];

/// Lists of words so common that no rule may spell one of them.
const SMALL: [WordList; 10] = [
    WordList::Articles,
    WordList::Auxiliaries,
    WordList::ClauseSubjects,
    WordList::FirstPerson,
    WordList::Joints,
    WordList::Leading,
    WordList::Modals,
    WordList::OwnSubjects,
    WordList::Quantities,
    WordList::QuestionWords,
];

/// The string literals of a file's code, without its comments and tests.
fn literals(source: &str) -> Vec<&str> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(str::trim_start);
    let lines = lines.filter(|line| !line.starts_with("//"));
    lines
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect()
}

#[test]
fn no_rule_spells_a_small_english_word() {
    let english = Language::of("en").expect("there is English");
    let own = RULES
        .iter()
        .filter(|rule| FAMILIES.iter().any(|family| rule.code.starts_with(family)))
        .filter(|rule| !BY_PATTERN.contains(&rule.code))
        .map(|rule| (rule.code, rule.source));
    let mut spelt = Vec::new();
    for (name, source) in own.chain(SHARED) {
        for literal in literals(source) {
            let word = literal.trim();
            if SMALL.iter().any(|list| english.lists(*list, word)) {
                spelt.push(format!("{name}: {word}"));
            }
        }
    }
    assert_eq!(spelt, [""; 0]);
}
