//! # ATT109 unnamed-spokesperson
//!
//! ## What it finds
//! A spokesman, spokeswoman or office that speaks for somebody named, without a name of its own.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! Who speaks for a body can be asked by name; the body itself as the source is accepted.
//!
//! ## Flagged
//! ```transcript
//! A spokesman for the port authority said traffic was normal.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unnamed-spokesperson
//! ```
//! ```transcript
//! The president’s office told reporters that nothing had changed.
//! ^^^^^^^^^^^^^^^^^^^^^^ unnamed-spokesperson
//! ```
//!
//! ## Accepted
//! ```transcript
//! The port authority said traffic was normal.
//! ```
//! ```transcript
//! Port authority spokesman Ilya Gran said traffic was normal.
//! ```
//!
//! ## What to do
//! Add the name, or let the body itself speak.

use crate::record::{Paragraph, Record};
use crate::registry::NameForm;
use crate::text::Span;
use crate::transcript::Zone;

use super::assertions::is_quoted;
use super::rule::Check;
use super::sources;
use super::{Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "ATT109",
    name: "unnamed-spokesperson",
    levels: Levels::narrative(Severity::Info),
    source: include_str!("unnamed_spokesperson.rs"),
    check: Check::Paragraph(check),
};

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone != Zone::Narrative {
        return;
    }
    let words = paragraph.span.of(record.content());
    for report in sources::reports(paragraph) {
        let Some(source) = report.attribution.source else {
            continue;
        };
        let Some(role) = sources::SPEAKS_FOR.find(source.of(words)).last() else {
            continue;
        };
        let role_end = source.start() + role.end();
        if is_quoted(paragraph, source)
            || has_name_after(words, role_end, source.end())
            || has_name_before(&words[..source.start()])
            || is_known(paragraph, &report)
        {
            continue;
        }
        let span = source.place(paragraph.span.start);
        let said = span.of(record.content());
        let message = format!("“{said}” speaks for somebody, and has no name here.");
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            report.finish(record, finding);
            if let Some(name) = holder(record, &report) {
                let is_told_of = role_end < source.end();
                let (text, title) = if is_told_of {
                    (format!(", {name},"), format!("Write “{said}, {name},”"))
                } else {
                    (format!(" {name}"), format!("Write “{said} {name}”"))
                };
                let end = Span::new(span.end, span.end);
                finding.suggest(title, vec![Edit::replace(end, text)]);
            }
        }
    }
}

/// Who held the office of the source on the document's day, if the registry knows one.
fn holder<'a>(record: &'a Record, report: &sources::Report<'_>) -> Option<&'a str> {
    let at = report.attribution.mention?;
    let mention = report.paragraph.reading.mentions.get(at.at())?;
    let resolved = report.paragraph.resolved.get(at.at())?;
    let is_office = mention.form == NameForm::Office && resolved.post.is_some();
    let person = resolved.person.filter(|_| is_office)?;
    Some(&record.registry().person(person).name)
}

/// “spokesman Ilya Gran”, “a spokesman for the port, Ilya Gran”.
fn has_name_after(words: &str, role_end: usize, source_end: usize) -> bool {
    let next = words[role_end..].trim_start();
    let is_name = |words: &str| {
        let mut words = words
            .split(' ')
            .map(|word| word.starts_with(char::is_uppercase));
        words.next() == Some(true)
    };
    let apposed = |words: &str| {
        words
            .find(", ")
            .is_some_and(|comma| is_name(&words[comma + 2..]))
    };
    is_name(next)
        || apposed(&words[role_end..source_end.max(role_end)])
        || words[source_end..].starts_with(", ") && is_name(&words[source_end + 2..])
}

/// “Ilya Gran, a spokesman for the port”.
fn has_name_before(before: &str) -> bool {
    let name = before.strip_suffix(", ");
    let last = name.and_then(|name| name.rsplit(' ').next());
    last.is_some_and(|last| last.starts_with(char::is_uppercase))
}

/// Whether the registry knows the person by the source's words.
fn is_known(paragraph: &Paragraph, report: &sources::Report<'_>) -> bool {
    report
        .attribution
        .mention
        .and_then(|at| {
            Some((
                paragraph.reading.mentions.get(at.at())?,
                paragraph.resolved.get(at.at())?,
            ))
        })
        .is_some_and(|(mention, resolved)| {
            resolved.person.is_some()
                && !matches!(mention.form, NameForm::Office | NameForm::Organization)
        })
}
