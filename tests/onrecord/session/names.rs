use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;

const PEOPLE: &str =
    "# ours\n[[person]]\nid = \"ada-vane\"\nname = \"Ada Vane\"\nfamily = \"Vane\"\n";

const TALKS: &str = "Ada Vane came by train. Nobody met Vane at the station.\n";

fn address(path: &Path) -> String {
    let path = path.canonicalize().expect("it is there");
    format!("file://{}", path.display())
}

/// A folder with a registry of its own and a text open in an editor.
fn opened() -> (TempDir, Editor, String) {
    let folder = TempDir::new().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
    write("onrecord.toml", "registries = [\"people.toml\"]\n").expect("a project file");
    write("people.toml", PEOPLE).expect("a registry");
    let mut editor = Editor::start();
    let root = address(folder.path());
    editor.ask(
        "initialize",
        json!({"processId": null, "rootUri": root, "capabilities": {}}),
    );
    editor.tell("initialized", json!({}));
    let uri = format!("{root}/a.transcript.txt");
    editor.open(&uri, "transcript", 1, TALKS);
    (folder, editor, uri)
}

fn at(uri: &str, character: u32) -> Value {
    json!({
        "textDocument": {"uri": uri},
        "position": {"line": 0, "character": character},
        "context": {"includeDeclaration": false},
    })
}

#[test]
fn definition_leads_from_a_name_to_its_entry() {
    let (folder, mut editor, uri) = opened();
    let found = editor.ask("textDocument/definition", at(&uri, 37));
    assert_eq!(found["uri"], address(&folder.path().join("people.toml")));
    assert_eq!(found["range"]["start"], json!({"line": 1, "character": 0}));
    assert_eq!(
        editor.ask("textDocument/definition", at(&uri, 12)),
        Value::Null
    );
}

#[test]
fn references_and_highlights_are_all_places_of_a_person() {
    let (_folder, mut editor, uri) = opened();
    let starts = |answer: &Value| -> Vec<u64> {
        let places = answer.as_array().into_iter().flatten();
        places
            .map(|place| {
                let range = place.get("range").unwrap_or(&Value::Null);
                range["start"]["character"].as_u64().unwrap_or(u64::MAX)
            })
            .collect()
    };
    let references = editor.ask("textDocument/references", at(&uri, 2));
    assert_eq!(starts(&references), [0, 35]);
    let highlights = editor.ask("textDocument/documentHighlight", at(&uri, 36));
    assert_eq!(starts(&highlights), [0, 35]);
}
