//! `onrecord outline`: the turns of a transcript and what stands around them.

use std::fmt::Write;
use std::io;

use onrecord_engine::ide::{OutlineItem, OutlineKind, outline};
use onrecord_engine::text::Text;
use serde_json::{Value, json};

use super::args::{Common, OutlineArgs, TextOrJson};
use super::documents::Documents;
use super::outcome::{Outcome, Streams};
use super::report::{place, printable};

/// Runs the command.
pub(super) fn run(
    common: &Common,
    args: &OutlineArgs,
    streams: &mut Streams<'_>,
) -> io::Result<Outcome> {
    let file = std::slice::from_ref(&args.file);
    let documents = Documents::find(file, None, &common.options(), streams);
    documents.each(
        streams,
        |document| {
            let text = document.record.text();
            let items = outline(&document.record);
            match args.format {
                TextOrJson::Json => {
                    let items: Vec<Value> = items.iter().map(|item| object(text, item)).collect();
                    format!("{}\n", Value::from(items))
                }
                TextOrJson::Text => {
                    let mut lines = String::new();
                    for item in &items {
                        draw(text, item, 0, &mut lines);
                    }
                    lines
                }
            }
        },
        |_, printed, streams| streams.out.write_all(printed.as_bytes()),
    )
}

fn draw(text: &Text, item: &OutlineItem, depth: usize, lines: &mut String) {
    let line = place(text, item.name_span.start).line;
    let indent = "  ".repeat(depth);
    let (name, detail) = (printable(&item.name), printable(&item.detail));
    _ = writeln!(lines, "{line:>6}  {indent}{name}  ({detail})");
    for child in &item.children {
        draw(text, child, depth + 1, lines);
    }
}

fn object(text: &Text, item: &OutlineItem) -> Value {
    let children: Vec<Value> = item
        .children
        .iter()
        .map(|child| object(text, child))
        .collect();
    let start = place(text, item.name_span.start);
    json!({
        "name": item.name,
        "detail": item.detail,
        "kind": match item.kind {
            OutlineKind::Transcript => "transcript",
            OutlineKind::Turn => "turn",
            OutlineKind::Block => "block",
            OutlineKind::Narrative => "narrative",
        },
        "span": [item.span.start, item.span.end],
        "name_span": [item.name_span.start, item.name_span.end],
        "line": start.line,
        "children": children,
    })
}
