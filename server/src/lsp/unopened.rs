//! Findings in the transcripts of the editor's folders that are not open, for clients that ask about the whole workspace.
//!
//! Clients ask again and again: a file that has not changed since, under a project that has not, is not read again.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onrecord_engine::record::Record;
use onrecord_engine::rules::Checked;
use onrecord_engine::text::Text;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use tower_lsp::lsp_types::{Diagnostic, Url};

use crate::lsp::convert::diagnostic;
use crate::lsp::faults::caught;
use crate::lsp::findings;
use crate::lsp::reports::Report;
use crate::lsp::session::Session;
use crate::project::Project;
use crate::project::files::{self, ReadError, Stamp};
use crate::project::hands::Hands;
use crate::project::linked::sidecar;

/// How many files are read at once, between two looks at whether anybody still waits.
const AT_ONCE: usize = 32;

/// A longer file, in bytes, is not read while it is not open, which is told of it: it would be held in memory whole, some
/// times over.
const LONGEST: u64 = 64 << 20;

/// What was found in files that were looked at before.
#[derive(Default)]
pub(super) struct Unopened(Mutex<BTreeMap<PathBuf, Seen>>);

struct Seen {
    stamp: Stamp,
    project: Arc<Project>,
    report: Report,
}

impl Unopened {
    fn seen(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Seen>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells of each transcript of the editor's folders that is not `open`, some at a time, in the order of their paths: the
/// reports, how many are done, and how many there are. Ends early once `called_off`. Reads the disk.
pub(super) fn tell(
    session: &Session,
    open: &BTreeSet<PathBuf>,
    called_off: &AtomicBool,
    mut told: impl FnMut(Vec<(Url, Report)>, usize, usize),
) {
    let transcripts: Vec<(PathBuf, Arc<Project>)> = session
        .folders()
        .iter()
        .flat_map(|folder| files::walk(folder).0)
        .filter(|path| !open.contains(path) && may_be_transcript(path))
        .collect::<BTreeSet<PathBuf>>()
        .into_iter()
        .filter_map(|path| {
            let (project, _) = session.projects.governing(path.parent()?);
            project.is_transcript(&path).then_some((path, project))
        })
        .collect();
    let n_all = transcripts.len();
    for (nth, some) in transcripts.chunks(AT_ONCE).enumerate() {
        if called_off.load(Ordering::Relaxed) {
            return;
        }
        let reports: Vec<(Url, Report)> = some
            .par_iter()
            .filter_map(|(path, project)| report(session, path, project))
            .collect();
        told(reports, nth * AT_ONCE + some.len(), n_all);
    }
}

/// Whether a look at the project is worth it.
fn may_be_transcript(path: &Path) -> bool {
    let end = path.extension().and_then(|end| end.to_str());
    end.is_some_and(|end| ["txt", "md", "transcript"].contains(&end))
}

/// What is found in one transcript as it lies on disk.
fn found(session: &Session, path: &Path, project: &Project, uri: &Url) -> Option<Vec<Diagnostic>> {
    let words = match files::read(path) {
        Ok(words) => words,
        Err(ReadError::Io(_, error)) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => return Some(vec![diagnostic::unreadable(&error)]),
    };
    let name = path.file_name()?.to_string_lossy().into_owned();
    let check = || {
        let text = Text::from(words.as_str());
        let record = Record::build(&text, &name, &project.reference, None);
        let record = record.with_linked(project.linked(path).records);
        let found = Checked::of(&record, &project.rules, &Hands);
        findings::diagnostics(session, project, &text, &found, uri, None).plain()
    };
    let diagnostics = caught(check);
    if diagnostics.is_none() {
        session.faults.tell(&session.client, "checking a document");
    }
    diagnostics
}

fn report(session: &Session, path: &Path, project: &Arc<Project>) -> Option<(Url, Report)> {
    let uri = Url::from_file_path(path).ok()?;
    let stamp = files::stamp(path)?;
    // What a text is linked to may have changed where it has not.
    let is_linked = sidecar(path).is_some_and(|sidecar| files::is_file(&sidecar));
    if let Some(seen) = session.unopened.seen().get(path)
        && !is_linked
        && seen.stamp == stamp
        && Arc::ptr_eq(&seen.project, project)
    {
        return Some((uri, seen.report.clone()));
    }
    let diagnostics = if stamp.size > LONGEST {
        vec![diagnostic::not_read(LONGEST >> 20)]
    } else {
        found(session, path, project, &uri)?
    };
    let report = Report {
        id: session.reports.number().to_string(),
        version: None,
        diagnostics,
    };
    let seen = Seen {
        stamp,
        project: Arc::clone(project),
        report: report.clone(),
    };
    session.unopened.seen().insert(path.to_owned(), seen);
    Some((uri, report))
}
