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
