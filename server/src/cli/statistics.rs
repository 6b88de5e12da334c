//! How many findings there are of each rule and level.

use std::collections::BTreeMap;
use std::io::{self, Write};

use onrecord_engine::rules::{Finding, Severity};
use serde_json::json;

/// How many findings of each rule at each level.
#[derive(Default)]
pub(super) struct Counts(BTreeMap<(&'static str, &'static str, Severity), usize>);

impl Counts {
    /// Counts the findings of a document.
    pub(super) fn of(findings: &[Finding]) -> Counts {
        let mut counts = Counts::default();
        for finding in findings {
            let key = (finding.code, finding.name, finding.severity);
            *counts.0.entry(key).or_default() += 1;
        }
        counts
    }
}

/// The counts of all documents.
#[derive(Default)]
pub(super) struct Statistics {
    counts: Counts,
    n_documents: usize,
    n_with_findings: usize,
}

impl Statistics {
    /// Adds the counts of one document.
    pub(super) fn add(&mut self, counts: Counts) {
        self.n_documents += 1;
        self.n_with_findings += usize::from(!counts.0.is_empty());
        for (key, n) in counts.0 {
            *self.counts.0.entry(key).or_default() += n;
        }
    }

    /// The gravest level met.
    pub(super) fn worst(&self) -> Option<Severity> {
        self.counts.0.keys().map(|(_, _, severity)| *severity).max()
    }

    /// One sentence for people.
    pub(super) fn summary(&self) -> String {
        let files = |n: usize| format!("{n} {}", if n == 1 { "file" } else { "files" });
        let mut by_level: BTreeMap<Severity, usize> = BTreeMap::new();
        for ((_, _, severity), n) in &self.counts.0 {
            *by_level.entry(*severity).or_default() += n;
        }
        let n: usize = by_level.values().sum();
        if n == 0 {
            return format!("No findings in {}.", files(self.n_documents));
        }
        let levels: Vec<String> = by_level
            .iter()
            .rev()
            .map(|(severity, n)| match (severity, n) {
                (Severity::Info, n) => format!("{n} info"),
                (severity, 1) => format!("1 {}", severity.name()),
                (severity, n) => format!("{n} {}s", severity.name()),
            })
            .collect();
        format!(
            "{n} {} ({}) in {} of {}.",
            if n == 1 { "finding" } else { "findings" },
            levels.join(", "),
            self.n_with_findings,
            files(self.n_documents)
        )
    }

    /// A line a rule and level, the most frequent first.
    pub(super) fn print(&self, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
        let mut rows: Vec<_> = self.counts.0.iter().collect();
        rows.sort_by_key(|(key, n)| (std::cmp::Reverse(**n), **key));
        for ((code, name, severity), n) in rows {
            let severity = severity.name();
            if as_json {
                let row = json!({"code": code, "name": name, "severity": severity, "count": n});
                writeln!(out, "{row}")?;
            } else {
                writeln!(out, "{n:>6}  {code}  {severity:<8} {name}")?;
            }
        }
        Ok(())
    }
}
