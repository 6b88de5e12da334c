//! What the rules about sources, quotations, figures, claims and wording offer, taken one by one over the wire: an editor
//! asks for actions, has the chosen one resolved, applies its edit and looks whether the finding is gone.
//!
//! The texts are the examples of the rules' own pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use onrecord_engine::rules::{RULES, Rule};
use onrecord_engine::text::{Encoding, Position, Span, Text};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;

/// The families looked at.
const FAMILIES: [&str; 5] = ["ATT", "CLM", "DAT1", "QUO", "STY"];

/// Rules of these families that offer something in these texts.
const OFFERING: [&str; 19] = [
    "ATT001", "ATT002", "ATT003", "ATT004", "ATT103", "ATT107", "ATT109", "ATT112", "DAT101",
    "DAT104", "QUO001", "QUO002", "QUO003", "QUO102", "QUO103", "QUO107", "QUO108", "STY001",
    "STY003",
];

/// Texts that name somebody whom a fix may take, where the examples of the pages name nobody.
const NAMING: [(&str, &str); 4] = [
    (
        "ATT001",
        "The neighbours betrayed the treaty. Ona Reed said that it rained.\n",
    ),
    (
        "ATT103",
        "Ona Reed met Ilya Gran. It was stressed that the treaty would hold.\n",
    ),
    (
        "ATT109",
        "15 March 2023\n\nThe Syrian spokesman said traffic was normal.\n",
    ),
    (
        "DAT101",
        "Exports fell by 40 percent. Ona Reed said that it rained.\n",
    ),
];

/// A registry in which somebody made up speaks for a state.
const REGISTRY: &str = r#"
[[person]]
id = "ilya-gran"
name = "Ilya Gran"

[[post]]
id = "sy-spokesman"
label = "Spokesman"
roles = ["spokesman"]
state = "SY"

[[membership]]
person = "ilya-gran"
post = "sy-spokesman"
start = "2020-01-01"
source = "made up"
"#;

/// An example under “Flagged” of a rule's page, without the marks beneath it; those with a registry of their own are left out.
fn flagged(rule: &Rule) -> Vec<String> {
    let page = rule.page();
    let mut examples = Vec::new();
    let (mut heading, mut fence) = ("", None::<(&str, String)>);
    for line in page.lines() {
        match &mut fence {
            Some((language, body)) if line == "```" => {
                if heading == "Flagged" && *language == "transcript" {
                    examples.push(std::mem::take(body));
                }
                fence = None;
            }
            Some((_, body)) => {
                let mark = line.trim_start().trim_start_matches('^');
                if mark.trim() != rule.name || !line.contains('^') {
                    body.push_str(line);
                    body.push('\n');
                }
            }
            None => {
                if let Some(language) = line.strip_prefix("```") {
                    fence = Some((language, String::new()));
                } else if let Some(name) = line.strip_prefix("## ") {
                    heading = name;
                }
            }
        }
    }
    examples
}

/// A client that asks for findings and has edits come when an action is chosen.
fn client() -> Value {
    json!({
        "textDocument": {
            "diagnostic": {},
            "codeAction": {
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
                "dataSupport": true,
                "resolveSupport": {"properties": ["edit"]},
            },
        },
        "workspace": {"workspaceEdit": {"documentChanges": true}},
    })
}

/// A folder whose project runs one rule only, however opt-in it is.
fn project(root: &Path, rule: &Rule) -> PathBuf {
    let folder = root.join(rule.code);
    fs::create_dir(&folder).expect("a folder");
    let config = format!(
        "profile = \"strict\"\nselect = [\"{}\"]\nregistries = [\"people.toml\"]\n",
        rule.code
    );
    fs::write(folder.join("people.toml"), REGISTRY).expect("a file");
    fs::write(folder.join("onrecord.toml"), config).expect("a file");
    folder
}

/// The findings of a text that is opened for it.
fn findings(editor: &mut Editor, uri: &str, text: &str) -> Vec<Value> {
    editor.open(uri, "transcript", 1, text);
    let params = json!({"textDocument": {"uri": uri}, "identifier": "onrecord"});
    let mut report = editor.ask("textDocument/diagnostic", params);
    match report["items"].take() {
        Value::Array(items) => items,
        other => panic!("a full report, not {other}"),
    }
}

/// A text after the edits an action makes in it.
fn applied(text: &str, edit: &Value) -> String {
    let whole = Text::from(text);
    let place = |place: &Value| {
        let number =
            |key: &str| u32::try_from(place[key].as_u64().expect("a number")).expect("a small one");
        let position = Position {
            line: number("line"),
            column: number("character"),
        };
        whole.offset(position, Encoding::Utf16)
    };
    let edits = edit["documentChanges"][0]["edits"]
        .as_array()
        .expect("edits");
    let mut edits: Vec<(Span, &str)> = edits
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            let span = Span::new(place(&range["start"]), place(&range["end"]));
            (span, edit["newText"].as_str().expect("a text"))
        })
        .collect();
    edits.sort_by_key(|(span, _)| span.start);
    let mut text = text.to_owned();
    for (span, with) in edits.iter().rev() {
        text.replace_range(span.start..span.end, with);
    }
    text
}

/// How many findings say the same.
fn saying(findings: &[Value], message: &Value) -> usize {
    findings
        .iter()
        .filter(|other| other["message"] == *message)
        .count()
}

#[test]
fn what_is_offered_settles_its_finding() {
    let root = TempDir::new().expect("a temporary folder");
    let path = root.path().canonicalize().expect("it is there");
    let mut editor = Editor::greet(&client());
    let mut offering = BTreeSet::new();
    for rule in RULES {
        if !FAMILIES.iter().any(|family| rule.code.starts_with(family)) {
            continue;
        }
        let folder = project(&path, rule);
        let mut n_opened = 0;
        let mut open = |editor: &mut Editor, text: &str| {
            n_opened += 1;
            let uri = format!("file://{}/{n_opened}.txt", folder.display());
            let found = findings(editor, &uri, text);
            (uri, found)
        };
        let naming = NAMING.iter().filter(|(code, _)| *code == rule.code);
        let naming = naming.map(|(_, text)| (*text).to_owned());
        for text in flagged(rule).into_iter().chain(naming) {
            let (uri, found) = open(&mut editor, &text);
            assert!(!found.is_empty(), "{}: {text}", rule.code);
            for finding in &found {
                let params = json!({
                    "textDocument": {"uri": uri},
                    "range": finding["range"],
                    "context": {"diagnostics": [finding], "only": ["quickfix"], "triggerKind": 1},
                });
                let actions = editor.ask("textDocument/codeAction", params);
                for action in actions.as_array().expect("a list") {
                    if action["diagnostics"][0]["message"] != finding["message"] {
                        continue;
                    }
                    let action = editor.ask("codeAction/resolve", action.clone());
                    let title = &action["title"];
                    let after = applied(&text, &action["edit"]);
                    assert_ne!(after, text, "{} {title}", rule.code);
                    let (_, left) = open(&mut editor, &after);
                    assert!(
                        saying(&left, &finding["message"]) < saying(&found, &finding["message"]),
                        "{} {title} leaves it in: {after}{left:?}",
                        rule.code
                    );
                    offering.insert(rule.code);
                }
            }
        }
    }
    assert_eq!(offering.into_iter().collect::<Vec<_>>(), OFFERING);
}
