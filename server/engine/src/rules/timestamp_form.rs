//! # FMT007 timestamp-form
//!
//! ## What it finds
//! A time stamp in brackets whose parts have not two digits each, or that is written otherwise than most of the document’s.
//!
//! ## Why it matters
//! Players and tools that jump to a stamp read one form, and pass over the others.
//!
//! ## Flagged
//! ```transcript
//! [0:1:5] The chair opened the sitting and welcomed the members.
//! ^^^^^^^ timestamp-form
//! [00:12:00] The first speaker took the floor.
//! [00:14:30] The second speaker took the floor.
//! (00.12) The third speaker left.
//! ^^^^^^^ timestamp-form
//! ```
//!
//! ## Accepted
//! ```transcript
//! [00:12:05] The chair opened the sitting and welcomed the members.
//! [1:12:05] The last speaker took the floor, with a figure (12.50) and a verse (3:16).
//! ```
//!
//! ## What to do
//! Write every stamp with two digits a part, in the form that most of them have.

use memchr::memchr2_iter;

use crate::record::Record;
use crate::text::Span;

use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "FMT007",
    name: "timestamp-form",
    levels: Levels::all(Severity::Info),
    source: include_str!("timestamp_form.rs"),
    check: Check::Transcript(sees, check),
};

/// A time in brackets.
#[derive(Clone, Copy, Debug)]
struct Stamp<'a> {
    /// With its brackets (document bytes).
    span: Span,
    /// Its parts, two or three runs of digits.
    parts: [&'a str; 3],
    form: Form,
}

/// How a stamp is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Form {
    n_parts: usize,
    square: bool,
    colon: bool,
}

impl Stamp<'_> {
    /// Whether each part but the first has two digits, and the first at most two.
    fn is_whole(&self) -> bool {
        let parts = &self.parts[..self.form.n_parts];
        parts[0].len() <= 2 && parts[1..].iter().all(|part| part.len() == 2)
    }

    /// The stamp as `form` writes it; the parts must be as many.
    fn written(&self, form: Form) -> String {
        let parts: Vec<String> = self.parts[..self.form.n_parts]
            .iter()
            .map(|part| format!("{part:0>2}"))
            .collect();
        let times = parts.join(if form.colon { ":" } else { "." });
        if form.square {
            format!("[{times}]")
        } else {
            format!("({times})")
        }
    }
}

/// As many stamps of one form make it the document's.
const USUAL: usize = 2;

fn sees(look: Look<'_>, seen: &mut Seen) {
    for stamp in stamps(look.stretch) {
        seen.say((
            stamp.span.of(look.stretch),
            opens_line(look.stretch, &stamp),
        ));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let content = record.content();
    let stamps = stamps(content);
    let whole = || stamps.iter().filter(|stamp| stamp.is_whole());
    let count = |form: Form| whole().filter(|stamp| stamp.form == form).count();
    // Two numbers in round brackets are a verse or a figure as often as a time.
    let sure = |form: Form| form.colon && (form.square || form.n_parts == 3);
    let mut forms: Vec<Form> = whole().map(|stamp| stamp.form).collect();
    forms.sort_unstable();
    forms.dedup();
    let usual = forms
        .into_iter()
        .map(|form| (count(form), form))
        .filter(|(n, form)| *n >= USUAL && (sure(*form) || opens_lines(content, &stamps, *form)))
        .max()
        .map(|(_, form)| form);
    for stamp in &stamps {
        let slip = !stamp.is_whole() && (sure(stamp.form) || Some(stamp.form) == usual);
        let other = usual.filter(|usual| {
            *usual != stamp.form && (sure(stamp.form) || opens_line(content, stamp))
        });
        let words = stamp.span.of(content);
        let (message, form) = match (slip, other) {
            (true, _) => (
                format!("The time stamp “{words}” has parts without two digits."),
                usual
                    .filter(|usual| usual.n_parts == stamp.form.n_parts)
                    .unwrap_or(stamp.form),
            ),
            // With or without hours is a matter of length, not of form.
            (false, Some(usual))
                if usual.square != stamp.form.square || usual.colon != stamp.form.colon =>
            {
                (
                    format!("The time stamp “{words}” is written otherwise than most here."),
                    usual,
                )
            }
            _ => continue,
        };
        let zone = super::zone_at(record, stamp.span.start);
        let Some(finding) = findings.add(zone, stamp.span, message) else {
            continue;
        };
        let right = stamp.written(form);
        let edits = vec![Edit::replace(stamp.span, right.as_str())];
        if form.n_parts == stamp.form.n_parts {
            finding.fix(format!("Write {right}"), edits);
        } else {
            finding.suggest(format!("Write {right}"), edits);
        }
    }
}

/// The stamps in a text, in order.
fn stamps(content: &str) -> Vec<Stamp<'_>> {
    memchr2_iter(b'[', b'(', content.as_bytes())
        .filter_map(|at| stamp(content, at))
        .collect()
}

/// The stamp whose opening bracket stands at byte `at`.
fn stamp(content: &str, at: usize) -> Option<Stamp<'_>> {
    let bytes = content.as_bytes();
    let square = bytes[at] == b'[';
    let inside = content.get(at + 1..)?;
    let length = inside
        .bytes()
        .take(12)
        .take_while(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'))
        .count();
    let close = if square { b']' } else { b')' };
    if inside.as_bytes().get(length) != Some(&close) {
        return None;
    }
    let times = &inside[..length];
    let colon = times.contains(':');
    if colon == times.contains('.') {
        return None;
    }
    let mut parts = [""; 3];
    let mut n_parts = 0;
    for part in times.split([':', '.']) {
        if part.is_empty() || part.len() > 2 {
            return None;
        }
        *parts.get_mut(n_parts)? = part;
        n_parts += 1;
    }
    let form = Form {
        n_parts,
        square,
        colon,
    };
    let small = parts[1..n_parts]
        .iter()
        .all(|part| part.as_bytes()[0] < b'6' || part.len() == 1);
    (n_parts >= 2 && small).then_some(Stamp {
        span: Span::new(at, at + length + 2),
        parts,
        form,
    })
}

/// Whether most stamps of a form stand at the beginning of a line, or at its end behind a label.
fn opens_lines(content: &str, stamps: &[Stamp<'_>], form: Form) -> bool {
    let of_form = || stamps.iter().filter(|stamp| stamp.form == form);
    2 * of_form().filter(|stamp| opens_line(content, stamp)).count() > of_form().count()
}

fn opens_line(content: &str, stamp: &Stamp<'_>) -> bool {
    let before = content[..stamp.span.start].trim_end_matches([' ', '\t', '\u{a0}', '*', '#']);
    let after = content[stamp.span.end..].trim_start_matches([' ', '\t', '\u{a0}', '*', ':']);
    before.is_empty()
        || before.ends_with(['\n', '\r'])
        || before.ends_with(':')
        || after.is_empty()
        || after.starts_with(['\n', '\r'])
}
