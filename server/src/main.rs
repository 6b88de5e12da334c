//! The program `onrecord`: arguments to a command, a command to an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    onrecord::cli::main(onrecord::lsp::serve)
}
