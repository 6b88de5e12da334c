//! The standings of a passage's sentences, as far as they are not those of an earlier record.

use std::sync::Arc;

use thin_vec::ThinVec;

use crate::reading::{Reading, Standing, carry};
use crate::transcript::Zone;

use super::Paragraph;

/// The standings of every paragraph of a passage. `before` are the paragraphs of the same passage in an earlier record,
/// as many as now; `None` stands for the standings that such a paragraph had.
pub(super) fn standings(
    zone: Zone,
    readings: &[&Arc<Reading>],
    before: Option<&[Paragraph]>,
) -> Vec<Option<ThinVec<Standing>>> {
    let is_same = |before: &[Paragraph]| {
        let mut pairs = readings.iter().zip(before);
        pairs.all(|(reading, before)| Arc::ptr_eq(reading, &before.reading))
    };
    if before.is_some_and(is_same) {
        return vec![None; readings.len()];
    }
    let found = {
        let readings: Vec<&Reading> = readings.iter().map(|reading| &***reading).collect();
        carry::standings(zone, &readings)
    };
    let is_kept = |nth: usize, standings: &ThinVec<Standing>| {
        before.is_some_and(|before| {
            Arc::ptr_eq(readings[nth], &before[nth].reading) && before[nth].standings == *standings
        })
    };
    found
        .into_iter()
        .enumerate()
        .map(|(nth, standings)| (!is_kept(nth, &standings)).then_some(standings))
        .collect()
}
