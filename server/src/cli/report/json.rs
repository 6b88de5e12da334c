//! Findings for programs: one object each, alone on its line, in an array or not.
//!
//! The object is that of `inspect` with the file and the lines added; spans are UTF-8 bytes, lines and columns count
//! from 1, columns count characters.

use crate::cli::shape::{self, Position};

use super::located::Place;
use super::{Linted, Report};

/// One array of objects.
pub(super) struct Json;

/// One object a line.
pub(super) struct Jsonl;

impl Report for Json {
    fn opening(&self) -> &'static str {
        "[\n"
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn document(&self, linted: &Linted<'_>) -> String {
        objects(linted, ",\n")
    }

    fn closing(&self) -> &'static str {
        "\n]\n"
    }
}

impl Report for Jsonl {
    fn document(&self, linted: &Linted<'_>) -> String {
        let mut lines = objects(linted, "\n");
        lines.push('\n');
        lines
    }
}

/// The object of each finding, with `separator` between them.
fn objects(linted: &Linted<'_>, separator: &str) -> String {
    let path = linted.shown_path();
    let mut written = String::new();
    for located in linted.located() {
        if !written.is_empty() {
            written.push_str(separator);
        }
        let object = shape::finding(located.finding);
        let object = object.at(&path, place(located.start), place(located.end));
        // Strings and numbers alone cannot fail to be written.
        if let Ok(object) = serde_json::to_string(&object) {
            written.push_str(&object);
        }
    }
    written
}

fn place(place: Place) -> Position {
    Position {
        column: place.column,
        line: place.line,
    }
}
