//! Real spellings of names, if they are at hand: each means its person and nobody else.
//!
//! The list is not ours to ship; it is looked for beside the repository.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use onrecord_engine::registry::{Registry, RegistryFile};
use serde_json::Value;

const LIST: &str = "../shared/data/registries/name-variants.json";

#[test]
fn every_real_spelling_means_its_person_and_nobody_else() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(LIST);
    let Ok(content) = std::fs::read_to_string(&path) else {
        // Written past the test runner's capture: a skipped test must be seen to skip.
        let _ = writeln!(std::io::stderr(), "skipped: {LIST} is not there");
        return;
    };
    let list: Value = serde_json::from_str(&content).expect("the list is JSON");
    let registry = Registry::builtin();
    let mut wrong = Vec::new();
    let people = list.as_object().into_iter().flatten();
    for (id, person) in people {
        for (form, _) in person["forms"].as_object().into_iter().flatten() {
            let who = registry.who(form, None);
            let found: Vec<String> = who
                .people
                .iter()
                .flat_map(|found| &registry.person(found.person).identifiers)
                .map(onrecord_engine::registry::Identifier::text)
                .collect();
            let is_right = who.people.len() == 1 && found.contains(&format!("wikidata:{id}"));
            if !is_right {
                wrong.push(format!("{form}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A registry of these people, laid upon the built-in one.
fn registry_of(names: &[&str]) -> Registry {
    let entry = |name: &&str| {
        let id = name.to_lowercase().replace(' ', "-");
        let (given, family) = name.split_once(' ').expect("two words");
        format!(
            "[[person]]\nid = \"{id}\"\nname = \"{name}\"\nfamily = \"{family}\"\ngiven = \"{given}\"\n"
        )
    };
    let text: String = names.iter().map(entry).collect();
    let (file, problems) = RegistryFile::parse(&text);
    assert!(problems.is_empty(), "{problems:?}");
    Registry::layered(&[file], Some(&Registry::builtin())).0
}

/// Whom words mean alone and in a sentence, each once.
fn meant(registry: &Registry, name: &str) -> BTreeSet<String> {
    let who = registry.who(name, None).people;
    let alone = who.iter().map(|found| found.person);
    let mentions = registry.mentions(&format!("Nobody had asked {name} about it."));
    let told = mentions.iter().flat_map(|mention| mention.people.clone());
    let people = alone.chain(told);
    people
        .map(|person| registry.person(person).name.to_string())
        .collect()
}

#[test]
fn names_that_sound_alike_stay_apart() {
    for (one, other) in [
        ("Vladimir Putin", "Vladimir Potanin"),
        ("Dmitry Kozlov", "Dmitry Kozlova"),
        ("Igor Borisov", "Yegor Borisov"),
        ("Mikhail Krylov", "Mikhail Korolev"),
    ] {
        let both = registry_of(&[one, other]);
        for (known, unknown) in [(one, other), (other, one)] {
            let own = BTreeSet::from([known.to_owned()]);
            assert_eq!(meant(&both, known), own, "beside {unknown}");
            let alone = registry_of(&[known]);
            assert_eq!(meant(&alone, known), own);
            assert!(
                !meant(&alone, unknown).contains(known),
                "{unknown} is not {known}"
            );
        }
    }
}
