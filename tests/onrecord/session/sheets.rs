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

#[test]
fn a_registry_in_json_is_answered_like_one_in_toml() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("it is there");
    let people = "{\"persons\": [\n  {\"id\": \"ada-vane\", \"name\": \"Ada Vane\"}\n],\n\
        \"posts\": [{\"id\": \"zz-judge\", \"label\": \"Judge\"}],\n\
        \"memberships\": [\n  {\"person_id\": \"ada-vane\", \"post_id\": \"zz-judge\"}\n]}\n";
    let more = "[[membership]]\nperson = \"ada-vane\"\npost = \"zz-judge\"\nstart = 2020\n";
    for (name, text) in [
        (
            "onrecord.toml",
            "registries = [\"people.json\", \"more.toml\"]\n",
        ),
        ("people.json", people),
        ("more.toml", more),
    ] {
        fs::write(root.join(name), text).expect("a file");
    }
    let root = format!("file://{}", root.display());
    let mut editor = Editor::greet(&json!({
        "textDocument": {
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "rename": {"prepareSupport": true},
        },
        "workspace": {"workspaceEdit": {"documentChanges": true}},
    }));
    let [json_file, talk, project] =
        ["people.json", "a.transcript.txt", "onrecord.toml"].map(|name| format!("{root}/{name}"));
    editor.open(&json_file, "json", 3, people);
    editor.open(&talk, "transcript", 1, "A guest met Ada Vane.\n");
    let symbols = editor.symbols(&json_file);
    let names: Vec<&str> = symbols
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|symbol| symbol["name"].as_str())
        .collect();
    assert_eq!(names, ["Ada Vane", "Judge", "ada-vane"]);
    let at = |uri: &str, line: u32, character: u32| json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}});
    let hover = editor.ask("textDocument/hover", at(&json_file, 5, 18));
    assert!(hover.to_string().contains("Judge"), "{hover}");
    let mut references = at(&talk, 0, 13);
    references["context"] = json!({"includeDeclaration": true});
    let places = editor.ask("textDocument/references", references);
    let files: Vec<&str> = places
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|place| place["uri"].as_str()?.rsplit('/').next())
        .collect();
    assert_eq!(
        files,
        [
            "people.json",
            "people.json",
            "more.toml",
            "a.transcript.txt"
        ]
    );
    let mut rename = at(&json_file, 1, 12);
    rename["newName"] = "ada".into();
    let edit = editor.ask("textDocument/rename", rename);
    let changes = edit["documentChanges"].as_array().expect("changes");
    let told: Vec<(&str, &Value, usize)> = changes
        .iter()
        .map(|change| {
            let document = &change["textDocument"];
            let name = document["uri"].as_str().expect("an address");
            let n_edits = change["edits"].as_array().map_or(0, Vec::len);
            (
                name.rsplit('/').next().expect("a name"),
                &document["version"],
                n_edits,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("people.json", &json!(3), 2),
            ("more.toml", &Value::Null, 1)
        ]
    );
    let mut positions = about(&json_file);
    positions["positions"] = json!([{"line": 1, "character": 12}]);
    let grown = editor.ask("textDocument/selectionRange", positions);
    assert_eq!(
        grown[0]["range"]["start"],
        json!({"line": 1, "character": 10})
    );
    assert!(
        grown[0]["parent"]["parent"]["parent"].is_object(),
        "{grown}"
    );
    assert!(editor.folds(&json_file).is_array());
    // The project file leads to its registries.
    editor.open(
        &project,
        "toml",
        1,
        "registries = [\"people.json\", \"more.toml\"]\n",
    );
    let links = editor.ask("textDocument/documentLink", about(&project));
    assert_eq!(links[1]["target"], format!("{root}/more.toml"));
    let file = editor.ask("textDocument/definition", at(&project, 0, 17));
    assert_eq!(file["uri"], json_file.as_str());
}

#[test]
fn an_id_is_not_given_the_name_of_another() {
    let mut room = Room::new(&json!({}));
    let people = format!("{}/people.toml", room.root);
    let text = format!("{PEOPLE}\n[[person]]\nid = \"cy-dorn\"\nname = \"Cy Dorn\"\n");
    room.editor.open(&people, "toml", 1, &text);
    let mut rename = room.at("posts.toml", 5, 12);
    rename["newName"] = "cy-dorn".into();
    assert_eq!(
        room.editor
            .ask_in_vain("textDocument/rename", rename.clone()),
        -32602
    );
    rename["newName"] = "ada-vane".into();
    room.editor.ask("textDocument/rename", rename);
}

#[test]
fn a_name_leads_to_its_entry_as_it_stands_in_an_open_registry() {
    let mut room = Room::new(&json!({}));
    let people = format!("{}/people.toml", room.root);
    let talk = room.at("a.transcript.txt", 0, 13);
    let saved = room.editor.ask("textDocument/definition", talk.clone());
    assert_eq!(
        (&saved["uri"], &saved["range"]["start"]["line"]),
        (&json!(people), &json!(0))
    );
    // Not saved: the disk has it where it was.
    let text = format!("# Who is meant.\n\n{PEOPLE}");
    room.editor.open(&people, "toml", 1, &text);
    let open = room.editor.ask("textDocument/definition", talk);
    assert_eq!(open["range"]["start"], json!({"line": 2, "character": 0}));
}
