use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;
use crate::support::edits::edited;

const PEOPLE: &str =
    "# ours\n[[person]]\nid = \"ada-vane\"\nname = \"Ada Vane\"\nfamily = \"Vane\"\n";

const TALKS: &str = "Ada Vane came by train. Nobody met Vane at the station.\n";

fn address(path: &Path) -> String {
    let path = path.canonicalize().expect("it is there");
    format!("file://{}", path.display())
}

/// A folder with a registry of its own and a text open in an editor.
fn opened() -> (TempDir, Editor, String) {
    opened_by(&json!({}))
}

/// The same, in an editor that can do this.
fn opened_by(capabilities: &Value) -> (TempDir, Editor, String) {
    let folder = TempDir::new().expect("a temporary folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
    write("onrecord.toml", "registries = [\"people.toml\"]\n").expect("a project file");
    write("people.toml", PEOPLE).expect("a registry");
    let mut editor = Editor::start();
    let root = address(folder.path());
    editor.ask(
        "initialize",
        json!({"processId": null, "rootUri": root, "capabilities": capabilities}),
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

/// Two spellings of a minister known to everybody.
const SPELT: &str = "15 March 2023\n\nRussian Defence Minister Sergei Shoigu arrived first.\n\nThe guests were met by Sergey Shoigu.\n";

/// The codes of the findings told of a text, once the last ones have come.
fn told(editor: &mut Editor, uri: &str, wanted: impl Fn(&[String]) -> bool) -> Vec<String> {
    let mut codes = Vec::new();
    for _ in 0..20 {
        let told = editor.hear("textDocument/publishDiagnostics");
        if told["params"]["uri"] != uri {
            continue;
        }
        let all = told["params"]["diagnostics"]
            .as_array()
            .into_iter()
            .flatten();
        codes = all
            .filter_map(|one| one["code"].as_str().map(str::to_owned))
            .collect();
        if wanted(&codes) {
            break;
        }
    }
    codes
}

#[test]
fn two_spellings_of_a_name_are_settled_by_one_action() {
    for (title, in_registry) in [
        ("Write “Sergey” everywhere", None),
        (
            "“Sergei Shoigu” is a known variant of Sergey Shoygu",
            Some("variant"),
        ),
        (
            "“Sergei Shoigu” is another person",
            Some("name = \"Sergei Shoigu\""),
        ),
    ] {
        let kinds = json!({"codeActionKind": {"valueSet": ["quickfix"]}});
        let actions = json!({"codeActionLiteralSupport": kinds});
        let (folder, mut editor, _) = opened_by(&json!({"textDocument": {"codeAction": actions}}));
        let uri = format!("{}/b.transcript.txt", address(folder.path()));
        editor.open(&uri, "transcript", 1, SPELT);
        let is_found = |codes: &[String]| codes.iter().any(|code| code == "NAM002");
        assert!(is_found(&told(&mut editor, &uri, is_found)), "{title}");
        let range =
            json!({"start": {"line": 2, "character": 25}, "end": {"line": 2, "character": 38}});
        let context = json!({"diagnostics": [], "triggerKind": 1});
        let about = json!({"textDocument": {"uri": uri}, "range": range, "context": context});
        let actions = editor.ask("textDocument/codeAction", about);
        let action = actions
            .as_array()
            .into_iter()
            .flatten()
            .find(|action| action["title"] == title)
            .unwrap_or_else(|| panic!("{title}: {actions}"));
        let changes = action["edit"]["changes"].as_object().expect("its edits");
        let (target, edits) = changes.iter().next().expect("one file is changed");
        if let Some(words) = in_registry {
            let file = folder.path().join("people.toml");
            assert_eq!(target, &address(&file));
            let text = edited(PEOPLE, edits);
            assert!(
                text.starts_with(PEOPLE.trim_end()) && text.contains(words),
                "{text}"
            );
            fs::write(&file, text).expect("the registry is written");
            let written = json!({"changes": [{"uri": target, "type": 2}]});
            editor.tell("workspace/didChangeWatchedFiles", written);
        } else {
            assert_eq!(target, &uri);
            let text = edited(SPELT, edits);
            assert!(text.contains("Sergey Shoigu arrived"), "{text}");
            let change = json!({
                "textDocument": {"uri": uri, "version": 2},
                "contentChanges": [{"text": text}],
            });
            editor.tell("textDocument/didChange", change);
        }
        let settled = |codes: &[String]| !is_found(codes);
        let codes = told(&mut editor, &uri, settled);
        assert!(settled(&codes), "{title}: {codes:?}");
    }
}
