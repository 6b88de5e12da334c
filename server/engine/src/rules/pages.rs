//! Every rule's page is its test: what stands under *Flagged* is found as marked, what stands under *Accepted* is not found.

mod suggestions;
mod wordless;

use std::sync::Arc;

use crate::record::{Record, Reference};
use crate::registry::{Layer, Registry, RegistryFile};
use crate::rules::{self, Check, Finding, RULES, Rule, RuleSet};
use crate::testing::{marked, unmarked};
use crate::text::{Span, Text};

const HEADINGS: [&str; 5] = [
    "What it finds",
    "Why it matters",
    "Flagged",
    "Accepted",
    "What to do",
];

/// A fenced example of a page, read against the last registry above it, else the built-in one.
struct Example {
    heading: String,
    registry: Option<String>,
    body: String,
}

/// The examples of a page. Fences of a registry are examples themselves where the rule is about registries.
fn examples(rule: &Rule) -> Vec<Example> {
    let page = rule.page();
    let about_registries = matches!(rule.check, Check::Registry(_));
    let mut examples = Vec::new();
    let mut heading = String::new();
    let mut registry = None;
    let mut fence: Option<(String, String)> = None;
    for line in page.lines() {
        if let Some((language, body)) = &mut fence {
            if line != "```" {
                body.push_str(line);
                body.push('\n');
                continue;
            }
            match language.as_str() {
                "registry" if !about_registries => registry = Some(std::mem::take(body)),
                "registry" | "transcript" => examples.push(Example {
                    heading: heading.clone(),
                    registry: registry.clone(),
                    body: std::mem::take(body),
                }),
                other => panic!("a fence of {other:?} is none we can test"),
            }
            fence = None;
        } else if let Some(name) = line.strip_prefix("## ") {
            name.clone_into(&mut heading);
        } else if let Some(language) = line.strip_prefix("```") {
            fence = Some((language.to_owned(), String::new()));
        }
    }
    assert!(fence.is_none(), "a fence is left open");
    examples
}

/// The words of the examples of transcripts on a page, marked as they stand.
pub(super) fn transcripts(rule: &Rule) -> Vec<String> {
    if matches!(rule.check, Check::Registry(_)) {
        return Vec::new();
    }
    examples(rule)
        .into_iter()
        .map(|example| example.body)
        .collect()
}

/// The findings of `rule` alone, under the default levels.
fn findings(rule: &Rule, text: &str, registry: Option<&str>) -> Vec<Finding> {
    let set = RuleSet {
        select: vec![rule.code.to_owned()],
        ..RuleSet::default()
    };
    if matches!(rule.check, Check::Registry(_)) {
        return of_registry(text, &set);
    }
    let registry = registry.map_or_else(Registry::builtin, |file| {
        let (file, problems) = RegistryFile::parse(file);
        assert_eq!(problems, [], "{}: the registry of an example", rule.code);
        let (registry, problems) = Registry::layered(&[file], None);
        assert_eq!(problems, [], "{}: the registry of an example", rule.code);
        Arc::new(registry)
    });
    let reference = Reference {
        registry: Arc::clone(&registry),
        date: None,
        style: std::sync::Arc::default(),
        language: None,
    };
    let record = Record::build(&Text::from(text), "", &reference, None);
    rules::check(&record, &set)
}

/// The findings in a registry file that stands alone.
fn of_registry(text: &str, set: &RuleSet) -> Vec<Finding> {
    let (file, problems) = RegistryFile::parse(text);
    let files = [Arc::new(file)];
    let (registry, _) = Registry::layered(&files, None);
    let layer = Layer {
        text,
        problems: &problems,
        files: &files,
        at: 0,
        registry: &registry,
    };
    rules::check_registry(&layer, set)
}

fn applied(text: &str, finding: &Finding) -> Option<String> {
    let fix = finding.fixes.iter().find(|fix| fix.safe)?;
    let mut text = text.to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    Some(text)
}

#[test]
fn every_page_tells_the_truth() {
    let mut lies = Vec::new();
    for rule in RULES {
        for example in examples(rule) {
            let text = unmarked(&example.body);
            let found = findings(rule, &text, example.registry.as_deref());
            let marks: Vec<(Span, &str)> = found.iter().map(|f| (f.span, f.name)).collect();
            let said = marked(&text, &marks);
            if said != example.body {
                lies.push(format!(
                    "{} {}, the page says:\n{}and it is:\n{said}",
                    rule.code, example.heading, example.body
                ));
            }
        }
    }
    assert!(lies.is_empty(), "{}", lies.join("\n"));
}

#[test]
fn every_page_has_its_headings_and_two_examples_of_both_kinds() {
    for rule in RULES {
        let page = rule.page();
        let code = rule.code;
        assert!(
            page.starts_with(&format!("# {code} {}\n", rule.name)),
            "{code}: title"
        );
        let headings: Vec<&str> = page
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        assert_eq!(headings, HEADINGS, "{code}");
        assert!(!rule.summary().is_empty(), "{code}: summary");
        let n_examples = |heading: &str, is_marked: bool| {
            let lines: String = examples(rule)
                .iter()
                .filter(|example| example.heading == heading)
                .map(|example| example.body.clone())
                .collect();
            let n_marks = lines.lines().count() - unmarked(&lines).lines().count();
            if is_marked {
                n_marks
            } else {
                assert_eq!(n_marks, 0, "{code}: a mark under {heading}");
                lines.lines().filter(|line| !line.is_empty()).count()
            }
        };
        assert!(n_examples("Flagged", true) >= 2, "{code}: flagged");
        assert!(n_examples("Accepted", false) >= 2, "{code}: accepted");
    }
}

#[test]
fn a_safe_fix_settles_its_finding() {
    for rule in RULES {
        for example in examples(rule) {
            let text = unmarked(&example.body);
            let found = findings(rule, &text, example.registry.as_deref());
            let Some(fixed) = found.first().and_then(|first| applied(&text, first)) else {
                continue;
            };
            let left = findings(rule, &fixed, example.registry.as_deref());
            assert!(left.len() < found.len(), "{}: {fixed}", rule.code);
        }
    }
}

#[test]
fn the_table_is_sorted_and_no_code_or_name_stands_twice() {
    assert!(RULES.is_sorted_by(|a, b| a.code < b.code));
    for rule in RULES {
        let same = RULES.iter().filter(|other| other.name == rule.name);
        assert_eq!(same.count(), 1, "{}", rule.name);
    }
}
