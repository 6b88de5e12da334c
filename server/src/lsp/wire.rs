//! Messages on the wire: what comes in by a thread that only reads, what goes out by a thread that only writes.
//!
//! Neither waits for the other or for any work; between them and the work stand queues without a bound.
//! What is no message is answered as JSON-RPC asks, and the next one is read.

use std::io::{self, BufRead, BufReader, IoSlice, PipeWriter, Read, Write};
#[cfg(unix)]
use std::os::fd::AsFd;
#[cfg(windows)]
use std::os::windows::io::AsHandle;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc as blocking;
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, mpsc, oneshot};
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use crate::lsp::halves;

/// How long what has been said may take to be written once the server leaves; the client may have stopped reading.
const LAST_WORDS: Duration = Duration::from_millis(15);

/// Room made for a message before its bytes are there: a length is only a claim.
const ROOM: u64 = 1 << 20;

/// Something the client sent.
pub(super) enum Incoming {
    /// A request or notification.
    Request(Request),
    /// An answer to a request of ours.
    Response(Response),
    /// Neither; the number it may have all the same, and why.
    Bad(Id, Error),
}

/// Starts reading standard input; the queue ends with it.
pub(super) fn input() -> io::Result<mpsc::UnboundedReceiver<Incoming>> {
    let (messages, incoming) = mpsc::unbounded_channel();
    thread::Builder::new()
        .name("onrecord-input".to_owned())
        .spawn(move || {
            let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
            while let Some(body) = read(&mut input) {
                if messages.send(parse(&body)).is_err() {
                    break;
                }
            }
        })?;
    Ok(incoming)
}

/// The body of the next message; `None` at the end of the input. Lines that are no header are passed over until there is one.
fn read(input: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut length: Option<u64> = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        // A line without end is not kept whole: no header is that long.
        if input
            .by_ref()
            .take(ROOM)
            .read_until(b'\n', &mut line)
            .ok()?
            == 0
        {
            return None;
        }
        let header = line.trim_ascii();
        if header.is_empty() {
            let Some(length) = length else { continue };
            let mut body = Vec::with_capacity(length.min(ROOM) as usize);
            input.by_ref().take(length).read_to_end(&mut body).ok()?;
            return (body.len() as u64 == length).then_some(body);
        }
        let Some(colon) = header.iter().position(|byte| *byte == b':') else {
            continue;
        };
        if header[..colon].eq_ignore_ascii_case(b"Content-Length") {
            let value = std::str::from_utf8(&header[colon + 1..]).unwrap_or_default();
            length = value.trim().parse().ok();
        }
    }
}

fn parse(body: &[u8]) -> Incoming {
    match serde_json::from_slice::<Request>(body) {
        // A request without a method is what an answer looks like when it is read as one.
        Ok(request) if !request.method().is_empty() => return Incoming::Request(request),
        Err(error) if !error.is_data() => {
            if let Some(whole) = halves::mended(body) {
                return parse(&whole);
            }
            tracing::warn!("what came is not JSON: {error}");
            return Incoming::Bad(Id::Null, Error::parse_error());
        }
        Ok(_) | Err(_) => {}
    }
    serde_json::from_slice::<Response>(body).map_or_else(
        |error| {
            tracing::warn!("what came is no message: {error}");
            Incoming::Bad(number(body), Error::invalid_request())
        },
        Incoming::Response,
    )
}

/// The number of what would be a request if it were well made; whoever waits for its answer knows it by that.
fn number(body: &[u8]) -> Id {
    #[derive(Deserialize)]
    struct Numbered {
        id: Id,
    }
    serde_json::from_slice(body).map_or(Id::Null, |numbered: Numbered| numbered.id)
}

/// How many bytes may wait to be written before what is told unasked has to wait too. Answers never do.
const CROWDED: usize = 16 << 20;

/// Where messages go out. Clones write to the same queue.
#[derive(Clone)]
pub(super) struct Output {
    messages: blocking::Sender<Outgoing>,
    waiting: Arc<Waiting>,
}

/// The bytes that wait to be written.
#[derive(Default)]
struct Waiting {
    bytes: AtomicUsize,
    fewer: Notify,
}

enum Outgoing {
    Message(Message),
    Flush(oneshot::Sender<()>),
}

/// A message as JSON, in pieces: the long one in the middle is not copied to put something before it.
#[derive(Default)]
pub(super) struct Message {
    /// What stands before the body.
    pub(super) head: String,
    /// Most of the message.
    pub(super) body: Vec<u8>,
    /// What stands behind the body.
    pub(super) end: &'static str,
}

impl Message {
    fn len(&self) -> usize {
        self.head.len() + self.body.len() + self.end.len()
    }

    /// Writes it behind its header, all at once if the other end takes it.
    fn write(&self, output: &mut impl Write) -> io::Result<()> {
        let header = format!("Content-Length: {}\r\n\r\n{}", self.len(), self.head);
        let pieces = [header.as_bytes(), &self.body, self.end.as_bytes()];
        let mut pieces = pieces.map(IoSlice::new);
        let mut left = pieces.as_mut_slice();
        IoSlice::advance_slices(&mut left, 0);
        while !left.is_empty() {
            match output.write_vectored(left) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(n) => IoSlice::advance_slices(&mut left, n),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        output.flush()
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        write!(f, "{}{body}{}", self.head, self.end)
    }
}

/// Standard output without the buffer that std keeps for lines; a message is written whole.
fn standard_output() -> io::Result<PipeWriter> {
    let output = io::stdout();
    #[cfg(unix)]
    let handle = output.as_fd().try_clone_to_owned()?;
    #[cfg(windows)]
    let handle = output.as_handle().try_clone_to_owned()?;
    Ok(PipeWriter::from(handle))
}

impl Output {
    /// Starts writing to standard output.
    pub(super) fn new() -> Output {
        let (messages, outgoing) = blocking::channel();
        let writer = thread::Builder::new().name("onrecord-output".to_owned());
        let waiting = Arc::new(Waiting::default());
        let waiting_ = Arc::clone(&waiting);
        let written = standard_output()
            .and_then(|mut output| writer.spawn(move || write(&outgoing, &waiting_, &mut output)));
        if let Err(error) = written {
            tracing::error!("nothing can be answered: {error}");
        }
        Output { messages, waiting }
    }

    /// An output that writes nowhere, and the messages it is given, until its last clone is dropped.
    #[cfg(test)]
    pub(super) fn kept() -> (Output, impl Iterator<Item = String>) {
        let (messages, outgoing) = blocking::channel();
        let waiting = Arc::default();
        let kept = outgoing.into_iter().filter_map(|message| match message {
            Outgoing::Message(message) => Some(message.to_string()),
            Outgoing::Flush(_) => None,
        });
        (Output { messages, waiting }, kept)
    }

    /// Sends a message; never waits. After the client has closed its end, nothing happens.
    pub(super) fn send(&self, message: &impl Serialize) {
        match serde_json::to_vec(message) {
            Ok(body) => self.send_written(Message {
                body,
                ..Message::default()
            }),
            Err(error) => tracing::error!("a message could not be written: {error}"),
        }
    }

    /// Sends a message that is JSON already; never waits.
    pub(super) fn send_written(&self, message: Message) {
        self.waiting
            .bytes
            .fetch_add(message.len(), Ordering::Relaxed);
        // Fails only after the client has closed its end.
        let _ = self.messages.send(Outgoing::Message(message));
    }

    /// Returns when there is room for a message that nobody has asked for: a client that does not read must not fill our memory.
    pub(super) async fn room(&self) {
        loop {
            let fewer = self.waiting.fewer.notified();
            if self.waiting.bytes.load(Ordering::Relaxed) < CROWDED {
                return;
            }
            fewer.await;
        }
    }

    /// Returns when everything sent so far is written, or cannot be soon.
    pub(super) async fn flush(&self) {
        let (done, written) = oneshot::channel();
        if self.messages.send(Outgoing::Flush(done)).is_ok() {
            let _ = tokio::time::timeout(LAST_WORDS, written).await;
        }
    }
}

fn write(outgoing: &blocking::Receiver<Outgoing>, waiting: &Waiting, output: &mut impl Write) {
    for message in outgoing {
        match message {
            Outgoing::Message(message) => {
                // The client is gone: the end of the input, or its process, tells us so in its own way.
                if message.write(output).is_err() {
                    return;
                }
                waiting.bytes.fetch_sub(message.len(), Ordering::Relaxed);
                waiting.fewer.notify_waiters();
            }
            // Nobody waits for it any more if the time is up.
            Outgoing::Flush(done) => drop(done.send(())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(input: &str) -> Vec<String> {
        let mut input = input.as_bytes();
        std::iter::from_fn(|| read(&mut input))
            .map(|body| String::from_utf8_lossy(&body).into_owned())
            .collect()
    }

    #[test]
    fn messages_are_found_between_headers_of_every_kind() {
        let input = "Content-Length: 2\r\n\r\nab\
                     content-length:1\r\nContent-Type: x; charset=utf-8\r\n\r\nc\
                     \r\nnonsense\r\n\r\nContent-Length: 3\n\ndef";
        assert_eq!(bodies(input), ["ab", "c", "def"]);
    }

    #[test]
    fn a_message_is_whole_however_little_is_taken_at_a_time() {
        struct Narrow(Vec<u8>);
        impl Write for Narrow {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                let n = bytes.len().min(3);
                self.0.extend_from_slice(&bytes[..n]);
                Ok(n)
            }

            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        for (head, body, end) in [("{", "\"é\":1", "}"), ("", "[1,2,3,4]", ""), ("1", "", "")] {
            let mut output = Narrow(Vec::new());
            let message = Message {
                head: head.to_owned(),
                body: body.as_bytes().to_vec(),
                end,
            };
            message.write(&mut output).expect("it takes everything");
            let written = String::from_utf8(output.0).expect("whole characters");
            let n = head.len() + body.len() + end.len();
            assert_eq!(
                written,
                format!("Content-Length: {n}\r\n\r\n{head}{body}{end}")
            );
        }
    }

    #[test]
    fn a_length_that_is_not_kept_or_not_one_is_no_message() {
        assert_eq!(bodies("Content-Length: 5\r\n\r\nab"), [""; 0]);
        assert_eq!(
            bodies("Content-Length: -1\r\n\r\nContent-Length: x\r\n\r\nContent-Length: 1\r\n\r\na"),
            ["a"]
        );
        assert_eq!(bodies("Content-Length: 99999999999999\r\n\r\na"), [""; 0]);
        assert_eq!(bodies(""), [""; 0]);
    }

    #[test]
    fn what_is_no_message_is_told_apart_from_what_is() {
        let kind = |body: &str| match parse(body.as_bytes()) {
            Incoming::Request(_) => 0,
            Incoming::Response(_) => 1,
            Incoming::Bad(_, error) => error.code.code(),
        };
        assert_eq!(kind(r#"{"jsonrpc": "2.0", "method": "exit"}"#), 0);
        assert_eq!(kind(r#"{"jsonrpc": "2.0", "id": 1, "result": null}"#), 1);
        assert_eq!(
            kind(r#"{"jsonrpc": "2.0", "id": 1, "error": {"code": 1, "message": "m"}}"#),
            1
        );
        assert_eq!(kind("{"), -32700);
        assert_eq!(kind("[]"), -32600);
        assert_eq!(kind("{}"), -32600);
        let half = r#"{"jsonrpc": "2.0", "method": "x", "params": {"text": "a\ud83d"}}"#;
        assert_eq!(kind(half), 0);
    }

    #[test]
    fn a_refusal_has_the_number_of_what_is_refused_where_it_has_one() {
        for (body, number) in [
            (r#"{"jsonrpc": "2.0", "id": 7, "method": 7}"#, Id::Number(7)),
            (
                r#"{"jsonrpc": "1.0", "id": "a", "method": "x"}"#,
                Id::String("a".to_owned()),
            ),
            (r#"{"jsonrpc": "2.0", "id": 1.5, "method": "x"}"#, Id::Null),
            ("[]", Id::Null),
        ] {
            match parse(body.as_bytes()) {
                Incoming::Bad(id, _) => assert_eq!(id, number, "{body}"),
                _ => panic!("{body} is no message"),
            }
        }
    }
}
