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

/// What is told of the words at the first place they stand.
fn explained(kind: SheetKind, text: &str, at: &str) -> Option<String> {
    let offset = text.find(at).expect("it stands there");
    explain(kind, text, offset, &Registry::default()).map(|hover| hover.markdown)
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
    let entries = entries(SheetKind::Registry, REGISTRY);
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
    let wikidata = Link::Address("https://www.wikidata.org/wiki/Q42".to_owned());
    assert_eq!(links[0].1, wikidata);
}

const POPOLO: &str = r#"{
  "persons": [
    {"id": "pia", "name": "Pia Jot",
     "identifiers": [{"identifier": "Q7", "scheme": "wikidata"}, {"scheme": "viaf", "identifier": "8"}],
     "memberships": [{"post_id": "speaker", "start_date": "2020"}]}
  ],
  "organizations": [{"id": "house", "name": "House", "sources": [{"url": "https://house.example/a"}]}],
  "posts": [{"id": "speaker", "label": "Speaker", "organization_id": "house"}],
  "memberships": [{"person_id": "pia", "post_id": "speaker"}]
}
"#;

#[test]
fn a_registry_in_json_has_the_same_entries_ids_and_links() {
    let kind = SheetKind::Popolo;
    let entries = entries(kind, POPOLO);
    let told: Vec<(&str, &str)> = entries
        .iter()
        .map(|entry| (entry.table.as_str(), entry.name.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("person", "Pia Jot"),
            ("membership", "speaker"),
            ("organization", "House"),
            ("post", "Speaker"),
            ("membership", "pia"),
        ]
    );
    for entry in &entries {
        let words = entry.span.of(POPOLO);
        assert!(words.starts_with('{') && words.ends_with('}'), "{words}");
        assert!(entry.span.covers(entry.name_span));
    }
    let ids: Vec<(String, bool)> = ids(kind, POPOLO)
        .iter()
        .map(|id| (id.key(), id.is_own))
        .collect();
    let ids: Vec<(&str, bool)> = ids.iter().map(|(key, own)| (key.as_str(), *own)).collect();
    assert_eq!(
        ids,
        [
            ("person:pia", true),
            ("post:speaker", false),
            ("organization:house", true),
            ("post:speaker", true),
            ("organization:house", false),
            ("person:pia", false),
            ("post:speaker", false),
        ]
    );
    let links: Vec<String> = links(kind, POPOLO)
        .into_iter()
        .map(|(span, to)| format!("{} {to:?}", span.of(POPOLO)))
        .collect();
    assert_eq!(
        links,
        [
            "Q7 Address(\"https://www.wikidata.org/wiki/Q7\")",
            "8 Address(\"https://viaf.org/viaf/8\")",
            "https://house.example/a Address(\"https://house.example/a\")",
        ]
    );
    assert!(explained(kind, POPOLO, "start_date").is_some_and(|words| words.contains("first day")));
}

#[test]
fn ids_and_keys_are_offered_in_json_without_what_json_has_no_place_for() {
    let list = offered(
        SheetKind::Popolo,
        r#"{"posts": [{"id": "a"}], "memberships": [{"post_id": "|"}]}"#,
    );
    assert_eq!(list[0], " -> a");
    let list = offered(SheetKind::Popolo, r#"{"posts": [{"id": "a", "lab|"}]}"#);
    assert_eq!(list, ["lab -> label"]);
    assert_eq!(offered(SheetKind::Popolo, "{\n  |\n}"), [""; 0]);
}

#[test]
fn a_selection_grows_from_a_value_to_the_file() {
    let grown = |kind, text: &str, at: &str| -> Vec<String> {
        let offset = text.find(at).expect("it stands there") + 1;
        let spans = selection(kind, text, offset);
        assert!(spans.windows(2).all(|pair| pair[1].covers(pair[0])));
        spans
            .iter()
            .map(|span| span.of(text).trim().to_owned())
            .collect()
    };
    let spans = grown(SheetKind::Registry, REGISTRY, "Q42");
    assert_eq!(
        spans[..4],
        [
            "Q42",
            "\"Q42\"",
            "wikidata = \"Q42\"",
            "identifiers = { wikidata = \"Q42\", other = \"x\" }",
        ]
    );
    assert!(spans[4].starts_with("[[person]]"), "{spans:?}");
    assert_eq!(spans[5], REGISTRY.trim());
    let spans = grown(SheetKind::Popolo, POPOLO, "2020");
    assert_eq!(spans[..3], ["2020", "\"2020\"", "\"start_date\": \"2020\""]);
    assert_eq!(spans[3], r#"{"post_id": "speaker", "start_date": "2020"}"#);
    assert!(spans[5].starts_with(r#"{"id": "pia""#), "{spans:?}");
    assert_eq!(grown(SheetKind::Project, "", "").len(), 1);
}

#[test]
fn a_rule_in_a_table_written_in_one_line_and_the_beginning_of_codes_are_explained() {
    let text = "levels = { ATT103 = \"error\" }\nselect = [\"ATT10\"]\nregistries = [\"a.toml\", \"b/*.toml\"]\n";
    let code = explained(SheetKind::Project, text, "ATT103").expect("a meaning");
    assert!(code.contains("agentless-report"), "{code}");
    assert!(explained(SheetKind::Project, text, "error").is_some());
    let many = explained(SheetKind::Project, text, "ATT10\"").expect("a meaning");
    assert!(many.contains("- ATT103 agentless-report"), "{many}");
    let file = Link::File("a.toml".to_owned());
    let links = links(SheetKind::Project, text);
    assert_eq!(
        links.into_iter().map(|(_, to)| to).collect::<Vec<_>>(),
        [file]
    );
}

#[test]
fn text_that_is_no_toml_is_no_trouble() {
    let pieces = [
        "[[", "[", "]", "{", "}", "=", ":", "persons", "\"", "'", "\"\"\"", "a", "é", "\n", ",",
        "#", "\\", " ",
    ];
    let mut seed = 7u32;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push_str(pieces[(seed >> 16) as usize % pieces.len()]);
        }
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            for kind in [SheetKind::Popolo, SheetKind::Registry, SheetKind::Project] {
                completions(kind, &text, at, &Registry::default(), 10);
                explain(kind, &text, at, &Registry::default());
                selection(kind, &text, at);
            }
        }
        for kind in [SheetKind::Popolo, SheetKind::Registry] {
            ids(kind, &text);
            entries(kind, &text);
            links(kind, &text);
        }
    }
    let deep = "a = ".to_owned() + &"[{b = ".repeat(100_000);
    assert_eq!(ids(SheetKind::Registry, &deep), []);
}
