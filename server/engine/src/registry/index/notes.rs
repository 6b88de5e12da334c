//! What is noted while names are read, before it becomes an index.

use crate::registry::hash::{HashedMap, HashedSet};
use crate::registry::table::{Filter, Table};

use super::recent::Recent;
use super::{Entry, NameIndex};
use crate::text::Spare;

/// Notes on all names read so far.
#[derive(Default)]
pub(super) struct Notes {
    rows: Vec<(u64, u32)>,
    firsts: HashedSet,
    givens: HashedSet,
    bearers: HashedMap<u32>,
}

impl Notes {
    /// Makes room for the names of so many people.
    pub(super) fn of(n_people: usize) -> Notes {
        Notes {
            rows: Vec::with_capacity(n_people * 6),
            ..Notes::default()
        }
    }

    /// Notes one meaning of a row of words and the word it begins with.
    pub(super) fn row(&mut self, row: u64, first: u64, entry: Entry) {
        self.firsts.insert(first);
        self.rows.push((row, entry.packed()));
    }

    /// Notes somebody's given name, and that it is usual in a state.
    pub(super) fn given(&mut self, given: u64, in_state: u64) {
        self.givens.extend([given, in_state]);
        *self.bearers.entry(given).or_default() += 1;
    }

    /// The index.
    pub(super) fn index(self) -> NameIndex {
        let firsts: Vec<u64> = self.firsts.into_iter().collect();
        let givens = self.givens.into_iter().map(|given| (given, 0));
        NameIndex {
            rows: Table::of(self.rows),
            firsts: Filter::of(&firsts),
            givens: Table::of(givens.collect()),
            bearers: Table::of(self.bearers.into_iter().collect()),
            beneath: None,
            recent: Recent::default(),
            spare: Spare::new(),
            room: Spare::new(),
        }
    }
}
