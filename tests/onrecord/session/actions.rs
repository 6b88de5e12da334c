use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;

const URI: &str = "untitled:talks";
/// Two places with a sure fix each.
const TEXT: &str =
    "There are foreign forces. on this hill.\n\nThere are more forces. in that valley.\n";

fn asked(only: Value) -> Value {
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 40}});
    let mut context = json!({"diagnostics": [], "triggerKind": 1});
    if !only.is_null() {
        context["only"] = only;
    }
    json!({"textDocument": {"uri": URI}, "range": range, "context": context})
}

fn kinds(actions: &Value) -> Vec<&str> {
    let actions = actions.as_array().expect("a list").iter();
    actions
        .filter_map(|action| action["kind"].as_str())
        .collect()
}

fn editor(grows: bool) -> Editor {
    let mut actions = json!({"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}}});
    if grows {
        actions["dataSupport"] = true.into();
        actions["resolveSupport"] = json!({"properties": ["edit"]});
    }
    let mut editor = Editor::greet(&json!({
        "textDocument": {"codeAction": actions},
        "workspace": {"workspaceEdit": {"documentChanges": true}},
    }));
    editor.open(URI, "transcript", 4, TEXT);
    editor
}

#[test]
fn only_kinds_that_are_asked_for_are_offered() {
    let mut editor = editor(false);
    let mut offered = |only| kinds(&editor.ask("textDocument/codeAction", asked(only))).join(" ");
    assert_eq!(offered(json!(["refactor"])), "");
    assert_eq!(offered(json!(["source"])), "source.fixAll.onrecord");
    assert_eq!(offered(json!(["source.fixAll"])), "source.fixAll.onrecord");
    assert_eq!(offered(json!(["source.organizeImports"])), "");
    assert_eq!(offered(json!(["quickfix"])), "quickfix");
    assert_eq!(offered(json!(null)), "quickfix source.fixAll.onrecord");
}

#[test]
fn all_sure_fixes_are_one_action_whose_edits_come_when_it_is_chosen() {
    for grows in [false, true] {
        let mut editor = editor(grows);
        let actions = editor.ask("textDocument/codeAction", asked(json!(["source.fixAll"])));
        let mut action = actions[0].clone();
        assert_eq!(action.get("edit").is_none(), grows);
        if grows {
            action = editor.ask("codeAction/resolve", action);
        }
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": URI, "version": 4}));
        assert_eq!(
            change["edits"].as_array().map(Vec::len),
            Some(2),
            "{action}"
        );
    }
}

#[test]
fn a_sidecar_moves_with_its_transcript() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    for name in ["a.txt", "a.onrecord.toml", "b.txt"] {
        fs::write(root.join(name), "").expect("a file");
    }
    let mut editor = Editor::start();
    let capabilities = editor.initialize(&json!({
        "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"]}},
    }));
    let filters = &capabilities["workspace"]["fileOperations"]["willRename"]["filters"];
    assert_eq!(filters[0]["scheme"], "file");
    let address = |name: &str| format!("file://{}/{name}", root.display());
    let mut moved = |old: &str, new: &str| {
        let files = json!({"files": [{"oldUri": address(old), "newUri": address(new)}]});
        editor.ask("workspace/willRenameFiles", files)
    };
    let edit = moved("a.txt", "c.txt");
    let expected = json!({
        "kind": "rename", "oldUri": address("a.onrecord.toml"), "newUri": address("c.onrecord.toml"),
    });
    assert_eq!(edit["documentChanges"], json!([expected]));
    assert_eq!(moved("b.txt", "c.txt"), Value::Null);
    assert_eq!(moved("b.txt", "a.txt"), Value::Null);
}
