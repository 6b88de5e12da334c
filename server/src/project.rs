//! What governs a folder: settings, registries, rules. Loading never fails; what is broken is told as a problem
//! at its place, and the last good part stays in force.

mod checked;
pub mod config;
pub mod edits;
pub mod files;
pub mod hands;
pub mod labels;
mod layers;
pub mod linked;
mod load;
mod registries;
mod selection;
mod values;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::date::Date;
use onrecord_engine::record::Reference;
use onrecord_engine::registry::Registry;
use onrecord_engine::rules::RuleSet;
use onrecord_engine::text::{Encoding, Text};
use onrecord_engine::toml::Problem;

pub use checked::CheckedRegistry;
use config::Config;
use layers::Layers;
use selection::Selection;

/// The name of the project file.
pub const FILE_NAME: &str = "onrecord.toml";

/// What is in force for the files of a folder. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Project {
    /// The folder of the project file, if there is one; absolute.
    pub root: Option<PathBuf>,
    /// What documents are read against.
    pub reference: Reference,
    /// Which rules run.
    pub rules: Arc<RuleSet>,
    /// What the project file says, as far as it could be read.
    pub config: Arc<Config>,
    /// Everything wrong in the project's own files, by file.
    pub problems: Vec<FileProblem>,
    /// The project's own files that were read: a change of one of them is a reason to load again.
    pub files: Vec<PathBuf>,
    layers: Arc<Layers>,
    selection: Arc<Selection>,
}

/// Something wrong in one of the project's own files.
#[derive(Clone, PartialEq, Debug)]
pub struct FileProblem {
    /// The file.
    pub path: PathBuf,
    /// Where and what.
    pub problem: Problem,
    /// The file's text when it was read, for line and column; empty if it could not be read.
    pub text: Arc<str>,
}

impl fmt::Display for FileProblem {
    /// `FILE:LINE:COLUMN: message`, line and column counted from 1, columns in characters.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        let message = &self.problem.message;
        if self.text.is_empty() {
            return write!(f, "{path}: {message}");
        }
        let at = Text::from(&*self.text).position(self.problem.span.start, Encoding::Utf32);
        write!(f, "{path}:{}:{}: {message}", at.line + 1, at.column + 1)
    }
}

/// What the command line or the editor adds to what is found on disk.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Options {
    /// This project file and no other.
    pub config: Option<PathBuf>,
    /// No project files at all: built-in settings and registry only.
    pub isolated: bool,
    /// More registry files.
    pub registries: Vec<PathBuf>,
    /// The date of every document.
    pub date: Option<Date>,
}

impl Project {
    /// Built-in settings and registry.
    pub fn builtin() -> Project {
        Project {
            root: None,
            reference: Reference {
                registry: Registry::builtin(),
                date: None,
                style: Arc::default(),
                language: None,
            },
            rules: Arc::new(RuleSet::default()),
            config: Arc::default(),
            problems: Vec::new(),
            files: Vec::new(),
            layers: Arc::default(),
            selection: Arc::default(),
        }
    }

    /// Whether the project takes the file at `path` for a transcript: by its default endings or the project's `include`.
    pub fn is_transcript(&self, path: &Path) -> bool {
        let path = files::absolute(path);
        let inside = self.root.as_ref();
        let inside = inside.and_then(|root| path.strip_prefix(root).ok());
        self.selection.holds(&path, inside)
    }

    /// The registry file at this place among those the registry was made of, and its text.
    pub fn registry_file(&self, file: usize) -> Option<(&Path, &str)> {
        self.layers.file(file)
    }

    /// The address of a rule's page, if the project names one.
    pub fn rule_page(&self, code: &str) -> Option<String> {
        let base = self.config.rule_url.as_ref()?;
        Some(format!("{}/{code}", base.value.trim_end_matches('/')))
    }
}
