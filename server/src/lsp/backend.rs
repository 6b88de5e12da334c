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

use serde::Serialize;
use serde_json::Value;
use tokio::task::spawn_blocking;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams,
    CodeAction, CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionItem,
    CompletionParams, CompletionResponse, ConfigurationItem, DidChangeConfigurationParams,
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentHighlight,
    DocumentHighlightParams, DocumentLink, DocumentLinkParams, DocumentSymbolParams,
    DocumentSymbolResponse, ExecuteCommandParams, FileChangeType, FoldingRange, FoldingRangeParams,
    GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, InlayHint, InlayHintParams, LinkedEditingRangeParams,
    LinkedEditingRanges, Location, PrepareRenameResponse, ReferenceParams, RenameFilesParams,
    RenameParams, SelectionRange, SelectionRangeParams, SemanticTokensDeltaParams,
    SemanticTokensFullDeltaResult, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult, ServerInfo, SymbolInformation,
    TextDocumentPositionParams, Url, WorkspaceDiagnosticParams, WorkspaceDiagnosticReportResult,
    WorkspaceEdit, WorkspaceFolder, WorkspaceSymbolParams,
};
use tower_lsp::{Client, LanguageServer, async_trait};

use crate::lsp::agreed::Agreed;
use crate::lsp::commands::Command;
use crate::lsp::convert::{answer, places};
use crate::lsp::document::View;
use crate::lsp::exit::Exit;
use crate::lsp::session::{Errand, Session};
use crate::lsp::sheets::{self, Sheet};
use crate::lsp::wire::Output;
use crate::lsp::workspace::Workspace;
use crate::lsp::{
    actions, calls, commands, completion, diagnostics, errands, hints, index, links, offered,
    parent, ready, renames, settings, symbols, tokens, uses,
};

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
    fn ask<'s, T: Send + 'static, A>(
        &'s self,
        uri: &Url,
        answer: A,
    ) -> impl Future<Output = Result<Option<T>>> + Send + use<'s, T, A>
    where
        A: FnOnce(&Session, &View) -> Option<T> + Send + 'static,
    {
        let (asked, view) = (self.workspace.last_edit(uri), self.workspace.view(uri));
        let uri = uri.clone();
        async move {
            let Some(view) = view.await else {
                return Ok(None);
            };
            let session = Arc::clone(&self.session);
            let answered = spawn_blocking(move || answer(&session, &view)).await;
            if self.workspace.last_edit(&uri) != asked {
                return Err(Error::content_modified());
            }
            Ok(answered.unwrap_or_else(|_| {
                let faults = &self.session.faults;
                faults.tell(&self.session.client, "answering a request");
                None
            }))
        }
    }

    /// The same for answers that may be long: they are written out where they are made, and what is handed on is nothing.
    fn write<'s, T, R, A>(
        &'s self,
        uri: &Url,
        answer: A,
    ) -> impl Future<Output = Result<Option<R>>> + Send + use<'s, T, R, A>
    where
        T: Serialize,
        A: FnOnce(&Session, &View) -> Option<T> + Send + 'static,
    {
        let written = self.ask(uri, move |session, view| {
            ready::written(&answer(session, view)?)
        });
        async move {
            if let Some(written) = written.await? {
                ready::put(written);
            }
            Ok(None)
        }
    }

    /// Answers from the views of all open documents, on a thread that may take its time.
    fn ask_all<T: Send + 'static, A>(
        &self,
        answer: A,
    ) -> impl Future<Output = Result<T>> + Send + use<'_, T, A>
    where
        A: FnOnce(&Session, &[(Url, Arc<View>)]) -> T + Send + 'static,
    {
        let views = self.workspace.views();
        async move {
            let mut open = Vec::with_capacity(views.len());
            for (uri, view) in views {
                open.extend(view.await.map(|view| (uri, view)));
            }
            let session = Arc::clone(&self.session);
            let answered = spawn_blocking(move || answer(&session, &open)).await;
            answered.map_err(|_| {
                let faults = &self.session.faults;
                faults.tell(&self.session.client, "answering a request");
                Error::internal_error()
            })
        }
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
            if let Some(answer @ Value::Object(_)) = answers.into_iter().next() {
                settings::take(&session, &answer);
            }
        });
    }
}

#[async_trait]
impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let agreed = Agreed::with(&params.capabilities);
        let capabilities = offered::capabilities(&agreed);
        let folders = folders(&params);
        let root = folders.first().cloned();
        self.session.change_folders(folders, &[]);
        let options = params.initialization_options.unwrap_or_default();
        self.session.agree(agreed, root);
        self.session.set_shown(settings::shown(&options));
        let options = settings::options(&options, self.session.root().map(PathBuf::as_path));
        self.session.projects.set_options(options);
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
        tokio::spawn(errands::register(Arc::clone(&self.session)));
        tokio::spawn(index::run(Arc::clone(&self.session)));
        self.session.index.look_again();
        if self.session.agreed().code_pages {
            let session = Arc::clone(&self.session);
            spawn_blocking(move || session.pages.prepare());
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
        self.session.sent_tokens.forget(&params.text_document.uri);
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.session.index.look_again();
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
        let changed = params.changes.iter();
        let mut paths = changed.filter_map(|change| change.uri.to_file_path().ok());
        if paths.any(|path| self.session.linked.is_read(&path)) {
            self.workspace.look_again();
        }
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if self.session.agreed().configuration {
            self.pull_settings();
        } else if params.settings.is_object() {
            settings::take(&self.session, &params.settings);
        }
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        // Each open document finds its own project; folders matter to what is asked about the whole workspace.
        let paths = |folders: Vec<WorkspaceFolder>| -> Vec<PathBuf> {
            let folders = folders.into_iter();
            folders
                .filter_map(|folder| folder.uri.to_file_path().ok())
                .collect()
        };
        let removed = paths(params.event.removed);
        let session = &self.session;
        session.change_folders(paths(params.event.added), &removed);
        if !removed.is_empty() {
            let (folders, open) = (session.folders(), self.workspace.folders());
            // What was told of files of a folder that has gone is taken back.
            session.projects.keep_only(|folder| {
                open.contains(folder) || folders.iter().any(|kept| folder.starts_with(kept))
            });
            session.ask_for(Errand::Tell);
        }
        session.index.look_again();
        crate::lsp::refresh::ask(session);
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
        let uri = at.text_document.uri;
        self.ask(&uri.clone(), move |session, view| {
            answer::hover(session.agreed(), view, at.position)
                .or_else(|| Sheet::of(session, view, &uri)?.hover(at.position))
        })
        .await
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        let told = self.ask(&uri.clone(), move |session, view| {
            if let Some(entry) = places::definition(session.agreed(), view, at.position) {
                let key = uses::key_at(session.agreed(), view, at.position);
                return Some(Ok((entry, key)));
            }
            let sheet = Sheet::of(session, view, &uri)?;
            let file = sheet.file_at(at.position);
            Some(match file {
                Some(file) => Ok((file, None)),
                None => Err(sheet.key_at(at.position)?),
            })
        });
        match told.await? {
            None => Ok(None),
            Some(Ok((entry, key))) => {
                let open = self.workspace.view(&entry.uri).await;
                let as_open = open.zip(key).and_then(|(view, key)| {
                    let uri = &entry.uri;
                    Sheet::of(&self.session, &view, uri)?.entry_of(uri, &key)
                });
                Ok(Some(GotoDefinitionResponse::Scalar(
                    as_open.unwrap_or(entry),
                )))
            }
            Some(Err(key)) => {
                let entries = self.ask_all(move |session, open| {
                    let ids = sheets::ids::found(session, open, &key).into_iter();
                    ids.flat_map(|ids| ids.locations(true, false)).collect()
                });
                Ok(Some(GotoDefinitionResponse::Array(entries.await?)))
            }
        }
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let at = params.text_document_position;
        let uri = at.text_document.uri;
        let key = self.ask(&uri.clone(), move |session, view| {
            uses::key_at(session.agreed(), view, at.position)
                .or_else(|| Sheet::of(session, view, &uri)?.key_at(at.position))
        });
        let Some(key) = key.await? else {
            return Ok(None);
        };
        let declared = params.context.include_declaration;
        let places = self.ask_all(move |session, open| {
            ready::written(&uses::references(session, open, &key, declared))
        });
        if let Some(written) = places.await? {
            ready::put(written);
        }
        Ok(None)
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        self.write(&uri.clone(), move |session, view| {
            places::highlights(session.agreed(), view, at.position)
                .or_else(|| Sheet::of(session, view, &uri)?.highlights(at.position))
        })
        .await
    }

    async fn selection_range(
        &self,
        params: SelectionRangeParams,
    ) -> Result<Option<Vec<SelectionRange>>> {
        let uri = params.text_document.uri;
        self.ask(&uri.clone(), move |session, view| {
            uses::selections(session.agreed(), view, &params.positions)
                .or_else(|| Some(Sheet::of(session, view, &uri)?.selections(&params.positions)))
        })
        .await
    }

    async fn linked_editing_range(
        &self,
        params: LinkedEditingRangeParams,
    ) -> Result<Option<LinkedEditingRanges>> {
        let at = params.text_document_position_params;
        self.ask(&at.text_document.uri, move |session, view| {
            uses::linked(session.agreed(), view, at.position)
        })
        .await
    }

    async fn prepare_rename(
        &self,
        at: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let uri = at.text_document.uri;
        self.ask(&uri.clone(), move |session, view| {
            uses::renamable(session.agreed(), view, at.position)
                .or_else(|| Sheet::of(session, view, &uri)?.renamable(at.position))
        })
        .await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let (at, name) = (params.text_document_position, params.new_name);
        let (uri, named) = (at.text_document.uri, name.clone());
        let told = self.ask(&uri.clone(), move |session, view| {
            if let Some(edit) = uses::renamed(session.agreed(), view, &uri, at.position, &named) {
                return Some(edit.map(Ok));
            }
            let key = Sheet::of(session, view, &uri)?.key_at(at.position)?;
            Some(Ok(Err(key)))
        });
        match told.await?.transpose()? {
            None => Ok(None),
            Some(Ok(edit)) => Ok(Some(edit)),
            Some(Err(key)) => {
                let edit = self
                    .ask_all(move |session, open| sheets::ids::renamed(session, open, &key, &name));
                edit.await?.map(Some)
            }
        }
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let uri = params.text_document.uri;
        self.ask(&uri.clone(), move |session, view| {
            links::links(session.agreed(), view)
                .or_else(|| Some(Sheet::of(session, view, &uri)?.links()))
        })
        .await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let uri = params.text_document.uri;
        let lenses = self.ask(&uri.clone(), move |session, view| {
            hints::lenses(session, view, &uri)
        });
        if let Some(written) = lenses.await? {
            ready::put(written);
        }
        Ok(None)
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.ask(&params.text_document.uri, move |session, view| {
            hints::hints(session, view, params.range)
        })
        .await
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let uri = params.text_document.uri;
        self.write(&uri.clone(), move |session, view| {
            tokens::full(session, view, &uri)
        })
        .await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let uri = params.text_document.uri;
        self.write(&uri.clone(), move |session, view| {
            tokens::delta(session, view, &uri, &params.previous_result_id)
        })
        .await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        self.write(&params.text_document.uri, move |session, view| {
            tokens::range(session, view, params.range)
        })
        .await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = params.text_document_position;
        let uri = at.text_document.uri;
        self.write(&uri.clone(), move |session, view| {
            completion::completions(session.agreed(), view, &uri, at.position)
                .or_else(|| Some(Sheet::of(session, view, &uri)?.completions(at.position)))
        })
        .await
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        if let Some((uri, key)) = completion::origin(&item) {
            let known = self.ask(&uri, move |session, view| {
                completion::resolved(session.agreed(), view, &key)
            });
            item.documentation = known.await?;
        }
        Ok(item)
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        self.ask(&uri.clone(), move |session, view| {
            calls::prepare(session.agreed(), view, &uri, at.position)
        })
        .await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        let Some((_, key)) = calls::origin(&params.item) else {
            return Ok(None);
        };
        let calls = self.ask_all(move |session, open| calls::incoming(session, open, &key));
        calls.await.map(Some)
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        let Some((uri, key)) = calls::origin(&params.item) else {
            return Ok(None);
        };
        self.ask_all(move |session, open| calls::outgoing(session, open, &uri, &key))
            .await
    }

    async fn symbol(
        &self,
        params: WorkspaceSymbolParams,
    ) -> Result<Option<Vec<SymbolInformation>>> {
        let symbols = self.ask_all(move |session, open| {
            ready::written(&symbols::symbols(session, open, &params.query))
        });
        if let Some(written) = symbols.await? {
            ready::put(written);
        }
        Ok(None)
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        let renames = spawn_blocking(move || renames::along(&params.files));
        Ok(renames.await.unwrap_or_default())
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        let command = Command::named(&params.command)?;
        if command == Command::Timings {
            return Ok(Some(self.session.timings.told()));
        }
        let place = if command == Command::Show {
            Some(commands::argument(params.arguments, "a location")?)
        } else {
            let at: TextDocumentPositionParams =
                commands::argument(params.arguments, "a document and a position in it")?;
            self.ask(&at.text_document.uri.clone(), move |session, view| {
                commands::turn(session.agreed(), view, at, command)
            })
            .await?
        };
        if let Some(place) = &place {
            commands::show(&self.session, place);
        }
        Ok(place.and_then(|place| serde_json::to_value(place).ok()))
    }

    async fn document_symbol(
        &self,
        params: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        let uri = params.text_document.uri;
        let symbols = self.ask(&uri.clone(), move |session, view| {
            answer::symbols(session.agreed(), view, &uri)
                .or_else(|| ready::written(&Sheet::of(session, view, &uri)?.symbols(&uri)))
        });
        if let Some(written) = symbols.await? {
            ready::put(written);
        }
        Ok(None)
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let uri = params.text_document.uri;
        self.write(&uri.clone(), move |session, view| {
            answer::folds(session.agreed(), view)
                .or_else(|| Some(Sheet::of(session, view, &uri)?.folds()))
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

    async fn code_action_resolve(&self, mut action: CodeAction) -> Result<CodeAction> {
        if let Some(uri) = actions::origin(&action) {
            let edit = self.ask(&uri.clone(), move |session, view| {
                Some(actions::resolved(session, view, &uri))
            });
            action.edit = edit.await?;
        }
        Ok(action)
    }
}

/// The folders the editor has open.
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.iter().flatten();
    let paths = folders.filter_map(|folder| folder.uri.to_file_path().ok());
    let mut paths: Vec<PathBuf> = paths.collect();
    #[allow(deprecated, reason = "older clients send nothing else")]
    let root = params.root_uri.as_ref();
    if paths.is_empty() {
        paths.extend(root.and_then(|root| root.to_file_path().ok()));
    }
    if paths.is_empty() {
        #[allow(deprecated, reason = "the oldest clients send nothing else")]
        let root = params.root_path.as_ref().map(PathBuf::from);
        paths.extend(root.filter(|root| root.is_absolute()));
    }
    paths
}
