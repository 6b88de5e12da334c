//! How the server ends: at once on `exit`, whether or not the client keeps its end open.
//!
//! tower-lsp 0.20 waits for standard input to close after `exit` and knows no exit code (ebkalderon/tower-lsp#399).
//! So `exit` is noticed on its way in, the input is then made to end, and the process leaves with the code the protocol asks for.

use std::pin::Pin;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, ReadBuf};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_lsp::jsonrpc::{Request, Response};
use tower_service::Service;

/// How long answers already made may take to be written once `exit` has come.
const LAST_WORDS: Duration = Duration::from_millis(15);

/// What is known about leaving: whether `shutdown` was asked for, and whether `exit` has come. Clones share it.
#[derive(Clone)]
pub(super) struct Exit {
    shutdown_seen: Arc<AtomicBool>,
    exit_seen: Arc<watch::Sender<bool>>,
}

/// Waits for the end.
#[derive(Clone)]
pub(super) struct Ending(watch::Receiver<bool>);

impl Exit {
    /// A server that has not been told to leave, and the means to wait until it is.
    pub(super) fn new() -> (Exit, Ending) {
        let (exit_seen, ending) = watch::channel(false);
        let exit = Exit {
            shutdown_seen: Arc::default(),
            exit_seen: Arc::new(exit_seen),
        };
        (exit, Ending(ending))
    }

    /// The code the process should end with (LSP 3.17, "Exit Notification").
    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(self.status())
    }

    /// The same as a number.
    pub(super) fn status(&self) -> u8 {
        let told_to_leave = *self.exit_seen.borrow();
        u8::from(told_to_leave && !self.shutdown_seen.load(Ordering::SeqCst))
    }

    /// Ends the server as `exit` does.
    pub(super) fn leave(&self) {
        self.exit_seen.send_replace(true);
    }

    /// `service`, with an eye on `shutdown` and `exit` as they come in.
    pub(super) fn watching<S>(&self, service: S) -> Watching<S> {
        Watching {
            service,
            exit: self.clone(),
        }
    }
}

impl Ending {
    /// Returns when the server has been told to leave.
    pub(super) async fn wait(&mut self) {
        // The sender lives as long as the server: an error here means that everything is gone already.
        let _ = self.0.wait_for(|ended| *ended).await;
    }

    /// Gives the connection a moment to write what it has in hand, such as the answer to `shutdown`.
    pub(super) async fn let_last_words_out(talk: JoinHandle<()>) {
        let _ = tokio::time::timeout(LAST_WORDS, talk).await;
    }
}

/// A service that notices `shutdown` and `exit`.
pub(super) struct Watching<S> {
    service: S,
    exit: Exit,
}

impl<S> Service<Request> for Watching<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.service.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        match request.method() {
            "shutdown" => self.exit.shutdown_seen.store(true, Ordering::SeqCst),
            "exit" => {
                // Kept from the service, which would call off the answer to a `shutdown` sent just before.
                self.exit.leave();
                return Box::pin(async { Ok(None) });
            }
            _ => {}
        }
        Box::pin(self.service.call(request))
    }
}

/// An input that ends when the server has been told to leave, even if the client holds it open.
pub(super) struct Input<R> {
    input: R,
    ended: Pin<Box<dyn Future<Output = ()> + Send>>,
}

impl<R> Input<R> {
    /// `input`, until `ending` comes.
    pub(super) fn new(input: R, mut ending: Ending) -> Self {
        Input {
            input,
            ended: Box::pin(async move { ending.wait().await }),
        }
    }
}

impl<R: AsyncRead + Unpin> AsyncRead for Input<R> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        if self.ended.as_mut().poll(cx).is_ready() {
            // Polled again after its end only if the reader ignores an end of file; then it ends again.
            self.ended = Box::pin(std::future::ready(()));
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.input).poll_read(cx, buffer)
    }
}
