use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::documents::{about, change};
use crate::support::editor::Editor;

const URI: &str = "file:///talks.transcript.txt";

/// A talk of about `n` characters whose outline shows its words.
fn talk(n: usize) -> String {
    let turns = [
        "President Anna Novak: We met today.\n\n",
        "Minister Josef Blom: It was long.\n\n",
    ];
    turns
        .iter()
        .cycle()
        .flat_map(|turn| turn.chars())
        .take(n)
        .collect()
}

#[test]
fn ten_thousand_edits_are_taken_in_order() {
    let mut editor = Editor::greet(&json!({}));
    let talk = talk(10_000);
    editor.open(URI, "transcript", 0, "");
    let (mut line, mut column) = (0, 0);
    for (version, character) in (1..).zip(talk.chars()) {
        let here = (line, column);
        editor.edit(
            URI,
            version,
            json!([change(here, here, &character.to_string())]),
        );
        (line, column) = if character == '\n' {
            (line + 1, 0)
        } else {
            (line, column + 1)
        };
    }
    let diagnostics = editor.diagnostics_of(URI, 10_000);
    editor.open("file:///fresh.transcript.txt", "transcript", 1, &talk);
    let fresh = editor.diagnostics_of("file:///fresh.transcript.txt", 1);
    assert_eq!(diagnostics, fresh);
    let symbols = editor.symbols(URI).to_string().replace("talks", "fresh");
    assert_eq!(
        symbols,
        editor.symbols("file:///fresh.transcript.txt").to_string()
    );
}

#[test]
fn a_request_sent_after_an_edit_is_answered_from_the_edited_text() {
    let mut editor = Editor::greet(&json!({}));
    editor.open(URI, "transcript", 0, "");
    for version in 1..200u8 {
        let n_lines = usize::from(version);
        let text = format!(
            "{}President Last: Number {version}.\n",
            "\n".repeat(n_lines)
        );
        editor.edit(URI, version.into(), json!([{"text": text}]));
        let id = editor.request("textDocument/foldingRange", about(URI));
        let symbols = editor.symbols(URI);
        let last = symbols.as_array().and_then(|all| all.last());
        let end = last.and_then(|last| last["location"]["range"]["end"]["line"].as_i64());
        assert!(
            end >= Some(i64::from(version)),
            "version {version}: {symbols}"
        );
        editor.answer(id);
    }
}

#[test]
fn a_client_that_never_answers_holds_nothing_up() {
    let mut editor = Editor::greet(&json!({
        "workspace": {"configuration": true, "didChangeWatchedFiles": {"dynamicRegistration": true}}
    }));
    let configuration = editor.hear("workspace/configuration");
    let registration = editor.hear("client/registerCapability");
    editor.open(URI, "transcript", 0, "");
    for version in 1..=2000 {
        editor.edit(URI, version, json!([{"text": talk(200)}]));
        editor.tell(
            "workspace/didChangeConfiguration",
            json!({"settings": null}),
        );
    }
    editor.diagnostics_of(URI, 2000);
    assert!(editor.symbols(URI).is_array());
    // Late answers, an answer given twice, an answer to nothing: all the same.
    editor.reply(&configuration, json!([null]));
    editor.reply(&configuration, json!([{"config": "none.toml"}]));
    editor.reply(&registration, Value::Null);
    editor.reply(&json!({"id": 999_999}), Value::Null);
    editor.reply(&json!({"id": null}), Value::Null);
    assert!(editor.symbols(URI).is_array());
    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
}

#[test]
fn settings_are_asked_for_once_a_change_and_never_for_an_edit() {
    let mut editor = Editor::greet(&json!({"workspace": {"configuration": true}}));
    let first = editor.hear("workspace/configuration");
    editor.reply(&first, json!([null]));
    editor.open(URI, "transcript", 0, "");
    for version in 1..=300 {
        editor.edit(URI, version, json!([{"text": talk(100)}]));
    }
    editor.diagnostics_of(URI, 300);
    assert!(editor.symbols(URI).is_array());
    assert!(!editor.has_heard("workspace/configuration"));
    editor.tell(
        "workspace/didChangeConfiguration",
        json!({"settings": null}),
    );
    let second = editor.hear("workspace/configuration");
    editor.reply(&second, json!([null]));
    editor.edit(URI, 301, json!([{"text": talk(120)}]));
    editor.diagnostics_of(URI, 301);
    assert!(!editor.has_heard("workspace/configuration"));
}

#[test]
fn the_greeting_is_answered_before_anything_is_read_or_said() {
    let folder = TempDir::new().expect("a temporary folder");
    // Reading any of these would have something to tell.
    fs::write(folder.path().join("onrecord.toml"), "levels = 7\n").expect("a project file");
    fs::write(folder.path().join("a.transcript"), talk(300)).expect("a transcript");
    let mut editor = Editor::start();
    let root = format!("file://{}", folder.path().display());
    let capabilities = json!({
        "window": {"workDoneProgress": true},
        "workspace": {"configuration": true, "didChangeWatchedFiles": {"dynamicRegistration": true}}
    });
    let params = json!({"processId": null, "rootUri": root, "capabilities": capabilities});
    editor.ask("initialize", params);
    // A request that is answered from nothing comes back without a word before it.
    let id = editor.request("workspace/symbol", json!({"query": ""}));
    editor.answer(id);
    assert!(!editor.has_heard_anything(), "said before it was its turn");
    assert!(
        !editor.home.path().join("cache").exists(),
        "wrote before it was its turn"
    );
    editor.tell("initialized", json!({}));
    editor.hear("workspace/configuration");
}

#[test]
fn a_request_that_is_called_off_is_answered_once_and_the_rest_goes_on() {
    let mut editor = Editor::greet(&json!({}));
    // Long enough that it is not read before the requests are called off.
    editor.open(URI, "transcript", 1, &talk(150_000));
    let asked: Vec<i64> = (0..50)
        .map(|_| editor.request("textDocument/documentSymbol", about(URI)))
        .collect();
    for id in &asked {
        editor.tell("$/cancelRequest", json!({"id": id}));
        editor.tell("$/cancelRequest", json!({"id": id}));
    }
    editor.tell("$/cancelRequest", json!({"id": 12_345}));
    editor.tell("$/cancelRequest", json!({"id": "of no request"}));
    for id in &asked {
        assert_eq!(editor.answer(*id)["error"]["code"], -32800);
    }
    assert!(editor.symbols(URI).is_array());
    // Called off after its answer: too late for anything.
    editor.tell("$/cancelRequest", json!({"id": asked[0]}));
    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
    let again = asked.iter().find(|id| editor.has_answered(**id));
    assert_eq!(again, None, "answered twice");
}

#[test]
fn a_request_about_places_of_an_older_text_says_that_it_has_moved_on() {
    let mut editor = Editor::greet(&json!({}));
    editor.open(URI, "transcript", 1, &talk(150_000));
    let at = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 3}});
    let old = editor.request("textDocument/hover", at.clone());
    editor.edit(URI, 2, json!([change((0, 0), (0, 0), "\n\n")]));
    let new = editor.request("textDocument/documentSymbol", about(URI));
    assert_eq!(editor.answer(old)["error"]["code"], -32801);
    assert!(editor.answer(new)["result"].is_array());
}

#[test]
fn a_long_text_does_not_hold_up_a_short_one() {
    let mut editor = Editor::greet(&json!({}));
    let long = "file:///long.transcript.txt";
    editor.open(long, "transcript", 1, &talk(150_000));
    editor.open(URI, "transcript", 1, &talk(200));
    let at = json!({"textDocument": {"uri": long}, "position": {"line": 0, "character": 3}});
    let waiting: Vec<i64> = (0..200)
        .map(|_| editor.request("textDocument/hover", at.clone()))
        .collect();
    // Two hundred requests wait for the long text; the short one is read, edited and answered all the same.
    editor.edit(URI, 2, json!([{"text": talk(300)}]));
    let short = editor.request("textDocument/documentSymbol", about(URI));
    editor.answer(short);
    assert!(
        !editor.has_heard_from(long),
        "the long text was not long enough"
    );
    for id in waiting {
        assert!(editor.answer(id).get("error").is_none());
    }
}

#[test]
fn a_document_opened_again_gets_its_last_life_s_empty_diagnostics_first() {
    let mut editor = Editor::greet(&json!({}));
    for _ in 0..20 {
        editor.open(URI, "transcript", 7, "President Novak: We met.\n");
        editor.close(URI);
    }
    editor.open(URI, "transcript", 3, "President Novak: We met.\n");
    let mut last = editor.diagnostics(URI);
    while last["version"] != 3 {
        last = editor.diagnostics(URI);
    }
    // Nothing of the earlier lives comes after the first word of the last one.
    editor.edit(URI, 4, json!([{"text": "President Novak: We left.\n"}]));
    assert_eq!(editor.diagnostics(URI)["version"], 4);
    editor.close(URI);
    assert_eq!(
        editor.diagnostics(URI),
        json!({"uri": URI, "diagnostics": []})
    );
}
