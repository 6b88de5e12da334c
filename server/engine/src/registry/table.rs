//! A table from hashes to numbers as plain bytes: sorted once, searched where it lies, so that one made beforehand is read
//! without a step of loading.

use std::borrow::Cow;

use super::packed::{self, pack, unpack};

/// The bytes of a key: the hash (64 bits), then where its numbers begin (32 bits), lowest byte first.
const KEY: usize = 12;

/// The bytes of a hash.
const HASH: usize = 8;

/// The bytes of a number.
const NUMBER: usize = 4;

/// Hashes with the numbers they lead to.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Each hash once, in order, with the place of its first number.
    keys: Cow<'static, [u8]>,
    numbers: Cow<'static, [u8]>,
    /// Most hashes that are looked up lead nowhere.
    filter: Filter,
}

impl Table {
    /// A table of these rows; a row given twice is kept once.
    pub(super) fn of(mut rows: Vec<(u64, u32)>) -> Table {
        rows.sort_unstable();
        rows.dedup();
        let mut keys = Vec::new();
        let mut numbers = Vec::with_capacity(rows.len() * NUMBER);
        let mut hashes = Vec::new();
        for (at, (hash, number)) in rows.into_iter().enumerate() {
            if hashes.last() != Some(&hash) {
                hashes.push(hash);
                keys.extend_from_slice(&hash.to_le_bytes());
                keys.extend_from_slice(&(at as u32).to_le_bytes());
            }
            numbers.extend_from_slice(&number.to_le_bytes());
        }
        Table {
            keys: keys.into(),
            numbers: numbers.into(),
            filter: Filter::of(&hashes),
        }
    }

    /// A table that was made beforehand; an empty one if the bytes are cut off.
    pub(super) fn stored(bytes: &'static [u8]) -> Table {
        let Some([keys, numbers, filter]) = unpack(bytes) else {
            return Table::default();
        };
        Table {
            keys: keys.into(),
            numbers: numbers.into(),
            filter: Filter::stored(filter),
        }
    }

    /// Its bytes.
    pub(super) fn write(&self) -> Vec<u8> {
        pack(&[&self.keys, &self.numbers, self.filter.bytes()])
    }

    /// The numbers a hash leads to, the smallest first.
    pub(super) fn get(&self, hash: u64) -> impl Iterator<Item = u32> + Clone {
        let range = self.key(hash).map(|at| {
            let n_numbers = self.numbers.len() / NUMBER;
            let end = self.first(at + 1).unwrap_or(n_numbers);
            self.first(at).unwrap_or(end)..end
        });
        let range = range.unwrap_or_default();
        let numbers = self.numbers.get(range.start * NUMBER..range.end * NUMBER);
        numbers
            .unwrap_or_default()
            .chunks_exact(NUMBER)
            .filter_map(packed::number)
    }

    /// Whether a hash leads anywhere.
    pub(super) fn has(&self, hash: u64) -> bool {
        self.key(hash).is_some()
    }

    /// The place of a hash among the keys, if it is one.
    fn key(&self, hash: u64) -> Option<usize> {
        if !self.filter.may_have(hash) {
            return None;
        }
        let at = self.place(hash);
        let is_known = at < self.keys.len() / KEY && self.hash_at(at) == hash;
        is_known.then_some(at)
    }

    /// Where the numbers of the key at `at` begin.
    fn first(&self, at: usize) -> Option<usize> {
        let key = self.keys.get(at * KEY + HASH..(at + 1) * KEY)?;
        Some(packed::number(key)? as usize)
    }

    fn hash_at(&self, at: usize) -> u64 {
        number(&self.keys[at * KEY..at * KEY + HASH])
    }

    /// The first key whose hash is not smaller. Hashes are spread evenly, so the search begins where this one should stand
    /// and takes growing steps from there.
    fn place(&self, hash: u64) -> usize {
        let n_keys = self.keys.len() / KEY;
        if n_keys == 0 {
            return 0;
        }
        let likely = ((u128::from(hash) * n_keys as u128) >> u64::BITS) as usize;
        let (mut low, mut high) = (0, n_keys);
        let mut step = 8;
        if self.hash_at(likely) < hash {
            low = likely + 1;
            while low + step < n_keys {
                if self.hash_at(low + step) >= hash {
                    high = low + step;
                    break;
                }
                low += step + 1;
                step *= 2;
            }
        } else {
            high = likely;
            while high >= step {
                if self.hash_at(high - step) < hash {
                    low = high - step + 1;
                    break;
                }
                high -= step;
                step *= 2;
            }
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.hash_at(middle) < hash {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_le_bytes)
}

/// Which hashes may be among some: no for certain, or perhaps. A row of bits, a few for each hash.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    bits: Cow<'static, [u8]>,
}

/// So many bits of room for each hash.
const BITS: usize = 16;

/// So many bits are set for each hash: one in two hundred others passes.
const MARKS: u32 = 3;

impl Filter {
    /// Lets these hashes pass.
    pub(super) fn of(hashes: &[u64]) -> Filter {
        if hashes.is_empty() {
            return Filter::default();
        }
        let mut bits = vec![0_u8; (hashes.len() * BITS).next_power_of_two() / 8];
        let n_bits = bits.len() as u64 * 8;
        for &hash in hashes {
            for bit in Filter::marks(hash, n_bits) {
                bits[bit / 8] |= 1 << (bit % 8);
            }
        }
        Filter { bits: bits.into() }
    }

    /// A filter that was made beforehand.
    pub(super) fn stored(bytes: &'static [u8]) -> Filter {
        Filter {
            bits: Cow::Borrowed(bytes),
        }
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bits
    }

    /// Whether the hash may be among them.
    pub(super) fn may_have(&self, hash: u64) -> bool {
        let n_bits = self.bits.len() as u64 * 8;
        n_bits > 0
            && Filter::marks(hash, n_bits).all(|bit| self.bits[bit / 8] & (1 << (bit % 8)) != 0)
    }

    /// The bits of a hash, each from other digits of it.
    fn marks(hash: u64, n_bits: u64) -> impl Iterator<Item = usize> {
        (0..MARKS).map(move |nth| {
            let hash = hash.rotate_left(nth * 21);
            ((u128::from(hash) * u128::from(n_bits)) >> u64::BITS) as usize
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::hash;

    #[test]
    fn every_row_is_found_with_all_its_numbers() {
        assert!(!Table::default().has(7));
        let mut rows: Vec<(u64, u32)> = (0..500)
            .map(|n| (hash::of(&[n as u8, (n / 7) as u8]), n))
            .collect();
        let edges = [0, 0, 1, 7, 7 << 40, u64::MAX - 1, u64::MAX, u64::MAX];
        rows.extend((1000..).zip(edges).map(|(n, hash)| (hash, n)));
        let table = Table::of(rows.clone());
        for &(hash, _) in &rows {
            let numbers = rows.iter().filter(|row| row.0 == hash).map(|row| row.1);
            assert!(table.get(hash).eq(numbers), "{hash}");
        }
        let stored = Table::stored(table.write().leak());
        assert!(
            rows.iter()
                .all(|&(hash, _)| stored.get(hash).eq(table.get(hash)))
        );
        assert!(!Table::stored(b"cut off").has(7));
        for hash in [2, 6, 8, 1 << 60, u64::MAX - 2] {
            assert!(!table.has(hash), "{hash}");
        }
    }

    #[test]
    fn all_that_were_given_pass_and_few_others() {
        let hash = |n: u32| hash::of(&n.to_le_bytes());
        let hashes: Vec<u64> = (0..1000).map(hash).collect();
        let filter = Filter::of(&hashes);
        assert!(hashes.iter().all(|&hash| filter.may_have(hash)));
        let passing = (1000..11_000).filter(|&n| filter.may_have(hash(n)));
        assert!(passing.count() < 200);
        assert!(!Filter::default().may_have(hash(1)));
    }
}
