//! The records that open documents tell of, read again only when one of their files has changed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onrecord_engine::record::Record;

use crate::project::files::{self, Stamp};
use crate::project::linked::{Linked, sidecar};
use crate::project::{FileProblem, Project};

/// What is known of the sidecars of open documents, by the document.
#[derive(Default)]
pub(super) struct LinkedRecords {
    known: Mutex<BTreeMap<PathBuf, Known>>,
}

/// What a sidecar tells, and when its files were read.
struct Known {
    project: Arc<Project>,
    stamps: Vec<Option<Stamp>>,
    linked: Linked,
}

impl LinkedRecords {
    /// The records that the document at `path` tells of, and whether what is wrong with its sidecar is another than before.
    pub(super) fn of(&self, path: &Path, project: &Arc<Project>) -> (Vec<Arc<Record>>, bool) {
        let is_there = sidecar(path).is_some_and(|sidecar| files::is_file(&sidecar));
        let before = self.known().remove(path);
        if !is_there {
            let is_settled = before.is_some_and(|before| !before.linked.problems.is_empty());
            return (Vec::new(), is_settled);
        }
        let stamps = |files: &[PathBuf]| files.iter().map(|file| files::stamp(file)).collect();
        let known = match before {
            Some(before)
                if Arc::ptr_eq(&before.project, project)
                    && before.stamps == stamps(&before.linked.files) as Vec<Option<Stamp>> =>
            {
                let records = before.linked.records.clone();
                self.known().insert(path.to_owned(), before);
                return (records, false);
            }
            before => before
                .map(|before| before.linked.problems)
                .unwrap_or_default(),
        };
        let linked = project.linked(path);
        let is_new = linked.problems != known;
        let records = linked.records.clone();
        let now = Known {
            project: Arc::clone(project),
            stamps: stamps(&linked.files),
            linked,
        };
        self.known().insert(path.to_owned(), now);
        (records, is_new)
    }

    /// What is wrong with sidecars, by their paths.
    pub(super) fn problems(&self) -> BTreeMap<PathBuf, Vec<FileProblem>> {
        let mut problems: BTreeMap<PathBuf, Vec<FileProblem>> = BTreeMap::new();
        for problem in self
            .known()
            .values()
            .flat_map(|known| &known.linked.problems)
        {
            problems
                .entry(problem.path.clone())
                .or_default()
                .push(problem.clone());
        }
        problems
    }

    /// Whether a change of the file at `path` can matter: it is a sidecar by its name, or was read for one.
    pub(super) fn is_read(&self, path: &Path) -> bool {
        let name = path.file_name();
        let is_sidecar = name
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.ends_with(".onrecord.toml"));
        is_sidecar
            || self.known().values().any(|known| {
                known
                    .linked
                    .files
                    .iter()
                    .any(|file| file.file_name() == name)
            })
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
