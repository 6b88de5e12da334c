//! What a command came to, and the streams it writes to.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use crate::project::{FileProblem, files};

/// What a command came to; ordered from best to worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Outcome {
    /// The work is done.
    Done,
    /// The work is done, and findings stand at or above the level that fails.
    Findings,
    /// Some of the work could not be done.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Where a command writes.
pub(super) struct Streams<'a> {
    /// Results.
    pub(super) out: &'a mut (dyn Write + Send),
    /// All else: errors, notes, summaries.
    pub(super) err: &'a mut (dyn Write + Send),
    /// Whether whoever reads the results sees colour.
    pub(super) color: bool,
    /// Whether only results and errors are asked for.
    pub(super) quiet: bool,
}

impl Streams<'_> {
    /// Tells an error. A closed standard error is no reason to stop the work.
    pub(super) fn error(&mut self, message: impl std::fmt::Display) {
        let _ = writeln!(self.err, "error: {message}");
    }

    /// Tells what is wrong in a project's own file, by its path from the current folder.
    pub(super) fn problem(&mut self, problem: &FileProblem) {
        let here = files::absolute(Path::new("."));
        match problem.path.strip_prefix(&here) {
            Ok(near) => self.error(FileProblem {
                path: near.to_owned(),
                ..problem.clone()
            }),
            Err(_) => self.error(problem),
        }
    }

    /// Tells something that is not a result and not an error, unless nobody wants to hear it.
    pub(super) fn note(&mut self, message: impl std::fmt::Display) {
        if !self.quiet {
            let _ = writeln!(self.err, "{message}");
        }
    }
}
