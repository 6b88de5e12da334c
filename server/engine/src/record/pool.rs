//! Hands that help reading: the engine has no threads of its own, so whoever has some lends them.

use std::sync::OnceLock;

/// Hands that work at the same time, or one after the other.
pub trait Pool: Sync {
    /// Does `work` for each number below `n`, in any order, on as many hands as there are; back when all is done.
    fn each(&self, n: usize, work: &(dyn Fn(usize) + Sync));
}

/// One hand: the caller's own.
pub struct Alone;

impl Pool for Alone {
    fn each(&self, n: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..n).for_each(work);
    }
}

/// What `make` makes of each item, in the items' order; a hand takes `handful` of them at once.
pub fn map<T: Sync, R: Send + Sync>(
    pool: &dyn Pool,
    items: &[T],
    handful: usize,
    make: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    if items.len() <= handful {
        return items.iter().map(make).collect();
    }
    let chunks: Vec<&[T]> = items.chunks(handful).collect();
    let done: Vec<OnceLock<Vec<R>>> = chunks.iter().map(|_| OnceLock::new()).collect();
    pool.each(chunks.len(), &|at| {
        // Whoever comes second to a handful, which no pool should do, has worked for nothing.
        let _ = done[at].set(chunks[at].iter().map(&make).collect());
    });
    done.into_iter()
        .zip(chunks)
        .flat_map(|(done, chunk)| {
            done.into_inner()
                .unwrap_or_else(|| chunk.iter().map(&make).collect())
        })
        .collect()
}
