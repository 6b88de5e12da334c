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
        "$/progress" => progress(params),
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
                Some("workspace/didChangeConfiguration") => {
                    of::<lsp::DidChangeConfigurationRegistrationOptions>(&one["registerOptions"])
                }
                method => Some(format!("a registration we do not know: {method:?}")),
            });
            faults.find_map(|fault| fault)
        }),
        "window/showDocument" => of::<lsp::ShowDocumentParams>(params),
        "window/workDoneProgress/create" => of::<lsp::WorkDoneProgressCreateParams>(params),
        "workspace/applyEdit" => of::<lsp::ApplyWorkspaceEditParams>(params),
        "workspace/codeLens/refresh"
        | "workspace/diagnostic/refresh"
        | "workspace/inlayHint/refresh"
        | "workspace/semanticTokens/refresh" => {
            (!params.is_null()).then(|| format!("{method} has no parameters"))
        }
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
        Some("shutdown") => of::<()>(result),
        Some(method) => answer(method, result),
        None => Some("an answer to nothing".to_owned()),
    }
}

/// Holds the answer to each request against the type the meta model gives it.
macro_rules! answers {
    ($($method:literal => $request:ident,)*) => {
        fn answer(method: &str, result: &Value) -> Option<String> {
            match method {
                $($method => of::<<lsp::$request as lsp::Request>::Result>(result),)*
                _ => Some(format!("an answer we do not know: {method}")),
            }
        }
    };
}

answers! {
    "callHierarchy/incomingCalls" => CallHierarchyIncomingCallsRequest,
    "callHierarchy/outgoingCalls" => CallHierarchyOutgoingCallsRequest,
    "codeAction/resolve" => CodeActionResolveRequest,
    "codeLens/resolve" => CodeLensResolveRequest,
    "completionItem/resolve" => CompletionResolveRequest,
    "documentLink/resolve" => DocumentLinkResolveRequest,
    "initialize" => InitializeRequest,
    "inlayHint/resolve" => InlayHintResolveRequest,
    "textDocument/codeAction" => CodeActionRequest,
    "textDocument/codeLens" => CodeLensRequest,
    "textDocument/completion" => CompletionRequest,
    "textDocument/definition" => DefinitionRequest,
    "textDocument/diagnostic" => DocumentDiagnosticRequest,
    "textDocument/documentHighlight" => DocumentHighlightRequest,
    "textDocument/documentLink" => DocumentLinkRequest,
    "textDocument/documentSymbol" => DocumentSymbolRequest,
    "textDocument/foldingRange" => FoldingRangeRequest,
    "textDocument/hover" => HoverRequest,
    "textDocument/inlayHint" => InlayHintRequest,
    "textDocument/linkedEditingRange" => LinkedEditingRangeRequest,
    "textDocument/prepareCallHierarchy" => CallHierarchyPrepareRequest,
    "textDocument/prepareRename" => PrepareRenameRequest,
    "textDocument/references" => ReferencesRequest,
    "textDocument/rename" => RenameRequest,
    "textDocument/selectionRange" => SelectionRangeRequest,
    "textDocument/semanticTokens/full" => SemanticTokensRequest,
    "textDocument/semanticTokens/full/delta" => SemanticTokensDeltaRequest,
    "textDocument/semanticTokens/range" => SemanticTokensRangeRequest,
    "workspace/diagnostic" => WorkspaceDiagnosticRequest,
    "workspace/executeCommand" => ExecuteCommandRequest,
    "workspace/symbol" => WorkspaceSymbolRequest,
    "workspace/willRenameFiles" => WillRenameFilesRequest,
}

/// Progress is of work, or a part of an answer.
fn progress(params: &Value) -> Option<String> {
    let value = &params["value"];
    of::<lsp::ProgressParams>(params).or_else(|| match value["kind"].as_str() {
        Some("begin") => of::<lsp::WorkDoneProgressBegin>(value),
        Some("report") => of::<lsp::WorkDoneProgressReport>(value),
        Some("end") => of::<lsp::WorkDoneProgressEnd>(value),
        _ if value.get("items").is_some() => {
            of::<lsp::WorkspaceDiagnosticReportPartialResult>(value)
        }
        _ => of::<Vec<lsp::WorkspaceSymbol>>(value)
            .and_then(|_| of::<Vec<lsp::SymbolInformation>>(value)),
    })
}

/// What does not survive the way through the type `T`.
fn of<T: Debug + DeserializeOwned + Serialize>(value: &Value) -> Option<String> {
    let typed: T = match serde_json::from_value(value.clone()) {
        Ok(typed) => typed,
        Err(error) => return Some(format!("{error} in {value}")),
    };
    // Where the meta model has a closed list of values, the types still hold any, under this name.
    // Kinds of code actions are an open list: one's own stand beneath the protocol's.
    let closed = format!("{typed:?}").replace("Custom(\"source.fixAll.", "");
    if closed.contains("Custom(") {
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
