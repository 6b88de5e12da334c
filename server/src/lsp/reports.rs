//! What clients that ask for findings are answered: reports with ids, so that what has not changed is never sent again.
//!
//! Which of the two ways a client gets its findings is settled at the greeting; nobody gets both.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tower_lsp::lsp_types::{
    Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Url, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

/// Reports on files of projects, and the numbers of all reports.
#[derive(Default)]
pub(super) struct Reports {
    numbers: AtomicU64,
    files: Mutex<BTreeMap<Url, Report>>,
}

/// What is to be told of one document.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Report {
    /// Stays as long as the findings do; no two reports of a connection share one.
    pub(super) id: String,
    /// The client's count of the text, if it has the document open.
    pub(super) version: Option<i32>,
    /// The findings.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Reports {
    /// A number no report has had.
    pub(super) fn number(&self) -> u64 {
        self.numbers.fetch_add(1, Ordering::Relaxed)
    }

    /// Sets what is told of a project's file.
    pub(super) fn put(&self, uri: Url, diagnostics: Vec<Diagnostic>) {
        let report = Report {
            id: self.number().to_string(),
            version: None,
            diagnostics,
        };
        self.files().insert(uri, report);
    }

    /// What is told of the project's file at `uri`.
    pub(super) fn of_file(&self, uri: &Url) -> Option<Report> {
        self.files().get(uri).cloned()
    }

    /// What is told of files of projects, settled files too.
    pub(super) fn all(&self) -> BTreeMap<Url, Report> {
        self.files().clone()
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<Url, Report>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Report {
    /// Adds what another report says of the same document.
    pub(super) fn join(&mut self, other: Report) {
        self.id = format!("{}.{}", self.id, other.id);
        self.diagnostics.extend(other.diagnostics);
    }

    /// The answer about one document to a client that has the report called `previous`.
    pub(super) fn answer(self, previous: Option<&str>) -> DocumentDiagnosticReport {
        if previous == Some(self.id.as_str()) {
            return RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                    result_id: self.id,
                },
            }
            .into();
        }
        RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(self.id),
                items: self.diagnostics,
            },
        }
        .into()
    }

    /// The answer about it among those of a whole workspace, to a client that has the reports called `previous`.
    pub(super) fn among(
        self,
        uri: Url,
        previous: &BTreeMap<Url, String>,
    ) -> WorkspaceDocumentDiagnosticReport {
        let known = previous.get(&uri) == Some(&self.id);
        let version = self.version.map(i64::from);
        if known {
            return WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                    result_id: self.id,
                },
            }
            .into();
        }
        WorkspaceFullDocumentDiagnosticReport {
            uri,
            version,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(self.id),
                items: self.diagnostics,
            },
        }
        .into()
    }
}
