//! The index of names as bytes, so that the built-in names need not be read again by every run.
//!
//! Numbers have their lowest byte first. Four counts of 32 bits; the rows (hash of 64 bits, then part and person in 32 bits);
//! the first words; the given names; those given names that are common. All in order, so the same names give the same bytes.

use crate::registry::PersonId;

use super::rows::Rows;
use super::{COMMON_GIVEN, Entry, NameIndex, Part};

/// Where the part begins in the bits it shares with the person.
const PART_BITS: u32 = 30;

/// Parts by their number.
const PARTS: [Part; 4] = [Part::Whole, Part::Short, Part::Middle, Part::Family];

/// The bytes of a row.
const ROW: usize = 12;

/// The bytes of a hash.
const HASH: usize = 8;

impl NameIndex {
    /// The index as bytes; a meaning that was noted twice is written once.
    pub(in crate::registry) fn write(&self) -> Vec<u8> {
        let mut rows = self.rows.entries().to_vec();
        rows.dedup();
        let common = self.bearers.iter().filter(|(_, n)| **n >= COMMON_GIVEN);
        let sets = [
            sorted(self.firsts.iter()),
            sorted(self.givens.iter()),
            sorted(common.map(|(hash, _)| hash)),
        ];
        let mut bytes = Vec::with_capacity(16 + rows.len() * ROW);
        let counts = std::iter::once(rows.len()).chain(sets.iter().map(Vec::len));
        for count in counts {
            bytes.extend_from_slice(&(count as u32).to_le_bytes());
        }
        for (row, entry) in rows {
            bytes.extend_from_slice(&row.to_le_bytes());
            let packed = ((entry.part as u32) << PART_BITS) | entry.person.0;
            bytes.extend_from_slice(&packed.to_le_bytes());
        }
        for hash in sets.iter().flatten() {
            bytes.extend_from_slice(&hash.to_le_bytes());
        }
        bytes
    }

    /// The index some bytes hold; nothing if they are cut off.
    pub(in crate::registry) fn read(mut bytes: &[u8]) -> Option<NameIndex> {
        let mut counts = [0; 4];
        for count in &mut counts {
            *count = u32_of(take(&mut bytes, 4)?)? as usize;
        }
        let rows = take(&mut bytes, counts[0].checked_mul(ROW)?)?;
        let mut entries = Vec::with_capacity(counts[0]);
        for row in rows.chunks_exact(ROW) {
            let packed = u32_of(&row[HASH..])?;
            let entry = Entry {
                part: PARTS[(packed >> PART_BITS) as usize],
                person: PersonId(packed & ((1 << PART_BITS) - 1)),
            };
            entries.push((u64_of(&row[..HASH])?, entry));
        }
        let mut set = |n: usize| {
            let hashes = take(&mut bytes, n.checked_mul(HASH)?)?;
            Some(hashes.chunks_exact(HASH).filter_map(u64_of))
        };
        Some(NameIndex {
            rows: Rows::settled(entries),
            firsts: set(counts[1])?.collect(),
            givens: set(counts[2])?.collect(),
            bearers: set(counts[3])?.map(|hash| (hash, COMMON_GIVEN)).collect(),
        })
    }
}

fn sorted<'a>(hashes: impl Iterator<Item = &'a u64>) -> Vec<u64> {
    let mut hashes: Vec<u64> = hashes.copied().collect();
    hashes.sort_unstable();
    hashes
}

fn take<'a>(bytes: &mut &'a [u8], n: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(n)?;
    *bytes = rest;
    Some(taken)
}

fn u32_of(bytes: &[u8]) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

fn u64_of(bytes: &[u8]) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_off_bytes_are_no_index() {
        let bytes = NameIndex::default().write();
        assert!(NameIndex::read(&bytes).is_some());
        for n in 0..bytes.len() {
            assert!(NameIndex::read(&bytes[..n]).is_none(), "{n}");
        }
    }
}
