//! The protocol's methods, a few lines each and no logic. Four laws hold here:
//!
//! 1. A notification handler does its work before any `.await`: only that keeps the order of arrival.
//! 2. No lock is held across an `.await`.
//! 3. No handler awaits the client: its answer comes in through the same door that the handler would keep shut.
//!    What asks the client something is a task of its own and is never dropped while it waits,
//!    for tower-lsp 0.20 dies of an answer that nobody waits for any more (ebkalderon/tower-lsp#417).
//! 4. A request asks for a view and answers from it; it never writes.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{
    CodeActionParams, CodeActionResponse, ConfigurationItem, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentHighlight,
    DocumentHighlightParams, DocumentSymbolParams, DocumentSymbolResponse, FileChangeType,
    FoldingRange, FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover,
    HoverParams, InitializeParams, InitializeResult, InitializedParams, Location, ReferenceParams,
    ServerInfo, Url, WorkspaceDiagnosticParams, WorkspaceDiagnosticReportResult,
};
use tower_lsp::{Client, LanguageServer, async_trait};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::{answer, places};
use crate::lsp::document::View;
use crate::lsp::exit::Exit;
use crate::lsp::session::{Errand, Session};
use crate::lsp::wire::Output;
use crate::lsp::workspace::Workspace;
use crate::lsp::{actions, diagnostics, errands, offered, parent, settings};

/// The server's end of a connection.
pub(super) struct Backend {
    session: Arc<Session>,
    workspace: Arc<Workspace>,
    exit: Exit,
}

impl Backend {
    /// A connection just made.
    pub(super) fn new(client: Client, output: Output, exit: Exit) -> Backend {
        let (session, coming) = Session::new(client, output, exit.clone());
        let session = Arc::new(session);
        let workspace = Arc::new(Workspace::new(Arc::clone(&session)));
        tokio::spawn(errands::run(
            Arc::clone(&session),
            Arc::clone(&workspace),
            coming,
        ));
        Backend {
            session,
            workspace,
            exit,
        }
    }

    /// Answers from the view of a document as it is now, on a thread that may take its time. Nothing for a document
    /// that is not open; an error if the text has moved on before there is an answer, for its places are gone.
    async fn ask<T: Send + 'static>(
        &self,
        uri: &Url,
        answer: impl FnOnce(&Session, &View) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let (asked, view) = (self.workspace.last_edit(uri), self.workspace.view(uri));
        let Some(view) = view.await else {
            return Ok(None);
        };
        let session = Arc::clone(&self.session);
        let answered = spawn_blocking(move || answer(&session, &view)).await;
        if self.workspace.last_edit(uri) != asked {
            return Err(Error::content_modified());
        }
        Ok(answered.unwrap_or_else(|_| {
            self.session
                .faults
                .tell(&self.session.client, "answering a request");
            None
        }))
    }

    /// Asks the client for settings, if it can be asked; the answer is taken whenever it comes.
    fn pull_settings(&self) {
        if !self.session.agreed().configuration {
            return;
        }
        let session = Arc::clone(&self.session);
        tokio::spawn(async move {
            let items = vec![ConfigurationItem {
                scope_uri: None,
                section: Some(settings::SECTION.to_owned()),
            }];
            let Ok(answers) = session.client.configuration(items).await else {
                return;
            };
            // No settings is no opinion: what came with `initialize` stays.
            if let Some(Value::Object(answer)) = answers.into_iter().next() {
                let options =
                    settings::options(&Value::Object(answer), session.root().map(PathBuf::as_path));
                if session.projects.set_options(options) {
                    session.ask_for(Errand::Reload);
                }
            }
        });
    }
}

#[async_trait]
impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let agreed = Agreed::with(&params.capabilities);
        let capabilities = offered::capabilities(&agreed);
        let root = folder(&params);
        let options = params.initialization_options.unwrap_or_default();
        let options = settings::options(&options, root.as_deref());
        self.session.projects.set_options(options);
        self.session.agree(agreed, root);
        if let Some(editor) = params.process_id {
            parent::watch(editor, self.exit.clone());
        }
        Ok(InitializeResult {
            capabilities,
            server_info: Some(ServerInfo {
                name: "onrecord".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        if self.session.agreed().watches_files {
            tokio::spawn(errands::watch_files(self.session.client.clone()));
        }
        self.pull_settings();
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.workspace.open(params.text_document);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.workspace
            .edit(&params.text_document, &params.content_changes);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        let path = params.text_document.uri.to_file_path();
        if path.is_ok_and(|path| self.session.projects.is_read(&path)) {
            self.session.ask_for(Errand::Reload);
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.workspace.close(&params.text_document.uri);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        // A new file may be one that a pattern in a project file has been waiting for.
        let matters = params.changes.iter().any(|change| {
            change.typ == FileChangeType::CREATED
                || change
                    .uri
                    .to_file_path()
                    .is_ok_and(|path| self.session.projects.is_read(&path))
        });
        if matters {
            self.session.ask_for(Errand::Reload);
        }
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if self.session.agreed().configuration {
            self.pull_settings();
        } else if params.settings.is_object() {
            let root = self.session.root().map(PathBuf::as_path);
            let options = settings::options(&params.settings, root);
            if self.session.projects.set_options(options) {
                self.session.ask_for(Errand::Reload);
            }
        }
    }

    async fn did_change_workspace_folders(&self, _: DidChangeWorkspaceFoldersParams) {
        // Each document finds its own project; a folder more or less changes nothing for the ones that are open.
    }

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        Ok(diagnostics::of_document(&self.session, &self.workspace, params).await)
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        Ok(diagnostics::of_workspace(&self.session, &self.workspace, params).await)
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        self.ask(&at.text_document.uri, move |session, view| {
            answer::hover(session.agreed(), view, at.position)
        })
        .await
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let at = params.text_document_position_params;
        self.ask(&at.text_document.uri, move |session, view| {
            places::definition(session.agreed(), view, at.position)
        })
        .await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let at = params.text_document_position;
        let uri = at.text_document.uri;
        self.ask(&uri.clone(), move |session, view| {
            places::references(session.agreed(), view, &uri, at.position)
        })
        .await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params;
        self.ask(&at.text_document.uri, move |session, view| {
            places::highlights(session.agreed(), view, at.position)
        })
        .await
    }

    async fn document_symbol(
        &self,
        params: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        let uri = params.text_document.uri;
        self.ask(&uri.clone(), move |session, view| {
            answer::symbols(session.agreed(), view, &uri)
        })
        .await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.ask(&params.text_document.uri, |session, view| {
            answer::folds(session.agreed(), view)
        })
        .await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri;
        let workspace = Arc::clone(&self.workspace);
        self.ask(&uri.clone(), move |session, view| {
            let (range, context) = (params.range, &params.context);
            let actions = actions::actions(session, &workspace, view, &uri, range, context);
            Some(actions)
        })
        .await
    }
}

/// The folder the editor has open: the first, if it has several.
fn folder(params: &InitializeParams) -> Option<PathBuf> {
    let folders = params.workspace_folders.as_ref();
    let first = folders.and_then(|folders| Some(&folders.first()?.uri));
    #[allow(deprecated, reason = "older clients send nothing else")]
    let root = first.or(params.root_uri.as_ref());
    root?.to_file_path().ok()
}
