//! The only file of the house that reads, walks or writes the disk.

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use ignore::WalkBuilder;
use serde::{Deserialize, Serialize};

/// Why a file could not be read as text.
#[derive(Debug)]
pub enum ReadError {
    /// The system refused.
    Io(PathBuf, io::Error),
    /// It is not UTF-8; the number is the offset of the first byte that is not.
    NotUtf8(PathBuf, usize),
    /// It has more bytes than are read: how many it has, and how many it may have.
    TooLarge(PathBuf, u64, u64),
}

impl ReadError {
    /// The reason without the file.
    pub fn reason(&self) -> String {
        match self {
            ReadError::Io(_, error) => format!("cannot be read: {error}"),
            ReadError::NotUtf8(_, byte) => format!("not UTF-8 at byte {byte}"),
            ReadError::TooLarge(_, has, may) => format!(
                "too large with {} MB: at most {} MB are read, split it into several files",
                has >> 20,
                may >> 20
            ),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (ReadError::Io(path, _) | ReadError::NotUtf8(path, _) | ReadError::TooLarge(path, ..)) =
            self;
        write!(f, "{}: {}", path.display(), self.reason())
    }
}

/// The text of the file at `path`, byte for byte; a byte order mark stays in it.
pub fn read(path: &Path) -> Result<String, ReadError> {
    match fs::read(path) {
        Ok(bytes) => utf8(path, bytes),
        Err(error) => Err(ReadError::Io(path.to_owned(), error)),
    }
}

/// The text of the file at `path` if it has no more than `most` bytes; a larger one is not even opened.
pub fn read_at_most(path: &Path, most: u64) -> Result<String, ReadError> {
    match fs::metadata(path) {
        Ok(file) if file.len() > most => {
            Err(ReadError::TooLarge(path.to_owned(), file.len(), most))
        }
        _ => read(path),
    }
}

/// The text on standard input, told as `name` in errors.
pub fn read_stdin(name: &Path) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    match io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => utf8(name, bytes),
        Err(error) => Err(ReadError::Io(name.to_owned(), error)),
    }
}

fn utf8(path: &Path, bytes: Vec<u8>) -> Result<String, ReadError> {
    String::from_utf8(bytes)
        .map_err(|error| ReadError::NotUtf8(path.to_owned(), error.utf8_error().valid_up_to()))
}

/// The file at `path`, empty and ready to be written.
pub fn create(path: &Path) -> io::Result<Box<dyn Write>> {
    Ok(Box::new(io::BufWriter::new(fs::File::create(path)?)))
}

/// Opens the file at `path` to write at its end, making it if it is not there.
pub fn append(path: &Path) -> io::Result<Box<dyn Write + Send>> {
    let file = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path)?;
    Ok(Box::new(file))
}

/// Writes a file that is not there yet; one that is there is left alone.
pub fn write_new(path: &Path, text: &str) -> io::Result<()> {
    fs::File::create_new(path)?.write_all(text.as_bytes())
}

/// Whether there is a folder at `path`.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is a file at `path`.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether there is anything at `path`, be it a file, a folder or a device.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// The path from the root of the disk, without asking the disk; the path itself where there is no current folder.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether `file` lies in `folder` once all links are followed.
pub fn stays_in(folder: &Path, file: &Path) -> bool {
    match (folder.canonicalize(), file.canonicalize()) {
        (Ok(folder), Ok(file)) => file.starts_with(folder),
        _ => false,
    }
}

/// A file's size and the time of its last change, by which one that has not changed is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stamp {
    /// Its length in bytes.
    pub size: u64,
    /// Nanoseconds since 1970, or 0 where the system tells none.
    pub changed: u64,
}

/// The stamp of the file at `path`, if there is one.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let facts = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    let since = facts
        .modified()
        .ok()
        .and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    Some(Stamp {
        size: facts.len(),
        changed: since.map_or(0, |since| since.as_nanos() as u64),
    })
}

/// The files beneath `folder`, in order of their paths, without what .gitignore, .ignore and hidden names leave out.
/// What could not be looked into is told beside them.
pub fn walk(folder: &Path) -> (Vec<PathBuf>, Vec<ReadError>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    // A corpus need not be a repository for its .gitignore to count.
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                files.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => errors.push(ReadError::Io(folder.to_owned(), io::Error::other(error))),
        }
    }
    files.sort();
    (files, errors)
}
