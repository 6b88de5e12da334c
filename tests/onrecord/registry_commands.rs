//! `onrecord registry`: what is brought in from other registers answers questions, and says where it comes from.

use crate::support::program::Folder;

const TABLE: &str = "position,person,personID,start,end,DOB\n\
    President,\"Vane, Ada\",Q900000001,2001-03,2009-05-07,1950\n\
    President,Cy Dorn,Q900000002,2009-05-07,,\n\
    Minister of Rain,Cy Dorn,Q900000002,May,,\n";

const QUERY: &str = r#"{"head": {"vars": []}, "results": {"bindings": [
  {"person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q900000001"}, "personLabel": {"value": "Ada Vane"},
   "positionLabel": {"value": "President of Syria"}, "countryLabel": {"value": "Syria"},
   "start": {"value": "2001-01-01T00:00:00Z"}, "startPrecision": {"value": "9"}}]}}"#;

const YAML: &str = "- id:\n    bioguide: V000001\n    govtrack: 7\n  name:\n    first: Ada\n    last: Vane\n  bio:\n    gender: F\n  \
    terms:\n  - type: sen\n    start: '2001-01-03'\n    end: '2007-01-03'\n    state: VT\n    party: Blue\n";

const POPOLO: &str = r#"{"persons": [{"id": "p1", "name": "Ona Prell"}], "organizations": [{"id": "c", "name": "Council"}],
  "memberships": [{"person_id": "p1", "organization_id": "c", "role": "member", "start_date": "2001"}]}"#;

fn folder() -> Folder {
    Folder::new(&[
        ("table.csv", TABLE),
        ("query.json", QUERY),
        ("members.yaml", YAML),
        ("council.json", POPOLO),
        ("notes.txt", "Dear all\n"),
    ])
}

#[test]
fn a_table_becomes_a_registry_that_answers() {
    let folder = folder();
    let arguments = [
        "registry",
        "import",
        "table.csv",
        "--state=Syria",
        "--retrieved=2022-08-03",
        "-o",
        "own.toml",
    ];
    let run = folder.run(&arguments);
    // A date that is none is told at its line, and the rest is still there.
    assert!(
        run.err
            .starts_with("error: table.csv:4: `May` is not a date"),
        "{run:?}"
    );
    assert!(
        run.err.ends_with("2 people, 1 post, 2 terms of office.\n"),
        "{run:?}"
    );
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    let check = folder.run(&["registry", "check", "own.toml", "--format=concise"]);
    assert_eq!((check.code, check.out.as_str()), (0, ""));
    let who = |day: &str| {
        folder
            .run(&[
                "who",
                "--registry=own.toml",
                "President Cy Dorn",
                "--on",
                day,
                "--format=jsonl",
            ])
            .out
    };
    assert!(who("2010-01-01").contains("\"title\":\"held\""));
    // Beyond the day of the copy nothing is known.
    assert!(who("2023-01-01").contains("\"title\":\"unknown\""));
}

#[test]
fn every_kind_of_register_is_known_by_its_content() {
    let folder = folder();
    for (file, terms) in [
        (
            "query.json",
            ["post = \"sy-president\"", "start = \"2001\""],
        ),
        ("members.yaml", ["on-behalf-of = \"Blue\"", "area = \"VT\""]),
        ("council.json", ["organization = \"c\"", "start = \"2001\""]),
    ] {
        let run = folder.run(&["registry", "import", file]);
        assert_eq!(run.code, 0, "{file}: {run:?}");
        for term in terms {
            assert!(run.out.contains(term), "{file}: {run:?}");
        }
    }
    let run = folder.run(&["registry", "import", "notes.txt"]);
    assert!(
        run.err
            .contains("notes.txt: none of the registers that can be read")
            && run.code == 2
    );
}

#[test]
fn popolo_comes_back_from_what_was_written_as_popolo() {
    let folder = folder();
    let run = folder.run(&[
        "registry",
        "import",
        "members.yaml",
        "--format=popolo",
        "-o",
        "members.json",
    ]);
    assert_eq!(run.code, 0, "{run:?}");
    let again = folder.run(&["registry", "import", "members.json"]);
    assert!(
        again.out.contains("name = \"Ada Vane\"") && again.out.contains("start = 2001-01-03"),
        "{again:?}"
    );
    let check = folder.run(&["registry", "check", "members.json"]);
    assert_eq!(check.code, 0, "{check:?}");
}

#[test]
fn what_is_shown_says_where_it_is_written() {
    let folder = folder();
    let own = folder.run(&["registry", "import", "members.yaml", "-o", "own.toml"]);
    assert_eq!(own.code, 0, "{own:?}");
    let show = |what: &str| folder.run(&["registry", "show", "--registry=own.toml", what]);
    for what in ["ada-vane", "bioguide:V000001", "Ada Vane"] {
        let run = show(what);
        assert!(run.out.starts_with("Ada Vane\n  id: ada-vane\n"), "{run:?}");
        assert!(
            run.out.contains("own.toml:3\n") && run.out.contains("source: congress-legislators"),
            "{run:?}"
        );
    }
    assert!(show("us-senator").out.contains("Ada Vane, "));
    let run = show("Zyq Vorst");
    assert_eq!((run.out.as_str(), run.code), ("", 2));
    let all = folder.run(&["registry", "show", "--isolated"]);
    assert!(all.out.contains(", as of "), "{all:?}");
}

#[test]
fn an_office_is_found_without_a_day_and_one_of_no_state_says_so() {
    let folder = Folder::new(&[]);
    folder.write(
        "own.toml",
        b"[[post]]\nid = \"harbour-master\"\nlabel = \"Minister of Harbours\"\n\n\
         [[person]]\nid = \"cy-dorn\"\nname = \"Cy Dorn\"\n\n\
         [[membership]]\nperson = \"cy-dorn\"\npost = \"harbour-master\"\nstart = 2010\n",
    );
    let who = |words: &str| folder.run(&["who", "--registry=own.toml", words]).out;
    let stateless = who("Minister of Harbours");
    assert!(
        stateless.contains("state: none") && stateless.contains("Cy Dorn"),
        "{stateless}"
    );
    let of_a_state = who("the French president");
    assert!(
        of_a_state.contains("Macron") && !of_a_state.contains("state: none"),
        "{of_a_state}"
    );
    let shown = folder
        .run(&["registry", "show", "--registry=own.toml", "harbour-master"])
        .out;
    assert!(shown.contains("state: none"), "{shown}");
}
