//! The open documents, and the only place where they change.
//!
//! Every method here is done before it returns and waits for nothing: the lock around the map is held for microseconds
//! and never across an `.await`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use onrecord_engine::text::Text;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_lsp::lsp_types::{
    TextDocumentContentChangeEvent, TextDocumentItem, Url, VersionedTextDocumentIdentifier,
};

use crate::lsp::convert::Frame;
use crate::lsp::document::{Inputs, OpenDocument, Place, View};
use crate::lsp::session::Session;
use crate::project::{FILE_NAME, Project};

/// The open documents by the address the client gave them.
pub(super) struct Workspace {
    session: Arc<Session>,
    documents: Mutex<Documents>,
}

#[derive(Default)]
struct Documents {
    open: BTreeMap<Url, OpenDocument>,
    /// Tasks of closed documents that may still have their last word to say.
    closing: BTreeMap<Url, JoinHandle<()>>,
}

impl Workspace {
    /// Nothing open yet.
    pub(super) fn new(session: Arc<Session>) -> Workspace {
        Workspace {
            session,
            documents: Mutex::default(),
        }
    }

    /// Opens a document. Opened twice, the second text counts.
    pub(super) fn open(&self, item: TextDocumentItem) {
        let mut documents = self.documents();
        let text = Text::from(item.text.as_str());
        if let Some(document) = documents.open.get(&item.uri) {
            tracing::warn!("{} was opened again while it was open", item.uri);
            document.inputs.send_modify(|inputs| {
                inputs.language = item.language_id;
                inputs.now(item.version, text);
            });
            return;
        }
        let inputs = Inputs {
            revision: 1,
            edited: 1,
            version: item.version,
            language: item.language_id,
            text,
        };
        let before = documents.closing.remove(&item.uri);
        let place = Place::of(item.uri.clone(), self.session.root());
        let document = OpenDocument::open(Arc::clone(&self.session), place, inputs, before);
        documents.open.insert(item.uri, document);
    }

    /// Edits a document, one change after the other. Changes that make no sense are left out and logged.
    pub(super) fn edit(
        &self,
        document: &VersionedTextDocumentIdentifier,
        changes: &[TextDocumentContentChangeEvent],
    ) {
        let documents = self.documents();
        let Some(open) = documents.open.get(&document.uri) else {
            tracing::warn!("{} was edited without being open", document.uri);
            return;
        };
        let encoding = self.session.agreed().encoding;
        open.inputs.send_modify(|inputs| {
            let mut text = std::mem::take(&mut inputs.text);
            for change in changes {
                let frame = Frame {
                    text: &text,
                    encoding,
                };
                match change.range.map(|range| frame.span(range)) {
                    None => text = Text::from(change.text.as_str()),
                    Some(Some(span)) => text.edit(span, &change.text),
                    Some(None) => tracing::warn!("an edit of {} runs backward", document.uri),
                }
            }
            inputs.now(document.version, text);
        });
    }

    /// Closes a document; its diagnostics go.
    pub(super) fn close(&self, uri: &Url) {
        let mut documents = self.documents();
        documents.closing.retain(|_, task| !task.is_finished());
        if let Some(document) = documents.open.remove(uri) {
            documents.closing.insert(uri.clone(), document.task);
        } else {
            tracing::warn!("{uri} was closed without being open");
        }
    }

    /// Has every document looked at again: something it is read against has changed.
    pub(super) fn look_again(&self) {
        for document in self.documents().open.values() {
            document.inputs.send_modify(|inputs| inputs.revision += 1);
        }
    }

    /// What is made of the document as it is now: call at a request's first poll, await as long as you like.
    /// `None` if it is not open, or was closed meanwhile. The view may be of a later text than that of the call.
    pub(super) fn view(&self, uri: &Url) -> impl Future<Output = Option<Arc<View>>> + Send + use<> {
        let asked = self.documents().open.get(uri).map(Asked::of);
        async move { asked?.view().await }
    }

    /// Which edit of the document was the last; `None` if it is not open. Places in a text are none in another.
    pub(super) fn last_edit(&self, uri: &Url) -> Option<u64> {
        let documents = self.documents();
        let document = documents.open.get(uri)?;
        let edited = document.inputs.borrow().edited;
        Some(edited)
    }

    /// What is made of every open document as it is now, in the order of their addresses.
    pub(super) fn views(
        &self,
    ) -> Vec<(Url, impl Future<Output = Option<Arc<View>>> + Send + use<>)> {
        let documents = self.documents();
        let asked = documents.open.iter().map(|(uri, document)| {
            let asked = Asked::of(document);
            (uri.clone(), async move { asked.view().await })
        });
        asked.collect()
    }

    /// The address under which the client has the file at `path` open.
    pub(super) fn address_of(&self, path: &PathBuf) -> Option<Url> {
        let documents = self.documents();
        let mut addresses = documents.open.keys();
        addresses
            .find(|uri| uri.to_file_path().as_ref() == Ok(path))
            .cloned()
    }

    /// The folders on disk that hold an open document.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let documents = self.documents();
        let paths = documents
            .open
            .keys()
            .filter_map(|uri| uri.to_file_path().ok());
        paths
            .filter_map(|path| Some(path.parent()?.to_owned()))
            .collect()
    }

    /// Whether the file at `path` is a registry or a project file that is open, whose own task tells what is found in it.
    pub(super) fn is_told(&self, path: &PathBuf) -> bool {
        let is_project = path.file_name().is_some_and(|name| name == FILE_NAME);
        (is_project || Project::looks_like_registry(path)) && self.address_of(path).is_some()
    }

    /// The file at `path` as the client has it open: its address, version and text.
    pub(super) fn open_text(&self, path: &PathBuf) -> Option<(Url, i32, Text)> {
        let uri = self.address_of(path)?;
        let documents = self.documents();
        let inputs = documents.open.get(&uri)?.inputs.borrow();
        Some((uri, inputs.version, inputs.text.clone()))
    }

    fn documents(&self) -> MutexGuard<'_, Documents> {
        self.documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// A document somebody has asked about, as it was then.
struct Asked {
    views: watch::Receiver<Option<Arc<View>>>,
    revision: u64,
}

impl Asked {
    fn of(document: &OpenDocument) -> Asked {
        Asked {
            views: document.view.clone(),
            revision: document.inputs.borrow().revision,
        }
    }

    /// The first view that is no older than the question; `None` if the document is closed before it is there.
    async fn view(mut self) -> Option<Arc<View>> {
        let is_new = |view: &Option<Arc<View>>| {
            view.as_ref()
                .is_some_and(|view| view.inputs.revision >= self.revision)
        };
        self.views.wait_for(is_new).await.ok()?.clone()
    }
}

impl Inputs {
    /// Takes a new state of the text.
    fn now(&mut self, version: i32, text: Text) {
        self.revision += 1;
        self.edited = self.revision;
        self.version = version;
        self.text = text;
    }
}
