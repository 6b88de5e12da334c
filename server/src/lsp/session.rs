//! What everything on one connection shares: the client, what was agreed with it, the projects.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{OnceLock, PoisonError, RwLock};

use serde::Serialize;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tower_lsp::Client;
use tower_lsp::lsp_types::{ClientCapabilities, Url};

use crate::lsp::agreed::Agreed;
use crate::lsp::exit::Exit;
use crate::lsp::faults::Faults;
use crate::lsp::index::Index;
use crate::lsp::linked::LinkedRecords;
use crate::lsp::pages::Pages;
use crate::lsp::projects::Projects;
use crate::lsp::refresh::Refresh;
use crate::lsp::reports::Reports;
use crate::lsp::settings::Shown;
use crate::lsp::timings::Timings;
use crate::lsp::tokens::Sent;
use crate::lsp::unopened::Unopened;
use crate::lsp::wire::Output;

/// One connection's common ground.
pub(super) struct Session {
    /// The client. No handler awaits it; only tasks of their own do.
    pub(super) client: Client,
    /// The projects of the open documents.
    pub(super) projects: Projects,
    /// Pages of rules on disk.
    pub(super) pages: Pages,
    /// What is told about files of projects, for clients that ask for it.
    pub(super) reports: Reports,
    /// Where the time went.
    pub(super) timings: Timings,
    /// What is known of the folder's transcripts.
    pub(super) index: Index,
    /// The records that open documents tell of.
    pub(super) linked: LinkedRecords,
    /// What was found in files that are not open.
    pub(super) unopened: Unopened,
    /// Rounds of questions that have the client ask again.
    pub(super) refresh: Refresh,
    /// The semantic tokens sent last.
    pub(super) sent_tokens: Sent,
    /// Our own faults.
    pub(super) faults: Faults,
    shown: RwLock<Shown>,
    folders: RwLock<BTreeSet<PathBuf>>,
    agreed: OnceLock<Agreed>,
    root: OnceLock<PathBuf>,
    errands: UnboundedSender<Errand>,
    output: Output,
    exit: Exit,
}

/// Something to be done about the projects, by the one task that does it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Errand {
    /// Load the projects again: a file or a setting changed.
    Reload,
    /// Say what is wrong in the projects' files where that is new: one was loaded for the first time.
    Tell,
    /// Say it again, new or not: one that was open is closed, and its own task has taken back what it told.
    TellAgain,
}

impl Session {
    /// A connection just made, and the errands that will come from it.
    pub(super) fn new(
        client: Client,
        output: Output,
        exit: Exit,
    ) -> (Session, UnboundedReceiver<Errand>) {
        let (errands, coming) = mpsc::unbounded_channel();
        let session = Session {
            client,
            projects: Projects::default(),
            pages: Pages::new(),
            reports: Reports::default(),
            timings: Timings::default(),
            index: Index::default(),
            linked: LinkedRecords::default(),
            unopened: Unopened::default(),
            folders: RwLock::default(),
            refresh: Refresh::default(),
            sent_tokens: Sent::default(),
            shown: RwLock::default(),
            faults: Faults::default(),
            agreed: OnceLock::new(),
            root: OnceLock::new(),
            errands,
            output,
            exit,
        };
        (session, coming)
    }

    /// What was agreed; before `initialize`, what the least able client would get.
    pub(super) fn agreed(&self) -> &Agreed {
        self.agreed
            .get_or_init(|| Agreed::with(&ClientCapabilities::default()))
    }

    /// Settles what was agreed; a second `initialize` never gets this far.
    pub(super) fn agree(&self, agreed: Agreed, root: Option<PathBuf>) {
        let _ = self.agreed.set(agreed);
        if let Some(root) = root {
            let _ = self.root.set(root);
        }
    }

    /// The folders the editor has open, in order.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let folders = self.folders.read().unwrap_or_else(PoisonError::into_inner);
        folders.clone()
    }

    /// The editor opens and closes folders.
    pub(super) fn change_folders(&self, added: Vec<PathBuf>, removed: &[PathBuf]) {
        let mut folders = self.folders.write().unwrap_or_else(PoisonError::into_inner);
        folders.retain(|folder| !removed.contains(folder));
        folders.extend(added);
    }

    /// What the editor's user wants to see besides findings.
    pub(super) fn shown(&self) -> Shown {
        *self.shown.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets what is to be seen. Whether it is anything new.
    pub(super) fn set_shown(&self, shown: Shown) -> bool {
        let mut current = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *current, shown) != shown
    }

    /// The folder the editor has open, if it has one.
    pub(super) fn root(&self) -> Option<&PathBuf> {
        self.root.get()
    }

    /// Tells the client what is found in the document at `uri`, when there is room on the wire; a client that asks for
    /// findings by itself is told nothing. tower-lsp's own way makes a tree of values of it first, which for a thousand
    /// findings takes longer than writing them.
    pub(super) async fn publish<D: Serialize + Sync>(
        &self,
        uri: &Url,
        diagnostics: &[D],
        version: Option<i32>,
    ) {
        if self.agreed().pulls_findings {
            return;
        }
        self.output.room().await;
        let published = Published {
            uri,
            diagnostics,
            version,
        };
        self.notify("textDocument/publishDiagnostics", &published);
    }

    /// Sends a notification of our own making; nothing after `shutdown`.
    pub(super) fn notify(&self, method: &'static str, params: &impl Serialize) {
        if !self.exit.is_prepared() {
            self.output.send(&Notification {
                jsonrpc: "2.0",
                method,
                params,
            });
        }
    }

    /// Leaves word for the task that looks after the projects.
    pub(super) fn ask_for(&self, errand: Errand) {
        // The task lives as long as the server; after its end nothing needs to be done any more.
        let _ = self.errands.send(errand);
    }
}

/// A notification as it goes over the wire, without a copy of what it holds.
#[derive(Serialize)]
struct Notification<'a, P: Serialize> {
    jsonrpc: &'static str,
    method: &'static str,
    params: &'a P,
}

#[derive(Serialize)]
struct Published<'a, D: Serialize> {
    uri: &'a Url,
    diagnostics: &'a [D],
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
}
