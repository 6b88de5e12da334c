use std::process::Command;

use serde_json::{Value, json};

use crate::support::documents::change;
use crate::support::editor::Editor;

const URI: &str = "file:///talks.transcript.txt";
const TEXT: &str = "Lakeside, 4 April 2023\n\nThe talks went on for an hour in the old hall.\n\n\
    It was stressed that trade would grow.\n\nThe next talks are on Monday 5 April 2023.\n";

fn codes(diagnostics: &Value) -> Vec<&str> {
    let list = diagnostics.as_array().expect("a list");
    list.iter().filter_map(|one| one["code"].as_str()).collect()
}

#[test]
fn a_rule_that_panics_costs_its_own_findings_and_the_server_goes_on() {
    let mut editor = Editor::greet(&json!({}));
    editor.open(URI, "transcript", 1, TEXT);
    assert_eq!(codes(&editor.diagnostics_of(URI, 1)), ["ATT103", "DAT002"]);

    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    let mut editor = Editor::start_by(command.arg("lsp").env("ONRECORD_FAULTY_RULE", "ATT103"));
    editor.initialize(&json!({}));
    editor.open(URI, "transcript", 1, TEXT);
    assert_eq!(codes(&editor.diagnostics_of(URI, 1)), ["DAT002"]);
    let told = editor.hear("window/showMessage");
    assert_eq!(told["params"]["type"], 1);
    editor.edit(URI, 2, json!([change((0, 0), (0, 0), "At the ")]));
    assert_eq!(codes(&editor.diagnostics_of(URI, 2)), ["DAT002"]);
    assert!(editor.symbols(URI).is_array());
    assert_eq!(editor.ask("shutdown", Value::Null), Value::Null);
}

#[test]
fn the_log_goes_to_a_file_when_one_is_named_and_never_to_the_client() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let log = folder.path().join("onrecord.log");
    let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
    let mut editor = Editor::start_by(command.arg("lsp").env("ONRECORD_LOG_FILE", &log));
    editor.initialize(&json!({}));
    editor.edit(
        URI,
        2,
        json!([change((0, 0), (0, 0), "of a document that is not open")]),
    );
    let is_written = |_: &u32| {
        let text = std::fs::read_to_string(&log).unwrap_or_default();
        text.contains("without being open")
    };
    // The thread that writes it is not the one that answers.
    let found = (0..100_000).find(|at| {
        assert_eq!(editor.symbols(URI), Value::Null);
        is_written(at)
    });
    assert!(found.is_some());
}
