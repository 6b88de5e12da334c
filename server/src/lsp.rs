//! The language server: one client on standard input and output.
//!
//! Everything that knows the protocol lives in this room; what a text says is the engine's affair.
//!
//! tower-lsp gives the protocol's methods; the loop that feeds it is ours. Its own loop in 0.20.0 stops for good at a message
//! it cannot read, waits for the input to close after `exit`, knows no exit code, and stops reading while handlers wait
//! (ebkalderon/tower-lsp#399, oxc-project/oxc#24955). This one never waits for anything but the next message.

mod actions;
mod agreed;
mod backend;
mod calls;
mod commands;
mod completion;
mod convert;
mod diagnostics;
mod dialect;
mod document;
mod errands;
mod exit;
mod faults;
mod findings;
mod first;
mod halves;
mod hints;
mod index;
mod linked;
mod links;
mod log;
mod offered;
mod outline;
mod pages;
mod parent;
mod progress;
mod projects;
mod ready;
mod refresh;
mod registry;
mod renames;
mod reports;
mod session;
mod settings;
mod sheets;
mod symbols;
mod timings;
mod tokens;
mod told;
mod unopened;
mod uses;
mod wire;
mod workspace;

use std::future::poll_fn;
use std::process::ExitCode;
use std::task::Poll;

use futures_util::{SinkExt, StreamExt};
use tokio::sync::mpsc;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ExitedError, LspService};
use tower_service::Service;

use crate::lsp::backend::Backend;
use crate::lsp::exit::Exit;
use crate::lsp::ready::Ready;
use crate::lsp::wire::{Incoming, Output};

/// Serves one client on standard input and output until it leaves; the code is what the process should end with:
/// 1 if the client said `exit` without `shutdown`, else 0.
pub fn serve() -> ExitCode {
    log::start();
    faults::log_panics();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("onrecord")
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!("no threads to work with: {error}");
            return ExitCode::from(2);
        }
    };
    let code = runtime.block_on(talk());
    // Nobody waits for a thread deep in a long text.
    runtime.shutdown_background();
    code
}

async fn talk() -> ExitCode {
    tokio::task::spawn_blocking(first::page);
    let (exit, output) = (Exit::default(), Output::new());
    let (mut service, socket) =
        LspService::new(|client| Backend::new(client, output.clone(), exit.clone()));
    let (mut requests, mut answers) = socket.split();
    let Ok(mut input) = wire::input() else {
        return ExitCode::from(2);
    };
    let to_client = output.clone();
    tokio::spawn(async move {
        while let Some(request) = requests.next().await {
            to_client.room().await;
            to_client.send(&request);
        }
    });
    while let Some(incoming) = next(&mut input, &exit).await {
        match incoming {
            Incoming::Request(request) if request.method() == "exit" => {
                exit.leave();
                break;
            }
            Incoming::Request(request) => {
                let request = match request.method() {
                    "shutdown" => {
                        exit.prepare();
                        request
                    }
                    "initialize" => dialect::greeting(request),
                    "textDocument/codeAction" => dialect::selected(request),
                    _ => request,
                };
                // tower-lsp passes over everything of this name; only a notification may be.
                if let (true, Some(id)) = (request.method().starts_with("$/"), request.id()) {
                    let refusal = Error::method_not_found();
                    output.send(&Response::from_error(id.clone(), refusal));
                    continue;
                }
                call(&mut service, request, &output).await;
            }
            Incoming::Response(response) => {
                // An answer nobody waits for any more panics inside tower-lsp (ebkalderon/tower-lsp#417).
                if faults::caught(|| answers.start_send_unpin(response)).is_none() {
                    tracing::warn!("an answer came too late");
                }
            }
            Incoming::Bad(id, error) => output.send(&Response::from_error(id, error)),
        }
    }
    output.flush().await;
    // Taking long texts apart takes time, and the process is over.
    std::mem::forget(service);
    exit.code()
}

/// The next message; `None` when the input has ended or the server has to leave.
async fn next(input: &mut mpsc::UnboundedReceiver<Incoming>, exit: &Exit) -> Option<Incoming> {
    tokio::select! {
        incoming = input.recv() => incoming,
        () = exit.told() => None,
    }
}

/// Hands a request or notification to its handler. It is polled here once, in the order of arrival: what a handler does
/// before its first wait is done before the next message is looked at. If it has to wait, it does so elsewhere.
async fn call(service: &mut LspService<Backend>, request: Request, output: &Output) {
    let id = request.id().cloned();
    if poll_fn(|cx| service.poll_ready(cx)).await.is_err() {
        return;
    }
    start(service.call(request), id, output).await;
}

/// Polls a handler once; what is left of it is done elsewhere. Its request is answered once, whatever becomes of it.
async fn start(
    handler: impl Future<Output = Result<Option<Response>, ExitedError>> + Send + 'static,
    id: Option<Id>,
    output: &Output,
) {
    let ready = Ready::default();
    let mut handler = Box::pin(ready.handling(handler));
    let answer = move |result: Result<Option<Response>, ExitedError>, output: &Output| {
        if let Ok(Some(response)) = result {
            match ready.instead_of(&response) {
                Some(written) => output.send_written(written),
                None => output.send(&response),
            }
        }
    };
    let first = poll_fn(|cx| Poll::Ready(faults::caught(|| handler.as_mut().poll(cx)))).await;
    match first {
        Some(Poll::Ready(result)) => answer(result, output),
        Some(Poll::Pending) => {
            let output = output.clone();
            let handler = tokio::spawn(handler);
            tokio::spawn(async move {
                match handler.await {
                    Ok(result) => answer(result, &output),
                    Err(_) => apologise(id, &output),
                }
            });
        }
        None => apologise(id, output),
    }
}

/// Answers a request whose handler panicked; a notification needs no answer.
fn apologise(id: Option<Id>, output: &Output) {
    tracing::error!("a handler panicked");
    if let Some(id) = id {
        output.send(&Response::from_error(id, Error::internal_error()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_handler_that_panics_before_or_after_its_first_wait_is_answered_for_once() {
        let (output, kept) = Output::kept();
        for (id, waits) in [(1, false), (2, true), (3, true)] {
            let handler = Box::pin(async move {
                if waits {
                    tokio::task::yield_now().await;
                }
                assert!(id == 3, "a fault for the test");
                Ok(Some(Response::from_ok(Id::Number(id), id.into())))
            });
            start(handler, Some(Id::Number(id)), &output).await;
        }
        drop(output);
        let kept = tokio::task::spawn_blocking(|| kept.collect::<Vec<String>>());
        let mut kept = kept.await.expect("it only waits");
        kept.sort_by_key(|answer| answer.contains("result"));
        assert_eq!(kept.len(), 3, "{kept:?}");
        assert!(
            kept[0].contains("-32603") && kept[1].contains("-32603"),
            "{kept:?}"
        );
        assert!(kept[2].contains("\"result\":3"), "{kept:?}");
    }
}
