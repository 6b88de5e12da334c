//! Holds what the server sends against the protocol's official meta model.
//!
//! The types come from `gen-lsp-types`, which are generated from it. A value that does not survive being read into its type
//! and written again has a property the protocol does not know, a `null` where it allows none, or a missing part.

use std::fmt::Debug;

use gen_lsp_types as lsp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What is wrong with a message of the server; `asked` is the method of the request it answers, if it answers one.
pub(crate) fn fault(message: &Value, asked: Option<&str>) -> Option<String> {
    if message["jsonrpc"] != "2.0" {
        return Some("not JSON-RPC 2.0".to_owned());
    }
    let params = &message["params"];
    match (message["method"].as_str(), message.get("id")) {
        (Some(method), None) => notification(method, params),
        (Some(method), Some(_)) => request(method, params),
        (None, Some(_)) => response(message, asked),
        (None, None) => Some("neither method nor id".to_owned()),
    }
}

fn notification(method: &str, params: &Value) -> Option<String> {
    match method {
        "textDocument/publishDiagnostics" => of::<lsp::PublishDiagnosticsParams>(params),
        "window/logMessage" => of::<lsp::LogMessageParams>(params),
        "window/showMessage" => of::<lsp::ShowMessageParams>(params),
        _ => Some(format!("a notification we do not know: {method}")),
    }
}

fn request(method: &str, params: &Value) -> Option<String> {
    match method {
        "workspace/configuration" => of::<lsp::ConfigurationParams>(params),
        "client/registerCapability" => of::<lsp::RegistrationParams>(params).or_else(|| {
            let registrations = params["registrations"].as_array()?.iter();
            let mut faults = registrations.map(|one| match one["method"].as_str() {
                Some("workspace/didChangeWatchedFiles") => {
                    of::<lsp::DidChangeWatchedFilesRegistrationOptions>(&one["registerOptions"])
                }
                method => Some(format!("a registration we do not know: {method:?}")),
            });
            faults.find_map(|fault| fault)
        }),
        _ => Some(format!("a request we do not know: {method}")),
    }
}

fn response(message: &Value, asked: Option<&str>) -> Option<String> {
    if let Some(error) = message.get("error") {
        if message.get("result").is_some() {
            return Some("both result and error".to_owned());
        }
        let known = ["code", "message", "data"];
        let unknown = error
            .as_object()
            .into_iter()
            .flat_map(serde_json::Map::keys);
        let unknown = unknown.filter(|key| !known.contains(&key.as_str())).count();
        let is_error = error["code"].is_i64() && error["message"].is_string() && unknown == 0;
        return (!is_error).then(|| format!("no error of JSON-RPC: {error}"));
    }
    let Some(result) = message.get("result") else {
        return Some("neither result nor error".to_owned());
    };
    match asked {
        Some("initialize") => of::<<lsp::InitializeRequest as lsp::Request>::Result>(result),
        Some("shutdown") => of::<()>(result),
        Some("textDocument/codeAction") => {
            of::<<lsp::CodeActionRequest as lsp::Request>::Result>(result)
        }
        Some("textDocument/documentSymbol") => {
            of::<<lsp::DocumentSymbolRequest as lsp::Request>::Result>(result)
        }
        Some("textDocument/foldingRange") => {
            of::<<lsp::FoldingRangeRequest as lsp::Request>::Result>(result)
        }
        Some("textDocument/hover") => of::<<lsp::HoverRequest as lsp::Request>::Result>(result),
        Some(method) => Some(format!("an answer we do not know: {method}")),
        None => Some("an answer to nothing".to_owned()),
    }
}

/// What does not survive the way through the type `T`.
fn of<T: Debug + DeserializeOwned + Serialize>(value: &Value) -> Option<String> {
    let typed: T = match serde_json::from_value(value.clone()) {
        Ok(typed) => typed,
        Err(error) => return Some(format!("{error} in {value}")),
    };
    // Where the meta model has a closed list of values, the types still hold any, under this name.
    if format!("{typed:?}").contains("Custom(") {
        return Some(format!("a value that is on no list in {value}"));
    }
    let written = serde_json::to_value(typed).expect("the protocol's types can be written");
    (written != *value).then(|| format!("the protocol has {written} where we sent {value}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_checker_sees_what_the_protocol_does_not_allow() {
        let range =
            json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}});
        let publish = |diagnostic: Value| {
            let params = json!({"uri": "file:///a", "diagnostics": [diagnostic]});
            json!({"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params})
        };
        let good = json!({"range": range, "message": "m", "severity": 2, "code": "ATT001"});
        assert_eq!(fault(&publish(good.clone()), None), None);
        for (key, value) in [
            ("severity", json!(7)),
            ("severity", json!(null)),
            ("level", json!("error")),
            ("range", json!({"start": {"line": 0, "character": 0}})),
            ("message", json!(3)),
            (
                "range",
                json!({"start": {"line": -1, "character": 0}, "end": {"line": 0, "character": 1}}),
            ),
        ] {
            let mut bad = good.clone();
            bad[key] = value;
            assert!(fault(&publish(bad.clone()), None).is_some(), "{bad} passed");
        }
    }
}
