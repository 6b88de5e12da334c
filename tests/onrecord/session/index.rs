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
fn reported_speech_is_followed_into_transcripts_that_are_not_open() {
    let folder = TempDir::new().unwrap();
    let told = "Sergey Lavrov said that the port was shut.\n\nAda Vane: Sergey Lavrov told us that the road was open.\n\n\
        Otto Krone: Sergey Lavrov told me so. Vladimir Putin said no.\n\nAda Vane: I see.\n";
    fs::write(folder.path().join("a.transcript"), told).unwrap();
    let root = format!("file://{}", folder.path().display());
    let mut editor = Editor::start();
    let params = json!({"processId": null, "rootUri": root, "capabilities": {}});
    editor.ask("initialize", params);
    editor.tell("initialized", json!({}));
    let uri = format!("{root}/b.transcript");
    editor.open(&uri, "transcript", 1, TALK);
    until(&mut editor, "putin", &["Vladimir Putin a.transcript"]);
    let position = json!({"line": 2, "character": 35});
    let about = json!({"textDocument": {"uri": uri}, "position": position});
    let items = editor.ask("textDocument/prepareCallHierarchy", about);
    assert_eq!(items[0]["name"], "Sergey Lavrov");
    let incoming = editor.ask("callHierarchy/incomingCalls", json!({"item": items[0]}));
    let name = |call: &Value| call["from"]["name"].as_str().map(str::to_owned);
    let names: Vec<String> = incoming
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(name)
        .collect();
    assert_eq!(names, ["narrative", "Ada Vane", "Otto Krone"]);
    assert_eq!(incoming[2]["from"]["uri"], format!("{root}/a.transcript"));
    assert_eq!(incoming[2]["from"]["detail"], "a.transcript");
    assert_eq!(incoming[2]["fromRanges"][0]["start"]["line"], 4);
    let item = json!({"item": incoming[2]["from"]});
    let outgoing = editor.ask("callHierarchy/outgoingCalls", item);
    let whom = |nth: usize| outgoing[nth]["to"]["name"].as_str();
    assert_eq!(
        (whom(0), whom(1)),
        (Some("Sergey Lavrov"), Some("Vladimir Putin"))
    );
    // An editor that opens it sees the same.
    editor.open(&format!("{root}/a.transcript"), "transcript", 1, told);
    let again = editor.ask("callHierarchy/incomingCalls", json!({"item": items[0]}));
    assert_eq!(again, incoming);
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

#[test]
#[cfg(target_os = "linux")]
fn two_servers_of_one_folder_do_each_other_no_harm() {
    let (folder, cache) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    for n in 0..40 {
        fs::write(folder.path().join(format!("{n:02}.transcript")), TALK).unwrap();
    }
    let root = format!("file://{}", folder.path().display());
    let params = json!({"processId": null, "rootUri": root, "capabilities": {}});
    let expected: Vec<String> = ["Otto Krone", "Otto Krone:"]
        .iter()
        .flat_map(|name| (0..40).map(move |n| format!("{name} {n:02}.transcript")))
        .collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    let mut servers: Vec<Editor> = (0..2)
        .map(|_| Editor::start_with_cache(cache.path()))
        .collect();
    for server in &mut servers {
        server.ask("initialize", params.clone());
    }
    for server in &mut servers {
        server.tell("initialized", json!({}));
    }
    for server in &mut servers {
        until(server, "krone", &expected);
    }
    // Nothing but the index stays in the folder, and what was written last is whole.
    let kept = || -> Vec<std::path::PathBuf> {
        let folders = fs::read_dir(cache.path().join("onrecord"));
        let folders = folders.into_iter().flatten().flatten();
        let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten());
        files.flatten().map(|file| file.path()).collect()
    };
    let is_whole = || {
        let files = kept();
        let text = files.first().and_then(|file| fs::read_to_string(file).ok());
        let index = text.and_then(|text| serde_json::from_str::<Vec<Value>>(&text).ok());
        files.len() == 1 && index.is_some_and(|index| index.len() == 40)
    };
    for _ in 0..2000 {
        if is_whole() {
            break;
        }
        thread::sleep(Duration::from_millis(5));
    }
    assert!(is_whole(), "{:?}", kept());
    let mut third = Editor::start_with_cache(cache.path());
    third.ask("initialize", params);
    third.tell("initialized", json!({}));
    until(&mut third, "krone", &expected);
}
