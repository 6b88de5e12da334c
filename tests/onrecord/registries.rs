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
