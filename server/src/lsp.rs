//! The language server: one client on standard input and output.
//!
//! Everything that knows the protocol lives in this room; what a text says is the engine's affair.

mod actions;
mod agreed;
mod backend;
mod convert;
mod document;
mod errands;
mod exit;
mod faults;
mod findings;
mod log;
mod pages;
mod parent;
mod projects;
mod session;
mod settings;
mod workspace;

use std::process::ExitCode;

use tower_lsp::{LspService, Server};

use crate::lsp::backend::Backend;
use crate::lsp::exit::{Ending, Exit, Input};
use crate::project::Project;

/// How many messages may be under way at once. A request that waits for a reading must never hold up an edit.
const MESSAGES_UNDER_WAY: usize = 256;

/// Serves one client on standard input and output until it leaves; the code is what the process should end with:
/// 0 if the client said `shutdown` before it left or closed its end, 1 if it said `exit` without.
pub fn serve() -> ExitCode {
    log::to_standard_error();
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
    // A thread still blocked on standard input, or deep in a long text, is not waited for.
    runtime.shutdown_background();
    code
}

async fn talk() -> ExitCode {
    // The built-in registry is the one thing every text needs: it is read while the two sides still greet each other.
    tokio::task::spawn_blocking(Project::builtin);
    let (exit, mut ending) = Exit::new();
    let (service, socket) = LspService::new(|client| Backend::new(client, exit.clone()));
    let input = Input::new(tokio::io::stdin(), ending.clone());
    let server =
        Server::new(input, tokio::io::stdout(), socket).concurrency_level(MESSAGES_UNDER_WAY);
    let mut talk = tokio::spawn(server.serve(exit.watching(service)));
    tokio::select! {
        ended = &mut talk => {
            if let Err(error) = ended {
                tracing::error!("the connection broke: {error}");
            }
        }
        () = ending.wait() => Ending::let_last_words_out(talk).await,
    }
    exit.code()
}
