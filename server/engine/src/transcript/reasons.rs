//! The graded reasons that speak for a label, gathered point by point.

use crate::transcript::label::Evidence;

/// Reasons with their points; a reason may be given with none.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Reasons {
    given: [Option<i8>; Evidence::ALL.len()],
}

impl Reasons {
    /// Adds `points` for a reason.
    pub(crate) fn give(&mut self, points: i8, evidence: Evidence) {
        let place = &mut self.given[evidence as usize];
        *place = Some(place.unwrap_or(0).saturating_add(points));
    }

    /// Whether this reason was given.
    pub(crate) fn has(&self, evidence: Evidence) -> bool {
        self.given[evidence as usize].is_some()
    }

    /// The reasons, strongest first.
    pub(crate) fn sorted(&self) -> Vec<Evidence> {
        let mut all: Vec<(i8, Evidence)> = Evidence::ALL
            .iter()
            .filter_map(|evidence| Some((self.given[*evidence as usize]?, *evidence)))
            .collect();
        all.sort_by_key(|(points, evidence)| (-points, *evidence));
        all.into_iter().map(|(_, evidence)| evidence).collect()
    }
}
