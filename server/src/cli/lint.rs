//! `onrecord lint`: the findings in each file.

use std::io;
use std::path::Path;

use onrecord_engine::rules::set::unknown_entry;
use onrecord_engine::rules::{self, RuleSet};
use onrecord_engine::text::Text;

use crate::project::CheckedRegistry;

use super::args::{Common, LintArgs};
use super::documents::{Document, Documents};
use super::outcome::{Outcome, Streams};
use super::report::{self, Linted, Report};
use super::sink::Sink;
use super::statistics::{Counts, Statistics};

/// Runs the command.
pub(super) fn run(
    common: &Common,
    args: &LintArgs,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    if !entries_are_known(args, streams) {
        return Ok(Outcome::Failed);
    }
    let outputs = args.outputs();
    let mut sinks = Vec::new();
    for output in &outputs {
        match Sink::open(output) {
            Ok(sink) => sinks.push(sink),
            Err(reason) => {
                streams.error(reason);
                return Ok(Outcome::Failed);
            }
        }
    }
    let reports: Vec<Box<dyn Report>> = outputs
        .iter()
        .map(|output| report::report(output.format, streams.color && output.file.is_none()))
        .collect();
    let options = common.options();
    let (documents, registries) = Documents::with_registries(args, &options, streams);
    for (sink, report) in sinks.iter_mut().zip(&reports) {
        sink.write(streams, report.opening())?;
    }
    let mut statistics = Statistics::default();
    let mut take = |printed: Vec<String>, counts: Counts, streams: &mut Streams<'_>| {
        statistics.add(counts);
        for ((sink, report), printed) in sinks.iter_mut().zip(&reports).zip(&printed) {
            sink.document(streams, report.separator(), printed)?;
        }
        io::Result::Ok(())
    };
    let mut outcome = documents.each(
        streams,
        |document| lint(document, args, &reports),
        |_, (printed, counts), streams| take(printed, counts, streams),
    )?;
    for registry in &registries {
        let project = documents.project_of(registry);
        let rules = rules_in_force(&project.rules, args);
        match project.check_registry(&registry.path, &rules) {
            Ok(checked) => {
                let (printed, counts) = lint_registry(&registry.path, &checked, &reports);
                take(printed, counts, streams)?;
            }
            Err(error) => {
                streams.error(error);
                outcome = Outcome::Failed;
            }
        }
    }
    for (sink, report) in sinks.iter_mut().zip(&reports) {
        sink.write(streams, report.closing())?;
        sink.finish()?;
    }
    if args.statistics {
        statistics.print(args.statistics_as_json(), streams.out)?;
    }
    if !common.quiet {
        // What was found first, what it comes to after it, though the two go different ways.
        streams.out.flush()?;
        streams.note(statistics.summary());
    }
    let failing = match (args.fail_on.level(), statistics.worst()) {
        (Some(level), Some(worst)) if worst >= level => Outcome::Findings,
        _ => Outcome::Done,
    };
    Ok(outcome.max(failing))
}

/// The findings in a document as each report prints them, and how many there are.
fn lint(
    document: &Document<'_>,
    args: &LintArgs,
    reports: &[Box<dyn Report>],
) -> (Vec<String>, Counts) {
    let record = &document.record;
    let findings = rules::check(record, &rules_in_force(&document.project.rules, args));
    let linted = Linted {
        path: document.path,
        text: record.text(),
        content: record.content(),
        findings: &findings,
    };
    printed(&linted, reports)
}

/// The findings in a registry file as each report prints them, and how many there are.
fn lint_registry(
    path: &Path,
    checked: &CheckedRegistry,
    reports: &[Box<dyn Report>],
) -> (Vec<String>, Counts) {
    let linted = Linted {
        path,
        text: &Text::from(&*checked.text),
        content: &checked.text,
        findings: &checked.findings,
    };
    printed(&linted, reports)
}

fn printed(linted: &Linted<'_>, reports: &[Box<dyn Report>]) -> (Vec<String>, Counts) {
    let print = |report: &dyn Report| match linted.findings {
        [] => String::new(),
        _ => report.document(linted),
    };
    let printed = reports.iter().map(|report| print(&**report)).collect();
    (printed, Counts::of(linted.findings))
}

/// The project's rules with what the command line says over them: a selection there replaces the project's own choice.
fn rules_in_force(project: &RuleSet, args: &LintArgs) -> RuleSet {
    let mut rules = project.clone();
    if let Some(profile) = args.profile {
        rules.profile = profile.into();
    }
    if !args.select.is_empty() {
        rules.select.clone_from(&args.select);
        rules.ignore.clear();
    }
    rules.ignore.extend(args.ignore.iter().cloned());
    rules
}

/// Tells the rules named on the command line that do not exist; whether all do.
fn entries_are_known(args: &LintArgs, streams: &mut Streams<'_>) -> bool {
    let entries = args.select.iter().chain(&args.ignore);
    let unknown: Vec<_> = entries.filter_map(|entry| unknown_entry(entry)).collect();
    for entry in &unknown {
        let hint = entry
            .near
            .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        streams.error(format_args!("unknown rule `{}`{hint}", entry.entry));
    }
    unknown.is_empty()
}
