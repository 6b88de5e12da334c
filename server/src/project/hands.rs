//! The machine's cores, lent to the engine for long texts.

use onrecord_engine::record::Pool;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// All cores there are; started when first used.
pub struct Hands;

impl Hands {
    /// Starts them before they are needed.
    pub fn start() {
        rayon::spawn(|| ());
    }
}

impl Pool for Hands {
    fn each(&self, n: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..n).into_par_iter().for_each(work);
    }
}
