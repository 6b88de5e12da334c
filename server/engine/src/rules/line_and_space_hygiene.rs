//! # FMT004 line-and-space-hygiene
//!
//! ## What it finds
//! Blanks at the ends of lines, and line ends of more than one kind in a file; each told once, where it first stands.
//!
//! ## Why it matters
//! Nobody sees them, and every tool that compares, anchors or diffs the file trips over them.
//!
//! ## Flagged
//! ```transcript
//! The envoys met in the old hall.\u{20}\u{20}
//!                                ^^^^^^^^^^^^ line-and-space-hygiene
//! They spoke for an hour.
//! ```
//! ```transcript
//! The envoys met in the old hall.\u{D}
//!                                ^^^^^ line-and-space-hygiene
//! They spoke for an hour.
//! Then they left.
//! ```
//!
//! ## Accepted
//! ```transcript
//! The envoys met in the old hall.
//! They spoke for an hour.
//!
//! Then they left.
//! ```
//!
//! ## What to do
//! Take the blanks out, and let all lines end the same way; in a Markdown file two blanks before a line are a line break and stay.

use memchr::memchr2_iter;

use crate::record::Record;
use crate::text::Span;

use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT004",
    name: "line-and-space-hygiene",
    levels: Levels::all(Severity::Info),
    source: include_str!("line_and_space_hygiene.rs"),
    check: Check::Transcript(sees, check),
};

/// What may stand before a line's end and is not seen.
const BLANKS: [char; 3] = [' ', '\t', '\u{a0}'];

/// How a line ends.
const ENDS: [&str; 3] = ["\n", "\r\n", "\r"];
/// The same, as people name them.
const NAMES: [&str; 3] = ["LF", "CRLF", "CR"];

fn sees(look: Look<'_>, seen: &mut Seen) {
    for (span, kind) in breaks(look.stretch) {
        let line = &look.stretch[..span.start];
        let words = line.trim_end_matches(BLANKS);
        seen.say((kind, line.len() - words.len()));
        // Blank lines are all blanks.
        seen.say(words.is_empty() || words.ends_with(['\n', '\r']));
    }
    // The document's last line may end without a break.
    seen.say(look.stretch.len() - look.stretch.trim_end_matches(BLANKS).len());
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let content = record.content();
    let breaks = breaks(content);
    mixed(record, &breaks, findings);
    trailing(record, &breaks, findings);
}

/// The line ends, each with its kind's place in [`ENDS`].
fn breaks(content: &str) -> Vec<(Span, usize)> {
    let bytes = content.as_bytes();
    let mut breaks = Vec::new();
    let mut end = 0;
    for at in memchr2_iter(b'\n', b'\r', bytes) {
        if at < end {
            continue;
        }
        let kind = match (bytes[at], bytes.get(at + 1)) {
            (b'\n', _) => 0,
            (_, Some(b'\n')) => 1,
            _ => 2,
        };
        end = at + ENDS[kind].len();
        breaks.push((Span::new(at, end), kind));
    }
    breaks
}

/// Line ends of another kind than most.
fn mixed(record: &Record, breaks: &[(Span, usize)], findings: &mut Findings<'_>) {
    let count = |kind: usize| breaks.iter().filter(|(_, other)| *other == kind).count();
    let counts = [count(0), count(1), count(2)];
    let usual = (0..3).rev().max_by_key(|kind| counts[*kind]).unwrap_or(0);
    let others = || breaks.iter().filter(|(_, kind)| *kind != usual);
    let Some((first, kind)) = others().next() else {
        return;
    };
    let zone = super::zone_at(record, first.start);
    let message = format!(
        "{} of {} lines end otherwise than with {}; the first one here, with {}.",
        others().count(),
        breaks.len(),
        NAMES[usual],
        NAMES[*kind]
    );
    let edits = || {
        others()
            .map(|(span, _)| Edit::replace(*span, ENDS[usual]))
            .collect()
    };
    if let Some(finding) = findings.add(zone, *first, message) {
        finding.fix(format!("End all lines with {}", NAMES[usual]), edits());
    }
}

/// Blanks before line ends.
fn trailing(record: &Record, breaks: &[(Span, usize)], findings: &mut Findings<'_>) {
    let content = record.content();
    let ending = record.name().rsplit('.').next().unwrap_or_default();
    let markdown = matches!(ending.to_ascii_lowercase().as_str(), "md" | "markdown");
    let mut start = 0;
    let mut blanks: Vec<Span> = Vec::new();
    let last = Span::new(content.len(), content.len());
    for end in breaks.iter().map(|(span, _)| *span).chain([last]) {
        let line = &content[start..end.start];
        let words = line.trim_end_matches(BLANKS);
        let is_break = markdown && !words.is_empty() && &line[words.len()..] == "  ";
        if words.len() < line.len() && !is_break {
            blanks.push(Span::new(start + words.len(), end.start));
        }
        start = end.end;
    }
    let Some(first) = blanks.first() else {
        return;
    };
    let message = match blanks.len() {
        1 => "A line ends in blanks.".to_owned(),
        n => format!("{n} lines end in blanks; this is the first."),
    };
    if let Some(finding) = findings.add(super::zone_at(record, first.start), *first, message) {
        let edits = blanks.iter().map(|blank| Edit::remove(*blank)).collect();
        finding.fix("Take the blanks at line ends out", edits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_is_told() {
        let kinds =
            |text: &str| -> Vec<usize> { breaks(text).into_iter().map(|(_, kind)| kind).collect() };
        assert_eq!(kinds("a\nb\r\nc\rd"), [0, 1, 2]);
        assert_eq!(kinds("\r\r\n\n"), [2, 1, 0]);
        assert_eq!(kinds(""), [0_usize; 0]);
    }
}
