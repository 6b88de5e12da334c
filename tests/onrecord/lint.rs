//! `onrecord lint` as people and scripts run it.

use std::process::Stdio;

use crate::support::program::Folder;

/// A text with one finding of each of two levels: an impossible date is an error, a wrong weekday a warning.
const WRONG: &str =
    "The summit of 31 February 2022 was put off.\nIt was held on Tuesday, 15 March 2023.\n";

/// A text with nothing to find in it.
const CLEAN: &str = "The bridge was closed on 4 April 2023.\n";

/// The rules the tests look for, whatever else there will be.
const ONLY: &str = "--select=DAT002,DAT005";

fn folder() -> Folder {
    Folder::new(&[
        ("wrong.txt", WRONG),
        ("clean.txt", CLEAN),
        ("a/wrong.transcript.txt", WRONG),
        ("a/notes.txt", WRONG),
        ("b/clean.transcript", CLEAN),
        (".gitignore", "hidden/\n"),
        ("hidden/wrong.transcript", WRONG),
    ])
}

#[test]
fn a_finding_is_one_line_in_the_form_of_compilers() {
    let run = folder().run(&["lint", ONLY, "--format=concise", "wrong.txt"]);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 2, "{run:?}");
    assert!(lines[0].starts_with("wrong.txt:1:15: error: ") && lines[0].ends_with(" [DAT005]"));
    assert!(lines[1].starts_with("wrong.txt:2:16: warning: ") && lines[1].ends_with(" [DAT002]"));
    assert_eq!(run.err, "2 findings (1 error, 1 warning) in 1 of 1 file.\n");
    assert_eq!(run.code, 1);
}

#[test]
fn the_exit_code_follows_the_level_that_fails() {
    let folder = folder();
    let code = |fail_on: &str, select: &str, file: &str| {
        let arguments = ["lint", "--fail-on", fail_on, "--select", select, file];
        folder.run(&arguments).code
    };
    assert_eq!(code("warning", "DAT002", "wrong.txt"), 1);
    assert_eq!(code("error", "DAT002", "wrong.txt"), 0);
    assert_eq!(code("error", "DAT005", "wrong.txt"), 1);
    assert_eq!(code("never", "DAT005", "wrong.txt"), 0);
    assert_eq!(code("hint", "DAT002,DAT005", "clean.txt"), 0);
}

#[test]
fn a_folder_without_transcripts_is_told_with_the_files_that_are_read() {
    let folder = Folder::new(&[
        ("talks/one.txt", WRONG),
        ("talks/two.md", WRONG),
        ("read/one.transcript", CLEAN),
    ]);
    let run = folder.run(&["lint", ONLY, "talks", "read"]);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 2, "{run:?}");
    assert!(lines[0].starts_with("note: talks holds no transcript: "));
    assert!(lines[0].contains("*.transcript.txt") && lines[0].contains("`include`"));
    assert_eq!(lines[1], "No findings in 1 file.");
    assert_eq!((run.out.as_str(), run.code), ("", 0));
    assert_eq!(folder.run(&["lint", ONLY, "read"]).err.lines().count(), 1);
    assert_eq!(folder.run(&["lint", "--quiet", ONLY, "talks"]).err, "");
    // Where something else is made of what is read.
    assert!(folder.run(&["outline", "talks"]).err.starts_with("note: "));
    let named = folder.run(&["lint", ONLY, "talks/one.txt"]);
    assert!(!named.err.contains("note: "), "{named:?}");
}

#[test]
fn a_folder_is_walked_for_transcripts_and_a_file_is_always_read() {
    let folder = folder();
    let paths = |arguments: &[&str]| {
        let run = folder.run(&[&["lint", ONLY, "--format=jsonl"], arguments].concat());
        let mut paths: Vec<String> = run
            .json_lines()
            .iter()
            .map(|finding| finding["path"].as_str().unwrap().to_owned())
            .collect();
        paths.dedup();
        paths
    };
    assert_eq!(paths(&[]), ["a/wrong.transcript.txt"]);
    assert_eq!(paths(&["a/notes.txt"]), ["a/notes.txt"]);
    assert_eq!(
        paths(&["hidden/wrong.transcript"]),
        ["hidden/wrong.transcript"]
    );
    assert_eq!(
        paths(&["wrong.txt", "a", "wrong.txt"]),
        ["a/wrong.transcript.txt", "wrong.txt"]
    );
}

#[test]
fn the_order_is_the_same_with_any_number_of_jobs() {
    let folder = folder();
    for n in 0..150 {
        folder.write(&format!("many/{n}.transcript"), WRONG.as_bytes());
    }
    let one = folder.run(&["lint", ONLY, "--format=concise", "--jobs=1"]);
    let many = folder.run(&["lint", ONLY, "--format=concise", "--jobs=8"]);
    assert_eq!(one.out, many.out);
    assert_eq!(one.out.lines().count(), 302);
}

#[test]
fn json_tells_bytes_and_places() {
    let folder = Folder::new(&[("a.txt", "«Пётр» came on Tuesday, 15 March 2023.\n")]);
    let run = folder.run(&["lint", "--select=DAT002", "--format=json", "a.txt"]);
    let finding = &run.json()[0];
    assert_eq!(finding["code"], "DAT002");
    assert_eq!(finding["name"], "weekday-mismatch");
    assert_eq!(finding["severity"], "warning");
    assert_eq!(finding["span"], serde_json::json!([21, 28]));
    assert_eq!(
        finding["start"],
        serde_json::json!({"line": 1, "column": 16})
    );
    assert_eq!(finding["end"], serde_json::json!({"line": 1, "column": 23}));
    assert_eq!(finding["related"], serde_json::json!([]));
    assert!(finding["fixes"][0]["edits"][0]["span"].is_array());
    let run = folder.run(&["lint", "--select=DAT005", "--format=json", "a.txt"]);
    assert_eq!(run.json(), serde_json::json!([]));
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = folder();
    let arguments = [
        "lint",
        ONLY,
        "--format",
        "json=out.json",
        "--format=grouped",
        "--format=concise=out.txt",
        "a",
    ];
    let run = folder.run(&arguments);
    assert!(
        run.out.starts_with("a/wrong.transcript.txt:\n  1:15 "),
        "{run:?}"
    );
    let json: serde_json::Value = serde_json::from_str(&folder.read("out.json")).unwrap();
    assert_eq!(json.as_array().map(Vec::len), Some(2));
    assert_eq!(folder.read("out.txt").lines().count(), 2);
    let run = folder.run(&["lint", "--format=json=no/such/folder.json", "a"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("no/such/folder.json: cannot be written"),
        "{run:?}"
    );
}

#[test]
fn the_full_report_draws_the_words_under_their_line() {
    let run = folder().run(&["lint", "--select=DAT002", "wrong.txt"]);
    assert!(run.out.contains("warning[DAT002]"), "{}", run.out);
    assert!(run.out.contains("--> wrong.txt:2:16"), "{}", run.out);
    assert!(
        run.out
            .contains("2 | It was held on Tuesday, 15 March 2023."),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("  |                ^^^^^^^"),
        "{}",
        run.out
    );
    assert!(
        !run.out.contains('\u{1b}'),
        "no colour where nobody sees it"
    );
    let colored = folder().run(&["lint", "--select=DAT002", "--color=always", "wrong.txt"]);
    assert!(colored.out.contains('\u{1b}'));
}

#[test]
fn nothing_in_a_transcript_reaches_the_terminal_as_a_command() {
    let text = "On Tuesday, 15 March 2023 \u{1b}[2J\u{202e}he came on 31\u{1b} February 2022.\n";
    let folder = Folder::new(&[("a.txt", text)]);
    for format in ["full", "concise", "grouped", "json", "jsonl"] {
        let run = folder.run(&["lint", "--format", format, "a.txt"]);
        assert!(!run.out.is_empty());
        let hostile = ['\u{1b}', '\u{202e}'];
        assert!(
            !run.out.contains(hostile) || format.starts_with("json"),
            "{format}"
        );
        assert!(!run.out.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn statistics_count_by_rule() {
    let folder = folder();
    let run = folder.run(&["lint", ONLY, "--statistics", "wrong.txt", "a"]);
    assert_eq!(
        run.out,
        "     2  DAT002  warning  weekday-mismatch\n     2  DAT005  error    impossible-date\n"
    );
    assert_eq!(run.code, 1);
    let run = folder.run(&["lint", ONLY, "--statistics", "--format=jsonl", "wrong.txt"]);
    assert_eq!(run.json_lines()[0]["count"], 1);
}

#[test]
fn standard_input_is_read_under_a_name() {
    let folder = folder();
    let arguments = [
        "lint",
        ONLY,
        "--format=concise",
        "--stdin-filename",
        "talk.txt",
    ];
    let run = folder.run_with(&arguments, WRONG);
    assert!(run.out.starts_with("talk.txt:1:15: error"), "{run:?}");
    assert_eq!(run.code, 1);
    let run = folder.run_with(&["lint", ONLY, "--format=concise", "-"], CLEAN);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_are_done() {
    let folder = folder();
    folder.write("bytes.txt", b"caf\xc3\xa9 \xff talk\n");
    let run = folder.run(&[
        "lint",
        ONLY,
        "--format=concise",
        "bytes.txt",
        "gone.txt",
        "wrong.txt",
    ]);
    assert_eq!(run.out.lines().count(), 2);
    assert!(
        run.err.contains("error: bytes.txt: not UTF-8 at byte 6\n"),
        "{run:?}"
    );
    assert!(
        run.err.contains("error: gone.txt: cannot be read: "),
        "{run:?}"
    );
    assert_eq!(run.code, 2);
}

#[test]
fn bad_arguments_are_told_with_what_was_perhaps_meant() {
    let folder = folder();
    let err = |arguments: &[&str]| {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        run.err
    };
    assert!(
        err(&["lint", "--select=DAT05"]).contains("unknown rule `DAT05`; did you mean `DAT005`?")
    );
    assert!(err(&["lint", "--formt=json"]).contains("--format"));
    assert!(
        err(&["lint", "--format=yaml"])
            .contains("expected one of full, concise, grouped, json, jsonl")
    );
    assert!(err(&["lint", "--date=2023-02-30"]).contains("expected a date"));
    assert!(err(&["lnt"]).contains("lint"));
}

#[test]
fn quiet_says_nothing_but_findings() {
    let run = folder().run(&["lint", ONLY, "--quiet", "--format=concise", "wrong.txt"]);
    assert_eq!((run.err.as_str(), run.out.lines().count()), ("", 2));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = Folder::new(&[("long.txt", &WRONG.repeat(5000))]);
    let mut command = folder.command(&["lint", ONLY, "long.txt"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
