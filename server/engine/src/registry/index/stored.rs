//! The index of names as bytes, so that the built-in names need not be read again by every run.

use crate::registry::packed::{pack, unpack};
use crate::registry::table::{Filter, Table};

use super::NameIndex;
use super::recent::Recent;
use crate::text::Spare;

impl NameIndex {
    /// The index as bytes: the same names give the same bytes. What lies beneath is left out.
    pub(in crate::registry) fn write(&self) -> Vec<u8> {
        pack(&[
            &self.rows.write(),
            self.firsts.bytes(),
            &self.givens.write(),
            &self.bearers.write(),
        ])
    }

    /// The index some bytes hold; nothing if they are cut off.
    pub(in crate::registry) fn read(bytes: &'static [u8]) -> Option<NameIndex> {
        let [rows, firsts, givens, bearers] = unpack(bytes)?;
        Some(NameIndex {
            rows: Table::stored(rows),
            firsts: Filter::stored(firsts),
            givens: Table::stored(givens),
            bearers: Table::stored(bearers),
            beneath: None,
            recent: Recent::default(),
            spare: Spare::new(),
            room: Spare::new(),
        })
    }
}
