//! `inspect`, `outline`, `who`, `explain`, `rule`, `init`, `doctor` and `completions`, as people and scripts run them.

use serde_json::{Value, json};

use crate::support::program::Folder;

/// A short transcript with narrative around it.
const TALKS: &str = "\
Talks at the lake
4 April 2023

The two delegations met in the morning.

President Anna Berg:
Thank you. I am glad to see you. We will open the bridge.

President Tomas Lind:
The bridge is ready, our engineers said.

President Anna Berg:
Good. We will open it in May.

President Tomas Lind:
";

fn folder() -> Folder {
    Folder::new(&[("talks.txt", TALKS), ("list.txt", "eggs\r\nmilk\r\n")])
}

/// Every `[start, end)` pair beneath a value.
fn spans(value: &Value, found: &mut Vec<(usize, usize)>) {
    let pair = value
        .as_array()
        .map(|items| items.iter().map(Value::as_u64).collect::<Vec<_>>());
    match (pair.as_deref(), value) {
        (Some([Some(start), Some(end)]), _) => {
            found.push((
                usize::try_from(*start).unwrap(),
                usize::try_from(*end).unwrap(),
            ));
        }
        (_, Value::Array(items)) => items.iter().for_each(|item| spans(item, found)),
        (_, Value::Object(map)) => map.values().for_each(|item| spans(item, found)),
        _ => {}
    }
}

#[test]
fn inspect_prints_the_keys_of_the_contract() {
    let run = folder().run(&[
        "inspect",
        "--isolated",
        "--format=jsonl",
        "talks.txt",
        "list.txt",
    ]);
    assert_eq!(run.code, 0);
    let lines = run.json_lines();
    let paths: Vec<&Value> = lines.iter().map(|line| &line["path"]).collect();
    assert_eq!(paths, ["list.txt", "talks.txt"]);
    let keys: Vec<&String> = lines[1].as_object().unwrap().keys().collect();
    let expected = [
        "attributions",
        "date",
        "findings",
        "mentions",
        "onrecord",
        "path",
        "quotes",
        "sentences",
        "turns",
        "zones",
    ];
    assert_eq!(keys, expected);
    assert_eq!(lines[1]["onrecord"], 1);
    let run = folder().run(&["inspect", "--isolated", "talks.txt", "list.txt"]);
    assert_eq!(run.json(), Value::Array(lines));
}

#[test]
fn every_span_of_inspect_is_a_piece_of_the_file() {
    let text = "\u{feff}Q: Wer?\r\n\r\nMINISTER O’BRIEN: “Naïve” 😀 he said.\r\nQ: And?\r\nMINISTER O’BRIEN: Sources said 40% left.";
    let folder = Folder::new(&[("a.txt", text), ("empty.txt", "")]);
    let run = folder.run(&["inspect", "--isolated", "a.txt", "empty.txt"]);
    let mut found = Vec::new();
    spans(&run.json()[0], &mut found);
    assert!(found.len() > 10, "{found:?}");
    for (start, end) in found {
        assert!(text.get(start..end).is_some(), "{start}..{end}");
    }
    assert_eq!(run.json()[1]["sentences"], json!([]));
}

#[test]
fn who_answers_a_line_for_a_line() {
    let folder = folder();
    let questions = "2023-03-15\tVladimir Putin\n\n2023-02-30\tnobody\nAnna Nobody-Known\n";
    let run = folder.run_with(&["who", "--isolated", "--format=jsonl", "-"], questions);
    let answers = run.json_lines();
    assert_eq!(answers.len(), 2, "{run:?}");
    assert_eq!(answers[0]["query"], "Vladimir Putin");
    assert_eq!(answers[0]["date"], "2023-03-15");
    assert_eq!(answers[0]["title"], "none");
    assert!(answers[0]["people"].is_array());
    assert_eq!(answers[1]["date"], Value::Null);
    assert_eq!(answers[1]["people"], json!([]));
    assert!(
        run.err.contains("line 3: `2023-02-30` is not a date"),
        "{}",
        run.err
    );
    assert_eq!(run.code, 2);
}

#[test]
fn who_tells_the_office_of_a_day_with_its_source() {
    let folder = folder();
    let arguments = [
        "who",
        "President of Russia Vladimir Putin",
        "--on=2023-03-15",
        "--format=jsonl",
    ];
    let answer = &folder.run(&arguments).json_lines()[0];
    assert_eq!(answer["people"][0]["identifiers"][0], "wikidata:Q7747");
    assert_eq!(answer["title"], "held");
    let offices = answer["people"][0]["offices"].as_array().unwrap();
    assert!(
        offices
            .iter()
            .any(|office| office["held"] == "held" && office["source"] != "")
    );
    let run = folder.run(&["who", "Vladimir Putin", "--on=2023-03-15"]);
    assert!(
        run.out.contains("Vladimir Putin") && run.out.contains("source: "),
        "{}",
        run.out
    );
    assert_eq!(folder.run(&["who", "Putin", "--on=yesterday"]).code, 2);
}

#[test]
fn who_tells_of_an_office_those_before_and_after_the_day() {
    let run = folder().run(&["who", "the US president", "--on=2015-06-01"]);
    let lines: Vec<&str> = run.out.lines().collect();
    let held: Vec<&&str> = lines
        .iter()
        .filter(|line| line.starts_with("  held "))
        .collect();
    assert!(held[0].contains("Barack Obama"), "{run:?}");
    assert!(run.out.contains("George W. Bush") && run.out.contains("Donald Trump"));
    assert!(
        run.out.contains(" earlier)") && !run.out.contains("Washington"),
        "{run:?}"
    );
    let all = folder().run(&["who", "the US president"]).out;
    assert!(
        all.contains("Washington") && !all.contains(" earlier)"),
        "{all}"
    );
}

#[test]
fn every_place_of_a_text_can_be_explained() {
    let folder = folder();
    for line in (1..=TALKS.lines().count() + 1).step_by(3) {
        for place in [
            format!("talks.txt:{line}"),
            format!("talks.txt:{line}:1"),
            format!("talks.txt:{line}:9999"),
        ] {
            let run = folder.run(&["explain", &place]);
            assert_eq!(run.code, 0, "{place} {run:?}");
        }
    }
}

#[test]
fn rule_prints_pages_and_lists() {
    let folder = folder();
    let run = folder.run(&["rule", "DAT002"]);
    assert!(
        run.out.starts_with("# DAT002 weekday-mismatch\n"),
        "{}",
        run.out
    );
    assert_eq!(folder.run(&["rule", "weekday-mismatch"]).out, run.out);
    assert_eq!(
        folder.run(&["rule", "dat002", "--format=json"]).json()["levels"]["turn"],
        "warning"
    );
    let all = folder.run(&["rule"]);
    assert!(
        all.out.lines().count() > 3 && all.out.contains("DAT005  impossible-date"),
        "{}",
        all.out
    );
    let as_json = folder.run(&["rule", "--format=json"]).json();
    assert_eq!(
        as_json.as_array().map(Vec::len),
        Some(all.out.lines().count())
    );
    let run = folder.run(&["rule", "DAT02"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(
        run.err,
        "error: there is no rule `DAT02`; did you mean `DAT002`?\n"
    );
}

#[test]
fn init_writes_a_project_file_and_never_writes_over_one() {
    let folder = folder();
    assert_eq!(folder.run(&["init"]).code, 0);
    let written = folder.read("onrecord.toml");
    assert!(written.contains("#include = "));
    assert_eq!(folder.run(&["lint", "list.txt"]).code, 0);
    folder.write("onrecord.toml", b"date = \"2023\"\n");
    let run = folder.run(&["init"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is there already"), "{}", run.err);
    assert_eq!(folder.read("onrecord.toml"), "date = \"2023\"\n");
}

#[test]
fn doctor_tells_what_is_in_force() {
    let folder = folder();
    folder.write(
        "onrecord.toml",
        b"profile = \"strict\"\ninclude = [\"*.txt\"]\nselct = []\n",
    );
    let run = folder.run(&["doctor"]);
    assert_eq!(run.code, 0);
    for line in [
        "profile: strict",
        "transcripts found: 2 of ",
        "registry: ",
        "timing 2: ",
        "unknown key `selct`",
    ] {
        assert!(run.out.contains(line), "{line}\n{}", run.out);
    }
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = folder().run(&["completions", shell]);
        assert!(run.out.contains("inspect"), "{shell}");
    }
    assert_eq!(folder().run(&["completions", "tea"]).code, 2);
}

#[test]
fn version_and_help_are_results() {
    let run = folder().run(&["--version"]);
    assert_eq!(run.out, format!("onrecord {}\n", env!("CARGO_PKG_VERSION")));
    let help = folder().run(&["--help"]);
    assert!(help.out.contains("lint") && help.err.is_empty());
    assert_eq!(folder().run(&[]).code, 2);
}
#[test]
fn inspect_finds_turns_zones_and_the_date() {
    let run = folder().run(&["inspect", "--isolated", "talks.txt"]);
    let talks = &run.json()[0];
    assert_eq!(talks["date"]["value"], "2023-04-04");
    let turns = talks["turns"].as_array().unwrap();
    let labels: Vec<&Value> = turns.iter().map(|turn| &turn["label"]["text"]).collect();
    let (berg, lind) = ("President Anna Berg", "President Tomas Lind");
    assert_eq!(labels, [berg, lind, berg, lind]);
    assert_eq!(turns[3]["speech"], Value::Null);
    assert_eq!(turns[0]["speaker"]["name"], "Anna Berg");
    assert_eq!(turns[0]["speaker"]["anonymous"], false);
    assert!(
        turns[0]["evidence"]
            .as_array()
            .is_some_and(|evidence| !evidence.is_empty())
    );
    let zones = talks["zones"].as_array().unwrap();
    let mut end = 0;
    for zone in zones {
        assert_eq!(zone["span"][0], end);
        end = usize::try_from(zone["span"][1].as_u64().unwrap()).unwrap();
    }
    assert_eq!(end, TALKS.len());
}

#[test]
fn outline_prints_the_turns_for_people_and_programs() {
    let folder = folder();
    let run = folder.run(&["outline", "talks.txt"]);
    assert!(run.out.contains("President Anna Berg"), "{}", run.out);
    assert_eq!(run.out.matches("President Tomas Lind").count(), 2);
    let run = folder.run(&["outline", "--format=json", "talks.txt"]);
    let json = run.json().to_string();
    assert!(
        json.contains("\"line\":6") && json.contains("\"kind\":\"turn\""),
        "{json}"
    );
    assert_eq!(folder.run(&["outline", "gone.txt"]).code, 2);
}

/// Asks why a place is read as it is: each of these is told.
fn explains(folder: &Folder, place: &str, told: &[&str]) {
    let run = folder.run(&["explain", place]);
    for told in told {
        assert!(run.out.contains(told), "{told} is not in {}", run.out);
    }
}

#[test]
fn explain_tells_who_outside_a_sentence_was_considered_for_it() {
    let folder = folder();
    folder.write(
        "meeting.txt",
        "Ruritania opened its port on Monday, Orlova announced. She said that the army betrayed the town.\n\n\
         The ministry quoted Krone as saying that the army had shelled three villages.\n"
            .as_bytes(),
    );
    explains(
        &folder,
        "meeting.txt:1",
        &[
            "On the word of “She”, that is “Orlova”.",
            "candidate source elsewhere: “Orlova” is whom “She” means",
        ],
    );
    explains(
        &folder,
        "meeting.txt:3",
        &[
            "On the word of “Krone”, as told by “The ministry”.",
            "candidate source elsewhere, not taken: “She” vouches for the sentence before; this one has a source of its own",
        ],
    );
    // In a turn its speaker is one of them.
    explains(&folder, "talks.txt:10:22", &["speaks in this turn"]);
}

#[test]
fn explain_tells_every_candidate_source_and_what_the_hover_tells() {
    let folder = folder();
    folder.write(
        "chain.txt",
        "The daily Kurier quoted Ada Vane as saying that Otto Krone had left.\n\n\
         It was stressed that Otto Krone had left.\n"
            .as_bytes(),
    );
    explains(
        &folder,
        "chain.txt:1",
        &[
            "On the word of “Ada Vane”, as told by “The daily Kurier”.",
            "candidate source “Ada Vane”: is the source of “",
            "candidate source “Otto Krone”: is named in what is reported",
        ],
    );
    explains(
        &folder,
        "chain.txt:3",
        &[
            "Nobody is named for this sentence",
            "candidate source “Otto Krone”: has no word of saying",
        ],
    );
}

#[test]
fn explain_tells_why_a_line_is_a_label() {
    let folder = folder();
    let run = folder.run(&["explain", "talks.txt:6"]);
    assert!(
        run.out.contains("speaker label “President Anna Berg”"),
        "{}",
        run.out
    );
    assert!(run.out.contains("taken for one by: "), "{}", run.out);
    let run = folder.run(&["explain", "talks.txt:10:22"]);
    assert!(run.out.contains("zone turn"), "{}", run.out);
    assert!(
        run.out.contains("sentence “The bridge is ready"),
        "{}",
        run.out
    );
    folder.write(
        "thing.txt",
        "Ada Vane: We begin.\n\nOtto Krone: I agree.\n\nOne more thing: it rains.\n\nAda Vane: Yes.\n"
            .as_bytes(),
    );
    let run = folder.run(&["explain", "thing.txt:5"]);
    assert!(
        run.out.contains("no speaker label: “One more thing”")
            && run
                .out
                .contains("against it: it begins with a word that opens sentences"),
        "{}",
        run.out
    );
    let run = folder.run(&["explain", "talks.txt:999"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("there is no line 999"), "{}", run.err);
    assert_eq!(folder.run(&["explain", "talks.txt"]).code, 2);
}
