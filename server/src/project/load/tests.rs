//! Projects on disk: which file governs, what stays when it breaks, what is kept when it does not change.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use tempfile::TempDir;

use crate::project::{Options, Project};

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the folder is ours");
    fs::write(path, text).expect("the folder is ours");
}

fn load(near: &Path, previous: Option<&Project>) -> Project {
    Project::load(near, &Options::default(), previous)
}

fn problems(project: &Project) -> Vec<String> {
    let messages = project.problems.iter();
    messages
        .map(|problem| problem.problem.message.clone())
        .collect()
}

#[test]
fn the_nearest_project_file_governs() {
    let folder = folder(&[
        ("onrecord.toml", "date = \"2001\""),
        ("a/onrecord.toml", "date = \"2002\""),
        ("a/b/talk.txt", ""),
        ("talk.txt", ""),
    ]);
    let date = |near: &str| {
        let project = load(&folder.path().join(near), None);
        project.reference.date.map(|date| date.to_string())
    };
    assert_eq!(date("talk.txt").as_deref(), Some("2001"));
    assert_eq!(date("a/b/talk.txt").as_deref(), Some("2002"));
    assert_eq!(date("a/b/not-there-yet.txt").as_deref(), Some("2002"));
}

#[test]
fn isolated_reads_no_project_file() {
    let folder = folder(&[("onrecord.toml", "frobnicate = 1")]);
    let options = Options {
        isolated: true,
        ..Options::default()
    };
    let project = Project::load(folder.path(), &options, None);
    assert_eq!((project.root, project.problems.len()), (None, 0));
}

#[test]
fn a_broken_project_file_leaves_what_it_said_before_in_force() {
    let folder = folder(&[("onrecord.toml", "date = \"2001\"\nprofile = \"form\"")]);
    let sound = load(folder.path(), None);
    write(folder.path(), "onrecord.toml", "date = [");
    let broken = load(folder.path(), Some(&sound));
    assert_eq!(broken.reference.date, sound.reference.date);
    assert!(Arc::ptr_eq(&broken.rules, &sound.rules));
    assert!(!broken.problems.is_empty());
    write(folder.path(), "onrecord.toml", "date = \"2003\"");
    let mended = load(folder.path(), Some(&broken));
    assert_eq!(problems(&mended), [""; 0]);
    assert_ne!(mended.reference.date, sound.reference.date);
}

#[test]
fn what_did_not_change_is_the_very_same_value() {
    let folder = folder(&[("onrecord.toml", "profile = \"form\"")]);
    let first = load(folder.path(), None);
    write(
        folder.path(),
        "onrecord.toml",
        "profile = \"form\" # as before",
    );
    let second = load(folder.path(), Some(&first));
    assert!(Arc::ptr_eq(&first.rules, &second.rules));
    assert!(Arc::ptr_eq(
        &first.reference.registry,
        &second.reference.registry
    ));
}

#[test]
fn a_registry_outside_of_the_folder_or_not_there_is_a_problem() {
    let folder = folder(&[(
        "a/onrecord.toml",
        "registries = [\"../people.toml\", \"none.toml\", \"none/*.toml\"]",
    )]);
    assert_eq!(
        problems(&load(&folder.path().join("a"), None)),
        [
            "`../people.toml` leads out of the project's folder",
            "there is no file `none.toml`",
            "no file matches `none/*.toml`",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_a_problem() {
    let folder = folder(&[
        ("secret.toml", ""),
        ("a/onrecord.toml", "registries = [\"link.toml\"]"),
    ]);
    std::os::unix::fs::symlink(
        folder.path().join("secret.toml"),
        folder.path().join("a/link.toml"),
    )
    .expect("links can be made here");
    assert_eq!(
        problems(&load(&folder.path().join("a"), None)),
        ["`link.toml` leads out of the project's folder"]
    );
}

/// A registry file with one person who holds one post.
const PEOPLE: &str = "
[[person]]
id = \"anna-berg\"
name = \"Anna Berg\"
[[post]]
id = \"lakeland-president\"
label = \"President of Lakeland\"
seats = 1
[[membership]]
person = \"anna-berg\"
post = \"lakeland-president\"
start = \"2020-01-01\"
";

fn knows(project: &Project, name: &str) -> bool {
    project.reference.registry.knows_person(name)
}

#[test]
fn a_registry_of_the_project_lies_over_the_builtin_one() {
    let folder = folder(&[
        ("onrecord.toml", "registries = [\"people/*.toml\"]"),
        ("people/a.toml", PEOPLE),
    ]);
    let project = load(folder.path(), None);
    assert_eq!(problems(&project), [""; 0]);
    assert!(knows(&project, "Anna Berg") && knows(&project, "Vladimir Putin"));
    assert_eq!(project.files.len(), 2);
    write(
        folder.path(),
        "onrecord.toml",
        "registries = [\"people/*.toml\"]\nbuiltin-registry = false",
    );
    let alone = load(folder.path(), Some(&project));
    assert!(knows(&alone, "Anna Berg") && !knows(&alone, "Vladimir Putin"));
}

#[test]
fn a_broken_registry_counts_as_it_was_and_is_told_at_its_place() {
    let folder = folder(&[
        ("onrecord.toml", "registries = [\"a.toml\"]"),
        ("a.toml", PEOPLE),
    ]);
    let sound = load(folder.path(), None);
    write(folder.path(), "a.toml", &format!("{PEOPLE}[[person"));
    let broken = load(folder.path(), Some(&sound));
    assert!(!broken.problems.is_empty());
    assert!(
        broken.problems[0].to_string().contains("a.toml:13:"),
        "{}",
        broken.problems[0]
    );
    assert!(Arc::ptr_eq(
        &sound.reference.registry,
        &broken.reference.registry
    ));
    let again = load(folder.path(), Some(&broken));
    assert_eq!(again.problems, broken.problems);
    write(folder.path(), "a.toml", &PEOPLE.replace("Anna", "Hanna"));
    let mended = load(folder.path(), Some(&again));
    assert!(knows(&mended, "Hanna Berg") && mended.problems.is_empty());
}

#[test]
fn an_id_that_leads_nowhere_is_told() {
    let folder = folder(&[
        ("onrecord.toml", "registries = [\"a.toml\"]"),
        (
            "a.toml",
            &PEOPLE.replace("person = \"anna-berg\"", "person = \"ana-berg\""),
        ),
    ]);
    let project = load(folder.path(), None);
    assert_eq!(
        problems(&project),
        ["no person has the id `ana-berg`; did you mean `anna-berg`?"]
    );
    let again = load(folder.path(), Some(&project));
    assert_eq!(again.problems, project.problems);
    assert!(Arc::ptr_eq(
        &again.reference.registry,
        &project.reference.registry
    ));
}

#[test]
fn a_project_file_that_is_named_and_not_there_is_a_problem() {
    let folder = folder(&[]);
    let options = Options {
        config: Some(folder.path().join("gone.toml")),
        ..Options::default()
    };
    let project = Project::load(folder.path(), &options, None);
    assert_eq!(project.problems.len(), 1);
    assert!(problems(&project)[0].starts_with("cannot be read"));
}
