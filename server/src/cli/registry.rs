//! `onrecord registry`: registries brought in from elsewhere, and looked into.

mod import;
mod show;

use std::io;

use super::args::{Common, RegistryCommand};
use super::outcome::{Outcome, Streams};

/// Runs `import` or `show`; `check` is `lint` of registries alone.
pub(super) fn run(
    common: &Common,
    command: &RegistryCommand,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    match command {
        RegistryCommand::Import(args) => import::run(common, args, streams),
        RegistryCommand::Show(args) => show::run(common, args, streams),
        RegistryCommand::Check(_) => Ok(Outcome::Done),
    }
}
