//! Real spellings of names, if they are at hand: each means its person and nobody else.
//!
//! The list is not ours to ship; it is looked for beside the repository.

use std::io::Write;
use std::path::Path;

use onrecord_engine::registry::Registry;
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

#[test]
fn names_that_sound_alike_stay_apart() {
    let registry = Registry::builtin();
    let id = |name: &str| {
        let who = registry.who(name, None);
        who.people
            .first()
            .map(|found| registry.person(found.person).id.clone())
    };
    for (one, other) in [
        ("Vladimir Putin", "Vladimir Potanin"),
        ("Dmitry Kozlov", "Dmitry Kozlova"),
        ("Igor Borisov", "Yegor Borisov"),
        ("Mikhail Krylov", "Mikhail Korolev"),
    ] {
        let (one_id, other_id) = (id(one), id(other));
        assert!(
            one_id.is_none() || one_id != other_id,
            "{one} / {other}: {one_id:?}"
        );
    }
}
