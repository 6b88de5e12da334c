//! Registry files that are open in an editor: what is found in them is told live.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;

const SOUND: &str = "[[person]]\nid = \"vane\"\nname = \"Ada Vane\"\n";

fn codes(found: &Value) -> Vec<&str> {
    let found = found.as_array().expect("a list");
    found
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect()
}

#[test]
fn a_registry_is_looked_through_as_it_is_typed() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    fs::write(
        root.join("onrecord.toml"),
        "registries = [\"people.toml\"]\n",
    )
    .expect("written");
    fs::write(root.join("people.toml"), SOUND).expect("written");
    let uri = format!("file://{}/people.toml", root.display());
    let mut editor = Editor::greet(&json!({}));
    editor.open(&uri, "toml", 1, SOUND);
    assert_eq!(codes(&editor.diagnostics_of(&uri, 1)), [""; 0]);
    editor.edit(&uri, 2, json!([{"text": SOUND.repeat(2)}]));
    assert_eq!(codes(&editor.diagnostics_of(&uri, 2)), ["REG002"]);
    editor.edit(&uri, 3, json!([{"text": "[[person]]\nname = 1\n"}]));
    assert_eq!(codes(&editor.diagnostics_of(&uri, 3)), ["REG001"]);
    editor.close(&uri);
    assert_eq!(codes(&editor.diagnostics(&uri)["diagnostics"]), [""; 0]);
}

#[test]
fn a_registry_that_is_not_open_is_told_of_in_full() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    let settings = "registries = [\"people.toml\"]\n";
    fs::write(root.join("onrecord.toml"), settings).expect("written");
    fs::write(root.join("people.toml"), SOUND.repeat(2)).expect("written");
    let mut editor = Editor::greet(&json!({}));
    let talk = format!("file://{}/a.transcript.txt", root.display());
    editor.open(&talk, "transcript", 1, "Ada Vane: Good morning.\n");
    let people = format!("file://{}/people.toml", root.display());
    assert_eq!(
        codes(&editor.diagnostics(&people)["diagnostics"]),
        ["REG002"]
    );
    fs::write(root.join("people.toml"), SOUND).expect("written");
    let changes = json!({"changes": [{"uri": people, "type": 2}]});
    editor.tell("workspace/didChangeWatchedFiles", changes);
    assert_eq!(codes(&editor.diagnostics(&people)["diagnostics"]), [""; 0]);
}
