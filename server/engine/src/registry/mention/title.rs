//! Forms of address and offices beside a name, before it or after a comma.

use crate::registry::PersonId;
use crate::registry::lexicon::Class;

use super::finder::Finder;

/// Forms of address before a name: from word `from` to before the name's first word.
pub(super) struct Title {
    pub(super) from: usize,
    pub(super) name: usize,
}

impl Title {
    /// Whether there is none before word `at`.
    pub(super) fn is_none_at(&self, at: usize) -> bool {
        self.from == self.name && self.name == at
    }
}

impl Finder<'_> {
    /// Forms of address right before word `at`: "Foreign Minister Dr. |Faisal", "Gen. |Abbas".
    pub(super) fn title_before(&self, at: usize) -> Title {
        let mut from = at;
        while from > 0 && self.tokens.adjacent(from - 1) {
            let n = self.items.partition_point(|item| item.to < from);
            match self.items.get(n) {
                Some(item) if item.to == from && item.class() == Some(Class::Honorific) => {
                    from = item.from;
                }
                _ => break,
            }
        }
        Title { from, name: at }
    }

    /// The office before a name and its forms of address: side by side, or parted by a comma if it is known to be the person's.
    pub(super) fn office_before(&self, title: &Title, people: &[PersonId]) -> Option<usize> {
        let before = title.from.checked_sub(1)?;
        let n = self
            .offices
            .binary_search_by_key(&before, |office| office.to)
            .ok()?;
        if self.taken[n] || self.offices[n].organization {
            return None;
        }
        if self.tokens.adjacent(before) {
            return Some(n);
        }
        let comma = self.tokens.gap(before).trim() == ",";
        (comma && self.suits_any(n, people)).then_some(n)
    }

    /// The office after a name and a comma, if it is known to be the person's.
    pub(super) fn office_after(&self, last: usize, people: &[PersonId]) -> Option<usize> {
        if self.tokens.gap(last).trim() != "," {
            return None;
        }
        let the = matches!(self.class_at(last + 1), Some(Class::The));
        let from = last + 1 + usize::from(the);
        let n = self
            .offices
            .binary_search_by_key(&from, |office| office.from)
            .ok()?;
        (!self.taken[n] && !self.is_of_others(n) && self.suits_any(n, people)).then_some(n)
    }

    /// Whether an office goes on with the name of a body that its words do not hold, so that it is an office of that body:
    /// "communications director for the Vane campaign".
    fn is_of_others(&self, n: usize) -> bool {
        let tokens = self.tokens;
        let mut at = self.offices[n].to;
        let follows = |at: usize, words: &[&str]| {
            tokens.adjacent(at) && words.contains(&tokens.folded(at + 1))
        };
        if !follows(at, &["for", "of", "at"]) {
            return false;
        }
        at += 1;
        if follows(at, &["the"]) {
            at += 1;
        }
        tokens.adjacent(at) && tokens.list[at + 1].capital
    }

    fn suits_any(&self, n: usize, people: &[PersonId]) -> bool {
        people
            .iter()
            .any(|&person| self.registry.suits(&self.offices[n], person).is_some())
    }
}
