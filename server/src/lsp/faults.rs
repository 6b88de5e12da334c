//! Our own faults: a panic in a rule must not take the server along.
//!
//! It is caught where the work is done, written to the log, and told to the user once; the server goes on.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(debug_assertions)]
use onrecord_engine::rules;
use onrecord_engine::rules::RuleSet;
use tower_lsp::Client;
use tower_lsp::lsp_types::MessageType;

/// Remembers whether the user has been told.
#[derive(Default)]
pub(super) struct Faults {
    told: AtomicBool,
}

impl Faults {
    /// Tells the user, the first time. Never waits: the message goes out when the client takes it.
    pub(super) fn tell(&self, client: &Client, doing: &str) {
        tracing::error!("a fault of our own while {doing}");
        if self.told.swap(true, Ordering::Relaxed) {
            return;
        }
        let message = format!(
            "onrecord met a fault of its own while {doing}. It goes on; what it shows may be incomplete. Its log says more."
        );
        let client = client.clone();
        tokio::spawn(async move { client.show_message(MessageType::ERROR, message).await });
    }
}

/// The value of `work`, or `None` if it panicked. What it was working on must not be used again.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// In development builds a rule can be made to panic, for the test that the server outlives it: `ONRECORD_FAULTY_RULE`
/// names its code. Released programs have no such door.
#[cfg(debug_assertions)]
pub(super) fn on_purpose(set: &RuleSet) {
    let faulty = std::env::var("ONRECORD_FAULTY_RULE").unwrap_or_default();
    let runs = rules::find(&faulty).is_some_and(|rule| set.is_on(rule));
    assert!(!runs, "{faulty} was made to panic");
}

/// Released programs have no rule that panics on purpose.
#[cfg(not(debug_assertions))]
pub(super) fn on_purpose(_: &RuleSet) {}

/// Sends the words of every panic to the log instead of straight to standard error.
pub(super) fn log_panics() {
    std::panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
}

#[cfg(test)]
mod tests {
    use super::caught;

    #[test]
    fn a_panic_is_an_absent_value_and_nothing_more() {
        assert_eq!(caught(|| 3), Some(3));
        assert_eq!(caught(|| -> i32 { panic!("a fault for the test") }), None);
    }
}
