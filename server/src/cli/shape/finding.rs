//! A finding as `inspect` and `lint` tell it.

use onrecord_engine::rules::Finding;
use serde_json::{Value, json};

use super::place::place;

/// A finding as `inspect` and `lint` tell it.
pub(in crate::cli) fn finding(finding: &Finding) -> Value {
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|fix| {
            let edits: Vec<Value> = fix
                .edits
                .iter()
                .map(|edit| json!({"span": place(edit.span), "text": edit.text}))
                .collect();
            let files = fix.files.iter().map(|edit| json!(edit.file.name()));
            let files: Vec<Value> = files.collect();
            json!({"title": fix.title, "safe": fix.safe, "edits": edits, "files": files})
        })
        .collect();
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|related| json!({"span": place(related.span), "message": related.message}))
        .collect();
    json!({
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.name(),
        "span": place(finding.span),
        "message": finding.message,
        "fixes": fixes,
        "related": related,
    })
}
