//! Findings under the name of their file, in columns.

use std::fmt::Write;

use super::located::printable;
use super::{Linted, Report};

/// The file once, then a line a finding.
pub(super) struct Grouped;

impl Report for Grouped {
    fn separator(&self) -> &'static str {
        "\n"
    }

    fn document(&self, linted: &Linted<'_>) -> String {
        let mut lines = String::new();
        _ = writeln!(lines, "{}:", linted.shown_path());
        for located in linted.located() {
            let finding = located.finding;
            let place = format!("{}:{}", located.start.line, located.start.column);
            let severity = finding.severity.name();
            let message = printable(&finding.message);
            _ = writeln!(
                lines,
                "  {place:<9} {severity:<8} {}  {message}",
                finding.code
            );
        }
        lines
    }
}
