//! The command line: arguments to a command, a command to an exit code.
//!
//! Results go to standard output, everything else to standard error. The exit code is 0 when the work is done,
//! 1 when findings stand at or above the level that fails, 2 when onrecord could not do the work.

mod args;
mod completions;
mod doctor;
mod documents;
mod explain;
mod init;
mod inspect;
mod lint;
mod outcome;
mod outline;
mod registry;
mod report;
mod rule;
mod shape;
mod sink;
mod statistics;
mod who;

use std::io;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::Parser;

use args::{Arguments, Command, RegistryCommand};
use outcome::{Outcome, Streams};

/// Runs the program on the process's own arguments and streams. `serve` is the language server: the one command that
/// is not of this room.
pub fn main(serve: fn() -> ExitCode) -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help is asked for and goes to standard output; clap knows which is which. Nobody may be listening.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    arguments.common.color.choice().write_global();
    if let Some(n_jobs) = arguments.common.jobs {
        // Fails only if a pool exists already, and none can before this line.
        let _ = rayon::ThreadPoolBuilder::new()
            .num_threads(n_jobs.get())
            .build_global();
    }
    if let Command::Lsp(_) = arguments.command {
        return serve();
    }
    let stdout = AutoStream::new(io::stdout(), ColorChoice::global());
    let color = stdout.current_choice() != ColorChoice::Never;
    let stderr = AutoStream::new(io::stderr(), ColorChoice::global());
    let mut out = io::BufWriter::with_capacity(1 << 16, stdout);
    let mut streams = Streams {
        out: &mut out,
        err: &mut io::LineWriter::new(stderr),
        color,
        quiet: arguments.common.quiet,
    };
    let written = run(&arguments, &mut streams).and_then(|outcome| {
        streams.out.flush()?;
        Ok(outcome)
    });
    match written {
        Ok(outcome) => outcome.into(),
        // Whoever read us has seen enough: `onrecord lint | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(streams.err, "error: cannot write the results: {error}");
            Outcome::Failed.into()
        }
    }
}

/// Runs every command but the server. An error is one of writing, never of the work itself.
fn run(arguments: &Arguments, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Lint(args) => lint::run(common, args, streams),
        Command::Inspect(args) => inspect::run(common, args, streams),
        Command::Who(args) => who::run(common, args, streams),
        Command::Outline(args) => outline::run(common, args, streams),
        Command::Explain(args) => explain::run(common, args, streams),
        Command::Rule(args) => rule::run(args, streams),
        Command::Registry(RegistryCommand::Check(args)) => {
            lint::run(common, &args.as_lint(), streams)
        }
        Command::Registry(command) => registry::run(common, command, streams),
        Command::Init => Ok(init::run(streams)),
        Command::Doctor => doctor::run(common, streams),
        Command::Completions(args) => completions::run(args, streams),
        Command::Lsp(_) => Ok(Outcome::Done),
    }
}
