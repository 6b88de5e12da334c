//! How the words of a text spell a name: as declared, or in which way otherwise.

use super::fold;
use super::index::{self, Hit, Part};
use super::tokens::Tokens;
use super::{Person, PersonId, Registry};

/// How a name in a text is spelt, seen from the register.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Spelling {
    /// Letter for letter as the register has it, or a part of that.
    AsDeclared,
    /// The same but for capitals, accents, apostrophes, hyphens and articles.
    Folded,
    /// Another romanisation of the same name.
    Transliterated,
    /// In another case of the sentence than the name's first form: “Лаврову”.
    InCase,
    /// In letters of a script in which the register has no name of the person.
    OtherScript,
}

impl Spelling {
    /// What it is, as a phrase; nothing to tell of a name spelt as declared.
    pub fn words(self) -> Option<&'static str> {
        match self {
            Spelling::AsDeclared => None,
            Spelling::Folded => Some("apart from capitals, accents or articles"),
            Spelling::Transliterated => Some("in another transliteration"),
            Spelling::InCase => Some("in a case of the sentence"),
            Spelling::OtherScript => Some("in another script"),
        }
    }
}

impl Registry {
    /// How `words` spell the name of `person`.
    pub fn spelling(&self, person: PersonId, words: &str) -> Spelling {
        let person = self.person(person);
        let own = Tokens::of(words);
        let is_among = |name: &str, same: &dyn Fn(&Tokens, usize, usize) -> bool| {
            let declared = Tokens::of(name);
            (0..own.len()).all(|at| {
                index::is_particle(&own, at)
                    || (0..declared.len()).any(|other| same(&declared, at, other))
            })
        };
        let exactly = |declared: &Tokens, at: usize, other: usize| {
            let word = own.span(at, at).of(words);
            word == declared.span(other, other).of(declared.text)
        };
        let folded =
            |declared: &Tokens, at: usize, other: usize| own.folded(at) == declared.folded(other);
        if person.names().any(|name| is_among(name, &exactly)) {
            Spelling::AsDeclared
        } else if person.names().any(|name| is_among(name, &folded)) {
            Spelling::Folded
        } else if is_in_case(person, &own) {
            Spelling::InCase
        } else if person.names().any(|name| script(name) == script(words)) {
            Spelling::Transliterated
        } else {
            Spelling::OtherScript
        }
    }

    /// The names in a text. Where several people bear one, those count whose name is declared in just that spelling: so two
    /// people whose names are only spelt apart are kept apart.
    pub(super) fn names_among(&self, tokens: &Tokens) -> Vec<Hit> {
        let mut hits = self.names().hits(tokens);
        for hit in &mut hits {
            if hit.people.len() > 1 && hit.part != Part::Family {
                let spelt: Vec<PersonId> = hit
                    .people
                    .iter()
                    .copied()
                    .filter(|&id| {
                        self.person(id)
                            .names()
                            .any(|name| is_spelt(tokens, hit, name))
                    })
                    .collect();
                if !spelt.is_empty() {
                    hit.people = spelt;
                }
            }
        }
        hits
    }
}

/// Whether a word sounds like none of the person's names, but one of the first forms it may be a case of does.
fn is_in_case(person: &Person, words: &Tokens) -> bool {
    let mut declared: Vec<[Vec<u8>; 3]> = Vec::new();
    for name in person.names() {
        let tokens = Tokens::of(name);
        declared.extend((0..tokens.len()).map(|at| ways(tokens.folded(at))));
    }
    let is_known = |folded: &str| {
        let own = ways(folded);
        declared
            .iter()
            .any(|known| known.iter().zip(&own).any(|(one, other)| one == other))
    };
    (0..words.len()).any(|at| {
        let folded = words.folded(at);
        !is_known(folded) && index::first_forms(folded).iter().any(|form| is_known(form))
    })
}

/// The keys under which spellings of a folded word fall together: of any name, and of one from Arabic, also loosely.
fn ways(folded: &str) -> [Vec<u8>; 3] {
    let mut keys = [Vec::new(), Vec::new(), Vec::new()];
    let [key, arabic, loose] = &mut keys;
    fold::key(folded, key);
    fold::arabic(key, arabic);
    fold::arabic_loose(arabic, loose);
    keys
}

/// Whether the words of a hit are this name, articles aside.
fn is_spelt(tokens: &Tokens, hit: &Hit, name: &str) -> bool {
    let words = tokens.span(hit.from, hit.to).of(tokens.text);
    let is_plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ');
    if is_plain(words) && is_plain(name) && !has_article(words) && !has_article(name) {
        return words.eq_ignore_ascii_case(name);
    }
    let declared = Tokens::of(name);
    let own = (hit.from..=hit.to).filter(|&at| !index::is_particle(tokens, at));
    let other = (0..declared.len()).filter(|&at| !index::is_particle(&declared, at));
    own.map(|at| tokens.folded(at))
        .eq(other.map(|at| declared.folded(at)))
}

/// Whether one of the words may be an article, which spellings set or leave out.
fn has_article(words: &str) -> bool {
    words
        .split(' ')
        .any(|word| matches!(word, "al" | "Al" | "AL" | "el" | "El" | "EL"))
}

/// A mark for the script of the first letter of some words.
fn script(words: &str) -> u8 {
    match words.chars().find(|c| c.is_alphabetic()) {
        Some('\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}') => 1,
        Some('\u{400}'..='\u{52f}') => 2,
        Some('\u{590}'..='\u{5ff}') => 3,
        Some('\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}') => 4,
        Some('\u{3400}'..='\u{9fff}') => 5,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_is_told_from_the_declared_one() {
        let registry = Registry::builtin();
        let lavrov = registry.who("Sergey Lavrov", None).people[0].person;
        for (words, spelling) in [
            ("Sergey Lavrov", Spelling::AsDeclared),
            ("Lavrov", Spelling::AsDeclared),
            ("SERGEY LAVROV", Spelling::Folded),
            ("Sergei Lavrov", Spelling::Transliterated),
            ("Лавров", Spelling::OtherScript),
            ("Лавровым", Spelling::InCase),
            ("Сергея Лаврова", Spelling::InCase),
        ] {
            assert_eq!(registry.spelling(lavrov, words), spelling, "{words}");
        }
        let mekdad = registry.who("Faisal Mekdad", None).people[0].person;
        for words in ["Микдадом", "Фейсала Микдада"] {
            assert_eq!(
                registry.spelling(mekdad, words),
                Spelling::InCase,
                "{words}"
            );
        }
        assert_eq!(registry.spelling(mekdad, "Микдад"), Spelling::OtherScript);
    }
}
