//! Words and phrases that rules ask a language for: lists of data beside its other words (`packs/…/rules.toml`).
//!
//! A rule names a list by what it asks, never a word; a language without such words has an empty list.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::language::Language;
use super::pack::{self, PACKS};

/// Declares the lists with the names the data files use.
macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident = $name:literal,)*) => {
        /// A list of words or phrases, by what a rule asks of them.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum WordList {
            $($(#[$doc])* $list,)*
        }

        /// All lists with their names, in the order of the type.
        const LISTS: &[(WordList, &str)] = &[$((WordList::$list, $name),)*];
    };
}

lists! {
    /// Articles.
    Articles = "articles",
    /// Verbs that open a question by standing before their subject.
    Auxiliaries = "auxiliaries",
    /// Begin a reported clause or are an object themselves.
    ClauseObjects = "clause-objects",
    /// Begin a clause which is reported and no object.
    ClauseOpeners = "clause-openers",
    /// Begin, behind a comma, a clause with a subject of its own.
    ClauseSubjects = "clause-subjects",
    /// End a demand in the form of a statement: "the least they can do".
    DemandClosers = "demand-closers",
    /// Open a demand in the form of a statement.
    DemandOpeners = "demand-openers",
    /// Numbers counted by whoever looks.
    Few = "few",
    /// Show that the word before is a subject.
    FiniteVerbs = "finite-verbs",
    /// The first person, alone or with its verb.
    FirstPerson = "first-person",
    /// Stands before a verb that nobody has done yet.
    Infinitive = "infinitive",
    /// Join a clause to another.
    Joints = "joints",
    /// Make what follows a part of another title: "aide to the president".
    Leading = "leading",
    /// Join what is counted to what it is of: "anniversary of the treaty".
    Links = "links",
    /// Make of a report one of what might be said.
    Modals = "modals",
    /// Name one of a group behind it: "critics including".
    Naming = "naming",
    /// Sources that are nobody.
    Nobody = "nobody",
    /// Occasions on which the reporter saw who came.
    Occasions = "occasions",
    /// What the outlet calls itself.
    Outlet = "outlet",
    /// Begin a clause with a subject of its own.
    OwnSubjects = "own-subjects",
    /// Stand before what something counted is of.
    Owners = "owners",
    /// Pronouns for people who speak.
    Persons = "persons",
    /// Stand for people named before.
    Quantities = "quantities",
    /// Other words that open a question.
    QuestionWords = "question-words",
    /// Say why a source is not named.
    Reasons = "reasons",
    /// Join to people what they do.
    Relatives = "relatives",
    /// Words of saying that stand right before a quotation.
    Saying = "saying",
    /// Opens what is reported; the first is what fixes write.
    That = "that",
    /// Open a wish: "let us hope".
    Wishes = "wishes",
}

impl Language {
    /// Whether a word or phrase stands in a list, in any case and with either apostrophe.
    pub fn lists(self, list: WordList, word: &str) -> bool {
        let words = self.list(list);
        words
            .binary_search_by(|known| known.chars().cmp(small(word)))
            .is_ok()
    }

    /// Whether a text begins with a word or phrase of a list.
    pub fn opens(self, list: WordList, text: &str) -> bool {
        let opens = |phrase: &String| {
            let mut begun = small(text);
            phrase.chars().all(|c| begun.next() == Some(c))
                && !begun.next().is_some_and(char::is_alphanumeric)
        };
        self.list(list).iter().any(opens)
    }

    /// Whether a word or phrase of a list stands within a text, between blanks.
    pub fn holds(self, list: WordList, text: &str) -> bool {
        let mut phrases = self.list(list).iter();
        phrases.any(|phrase| text.contains(&format!(" {phrase} ")))
    }

    /// The words and phrases of a list, in lower case; sorted.
    pub fn list(self, list: WordList) -> &'static [String] {
        static ALL: [OnceLock<Vec<Vec<String>>>; PACKS.len()] =
            [const { OnceLock::new() }; PACKS.len()];
        let place = self.place();
        let lists = ALL[place].get_or_init(|| {
            let mut written: BTreeMap<String, Vec<String>> = pack::lists(PACKS[place].1.rules);
            let lists = LISTS.iter();
            lists
                .map(|(_, name)| written.remove(*name).unwrap_or_default())
                .collect()
        });
        &lists[list as usize]
    }
}

/// The letters of a text in lower case, with the straight apostrophe that lists are written with.
fn small(text: &str) -> impl Iterator<Item = char> {
    let letters = text.chars().flat_map(char::to_lowercase);
    letters.map(|c| if c == '’' { '\'' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_list_sorted_and_no_other() {
        let names: Vec<&str> = LISTS.iter().map(|(_, name)| *name).collect();
        assert!(names.is_sorted());
        for (code, files) in PACKS {
            let written = pack::lists(files.rules);
            let known: Vec<&str> = written.keys().map(String::as_str).collect();
            assert_eq!(known, names, "{code}");
            for (name, words) in written {
                assert!(words.is_sorted(), "{code}: {name}");
                assert!(
                    words.iter().all(|word| *word == word.to_lowercase()),
                    "{code}: {name}"
                );
            }
        }
    }

    #[test]
    fn a_word_is_looked_up_in_any_case_and_with_either_apostrophe() {
        let english = Language::default();
        assert!(english.lists(WordList::Articles, "The"));
        assert!(english.lists(WordList::FirstPerson, "I’m"));
        assert!(!english.lists(WordList::FirstPerson, "me"));
    }
}
