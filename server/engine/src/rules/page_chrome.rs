//! # FMT001 page-chrome
//!
//! ## What it finds
//! Menus, share buttons, cookie and donation notices that came along when a page was copied.
//!
//! ## Why it matters
//! They are nobody's words, but a search, a count or a reader may take them for somebody's.
//!
//! ## Flagged
//! ```transcript
//! Menu Close
//! ^^^^^^^^^^ page-chrome
//!
//! The minister arrived in Vienna on Monday and met the chancellor for talks about grain, and the two agreed to meet again before the harvest, when the farmers of both countries will be heard.
//!
//! Share this:
//! ^^^^^^^^^^^ page-chrome
//!
//! You have successfully subscribed to the newsletter
//! ```
//!
//! ## Accepted
//! ```transcript
//! The chair asked the members to share this with everybody at home.
//!
//! A menu of options lay on the table when the two sides sat down.
//! ```
//!
//! ## What to do
//! Delete the lines, or keep them: they are left out of everything else.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Voice, Zone};

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT001",
    name: "page-chrome",
    levels: Levels::all(Severity::Info),
    source: include_str!("page_chrome.rs"),
    check: Check::Turns(check),
};

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut run: Option<Span> = None;
    for passage in &record.transcript().passages {
        if passage.voice == Voice::None(FurnitureKind::Chrome) {
            let start = run.map_or(passage.span.start, |run| run.start);
            run = Some(Span::new(start, passage.span.end));
        } else if let Some(run) = run.take() {
            report(record, run, findings);
        }
    }
    if let Some(run) = run {
        report(record, run, findings);
    }
}

fn report(record: &Record, run: Span, findings: &mut Findings<'_>) {
    let words = run.of(record.content());
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = run.start + (words.len() - words.trim_start().len());
    let span = Span::new(start, start + trimmed.len());
    let n_lines = trimmed
        .lines()
        .filter(|line| !line.trim().is_empty())
        .count();
    let message = match n_lines {
        1 => "This line belongs to the page, not to what was said or written on it.".to_owned(),
        n => format!("These {n} lines belong to the page, not to what was said or written on it."),
    };
    if let Some(finding) = findings.add(Some(Zone::Furniture), span, message) {
        finding.suggest("Delete what belongs to the page", vec![Edit::remove(run)]);
    }
}
