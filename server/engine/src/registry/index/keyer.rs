//! How a word of a name is hashed: in each way in which its spellings may fall together.

use crate::registry::fold;
use crate::registry::hash;

/// The ways a word is hashed: as keyed, as an Arabic name, as an Arabic name loosely, and, for a family name of a few letters,
/// as it is: keys of short words meet everyday words too easily (`Tien`, `Then`).
#[derive(Clone, Copy)]
pub(super) struct Hashes(pub(super) [u64; 4]);

/// The way of short family names.
pub(super) const PLAIN: usize = 3;

/// A family name of so many letters or fewer is taken as it is.
pub(super) const SHORT: usize = 4;

/// The first way of a folded word alone.
pub(super) fn keyed(folded: &str) -> u64 {
    let mut key = Vec::with_capacity(folded.len());
    fold::key(folded, &mut key);
    hash::of(&key)
}

/// Keeps the buffers of key making.
#[derive(Default)]
pub(super) struct Keyer {
    key: Vec<u8>,
    arabic: Vec<u8>,
    loose: Vec<u8>,
}

impl Keyer {
    /// Hashes a folded word in every way.
    pub(super) fn hashes(&mut self, folded: &str) -> Hashes {
        fold::key(folded, &mut self.key);
        fold::arabic(&self.key, &mut self.arabic);
        fold::arabic_loose(&self.arabic, &mut self.loose);
        Hashes([
            hash::of(&self.key),
            hash::of(&self.arabic) ^ 1,
            hash::of(&self.loose) ^ 2,
            hash::of(folded.as_bytes()) ^ 3,
        ])
    }
}
