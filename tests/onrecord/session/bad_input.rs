use serde_json::{Value, json};

use crate::support::documents::{about, change};
use crate::support::editor::Editor;

const URI: &str = "file:///talks.transcript.txt";

/// A server with one document open.
fn editor_with(text: &str) -> Editor {
    let mut editor = Editor::greet(&json!({}));
    editor.open(URI, "transcript", 1, text);
    editor.diagnostics_of(URI, 1);
    editor
}

fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
}

#[test]
fn before_the_greeting_requests_are_refused_and_notifications_dropped() {
    let mut editor = Editor::start();
    assert_eq!(
        editor.ask_in_vain("textDocument/hover", at(URI, 0, 0)),
        -32002
    );
    assert_eq!(editor.ask_in_vain("shutdown", Value::Null), -32002);
    editor.open(URI, "transcript", 1, "President Novak: We met.\n");
    editor.tell("initialized", json!({}));
    editor.initialize(&json!({}));
    assert_eq!(editor.symbols(URI), Value::Null);
}

#[test]
fn a_second_greeting_and_requests_after_shutdown_are_refused() {
    let mut editor = editor_with("President Novak: We met.\n");
    let params = json!({"processId": null, "rootUri": null, "capabilities": {}});
    assert_eq!(editor.ask_in_vain("initialize", params), -32600);
    assert!(editor.symbols(URI).is_array());
    editor.ask("shutdown", Value::Null);
    assert_eq!(
        editor.ask_in_vain("textDocument/hover", at(URI, 0, 0)),
        -32600
    );
    assert_eq!(editor.ask_in_vain("shutdown", Value::Null), -32600);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.ends(), Some(0));
}

#[test]
fn a_document_that_is_not_open_has_no_answers_and_takes_no_edits() {
    let mut editor = editor_with("President Novak: We met.\n");
    for uri in [
        "file:///other.txt",
        "untitled:x",
        "git:/a?b",
        "https://example.org/a",
    ] {
        editor.edit(uri, 2, json!([change((0, 0), (0, 0), "x")]));
        editor.close(uri);
        editor.tell("textDocument/didSave", about(uri));
        assert_eq!(editor.ask("textDocument/hover", at(uri, 0, 0)), Value::Null);
        assert_eq!(editor.symbols(uri), Value::Null);
        assert_eq!(editor.folds(uri), Value::Null);
    }
    assert!(editor.symbols(URI).is_array());
}

#[test]
fn a_position_outside_the_text_means_its_nearest_end() {
    let mut editor = editor_with("President Novak: We met.\r\n😀");
    for (line, character) in [
        (0, 99),
        (1, 1),
        (1, 3),
        (9, 0),
        (u32::MAX, u32::MAX),
        (0, u32::MAX),
    ] {
        editor.ask("textDocument/hover", at(URI, line, character));
        let range = change((line, character), (u32::MAX, 0), "")["range"].clone();
        let params =
            json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": []}});
        editor.ask("textDocument/codeAction", params);
    }
    let far = i64::from(u32::MAX) + 1;
    let params = json!({"textDocument": {"uri": URI}, "position": {"line": far, "character": -1}});
    assert_eq!(editor.ask_in_vain("textDocument/hover", params), -32602);
    assert!(editor.symbols(URI).is_array());
}

#[test]
fn an_edit_out_of_range_is_clamped_and_one_that_runs_backward_left_out() {
    let mut editor = editor_with("President Novak: We met.");
    let far = (u32::MAX, u32::MAX);
    editor.edit(
        URI,
        2,
        json!([
            change(far, far, "\nPresident Blom: We left."),
            change((1, 5), (0, 2), "nonsense"),
            change((0, 9), (0, 3), "nonsense"),
            change((0, 999), (1, 0), "\n\n"),
        ]),
    );
    let fresh = "file:///fresh.transcript.txt";
    editor.open(
        fresh,
        "transcript",
        1,
        "President Novak: We met.\n\nPresident Blom: We left.",
    );
    let symbols = editor.symbols(URI).to_string().replace("talks", "fresh");
    assert_eq!(symbols, editor.symbols(fresh).to_string());
}

#[test]
fn a_document_opened_twice_has_the_second_text() {
    let mut editor = editor_with("President Novak: We met.\n");
    editor.open(
        URI,
        "transcript",
        1,
        "President Blom: We left.\n\nPresident Blom: For good.\n",
    );
    let fresh = "file:///fresh.transcript.txt";
    editor.open(
        fresh,
        "transcript",
        1,
        "President Blom: We left.\n\nPresident Blom: For good.\n",
    );
    let symbols = editor.symbols(URI).to_string().replace("talks", "fresh");
    assert_eq!(symbols, editor.symbols(fresh).to_string());
}

#[test]
fn what_is_no_message_is_answered_or_passed_over() {
    let mut editor = editor_with("President Novak: We met.\n");
    assert_eq!(
        editor.ask_in_vain("textDocument/unheardOf", json!({})),
        -32601
    );
    assert_eq!(
        editor.ask_in_vain("textDocument/hover", json!({"position": "here"})),
        -32602
    );
    editor.tell(
        "textDocument/didOpen",
        json!({"textDocument": {"uri": "no address"}}),
    );
    editor.tell("textDocument/didChange", json!([]));
    editor.tell("$/unheardOf", json!({}));
    assert_eq!(editor.ask_in_vain("$/unheardOf", json!({})), -32601);
    editor.tell("unheardOf", json!(null));
    for bad in ["{", "[]", "3", "{\"jsonrpc\": \"2.0\"}", "\u{feff}{}"] {
        editor.send_raw(format!("Content-Length: {}\r\n\r\n{bad}", bad.len()).as_bytes());
    }
    assert!(editor.symbols(URI).is_array());
}

#[test]
fn half_a_character_stands_for_one_and_later_edits_find_their_places() {
    let mut editor = editor_with("President Novak: We met.\n\nPresident Blom: Yes.\n");
    // What an editor written in JavaScript sends where its text was cut in the middle of a character.
    let half = json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": [change((0, 17), (0, 17), "HALF")]});
    let body = json!({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": half});
    let body = body.to_string().replace("HALF", "\\ud83d");
    editor.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    editor.edit(URI, 3, json!([change((0, 17), (0, 18), "")]));
    let fresh = "file:///fresh.transcript.txt";
    editor.open(
        fresh,
        "transcript",
        1,
        "President Novak: We met.\n\nPresident Blom: Yes.\n",
    );
    let symbols = editor.symbols(URI).to_string().replace("talks", "fresh");
    assert_eq!(symbols, editor.symbols(fresh).to_string());
}

#[test]
fn a_request_that_is_none_is_refused_by_its_number() {
    let mut editor = editor_with("President Novak: We met.\n");
    editor.send(&json!({"jsonrpc": "1.0", "id": "old", "method": "textDocument/hover"}));
    let answer = editor.wait(|message| message["id"] == "old");
    assert_eq!(answer["error"]["code"], -32600);
}

#[test]
fn words_of_a_greeting_that_are_on_no_list_of_ours_do_not_end_it() {
    let mut editor = Editor::start();
    let capabilities = editor.initialize(&json!({
        "general": {"positionEncodings": ["utf-8"]},
        "textDocument": {"foldingRange": {"foldingRangeKind": {"valueSet": ["comment", "chapter"]}}},
        "workspace": {"workspaceEdit": {"failureHandling": "magic"}},
    }));
    assert_eq!(capabilities["positionEncoding"], "utf-8");
}

/// Every request about a place in a document.
const AT_A_PLACE: &[&str] = &[
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentHighlight",
    "textDocument/hover",
    "textDocument/linkedEditingRange",
    "textDocument/prepareCallHierarchy",
    "textDocument/prepareRename",
];

/// Every request about a whole document, or a part of it.
const ABOUT_A_DOCUMENT: &[&str] = &[
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/documentLink",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/inlayHint",
    "textDocument/references",
    "textDocument/rename",
    "textDocument/selectionRange",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta",
    "textDocument/semanticTokens/range",
];

/// Parameters that serve every request about a document.
fn all_about(uri: &str, line: u32, character: u32) -> Value {
    let mut params = at(uri, line, character);
    let range = change((line, character), (u32::MAX, u32::MAX), "")["range"].clone();
    params["range"] = range;
    params["positions"] = json!([params["position"]]);
    params["newName"] = "Ada".into();
    params["previousResultId"] = "of another life".into();
    params
}

fn with_context(method: &str, mut params: Value) -> Value {
    match method {
        "textDocument/references" => params["context"] = json!({"includeDeclaration": true}),
        "textDocument/codeAction" => params["context"] = json!({"diagnostics": []}),
        _ => {}
    }
    params
}

#[test]
fn every_request_takes_any_place_and_any_document() {
    let mut editor = editor_with("President Novak: We met.\r\n😀\r\nPresident Blom: Yes.");
    for method in AT_A_PLACE.iter().chain(ABOUT_A_DOCUMENT) {
        for uri in ["file:///never/opened.txt", "untitled:x", "git:/a?b"] {
            let params = with_context(method, all_about(uri, 0, 0));
            assert_eq!(editor.ask(method, params), Value::Null, "{method} of {uri}");
        }
        let places = [
            (0, 0),
            (0, u32::MAX),
            (1, 1),
            (u32::MAX, 0),
            (u32::MAX, u32::MAX),
        ];
        for (line, character) in places {
            let id = editor.request(
                method,
                with_context(method, all_about(URI, line, character)),
            );
            let answer = editor.answer(id);
            let is_refused = answer["error"]["code"] == -32602;
            assert!(
                answer.get("error").is_none() || *method == "textDocument/rename" && is_refused,
                "{method}: {answer}"
            );
        }
    }
    assert!(editor.symbols(URI).is_array());
}

#[test]
fn every_request_refuses_what_it_cannot_read() {
    let mut editor = editor_with("President Novak: We met.\n");
    let methods = [
        "callHierarchy/incomingCalls",
        "callHierarchy/outgoingCalls",
        "codeAction/resolve",
        "completionItem/resolve",
        "textDocument/diagnostic",
        "workspace/diagnostic",
        "workspace/executeCommand",
        "workspace/symbol",
        "workspace/willRenameFiles",
    ];
    let methods = methods.iter().chain(AT_A_PLACE).chain(ABOUT_A_DOCUMENT);
    for method in methods {
        for params in [
            json!({}),
            json!([]),
            json!({"textDocument": {"uri": "no address"}, "position": {"line": 0, "character": 0}}),
            json!({"textDocument": {"uri": 3}, "position": {"line": "0", "character": -1}}),
            json!({"textDocument": null, "position": null, "item": null, "command": null, "query": 3, "files": {}}),
        ] {
            let code = editor.ask_in_vain(method, params);
            assert_eq!(code, -32602, "{method}");
        }
    }
    assert!(editor.symbols(URI).is_array());
}

#[test]
fn a_document_closed_while_it_is_read_leaves_nobody_waiting() {
    let mut editor = Editor::greet(&json!({}));
    let text = "President Novak: We met.\n\nPresident Blom: We left.\n\n".repeat(2_000);
    for _ in 0..3 {
        editor.open(URI, "transcript", 1, &text);
        let asked: Vec<i64> = [
            "textDocument/documentSymbol",
            "textDocument/semanticTokens/full",
            "textDocument/diagnostic",
        ]
        .into_iter()
        .map(|method| editor.request(method, about(URI)))
        .collect();
        editor.close(URI);
        for id in asked {
            editor.answer(id);
        }
        assert_eq!(editor.symbols(URI), Value::Null);
    }
    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
}
