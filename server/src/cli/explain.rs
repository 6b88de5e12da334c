//! `onrecord explain`: why a place is read as it is, with the evidence for each answer.

mod notes;
mod phrases;
mod voices;
mod words;

use std::io;

use onrecord_engine::record::Record;
use onrecord_engine::rules::{self, Finding};
use onrecord_engine::text::{Encoding, Position, Span};

use super::args::{At, Common, ExplainArgs};
use super::documents::Documents;
use super::outcome::{Outcome, Streams};
use super::report::printable;
use notes::Notes;

/// Runs the command.
pub(super) fn run(
    common: &Common,
    args: &ExplainArgs,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let file = std::slice::from_ref(&args.at.file);
    let documents = Documents::find(file, None, &common.options(), streams);
    let mut missing = Outcome::Done;
    let outcome = documents.each(
        streams,
        |document| {
            let record = &document.record;
            let span = asked(record, &args.at)?;
            let findings = rules::check(record, &document.project.rules);
            Ok(about(record, &findings, span))
        },
        |path, told: Result<String, String>, streams| match told {
            Ok(notes) => {
                let (path, line) = (path.display(), args.at.line);
                let column = args
                    .at
                    .column
                    .map_or(String::new(), |column| format!(":{column}"));
                write!(streams.out, "{path}:{line}{column}\n{notes}")
            }
            Err(reason) => {
                streams.error(format_args!("{}: {reason}", path.display()));
                missing = Outcome::Failed;
                Ok(())
            }
        },
    )?;
    Ok(outcome.max(missing))
}

/// The bytes that are asked about: a line, or the character at a column.
fn asked(record: &Record, at: &At) -> Result<Span, String> {
    let text = record.text();
    let n_lines = text.n_lines();
    if at.line as usize > n_lines {
        return Err(format!(
            "there is no line {}, the last is {n_lines}",
            at.line
        ));
    }
    let place = |column: u32| Position {
        line: at.line - 1,
        column,
    };
    let offset = |column: u32| text.offset(place(column), Encoding::Utf32);
    Ok(match at.column {
        Some(column) => Span::new(offset(column - 1), offset(column)),
        None => Span::new(offset(0), offset(u32::MAX)),
    })
}

/// All that is known about the words in `span`, a line each.
fn about(record: &Record, findings: &[Finding], span: Span) -> String {
    let mut notes = Notes {
        record,
        span,
        lines: String::new(),
    };
    notes.zones();
    notes.labels();
    notes.refused();
    notes.date();
    notes.moments();
    notes.language();
    let paragraphs = record.paragraphs();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if notes.touches(paragraph.span) {
            let first = paragraphs.partition_point(|other| other.passage < paragraph.passage);
            notes.sentences(at, &paragraphs[first..=at], findings);
            notes.mentions(paragraph);
            notes.attributions(paragraph);
            notes.considered(paragraph);
        }
    }
    let here: Vec<&Finding> = findings
        .iter()
        .filter(|finding| notes.touches(finding.span))
        .collect();
    for finding in &here {
        let (severity, code) = (finding.severity.name(), finding.code);
        let words = notes.words(finding.span);
        let message = printable(&finding.message);
        notes.line(
            0,
            format_args!(
                "finding {code} {} ({severity}) at {words}: {message}",
                finding.name
            ),
        );
    }
    if here.is_empty() {
        notes.line(0, format_args!("no findings"));
    }
    notes.lines
}
