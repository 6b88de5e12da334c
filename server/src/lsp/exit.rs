//! How the server ends: at once on `exit`, with the code the protocol asks for, whether or not the client keeps its end open.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::watch;

/// What is known about leaving: whether `shutdown` was asked for, and whether `exit` has come. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Exit {
    shutdown_seen: Arc<AtomicBool>,
    exit_seen: Arc<watch::Sender<bool>>,
}

impl Exit {
    /// Notes that the client asked for `shutdown`.
    pub(super) fn prepare(&self) {
        self.shutdown_seen.store(true, Ordering::SeqCst);
    }

    /// Whether the client asked for `shutdown`: from then on nothing is told unasked.
    pub(super) fn is_prepared(&self) -> bool {
        self.shutdown_seen.load(Ordering::SeqCst)
    }

    /// Ends the server, as `exit` does.
    pub(super) fn leave(&self) {
        self.exit_seen.send_replace(true);
    }

    /// Returns when the server has been told to leave.
    pub(super) async fn told(&self) {
        // Fails only without a sender, and this value holds one.
        let _ = self.exit_seen.subscribe().wait_for(|told| *told).await;
    }

    /// The code the process should end with (LSP 3.17, "Exit Notification").
    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(self.status())
    }

    /// The same as a number.
    pub(super) fn status(&self) -> u8 {
        let told = *self.exit_seen.borrow();
        u8::from(told && !self.is_prepared())
    }
}
