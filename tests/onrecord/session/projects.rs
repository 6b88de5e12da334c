use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::documents::change;
use crate::support::editor::Editor;

/// A text with one finding that no other rule touches.
const STRAY: &str = "There are foreign forces. on Syrian territory.\n";

/// A folder with a project file, and an editor that has it open.
fn folder(project: &str) -> (TempDir, Editor) {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("onrecord.toml"), project).expect("a project file");
    let mut editor = Editor::start();
    let capabilities =
        json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}});
    let root = address(folder.path());
    let params = json!({"processId": null, "rootUri": root, "capabilities": capabilities});
    editor.ask("initialize", params);
    editor.tell("initialized", json!({}));
    let registration = editor.hear("client/registerCapability");
    editor.reply(&registration, Value::Null);
    (folder, editor)
}

fn address(path: &Path) -> String {
    let path = path.canonicalize().expect("it is there");
    format!("file://{}", path.display())
}

/// Writes the project file anew and has the client tell.
fn rewrite(folder: &TempDir, editor: &mut Editor, project: &str) -> String {
    let path = folder.path().join("onrecord.toml");
    fs::write(&path, project).expect("a project file");
    let uri = address(&path);
    editor.tell(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": uri, "type": 2}]}),
    );
    uri
}

fn severity_of(diagnostics: &Value, code: &str) -> Option<i64> {
    let all = diagnostics.as_array()?;
    all.iter().find(|one| one["code"] == code)?["severity"].as_i64()
}

#[test]
fn a_change_of_the_project_file_reaches_the_open_documents() {
    let (folder, mut editor) = folder("levels = { FMT002 = \"error\" }\n");
    let uri = format!("{}/a.transcript.txt", address(folder.path()));
    editor.open(&uri, "transcript", 1, STRAY);
    assert_eq!(
        severity_of(&editor.diagnostics_of(&uri, 1), "FMT002"),
        Some(1)
    );
    rewrite(&folder, &mut editor, "levels = { FMT002 = \"hint\" }\n");
    assert_eq!(
        severity_of(&editor.diagnostics_of(&uri, 1), "FMT002"),
        Some(4)
    );
    rewrite(&folder, &mut editor, "ignore = [\"FMT002\"]\n");
    assert_eq!(severity_of(&editor.diagnostics_of(&uri, 1), "FMT002"), None);
}

#[test]
fn a_broken_project_file_is_told_at_its_place_and_the_last_good_one_stays() {
    let (folder, mut editor) = folder("levels = { FMT002 = \"error\" }\n");
    let uri = format!("{}/a.transcript.txt", address(folder.path()));
    editor.open(&uri, "transcript", 1, STRAY);
    assert_eq!(
        severity_of(&editor.diagnostics_of(&uri, 1), "FMT002"),
        Some(1)
    );
    let project = rewrite(&folder, &mut editor, "levels = { FMT002 = \n");
    let problems = editor.diagnostics(&project)["diagnostics"].clone();
    assert_eq!(problems[0]["severity"], 1, "{problems}");
    editor.edit(&uri, 2, json!([{"text": format!("{STRAY}\n")}]));
    assert_eq!(
        severity_of(&editor.diagnostics_of(&uri, 2), "FMT002"),
        Some(1)
    );
    rewrite(&folder, &mut editor, "levels = { FMT002 = \"error\" }\n");
    assert_eq!(editor.diagnostics(&project)["diagnostics"], json!([]));
}

#[test]
fn an_unknown_key_is_told_on_the_project_file_when_a_document_of_it_is_opened() {
    let (folder, mut editor) = folder("# ours\nprofil = \"strict\"\n");
    let uri = format!("{}/a.transcript.txt", address(folder.path()));
    editor.open(&uri, "transcript", 1, STRAY);
    let project = format!("{}/onrecord.toml", address(folder.path()));
    let problems = editor.diagnostics(&project)["diagnostics"].clone();
    assert_eq!(
        problems[0]["range"]["start"],
        json!({"line": 1, "character": 0}),
        "{problems}"
    );
    let message = problems[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("profile"), "{message}");
}

#[test]
fn a_text_is_shown_findings_if_the_project_includes_it_or_turns_stand_in_it() {
    let (folder, mut editor) = folder("include = [\"articles/**\"]\n");
    let root = address(folder.path());
    let turns = format!(
        "President Anna Novak: We met.\n\nMinister Josef Blom: We left.\n\nPresident Anna Novak: {STRAY}"
    );
    for (name, text, is_shown) in [
        ("articles/a.txt", STRAY, true),
        ("list.txt", STRAY, false),
        ("b.transcript.txt", STRAY, true),
        ("talk.txt", &turns, true),
    ] {
        let uri = format!("{root}/{name}");
        editor.open(&uri, "plaintext", 1, text);
        let diagnostics = editor.diagnostics_of(&uri, 1);
        assert_eq!(
            severity_of(&diagnostics, "FMT002").is_some(),
            is_shown,
            "{name}: {diagnostics}"
        );
    }
}

#[test]
fn settings_of_the_editor_name_another_project_file() {
    let other = TempDir::new().expect("a temporary folder");
    let config = other.path().join("house.toml");
    fs::write(&config, "levels = { FMT002 = \"hint\" }\n").expect("a project file");
    let mut editor = Editor::greet(&json!({"workspace": {"configuration": true}}));
    let request = editor.hear("workspace/configuration");
    editor.open("untitled:a", "transcript", 1, STRAY);
    assert_eq!(
        severity_of(&editor.diagnostics_of("untitled:a", 1), "FMT002"),
        Some(2)
    );
    editor.reply(&request, json!([{"config": config}]));
    assert_eq!(
        severity_of(&editor.diagnostics_of("untitled:a", 1), "FMT002"),
        Some(4)
    );
    // The same question after a change, answered with nothing: what was said stays.
    editor.tell(
        "workspace/didChangeConfiguration",
        json!({"settings": null}),
    );
    let request = editor.hear("workspace/configuration");
    editor.reply(&request, json!([null]));
    editor.edit("untitled:a", 2, json!([{"text": format!("{STRAY}\n")}]));
    assert_eq!(
        severity_of(&editor.diagnostics_of("untitled:a", 2), "FMT002"),
        Some(4)
    );
}

#[test]
fn a_project_file_is_looked_through_as_it_is_typed() {
    let (folder, mut editor) = folder("levels = 7\n");
    let file = address(&folder.path().join("onrecord.toml"));
    while lines(&editor.diagnostics(&file)["diagnostics"]) != [0] {}
    editor.open(&file, "toml", 1, "levels = 7\n");
    assert_eq!(lines(&editor.diagnostics_of(&file, 1)), [0]);
    editor.edit(&file, 2, json!([change((0, 0), (0, 0), "# House rules\n")]));
    assert_eq!(lines(&editor.diagnostics_of(&file, 2)), [1]);
    editor.edit(
        &file,
        3,
        json!([{"text": "registries = [\"nobody.toml\"]\nprofil = \"form\"\n"}]),
    );
    assert_eq!(lines(&editor.diagnostics_of(&file, 3)), [1, 0]);
    editor.edit(&file, 4, json!([{"text": "profile = \"form\"\n"}]));
    assert_eq!(lines(&editor.diagnostics_of(&file, 4)), [0; 0]);
    // Closed without saving, it is what lies on disk again.
    editor.close(&file);
    while lines(&editor.diagnostics(&file)["diagnostics"]) != [0] {}
}

/// The lines findings begin on.
fn lines(diagnostics: &Value) -> Vec<u64> {
    let all = diagnostics.as_array().into_iter().flatten();
    all.filter_map(|one| one["range"]["start"]["line"].as_u64())
        .collect()
}
