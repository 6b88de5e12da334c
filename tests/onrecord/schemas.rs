//! The JSON Schemas say what the readers of our files know, no more and no less.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use onrecord::project::config::{KEYS, LEVELS, PROFILES};
use onrecord_engine::registry::file::EntryKind;
use onrecord_engine::registry::file::kind::{ALIAS_KEYS, FILE_KEYS};
use serde_json::Value;

fn schema(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammars/schemas");
    let text = fs::read_to_string(folder.join(name)).expect("the schema is there");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn keys(object: &Value) -> BTreeSet<&str> {
    let members = object.as_object().expect("an object");
    members.keys().map(String::as_str).collect()
}

fn words(list: &Value) -> BTreeSet<&str> {
    let words = list.as_array().expect("a list").iter();
    words.filter_map(Value::as_str).collect()
}

#[test]
fn the_schema_of_registries_has_the_keys_of_their_reader() {
    let schema = schema("registry.schema.json");
    let kinds = EntryKind::ALL.map(EntryKind::name);
    let top: BTreeSet<&str> = kinds.into_iter().chain(FILE_KEYS.iter().copied()).collect();
    assert_eq!(keys(&schema["properties"]), top);
    for kind in EntryKind::ALL {
        let entry = &schema["properties"][kind.name()]["items"];
        let known: BTreeSet<&str> = kind.keys().iter().copied().collect();
        assert_eq!(keys(&entry["properties"]), known, "{}", kind.name());
        assert_eq!(entry["additionalProperties"], false);
        assert!(words(&entry["required"]).is_subset(&known));
    }
    let alias = &schema["definitions"]["alias"]["oneOf"][1]["properties"];
    assert_eq!(keys(alias), ALIAS_KEYS.iter().copied().collect());
}

#[test]
fn the_schema_of_the_project_file_has_the_keys_and_values_of_its_reader() {
    let schema = schema("onrecord.schema.json");
    let properties = &schema["properties"];
    assert_eq!(keys(properties), KEYS.into_iter().collect());
    let profiles = PROFILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(words(&properties["profile"]["enum"]), profiles);
    let levels = LEVELS.iter().map(|(name, _)| *name).collect();
    let level = &properties["levels"]["additionalProperties"]["oneOf"];
    assert_eq!(words(&level[0]["enum"]), levels);
    assert_eq!(
        keys(&level[1]["properties"]),
        BTreeSet::from(["block", "narrative", "turn"])
    );
}

#[test]
fn every_key_is_explained() {
    for name in ["registry.schema.json", "onrecord.schema.json"] {
        let schema = schema(name);
        let mut unexplained = Vec::new();
        look(&schema["properties"], &mut unexplained);
        assert!(unexplained.is_empty(), "{name}: {unexplained:?}");
    }
}

fn look(properties: &Value, unexplained: &mut Vec<String>) {
    for (key, value) in properties.as_object().expect("an object") {
        if value["description"].as_str().is_none_or(str::is_empty) {
            unexplained.push(key.clone());
        }
        if value["items"]["properties"].is_object() {
            look(&value["items"]["properties"], unexplained);
        }
    }
}
