//! Places in the lists that are kept of a text.

use std::fmt;
use std::num::NonZeroU32;

/// A place in a list, counted from nought. It is held in four bytes, and so is an `Option` of it, for a long document keeps
/// hundreds of thousands of them. Places beyond four thousand million count as the last of these.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nth(NonZeroU32);

impl Nth {
    /// The place `at`.
    pub fn new(at: usize) -> Self {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        Nth(NonZeroU32::MIN.saturating_add(at))
    }

    /// The place as an index.
    pub fn at(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl fmt::Debug for Nth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.at())
    }
}
