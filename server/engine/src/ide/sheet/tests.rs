//! Our files in an editor: text in, answers out.

use super::*;
use crate::registry::file::EntryKind;

const REGISTRY: &str = r#"
source = "gazette"

[[person]]
id = "ada-vane"
name = "Ada Vane"
identifiers = { wikidata = "Q42", other = "x" }

[[post]]
id = "zz-judge"
label = "Judge"

[[membership]]
person = "ada-vane"
post = "zz-judge"
"#;

/// What is offered at the sign `|`, as `replaced -> text`.
fn offered(kind: SheetKind, text: &str) -> Vec<String> {
    let offset = text.find('|').expect("the sign of the cursor");
    let text = text.replacen('|', "", 1);
    let (list, _) = completions(kind, &text, offset, &Registry::default(), 100);
    list.into_iter()
        .map(|one| format!("{} -> {}", one.span.of(&text), one.text))
        .collect()
}

#[test]
fn the_table_of_keys_has_the_keys_the_reader_knows() {
    for kind in EntryKind::ALL {
        let keys: Vec<&str> = keys::rows(SheetKind::Registry, kind.name())
            .map(|row| row.key)
            .collect();
        assert_eq!(keys, kind.keys(), "{}", kind.name());
    }
}

#[test]
fn keys_that_are_not_there_yet_are_offered_and_tables_on_an_empty_line() {
    let list = offered(SheetKind::Registry, "[[post]]\nid = \"a\"\nla|\n");
    assert_eq!(list, ["la -> label = "]);
    let list = offered(SheetKind::Registry, "[[post]]\nid = \"a\"\n|\n");
    assert!(!list.contains(&" -> id = ".to_owned()), "{list:?}");
    assert!(
        list.contains(&" -> [[membership]]\n".to_owned()),
        "{list:?}"
    );
    assert_eq!(offered(SheetKind::Registry, "[[per|"), ["per -> person"]);
    assert_eq!(
        offered(SheetKind::Project, "prof|\n"),
        ["prof -> profile = "]
    );
}

#[test]
fn values_are_offered_in_their_quotation_marks() {
    let typed = format!("{REGISTRY}\n[[membership]]\nperson = ");
    assert_eq!(
        offered(SheetKind::Registry, &format!("{typed}|")),
        [" -> \"ada-vane\""]
    );
    assert_eq!(
        offered(SheetKind::Registry, &format!("{typed}\"va|\"")),
        ["va -> ada-vane"]
    );
    assert_eq!(
        offered(SheetKind::Project, "profile = \"st|\"\n"),
        ["st -> strict"]
    );
    assert_eq!(
        offered(SheetKind::Project, "builtin-registry = f|\n"),
        ["f -> false"]
    );
    assert_eq!(
        offered(
            SheetKind::Project,
            "ignore = [\"ATT1\", \"DAT00|\n[levels]\n"
        )[0],
        "DAT00 -> DAT001"
    );
    assert_eq!(
        offered(SheetKind::Project, "[levels]\nATT103 = |")[0],
        " -> \"error\""
    );
    assert!(
        offered(SheetKind::Project, "[levels]\nATT10|").contains(&"ATT10 -> ATT103 = ".to_owned())
    );
    assert_eq!(offered(SheetKind::Project, "outlet = \"|\"\n"), [""; 0]);
}

#[test]
fn ids_are_found_where_they_are_given_and_where_they_are_used() {
    let places = ids(SheetKind::Registry, REGISTRY);
    let told: Vec<(String, bool)> = places.iter().map(|id| (id.key(), id.is_own)).collect();
    let expected = [
        ("person:ada-vane", true),
        ("post:zz-judge", true),
        ("person:ada-vane", false),
        ("post:zz-judge", false),
    ];
    assert_eq!(told, expected.map(|(key, own)| (key.to_owned(), own)));
    assert!(places.iter().all(|id| id.span.of(REGISTRY) == id.id));
}

#[test]
fn keys_and_codes_are_explained() {
    let registry = Registry::default();
    let explained = |kind, text: &str, word: &str| {
        let at = text.find(word).expect("it stands there");
        explain(kind, text, at, &registry).map(|hover| hover.markdown)
    };
    let label = explained(SheetKind::Registry, REGISTRY, "label").expect("a meaning");
    assert!(label.contains("without the state"), "{label}");
    let text = "ignore = [\"ATT103\"]\n[levels]\nDAT002 = \"warning\"\n";
    let code = explained(SheetKind::Project, text, "ATT103").expect("a meaning");
    assert!(code.contains("agentless-report"), "{code}");
    assert!(explained(SheetKind::Project, text, "DAT002").is_some());
    assert!(explained(SheetKind::Project, text, "warning").is_some());
    assert_eq!(explained(SheetKind::Registry, REGISTRY, "gazette"), None);
}

#[test]
fn entries_are_called_by_their_names_and_identifiers_lead_somewhere() {
    let entries = entries(REGISTRY);
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Ada Vane", "Judge", "ada-vane"]);
    assert!(
        entries
            .iter()
            .all(|entry| entry.span.covers(entry.name_span))
    );
    assert!(entries[0].span.of(REGISTRY).starts_with("[[person]]"));
    assert!(entries[0].span.of(REGISTRY).ends_with('}'));
    let links = links(SheetKind::Registry, REGISTRY);
    assert_eq!(links.len(), 1);
    assert_eq!(links[0].1, "https://www.wikidata.org/wiki/Q42");
}

#[test]
fn text_that_is_no_toml_is_no_trouble() {
    let pieces = [
        "[[", "[", "]", "{", "}", "=", "\"", "'", "\"\"\"", "a", "é", "\n", ",", "#", "\\", " ",
    ];
    let mut seed = 7u32;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            for kind in [SheetKind::Registry, SheetKind::Project] {
                completions(kind, &text, at, &Registry::default(), 10);
                explain(kind, &text, at, &Registry::default());
            }
        }
        ids(SheetKind::Registry, &text);
        entries(&text);
    }
    let deep = "a = ".to_owned() + &"[{b = ".repeat(100_000);
    assert_eq!(ids(SheetKind::Registry, &deep), []);
}
