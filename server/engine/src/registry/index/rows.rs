//! The rows of words a name can be, sorted by hash: built by one sort, searched by the hash's upper bits, so that loading
//! fills no map.

use super::Entry;

/// So many upper bits of a hash choose the place to search from; a built-in row shares it with one other at most times.
const BITS: u32 = 15;

/// Rows of words by hash.
#[derive(Debug, Default)]
pub(super) struct Rows {
    entries: Vec<(u64, Entry)>,
    /// Where the entries begin whose hash has these upper bits; one more at the end.
    starts: Vec<u32>,
}

impl Rows {
    /// Makes room for so many more meanings.
    pub(super) fn reserve(&mut self, n: usize) {
        self.entries.reserve(n);
    }

    /// Adds one meaning of a row; not found before [`Rows::settle`].
    pub(super) fn push(&mut self, row: u64, entry: Entry) {
        self.entries.push((row, entry));
    }

    /// Puts all in order: by the upper bits in one pass, which leaves rows of a few to be sorted.
    pub(super) fn settle(&mut self) {
        let mut starts = vec![0_u32; (1 << BITS) + 1];
        for (row, _) in &self.entries {
            starts[upper(*row) + 1] += 1;
        }
        for at in 0..1 << BITS {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut sorted = self.entries.clone();
        for entry in self.entries.drain(..) {
            let at = &mut next[upper(entry.0)];
            sorted[*at as usize] = entry;
            *at += 1;
        }
        for bounds in starts.windows(2) {
            let near = &mut sorted[bounds[0] as usize..bounds[1] as usize];
            if near.len() > 1 {
                near.sort_unstable();
            }
        }
        self.entries = sorted;
        self.starts = starts;
    }

    /// Rows of meanings that are in order already.
    pub(super) fn settled(entries: Vec<(u64, Entry)>) -> Rows {
        let mut starts = vec![0_u32; (1 << BITS) + 1];
        for (row, _) in &entries {
            starts[upper(*row) + 1] += 1;
        }
        for at in 0..1 << BITS {
            starts[at + 1] += starts[at];
        }
        Rows { entries, starts }
    }

    /// Every meaning, in order of rows.
    pub(super) fn entries(&self) -> &[(u64, Entry)] {
        &self.entries
    }

    /// The meanings of a row, the strongest part first; empty if it is no name.
    pub(super) fn get(&self, row: u64) -> &[(u64, Entry)] {
        let at = upper(row);
        let (Some(&from), Some(&to)) = (self.starts.get(at), self.starts.get(at + 1)) else {
            return &[];
        };
        let near = &self.entries[from as usize..to as usize];
        let from = near.partition_point(|(known, _)| *known < row);
        let to = near.partition_point(|(known, _)| *known <= row);
        &near[from..to]
    }
}

fn upper(row: u64) -> usize {
    (row >> (u64::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::PersonId;
    use crate::registry::index::Part;

    #[test]
    fn every_row_is_found_with_all_its_meanings() {
        let mut rows = Rows::default();
        assert!(rows.get(7).is_empty());
        let entry = |n| Entry {
            part: Part::Whole,
            person: PersonId(n),
        };
        let hashes = [0, 1, 7, 7 << 40, u64::MAX - 1, u64::MAX, u64::MAX];
        for (n, row) in hashes.iter().enumerate() {
            rows.push(*row, entry(n as u32));
        }
        rows.settle();
        for row in hashes {
            let n = hashes.iter().filter(|known| **known == row).count();
            assert_eq!(rows.get(row).len(), n, "{row}");
        }
        assert!(rows.get(2).is_empty());
    }
}
