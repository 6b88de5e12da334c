//! Where a report goes: standard output, or a file of its own.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::project::files;

use super::args::Output;
use super::outcome::Streams;

/// Where a report goes.
pub(super) struct Sink {
    file: Option<(PathBuf, Box<dyn Write>)>,
    /// Whether a document has been written, so that the next is set apart from it.
    begun: bool,
}

impl Sink {
    /// Opens what `output` names; a file that is there is written anew. The error names the file.
    pub(super) fn open(output: &Output) -> Result<Sink, String> {
        let file = match &output.file {
            None => None,
            Some(path) => match files::create(path) {
                Ok(file) => Some((path.clone(), file)),
                Err(error) => {
                    return Err(format!("{}: cannot be written: {error}", path.display()));
                }
            },
        };
        Ok(Sink { file, begun: false })
    }

    /// Writes as it is.
    pub(super) fn write(&mut self, streams: &mut Streams<'_>, text: &str) -> io::Result<()> {
        match &mut self.file {
            None => streams.out.write_all(text.as_bytes()),
            Some((path, file)) => file
                .write_all(text.as_bytes())
                .map_err(|error| named(path, &error)),
        }
    }

    /// Writes what a report made of a document, set apart from the one before; nothing is made of one without findings.
    pub(super) fn document(
        &mut self,
        streams: &mut Streams<'_>,
        separator: &str,
        text: &str,
    ) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        if self.begun {
            self.write(streams, separator)?;
        }
        self.begun = true;
        self.write(streams, text)
    }

    /// Sees to it that all of it is written.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        match &mut self.file {
            None => Ok(()),
            Some((path, file)) => file.flush().map_err(|error| named(path, &error)),
        }
    }
}

/// The error with the file in it; a broken pipe there is not one of standard output, so its kind goes.
fn named(path: &std::path::Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("{}: {error}", path.display()))
}
