//! Findings with the lines and columns people and programs expect.

use std::borrow::Cow;
use std::path::Path;

use onrecord_engine::rules::Finding;
use onrecord_engine::text::{Encoding, Position, Span, Text};

/// A document and what was found in it.
pub(in crate::cli) struct Linted<'a> {
    /// Its path as it is told in results.
    pub(in crate::cli) path: &'a Path,
    /// Its text.
    pub(in crate::cli) text: &'a Text,
    /// The same as one string.
    pub(in crate::cli) content: &'a str,
    /// What was found, in text order.
    pub(in crate::cli) findings: &'a [Finding],
}

impl Linted<'_> {
    /// The path for people and programs.
    pub(super) fn shown_path(&self) -> Cow<'_, str> {
        self.path.to_string_lossy()
    }

    /// The findings with their places.
    pub(super) fn located(&self) -> impl Iterator<Item = Located<'_>> {
        self.findings.iter().map(|finding| Located {
            finding,
            start: place(self.text, finding.span.start),
            end: place(self.text, finding.span.end),
        })
    }

    /// The whole lines that hold `span`, but no more than `n_lines` of them, without the last line's end.
    pub(super) fn lines(&self, span: Span, n_lines: usize) -> Span {
        let mut lines = self.text.line_span(span.start);
        for _ in 1..n_lines {
            if lines.end >= span.end {
                break;
            }
            lines.end = self.text.line_span(lines.end).end;
        }
        let kept = lines.of(self.content).trim_end_matches(['\n', '\r']);
        Span::new(lines.start, lines.start + kept.len())
    }
}

/// A finding with its place.
pub(super) struct Located<'a> {
    /// The finding.
    pub(super) finding: &'a Finding,
    /// Where its words begin.
    pub(super) start: Place,
    /// Where they end: the first character after.
    pub(super) end: Place,
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::cli) struct Place {
    /// The line.
    pub(in crate::cli) line: u32,
    /// The column.
    pub(in crate::cli) column: u32,
}

/// The place of the byte at `offset`.
pub(in crate::cli) fn place(text: &Text, offset: usize) -> Place {
    let Position { line, column } = text.position(offset, Encoding::Utf32);
    Place {
        line: line + 1,
        column: column + 1,
    }
}

/// Words of a document as a terminal may be given them: a control character in a transcript must not move the cursor,
/// nor a direction mark turn our own words around.
pub(in crate::cli) fn printable(words: &str) -> Cow<'_, str> {
    let hostile = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if words.contains(hostile) {
        Cow::Owned(words.replace(hostile, "\u{fffd}"))
    } else {
        Cow::Borrowed(words)
    }
}
