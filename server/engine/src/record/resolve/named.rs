//! Who has been named so far in the document, and whom a short name means for it.

use std::collections::BTreeSet;

use crate::registry::PersonId;

/// Whom those named before make a short name mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Before {
    /// None of its bearers was named.
    Nobody,
    /// One, or one nearer than the others.
    One(PersonId),
    /// Several, none nearer than the others.
    Open,
    /// Somebody of the same name whom the register does not know.
    Stranger,
}

/// The people named so far, the last one last.
#[derive(Default)]
pub(super) struct Named {
    /// Who, and in which paragraph last; speakers are there from the start, in none.
    people: Vec<(PersonId, Option<usize>)>,
    /// The family names of people the register does not know, with how many had been named before them.
    strangers: Vec<String>,
    /// Who is named in full anywhere in the document.
    in_full: BTreeSet<PersonId>,
    paragraph: usize,
}

impl Named {
    /// Somebody is named in full further on.
    pub(super) fn announce(&mut self, person: PersonId) {
        self.in_full.insert(person);
    }

    /// The only one of `people` whom the document names in full anywhere.
    pub(super) fn anywhere(&self, people: &[PersonId]) -> Option<PersonId> {
        let mut named = people.iter().filter(|person| self.in_full.contains(person));
        match (named.next(), named.next()) {
            (Some(person), None) => Some(*person),
            _ => None,
        }
    }

    /// Goes on to a paragraph.
    pub(super) fn enter(&mut self, paragraph: usize) {
        self.paragraph = paragraph;
    }

    /// A person is named, in this paragraph.
    pub(super) fn meet(&mut self, person: Option<PersonId>) {
        if let Some(person) = person {
            self.put(person, Some(self.paragraph));
        }
    }

    /// A person speaks in the document.
    pub(super) fn hear(&mut self, person: Option<PersonId>) {
        if let Some(person) = person {
            let known = self.people.iter().find(|(known, _)| *known == person);
            let paragraph = known.and_then(|(_, paragraph)| *paragraph);
            self.put(person, paragraph);
        }
    }

    /// Somebody whom the register does not know is named; `family` is folded.
    pub(super) fn meet_stranger(&mut self, family: String) {
        if !family.is_empty() && !self.strangers.contains(&family) {
            self.strangers.push(family);
        }
    }

    fn put(&mut self, person: PersonId, paragraph: Option<usize>) {
        self.people.retain(|(known, _)| *known != person);
        self.people.push((person, paragraph));
    }

    /// Which of `people`, who share the folded name `family`, is meant for having been named.
    pub(super) fn before(&self, people: &[PersonId], family: &str) -> Before {
        let mut met = self
            .people
            .iter()
            .rev()
            .filter(|(person, _)| people.contains(person));
        let is_strange = self.strangers.iter().any(|known| known == family);
        match (met.next(), met.next()) {
            (None, _) if is_strange => Before::Stranger,
            (None, _) => Before::Nobody,
            // Somebody else of the name is about, but here this one has just been named.
            (Some((person, paragraph)), None) => {
                if is_strange && *paragraph != Some(self.paragraph) {
                    Before::Stranger
                } else {
                    Before::One(*person)
                }
            }
            (Some((person, nearest)), Some((_, next))) => {
                let is_nearer = *nearest == Some(self.paragraph) && *next != Some(self.paragraph);
                if is_nearer && !is_strange {
                    Before::One(*person)
                } else {
                    Before::Open
                }
            }
        }
    }
}
