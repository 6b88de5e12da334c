//! Project files as the command line meets them.

use crate::support::program::{Folder, Run};

/// A text with an impossible date and a wrong weekday.
const WRONG: &str =
    "The summit of 31 February 2022 was put off.\nIt was held on Tuesday, 15 March 2023.\n";

fn lint(project: &str, arguments: &[&str]) -> Run {
    let folder = Folder::new(&[("onrecord.toml", project), ("wrong.txt", WRONG)]);
    folder.run(&[&["lint", "--format=concise"], arguments].concat())
}

fn codes(run: &Run) -> Vec<&str> {
    let lines = run.out.lines();
    lines
        .filter_map(|line| line.rsplit_once('[')?.1.strip_suffix(']'))
        .collect()
}

#[test]
fn a_project_file_chooses_rules_and_levels() {
    let run = lint(
        "select = [\"DAT\"]\nignore = [\"DAT001\"]\n[levels]\nDAT005 = \"off\"\nDAT002 = \"error\"\n",
        &["wrong.txt"],
    );
    assert_eq!(codes(&run), ["DAT002"]);
    assert!(run.out.contains(": error: "), "{run:?}");
}

#[test]
fn a_selection_on_the_command_line_replaces_that_of_the_project() {
    let run = lint(
        "select = [\"DAT005\"]\nignore = [\"DAT002\"]\n",
        &["--select=DAT002", "wrong.txt"],
    );
    assert_eq!(codes(&run), ["DAT002"]);
    let run = lint(
        "select = [\"DAT005\"]\n",
        &[
            "--isolated",
            "--select=DAT",
            "--ignore=DAT001,DAT005",
            "wrong.txt",
        ],
    );
    assert_eq!(codes(&run), ["DAT002"]);
}

#[test]
fn the_files_of_a_folder_are_those_the_project_includes() {
    let folder = Folder::new(&[
        (
            "onrecord.toml",
            "include = [\"talks/**\"]\nexclude = [\"talks/old\"]\n",
        ),
        ("talks/a.txt", WRONG),
        ("talks/old/a.txt", WRONG),
        ("a.txt", WRONG),
    ]);
    let run = folder.run(&["lint", "--select=DAT005", "--format=concise"]);
    assert_eq!(run.out.lines().count(), 1);
    assert!(run.out.starts_with("talks/a.txt:"), "{run:?}");
    // From inside the folder the same project governs.
    let mut command = folder.command(&["lint", "--select=DAT005", "--format=concise"]);
    let run = Run::from(
        command
            .current_dir(folder.path().join("talks"))
            .output()
            .unwrap(),
    );
    assert!(
        run.out.starts_with("a.txt:") && run.out.lines().count() == 1,
        "{run:?}"
    );
}

#[test]
fn the_nearest_project_file_wins_and_one_can_be_named() {
    let folder = Folder::new(&[
        ("onrecord.toml", "select = [\"DAT002\"]\n"),
        ("other.toml", "select = [\"DAT\"]\nignore = [\"DAT001\"]\n"),
        ("in/onrecord.toml", "select = [\"DAT005\"]\n"),
        ("in/a.txt", WRONG),
        ("a.txt", WRONG),
    ]);
    let run = folder.run(&["lint", "--format=concise", "a.txt", "in/a.txt"]);
    assert_eq!(codes(&run), ["DAT002", "DAT005"]);
    let run = folder.run(&[
        "lint",
        "--format=concise",
        "--config=other.toml",
        "in/a.txt",
    ]);
    assert_eq!(codes(&run), ["DAT005", "DAT002"]);
}

#[test]
fn a_broken_project_file_is_told_at_its_place_and_the_work_goes_on() {
    let run = lint(
        "profile = \"form\"\nselct = [\"DAT005\"]\n",
        &["--select=DAT005", "wrong.txt"],
    );
    assert_eq!(run.code, 2);
    let told = "error: onrecord.toml:2:1: unknown key `selct`; did you mean `select`?\n";
    assert!(run.err.contains(told), "{run:?}");
    let run = lint("date = \"2023-03-15\n", &["--select=DAT005", "wrong.txt"]);
    assert!(run.err.contains("error: onrecord.toml:1:"), "{run:?}");
    assert_eq!((run.code, codes(&run)), (2, vec!["DAT005"]));
    let run = lint("", &["--config=gone.toml", "--select=DAT005", "wrong.txt"]);
    assert!(
        run.err.contains("error: gone.toml: cannot be read"),
        "{run:?}"
    );
    assert_eq!(run.code, 2);
}

#[test]
fn isolated_does_not_even_look() {
    let run = lint(
        "frobnicate = 1\n",
        &["--isolated", "--select=DAT005", "wrong.txt"],
    );
    assert_eq!((run.code, codes(&run)), (1, vec!["DAT005"]));
    assert!(!run.err.contains("onrecord.toml"), "{run:?}");
}

#[test]
fn a_registry_may_not_lead_out_of_the_project() {
    let run = lint("registries = [\"../people.toml\"]\n", &["wrong.txt"]);
    let told = "error: onrecord.toml:1:15: `../people.toml` leads out of the project's folder\n";
    assert!(run.err.contains(told), "{run:?}");
    assert_eq!(run.code, 2);
}

#[test]
fn a_date_of_the_project_or_the_command_line_is_every_documents_own() {
    let folder = Folder::new(&[
        ("onrecord.toml", "date = \"2001\"\n"),
        ("a.txt", "Hello.\n"),
    ]);
    let date = |arguments: &[&str]| {
        let run = folder.run(&[&["inspect", "a.txt"], arguments].concat());
        run.json()[0]["date"]["value"].clone()
    };
    assert_eq!(date(&[]), "2001");
    assert_eq!(date(&["--date=2002-03"]), "2002-03");
    assert_eq!(date(&["--isolated"]), serde_json::Value::Null);
}
