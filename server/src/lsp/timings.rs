//! Where the time went: how long each stage took for each open document, the last time it was done.
//!
//! The command `onrecord.timings` answers it, for reports of slowness; nothing else ever looks at it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use onrecord_engine::record::{Kept, KeptParagraphs};
use serde_json::{Value, json};
use tower_lsp::lsp_types::Url;

/// The last timings of each document that was open.
#[derive(Default)]
pub(super) struct Timings {
    documents: Mutex<BTreeMap<Url, Timing>>,
}

/// How long the stages of one look at a document took.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Timing {
    /// The client's count of the text.
    pub(super) version: i32,
    /// The length of the text in bytes.
    pub(super) n_bytes: usize,
    /// How much had to be read: `all`, `passages` or `paragraph`; `nothing` where the text is as it was.
    pub(super) scope: &'static str,
    /// Reading.
    pub(super) read: Duration,
    /// Looking through it by the rules.
    pub(super) checked: Duration,
    /// Putting the findings into the client's terms.
    pub(super) told: Duration,
    /// How many findings there are.
    pub(super) n_findings: usize,
}

impl Timing {
    /// Sets how much had to be read.
    pub(super) fn of(&mut self, kept: &Kept) {
        self.scope = match &kept.paragraphs {
            KeptParagraphs::None => "all",
            KeptParagraphs::Some { .. } => "passages",
            KeptParagraphs::AllBut(_) if kept.change.is_none() => "nothing",
            KeptParagraphs::AllBut(_) => "paragraph",
        };
    }
}

/// What `work` makes, and how long it took.
pub(super) fn timed<T>(taken: &mut Duration, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = work();
    *taken = start.elapsed();
    made
}

impl Timings {
    /// Sets the last timing of a document.
    pub(super) fn set(&self, uri: &Url, timing: Timing) {
        self.documents().insert(uri.clone(), timing);
    }

    /// A document is closed.
    pub(super) fn forget(&self, uri: &Url) {
        self.documents().remove(uri);
    }

    /// All of them, by address, in milliseconds.
    pub(super) fn told(&self) -> Value {
        let ms = |duration: Duration| duration.as_secs_f64() * 1000.0;
        let documents = self.documents();
        let each = documents.iter().map(|(uri, timing)| {
            json!({
                "uri": uri,
                "version": timing.version,
                "bytes": timing.n_bytes,
                "scope": timing.scope,
                "readMs": ms(timing.read),
                "checkMs": ms(timing.checked),
                "diagnosticsMs": ms(timing.told),
                "findings": timing.n_findings,
            })
        });
        Value::Array(each.collect())
    }

    fn documents(&self) -> MutexGuard<'_, BTreeMap<Url, Timing>> {
        self.documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
