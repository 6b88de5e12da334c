//! The machine's cores, lent to the engine for long texts.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

use onrecord_engine::record::Pool;

/// All cores there are: whoever asks, and a thread for each other core, for as long as there is work. Nobody who reads a
/// whole folder keeps them from an open document.
///
/// The threads are new ones each time. One that sleeps is mostly woken on the core of whoever wakes it, and then waits there
/// for several milliseconds while another core is idle (measured on Linux: half of what a second core should win); a new one
/// is put where there is room, and costs some ten microseconds.
pub struct Hands;

/// The cores beside that of whoever asks.
static OTHERS: LazyLock<usize> =
    LazyLock::new(|| thread::available_parallelism().map_or(0, |cores| cores.get() - 1));

impl Pool for Hands {
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
        thread::scope(|scope| {
            for _ in 0..(*OTHERS).min(n.saturating_sub(1)) {
                // Where no thread can be had, whoever asks does it all.
                let thread = Builder::new().name("hand".to_owned());
                if thread.spawn_scoped(scope, hand).is_err() {
                    break;
                }
            }
            hand();
        });
    }
}
