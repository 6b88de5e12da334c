//! The registry of a project: its own files read, and laid over the built-in one.
//!
//! A file that is broken now counts as it was when it was last sound, and a registry whose files did not change is the
//! very same value, so that nothing read against it is read again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::registry::Registry;
use onrecord_engine::registry::file::{Format, RegistryFile};
use onrecord_engine::text::Span;
use onrecord_engine::toml::Problem;

use super::files;

/// The largest registry file that is read: room for half a million people, and little enough to keep in memory.
pub(super) const MOST_BYTES: u64 = 128 << 20;

/// A registry and what it was made of.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    builtin: bool,
    sources: Vec<Source>,
    /// All of it in one.
    pub(super) registry: Arc<Registry>,
    /// What is wrong between the files, by the file's place.
    loose_ends: Vec<(usize, Problem)>,
}

/// A registry file.
#[derive(Clone, Debug)]
struct Source {
    path: PathBuf,
    text: Arc<str>,
    problems: Vec<Problem>,
    /// What counts of it.
    file: Arc<RegistryFile>,
    /// Whether what counts is what the text says, and not what an earlier text said.
    current: bool,
}

impl Default for Layers {
    fn default() -> Layers {
        Layers {
            builtin: true,
            sources: Vec::new(),
            registry: Registry::builtin(),
            loose_ends: Vec::new(),
        }
    }
}

impl Layers {
    /// The files at `paths` over the built-in registry, or over nothing.
    pub(super) fn load(paths: &[PathBuf], builtin: bool, previous: Option<&Layers>) -> Layers {
        let old = |path: &Path| {
            let sources = previous.map_or(&[][..], |previous| &previous.sources);
            sources.iter().find(|source| source.path == path)
        };
        let sources: Vec<Source> = paths
            .iter()
            .map(|path| Source::load(path, old(path)))
            .collect();
        if let Some(previous) = previous
            && previous.builtin == builtin
            && previous.sources.len() == sources.len()
            && sources
                .iter()
                .zip(&previous.sources)
                .all(|(new, old)| Arc::ptr_eq(&new.file, &old.file))
        {
            return Layers {
                builtin,
                sources,
                registry: Arc::clone(&previous.registry),
                loose_ends: previous.loose_ends.clone(),
            };
        }
        if builtin && sources.is_empty() {
            return Layers::default();
        }
        let mut layers = Layers {
            builtin,
            sources,
            ..Layers::bare()
        };
        let (registry, loose_ends) = Registry::layered(&layers.files(), layers.below().as_ref());
        layers.registry = Arc::new(registry);
        layers.loose_ends = loose_ends;
        layers
    }

    /// Nothing at all.
    fn bare() -> Layers {
        Layers {
            builtin: false,
            sources: Vec::new(),
            registry: Arc::default(),
            loose_ends: Vec::new(),
        }
    }

    /// What lies beneath the files.
    pub(super) fn below(&self) -> Option<Arc<Registry>> {
        self.builtin.then(Registry::builtin)
    }

    /// The files as they count, in their order.
    pub(super) fn files(&self) -> Vec<Arc<RegistryFile>> {
        let files = self.sources.iter();
        files.map(|source| Arc::clone(&source.file)).collect()
    }

    /// Where the files are, in their order; absolute.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.sources.iter().map(|source| source.path.as_path())
    }

    /// The text and problems of the file at this place, if what counts of it is what the text says.
    pub(super) fn current(&self, at: usize) -> Option<(&Arc<str>, &[Problem])> {
        let source = self.sources.get(at).filter(|source| source.current)?;
        Some((&source.text, &source.problems))
    }

    /// The file at this place among the sources, and its text.
    pub(super) fn file(&self, at: usize) -> Option<(&Path, &str)> {
        let source = self.sources.get(at)?;
        Some((source.path.as_path(), &*source.text))
    }

    /// Everything wrong in the files: path, text, problem. Ids that lead nowhere are told where the text still says so.
    pub(super) fn problems(&self) -> impl Iterator<Item = (&Path, &Arc<str>, &Problem)> {
        self.sources.iter().enumerate().flat_map(|(at, source)| {
            let loose = self
                .loose_ends
                .iter()
                .filter(move |(file, _)| *file == at && source.current);
            let loose = loose.map(|(_, problem)| problem);
            let problems = source.problems.iter().chain(loose);
            problems.map(|problem| (source.path.as_path(), &source.text, problem))
        })
    }
}

impl Source {
    fn load(path: &Path, old: Option<&Source>) -> Source {
        let text: Arc<str> = match files::read_at_most(path, MOST_BYTES) {
            Ok(text) => text.into(),
            Err(error) => {
                return Source::broken(path, Arc::default(), vec![whole(error.reason())], old);
            }
        };
        if let Some(old) = old.filter(|old| old.text == text && !text.is_empty()) {
            return old.clone();
        }
        let (file, problems) = RegistryFile::parse_as(format(path, &text), &text);
        match old {
            Some(old) if !problems.is_empty() => Source::broken(path, text, problems, Some(old)),
            _ => Source {
                path: path.to_owned(),
                text,
                problems,
                file: Arc::new(file),
                current: true,
            },
        }
    }

    /// A file that counts as it was before.
    fn broken(path: &Path, text: Arc<str>, problems: Vec<Problem>, old: Option<&Source>) -> Source {
        Source {
            path: path.to_owned(),
            text,
            problems,
            file: old.map_or_else(Arc::default, |old| Arc::clone(&old.file)),
            current: false,
        }
    }
}

/// How a registry file is written: what its text shows counts, then its name.
pub(super) fn format(path: &Path, text: &str) -> Format {
    let ending = path.extension();
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        Format::Popolo
    } else {
        Format::of(text)
    }
}

/// A problem of a file as a whole.
fn whole(message: String) -> Problem {
    Problem {
        span: Span::default(),
        message,
    }
}
