//! A text whose sidecar names the transcript its quotations come from: on the command line and in an editor.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;
use crate::support::program::Folder;

const TALKS: &str = "Ada Vane: We will not sign the treaty before the harvest is in.\n\n\
    Otto Krone: Thank you.\n\nAda Vane: Good day.\n";
const NEWS: &str = "“We will sign the treaty before the harvest is in,” Vane said.\n";
const SIDECAR: &str = "[document]\nrecord = \"talks.txt\"\n";

#[test]
fn a_quotation_is_held_against_the_record_the_sidecar_names() {
    let folder = Folder::new(&[
        ("talks.txt", TALKS),
        ("news.txt", NEWS),
        ("news.onrecord.toml", SIDECAR),
    ]);
    let arguments = ["lint", "--select=QUO108", "--format=concise", "news.txt"];
    let run = folder.run(&arguments);
    let told = "The record of Ada Vane in talks.txt goes otherwise: “not” is left out.";
    assert!(run.out.contains(told), "{run:?}");
    folder.write("news.onrecord.toml", b"");
    let run = folder.run(&arguments);
    assert_eq!(run.out, "", "{run:?}");
}

#[test]
fn a_record_that_is_not_there_is_told_at_its_place() {
    let folder = Folder::new(&[("news.txt", NEWS), ("news.onrecord.toml", SIDECAR)]);
    let run = folder.run(&["lint", "--select=QUO108", "news.txt"]);
    let place = "news.onrecord.toml:2:10: `talks.txt` cannot be read";
    assert!(run.err.contains(place), "{run:?}");
    assert_eq!(run.code, 2, "{run:?}");
}

#[test]
fn an_editor_follows_the_record_and_the_sidecar() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    let write = |name: &str, text: &str| fs::write(root.join(name), text).expect("a file");
    let address = |name: &str| format!("file://{}/{name}", root.display());
    write("talks.txt", TALKS);
    write("news.onrecord.toml", SIDECAR);
    let mut editor = Editor::greet(&json!({"textDocument": {"diagnostic": {}}}));
    let news = address("news.txt");
    editor.open(&news, "transcript", 1, NEWS);
    let mut found = |changed: &[&str]| {
        let changes: Vec<Value> = changed
            .iter()
            .map(|name| json!({"uri": address(name), "type": 2}))
            .collect();
        editor.tell(
            "workspace/didChangeWatchedFiles",
            json!({"changes": changes}),
        );
        let params = json!({"textDocument": {"uri": news}, "identifier": "onrecord"});
        let report = editor.ask("textDocument/diagnostic", params);
        let items = report["items"].as_array().cloned().unwrap_or_default();
        items.iter().any(|item| item["code"] == "QUO108")
    };
    assert!(found(&[]));
    write("talks.txt", &TALKS.replace("will not sign", "will sign"));
    assert!(!found(&["talks.txt"]));
    write("talks.txt", TALKS);
    assert!(found(&["talks.txt"]));
    write("news.onrecord.toml", "");
    assert!(!found(&["news.onrecord.toml"]));
}
