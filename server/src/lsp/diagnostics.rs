//! Findings for clients that ask for them: of one document, and of everything open or told of in files of projects.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use tokio::task::spawn_blocking;

use tower_lsp::lsp_types::{
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, ProgressToken, Url,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportPartialResult,
    WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
};

use crate::lsp::document::View;
use crate::lsp::progress::{self, Progress};
use crate::lsp::ready;
use crate::lsp::reports::Report;
use crate::lsp::session::Session;
use crate::lsp::told::Told;
use crate::lsp::unopened;
use crate::lsp::workspace::Workspace;

/// How many documents a part of an answer tells of.
const PART: usize = 100;

/// What is found in one document. Its newest state counts, however often it has been edited since the question.
/// What it awaits is asked for before it is first polled, as the laws of the wire want it.
pub(super) fn of_document(
    session: &Arc<Session>,
    workspace: &Workspace,
    params: DocumentDiagnosticParams,
) -> impl Future<Output = DocumentDiagnosticReportResult> + Send + use<> {
    let uri = params.text_document.uri;
    let view = workspace.view(&uri);
    let session = Arc::clone(session);
    async move {
        let view = view.await;
        let previous = params.previous_result_id.as_deref();
        let of_file = session.reports.of_file(&uri);
        let report = match view.as_deref() {
            Some(view) if tells_all(view, of_file.as_ref()) => {
                let id = view.number.to_string();
                if previous != Some(id.as_str())
                    && let Some(written) = ready::written(&Full::of(&id, &view.diagnostics))
                {
                    ready::put(written);
                }
                // What was put is told in place of this; there is none where nothing has changed.
                Report {
                    id,
                    ..Report::default()
                }
            }
            view => whole(view, of_file),
        };
        DocumentDiagnosticReportResult::Report(report.answer(previous))
    }
}

/// What is found in every document there is something to tell of, in the order of their addresses.
pub(super) fn of_workspace(
    session: &Arc<Session>,
    workspace: &Workspace,
    params: WorkspaceDiagnosticParams,
) -> impl Future<Output = WorkspaceDiagnosticReportResult> + Send + use<> {
    let views = workspace.views();
    let session = Arc::clone(session);
    async move {
        let mut open: BTreeMap<Url, Report> = session.reports.all();
        let mut paths = BTreeSet::new();
        for (uri, view) in views {
            let Some(view) = view.await else { continue };
            paths.extend(uri.to_file_path().ok());
            let report = whole(Some(&view), open.remove(&uri));
            open.insert(uri, report);
        }
        // Set when nobody waits any more: the work is on a thread that would not notice.
        let called_off = CalledOff::default();
        let flag = Arc::clone(&called_off.0);
        let gathered = spawn_blocking(move || gather(&session, params, open, &paths, &flag));
        let items = gathered.await.unwrap_or_default();
        WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items })
    }
}

/// Set when the one who asked has gone.
#[derive(Default)]
struct CalledOff(Arc<AtomicBool>);

impl Drop for CalledOff {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Everything there is to tell: of what is open, of files that are not, and that there is nothing more to tell of what was
/// told before. Goes out in parts where the client asks for that; what is left over is answered.
fn gather(
    session: &Session,
    params: WorkspaceDiagnosticParams,
    open: BTreeMap<Url, Report>,
    paths: &BTreeSet<PathBuf>,
    called_off: &AtomicBool,
) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let token = params.work_done_progress_params.work_done_token;
    let progress = Progress::begin(session, token, "Checking transcripts");
    let parts = params.partial_result_params.partial_result_token;
    let previous = params.previous_result_ids.into_iter();
    let previous: BTreeMap<Url, String> = previous.map(|known| (known.uri, known.value)).collect();
    let mut gone: BTreeSet<Url> = previous.keys().cloned().collect();
    let mut items = Vec::new();
    let mut add = |reports: Vec<(Url, Report)>| {
        for (uri, report) in reports {
            gone.remove(&uri);
            items.push(report.among(uri, &previous));
        }
        send_parts(session, parts.as_ref(), &mut items);
    };
    add(open.into_iter().collect());
    unopened::tell(session, paths, called_off, |reports, done, all| {
        add(reports);
        progress.report(done, all);
    });
    if called_off.load(Ordering::Relaxed) {
        // What was not come to is not gone.
        return Vec::new();
    }
    let settled = gone.into_iter();
    items.extend(settled.map(|uri| Report::default().among(uri, &previous)));
    send_parts(session, parts.as_ref(), &mut items);
    items
}

/// Sends what has gathered to a client that wants its answer in parts; what has gone out so is not told again at the end.
fn send_parts(
    session: &Session,
    token: Option<&ProgressToken>,
    items: &mut Vec<WorkspaceDocumentDiagnosticReport>,
) {
    let Some(token) = token else { return };
    while !items.is_empty() {
        let rest = items.split_off(items.len().min(PART));
        let items = std::mem::replace(items, rest);
        progress::send(
            session,
            token,
            WorkspaceDiagnosticReportPartialResult { items },
        );
    }
}

/// All that is found in a document, as it goes over the wire.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Full<'a> {
    kind: &'static str,
    result_id: &'a str,
    items: &'a [Told],
}

impl<'a> Full<'a> {
    fn of(result_id: &'a str, items: &'a [Told]) -> Self {
        Full {
            kind: "full",
            result_id,
            items,
        }
    }
}

/// Whether a view tells all there is of its document.
fn tells_all(view: &View, of_file: Option<&Report>) -> bool {
    view.is_ours || of_file.is_none()
}

/// What is told of a document: what its view tells and, unless that knows all about it, what its project tells of the file.
fn whole(view: Option<&View>, of_file: Option<Report>) -> Report {
    let mut report = view.map_or_else(Report::default, of_view);
    let is_whole = view.is_some_and(|view| view.is_ours);
    if let Some(of_file) = of_file.filter(|_| !is_whole) {
        report.join(of_file);
    }
    report
}

/// What a view tells.
fn of_view(view: &View) -> Report {
    Report {
        id: view.number.to_string(),
        version: Some(view.inputs.version),
        diagnostics: (view.diagnostics.iter())
            .map(|told| told.diagnostic().clone())
            .collect(),
    }
}
