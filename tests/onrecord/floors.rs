//! The house keeps its own promises: `server/ARCHITECTURE.md` is read, and every file is held against it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What the architecture says, as far as a test can read it.
mod plan;
/// What a file imports.
mod source;

use plan::Plan;
use source::Source;

/// The folder of the repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn plan() -> Plan {
    let text = fs::read_to_string(root().join("server/ARCHITECTURE.md")).unwrap();
    Plan::parse(&text)
}

/// Every Rust file of the house.
fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    for folder in ["server/src", "server/engine/src"] {
        gather(&root().join(folder), &mut files);
    }
    files.sort();
    assert!(
        files.len() > 50,
        "the files of the house are where they are looked for"
    );
    files
        .iter()
        .map(|file| {
            let path = file.strip_prefix(root()).unwrap().to_str().unwrap();
            Source::new(&path.replace('\\', "/"), &fs::read_to_string(file).unwrap())
        })
        .collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Fails with everything a check found, a line each.
fn nothing(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_import_runs_down_the_floors() {
    let plan = plan();
    let wrong: Vec<String> = sources()
        .iter()
        .flat_map(|source| plan.wrong_imports(source))
        .collect();
    nothing(&wrong);
}

#[test]
fn an_import_that_runs_up_or_aside_is_told() {
    let plan = plan();
    let told = |path: &str, text: &str| plan.wrong_imports(&Source::new(path, text));
    assert_eq!(
        told("server/engine/src/rules/x.rs", "use crate::record::Record;"),
        [""; 0]
    );
    assert_eq!(
        told(
            "server/engine/src/record.rs",
            "use crate::{rules::Rule, text::Span};"
        ),
        ["server/engine/src/record.rs: `record` may not see `rules`"]
    );
    assert_eq!(
        told(
            "server/engine/src/registry/a.rs",
            "fn a() -> crate::transcript::Zone"
        )
        .len(),
        1
    );
    assert_eq!(
        told("server/src/cli/a.rs", "fn a() { crate::lsp::serve(); }").len(),
        1
    );
    assert_eq!(
        told("server/src/lsp/a.rs", "use crate::cli::main;").len(),
        1
    );
    assert_eq!(told("server/engine/src/attic.rs", "").len(), 1);
    // Words about the code are not code.
    assert_eq!(
        told(
            "server/engine/src/text.rs",
            "//! See [`crate::rules`].\n/// crate::rules"
        ),
        [""; 0]
    );
}

#[test]
fn the_engine_knows_nothing_of_the_shell_nor_of_the_world() {
    let wrong: Vec<String> = sources().iter().flat_map(Source::worldly).collect();
    nothing(&wrong);
}

#[test]
fn an_engine_that_reads_a_file_is_told() {
    let told = |path: &str, text: &str| Source::new(path, text).worldly().len();
    assert_eq!(told("server/engine/src/a.rs", "use std::fs;"), 1);
    assert_eq!(
        told(
            "server/engine/src/a.rs",
            "let now = std::time::Instant::now();"
        ),
        1
    );
    assert_eq!(
        told("server/engine/src/a.rs", "use tower_lsp::LspService;"),
        1
    );
    assert_eq!(told("server/engine/src/a.rs", "async fn a() {}"), 1);
    assert_eq!(told("server/src/a.rs", "use std::fs;"), 1);
    assert_eq!(told("server/src/project/files.rs", "use std::fs;"), 0);
    assert_eq!(
        told("server/engine/src/a.rs", "// std::fs is not for us"),
        0
    );
}

#[test]
fn peers_never_import_each_other() {
    let sources = sources();
    let wrong: Vec<String> = plan()
        .peers(&sources)
        .iter()
        .flat_map(|(folder, peers)| {
            let of_folder = sources
                .iter()
                .filter(|source| source.path.starts_with(folder.as_str()));
            of_folder
                .flat_map(|source| source.meets(folder, peers))
                .collect::<Vec<_>>()
        })
        .collect();
    nothing(&wrong);
}

#[test]
fn a_peer_that_imports_another_is_told() {
    let peers = ["a".to_owned(), "b".to_owned()];
    let told = |path: &str, text: &str| Source::new(path, text).meets("x/src/rules", &peers).len();
    assert_eq!(told("x/src/rules/a.rs", "use super::b::helper;"), 1);
    assert_eq!(told("x/src/rules/a.rs", "use crate::rules::b;"), 1);
    assert_eq!(told("x/src/rules/a/part.rs", "use crate::rules::b;"), 1);
    assert_eq!(
        told("x/src/rules/a.rs", "use super::shared; use super::a::part;"),
        0
    );
    assert_eq!(told("x/src/rules/shared.rs", "use super::a;"), 0);
}

#[test]
fn every_peer_named_in_the_plan_is_there() {
    let sources = sources();
    let peers = plan().peers(&sources);
    assert_eq!(peers.len(), 4);
    let missing: Vec<String> = peers
        .iter()
        .flat_map(|(folder, names)| names.iter().map(move |name| format!("{folder}/{name}.rs")))
        .filter(|path| !sources.iter().any(|source| source.path == *path))
        .collect();
    nothing(&missing);
    assert!(peers.iter().all(|(_, names)| names.len() > 1), "{peers:?}");
}

#[test]
fn every_room_of_the_plan_is_there_and_every_file_says_what_it_is_for() {
    let plan = plan();
    let mut wrong: Vec<String> = Vec::new();
    for room in plan.rooms() {
        let places = ["server/src", "server/engine/src"];
        if !places
            .iter()
            .any(|place| root().join(place).join(format!("{room}.rs")).is_file())
        {
            wrong.push(format!("there is no room `{room}`"));
        }
    }
    let sources = sources();
    wrong.extend(sources.iter().flat_map(Source::ill_mannered));
    nothing(&wrong);
}

#[test]
fn a_file_without_manners_is_told() {
    let told = |text: &str| Source::new("a.rs", text).ill_mannered().len();
    assert_eq!(
        told("//! What lives here.\nuse super::*;\n#[cfg(test)]\nmod tests { use super::*; }"),
        1
    );
    assert_eq!(told("use std::fmt;"), 1);
    assert_eq!(told("//! Here.\nuse super::super::a;"), 1);
    assert_eq!(
        told("//! Here.\nuse std::fmt;\n#[cfg(test)]\nmod tests { use super::*; }"),
        0
    );
}

#[test]
fn the_engine_is_made_of_pure_crates_only() {
    let text = fs::read_to_string(root().join("server/engine/Cargo.toml")).unwrap();
    assert_eq!(plan().impure(&text), [""; 0]);
    let with_more = text.replacen("regex.workspace = true", "tokio.workspace = true", 1);
    assert_eq!(plan().impure(&with_more), ["tokio"]);
}

#[test]
fn every_version_is_pinned_once_and_says_why() {
    let text = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let (_, versions) = text.split_once("[workspace.dependencies]\n").unwrap();
    let (versions, _) = versions.split_once("\n\n").unwrap();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for line in versions.lines() {
        let (name, rest) = line.split_once(" = ").unwrap();
        *seen.entry(name).or_default() += 1;
        assert!(
            rest.contains('#') || rest.contains("path ="),
            "no reason given: {line}"
        );
    }
    assert!(seen.values().all(|times| *times == 1));
    for manifest in ["Cargo.toml", "server/engine/Cargo.toml"] {
        let text = fs::read_to_string(root().join(manifest)).unwrap();
        let manifest: toml::Table = text.parse().unwrap();
        for section in ["dependencies", "dev-dependencies"] {
            let Some(names) = manifest.get(section).and_then(toml::Value::as_table) else {
                continue;
            };
            for (name, value) in names {
                let inherited = value.get("workspace").and_then(toml::Value::as_bool);
                assert_eq!(inherited, Some(true), "{name} pins a version of its own");
            }
        }
    }
}
