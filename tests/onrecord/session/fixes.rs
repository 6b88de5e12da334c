use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::editor::Editor;
use crate::support::edits::edited;

/// Two ministers of health, one after the other, an acting one of rain, and a rival abroad.
const PEOPLE: &str = r#"[[person]]
id = "ada-orlova"
name = "Ada Orlova"
family = "Orlova"
given = "Ada"

[[person]]
id = "mira-haddad"
name = "Mira Haddad"
family = "Haddad"
given = "Mira"
aliases = ["Mira Haddade"]

[[person]]
id = "bo-lindov"
name = "Bo Lindov"
family = "Lindov"
given = "Bo"

[[post]]
id = "sy-health-minister"
label = "Minister of Health"
state = "SY"
seats = 1

[[post]]
id = "ru-health-minister"
label = "Minister of Health"
state = "RU"
seats = 1

[[post]]
id = "sy-culture-minister"
label = "Minister of Culture"
state = "SY"
seats = 1

[[membership]]
person = "ada-orlova"
post = "sy-health-minister"
start = 2016-01-10
end = 2020-11-20
source = "gazette"

[[membership]]
person = "mira-haddad"
post = "sy-health-minister"
start = 2020-11-20
end = 2024-09-23
source = "gazette"

[[membership]]
person = "bo-lindov"
post = "ru-health-minister"
start = 2018-01-10
end = 2024-09-23
source = "gazette"

[[membership]]
person = "bo-lindov"
post = "sy-culture-minister"
start = 2022-01-10
end = 2024-09-23
acting = true
source = "gazette"
"#;

/// The second of two people of one family name.
const NAMESAKE: &str =
    "\n[[person]]\nid = \"vera-orlova\"\nname = \"Vera Orlova\"\nfamily = \"Orlova\"\n";

/// The code of a rule, the beginning of the action's title, and a text in which the rule finds one thing.
const IN_TEXTS: &[(&str, &str, &str)] = &[
    (
        "NAM001",
        "Add Adrik Vale to the registry",
        "Colonel Adrik Vale said that the road was closed.",
    ),
    (
        "NAM002",
        "Write “",
        "The guests met Mira Haddad. Later Mira Haddade left, and Mira Haddad stayed.",
    ),
    (
        "NAM003",
        "Write “Vera Orlova”",
        "Ada Orlova and Vera Orlova came by car. The staff thanked Ms. Orlova for it.",
    ),
    (
        "NAM004",
        "Change to “Mira Haddad”",
        "The guests met Mrra Haddad, the Syrian minister of health. Mira Haddad left.",
    ),
    (
        "NAM004",
        "“Mrra Haddad” is a known variant",
        "The guests met Mrra Haddad, the Syrian minister of health. Mira Haddad left.",
    ),
    (
        "NAM005",
        "Write “Mira Haddad”",
        "The hospital was crowded, and Haddad thanked the staff.",
    ),
    (
        "NAM006",
        "Write “Mira Haddad”",
        "The hospital was opened by Haddad, Mira, on Monday.",
    ),
    (
        "NAM007",
        "“Мира Хаддад” is Mira Haddad",
        "The plate at the door says Мира Хаддад in gilded letters.",
    ),
    (
        "NAM007",
        "“Мира Хаддад” is another person",
        "The plate at the door says Мира Хаддад in gilded letters.",
    ),
    (
        "OFF001",
        "Write “former”",
        "The hospital was opened by Syrian Health Minister Ada Orlova on Monday.",
    ),
    (
        "OFF001",
        "Write “Mira Haddad”",
        "The hospital was opened by Syrian Health Minister Ada Orlova on Monday.",
    ),
    (
        "OFF002",
        "Write “former” before",
        "Ada Orlova came to the capital. Health Minister Orlova opened a hospital there on Monday.",
    ),
    (
        "OFF003",
        "Write “Syrian health minister Mira Haddad”",
        "The Syrian health minister said the hospital would be opened soon.",
    ),
    (
        "OFF004",
        "Write “Syrian Health Minister”",
        "Talks were held between Health Minister Mira Haddad and her Russian counterpart Bo Lindov.",
    ),
    (
        "OFF005",
        "Write “acting” before the office",
        "The theatre was opened by Syrian Culture Minister Bo Lindov on Monday.",
    ),
    (
        "OFF006",
        "Add “",
        "A letter by the Deputy Minister for Rain was read.",
    ),
];

/// The code of a rule, the beginning of the action's title, and what is added to the registry.
const IN_REGISTRIES: &[(&str, &str, &str)] = &[
    (
        "REG002",
        "Call this one `",
        "\n[[person]]\nid = \"bo-lindov\"\nname = \"Otto Kern\"\n",
    ),
    (
        "REG003",
        "Change to `bo-lindov`",
        "\n[[membership]]\nperson = \"bo-lindof\"\npost = \"ru-health-minister\"\nstart = 2025\nsource = \"gazette\"\n",
    ),
    (
        "REG003",
        "Add a post with the id",
        "\n[[membership]]\nperson = \"bo-lindov\"\npost = \"zz-clerk\"\nstart = 2025\nsource = \"gazette\"\n",
    ),
    (
        "REG004",
        "End the other spell",
        "\n[[membership]]\nperson = \"ada-orlova\"\npost = \"ru-health-minister\"\nstart = 2024-05-01\nsource = \"gazette\"\n",
    ),
    (
        "REG005",
        "Swap the two dates",
        "\n[[membership]]\nperson = \"ada-orlova\"\npost = \"ru-health-minister\"\nstart = 2012-01-01\nend = 2011-01-01\nsource = \"gazette\"\n",
    ),
    (
        "REG006",
        "Change to “Otto Lindovo”",
        "\n[[person]]\nid = \"otto-lindov\"\nname = \"Otto Lindov\"\ngiven = \"Otto\"\naliases = [\"B. Lindov\", \"Lindovo\"]\n\n[[person]]\nid = \"mo-dorn\"\nname = \"Lindovo\"\n",
    ),
    (
        "REG006",
        "Delete the alias",
        "\n[[person]]\nid = \"otto-kern\"\nname = \"Otto Kern\"\naliases = [\"Kern\", \"O. Kern\"]\n\n[[person]]\nid = \"mo-dorn\"\nname = \"Kern\"\n",
    ),
    (
        "REG010",
        "Delete the alias",
        "\n[[person]]\nid = \"otto-kern\"\nname = \"Otto Kern\"\naliases = [\"O. Kern\", \"The\"]\n",
    ),
    (
        "REG007",
        "Take the source of the entry above",
        "\n[[membership]]\nperson = \"ada-orlova\"\npost = \"sy-culture-minister\"\nstart = 2014\n",
    ),
    (
        "REG009",
        "Delete the alias",
        "\n[[person]]\nid = \"otto-kern\"\nname = \"Ótto Kern\"\naliases = [\"Otto Kern\"]\n",
    ),
];

struct Desk {
    folder: TempDir,
    editor: Editor,
}

impl Desk {
    /// A folder whose project asks for every rule, with this registry.
    fn with(people: &str) -> Desk {
        let folder = TempDir::new().expect("a temporary folder");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text);
        let project = "registries = [\"people.toml\"]\nprofile = \"strict\"\n";
        let levels = "[levels]\nNAM001 = \"info\"\nNAM006 = \"info\"\nREG007 = \"info\"\n";
        write("onrecord.toml", &format!("{project}{levels}")).expect("a project file");
        write("people.toml", people).expect("a registry");
        let kinds = json!({"codeActionKind": {"valueSet": ["quickfix"]}});
        let actions = json!({"codeActionLiteralSupport": kinds, "dataSupport": true,
            "resolveSupport": {"properties": ["edit"]}});
        let editor = Editor::greet(&json!({"textDocument": {"codeAction": actions}}));
        Desk { folder, editor }
    }

    fn address(&self, name: &str) -> String {
        let root = self.folder.path().canonicalize().expect("it is there");
        format!("file://{}/{name}", root.display())
    }

    /// What one rule finds in this version of a document.
    fn found(&mut self, uri: &str, version: i32, code: &str) -> Vec<Value> {
        let told = self.editor.diagnostics_of(uri, version);
        let all = told.as_array().into_iter().flatten();
        all.filter(|one| one["code"] == code).cloned().collect()
    }

    /// Chooses an action about a finding; the file it changes and its edits.
    fn choose(&mut self, uri: &str, finding: &Value, title: &str) -> (String, Value) {
        let context = json!({"diagnostics": [finding], "triggerKind": 1});
        let about =
            json!({"textDocument": {"uri": uri}, "range": finding["range"], "context": context});
        let offered = self.editor.ask("textDocument/codeAction", about);
        let mut all = offered.as_array().into_iter().flatten();
        let fits = |action: &&Value| {
            action["title"]
                .as_str()
                .is_some_and(|own| own.starts_with(title))
        };
        let chosen = all
            .find(fits)
            .unwrap_or_else(|| panic!("{title}: {offered}"))
            .clone();
        let action = match chosen.get("edit") {
            Some(_) => chosen,
            None => self.editor.ask("codeAction/resolve", chosen),
        };
        let changes = action["edit"]["changes"].as_object().expect("its edits");
        let (target, edits) = changes.iter().next().expect("one file is changed");
        (target.clone(), edits.clone())
    }
}

#[test]
fn every_fix_about_names_and_offices_settles_its_finding() {
    for (code, title, sentence) in IN_TEXTS {
        let people = match *code {
            "NAM003" => format!("{PEOPLE}{NAMESAKE}"),
            _ => PEOPLE.to_owned(),
        };
        let mut desk = Desk::with(&people);
        let uri = desk.address("a.transcript.txt");
        let text = format!("15 March 2023\n\n{sentence}\n");
        desk.editor.open(&uri, "transcript", 1, &text);
        let found = desk.found(&uri, 1, code);
        assert_eq!(found.len(), 1, "{code} {sentence}: {found:?}");
        let (target, edits) = desk.choose(&uri, &found[0], title);
        if target == uri {
            let text = edited(&text, &edits);
            desk.editor.edit(&uri, 2, json!([{"text": text}]));
            let left = desk.found(&uri, 2, code);
            assert!(left.is_empty(), "{code} {title}: {left:?}");
        } else {
            assert_eq!(target, desk.address("people.toml"), "{code}");
            let text = edited(&people, &edits);
            assert!(
                text.starts_with("[[person]]\nid = \"ada-orlova\""),
                "{text}"
            );
            fs::write(desk.folder.path().join("people.toml"), text).expect("written");
            let written = json!({"changes": [{"uri": target, "type": 2}]});
            desk.editor.tell("workspace/didChangeWatchedFiles", written);
            let left = desk.found(&uri, 1, code);
            assert!(left.is_empty(), "{code} {title}: {left:?}");
        }
    }
}

#[test]
fn every_fix_about_registries_settles_its_finding() {
    for (code, title, added) in IN_REGISTRIES {
        let people = format!("{PEOPLE}{added}");
        let mut desk = Desk::with(&people);
        let uri = desk.address("people.toml");
        desk.editor.open(&uri, "toml", 1, &people);
        let found = desk.found(&uri, 1, code);
        assert_eq!(found.len(), 1, "{code} {added}: {found:?}");
        let (target, edits) = desk.choose(&uri, &found[0], title);
        assert_eq!(target, uri, "{code}");
        let text = edited(&people, &edits);
        desk.editor.edit(&uri, 2, json!([{"text": text}]));
        let left = desk.found(&uri, 2, code);
        assert!(left.is_empty(), "{code} {title}: {left:?}");
    }
}
