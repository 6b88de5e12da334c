//! An editor for tests: the server as a child process, messages in and out, every message of the server checked.
//!
//! Waits are for events and have a generous end; nothing sleeps.

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::protocol;

/// How long anything may take on a busy machine before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// One editor with one server.
pub(crate) struct Editor {
    /// The folder the server may use as its user's home.
    pub(crate) home: TempDir,
    server: Option<Child>,
    input: Option<ChildStdin>,
    incoming: Receiver<Value>,
    unread: VecDeque<Value>,
    asked: HashMap<i64, String>,
}

impl Editor {
    /// Starts a server and says nothing to it yet.
    pub(crate) fn start() -> Editor {
        Editor::start_by(Command::new(env!("CARGO_BIN_EXE_onrecord")).arg("lsp"))
    }

    /// Starts a server that keeps what it knows in a folder of one's own.
    pub(crate) fn start_with_cache(cache: &Path) -> Editor {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        Editor::start_at(command.arg("lsp"), Some(cache))
    }

    /// Starts a server by a command of one's own.
    pub(crate) fn start_by(command: &mut Command) -> Editor {
        Editor::start_at(command, None)
    }

    fn start_at(command: &mut Command, cache: Option<&Path>) -> Editor {
        let home = TempDir::new().expect("a temporary folder");
        let own = home.path().join("cache");
        let mut server = command
            .env("HOME", home.path())
            .env("XDG_CACHE_HOME", cache.unwrap_or(&own))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let (messages, incoming) = channel();
        let mut output = BufReader::new(server.stdout.take().expect("its output is ours"));
        thread::spawn(move || {
            while let Some(message) = read_message(&mut output) {
                if messages.send(message).is_err() {
                    break;
                }
            }
        });
        Editor {
            home,
            input: server.stdin.take(),
            server: Some(server),
            incoming,
            unread: VecDeque::new(),
            asked: HashMap::new(),
        }
    }

    /// Starts a server and greets it as a client with these capabilities.
    pub(crate) fn greet(capabilities: &Value) -> Editor {
        let mut editor = Editor::start();
        editor.initialize(capabilities);
        editor
    }

    /// The greeting; what the server can do.
    pub(crate) fn initialize(&mut self, capabilities: &Value) -> Value {
        let params = json!({"processId": null, "rootUri": null, "capabilities": capabilities});
        let result = self.ask("initialize", params);
        self.tell("initialized", json!({}));
        result["capabilities"].clone()
    }

    /// The number of the server's process.
    pub(crate) fn process_id(&self) -> u32 {
        self.server.as_ref().expect("it has not ended").id()
    }

    /// Sends bytes as they are.
    pub(crate) fn send_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("its input is open");
        // A server that has gone is found out by whoever waits for it.
        let _ = input.write_all(bytes).and_then(|()| input.flush());
    }

    /// Sends a message.
    pub(crate) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    /// Sends a notification.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "a test makes its parameters on the spot"
    )]
    pub(crate) fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Sends a request and does not wait; its number.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> i64 {
        let id = 1 + i64::try_from(self.asked.len()).expect("a test asks little");
        self.asked.insert(id, method.to_owned());
        let mut message = json!({"jsonrpc": "2.0", "id": id, "method": method});
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(&message);
        id
    }

    /// The whole answer to a request.
    pub(crate) fn answer(&mut self, id: i64) -> Value {
        self.wait(|message| message.get("method").is_none() && message["id"] == id)
    }

    /// Sends a request and waits for its result, which must not be an error.
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        let mut answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].take()
    }

    /// Sends a request and waits for its error; the error's code.
    pub(crate) fn ask_in_vain(&mut self, method: &str, params: Value) -> i64 {
        let id = self.request(method, params);
        let answer = self.answer(id);
        answer["error"]["code"]
            .as_i64()
            .unwrap_or_else(|| panic!("{method} was answered: {answer}"))
    }

    /// Answers a request of the server.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "a test makes its parameters on the spot"
    )]
    pub(crate) fn reply(&mut self, request: &Value, result: Value) {
        self.send(&json!({"jsonrpc": "2.0", "id": request["id"], "result": result}));
    }

    /// The server's next message of this method.
    pub(crate) fn hear(&mut self, method: &str) -> Value {
        self.wait(|message| message["method"] == method)
    }

    /// Closes the server's input.
    pub(crate) fn hang_up(&mut self) {
        self.input = None;
    }

    /// Kills the process that was started, at once.
    pub(crate) fn kill(&mut self) {
        self.server
            .as_mut()
            .expect("it has not ended")
            .kill()
            .expect("it is ours");
    }

    /// Whether anything about the document has come and waits to be read.
    pub(crate) fn has_heard_from(&self, uri: &str) -> bool {
        self.unread
            .iter()
            .any(|message| message["params"]["uri"] == uri)
    }

    /// Whether anything has come that waits to be read.
    pub(crate) fn has_heard_anything(&self) -> bool {
        !self.unread.is_empty()
    }

    /// Whether a message of this method has come and waits to be read.
    pub(crate) fn has_heard(&self, method: &str) -> bool {
        self.unread
            .iter()
            .any(|message| message["method"] == method)
    }

    /// Whether an answer to the request has come and waits to be read.
    pub(crate) fn has_answered(&self, id: i64) -> bool {
        let is_answer = |message: &Value| message.get("method").is_none() && message["id"] == id;
        self.unread.iter().any(is_answer)
    }

    /// Waits until the server's output has ended, whoever its parent is.
    pub(crate) fn falls_silent(&mut self) {
        loop {
            match self.incoming.recv_timeout(PATIENCE) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => panic!("the server goes on"),
            }
        }
    }

    /// Waits until the server's process has ended; its exit code.
    pub(crate) fn ends(&mut self) -> Option<i32> {
        let mut server = self.server.take().expect("it has not ended before");
        let (ended, end) = channel::<ExitStatus>();
        let id = server.id();
        thread::spawn(move || ended.send(server.wait().expect("a child can be waited for")));
        let status = end.recv_timeout(PATIENCE);
        status
            .unwrap_or_else(|_| panic!("process {id} goes on"))
            .code()
    }

    /// Takes the first message that fits, keeping the others for later.
    pub(crate) fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&fits) {
            return self.unread.remove(at).expect("it was just found there");
        }
        loop {
            let message = match self.incoming.recv_timeout(PATIENCE) {
                Ok(message) => message,
                Err(error) => panic!("nothing more comes: {error}; unread: {:?}", self.unread),
            };
            let asked = message["id"].as_i64().and_then(|id| self.asked.get(&id));
            if let Some(fault) = protocol::fault(&message, asked.map(String::as_str)) {
                // An answer to what could not be understood has no number.
                assert!(
                    message["id"].is_null() && message.get("error").is_some(),
                    "{fault}"
                );
            }
            if fits(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            // It may have ended by itself.
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

fn read_message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
