//! One line a finding, in the form compilers use, which editors and `grep` understand.

use std::fmt::Write;

use super::located::printable;
use super::{Linted, Report};

/// `FILE:LINE:COLUMN: severity: message [CODE]`
pub(super) struct Concise;

impl Report for Concise {
    fn document(&self, linted: &Linted<'_>) -> String {
        let mut lines = String::new();
        let path = linted.shown_path();
        for located in linted.located() {
            let finding = located.finding;
            let (line, column) = (located.start.line, located.start.column);
            let severity = finding.severity.name();
            let message = printable(&finding.message);
            let code = finding.code;
            _ = writeln!(
                lines,
                "{path}:{line}:{column}: {severity}: {message} [{code}]"
            );
        }
        lines
    }
}
