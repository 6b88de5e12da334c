use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::documents::change;
use crate::support::editor::Editor;

const URI: &str = "file:///talks.transcript.txt";
const TEXT: &str = "Lakeside, 4 April 2023\n\nThe talks went on for an hour in the old hall.\n\n\
    The next talks are on Monday 5 April 2023.\n";

/// A client that asks for findings and can be told to ask again.
fn asking() -> Value {
    json!({
        "textDocument": {"diagnostic": {}},
        "workspace": {"diagnostics": {"refreshSupport": true}},
    })
}

impl Editor {
    fn pull(&mut self, uri: &str, previous: Option<&str>) -> Value {
        let mut params = json!({"textDocument": {"uri": uri}, "identifier": "onrecord"});
        if let Some(previous) = previous {
            params["previousResultId"] = previous.into();
        }
        self.ask("textDocument/diagnostic", params)
    }
}

fn codes(report: &Value) -> Vec<&str> {
    let items = report["items"].as_array().expect("a full report");
    items
        .iter()
        .filter_map(|item| item["code"].as_str())
        .collect()
}

#[test]
fn a_client_that_asks_for_findings_is_told_none_unasked() {
    let mut editor = Editor::start();
    let capabilities = editor.initialize(&asking());
    let provider = &capabilities["diagnosticProvider"];
    assert_eq!(provider["interFileDependencies"], true);
    assert_eq!(provider["workspaceDiagnostics"], true);
    editor.open(URI, "transcript", 1, TEXT);
    let report = editor.pull(URI, None);
    assert_eq!(report["kind"], "full");
    assert_eq!(codes(&report), ["DAT002"]);
    editor.close(URI);
    assert_eq!(codes(&editor.pull(URI, None)), [""; 0]);
    editor.ask("shutdown", Value::Null);
    assert!(!editor.has_heard("textDocument/publishDiagnostics"));
}

#[test]
fn a_client_that_does_not_ask_is_told_and_not_offered_to_ask() {
    let mut editor = Editor::start();
    let capabilities = editor.initialize(&json!({}));
    assert_eq!(capabilities.get("diagnosticProvider"), None);
    editor.open(URI, "transcript", 1, TEXT);
    assert_eq!(editor.diagnostics_of(URI, 1)[0]["code"], "DAT002");
}

#[test]
fn findings_that_have_not_changed_are_not_sent_again() {
    let mut editor = Editor::greet(&asking());
    editor.open(URI, "transcript", 1, TEXT);
    let first = editor.pull(URI, None);
    let id = first["resultId"].as_str().expect("a report has a number");
    assert_eq!(
        editor.pull(URI, Some(id)),
        json!({"kind": "unchanged", "resultId": id})
    );
    // An edit that moves no finding changes nothing either.
    editor.edit(URI, 2, json!([change((2, 4), (2, 9), "meetings")]));
    assert_eq!(editor.pull(URI, Some(id))["kind"], "unchanged");
    editor.edit(URI, 3, json!([change((0, 0), (0, 0), "\n")]));
    let moved = editor.pull(URI, Some(id));
    assert_eq!(moved["kind"], "full");
    assert_ne!(moved["resultId"], id);
    assert_eq!(moved["items"][0]["range"]["start"]["line"], 5);
    // A number of a document's last life is none of this one.
    editor.close(URI);
    editor.open(URI, "transcript", 1, TEXT);
    assert_eq!(editor.pull(URI, Some(id))["kind"], "full");
}

#[test]
fn a_question_in_the_middle_of_edits_is_answered_from_the_newest_text() {
    let mut editor = Editor::greet(&asking());
    editor.open(URI, "transcript", 0, TEXT);
    let mut asked = Vec::new();
    for version in 1..=50 {
        editor.edit(URI, version, json!([change((0, 0), (0, 0), "\n")]));
        let params = json!({"textDocument": {"uri": URI}});
        asked.push(editor.request("textDocument/diagnostic", params));
    }
    let last = asked.pop().expect("fifty were asked");
    for id in asked {
        assert!(editor.answer(id).get("error").is_none());
    }
    let report = editor.answer(last)["result"].take();
    assert_eq!(report["items"][0]["range"]["start"]["line"], 54);
}

#[test]
fn the_whole_workspace_is_answered_by_numbers_and_in_parts() {
    let mut editor = Editor::greet(&asking());
    let uris: Vec<String> = (0..230).map(|n| format!("untitled:{n:03}")).collect();
    for uri in &uris {
        editor.open(uri, "transcript", 7, TEXT);
    }
    let whole = editor.ask("workspace/diagnostic", json!({"previousResultIds": []}));
    let items = whole["items"].as_array().expect("a list");
    assert_eq!(items.len(), uris.len());
    assert!(
        items
            .iter()
            .zip(&uris)
            .all(|(item, uri)| item["uri"] == *uri && item["version"] == 7)
    );
    assert!(items.iter().all(|item| codes(item) == ["DAT002"]));

    // All but one are known, and all of it comes in parts.
    let known: Vec<Value> = items
        .iter()
        .skip(1)
        .map(|item| json!({"uri": item["uri"], "value": item["resultId"]}))
        .collect();
    let params = json!({
        "previousResultIds": known, "partialResultToken": "parts", "workDoneToken": 9,
    });
    let rest = editor.ask("workspace/diagnostic", params);
    assert_eq!(rest, json!({"items": []}));
    let (mut full, mut unchanged) = (0, 0);
    while full + unchanged < uris.len() {
        let part = editor.wait(|message| {
            message["method"] == "$/progress" && message["params"]["token"] == "parts"
        });
        for item in part["params"]["value"]["items"].as_array().expect("a list") {
            match item["kind"].as_str() {
                Some("full") => full += 1,
                _ => unchanged += 1,
            }
        }
    }
    assert_eq!((full, unchanged), (1, 229));
    let work = |editor: &mut Editor, kind: &str| {
        editor.wait(|message| {
            message["params"]["token"] == 9 && message["params"]["value"]["kind"] == kind
        })
    };
    work(&mut editor, "begin");
    work(&mut editor, "end");
}

#[test]
fn a_change_of_the_project_has_the_client_ask_again() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    let project = root.join("onrecord.toml");
    fs::write(&project, "").expect("a project file");
    let mut editor = Editor::greet(&asking());
    let uri = format!("file://{}/a.transcript.txt", root.display());
    editor.open(&uri, "transcript", 1, TEXT);
    let first = editor.pull(&uri, None);
    assert_eq!(codes(&first), ["DAT002"]);

    fs::write(&project, "ignore = [\"DAT\"]\nprofil = 1\n").expect("a project file");
    let project = format!("file://{}", project.display());
    let changes = json!({"changes": [{"uri": project, "type": 2}]});
    editor.tell("workspace/didChangeWatchedFiles", changes);
    let question = editor.hear("workspace/diagnostic/refresh");
    editor.reply(&question, Value::Null);
    let id = first["resultId"].as_str();
    assert_eq!(codes(&editor.pull(&uri, id)), [""; 0]);
    // What is wrong in the project file is told to who asks about it or about everything.
    assert_eq!(codes(&editor.pull(&project, None)), ["malformed-file"]);
    let whole = editor.ask("workspace/diagnostic", json!({"previousResultIds": []}));
    assert!(whole.to_string().contains("`profile`"), "{whole}");
}
