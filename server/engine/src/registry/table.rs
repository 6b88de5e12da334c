//! A table from hashes to numbers as plain bytes: sorted once, searched where it lies, so that one made beforehand is read
//! without a step of loading.

use std::borrow::Cow;

/// The bytes of a row: the hash (64 bits), then the number (32 bits), lowest byte first.
const ROW: usize = 12;

/// The bytes of a hash.
const HASH: usize = 8;

/// Hashes with the numbers they lead to.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    bytes: Cow<'static, [u8]>,
}

impl Table {
    /// A table of these rows; a row given twice is kept once.
    pub(super) fn of(mut rows: Vec<(u64, u32)>) -> Table {
        rows.sort_unstable();
        rows.dedup();
        let mut bytes = Vec::with_capacity(rows.len() * ROW);
        for (hash, number) in rows {
            bytes.extend_from_slice(&hash.to_le_bytes());
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        Table {
            bytes: bytes.into(),
        }
    }

    /// A table that was made beforehand; what is cut off at the end is left out.
    pub(super) fn stored(bytes: &'static [u8]) -> Table {
        let whole = bytes.len() / ROW * ROW;
        Table {
            bytes: Cow::Borrowed(&bytes[..whole]),
        }
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The numbers a hash leads to, the smallest first.
    pub(super) fn get(&self, hash: u64) -> impl Iterator<Item = u32> + Clone {
        let from = self.place(hash);
        let rows = self.bytes[from * ROW..].chunks_exact(ROW);
        rows.take_while(move |row| number(&row[..HASH]) == hash)
            .map(|row| u32::from_le_bytes([row[8], row[9], row[10], row[11]]))
    }

    /// Whether a hash leads anywhere.
    pub(super) fn has(&self, hash: u64) -> bool {
        self.get(hash).next().is_some()
    }

    fn hash_at(&self, row: usize) -> u64 {
        number(&self.bytes[row * ROW..row * ROW + HASH])
    }

    /// The first row whose hash is not smaller. Hashes are spread evenly, so the search begins where this one should stand
    /// and takes growing steps from there.
    fn place(&self, hash: u64) -> usize {
        let n_rows = self.bytes.len() / ROW;
        if n_rows == 0 {
            return 0;
        }
        let likely = ((u128::from(hash) * n_rows as u128) >> u64::BITS) as usize;
        let (mut low, mut high) = (0, n_rows);
        let mut step = 8;
        if self.hash_at(likely) < hash {
            low = likely + 1;
            while low + step < n_rows {
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

/// So many bits for each hash: one in sixteen others passes.
const BITS: usize = 16;

impl Filter {
    /// Lets these hashes pass.
    pub(super) fn of(hashes: &[u64]) -> Filter {
        if hashes.is_empty() {
            return Filter::default();
        }
        let mut bits = vec![0_u8; (hashes.len() * BITS).next_power_of_two() / 8];
        let n_bits = bits.len() as u64 * 8;
        for &hash in hashes {
            let bit = Filter::bit(hash, n_bits);
            bits[bit / 8] |= 1 << (bit % 8);
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
        let bit = Filter::bit(hash, self.bits.len() as u64 * 8);
        (self.bits.get(bit / 8)).is_some_and(|byte| byte & (1 << (bit % 8)) != 0)
    }

    fn bit(hash: u64, n_bits: u64) -> usize {
        ((u128::from(hash) * u128::from(n_bits)) >> u64::BITS) as usize
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
        assert!(passing.count() < 1000);
        assert!(!Filter::default().may_have(hash(1)));
    }
}
