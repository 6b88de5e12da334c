//! Findings for clients that ask for them: of one document, and of everything open or told of in files of projects.

use std::collections::BTreeMap;
use std::sync::Arc;

use tower_lsp::lsp_types::{
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, Url, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportPartialResult,
    WorkspaceDiagnosticReportResult,
};

use crate::lsp::document::View;
use crate::lsp::progress::{self, Progress};
use crate::lsp::reports::Report;
use crate::lsp::session::Session;
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
        let report = whole(view.as_deref(), session.reports.of_file(&uri));
        let previous = params.previous_result_id.as_deref();
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
        let token = params.work_done_progress_params.work_done_token;
        let progress = Progress::begin(&session, token, "Checking transcripts");
        let n_open = views.len();
        let mut reports: BTreeMap<Url, Report> = session.reports.all();
        for (at, (uri, view)) in views.into_iter().enumerate() {
            progress.report(at, n_open);
            let Some(view) = view.await else { continue };
            let report = whole(Some(&view), reports.remove(&uri));
            reports.insert(uri, report);
        }
        let previous = params.previous_result_ids;
        let mut items: Vec<_> = reports
            .into_iter()
            .map(|(uri, report)| report.among(uri, &previous))
            .collect();
        if let Some(token) = params.partial_result_params.partial_result_token {
            // What has gone out in parts is not told again at the end.
            while !items.is_empty() {
                let rest = items.split_off(items.len().min(PART));
                let part = WorkspaceDiagnosticReportPartialResult { items };
                progress::send(&session, &token, part);
                items = rest;
            }
        }
        WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items })
    }
}

/// What is told of a document: what its view tells and, unless that knows all about it, what its project tells of the file.
fn whole(view: Option<&View>, of_file: Option<Report>) -> Report {
    let mut report = view.map_or_else(Report::default, of_view);
    let tells_all = view.is_some_and(|view| view.is_ours);
    if let Some(of_file) = of_file.filter(|_| !tells_all) {
        report.join(of_file);
    }
    report
}

/// What a view tells.
fn of_view(view: &View) -> Report {
    Report {
        id: view.number.to_string(),
        version: Some(view.inputs.version),
        diagnostics: view.diagnostics.clone(),
    }
}
