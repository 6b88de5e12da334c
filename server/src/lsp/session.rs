//! What everything on one connection shares: the client, what was agreed with it, the projects.

use std::path::PathBuf;
use std::sync::OnceLock;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tower_lsp::Client;
use tower_lsp::lsp_types::ClientCapabilities;

use crate::lsp::agreed::Agreed;
use crate::lsp::faults::Faults;
use crate::lsp::pages::Pages;
use crate::lsp::projects::Projects;

/// One connection's common ground.
pub(super) struct Session {
    /// The client. No handler awaits it; only tasks of their own do.
    pub(super) client: Client,
    /// The projects of the open documents.
    pub(super) projects: Projects,
    /// Pages of rules on disk.
    pub(super) pages: Pages,
    /// Our own faults.
    pub(super) faults: Faults,
    agreed: OnceLock<Agreed>,
    root: OnceLock<PathBuf>,
    errands: UnboundedSender<Errand>,
}

/// Something to be done about the projects, by the one task that does it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Errand {
    /// Load the projects again: a file or a setting changed.
    Reload,
    /// Say again what is wrong in the projects' files: one was loaded for the first time.
    Tell,
}

impl Session {
    /// A connection just made, and the errands that will come from it.
    pub(super) fn new(client: Client) -> (Session, UnboundedReceiver<Errand>) {
        let (errands, coming) = mpsc::unbounded_channel();
        let session = Session {
            client,
            projects: Projects::default(),
            pages: Pages::new(),
            faults: Faults::default(),
            agreed: OnceLock::new(),
            root: OnceLock::new(),
            errands,
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

    /// The folder the editor has open, if it has one.
    pub(super) fn root(&self) -> Option<&PathBuf> {
        self.root.get()
    }

    /// Leaves word for the task that looks after the projects.
    pub(super) fn ask_for(&self, errand: Errand) {
        // The task lives as long as the server; after its end nothing needs to be done any more.
        let _ = self.errands.send(errand);
    }
}
