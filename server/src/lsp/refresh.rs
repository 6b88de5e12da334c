//! Has the client ask again after something outside its documents has changed: a project, a registry.
//!
//! One round of questions is under way at a time; whatever changes meanwhile makes one more round and no more.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::lsp::session::Session;

/// Nothing under way; a round under way; a round under way and another to come.
const IDLE: u8 = 0;
const UNDER_WAY: u8 = 1;
const ONCE_MORE: u8 = 2;

/// Where the rounds stand.
#[derive(Default)]
pub(super) struct Refresh(AtomicU8);

/// Has the client ask again for what it shows. Never waits: the client is asked by a task of its own.
pub(super) fn ask(session: &Arc<Session>) {
    let state = &session.refresh.0;
    if state.swap(ONCE_MORE, Ordering::SeqCst) != IDLE {
        return;
    }
    let session = Arc::clone(session);
    tokio::spawn(async move {
        loop {
            session.refresh.0.store(UNDER_WAY, Ordering::SeqCst);
            round(&session).await;
            let done = session.refresh.0.compare_exchange(
                UNDER_WAY,
                IDLE,
                Ordering::SeqCst,
                Ordering::SeqCst,
            );
            if done.is_ok() {
                return;
            }
        }
    });
}

/// One question of each kind the client knows. What it answers does not matter, only that it has: a client that will not
/// ask again shows what is old until the next edit.
async fn round(session: &Session) {
    let (asks, client) = (session.agreed().asks_again, &session.client);
    if asks.findings {
        let _ = client.workspace_diagnostic_refresh().await;
    }
    if asks.tokens {
        let _ = client.semantic_tokens_refresh().await;
    }
    if asks.hints {
        let _ = client.inlay_hint_refresh().await;
    }
    if asks.lenses {
        let _ = client.code_lens_refresh().await;
    }
}
