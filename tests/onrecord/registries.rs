//! Registry files of a project on the command line: what is found in them, and what happens when they cannot be read.

use crate::support::program::Folder;

const PROJECT: &str = "registries = [\"people/*\"]\n";

/// One duplicate id, one id that leads nowhere.
const PEOPLE: &str = "source = \"yearbook\"\n\n[[person]]\nid = \"vane\"\nname = \"Ada Vane\"\n\n\
    [[person]]\nid = \"vane\"\nname = \"Tomas Vane\"\n\n\
    [[membership]]\nperson = \"vane\"\npost = \"zz-clerk\"\nstart = 2020\n";

const POPOLO: &str = r#"{"persons": [{"id": "p1", "name": "Ona Prell"}],
 "organizations": [{"id": "c", "name": "Town Council"}],
 "memberships": [{"person_id": "p1", "organization_id": "c", "start_date": "2021-05-05", "end_date": "2020",
                  "sources": [{"url": "http://council.example"}]}]}"#;

fn folder() -> Folder {
    Folder::new(&[
        ("onrecord.toml", PROJECT),
        ("people/own.toml", PEOPLE),
        ("people/council.json", POPOLO),
        (
            "day.transcript.txt",
            "The bridge was closed on 4 April 2023.\n",
        ),
    ])
}

#[test]
fn lint_looks_through_the_registries_of_a_folder() {
    let run = folder().run(&["lint", "--format=concise", "--fail-on=error", "--quiet"]);
    let lines: Vec<&str> = run.out.lines().collect();
    let places = [
        "people/council.json:3:102: error: ",
        "people/own.toml:8:6: error: ",
        "people/own.toml:13:8: error: ",
    ];
    let codes = ["[REG005]", "[REG002]", "[REG003]"];
    assert_eq!(lines.len(), 3, "{run:?}");
    for (line, (place, code)) in lines.iter().zip(places.iter().zip(codes)) {
        assert!(line.starts_with(place) && line.ends_with(code), "{line}");
    }
    assert_eq!((run.code, run.err.as_str()), (1, ""));
}

#[test]
fn lint_looks_through_a_registry_that_is_named() {
    let run = folder().run(&[
        "lint",
        "--format=concise",
        "people/own.toml",
        "--select=REG002",
    ]);
    assert!(run.out.starts_with("people/own.toml:8:6: error: ") && run.out.lines().count() == 1);
    assert_eq!(run.err, "1 finding (1 error) in 1 of 1 file.\n");
    let run = folder().run(&[
        "lint",
        "--isolated",
        "--format=concise",
        "people/council.json",
    ]);
    assert!(run.out.contains("[REG005]"), "{run:?}");
}

#[test]
fn a_transcript_alone_tells_what_is_wrong_with_the_registry_it_is_read_against() {
    let run = folder().run(&["lint", "day.transcript.txt"]);
    assert!(
        run.err
            .contains("own.toml:13:8: no post has the id `zz-clerk`"),
        "{run:?}"
    );
    assert_eq!(run.code, 2);
}

#[test]
fn who_answers_from_popolo() {
    let run = folder().run(&["who", "Ona Prell", "--format=jsonl"]);
    assert!(
        run.out.contains("\"id\":\"p1\"") && run.out.contains("Member of Town Council"),
        "{run:?}"
    );
}

/// Organizations above each other, ids that lead nowhere, values of the wrong kind.
const BROKEN: &str = "source = \"yearbook\"\n\
    [[organization]]\nid = \"a\"\nname = \"Council A\"\nparent = \"b\"\n\
    [[organization]]\nid = \"b\"\nname = \"Council B\"\nparent = \"a\"\n\
    [[organization]]\nid = \"c\"\nname = \"Council C\"\nparent = \"none\"\n\
    [[person]]\nid = \"v\"\nname = [\"Ada\"]\n\
    [[person]]\nid = 7\nname = \"Bo Dorn\"\n\
    [[post]]\nid = \"p\"\nlabel = \"Clerk\"\norganization = \"a\"\nseats = \"two\"\n";

#[test]
fn each_mistake_of_a_registry_is_told_at_its_place() {
    let folder = Folder::new(&[("broken.toml", BROKEN)]);
    let run = folder.run(&["registry", "check", "broken.toml", "--format=concise"]);
    let told: Vec<&str> = run.out.lines().collect();
    let places = [
        ("broken.toml:5:10: error: ", "[REG003]"),
        ("broken.toml:9:10: error: ", "[REG003]"),
        ("broken.toml:13:10: error: ", "[REG003]"),
        ("broken.toml:16:8: error: ", "[REG001]"),
        ("broken.toml:18:6: error: ", "[REG001]"),
        ("broken.toml:24:9: error: ", "[REG001]"),
    ];
    assert_eq!(told.len(), places.len(), "{run:?}");
    for (line, (place, code)) in told.iter().zip(places) {
        assert!(line.starts_with(place) && line.ends_with(code), "{line}");
    }
    assert_eq!(run.code, 1);
}
