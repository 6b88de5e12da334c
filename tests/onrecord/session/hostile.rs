use std::cell::RefCell;

use onrecord_engine::text::{Encoding, Position, Span, Text};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;

use crate::support::documents::change;
use crate::support::editor::Editor;

/// Line ends and what only looks like one, marks that are not seen, characters of every width, and words that mean something.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{a0}",
    "\u{feff}",
    "\u{200b}",
    "\u{202e}",
    "\u{202c}",
    "\u{200f}",
    "é",
    "e\u{301}",
    "\u{301}",
    "“",
    "”",
    "\"",
    "’",
    "ش",
    "𝔘",
    "😀",
    "👩\u{200d}👧",
    "\0",
    "President Putin: ",
    "President Vladimir Putin\n",
    "Q: ",
    "MR. BLOM: ",
    "\n\nMR. BLOM: Yes.\n\nQ: Why?\n\nMR. BLOM: Mr. Putin said so.\n\n",
    "See https://example.org/a_(b). ",
    "It was stressed that the talks had failed. ",
    "forces. on Syrian soil ",
    "Mr. Lavrov, the Russian foreign minister, said on Wednesday 15 March 2023: ",
    "“We agreed,” he said. ",
    "Officials said 40 people were killed. ",
    "Share this:\n",
    "Itâ€™s ",
    "[applause]\n",
];

type Edit = ((u32, u32), (u32, u32), String);

fn some_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..30).prop_map(|pieces| pieces.concat())
}

fn some_edits() -> impl Strategy<Value = Vec<Edit>> {
    let place = || {
        (
            prop_oneof![0..15u32, Just(u32::MAX)],
            prop_oneof![0..40u32, Just(u32::MAX)],
        )
    };
    let piece = prop_oneof![
        Just(String::new()),
        some_text(),
        prop::sample::select(PIECES).prop_map(str::to_owned)
    ];
    let edit = (place(), place(), piece)
        .prop_map(|(one, other, with)| (one.min(other), one.max(other), with));
    prop::collection::vec(edit, 1..20)
}

/// What the text should be, by the engine's own rope, which its tests hold against a plain string.
fn text_after(text: &str, edits: &[Edit], encoding: Encoding) -> String {
    let mut text = Text::from(text);
    for (from, to, with) in edits {
        let [start, end] = [from, to].map(|(line, column)| {
            text.offset(
                Position {
                    line: *line,
                    column: *column,
                },
                encoding,
            )
        });
        text.edit(Span::new(start, end), with);
    }
    text.to_string()
}

fn no_document_can_be_told_from_a_fresh_one(name: &str, encoding: Encoding) {
    let editor = Editor::greet(&json!({
        "general": {"positionEncodings": [name]},
        "textDocument": {
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            "rename": {"prepareSupport": true},
        },
    }));
    let editor = RefCell::new(editor);
    let mut runner = TestRunner::new(Config {
        cases: 40,
        failure_persistence: None,
        max_shrink_iters: 100,
        ..Config::default()
    });
    let result = runner.run(&(some_text(), some_edits()), |(text, edits)| {
        let mut editor = editor.borrow_mut();
        let (edited, fresh) = edited_and_fresh(&mut editor, &text, &edits, encoding);
        prop_assert_eq!(edited, fresh);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{name}: {error}");
    }
}

/// What the server shows of a text it was brought to by edits, and of the same text freshly opened.
fn edited_and_fresh(
    editor: &mut Editor,
    text: &str,
    edits: &[Edit],
    encoding: Encoding,
) -> (String, String) {
    let (uri, fresh) = ("file:///edited/a.txt", "file:///freshly/opened/a.txt");
    editor.open(uri, "transcript", 0, text);
    let mut version = 0;
    // Several changes in one message, several messages in a row.
    for some in edits.chunks(3) {
        version += 1;
        let changes = some.iter().map(|(from, to, with)| change(*from, *to, with));
        // What is written for one state is used again for the next: it has to be asked for to be there.
        editor.symbols(uri);
        editor.edit(uri, version, changes.collect());
    }
    let one = seen(editor, uri, version);
    editor.close(uri);
    editor.open(fresh, "transcript", 0, &text_after(text, edits, encoding));
    let other = seen(editor, fresh, 0);
    editor.close(fresh);
    for uri in [uri, fresh] {
        while editor.diagnostics(uri).get("version").is_some() {}
    }
    (one.replace(uri, fresh), other)
}

/// Everything the server shows of a document.
fn seen(editor: &mut Editor, uri: &str, version: i32) -> String {
    let diagnostics = editor.diagnostics_of(uri, version);
    let answers = editor.everything(uri);
    format!("{diagnostics:#}\n{answers}")
}

#[test]
fn random_edits_leave_what_opening_the_text_would_give_in_utf_8() {
    no_document_can_be_told_from_a_fresh_one("utf-8", Encoding::Utf8);
}

#[test]
fn random_edits_leave_what_opening_the_text_would_give_in_utf_16() {
    no_document_can_be_told_from_a_fresh_one("utf-16", Encoding::Utf16);
}

#[test]
fn random_edits_leave_what_opening_the_text_would_give_in_utf_32() {
    no_document_can_be_told_from_a_fresh_one("utf-32", Encoding::Utf32);
}
