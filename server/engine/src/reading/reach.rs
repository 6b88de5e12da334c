//! How far things reach that stand in the order of their beginning, so that those at a place of a long paragraph are found
//! without a look at all of them. Of the few in a common paragraph nothing is kept.

use thin_vec::ThinVec;

/// Things looked through one by one.
const FEW: usize = 32;

/// The furthest end up to each thing, in bytes of the paragraph.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Reach(ThinVec<u32>);

impl Reach {
    /// The reach of things by their ends, in the order of their beginnings.
    pub(super) fn of(ends: impl ExactSizeIterator<Item = usize>) -> Reach {
        if ends.len() < FEW {
            return Reach::default();
        }
        let mut furthest = 0;
        let ends = ends.map(|end| {
            furthest = furthest.max(u32::try_from(end).unwrap_or(u32::MAX));
            furthest
        });
        Reach(ends.collect())
    }

    /// The first thing that may reach beyond a byte; those before it end there or sooner.
    pub(super) fn first_beyond(&self, byte: usize) -> usize {
        self.0.partition_point(|&end| end as usize <= byte)
    }
}
