//! What a project file means, and what is told about a broken one.

use std::collections::BTreeMap;

use onrecord_engine::reading::Grade;
use onrecord_engine::rules::{OwnLevels, Profile, Severity};
use onrecord_engine::text::{Encoding, Text};
use onrecord_engine::transcript::Zone;

use super::Config;

/// The problems of a project file, each as `LINE:COLUMN message`.
fn problems(text: &str) -> Vec<String> {
    let (_, problems) = Config::parse(text, &Config::default());
    let lines = Text::from(text);
    problems
        .iter()
        .map(|problem| {
            let at = lines.position(problem.span.start, Encoding::Utf32);
            format!("{}:{} {}", at.line + 1, at.column + 1, problem.message)
        })
        .collect()
}

#[test]
fn every_key_is_read() {
    let text = r#"
include = ["texts/*.txt"]
exclude = "texts/draft-*"
registries = ["people/*.toml"]
builtin-registry = false
date = 2023-03-15
profile = "strict"
select = ["DAT", "DAT005"]
ignore = ["impossible-date"]
minimum-grade = "named"
outlet = "The Harbour Post"
rule-url = "https://example.org/rules/"
[levels]
DAT005 = "off"
DAT002 = "hint"
DAT101 = { narrative = "error", turn = "off" }
[labels]
house = "un"
printed = ["colon", "bold colon"]
roles = ["The Bench"]
accepted = ["Q"]
titles = ["Chief"]
ends = ["The talks closed at"]
"#;
    assert_eq!(problems(text), [""; 0]);
    let (config, _) = Config::parse(text, &Config::default());
    assert_eq!(config.rules().outlet.as_deref(), Some("The Harbour Post"));
    assert_eq!(config.include[0].value, "texts/*.txt");
    assert_eq!(config.exclude[0].value, "texts/draft-*");
    assert_eq!(
        config.builtin_registry.map(|builtin| builtin.value),
        Some(false)
    );
    assert_eq!(
        config.date.map(|date| date.value.to_string()).as_deref(),
        Some("2023-03-15")
    );
    assert_eq!(
        config.profile.map(|profile| profile.value),
        Some(Profile::Strict)
    );
    assert_eq!(
        config.minimum_grade.map(|grade| grade.value),
        Some(Grade::Named)
    );
    assert_eq!(config.levels["DAT005"], OwnLevels::Everywhere(None));
    assert_eq!(
        config.levels["DAT002"],
        OwnLevels::Everywhere(Some(Severity::Hint))
    );
    let by_zone = [(Zone::Narrative, Some(Severity::Error)), (Zone::Turn, None)];
    assert_eq!(
        config.levels["DAT101"],
        OwnLevels::ByZone(BTreeMap::from(by_zone))
    );
}

#[test]
fn a_zone_that_is_none_is_told_and_the_others_count() {
    assert_eq!(
        problems(
            "outlet = \"\"\n[levels]\nDAT101 = { narative = \"error\", turn = \"loud\", gallery = \"off\" }\n"
        ),
        [
            "1:10 `outlet` must name somebody",
            "3:12 unknown zone `narative`; did you mean `narrative`?",
            "3:39 `loud` is no value of `turn`; expected `error`, `hint`, `info`, `off`, `warning`",
            "3:47 unknown zone `gallery`; expected `block`, `narrative` or `turn`",
        ]
    );
}

#[test]
fn an_unknown_key_is_told_with_the_key_it_is_near_to() {
    assert_eq!(
        problems("profile = \"form\"\n  selct = []\nfrobnicate = 1\n"),
        [
            "2:3 unknown key `selct`; did you mean `select`?",
            "3:1 unknown key `frobnicate`",
        ]
    );
}

#[test]
fn an_unknown_rule_is_told_where_it_is_written() {
    assert_eq!(
        problems("select = [\"DAT005\", \"DAT05\"]\n[levels]\nimposible-date = \"off\"\n"),
        [
            "1:21 unknown rule `DAT05`; did you mean `DAT005`?",
            "3:1 unknown rule `imposible-date`; did you mean `impossible-date`?",
        ]
    );
}

#[test]
fn a_value_of_the_wrong_kind_or_name_is_told() {
    assert_eq!(
        problems(
            "date = \"2023-02-30\"\nprofile = \"strickt\"\ninclude = 3\n[levels]\nDAT005 = \"loud\"\n"
        ),
        [
            "1:8 `2023-02-30` is not a date such as 2023-03-15, 2023-03 or 2023",
            "2:11 `strickt` is no value of `profile`; did you mean `strict`?",
            "3:11 `include` must be a list of strings, not integer",
            "5:10 `loud` is no value of `DAT005`; expected `error`, `hint`, `info`, `off`, `warning`",
        ]
    );
}

#[test]
fn a_house_or_a_shape_that_is_none_is_told() {
    assert_eq!(
        problems(
            "[labels]\nhouse = \"hansrad\"\nprinted = [\"bold colon\", \"bold comma\"]\nrole = []\nends = \"\"\n"
        ),
        [
            "2:9 `hansrad` is no value of `house`; did you mean `hansard`?",
            "3:26 `bold comma` is no way to print labels; `onrecord explain` tells the ways of a document",
            "4:1 unknown key `role` of `labels`; did you mean `roles`?",
            "5:8 an empty word would be found everywhere",
        ]
    );
}

#[test]
fn what_is_broken_now_keeps_what_it_said_before() {
    let (sound, _) = Config::parse("profile = \"form\"\ndate = \"2023\"\n", &Config::default());
    let (kept, problems) = Config::parse("profile = 7\ndate = \"2024\"\n", &sound);
    assert_eq!(kept.profile, sound.profile);
    assert_eq!(
        kept.date.map(|date| date.value.to_string()).as_deref(),
        Some("2024")
    );
    assert_eq!(problems.len(), 1);
    let (kept, problems) = Config::parse("profile = [\n", &sound);
    assert_eq!(kept, sound);
    assert!(!problems.is_empty());
}

#[test]
fn editors_know_every_key() {
    use onrecord_engine::ide::sheet::{SheetKind, explain};
    let registry = onrecord_engine::registry::Registry::default();
    for key in super::KEYS {
        let text = format!("{key} = 1\n");
        let meaning = explain(SheetKind::Project, &text, 1, &registry);
        assert!(meaning.is_some(), "{key} has no line in sheet/keys.tsv");
    }
}
