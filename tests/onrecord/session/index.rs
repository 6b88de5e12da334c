use std::fs;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;

const TALK: &str = "Ada Vane: Good morning to you all. The harbour is open.\n\n\
    Otto Krone: Thank you. I met Sergey Lavrov there.\n\nAda Vane: So did I. Thank you.\n";

/// The names of the symbols that match `query`.
fn symbols(editor: &mut Editor, query: &str) -> Vec<String> {
    let answer = editor.ask("workspace/symbol", json!({"query": query}));
    let all = answer.as_array().into_iter().flatten();
    let name = |symbol: &Value| {
        let uri = symbol["location"]["uri"].as_str()?.rsplit('/').next()?;
        Some(format!("{} {uri}", symbol["name"].as_str()?))
    };
    all.filter_map(name).collect()
}

/// Asks until the answer is as expected; the index is made in the background.
fn until(editor: &mut Editor, query: &str, expected: &[&str]) {
    for _ in 0..2000 {
        if symbols(editor, query) == expected {
            return;
        }
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(symbols(editor, query), expected);
}

fn changed(editor: &mut Editor, folder: &TempDir, name: &str) {
    let uri = format!("file://{}/{name}", folder.path().display());
    editor.tell(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": uri, "type": 2}]}),
    );
}

#[test]
#[cfg(unix)]
fn transcripts_that_are_not_open_are_found_as_they_come_change_and_go() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.transcript"), TALK).unwrap();
    fs::write(folder.path().join("list.txt"), TALK).unwrap();
    // Too long to be held in memory: nothing but its length is on the disk.
    let long = fs::File::create(folder.path().join("long.transcript")).unwrap();
    long.set_len(200 << 20).unwrap();
    let mut editor = Editor::start();
    let root = format!("file://{}", folder.path().display());
    let params = json!({"processId": null, "rootUri": root, "capabilities": {}});
    editor.ask("initialize", params);
    editor.tell("initialized", json!({}));
    until(
        &mut editor,
        "krone",
        &["Otto Krone a.transcript", "Otto Krone: a.transcript"],
    );
    let told = editor.hear("window/logMessage");
    let message = told["params"]["message"].as_str().unwrap_or_default();
    assert!(
        message.contains("long.transcript is longer than 64 MB"),
        "{message}"
    );
    fs::write(
        folder.path().join("b.transcript"),
        TALK.replace("Krone", "Krone-Holm"),
    )
    .unwrap();
    changed(&mut editor, &folder, "b.transcript");
    until(
        &mut editor,
        "holm",
        &[
            "Otto Krone-Holm b.transcript",
            "Otto Krone-Holm: b.transcript",
        ],
    );
    // What is typed beats what is on the disk.
    let uri = format!("{root}/b.transcript");
    editor.open(&uri, "transcript", 1, &TALK.replace("Krone", "Krone-Holmq"));
    until(
        &mut editor,
        "holm",
        &[
            "Otto Krone-Holmq b.transcript",
            "Otto Krone-Holmq: b.transcript",
        ],
    );
    let found = editor.ask(
        "textDocument/references",
        json!({
            "textDocument": {"uri": uri},
            "position": {"line": 2, "character": 45},
            "context": {"includeDeclaration": false},
        }),
    );
    let places = found.as_array().map_or(0, Vec::len);
    assert_eq!(places, 2, "{found}");
    fs::remove_file(folder.path().join("a.transcript")).unwrap();
    changed(&mut editor, &folder, "a.transcript");
    until(
        &mut editor,
        "krone",
        &[
            "Otto Krone-Holmq b.transcript",
            "Otto Krone-Holmq: b.transcript",
        ],
    );
}

#[test]
#[cfg(unix)]
fn every_open_folder_is_looked_through_and_how_far_that_is_can_be_seen() {
    let (one, two) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    for n in 0..40 {
        fs::write(one.path().join(format!("{n}.transcript")), TALK).unwrap();
    }
    let other = TALK.replace("Krone", "Halm");
    fs::write(two.path().join("z.transcript"), other).unwrap();
    let folders = [&one, &two].map(
        |folder| json!({"uri": format!("file://{}", folder.path().display()), "name": "talks"}),
    );
    let mut editor = Editor::start();
    let params = json!({
        "processId": null, "rootUri": null, "workspaceFolders": folders,
        "capabilities": {"window": {"workDoneProgress": true}},
    });
    editor.ask("initialize", params);
    editor.tell("initialized", json!({}));
    let question = editor.hear("window/workDoneProgress/create");
    editor.reply(&question, Value::Null);
    let token = &question["params"]["token"];
    for (kind, message) in [
        ("begin", Value::Null),
        ("report", json!("32 of 41")),
        ("end", Value::Null),
    ] {
        let told = editor.hear("$/progress");
        assert_eq!(&told["params"]["token"], token);
        assert_eq!(told["params"]["value"]["kind"], kind);
        assert_eq!(told["params"]["value"]["message"], message);
    }
    let found = symbols(&mut editor, "halm");
    assert_eq!(found, ["Otto Halm z.transcript", "Otto Halm: z.transcript"]);
    let removed = json!({"event": {"added": [], "removed": [folders[1]]}});
    editor.tell("workspace/didChangeWorkspaceFolders", removed);
    until(&mut editor, "halm", &[]);
}
