//! Goes through the files of the open folders: first what is known already, then the others on a few hands.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use onrecord_engine::ide::{Target, calls, occurrences, targets};
use onrecord_engine::record::{Alone, Record};
use onrecord_engine::text::Text;
use tower_lsp::lsp_types::ProgressToken;

use super::{Entry, LONGEST, Named, Place, Reported, cache, number};
use crate::lsp::convert::Frame;
use crate::lsp::faults::caught;
use crate::lsp::progress::Progress;
use crate::lsp::session::{Errand, Session};
use crate::project::Project;
use crate::project::files::{self, Stamp};

/// After how many files it is told how far the look is.
const TOLD_EVERY: usize = 32;

/// The most transcripts read at once.
const MOST_HANDS: usize = 4;

/// A transcript that is to be read.
struct Job {
    path: PathBuf,
    stamp: Stamp,
    project: Arc<Project>,
    against: u64,
    /// What was known of it, read against the same.
    before: Option<Arc<Entry>>,
}

/// Goes through all transcripts of the folders; answers which are too long.
pub(super) fn look(
    session: &Session,
    is_first: bool,
    token: Option<ProgressToken>,
) -> Vec<PathBuf> {
    let folders = session.folders();
    let encoding = format!("{:?}", session.agreed().encoding);
    let kept = cache::place(&folders, &encoding);
    let mut known: BTreeMap<PathBuf, Arc<Entry>> = session.index.files().clone();
    if is_first {
        known = kept.as_deref().map(cache::load).unwrap_or_default();
    }
    let progress = Progress::begin(session, token, "Looking through transcripts");
    // A folder within another is walked twice and told once.
    let paths = folders.iter().flat_map(|folder| files::walk(folder).0);
    let mut signatures: BTreeMap<PathBuf, u64> = BTreeMap::new();
    let mut too_long = Vec::new();
    let mut jobs = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths.collect::<BTreeSet<PathBuf>>() {
        let folder = path.parent().unwrap_or(Path::new(""));
        let (project, is_new) = session.projects.governing(folder);
        if is_new {
            session.ask_for(Errand::Tell);
        }
        let Some(stamp) = files::stamp(&path).filter(|_| project.is_transcript(&path)) else {
            continue;
        };
        if stamp.size > LONGEST {
            too_long.push(path);
            continue;
        }
        let against = *signatures
            .entry(folder.to_owned())
            .or_insert_with(|| signature(&project));
        let before = known.get(&path).filter(|before| before.against == against);
        seen.insert(path.clone());
        match before {
            Some(before) if before.stamp == stamp => {
                session.index.files().insert(path, Arc::clone(before));
            }
            before => jobs.push(Job {
                path,
                stamp,
                project,
                against,
                before: before.cloned(),
            }),
        }
    }
    read_all(session, &jobs, seen.len(), &progress);
    let mut files = session.index.files();
    let changed = !jobs.is_empty() || seen.len() != known.len();
    files.retain(|path, _| seen.contains(path));
    let all = files.clone();
    drop(files);
    if let (true, Some(place)) = (changed, kept)
        && let Err(error) = cache::store(&place, &all)
    {
        tracing::info!("no index is kept at {}: {error}", place.display());
    }
    too_long
}

/// Reads transcripts into the index on a few hands, one fewer than the machine has, as the last is for whoever types; a
/// transcript that can no longer be read leaves it. `n_all` is how many there are with those known already.
fn read_all(session: &Session, jobs: &[Job], n_all: usize, progress: &Progress<'_>) {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let n_hands = cores.saturating_sub(1).clamp(1, MOST_HANDS);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(n_all - jobs.len()));
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            match read(session, job) {
                Some(entry) => {
                    let path = job.path.clone();
                    session.index.files().insert(path, Arc::new(entry));
                }
                None => {
                    session.index.files().remove(&job.path);
                }
            }
            let n_done = done.fetch_add(1, Ordering::Relaxed) + 1;
            if n_done % TOLD_EVERY == 0 {
                progress.report(n_done, n_all);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..n_hands.min(jobs.len()) {
            scope.spawn(work);
        }
        work();
    });
}

/// What one transcript holds; of the earlier entry if its bytes are the same.
fn read(session: &Session, job: &Job) -> Option<Entry> {
    let (stamp, against) = (job.stamp, job.against);
    let content = files::read(&job.path).ok()?;
    let hash = number(&content);
    if let Some(before) = job.before.as_ref().filter(|before| before.hash == hash) {
        return Some(Entry {
            stamp,
            ..Entry::clone(before)
        });
    }
    let name = job.path.file_name()?.to_string_lossy();
    let text = Text::from(&*content);
    drop(content);
    // One hand: the others are for whoever types.
    let record = caught(|| Record::read(&text, &name, &job.project.reference, &Alone))?;
    let frame = Frame::of(&record, session.agreed());
    let named = targets::named(&record).into_iter().map(|named| Named {
        name: named.target.name(record.registry()),
        key: named.target.key(record.registry()),
        office: matches!(named.target, Target::Post(_)),
        places: occurrences(&record, &named.target)
            .iter()
            .map(|place| Place::of(frame, place.span))
            .collect(),
    });
    let turns = record.transcript().turns.iter().map(|turn| {
        let words = turn.label.span.of(record.content()).split_whitespace();
        let words = words.collect::<Vec<_>>().join(" ");
        (words, Place::of(frame, turn.label.span))
    });
    let reports = calls::all(&record).into_iter();
    let reports = reports.map(|(by, whom, places)| Reported {
        by: by.key(record.registry()),
        whom: whom.key(record.registry()),
        places: places
            .into_iter()
            .map(|place| Place::of(frame, place))
            .collect(),
    });
    Some(Entry {
        stamp,
        hash,
        against,
        named: named.collect(),
        turns: turns.collect(),
        reports: reports.collect(),
    })
}

/// All that decides how a transcript of a project is read, in a number: the bytes of the project's own files and its date.
fn signature(project: &Project) -> u64 {
    let mut hasher = DefaultHasher::new();
    for file in &project.files {
        file.hash(&mut hasher);
        files::read(file).unwrap_or_default().hash(&mut hasher);
    }
    format!("{:?}", project.reference.date).hash(&mut hasher);
    project.reference.registry.people().len().hash(&mut hasher);
    hasher.finish()
}
