//! Where the types of tower-lsp 0.20 (lsp-types 0.94) and the protocol or its clients disagree, put right before anything is
//! read.
//!
//! Those types have closed lists where the protocol has open ones or later versions longer ones, and refuse a whole greeting
//! for one word they do not know. A client is served all the same, as if it had not said what cannot be read.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use tower_lsp::jsonrpc::Request;
use tower_lsp::lsp_types::{ClientCapabilities, ClientInfo, TraceValue, Url, WorkspaceFolder};

/// The greeting as lsp-types reads it. The protocol's `workspace.diagnostics` is called `workspace.diagnostic` there.
pub(super) fn greeting(request: Request) -> Request {
    with_params(request, |params| {
        let Value::Object(greeting) = params else {
            return;
        };
        let capabilities = greeting.entry("capabilities").or_insert_with(|| json!({}));
        if !capabilities.is_object() {
            *capabilities = json!({});
        }
        if let Some(Value::Object(workspace)) = capabilities.get_mut("workspace")
            && let Some(diagnostics) = workspace.remove("diagnostics")
        {
            workspace.insert("diagnostic".to_owned(), diagnostics);
        }
        if let Value::Object(capabilities) = capabilities {
            readable(capabilities);
        }
        keep::<u32>(greeting, "processId");
        keep::<Url>(greeting, "rootUri");
        keep::<String>(greeting, "rootPath");
        keep::<TraceValue>(greeting, "trace");
        keep::<ClientInfo>(greeting, "clientInfo");
        keep::<String>(greeting, "locale");
        if let Some(Value::Array(folders)) = greeting.get_mut("workspaceFolders") {
            folders.retain(reads::<WorkspaceFolder>);
        }
        keep::<Vec<WorkspaceFolder>>(greeting, "workspaceFolders");
    })
}

/// A question for code actions without the findings that the client has there: other servers' findings are among them, in
/// whatever shape, and ours we know.
pub(super) fn selected(request: Request) -> Request {
    with_params(request, |params| {
        if let Some(found) = params.pointer_mut("/context/diagnostics") {
            *found = json!([]);
        }
    })
}

fn with_params(request: Request, change: impl FnOnce(&mut Value)) -> Request {
    let (method, id, params) = request.into_parts();
    let mut changed = Request::build(method);
    if let Some(id) = id {
        changed = changed.id(id);
    }
    if let Some(mut params) = params {
        change(&mut params);
        changed = changed.params(params);
    }
    changed.finish()
}

/// Takes out of a client's capabilities what cannot be read: one at a time, and all of a group only if it is none.
fn readable(capabilities: &mut Map<String, Value>) {
    if reads::<ClientCapabilities>(&Value::Object(capabilities.clone())) {
        return;
    }
    for (group, value) in &mut *capabilities {
        if let Value::Object(features) = value {
            features.retain(|feature, can| {
                reads::<ClientCapabilities>(&json!({group: {feature: can.clone()}}))
            });
        }
    }
    capabilities.retain(|group, value| reads::<ClientCapabilities>(&json!({group: value})));
}

/// Takes a key out whose value cannot be read.
fn keep<T: DeserializeOwned>(object: &mut Map<String, Value>, key: &str) {
    if object
        .get(key)
        .is_some_and(|value| !reads::<Option<T>>(value))
    {
        tracing::warn!("the client's `{key}` cannot be read");
        object.remove(key);
    }
}

fn reads<T: DeserializeOwned>(value: &Value) -> bool {
    T::deserialize(value).is_ok()
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::InitializeParams;

    use super::*;

    fn greeted(params: Value) -> InitializeParams {
        let greeting = greeting(Request::build("initialize").id(1).params(params).finish());
        assert_eq!(greeting.id(), Some(&1.into()));
        let params = greeting.params().cloned().unwrap_or_default();
        serde_json::from_value(params).expect("a greeting")
    }

    #[test]
    fn a_greeting_is_read_as_the_protocol_writes_it() {
        let greeting = greeted(
            json!({"capabilities": {"workspace": {"diagnostics": {"refreshSupport": true}}}}),
        );
        let workspace = greeting.capabilities.workspace.expect("it is there");
        assert_eq!(
            workspace.diagnostic.and_then(|can| can.refresh_support),
            Some(true)
        );
    }

    #[test]
    fn what_cannot_be_read_in_a_greeting_takes_nothing_else_with_it() {
        let greeting = greeted(json!({
            "processId": -1, "rootUri": "here", "trace": "compact", "locale": 3, "clientInfo": [],
            "workspaceFolders": [{"uri": "there", "name": "x"}, {"uri": "file:///x", "name": "x"}],
            "capabilities": {
                "textDocument": {
                    "foldingRange": {"foldingRangeKind": {"valueSet": ["comment", "chapter"]}},
                    "hover": {"contentFormat": ["markdown"]},
                },
                "workspace": {"configuration": true, "workspaceEdit": {"failureHandling": "magic"}},
                "window": 7,
            },
        }));
        let capabilities = greeting.capabilities;
        assert!(
            capabilities
                .text_document
                .is_some_and(|can| can.hover.is_some())
        );
        let workspace = capabilities.workspace.expect("it is there");
        assert_eq!(workspace.configuration, Some(true));
        assert_eq!(
            greeting.workspace_folders.map(|folders| folders.len()),
            Some(1)
        );
        for nothing in [
            json!({}),
            json!({"capabilities": null}),
            json!({"workspaceFolders": 3}),
        ] {
            greeted(nothing);
        }
    }

    #[test]
    fn findings_of_others_are_not_read() {
        let params = json!({"context": {"diagnostics": [{"code": 1.5}], "only": ["quickfix"]}});
        let request = Request::build("textDocument/codeAction")
            .id("a")
            .params(params)
            .finish();
        let request = selected(request);
        let left = json!({"context": {"diagnostics": [], "only": ["quickfix"]}});
        assert_eq!(request.params(), Some(&left));
        assert_eq!(request.id(), Some(&"a".into()));
    }
}
