//! What the capitalised word before a bare family name says: nothing, the same person nearly spelt, or somebody else.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::registry::fold;
use crate::registry::index::Hit;
use crate::registry::lexicon::lines;
use crate::registry::tokens::Tokens;
use crate::registry::{PersonId, Registry};

use super::finder::Finder;

/// Words in capitals that are no part of the name behind them.
static NOT_NAMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../words/not_names.txt")).collect());

/// What stands before a bare family name.
pub(super) enum Given {
    /// Nothing that belongs to a name.
    None,
    /// The given name, at this word, of somebody whose known given name is nearly that.
    Near(usize, Vec<PersonId>),
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
        if !tokens.adjacent(at) || !tokens.list[at].capital || tokens.gap(at).contains('-') {
            return Given::None;
        }
        if n > 0 && self.hits[n - 1].to == at {
            return Given::Joined;
        }
        let word = tokens.folded(at);
        let is_calendar =
            || NOT_NAMES.contains(word) && !self.registry.names().is_given(word, None);
        if self.class_at(at).is_some() || is_calendar() {
            return Given::None;
        }
        let before = self.office_before(&self.title_before(at), people);
        let after = self.office_after(self.hits[n].to, people);
        let near: Vec<PersonId> = people
            .iter()
            .copied()
            .filter(|&person| {
                let held = before
                    .or(after)
                    .is_some_and(|n| self.registry.suits(&self.offices[n], person).is_some());
                held || self.registry.given_is_near(tokens.folded(at), person)
            })
            .collect();
        if !near.is_empty() {
            return Given::Near(at, near);
        }
        let name_like = self.registry.names().is_given(tokens.folded(at), None);
        if tokens.opens_sentence(at) && !name_like {
            Given::None
        } else {
            Given::Other(at)
        }
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
    /// Whether a given name is nearly that of `person`: one slip away, or the same consonants; and not itself a name usual
    /// in the person's state, so that `Igor` is never taken for `Yegor`.
    pub(in crate::registry) fn given_is_near(&self, folded: &str, person: PersonId) -> bool {
        let state = self.custom(person).state;
        if self.names().is_given(folded, Some(state)) || folded.len() < 3 {
            return false;
        }
        let mut key = Vec::new();
        fold::key(folded, &mut key);
        let skeleton = fold::skeleton(&key);
        let known = self.person(person);
        let spellings = std::iter::once(known.name.as_str())
            .chain(known.aliases.iter().map(|alias| alias.text.as_str()));
        for name in spellings {
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
