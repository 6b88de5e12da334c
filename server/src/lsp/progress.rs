//! Word of work that takes its time, and parts of an answer before the whole: `$/progress`, which tower-lsp 0.20 does not know.

use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::{ProgressToken, WorkDoneProgressCreateParams};

use crate::lsp::session::Session;

/// How long the client may take to agree to be told; the work goes on without it then.
const PATIENCE: Duration = Duration::from_secs(1);

/// A token for work nobody asked for, if the client wants to be told of such.
pub(super) async fn token(session: &Session, name: &str) -> Option<ProgressToken> {
    if !session.agreed().shows_progress {
        return None;
    }
    let token = ProgressToken::String(name.to_owned());
    let params = WorkDoneProgressCreateParams {
        token: token.clone(),
    };
    let asked = session
        .client
        .send_request::<WorkDoneProgressCreate>(params);
    let agreed = tokio::time::timeout(PATIENCE, asked).await;
    agreed.ok()?.ok().map(|()| token)
}

/// A piece of work a client follows by a token it gave or took.
pub(super) struct Progress<'a> {
    session: &'a Session,
    token: Option<ProgressToken>,
}

impl<'a> Progress<'a> {
    /// Begins to tell; without a token nothing is ever told.
    pub(super) fn begin(
        session: &'a Session,
        token: Option<ProgressToken>,
        title: &str,
    ) -> Progress<'a> {
        let progress = Progress { session, token };
        progress
            .tell(json!({"kind": "begin", "title": title, "cancellable": false, "percentage": 0}));
        progress
    }

    /// Tells that `done` of `all` are done.
    pub(super) fn report(&self, done: usize, all: usize) {
        let percentage = done.saturating_mul(100) / all.max(1);
        self.tell(json!({
            "kind": "report",
            "message": format!("{done} of {all}"),
            "percentage": percentage.min(100),
        }));
    }

    fn tell(&self, value: Value) {
        if let Some(token) = &self.token {
            send(self.session, token, value);
        }
    }
}

impl Drop for Progress<'_> {
    /// What has begun ends, also when it is called off.
    fn drop(&mut self) {
        self.tell(json!({"kind": "end"}));
    }
}

/// Sends `value` as progress of `token`: a part of an answer, or word of some work.
pub(super) fn send(session: &Session, token: &ProgressToken, value: impl Serialize) {
    session.notify("$/progress", &ProgressParams { token, value });
}

#[derive(Serialize)]
struct ProgressParams<'a, V: Serialize> {
    token: &'a ProgressToken,
    value: V,
}
