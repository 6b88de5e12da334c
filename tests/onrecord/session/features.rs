use serde_json::{Value, json};

use crate::support::editor::Editor;

#[test]
fn an_encoding_is_agreed_and_only_one_that_was_offered() {
    for (offered, agreed) in [
        (json!(null), "utf-16"),
        (json!([]), "utf-16"),
        (json!(["utf-16"]), "utf-16"),
        (json!(["utf-32"]), "utf-32"),
        (json!(["utf-32", "utf-16"]), "utf-16"),
        (json!(["utf-16", "utf-8", "utf-32"]), "utf-8"),
    ] {
        let mut editor = Editor::start();
        let general = if offered.is_null() {
            json!({})
        } else {
            json!({"positionEncodings": offered})
        };
        let capabilities = editor.initialize(&json!({"general": general}));
        assert_eq!(capabilities["positionEncoding"], agreed, "of {offered}");
        editor.ask("shutdown", Value::Null);
    }
}

#[test]
fn a_document_without_a_place_on_disk_is_read_like_any_other() {
    let mut editor = Editor::greet(&json!({}));
    for uri in [
        "untitled:Untitled-1",
        "vscode-vfs://host/a.txt",
        "file:///c%3A/talks.txt",
        "git:/a.txt?%7B%7D",
    ] {
        editor.open(
            uri,
            "transcript",
            1,
            "President Novak: We met.\n\nPresident Blom: We left.\n",
        );
        editor.diagnostics_of(uri, 1);
        assert!(editor.symbols(uri).is_array(), "{uri}");
    }
}

#[test]
fn a_closed_document_has_no_diagnostics_any_more() {
    let mut editor = Editor::greet(&json!({}));
    editor.open(
        "untitled:a",
        "transcript",
        5,
        "forces. on Syrian territory.\n",
    );
    editor.diagnostics_of("untitled:a", 5);
    editor.close("untitled:a");
    assert_eq!(
        editor.diagnostics("untitled:a"),
        json!({"uri": "untitled:a", "diagnostics": []})
    );
}

#[test]
fn a_shopping_list_shows_nothing() {
    let mut editor = Editor::greet(&json!({}));
    let uri = "untitled:list";
    editor.open(
        uri,
        "plaintext",
        1,
        "milk\neggs. and bread\nIt was stressed that there is no butter.\n",
    );
    assert_eq!(editor.diagnostics(uri)["diagnostics"], json!([]));
}

#[test]
fn our_own_files_are_not_taken_for_prose() {
    let mut editor = Editor::greet(&json!({}));
    let text = "It was stressed that this is no prose. forces. on a hill\n";
    editor.open("file:///nowhere/onrecord.toml", "toml", 1, text);
    assert_eq!(editor.symbols("file:///nowhere/onrecord.toml"), json!([]));
    editor.open("file:///nowhere/other.toml", "toml", 1, text);
    assert_eq!(editor.symbols("file:///nowhere/other.toml"), Value::Null);
}

#[test]
fn the_code_of_a_finding_leads_to_its_rule_s_page_on_disk() {
    let mut editor = Editor::greet(&json!({
        "textDocument": {"publishDiagnostics": {"codeDescriptionSupport": true}}
    }));
    editor.open(
        "untitled:a",
        "transcript",
        1,
        "There are foreign forces. on Syrian territory.\n",
    );
    let diagnostics = editor.diagnostics_of("untitled:a", 1);
    let finding = diagnostics
        .as_array()
        .into_iter()
        .flatten()
        .find(|one| one["code"] == "FMT002");
    let finding = finding.unwrap_or_else(|| panic!("no FMT002 in {diagnostics}"));
    assert_eq!(finding["source"], "onrecord");
    let href = finding["codeDescription"]["href"].as_str().expect("a link");
    let page = std::fs::read_to_string(href.strip_prefix("file://").expect("a file"))
        .expect("the page is there");
    assert!(page.contains("stray"), "{page}");
    assert!(href.contains(editor.home.path().to_str().expect("a plain path")));
}

#[test]
fn a_fix_is_offered_where_its_finding_stands_and_nowhere_else() {
    let mut editor = Editor::greet(&json!({
        "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}}},
        "workspace": {"workspaceEdit": {"documentChanges": true}}
    }));
    let text = "All is well here.\n\nThere are foreign forces. on Syrian territory.\n";
    editor.open("untitled:a", "transcript", 4, text);
    let at = |line: u32, only: Value| {
        let range = json!({"start": {"line": line, "character": 0}, "end": {"line": line, "character": 40}});
        let mut context = json!({"diagnostics": []});
        if !only.is_null() {
            context["only"] = only;
        }
        json!({"textDocument": {"uri": "untitled:a"}, "range": range, "context": context})
    };
    let actions = editor.ask("textDocument/codeAction", at(2, json!(null)));
    let action = &actions[0];
    assert_eq!(action["kind"], "quickfix");
    assert_eq!(action["diagnostics"][0]["code"], "FMT002");
    assert_eq!(
        action["edit"]["documentChanges"][0]["textDocument"],
        json!({"uri": "untitled:a", "version": 4})
    );
    assert_eq!(
        editor.ask("textDocument/codeAction", at(0, json!(null))),
        json!([])
    );
    assert_eq!(
        editor.ask("textDocument/codeAction", at(2, json!(["refactor"]))),
        json!([])
    );
}

#[test]
fn folds_and_outline_fit_the_least_able_client_and_the_limit_of_another() {
    let text = "President Anna Novak: We met.\nAnd talked.\n\nPresident Josef Blom: We left.\nLate.\n\nPresident Anna Novak: Yes.\nOf course.\n";
    let mut plain = Editor::greet(&json!({}));
    plain.open("untitled:a", "transcript", 1, text);
    let symbols = plain.symbols("untitled:a");
    assert!(symbols[0]["location"]["uri"] == "untitled:a", "{symbols}");
    let n_folds = plain.folds("untitled:a").as_array().map_or(0, Vec::len);
    let mut limited = Editor::greet(&json!({"textDocument": {"foldingRange": {"rangeLimit": 1}}}));
    limited.open("untitled:a", "transcript", 1, text);
    let n_limited = limited.folds("untitled:a").as_array().map_or(0, Vec::len);
    assert_eq!(n_limited, n_folds.min(1));
}
