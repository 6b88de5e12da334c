//! What a test editor does with documents: open, edit, close, and look at what the server makes of them.

use serde_json::{Value, json};

use crate::support::editor::Editor;

impl Editor {
    /// The next diagnostics for a document.
    pub(crate) fn diagnostics(&mut self, uri: &str) -> Value {
        let mut message = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
        });
        message["params"].take()
    }

    /// The diagnostics for this version of a document; earlier ones are passed over.
    pub(crate) fn diagnostics_of(&mut self, uri: &str, version: i32) -> Value {
        loop {
            let mut published = self.diagnostics(uri);
            if published["version"] == version {
                return published["diagnostics"].take();
            }
        }
    }

    /// Opens a document.
    pub(crate) fn open(&mut self, uri: &str, language: &str, version: i32, text: &str) {
        let document =
            json!({"uri": uri, "languageId": language, "version": version, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    /// Edits a document.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "a test makes its changes on the spot"
    )]
    pub(crate) fn edit(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({"uri": uri, "version": version});
        let params = json!({"textDocument": document, "contentChanges": changes});
        self.tell("textDocument/didChange", params);
    }

    /// Closes a document.
    pub(crate) fn close(&mut self, uri: &str) {
        self.tell("textDocument/didClose", about(uri));
    }

    /// The outline of a document.
    pub(crate) fn symbols(&mut self, uri: &str) -> Value {
        self.ask("textDocument/documentSymbol", about(uri))
    }

    /// The folds of a document.
    pub(crate) fn folds(&mut self, uri: &str) -> Value {
        self.ask("textDocument/foldingRange", about(uri))
    }
}

/// The parameters of most requests.
pub(crate) fn about(uri: &str) -> Value {
    json!({"textDocument": {"uri": uri}})
}

/// A replacement of what lies between two positions, each a line and a column.
pub(crate) fn change(from: (u32, u32), to: (u32, u32), text: &str) -> Value {
    let position = |(line, character): (u32, u32)| json!({"line": line, "character": character});
    json!({"range": {"start": position(from), "end": position(to)}, "text": text})
}
