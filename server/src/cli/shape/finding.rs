//! A finding as `inspect` and `lint` tell it.

use onrecord_engine::rules;
use serde::Serialize;

use super::place::{Place, place};

/// A finding as `inspect` and `lint` tell it; its keys are in the order of the alphabet.
#[derive(Serialize)]
pub(in crate::cli) struct Finding<'a> {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Position>,
    fixes: Vec<Fix<'a>>,
    message: &'a str,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    related: Vec<Related<'a>>,
    severity: &'static str,
    span: Place,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Position>,
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Serialize)]
pub(in crate::cli) struct Position {
    /// The column.
    pub(in crate::cli) column: u32,
    /// The line.
    pub(in crate::cli) line: u32,
}

#[derive(Serialize)]
struct Fix<'a> {
    edits: Vec<Edit<'a>>,
    files: Vec<&'static str>,
    safe: bool,
    title: &'a str,
}

#[derive(Serialize)]
struct Edit<'a> {
    span: Place,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    span: Place,
}

/// A finding as `inspect` tells it.
pub(in crate::cli) fn finding(finding: &rules::Finding) -> Finding<'_> {
    let fixes = finding.fixes.iter().map(|fix| Fix {
        edits: (fix.edits.iter())
            .map(|edit| Edit {
                span: place(edit.span),
                text: &edit.text,
            })
            .collect(),
        files: fix.files.iter().map(|edit| edit.file.name()).collect(),
        safe: fix.safe,
        title: &fix.title,
    });
    let related = finding.related.iter().map(|related| Related {
        message: &related.message,
        span: place(related.span),
    });
    Finding {
        code: finding.code,
        end: None,
        fixes: fixes.collect(),
        message: &finding.message,
        name: finding.name,
        path: None,
        related: related.collect(),
        severity: finding.severity.name(),
        span: place(finding.span),
        start: None,
    }
}

impl<'a> Finding<'a> {
    /// The same as `lint` tells it: in which file, from where to where.
    pub(in crate::cli) fn at(self, path: &'a str, start: Position, end: Position) -> Self {
        Finding {
            path: Some(path),
            start: Some(start),
            end: Some(end),
            ..self
        }
    }
}
