//! Names in the cases of a sentence: “Лаврову” for “Лавров”. Which endings stand for which is data of the language packs; here
//! it is tried which first form a known name has.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::registry::fold;
use crate::registry::lexicon::lines;

/// The endings of each language whose names change.
const LANGUAGES: [&str; 1] = [include_str!("../../reading/packs/ru/cases.tsv")];

/// A first form of one word must keep so many letters to be looked for alone: shorter ones meet everyday words.
pub(super) const LONE: usize = 4;

/// So many letters of a word stay before an ending.
const STEM: usize = 2;

/// Endings of first forms by the ending in the text, both folded.
static ENDINGS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let folded = |ending: &str| {
        let mut letters = String::new();
        fold::fold(ending, &mut letters);
        letters
    };
    let mut endings: HashMap<String, Vec<String>> = HashMap::new();
    for (ending, firsts) in LANGUAGES
        .iter()
        .flat_map(|data| lines(data))
        .filter_map(|line| line.split_once('\t'))
    {
        let firsts = firsts.split('|').map(folded);
        endings.entry(folded(ending)).or_default().extend(firsts);
    }
    endings
});

/// The first forms a folded word may be a case of, each once; none for words in Latin letters.
pub(in crate::registry) fn first_forms(folded: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if !folded.starts_with(|c| ('а'..='я').contains(&c)) {
        return forms;
    }
    let places = folded.char_indices().map(|(at, _)| at);
    for (n_before, at) in places.enumerate() {
        let (stem, ending) = folded.split_at(at);
        if n_before != 0 && n_before < STEM {
            continue;
        }
        for first in ENDINGS.get(ending).into_iter().flatten() {
            let form = format!("{stem}{first}");
            if form != folded && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_form_is_among_those_tried() {
        for (word, first) in [
            ("лаврова", "лавров"),
            ("лавровым", "лавров"),
            ("захаровои", "захарова"),
            ("захарову", "захарова"),
            ("зеленского", "зеленскии"),
            ("зеленскои", "зеленская"),
            ("сергея", "сергеи"),
            ("сергеем", "сергеи"),
            ("дмитрию", "дмитрии"),
            ("марии", "мария"),
            ("илье", "илья"),
            ("игорем", "игорь"),
            ("павлом", "павел"),
            ("баиденом", "баиден"),
        ] {
            let forms = first_forms(word);
            assert!(forms.iter().any(|form| form == first), "{word}: {forms:?}");
        }
        assert!(first_forms("lavrova").is_empty());
    }

    #[test]
    fn the_data_are_sorted_and_each_ending_stands_once() {
        for data in LANGUAGES {
            let endings: Vec<&str> = lines(data)
                .filter_map(|line| line.split('\t').next())
                .collect();
            assert!(endings.is_sorted());
            assert!(endings.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }
}
