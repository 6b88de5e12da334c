//! `onrecord completions`: what a shell needs to complete our commands and options.

use std::io;

use clap::CommandFactory;

use super::args::{Arguments, CompletionsArgs};
use super::outcome::{Outcome, Streams};

/// Runs the command.
pub(super) fn run(args: &CompletionsArgs, streams: &mut Streams<'_>) -> io::Result<Outcome> {
    // Into memory first: the generator panics where a pipe is closed.
    let mut script = Vec::new();
    clap_complete::generate(
        args.shell,
        &mut Arguments::command(),
        "onrecord",
        &mut script,
    );
    streams.out.write_all(&script)?;
    Ok(Outcome::Done)
}
