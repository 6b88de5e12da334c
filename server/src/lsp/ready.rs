//! Answers that are written out where they are made.
//!
//! tower-lsp turns every answer into a tree of JSON values before it is written: for the outline of a long document, its
//! colours or its findings that takes ten times as long as making them. A handler may put its answer here as JSON instead,
//! written by the thread that made it, and give tower-lsp an empty one; what was put is sent in its place. Refusals,
//! faults and answers to what was called off go their usual way.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tokio::task_local;
use tower_lsp::jsonrpc::Response;

use crate::lsp::wire::Message;

task_local! {
    static READY: Ready;
}

/// Where the handler of one request puts its answer.
#[derive(Clone, Default)]
pub(super) struct Ready(Arc<Mutex<Option<Written>>>);

/// An answer as JSON.
pub(super) struct Written(pub(super) Vec<u8>);

impl Written {
    /// Takes what is JSON already.
    pub(super) fn json(json: String) -> Written {
        Written(json.into_bytes())
    }
}

/// An answer as JSON; `None` if it cannot be written.
pub(super) fn written(answer: &impl Serialize) -> Option<Written> {
    let written = serde_json::to_vec(answer);
    if let Err(error) = &written {
        tracing::error!("an answer could not be written: {error}");
    }
    written.ok().map(Written)
}

/// Puts the answer to the request that is being handled.
pub(super) fn put(answer: Written) {
    let put = READY.try_with(|ready| *ready.answer() = Some(answer));
    if put.is_err() {
        tracing::error!("an answer was made for no request");
    }
}

impl Ready {
    /// The handler of a request, whose answer is to be put here.
    pub(super) fn handling<F: Future>(
        &self,
        handler: F,
    ) -> impl Future<Output = F::Output> + use<F> {
        READY.scope(self.clone(), handler)
    }

    /// What is to be sent in place of a response, if something was put and the response is no refusal.
    pub(super) fn instead_of(&self, response: &Response) -> Option<Message> {
        let Written(result) = self.answer().take()?;
        let id = serde_json::to_string(response.id()).ok()?;
        response.is_ok().then(|| Message {
            head: format!(r#"{{"jsonrpc":"2.0","id":{id},"result":"#),
            body: result,
            end: "}",
        })
    }

    fn answer(&self) -> std::sync::MutexGuard<'_, Option<Written>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use tower_lsp::jsonrpc::{Error, Id};

    use super::*;

    #[tokio::test]
    async fn what_was_put_goes_out_unless_the_response_is_a_refusal() {
        for (response, told) in [
            (Response::from_ok(Id::Number(1), ().into()), true),
            (
                Response::from_error(Id::Number(1), Error::request_cancelled()),
                false,
            ),
        ] {
            let ready = Ready::default();
            let handler = async { put(written(&[7]).expect("numbers can be written")) };
            ready.handling(handler).await;
            let answer = ready.instead_of(&response);
            let expected = told.then(|| r#"{"jsonrpc":"2.0","id":1,"result":[7]}"#.to_owned());
            assert_eq!(answer.map(|answer| answer.to_string()), expected);
        }
    }
}
