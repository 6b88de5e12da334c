use serde_json::{Value, json};

use crate::support::documents::about;
use crate::support::editor::Editor;

const URI: &str = "file:///talks.transcript.txt";
/// The same talk for every test here, in lines that are counted.
const TEXT: &str = "\
Talks in Ankara

4 March 2021

Russian Foreign Minister Sergey Lavrov said that the road was open. See https://example.org/road.

Ada Vane: Lavrov told us so. The Russian foreign minister left.

Cy Dorn: Sergey Lavrov said “we will come back soon”.

Ada Vane: Thank you. forces. on the hill.

Cy Dorn: Good night.
";

fn editor(capabilities: &Value) -> Editor {
    let mut editor = Editor::greet(capabilities);
    editor.open(URI, "transcript", 1, TEXT);
    editor
}

/// Where some words stand in the text.
fn at(words: &str) -> Value {
    let offset = TEXT.find(words).unwrap_or_else(|| panic!("no {words}"));
    let line = TEXT[..offset].matches('\n').count();
    let column = offset - TEXT[..offset].rfind('\n').map_or(0, |end| end + 1);
    let position = json!({"line": line, "character": column});
    json!({"textDocument": {"uri": URI}, "position": position})
}

/// The words a range stands for.
fn words(range: &Value) -> &'static str {
    let offset = |position: &Value| {
        let lines = TEXT.split_inclusive('\n');
        let line = position["line"].as_u64().expect("a line") as usize;
        let start: usize = lines.take(line).map(str::len).sum();
        let column = position["character"].as_u64().expect("a column") as usize;
        let line = TEXT[start..].chars();
        let mut units = 0;
        let mut bytes = 0;
        for char in line {
            if units >= column {
                break;
            }
            units += char.len_utf16();
            bytes += char.len_utf8();
        }
        start + bytes
    };
    &TEXT[offset(&range["start"])..offset(&range["end"])]
}

fn list(answer: &Value) -> &Vec<Value> {
    answer
        .as_array()
        .unwrap_or_else(|| panic!("no list: {answer}"))
}

#[test]
fn a_selection_grows_from_word_to_document() {
    let mut editor = editor(&json!({}));
    let mut params = about(URI);
    params["positions"] = json!([at("come back")["position"], at("Thank")["position"]]);
    let answer = editor.ask("textDocument/selectionRange", params);
    assert_eq!(list(&answer).len(), 2);
    let mut grown = Vec::new();
    let mut selection = &answer[0];
    while !selection.is_null() {
        grown.push(words(&selection["range"]));
        selection = &selection["parent"];
    }
    assert_eq!(grown[0], "come");
    for part in [
        "we will come back soon",
        "Sergey Lavrov said “we will come back soon”.",
        "Cy Dorn: Sergey Lavrov said “we will come back soon”.",
    ] {
        assert!(grown.contains(&part), "{part} in {grown:?}");
    }
    assert_eq!(grown.last(), Some(&TEXT));
}

#[test]
fn a_label_is_typed_and_renamed_everywhere_together() {
    let mut editor = editor(&json!({"textDocument": {"rename": {"prepareSupport": true}}}));
    let linked = editor.ask("textDocument/linkedEditingRange", at("Ada Vane: Thank"));
    let ranges: Vec<&str> = list(&linked["ranges"]).iter().map(words).collect();
    assert_eq!(ranges, ["Ada Vane", "Ada Vane"]);
    assert_eq!(
        editor.ask("textDocument/linkedEditingRange", at("Thank")),
        Value::Null
    );

    let prepared = editor.ask("textDocument/prepareRename", at("Ada Vane: Thank"));
    assert_eq!(prepared["placeholder"], "Ada Vane");
    assert_eq!(
        editor.ask("textDocument/prepareRename", at("open")),
        Value::Null
    );
    let mut params = at("Ada Vane: Thank");
    params["newName"] = "Dr. Ada Vane".into();
    let edit = editor.ask("textDocument/rename", params.clone());
    let edits = list(&edit["changes"][URI]);
    assert_eq!(edits.len(), 2);
    assert!(edits.iter().all(|edit| edit["newText"] == "Dr. Ada Vane"));
    params["newName"] = "a: b".into();
    assert_eq!(editor.ask_in_vain("textDocument/rename", params), -32602);
}

#[test]
fn references_reach_over_all_open_documents() {
    let mut editor = editor(&json!({}));
    let other = "untitled:other";
    editor.open(other, "transcript", 1, "Nobody saw Sergey Lavrov.\n");
    let mut params = at("Sergey Lavrov said that");
    params["context"] = json!({"includeDeclaration": false});
    let references = editor.ask("textDocument/references", params);
    let of = |uri: &str| {
        let places = list(&references).iter();
        places.filter(|place| place["uri"] == uri).count()
    };
    assert_eq!((of(URI), of(other)), (4, 1), "{references}");
    let highlights = editor.ask(
        "textDocument/documentHighlight",
        at("Sergey Lavrov said that"),
    );
    assert_eq!(list(&highlights).len(), 4);
}

#[test]
fn web_addresses_are_links() {
    let mut editor = editor(&json!({}));
    let links = editor.ask("textDocument/documentLink", about(URI));
    assert_eq!(list(&links).len(), 1);
    assert_eq!(words(&links[0]["range"]), "https://example.org/road");
    assert_eq!(links[0]["target"], "https://example.org/road");
}

#[test]
fn hints_tell_holders_and_full_names_and_can_be_switched_off() {
    let mut editor = editor(&json!({"workspace": {"inlayHint": {"refreshSupport": true}}}));
    let mut params = about(URI);
    params["range"] =
        json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let hints = editor.ask("textDocument/inlayHint", params.clone());
    let labels: Vec<&str> = list(&hints)
        .iter()
        .filter_map(|hint| hint["label"].as_str())
        .collect();
    assert_eq!(labels, ["Sergey Lavrov", "Sergey Lavrov"]);
    let settings = json!({"settings": {"onrecord": {"inlayHints": {"holders": false}}}});
    editor.tell("workspace/didChangeConfiguration", settings);
    let question = editor.hear("workspace/inlayHint/refresh");
    editor.reply(&question, Value::Null);
    let hints = editor.ask("textDocument/inlayHint", params);
    assert_eq!(list(&hints).len(), 1);
}

/// Semantic tokens as `type: words`.
fn painted(data: &Value, legend: &Value) -> Vec<String> {
    let numbers: Vec<u64> = list(data).iter().filter_map(Value::as_u64).collect();
    let (mut line, mut column) = (0, 0);
    let mut tokens = Vec::new();
    for token in numbers.chunks(5) {
        column = if token[0] == 0 {
            column + token[1]
        } else {
            token[1]
        };
        line += token[0];
        let range = json!({
            "start": {"line": line, "character": column},
            "end": {"line": line, "character": column + token[2]},
        });
        let kind = legend[token[3] as usize].as_str().expect("a type");
        tokens.push(format!("{kind}: {}", words(&range)));
    }
    tokens
}

#[test]
fn words_are_coloured_by_what_they_are_whole_in_part_and_as_a_change() {
    let known = ["speaker", "person", "office", "cue", "quotation"];
    let mut editor = Editor::start();
    let capabilities = editor.initialize(&json!({"textDocument": {"semanticTokens": {
        "requests": {"full": {"delta": true}, "range": true},
        "tokenTypes": known, "tokenModifiers": [], "formats": ["relative"],
    }}}));
    let legend = &capabilities["semanticTokensProvider"]["legend"]["tokenTypes"];
    editor.open(URI, "transcript", 1, TEXT);
    let full = editor.ask("textDocument/semanticTokens/full", about(URI));
    let tokens = painted(&full["data"], legend);
    for token in [
        "speaker: Ada Vane",
        "person: Sergey Lavrov",
        "office: Russian foreign minister",
        "cue: said",
        "quotation: “we will come back soon”",
    ] {
        assert!(tokens.contains(&token.to_owned()), "{token} in {tokens:?}");
    }
    let mut params = about(URI);
    params["range"] =
        json!({"start": at("Cy Dorn: S")["position"], "end": at("Ada Vane: Th")["position"]});
    let part = editor.ask("textDocument/semanticTokens/range", params);
    let part = painted(&part["data"], legend);
    assert_eq!(part[0], "speaker: Cy Dorn");
    assert!(part.len() < tokens.len());

    // A change is told against what was sent last, and only against that.
    let mut params = about(URI);
    params["previousResultId"] = full["resultId"].clone();
    let same = editor.ask("textDocument/semanticTokens/full/delta", params.clone());
    assert_eq!(same["edits"], json!([]));
    editor.edit(
        URI,
        2,
        json!([{"text": format!("{TEXT}\nAda Vane: Good night.\n")}]),
    );
    params["previousResultId"] = same["resultId"].clone();
    let delta = editor.ask("textDocument/semanticTokens/full/delta", params.clone());
    let edits = list(&delta["edits"]);
    assert_eq!(edits.len(), 1);
    assert_eq!(edits[0]["deleteCount"], 0);
    assert_eq!(list(&edits[0]["data"]).len(), 5);
    params["previousResultId"] = full["resultId"].clone();
    let all = editor.ask("textDocument/semanticTokens/full/delta", params);
    assert!(all["data"].is_array(), "{all}");
}

#[test]
fn completion_offers_labels_and_names_and_tells_more_when_asked() {
    let item = json!({"resolveSupport": {"properties": ["documentation"]}, "documentationFormat": ["markdown"]});
    let mut editor = editor(&json!({"textDocument": {"completion": {"completionItem": item}}}));
    editor.edit(URI, 2, json!([{"text": format!("{TEXT}\nA")}]));
    let mut params = about(URI);
    params["position"] = json!({"line": 15, "character": 1});
    let list_of = editor.ask("textDocument/completion", params);
    assert_eq!(list_of["items"][0]["textEdit"]["newText"], "Ada Vane: ");
    assert_eq!(list_of["items"][0]["sortText"], "0000");

    editor.edit(
        URI,
        3,
        json!([{"text": format!("{TEXT}\nThey met Sergei Lav")}]),
    );
    let mut params = about(URI);
    params["position"] = json!({"line": 15, "character": 19});
    let list_of = editor.ask("textDocument/completion", params);
    let item = list_of["items"][0].clone();
    assert_eq!(item["textEdit"]["newText"], "Sergey Lavrov");
    assert_eq!(item.get("documentation"), None);
    let resolved = editor.ask("completionItem/resolve", item);
    let told = resolved["documentation"]["value"].as_str().expect("a card");
    assert!(told.contains("Minister of Foreign Affairs"), "{told}");
    // What is not ours comes back as it was.
    let foreign = json!({"label": "x", "data": {"of": "somebody else"}});
    assert_eq!(
        editor.ask("completionItem/resolve", foreign.clone()),
        foreign
    );
}

#[test]
fn reported_speech_is_a_hierarchy_of_calls() {
    let mut editor = editor(&json!({}));
    let items = editor.ask(
        "textDocument/prepareCallHierarchy",
        at("Sergey Lavrov said that"),
    );
    assert_eq!(items[0]["name"], "Sergey Lavrov");
    let incoming = editor.ask("callHierarchy/incomingCalls", json!({"item": items[0]}));
    let names: Vec<&str> = list(&incoming)
        .iter()
        .filter_map(|call| call["from"]["name"].as_str())
        .collect();
    assert_eq!(names, ["narrative", "Ada Vane", "Cy Dorn"]);
    let outgoing = editor.ask(
        "callHierarchy/outgoingCalls",
        json!({"item": incoming[2]["from"]}),
    );
    assert_eq!(outgoing[0]["to"]["name"], "Sergey Lavrov");
    assert_eq!(words(&outgoing[0]["fromRanges"][0]), "said");
    let mut foreign = items[0].clone();
    foreign["data"] = Value::Null;
    assert_eq!(
        editor.ask("callHierarchy/incomingCalls", json!({"item": foreign})),
        Value::Null
    );
}

#[test]
fn symbols_of_the_workspace_are_found_by_parts_of_their_names() {
    let mut editor = editor(&json!({}));
    editor.open("untitled:list", "plaintext", 1, "milk\neggs\n");
    let names = |answer: &Value| -> Vec<String> {
        let symbols = list(answer).iter().filter_map(|one| one["name"].as_str());
        symbols.map(str::to_owned).collect()
    };
    let all = names(&editor.ask("workspace/symbol", json!({"query": ""})));
    assert_eq!(all[..3], ["Ada Vane", "Cy Dorn", "Sergey Lavrov"]);
    let some = names(&editor.ask("workspace/symbol", json!({"query": "vane"})));
    assert_eq!(some, ["Ada Vane", "Ada Vane:", "Ada Vane:"]);
}

#[test]
fn commands_lead_to_the_turns_of_a_speaker_and_show_them() {
    let mut editor = editor(&json!({"window": {"showDocument": {"support": true}}}));
    let command = |name: &str, argument: Value| json!({"command": name, "arguments": [argument]});
    let next = editor.ask(
        "workspace/executeCommand",
        command("onrecord.nextTurn", at("told us")),
    );
    assert_eq!(words(&next["range"]), "Ada Vane");
    let shown = editor.hear("window/showDocument");
    assert_eq!(shown["params"]["selection"], next["range"]);
    editor.reply(&shown, json!({"success": true}));
    let none = editor.ask(
        "workspace/executeCommand",
        command("onrecord.previousTurn", at("told us")),
    );
    assert_eq!(none, Value::Null);
    let lenses = editor.ask("textDocument/codeLens", about(URI));
    for lens in list(&lenses) {
        let lens = &lens["command"];
        let params = json!({"command": lens["command"], "arguments": lens["arguments"]});
        assert!(editor.ask("workspace/executeCommand", params)["range"].is_object());
        let shown = editor.hear("window/showDocument");
        editor.reply(&shown, json!({"success": true}));
    }
    for bad in [
        command("onrecord.fly", json!({})),
        command("onrecord.nextTurn", json!(3)),
        json!({"command": "onrecord.nextTurn", "arguments": []}),
    ] {
        assert_eq!(editor.ask_in_vain("workspace/executeCommand", bad), -32602);
    }
}

#[test]
fn a_command_tells_where_the_time_went_and_that_a_letter_is_read_within_its_paragraph() {
    let mut editor = editor(&json!({}));
    let timing = |editor: &mut Editor| {
        editor.ask("textDocument/foldingRange", about(URI));
        let told = editor.ask(
            "workspace/executeCommand",
            json!({"command": "onrecord.timings", "arguments": []}),
        );
        list(&told)[0].clone()
    };
    let first = timing(&mut editor);
    assert_eq!(
        (&first["uri"], &first["scope"]),
        (&json!(URI), &json!("all"))
    );
    assert!(first["readMs"].as_f64() > Some(0.0));
    let place = at("told us")["position"].clone();
    editor.tell(
        "textDocument/didChange",
        json!({
            "textDocument": {"uri": URI, "version": 9},
            "contentChanges": [{"range": {"start": place, "end": place}, "text": "x"}],
        }),
    );
    let second = timing(&mut editor);
    assert_eq!(
        (&second["version"], &second["scope"]),
        (&json!(9), &json!("paragraph"))
    );
}
