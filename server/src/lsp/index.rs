//! The index of the folders the editor has open: who speaks and who is named in every transcript of it, open or not.
//!
//! One thread goes through the files in the background, so that nothing waits for it; what it has seen so far is answered
//! at once. A file is read again only when its bytes or what it is read against have changed. What is known is kept in the
//! platform's cache folder, under the program's version: a broken or foreign file there is no index and is written anew.

mod cache;

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onrecord_engine::ide::{Target, occurrences, targets};
use onrecord_engine::record::{Alone, Record};
use onrecord_engine::text::{Span, Text};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use tokio::task::spawn_blocking;
use tower_lsp::lsp_types::{MessageType, Position, ProgressToken, Range};

use crate::lsp::convert::Frame;
use crate::lsp::faults::caught;
use crate::lsp::progress::{self, Progress};
use crate::lsp::session::{Errand, Session};
use crate::project::Project;
use crate::project::files::{self, Stamp};

/// A file longer than this, in bytes, is not taken into the index: it would have to be held in memory whole.
const LONGEST: u64 = 64 << 20;

/// After how many files it is told how far the look is.
const TOLD_EVERY: usize = 32;

/// What is known of the transcripts of the open folders.
#[derive(Default)]
pub(super) struct Index {
    files: Mutex<BTreeMap<PathBuf, Arc<Entry>>>,
    wanted: Notify,
}

/// What is known of one transcript. Ranges count columns as the client does.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The file's size and time when it was read.
    stamp: Stamp,
    /// Its bytes, in a number.
    hash: u64,
    /// What it was read against, in a number.
    against: u64,
    /// Everybody and every office named or speaking, each once.
    pub(super) named: Vec<Named>,
    /// The labels of its turns.
    pub(super) turns: Vec<(String, Place)>,
}

/// Somebody, or an office, in one transcript.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Named {
    /// What it is called.
    pub(super) name: String,
    /// Words that mean the same in every document: see [`Target::key`].
    pub(super) key: String,
    /// Whether it is an office.
    pub(super) office: bool,
    /// Every place that means it, the first one first.
    pub(super) places: Vec<Place>,
}

/// A range as start line and column, end line and column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Place(u32, u32, u32, u32);

impl Place {
    fn of(frame: Frame<'_>, span: Span) -> Place {
        let Range { start, end } = frame.range(span);
        Place(start.line, start.character, end.line, end.character)
    }

    /// As the protocol has it.
    pub(super) fn range(self) -> Range {
        Range::new(Position::new(self.0, self.1), Position::new(self.2, self.3))
    }
}

impl Index {
    /// Has the folder looked through, again if it has been: something in it has changed.
    pub(super) fn look_again(&self) {
        self.wanted.notify_one();
    }

    /// Every transcript known so far, in the order of the paths.
    pub(super) fn all(&self) -> Vec<(PathBuf, Arc<Entry>)> {
        let files = self.files();
        let all = files.iter();
        all.map(|(path, entry)| (path.clone(), Arc::clone(entry)))
            .collect()
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Arc<Entry>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks through the folder whenever that is wanted, until the server ends.
pub(super) async fn run(session: Arc<Session>) {
    let mut refused = BTreeSet::new();
    let mut is_first = true;
    loop {
        session.index.wanted.notified().await;
        // Later looks read little.
        let token = if is_first {
            progress::token(&session, "onrecord-index").await
        } else {
            None
        };
        let session_ = Arc::clone(&session);
        let look = spawn_blocking(move || caught(|| look(&session_, is_first, token)));
        is_first = false;
        let Ok(Some(too_long)) = look.await else {
            session.faults.tell(&session.client, "indexing the folder");
            continue;
        };
        for path in too_long {
            let message = format!(
                "{} is longer than {} MB and is left out of the folder's index; open it to see who speaks in it.",
                path.display(),
                LONGEST >> 20
            );
            if refused.insert(path) {
                let client = session.client.clone();
                tokio::spawn(
                    async move { client.log_message(MessageType::WARNING, message).await },
                );
            }
        }
    }
}

/// Goes through all transcripts of the folders; answers which are too long.
fn look(session: &Session, is_first: bool, token: Option<ProgressToken>) -> Vec<PathBuf> {
    let folders = session.folders();
    let encoding = format!("{:?}", session.agreed().encoding);
    let kept = cache::place(&folders, &encoding);
    let mut known: BTreeMap<PathBuf, Arc<Entry>> = session.index.files().clone();
    if is_first {
        known = kept.as_deref().map(cache::load).unwrap_or_default();
    }
    let mut signatures: BTreeMap<PathBuf, u64> = BTreeMap::new();
    let mut too_long = Vec::new();
    let mut seen = BTreeSet::new();
    let mut changed = false;
    // A folder within another is walked twice and told once.
    let paths = folders.iter().flat_map(|folder| files::walk(folder).0);
    let paths: BTreeSet<PathBuf> = paths.collect();
    let n_all = paths.len();
    let progress = Progress::begin(session, token, "Looking through transcripts");
    for (nth, path) in paths.into_iter().enumerate() {
        if nth > 0 && nth % TOLD_EVERY == 0 {
            progress.report(nth, n_all);
        }
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
        let entry = match before {
            Some(before) if before.stamp == stamp => Arc::clone(before),
            _ => {
                changed = true;
                let Some(entry) = read(session, &path, stamp, &project, against, before) else {
                    continue;
                };
                Arc::new(entry)
            }
        };
        session.index.files().insert(path.clone(), entry);
        seen.insert(path);
    }
    let mut files = session.index.files();
    changed |= files.len() != seen.len() || files.len() != known.len();
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

/// What one transcript holds; of the earlier entry if its bytes are the same.
fn read(
    session: &Session,
    path: &Path,
    stamp: Stamp,
    project: &Project,
    against: u64,
    before: Option<&Arc<Entry>>,
) -> Option<Entry> {
    let content = files::read(path).ok()?;
    let hash = number(&content);
    if let Some(before) = before.filter(|before| before.hash == hash) {
        return Some(Entry {
            stamp,
            ..Entry::clone(before)
        });
    }
    let name = path.file_name()?.to_string_lossy();
    let text = Text::from(&*content);
    drop(content);
    // One hand: the others are for whoever types.
    let record = caught(|| Record::read(&text, &name, &project.reference, &Alone))?;
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
    Some(Entry {
        stamp,
        hash,
        against,
        named: named.collect(),
        turns: turns.collect(),
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

fn number(words: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
