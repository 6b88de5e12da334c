//! Sets of classes: one bit each.

use super::class::Class;

/// A set of classes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Classes(u128);

impl Classes {
    /// The classes of a list.
    pub(crate) const fn of(list: &[Class]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < list.len() {
            bits |= 1 << list[at] as u32;
            at += 1;
        }
        Classes(bits)
    }

    /// Adds one.
    pub(crate) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }

    /// The same without those of another set.
    pub(crate) const fn without(self, others: Classes) -> Classes {
        Classes(self.0 & !others.0)
    }

    /// Whether it holds `class`.
    pub(crate) fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// Whether the two share a class.
    pub(crate) fn meets(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }
}
