//! Hashes of words and rows of words, and maps that take them as they are.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map by hashes made here, which need no hashing again.
pub(super) type HashedMap<V> = HashMap<u64, V, BuildHasherDefault<Ready>>;

/// A set of hashes made here.
pub(super) type HashedSet = HashSet<u64, BuildHasherDefault<Ready>>;

/// A map by ids and other short texts of files we read ourselves, so it need not be proof against made-up keys.
pub(super) type TextMap<K, V> = HashMap<K, V, BuildHasherDefault<Ready>>;

/// Passes a ready hash on.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = join(self.0, of(bytes));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    /// The mark that ends a text.
    fn write_u8(&mut self, byte: u8) {
        self.0 = join(self.0, u64::from(byte));
    }
}

/// The hash of a row of words, from the row before and the hash of the next word; a row begins with zero.
pub(super) fn join(row: u64, word: u64) -> u64 {
    (row.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A hash that is the same everywhere, so that nothing depends on the machine: eight bytes at a step, each multiplied in, and
/// a last mix that reaches every bit. Words are short, so that most take one step.
pub(super) fn of(bytes: &[u8]) -> u64 {
    let mut hash = (bytes.len() as u64).wrapping_mul(STEP);
    let (eights, rest) = bytes.as_chunks::<8>();
    for eight in eights {
        hash = (hash ^ u64::from_le_bytes(*eight)).wrapping_mul(STEP);
        hash ^= hash >> 32;
    }
    hash = (hash ^ up_to_seven(rest)).wrapping_mul(STEP);
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Odd, with its bits well spread.
const STEP: u64 = 0xd6e8_feb8_6659_fd93;

/// Up to seven bytes as one number; different ones of one length give different numbers.
fn up_to_seven(bytes: &[u8]) -> u64 {
    let n = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first))
            | (u64::from(u32::from_le_bytes(*last)) << 32);
    }
    match n {
        0 => 0,
        _ => u64::from(bytes[0]) | (u64::from(bytes[n / 2]) << 8) | (u64::from(bytes[n - 1]) << 16),
    }
}
