//! Buffers lent from one piece of work to the next, so that nothing large is asked of the allocator for each.

use std::fmt;
use std::sync::{Mutex, PoisonError};

/// Things that nobody uses at the moment. What is in them never changes a result, only how soon it comes.
pub(crate) struct Spare<T>(Mutex<Vec<T>>);

impl<T: Default> Spare<T> {
    /// None yet.
    pub(crate) const fn new() -> Self {
        Spare(Mutex::new(Vec::new()))
    }

    /// One of them, or a new one.
    pub(crate) fn take(&self) -> T {
        let mut spare = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        spare.pop().unwrap_or_default()
    }

    /// Takes one back.
    pub(crate) fn give(&self, one: T) {
        let mut spare = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        spare.push(one);
    }
}

impl<T: Default> Default for Spare<T> {
    fn default() -> Self {
        Spare::new()
    }
}

impl<T> fmt::Debug for Spare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Spare")
    }
}
