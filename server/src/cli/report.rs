//! How findings are printed: one way a file, all of them functions of the same findings.

mod concise;
mod full;
mod grouped;
mod json;
mod located;

use super::args::LintFormat;

pub(super) use located::{Linted, place, printable};

/// A way to print findings. What it makes of one document is put between its opening and its closing.
pub(super) trait Report: Sync {
    /// What stands before everything.
    fn opening(&self) -> &'static str {
        ""
    }

    /// What stands between the findings of one document and those of the next that has any.
    fn separator(&self) -> &'static str {
        ""
    }

    /// The findings of a document that has some.
    fn document(&self, linted: &Linted<'_>) -> String;

    /// What stands after everything.
    fn closing(&self) -> &'static str {
        ""
    }
}

/// The way to print that goes by the name of `format`; `color` says whether the reader sees colour.
pub(super) fn report(format: LintFormat, color: bool) -> Box<dyn Report> {
    match format {
        LintFormat::Full => Box::new(full::Full::new(color)),
        LintFormat::Concise => Box::new(concise::Concise),
        LintFormat::Grouped => Box::new(grouped::Grouped),
        LintFormat::Json => Box::new(json::Json),
        LintFormat::Jsonl => Box::new(json::Jsonl),
    }
}
