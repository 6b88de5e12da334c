//! Every editor starts the same command for the same files, whatever the syntax of its configuration.
//!
//! That the editors then truly start it is told in `tests/editors`, in the editors themselves.

use std::fs;
use std::path::Path;

use serde_json::Value;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("editors")
        .join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn manifest() -> Value {
    serde_json::from_str(&read("vscode/package.json")).unwrap()
}

#[test]
fn every_client_starts_the_program_with_lsp() {
    let code = read("vscode/src/extension.ts");
    assert!(code.contains("|| 'onrecord'") && code.contains("args: ['lsp']"));
    assert!(read("neovim/lsp/onrecord.lua").contains("cmd = { 'onrecord', 'lsp' }"));
}

#[test]
fn every_client_knows_transcripts_by_both_names() {
    let languages = &manifest()["contributes"]["languages"];
    assert_eq!(languages[0]["id"], "transcript");
    assert_eq!(
        languages[0]["extensions"],
        serde_json::json!([".transcript.txt", ".transcript"])
    );
    let detect = read("neovim/ftdetect/transcript.lua");
    assert!(detect.contains("extension = { transcript = 'transcript' }"));
    assert!(detect.contains("['.*%.transcript%.txt'] = 'transcript'"));
}

#[test]
fn every_client_reads_plain_text_too() {
    let code = read("vscode/src/extension.ts");
    assert!(code.contains("['transcript', 'plaintext']"));
    assert_eq!(manifest()["activationEvents"][0], "onLanguage:plaintext");
    assert!(
        read("neovim/lsp/onrecord.lua")
            .contains("filetypes = { 'transcript', 'text', 'toml', 'json' }")
    );
}

#[test]
fn every_client_has_registries_answered_in_both_their_forms() {
    assert!(read("vscode/src/extension.ts").contains("['**/*.toml', '**/*.json']"));
    assert!(read("neovim/lsp/onrecord.lua").contains("{ 'toml', 'json' }"));
}

#[test]
fn the_project_file_marks_the_root_before_the_repository_does() {
    assert!(read("neovim/lsp/onrecord.lua").contains("root_markers = { 'onrecord.toml', '.git' }"));
}

#[test]
fn editor_settings_name_paths_logging_and_what_is_shown_and_nothing_else() {
    let manifest = manifest();
    let settings = manifest["contributes"]["configuration"]["properties"]
        .as_object()
        .unwrap();
    let mut names: Vec<&str> = settings.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "onrecord.codeLenses",
            "onrecord.config",
            "onrecord.inlayHints.days",
            "onrecord.inlayHints.fullNames",
            "onrecord.inlayHints.holders",
            "onrecord.path",
            "onrecord.plainText",
            "onrecord.registries",
            "onrecord.trace.server"
        ]
    );
}

#[test]
fn the_extension_knows_the_server_s_words_and_commands() {
    let manifest = manifest();
    let code = read("vscode/src/extension.ts");
    let types = manifest["contributes"]["semanticTokenTypes"]
        .as_array()
        .unwrap();
    assert_eq!(types.len(), 8);
    for kind in types {
        let name = format!("'{}'", kind["id"].as_str().unwrap());
        assert!(code.contains(&name), "{name}");
    }
    let commands = manifest["contributes"]["commands"].to_string();
    for command in ["onrecord.nextTurn", "onrecord.previousTurn"] {
        assert!(commands.contains(command), "{command}");
        assert!(
            read("neovim/lsp/onrecord.lua").contains(command),
            "{command}"
        );
    }
}

#[test]
fn the_extension_has_the_version_of_the_program() {
    assert_eq!(manifest()["version"], env!("CARGO_PKG_VERSION"));
}
