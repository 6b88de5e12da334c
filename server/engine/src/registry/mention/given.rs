//! What the capitalised word before a bare family name says: nothing, the same person nearly spelt, or somebody else.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::registry::fold;
use crate::registry::index::Hit;
use crate::registry::initials::Initials;
use crate::registry::lexicon::lines;
use crate::registry::tokens::Tokens;
use crate::registry::{PersonId, Registry};

use super::finder::Finder;

/// Words in capitals that are no part of the name behind them.
static NOT_NAMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../words/not_names.txt")).collect());

/// A given name of so many letters may be short for a longer one.
const SHORT: usize = 3;

/// How like two given names have to be for an office to make them one.
const LIKE: f64 = 0.75;

/// Which of two given names is the shorter.
enum Short {
    /// The one in the text, or they are the same.
    Written,
    /// The one the register has.
    Known,
}

/// What stands before a bare family name.
pub(super) enum Given {
    /// Nothing that belongs to a name.
    None,
    /// The given name, at this word, of somebody whose known given name is nearly that.
    Near(usize, Vec<PersonId>),
    /// The given name, at this word, of these people, shorter or longer than the register has it.
    Short(usize, Vec<PersonId>),
    /// The given name, at this word, of somebody else.
    Other(usize),
    /// The end of another name.
    Joined,
}

impl Finder<'_> {
    /// What the word before a bare family name makes of it.
    pub(super) fn given_before(&self, n: usize, from: usize, people: &[PersonId]) -> Given {
        let tokens = self.tokens;
        let Some(at) = from.checked_sub(1) else {
            return Given::None;
        };
        // A number counts as written large, and is no name: "4 May".
        let is_number = tokens
            .folded(at)
            .starts_with(|char: char| char.is_ascii_digit());
        if !tokens.adjacent(at)
            || !tokens.list[at].capital
            || is_number
            || tokens.gap(at).contains('-')
        {
            return Given::None;
        }
        if n > 0 && self.hits[n - 1].to == at {
            return Given::Joined;
        }
        if let Some(initials) = Initials::before(tokens, from)
            && self.stands_alone(initials.from)
        {
            let bearers: Vec<PersonId> = people
                .iter()
                .copied()
                .filter(|&person| self.registry.has_initials(&initials, person))
                .collect();
            return match (bearers.is_empty(), initials.is_word()) {
                (false, _) => Given::Short(initials.from, bearers),
                (true, true) => Given::None,
                (true, false) => Given::Other(initials.from),
            };
        }
        // Initials stand between given and family name: "Edward G. |Rendell".
        let mut at = at;
        while at > 0
            && tokens.folded(at).len() == 1
            && tokens.adjacent(at - 1)
            && tokens.list[at - 1].capital
            && self.class_at(at - 1).is_none()
        {
            at -= 1;
        }
        if self.class_at(at).is_some() || self.is_no_name(at) {
            return Given::None;
        }
        let word = tokens.folded(at);
        let before = self.office_before(&self.title_before(at), people);
        let office = before.or_else(|| self.office_after(self.hits[n].to, people));
        let held = |person: PersonId| {
            office.is_some_and(|n| self.registry.suits(&self.offices[n], person).is_some())
        };
        let same: Vec<PersonId> = people
            .iter()
            .copied()
            .filter(|&person| match self.registry.given_is_short(word, person) {
                Some(Short::Written) => true,
                // "Alice" is not always the "Al" whom the register knows.
                Some(Short::Known) => held(person),
                None => false,
            })
            .collect();
        if !same.is_empty() {
            return Given::Short(at, same);
        }
        let near: Vec<PersonId> = people
            .iter()
            .copied()
            .filter(|&person| {
                self.registry.given_is_near(word, person)
                    || (held(person) && self.registry.given_is_like(word, person))
            })
            .collect();
        if !near.is_empty() {
            return Given::Near(at, near);
        }
        Given::Other(at)
    }

    /// Whether no capitalised word that can be a given name stands right before word `at`.
    fn stands_alone(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        !self.tokens.adjacent(before)
            || !self.tokens.list[before].capital
            || self.class_at(before).is_some()
            || self.is_no_name(before)
    }

    /// Whether the word itself is a day, a month or another word that is no name.
    pub(super) fn is_plain_word(&self, at: usize) -> bool {
        let word = self.tokens.folded(at);
        NOT_NAMES.contains(word) && !self.registry.names().is_given(word, None)
    }

    /// Whether word `at` is in capitals for another reason than being part of a name.
    pub(super) fn is_no_name(&self, at: usize) -> bool {
        let word = self.tokens.folded(at);
        if self.registry.names().is_given(word, None) {
            return false;
        }
        let opens = self.tokens.opens_sentence(at);
        NOT_NAMES.contains(word)
            || (opens
                && ["ed", "ing", "ly"]
                    .iter()
                    .any(|end| word.len() > 4 && word.ends_with(end)))
    }
}

impl Finder<'_> {
    /// The given name behind a family name and a comma, as lists write it: "Lavrov, Sergey". Narrows `people` to its bearers.
    pub(super) fn given_behind(&self, hit: &Hit, people: &mut Vec<PersonId>) -> Option<usize> {
        let tokens = self.tokens;
        let at = hit.to + 1;
        if at >= tokens.len() || tokens.gap(hit.to) != ", " || !tokens.list[at].capital {
            return None;
        }
        let goes_on = tokens.adjacent(at) && tokens.list[at + 1].capital;
        if goes_on || self.class_at(at).is_some() {
            return None;
        }
        let is_given = |person: &PersonId| {
            let name = &self.registry.person(*person).name;
            let declared = Tokens::of(name);
            declared.len() > 1 && declared.folded(0) == tokens.folded(at)
        };
        if !people.iter().any(is_given) {
            return None;
        }
        people.retain(is_given);
        Some(at)
    }
}

impl Registry {
    /// Whether a given name is short for that of `person` or the other way about: "E." and "Ed" for Edward.
    fn given_is_short(&self, folded: &str, person: PersonId) -> Option<Short> {
        let tokens = Tokens::of(&self.person(person).name);
        if tokens.len() < 2 {
            return None;
        }
        let given = tokens.folded(0);
        let begins = |long: &str, short: &str| short.len() <= SHORT && long.starts_with(short);
        if given == folded || begins(given, folded) {
            Some(Short::Written)
        } else if begins(folded, given) {
            Some(Short::Known)
        } else {
            None
        }
    }

    /// Whether a given name is like enough to that of `person` where the office beside it is the person's.
    fn given_is_like(&self, folded: &str, person: PersonId) -> bool {
        let tokens = Tokens::of(&self.person(person).name);
        tokens.len() > 1 && strsim::jaro_winkler(folded, tokens.folded(0)) >= LIKE
    }

    /// Whether a given name is nearly that of `person`: one slip away, or the same consonants; and not itself a name usual
    /// in the person's state, or anywhere if nobody says which that is, so that `Igor` is never taken for `Yegor`.
    pub(in crate::registry) fn given_is_near(&self, folded: &str, person: PersonId) -> bool {
        let state = Some(self.custom(person).state).filter(|&state| state != 0);
        if self.names().is_given(folded, state) || folded.len() < 3 {
            return false;
        }
        let mut key = Vec::new();
        fold::key(folded, &mut key);
        let skeleton = fold::skeleton(&key);
        for name in self.person(person).names() {
            let tokens = Tokens::of(name);
            if tokens.len() < 2 {
                continue;
            }
            let given = tokens.folded(0);
            let mut known = Vec::new();
            fold::key(given, &mut known);
            let slips = strsim::osa_distance(folded, given);
            if (skeleton.len() > 1 && fold::skeleton(&known) == skeleton)
                || (slips <= 1 && given.len() > 3)
            {
                return true;
            }
        }
        false
    }
}
