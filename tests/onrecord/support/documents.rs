//! What a test editor does with documents: open, edit, close, and look at what the server makes of them.

use std::fmt::Write;

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

    /// Everything the server answers about a document, asked at places all over its first lines. Numbers of results are left
    /// out: no two are the same.
    pub(crate) fn everything(&mut self, uri: &str) -> String {
        let mut answers = String::new();
        let mut tell = |method: &str, mut answer: Value| {
            if let Some(answer) = answer.as_object_mut() {
                answer.remove("resultId");
            }
            writeln!(answers, "{method}: {answer:#}").expect("writing to a string cannot fail");
        };
        let range =
            json!({"start": {"line": 0, "character": 2}, "end": {"line": 9, "character": 5}});
        for method in [
            "documentSymbol",
            "foldingRange",
            "documentLink",
            "codeLens",
            "semanticTokens/full",
        ] {
            let method = format!("textDocument/{method}");
            tell(&method, self.ask(&method, about(uri)));
        }
        for method in ["inlayHint", "semanticTokens/range", "codeAction"] {
            let method = format!("textDocument/{method}");
            let mut params = about(uri);
            params["range"] = range.clone();
            params["context"] = json!({"diagnostics": []});
            tell(&method, self.ask(&method, params));
        }
        let mut sure = about(uri);
        sure["range"] = range;
        sure["context"] = json!({"diagnostics": [], "only": ["source.fixAll"]});
        tell("fixAll", self.ask("textDocument/codeAction", sure));
        for (line, character) in [(0, 0), (0, 12), (1, 3), (2, 20), (4, 2), (99, 0)] {
            let position = json!({"line": line, "character": character});
            let mut at = about(uri);
            at["position"] = position.clone();
            for method in [
                "hover",
                "definition",
                "documentHighlight",
                "linkedEditingRange",
                "prepareRename",
                "completion",
            ] {
                let method = format!("textDocument/{method}");
                tell(&method, self.ask(&method, at.clone()));
            }
            let mut rename = at.clone();
            rename["newName"] = "Zoe Quill".into();
            let id = self.request("textDocument/rename", rename);
            tell("rename", self.answer(id)["result"].take());
            let mut references = at.clone();
            references["context"] = json!({"includeDeclaration": true});
            tell(
                "references",
                self.ask("textDocument/references", references),
            );
            let mut positions = about(uri);
            positions["positions"] = json!([position]);
            tell(
                "selectionRange",
                self.ask("textDocument/selectionRange", positions),
            );
            let items = self.ask("textDocument/prepareCallHierarchy", at.clone());
            for item in items.as_array().into_iter().flatten() {
                for method in ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"] {
                    tell(method, self.ask(method, json!({"item": item})));
                }
            }
            tell("prepareCallHierarchy", items);
            for command in ["onrecord.nextTurn", "onrecord.previousTurn"] {
                let params = json!({"command": command, "arguments": [at]});
                tell(command, self.ask("workspace/executeCommand", params));
            }
        }
        tell(
            "symbol",
            self.ask("workspace/symbol", json!({"query": "a"})),
        );
        answers
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
