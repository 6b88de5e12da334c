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
    until(&mut editor, "krone", &[]);
}
