//! From paths on the command line to records: which files are meant, under which project, read on all cores.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use onrecord_engine::record::Record;
use onrecord_engine::text::Text;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::project::files::{self, ReadError};
use crate::project::linked::Linked;
use crate::project::{FileProblem, Options, Project};

use super::args::LintArgs;
use super::outcome::{Outcome, Streams};

/// How many files are read before the first of them is printed: bounds memory, keeps all cores busy.
const BATCH: usize = 64;

/// A document that has been read, and under which project.
pub(super) struct Document<'a> {
    /// Its path as it is told in results.
    pub(super) path: &'a Path,
    /// Everything read from it.
    pub(super) record: Record,
    /// What governs it.
    pub(super) project: &'a Project,
}

/// A document that is asked for.
struct Wanted {
    /// Its path as it is told in results.
    path: PathBuf,
    /// Which project governs it, by place in [`Documents::projects`].
    project: usize,
    /// Its text, if it does not come from the file at `path`.
    text: Option<String>,
}

/// A registry file that is looked through, and under which project.
pub(super) struct RegistryDocument {
    /// Its path as it is told in results.
    pub(super) path: PathBuf,
    project: usize,
}

/// The documents that are asked for, in order of their paths.
pub(super) struct Documents {
    wanted: Vec<Wanted>,
    /// The folders asked for in which there is no transcript.
    empty: Vec<PathBuf>,
    projects: Projects,
    outcome: Outcome,
}

impl Documents {
    /// The same as [`Documents::find`], with the registry files among them set apart: those named, and those of the
    /// projects that lie in the folders named.
    pub(super) fn with_registries(
        args: &LintArgs,
        options: &Options,
        streams: &mut Streams<'_>,
    ) -> (Documents, Vec<RegistryDocument>) {
        let (paths, stdin) = (&args.paths, args.stdin_filename.as_deref());
        let is_registry = |path: &&PathBuf| {
            Project::looks_like_registry(path) && path.as_os_str() != "-" && !files::is_folder(path)
        };
        let (named, others): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(is_registry);
        let others: Vec<PathBuf> = others.into_iter().cloned().collect();
        let without = args.registries_only || (others.is_empty() && !named.is_empty());
        let mut documents = if without {
            Documents::gather(None, stdin, options, streams)
        } else {
            Documents::gather(Some(&others), stdin, options, streams)
        };
        let mut registries: BTreeMap<PathBuf, (PathBuf, usize)> = BTreeMap::new();
        for path in named {
            let project = documents.projects.governing(path);
            let key = files::absolute(path);
            registries.entry(key).or_insert((path.clone(), project));
        }
        let here = [PathBuf::from(".")];
        let everywhere = others.is_empty() && registries.is_empty() && stdin.is_none();
        let folders = if everywhere { &here[..] } else { &others };
        for folder in folders.iter().filter(|path| files::is_folder(path)) {
            documents.projects.governing(&folder.join("."));
            for (nth, project) in documents.projects.all.iter().enumerate() {
                for file in project.registry_paths() {
                    if let Ok(inside) = file.strip_prefix(files::absolute(folder)) {
                        let shown = folder.join(inside);
                        let shown = shown
                            .strip_prefix(".")
                            .map_or(shown.clone(), Path::to_owned);
                        let entry = registries.entry(file.to_owned());
                        entry.or_insert((shown, nth));
                    }
                }
            }
        }
        let told: Vec<&PathBuf> = registries.keys().collect();
        if documents.projects.tell_problems(&told, streams) {
            documents.outcome = Outcome::Failed;
        }
        documents.empty.retain(|folder| {
            let folder = files::absolute(folder);
            !registries.keys().any(|file| file.starts_with(&folder))
        });
        documents.tell_empty(streams);
        let registries = registries.into_values();
        let registries = registries.map(|(path, project)| RegistryDocument { path, project });
        let registries = registries.collect();
        (documents, registries)
    }

    /// The project that governs a registry file.
    pub(super) fn project_of(&self, registry: &RegistryDocument) -> &Project {
        &self.projects.all[registry.project]
    }

    /// Finds the documents at `paths`: files as they are named, folders walked for transcripts, `-` standard input
    /// under the name `stdin`, the current folder without any. What is wrong is told at once.
    pub(super) fn find(
        paths: &[PathBuf],
        stdin: Option<&Path>,
        options: &Options,
        streams: &mut Streams<'_>,
    ) -> Documents {
        let mut documents = Documents::gather(Some(paths), stdin, options, streams);
        if documents.projects.tell_problems(&[], streams) {
            documents.outcome = Outcome::Failed;
        }
        documents.tell_empty(streams);
        documents
    }

    /// Tells of each folder in which nothing was found to read which files are read there.
    fn tell_empty(&self, streams: &mut Streams<'_>) {
        for folder in &self.empty {
            let folder = folder.display();
            streams.note(format_args!(
                "note: {folder} holds no transcript: files named *.transcript or *.transcript.txt are read in a folder, and others where they are named themselves or by `include` in onrecord.toml"
            ));
        }
    }

    /// The documents at `paths`; none at all without any.
    fn gather(
        paths: Option<&[PathBuf]>,
        stdin: Option<&Path>,
        options: &Options,
        streams: &mut Streams<'_>,
    ) -> Documents {
        let mut projects = Projects::new(options);
        let mut outcome = Outcome::Done;
        let mut wanted = BTreeMap::new();
        let mut empty = Vec::new();
        let mut fail = |error: &ReadError, streams: &mut Streams<'_>| {
            streams.error(error);
            outcome = Outcome::Failed;
        };
        let here = [PathBuf::from(if stdin.is_some() { "-" } else { "." })];
        let paths = paths.map(|paths| if paths.is_empty() { &here } else { paths });
        for path in paths.unwrap_or_default() {
            if path.as_os_str() == "-" {
                let name = stdin.unwrap_or(path);
                match files::read_stdin(name) {
                    Ok(text) => _ = wanted.insert(name.to_owned(), Some(text)),
                    Err(error) => fail(&error, streams),
                }
            } else if files::is_folder(path) {
                let (found, errors) = files::walk(path);
                for error in &errors {
                    fail(error, streams);
                }
                let mut is_empty = errors.is_empty();
                for file in found {
                    let project = projects.governing(&file);
                    if projects.all[project].is_transcript(&file) {
                        is_empty = false;
                        let file = file.strip_prefix(".").map_or(file.clone(), Path::to_owned);
                        wanted.entry(file).or_insert(None);
                    }
                }
                if is_empty {
                    empty.push(path.clone());
                }
            } else {
                wanted.entry(path.clone()).or_insert(None);
            }
        }
        let wanted: Vec<Wanted> = wanted
            .into_iter()
            .map(|(path, text)| Wanted {
                project: projects.governing(&path),
                path,
                text,
            })
            .collect();
        Documents {
            wanted,
            empty,
            projects,
            outcome,
        }
    }

    /// Reads every document, makes something of it on all cores, and gives it to `then` in order of the paths.
    /// [`Outcome::Failed`] if a file or project could not be read; the others are still done.
    pub(super) fn each<T: Send>(
        &self,
        streams: &mut Streams<'_>,
        make: impl Fn(&Document<'_>) -> T + Sync,
        mut then: impl FnMut(&Path, T, &mut Streams<'_>) -> io::Result<()>,
    ) -> io::Result<Outcome> {
        let mut outcome = self.outcome;
        let read = |wanted: &Wanted| {
            let text = match &wanted.text {
                Some(text) => Text::from(&**text),
                None => Text::from(&*files::read(&wanted.path)?),
            };
            let project = &self.projects.all[wanted.project];
            let record = Record::build(&text, name_of(&wanted.path), &project.reference, None);
            let linked = if self.projects.options.isolated {
                Linked::default()
            } else {
                project.linked(&wanted.path)
            };
            let result = make(&Document {
                path: &wanted.path,
                record: record.with_linked(linked.records),
                project,
            });
            Ok((result, linked.problems))
        };
        for batch in self.wanted.chunks(BATCH) {
            // One file needs no pool of threads, and starting one costs more than a short file does.
            let results: Vec<Result<(T, Vec<FileProblem>), ReadError>> = match batch {
                [one] => vec![read(one)],
                _ => batch.par_iter().map(read).collect(),
            };
            for (wanted, result) in batch.iter().zip(results) {
                match result {
                    Ok((done, problems)) => {
                        for problem in &problems {
                            streams.problem(problem);
                            outcome = Outcome::Failed;
                        }
                        then(&wanted.path, done, streams)?;
                    }
                    Err(error) => {
                        streams.error(error);
                        outcome = Outcome::Failed;
                    }
                }
            }
        }
        Ok(outcome)
    }
}

/// A path's last part, as far as it can be told in text.
fn name_of(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// The projects met so far; each is loaded once.
struct Projects {
    options: Options,
    by_folder: BTreeMap<PathBuf, usize>,
    by_file: BTreeMap<Option<PathBuf>, usize>,
    all: Vec<Project>,
}

impl Projects {
    fn new(options: &Options) -> Self {
        Projects {
            options: options.clone(),
            by_folder: BTreeMap::new(),
            by_file: BTreeMap::new(),
            all: Vec::new(),
        }
    }

    /// The place of the project that governs the file at `path`.
    fn governing(&mut self, path: &Path) -> usize {
        let folder = path.parent().unwrap_or(Path::new(""));
        if let Some(place) = self.by_folder.get(folder) {
            return *place;
        }
        let file = Project::governing_file(path, &self.options);
        let place = *self.by_file.entry(file).or_insert_with(|| {
            let project = Project::load(path, &self.options, self.all.last());
            self.all.push(project);
            self.all.len() - 1
        });
        self.by_folder.insert(folder.to_owned(), place);
        place
    }

    /// Tells what is wrong in the project files, but for the registries that are looked through anyway; whether anything is.
    fn tell_problems(&self, except: &[&PathBuf], streams: &mut Streams<'_>) -> bool {
        let mut told: Vec<&FileProblem> = Vec::new();
        for problem in self.all.iter().flat_map(|project| &project.problems) {
            let is_told_anyway = except.contains(&&problem.path);
            if !is_told_anyway && !told.contains(&problem) {
                streams.problem(problem);
                told.push(problem);
            }
        }
        !told.is_empty()
    }
}
