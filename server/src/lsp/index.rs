//! The index of the folders the editor has open: who speaks and who is named in every transcript of it, open or not.
//!
//! A few threads go through the files in the background, so that nothing waits for them; what it has seen so far is answered
//! at once. A file is read again only when its bytes or what it is read against have changed. What is known is kept in the
//! platform's cache folder, under the program's version: a broken or foreign file there is no index and is written anew.

mod cache;
mod look;

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onrecord_engine::text::Span;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use tokio::task::spawn_blocking;
use tower_lsp::lsp_types::{MessageType, Position, Range, Url};

use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::faults::caught;
use crate::lsp::progress;
use crate::lsp::session::Session;
use crate::project::files::Stamp;

/// A file longer than this, in bytes, is not taken into the index: it would have to be held in memory whole.
const LONGEST: u64 = 64 << 20;

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
    /// Who quotes whom, each pair once.
    pub(super) reports: Vec<Reported>,
}

/// Somebody who quotes somebody else in one transcript.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Reported {
    /// Who tells, by a key.
    pub(super) by: String,
    /// Who is quoted, by a key.
    pub(super) whom: String,
    /// The words that report, in text order.
    pub(super) places: Vec<Place>,
}

/// Somebody, or an office, in one transcript.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub(super) struct Named {
    /// What it is called.
    pub(super) name: String,
    /// Words that mean the same in every document: see the engine's `Target::key`.
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

/// The name of the file an address means, without its folders.
pub(super) fn file_name(uri: &Url) -> Option<String> {
    let path = uri.to_file_path().ok()?;
    Some(path.file_name()?.to_string_lossy().into_owned())
}

impl Index {
    /// Has the folder looked through, again if it has been: something in it has changed.
    pub(super) fn look_again(&self) {
        self.wanted.notify_one();
    }

    /// Every transcript known so far that is not open, in the order of the paths.
    pub(super) fn closed(&self, open: &[(Url, Arc<View>)]) -> Vec<(Url, Arc<Entry>)> {
        let opened: BTreeSet<PathBuf> = open
            .iter()
            .filter_map(|(uri, _)| uri.to_file_path().ok())
            .collect();
        let files = self.files();
        let closed = files.iter().filter(|(path, _)| !opened.contains(*path));
        let with_address = |(path, entry): (_, &Arc<Entry>)| {
            Some((Url::from_file_path(path).ok()?, entry.clone()))
        };
        closed.filter_map(with_address).collect()
    }

    /// What is known of one transcript.
    pub(super) fn at(&self, uri: &Url) -> Option<Arc<Entry>> {
        self.files().get(&uri.to_file_path().ok()?).cloned()
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
        let look = spawn_blocking(move || caught(|| look::look(&session_, is_first, token)));
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

/// A number of some words, the same in every run of one build.
fn number(words: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
