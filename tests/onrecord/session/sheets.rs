use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::documents::about;
use crate::support::editor::Editor;

const PEOPLE: &str = "\
[[person]]
id = \"ada-vane\"
name = \"Ada Vane\"
identifiers = { wikidata = \"Q42\" }
";

const POSTS: &str = "\
[[post]]
id = \"zz-judge\"
label = \"Judge\"

[[membership]]
person = \"ada-vane\"
post = \"zz-judge\"
start = 2020
";

const PROJECT: &str = "registries = [\"people.toml\", \"posts.toml\"]\nignore = [\"ATT103\"]\n";

/// A project with two registries, of which the client has the second one open, with a transcript.
struct Room {
    _folder: TempDir,
    root: String,
    editor: Editor,
}

impl Room {
    fn new(capabilities: &Value) -> Room {
        let folder = TempDir::new().expect("a temporary folder");
        let root = folder.path().canonicalize().expect("it is there");
        for (name, text) in [
            ("onrecord.toml", PROJECT),
            ("people.toml", PEOPLE),
            ("posts.toml", POSTS),
        ] {
            fs::write(root.join(name), text).expect("a file");
        }
        let root = format!("file://{}", root.display());
        let mut editor = Editor::greet(capabilities);
        editor.open(&format!("{root}/posts.toml"), "toml", 5, POSTS);
        editor.open(&format!("{root}/onrecord.toml"), "toml", 1, PROJECT);
        editor.open(
            &format!("{root}/a.transcript.txt"),
            "transcript",
            1,
            "A guest met Ada Vane.\n",
        );
        Room {
            _folder: folder,
            root,
            editor,
        }
    }

    fn at(&self, file: &str, line: u32, character: u32) -> Value {
        let uri = format!("{}/{file}", self.root);
        json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}})
    }
}

#[test]
fn keys_ids_and_codes_are_explained_and_completed() {
    let mut room = Room::new(&json!({}));
    let hover = room
        .editor
        .ask("textDocument/hover", room.at("posts.toml", 5, 12));
    let card = hover["contents"]["value"].as_str().expect("a card");
    assert!(card.contains("Ada Vane"), "{card}");
    let hover = room
        .editor
        .ask("textDocument/hover", room.at("onrecord.toml", 1, 14));
    assert!(hover.to_string().contains("agentless-report"), "{hover}");
    let list = room
        .editor
        .ask("textDocument/completion", room.at("posts.toml", 5, 14));
    assert_eq!(
        list["items"][0]["textEdit"]["newText"], "ada-vane",
        "{list}"
    );
    let uri = format!("{}/posts.toml", room.root);
    room.editor
        .edit(&uri, 6, json!([{"text": format!("{POSTS}\nac")}]));
    let list = room
        .editor
        .ask("textDocument/completion", room.at("posts.toml", 9, 2));
    assert_eq!(list["items"][0]["textEdit"]["newText"], "acting = ");
}

#[test]
fn an_id_leads_to_its_entry_and_to_every_place_that_means_it() {
    let mut room = Room::new(&json!({}));
    let at = room.at("posts.toml", 5, 12);
    let entry = room.editor.ask("textDocument/definition", at.clone());
    assert_eq!(entry[0]["uri"], format!("{}/people.toml", room.root));
    assert_eq!(
        entry[0]["range"]["start"],
        json!({"line": 1, "character": 6})
    );
    let mut asked = |at: &Value, declared: bool| -> Vec<String> {
        let mut params = at.clone();
        params["context"] = json!({"includeDeclaration": declared});
        let places = room.editor.ask("textDocument/references", params);
        let places = places.as_array().expect("a list").iter();
        let name = |place: &Value| Some(place["uri"].as_str()?.rsplit('/').next()?.to_owned());
        places.filter_map(name).collect()
    };
    assert_eq!(
        asked(&at, true),
        ["posts.toml", "people.toml", "a.transcript.txt"]
    );
    assert_eq!(asked(&at, false), ["posts.toml", "a.transcript.txt"]);
    // The same from the transcript.
    let from_text = json!({
        "textDocument": {"uri": format!("{}/a.transcript.txt", room.root)},
        "position": {"line": 0, "character": 14},
    });
    assert_eq!(
        asked(&from_text, true),
        ["posts.toml", "people.toml", "a.transcript.txt"]
    );
}

#[test]
fn an_id_is_renamed_in_every_file_open_or_not() {
    let mut room = Room::new(&json!({
        "textDocument": {"rename": {"prepareSupport": true}},
        "workspace": {"workspaceEdit": {"documentChanges": true}},
    }));
    let mut params = room.at("posts.toml", 5, 12);
    let prepared = room
        .editor
        .ask("textDocument/prepareRename", params.clone());
    assert_eq!(prepared["placeholder"], "ada-vane");
    params["newName"] = "ada-m-vane".into();
    let edit = room.editor.ask("textDocument/rename", params.clone());
    let changes = edit["documentChanges"].as_array().expect("a list");
    let told: Vec<(String, Value)> = changes
        .iter()
        .map(|change| {
            let document = &change["textDocument"];
            let name = document["uri"]
                .as_str()
                .and_then(|uri| uri.rsplit('/').next());
            (
                name.unwrap_or_default().to_owned(),
                document["version"].clone(),
            )
        })
        .collect();
    let expected = [
        ("posts.toml".to_owned(), json!(5)),
        ("people.toml".to_owned(), Value::Null),
    ];
    assert_eq!(told, expected);
    assert!(edit.to_string().contains("ada-m-vane"));
    params["newName"] = "ada vane".into();
    assert_eq!(
        room.editor.ask_in_vain("textDocument/rename", params),
        -32602
    );
}

#[test]
fn a_registry_has_an_outline_folds_and_links() {
    let mut room = Room::new(
        &json!({"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}),
    );
    let posts = format!("{}/posts.toml", room.root);
    let symbols = room.editor.symbols(&posts);
    assert_eq!(symbols[0]["name"], "Judge");
    assert_eq!(symbols[1]["detail"], "membership");
    assert_eq!(room.editor.folds(&posts)[0]["endLine"], 2);
    let people = format!("{}/people.toml", room.root);
    room.editor.open(&people, "toml", 1, PEOPLE);
    let links = room.editor.ask("textDocument/documentLink", about(&people));
    assert_eq!(links[0]["target"], "https://www.wikidata.org/wiki/Q42");
}
