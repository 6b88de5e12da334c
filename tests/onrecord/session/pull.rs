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
fn that_the_last_finding_is_gone_is_told() {
    let mut editor = Editor::greet(&asking());
    editor.open(URI, "transcript", 1, TEXT);
    let first = editor.pull(URI, None);
    assert_eq!(codes(&first), ["DAT002"]);
    let id = first["resultId"].as_str().expect("a report has a number");
    editor.edit(URI, 2, json!([change((4, 29), (4, 30), "3")]));
    let none = editor.pull(URI, Some(id));
    assert_eq!(
        (none["kind"].as_str(), codes(&none).len()),
        (Some("full"), 0)
    );
    let id = none["resultId"].as_str().expect("a report has a number");
    editor.edit(URI, 3, json!([change((2, 4), (2, 9), "meetings")]));
    assert_eq!(editor.pull(URI, Some(id))["kind"], "unchanged");
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

#[test]
fn transcripts_that_are_not_open_are_told_of_and_read_again_only_when_they_change() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    for name in ["a.transcript.txt", "b.transcript.txt", "list.txt"] {
        fs::write(root.join(name), TEXT).expect("a file");
    }
    let mut editor = Editor::start();
    let address = format!("file://{}", root.display());
    let folders = json!([{"uri": address, "name": "talks"}]);
    let params = json!({
        "processId": null, "rootUri": null, "capabilities": asking(), "workspaceFolders": folders,
    });
    editor.ask("initialize", params);
    editor.tell("initialized", json!({}));
    let open = format!("{address}/a.transcript.txt");
    editor.open(&open, "transcript", 3, TEXT);
    let whole = |editor: &mut Editor, known: Value| -> Value {
        let params = json!({"previousResultIds": known});
        editor.ask("workspace/diagnostic", params)["items"].take()
    };
    let first = whole(&mut editor, json!([]));
    let told: Vec<(&str, &Value)> = first
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|item| Some((item["uri"].as_str()?.rsplit('/').next()?, &item["version"])))
        .collect();
    assert_eq!(
        told,
        [
            ("a.transcript.txt", &json!(3)),
            ("b.transcript.txt", &Value::Null)
        ]
    );
    assert_eq!(codes(&first[1]), ["DAT002"]);
    let known = json!([
        {"uri": first[0]["uri"], "value": first[0]["resultId"]},
        {"uri": first[1]["uri"], "value": first[1]["resultId"]},
        {"uri": "untitled:gone", "value": "7"},
    ]);
    let again = whole(&mut editor, known.clone());
    assert_eq!(again[0]["kind"], "unchanged");
    assert_eq!(again[1]["kind"], "unchanged");
    assert_eq!(again[2]["items"], json!([]));
    fs::write(
        root.join("b.transcript.txt"),
        "Nothing to find here, at all.\n\n",
    )
    .expect("a file");
    let changed = whole(&mut editor, known);
    assert_eq!(changed[1]["kind"], "full");
    assert!(!codes(&changed[1]).contains(&"DAT002"));
    let removed = json!({"event": {"added": [], "removed": folders}});
    editor.tell("workspace/didChangeWorkspaceFolders", removed);
    let question = editor.hear("workspace/diagnostic/refresh");
    editor.reply(&question, Value::Null);
    assert_eq!(
        whole(&mut editor, json!([])).as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn an_open_registry_is_told_of_as_it_is_typed_and_not_as_it_lies_on_disk_too() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    let sound = "[[person]]\nid = \"vane\"\nname = \"Ada Vane\"\n";
    fs::write(
        root.join("onrecord.toml"),
        "registries = [\"people.toml\"]\n",
    )
    .expect("a project file");
    fs::write(root.join("people.toml"), "[[person\n").expect("a registry");
    let mut editor = Editor::greet(&asking());
    let talk = format!("file://{}/a.transcript.txt", root.display());
    editor.open(&talk, "transcript", 1, TEXT);
    editor.pull(&talk, None);
    let question = editor.hear("workspace/diagnostic/refresh");
    editor.reply(&question, Value::Null);
    let people = format!("file://{}/people.toml", root.display());
    assert_ne!(codes(&editor.pull(&people, None)), [""; 0]);

    editor.open(&people, "toml", 1, sound);
    assert_eq!(codes(&editor.pull(&people, None)), [""; 0]);
    let whole = editor.ask("workspace/diagnostic", json!({"previousResultIds": []}));
    let told: Vec<&Value> = whole["items"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|item| item["uri"] == people)
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(codes(told[0]), [""; 0]);
}

#[test]
fn a_file_that_is_not_read_while_it_is_not_open_says_why() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    // A file of nothing but holes, longer than is held in memory.
    let long = fs::File::create(root.join("long.transcript.txt")).expect("a file");
    long.set_len(200 << 20).expect("room for holes");
    fs::write(root.join("odd.transcript.txt"), b"Ada Vane: \xff\n").expect("a file");
    let mut editor = Editor::start();
    let uri = format!("file://{}", root.display());
    let params = json!({
        "processId": null, "rootUri": null, "capabilities": asking(),
        "workspaceFolders": [{"uri": uri, "name": "talks"}],
    });
    editor.ask("initialize", params);
    editor.tell("initialized", json!({}));
    let report = editor.ask("workspace/diagnostic", json!({"previousResultIds": []}));
    let messages: Vec<&str> = report["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item["items"][0]["message"].as_str())
        .collect();
    assert_eq!(messages.len(), 2, "{report}");
    assert!(messages[0].contains("longer than 64 MB"), "{messages:?}");
    assert!(messages[1].contains("not UTF-8 at byte 10"), "{messages:?}");
    // The index says so too, once.
    let told = editor.hear("window/logMessage");
    let told = told["params"]["message"].as_str().unwrap_or_default();
    assert!(told.contains("long.transcript.txt"), "{told}");
}

#[test]
fn what_was_told_of_a_folder_that_is_closed_is_taken_back() {
    let folders = [(); 2].map(|()| TempDir::new().expect("a temporary folder"));
    for folder in &folders {
        fs::write(folder.path().join("onrecord.toml"), "levels = 7\n").expect("a file");
        fs::write(folder.path().join("a.transcript.txt"), "Ada Vane: No.\n").expect("a file");
    }
    let address = |folder: &TempDir| {
        let root = folder.path().canonicalize().expect("it is there");
        json!({"uri": format!("file://{}", root.display()), "name": "talks"})
    };
    let mut editor = Editor::start();
    let params = json!({
        "processId": null, "rootUri": null, "capabilities": {},
        "workspaceFolders": folders.each_ref().map(address),
    });
    editor.ask("initialize", params);
    editor.tell("initialized", json!({}));
    let project = |folder: &TempDir| {
        let folder = address(folder)["uri"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        format!("{folder}/onrecord.toml")
    };
    for folder in &folders {
        let told = editor.diagnostics(&project(folder));
        assert_ne!(told["diagnostics"], json!([]));
    }
    let event = json!({"added": [], "removed": [address(&folders[0])]});
    editor.tell(
        "workspace/didChangeWorkspaceFolders",
        json!({"event": event}),
    );
    let told = editor.diagnostics(&project(&folders[0]));
    assert_eq!(told["diagnostics"], json!([]));
    assert!(!editor.has_heard_from(&project(&folders[1])));
}
