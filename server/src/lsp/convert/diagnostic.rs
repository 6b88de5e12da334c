//! Findings and problems as the protocol's diagnostics.

use onrecord_engine::rules::{Finding, Severity};
use onrecord_engine::text::Text;
use tower_lsp::lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Range, Url,
};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::project::FileProblem;
use crate::project::files::ReadError;

/// Who says so.
const SOURCE: &str = "onrecord";

/// The protocol's name of a severity.
fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// A finding in the document at `uri`; `page` is the address of its rule's page.
pub(in crate::lsp) fn of_finding(
    frame: Frame<'_>,
    finding: &Finding,
    uri: &Url,
    page: Option<Url>,
    agreed: &Agreed,
) -> Diagnostic {
    let related = agreed.related_information && !finding.related.is_empty();
    let related = related.then(|| {
        let related = finding.related.iter();
        related
            .map(|related| DiagnosticRelatedInformation {
                location: Location::new(uri.clone(), frame.range(related.span)),
                message: related.message.clone(),
            })
            .collect()
    });
    Diagnostic {
        range: frame.range(finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.code.to_owned())),
        code_description: page.map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: finding.message.clone(),
        related_information: related,
        ..Diagnostic::default()
    }
}

/// The problems of one of the project's own files.
pub(in crate::lsp) fn of_problems(problems: &[FileProblem], agreed: &Agreed) -> Vec<Diagnostic> {
    let Some(first) = problems.first() else {
        return Vec::new();
    };
    // All of them were found in one reading of the file.
    let text = Text::from(&*first.text);
    let frame = Frame {
        text: &text,
        encoding: agreed.encoding,
    };
    let diagnostic = |problem: &FileProblem| Diagnostic {
        range: frame.range(problem.problem.span),
        severity: Some(DiagnosticSeverity::ERROR),
        code: Some(NumberOrString::String("malformed-file".to_owned())),
        source: Some(SOURCE.to_owned()),
        message: problem.problem.message.clone(),
        ..Diagnostic::default()
    };
    problems.iter().map(diagnostic).collect()
}

/// A word about a file too long, in megabytes, to be read while it is not open.
pub(in crate::lsp) fn not_read(longest: u64) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some(SOURCE.to_owned()),
        message: format!(
            "This file is longer than {longest} MB and is looked through only while it is open; `onrecord lint` reads it whole."
        ),
        ..Diagnostic::default()
    }
}

/// Why a file that is not open cannot be read.
pub(in crate::lsp) fn unreadable(error: &ReadError) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: format!("This file cannot be looked through: {}.", error.reason()),
        ..Diagnostic::default()
    }
}

/// A word at the end of a document of which only part of the findings is shown.
pub(in crate::lsp) fn partly_shown(
    frame: Frame<'_>,
    n_shown: usize,
    n_findings: usize,
) -> Diagnostic {
    let end = frame.position(frame.text.len());
    Diagnostic {
        range: Range::new(end, end),
        severity: Some(DiagnosticSeverity::INFORMATION),
        source: Some(SOURCE.to_owned()),
        message: format!(
            "The gravest {n_shown} of {n_findings} findings are shown here; `onrecord lint` shows all of them."
        ),
        ..Diagnostic::default()
    }
}
