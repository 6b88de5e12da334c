//! The projects that govern the open documents, one for each folder that holds any.
//!
//! Everything here may touch the disk and is called from threads that may wait. A folder's project is looked up once;
//! after that only a reload changes it, and an unchanged project stays the very same value.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::project::{FILE_NAME, FileProblem, Options, Project};

/// All projects in use.
#[derive(Default)]
pub(super) struct Projects {
    by_folder: Mutex<BTreeMap<PathBuf, Arc<Project>>>,
    options: Mutex<Options>,
    /// Held while anything is loaded, so that a first look and a reload of the same folder cannot cross.
    loading: Mutex<()>,
}

impl Projects {
    /// Sets what the editor adds; takes effect with the next reload. Whether it is anything new.
    pub(super) fn set_options(&self, options: Options) -> bool {
        let mut current = held(&self.options);
        let new = *current != options;
        *current = options;
        new
    }

    /// The project that governs documents in `folder`; documents without a place on disk have the empty path.
    /// The second value tells that it has only now been loaded.
    pub(super) fn governing(&self, folder: &Path) -> (Arc<Project>, bool) {
        if let Some(project) = self.known(folder) {
            return (project, false);
        }
        let _one_at_a_time = held(&self.loading);
        if let Some(project) = self.known(folder) {
            return (project, false);
        }
        let near = held(&self.by_folder)
            .iter()
            .rev()
            .find(|(known, _)| folder.starts_with(known) && !known.as_os_str().is_empty())
            .map(|(_, project)| Arc::clone(project));
        let loaded = self.load(folder, near.as_deref());
        let mut by_folder = held(&self.by_folder);
        let twin = by_folder.values().find(|known| known.root == loaded.root);
        let project = twin.map_or_else(|| Arc::new(loaded), Arc::clone);
        by_folder.insert(folder.to_owned(), Arc::clone(&project));
        (project, true)
    }

    /// Loads every project again. Whether any of them changed.
    pub(super) fn reload(&self) -> bool {
        let _one_at_a_time = held(&self.loading);
        let before = held(&self.by_folder).clone();
        let mut after: BTreeMap<PathBuf, Arc<Project>> = BTreeMap::new();
        for (folder, old) in &before {
            let loaded = self.load(folder, Some(old));
            let twin = after.values().find(|known| known.root == loaded.root);
            let project = match twin {
                Some(twin) => Arc::clone(twin),
                None if same(old, &loaded) => Arc::clone(old),
                None => Arc::new(loaded),
            };
            after.insert(folder.clone(), project);
        }
        let changed = before
            .iter()
            .any(|(folder, old)| !Arc::ptr_eq(old, &after[folder]));
        *held(&self.by_folder) = after;
        changed
    }

    /// Forgets the projects of folders that are not wanted any more.
    pub(super) fn keep_only(&self, is_wanted: impl Fn(&Path) -> bool) {
        let _one_at_a_time = held(&self.loading);
        held(&self.by_folder)
            .retain(|folder, _| folder.as_os_str().is_empty() || is_wanted(folder));
    }

    /// The registry files of all projects with their texts as they were read, each once, in order of their paths.
    pub(super) fn registry_texts(&self) -> BTreeMap<PathBuf, String> {
        let mut texts = BTreeMap::new();
        for project in held(&self.by_folder).values() {
            for (path, text) in (0..).map_while(|file| project.registry_file(file)) {
                texts
                    .entry(path.to_owned())
                    .or_insert_with(|| text.to_owned());
            }
        }
        texts
    }

    /// The registry files of all projects, each with a project that names it.
    pub(super) fn registries(&self) -> BTreeMap<PathBuf, Arc<Project>> {
        let mut registries = BTreeMap::new();
        for project in held(&self.by_folder).values() {
            for path in project.registry_paths() {
                let project = || Arc::clone(project);
                registries.entry(path.to_owned()).or_insert_with(project);
            }
        }
        registries
    }

    /// Everything wrong in files of the projects, by file; files without problems are absent.
    pub(super) fn problems(&self) -> BTreeMap<PathBuf, Vec<FileProblem>> {
        let mut problems: BTreeMap<PathBuf, Vec<FileProblem>> = BTreeMap::new();
        for project in held(&self.by_folder).values() {
            for problem in &project.problems {
                let of_file = problems.entry(problem.path.clone()).or_default();
                if !of_file.contains(problem) {
                    of_file.push(problem.clone());
                }
            }
        }
        problems
    }

    /// Whether a change of the file at `path` can matter: it has the name of a project file or of a file that was read.
    /// The name has to do, for the client may spell the way to it otherwise; to load once too often costs little.
    pub(super) fn is_read(&self, path: &Path) -> bool {
        let name = path.file_name();
        name.is_some_and(|name| name == FILE_NAME)
            || held(&self.by_folder)
                .values()
                .any(|project| project.files.iter().any(|file| file.file_name() == name))
    }

    fn known(&self, folder: &Path) -> Option<Arc<Project>> {
        held(&self.by_folder).get(folder).map(Arc::clone)
    }

    fn load(&self, folder: &Path, previous: Option<&Project>) -> Project {
        let mut options = held(&self.options).clone();
        // A document without a place on disk has no project file near it.
        options.isolated |= folder.as_os_str().is_empty() && options.config.is_none();
        Project::load(folder, &options, previous)
    }
}

/// Whether two projects would make the same findings and problems.
fn same(one: &Project, other: &Project) -> bool {
    Arc::ptr_eq(&one.reference.registry, &other.reference.registry)
        && one.reference.date == other.reference.date
        && one.reference.style == other.reference.style
        && one.rules == other.rules
        && one.config == other.config
        && one.root == other.root
        && one.problems == other.problems
        && one.files == other.files
}

/// The value behind a lock; a panic of another thread while it held the lock leaves the value as whole as it was.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
