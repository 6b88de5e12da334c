//! Changes of the project's own files that settle a finding, as plain data.
//!
//! The engine says what is to stand in which kind of file; the shell knows where that file is, makes it if there is none, and
//! keeps its comments and layout.

/// A change of one of the project's own files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileEdit {
    /// Which file.
    pub file: FileRole,
    /// What is to stand in it.
    pub change: FileChange,
}

/// What one of the project's own files is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileRole {
    /// `onrecord.toml`.
    Project,
    /// The registry file that holds the entry, else the first of the project, else a new one the project file names.
    Registry,
    /// The annotations beside the document.
    Sidecar,
}

impl FileRole {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            FileRole::Project => "project",
            FileRole::Registry => "registry",
            FileRole::Sidecar => "sidecar",
        }
    }
}

/// What is to stand in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileChange {
    /// One more entry `[[list]]` at the end.
    Append {
        /// The list: `person`.
        list: &'static str,
        /// Keys and values, in the order they are written.
        entry: Vec<(&'static str, FileValue)>,
    },
    /// One more value in a list of an entry.
    Extend {
        /// The list the entry is in: `person`.
        list: &'static str,
        /// The entry's `id`.
        id: String,
        /// The list in it: `aliases`.
        key: &'static str,
        /// What it gains.
        value: FileValue,
        /// What the entry says besides `id` and `key`, where it has to be made.
        otherwise: Vec<(&'static str, FileValue)>,
    },
    /// A key of the file, or of a table in it, set.
    Set {
        /// The table; `None` is the top of the file.
        table: Option<&'static str>,
        /// The key.
        key: &'static str,
        /// Its new value.
        value: FileValue,
    },
}

/// A value in one of our files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileValue {
    /// A string.
    Text(String),
    /// A date, a year or a month is a string; this one is a day: `2023-03-15`.
    Day(String),
    /// Yes or no.
    Flag(bool),
    /// An inline table.
    Table(Vec<(&'static str, FileValue)>),
}

impl From<&str> for FileValue {
    fn from(text: &str) -> Self {
        FileValue::Text(text.to_owned())
    }
}

impl From<String> for FileValue {
    fn from(text: String) -> Self {
        FileValue::Text(text)
    }
}
