//! The machine's cores, lent to the engine for long texts.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;

use onrecord_engine::record::Pool;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// All cores there are: whoever asks, and a thread for each other core, which does nothing else. Nobody who reads a
/// whole folder keeps them from an open document.
pub struct Hands;

/// The others; `None` where no thread can be had.
static OTHERS: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
    let cores = available_parallelism().map_or(1, usize::from);
    let others = ThreadPoolBuilder::new()
        .num_threads(cores.saturating_sub(1).max(1))
        .thread_name(|nth| format!("hand {nth}"));
    others.build().ok()
});

impl Hands {
    /// Starts them before they are needed.
    pub fn start() {
        LazyLock::force(&OTHERS);
    }
}

impl Pool for Hands {
    /// Whoever asks works too, from the first moment: the others take a while to wake.
    fn each(&self, n: usize, work: &(dyn Fn(usize) + Sync)) {
        let next = AtomicUsize::new(0);
        let hand = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= n {
                    break;
                }
                work(at);
            }
        };
        let Some(others) = &*OTHERS else {
            return hand();
        };
        others.in_place_scope(|scope| {
            for _ in 0..others.current_num_threads().min(n.saturating_sub(1)) {
                scope.spawn(|_| hand());
            }
            hand();
        });
    }
}
