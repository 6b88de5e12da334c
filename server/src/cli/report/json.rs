//! Findings for programs: one object each, alone on its line, in an array or not.
//!
//! The object is that of `inspect` with the file and the lines added; spans are UTF-8 bytes, lines and columns count
//! from 1, columns count characters.

use serde_json::{Map, Value, json};

use crate::cli::shape;

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
        objects(linted).join(",\n")
    }

    fn closing(&self) -> &'static str {
        "\n]\n"
    }
}

impl Report for Jsonl {
    fn document(&self, linted: &Linted<'_>) -> String {
        let mut lines = objects(linted).join("\n");
        lines.push('\n');
        lines
    }
}

fn objects(linted: &Linted<'_>) -> Vec<String> {
    linted
        .located()
        .map(|located| {
            let mut object = Map::new();
            object.insert("path".to_owned(), Value::from(linted.shown_path()));
            object.insert("start".to_owned(), place(located.start));
            object.insert("end".to_owned(), place(located.end));
            if let Value::Object(finding) = shape::finding(located.finding) {
                object.extend(finding);
            }
            Value::Object(object).to_string()
        })
        .collect()
}

fn place(place: Place) -> Value {
    json!({"line": place.line, "column": place.column})
}
