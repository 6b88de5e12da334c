//! # DAT001 missing-document-date
//!
//! ## What it finds
//! A document without a date of its own, though it has turns, offices or words such as “yesterday” that need one.
//!
//! ## Why it matters
//! Who held an office, and which day “yesterday” was, can only be told on a date.
//!
//! ## Flagged
//! ```transcript
//! The delegation arrived last Tuesday and left the same evening.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-document-date
//! ```
//! ```transcript
//! The two delegations met in Geneva yesterday, Wednesday 15 March 2023, for three hours.
//!                                   ^^^^^^^^^ missing-document-date
//! ```
//!
//! ## Accepted
//! ```transcript
//! Geneva, 15 March 2023
//!
//! The delegation arrived last Tuesday and left the same evening.
//! ```
//! ```transcript
//! A treaty is a promise that two peoples make to each other.
//! ```
//!
//! ## What to do
//! Write a line with place and date above the text, name the file by its date, or give the date in the project.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil};

use crate::date::Date;
use crate::record::Record;
use crate::text::Span;
use crate::transcript::{DateOrigin, Zone};

use super::bytes::digit_from;
use super::written_date::{WrittenDate, written_dates};
use super::{Check, Edit, Finding, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT001",
    name: "missing-document-date",
    levels: Levels::all(Severity::Info),
    source: include_str!("missing_document_date.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    if look.record.date().is_some() {
        // The word before the date may be "yesterday".
        let dates = written_dates(look.words, Span::new(0, look.words.len()));
        if dates
            .iter()
            .any(|written| written.date().map(Date::Day) == look.record.date())
        {
            seen.say(look.words);
        }
        return;
    }
    let mentions = &look.said.reading.mentions;
    seen.say(mentions.iter().any(|mention| !mention.posts.is_empty()));
    seen.say(!look.said.reading.moments.is_empty());
    let first = look.record.paragraphs().first();
    let is_first = first.is_some_and(|first| first.span == look.paragraph.span);
    if is_first {
        seen.say(look.stretch);
    } else if look.words.bytes().any(|byte| byte.is_ascii_digit()) {
        seen.say(years(look.stretch).collect::<Vec<_>>());
        for date in written_dates(look.stretch, Span::new(0, look.stretch.len())) {
            let weekday = date.weekday.map(|(_, weekday)| weekday);
            seen.say((date.year, date.month, date.day));
            seen.say(weekday.map(civil::Weekday::to_monday_zero_offset));
        }
        // A date may run over an end of the stretch.
        let (head, tail) = ends(look.stretch);
        seen.say((head, tail));
    }
}

/// The first and the last words of a stretch, as many as a date may have.
fn ends(stretch: &str) -> (&str, &str) {
    const DATE: usize = 64;
    let mut head = stretch.len().min(DATE);
    while !stretch.is_char_boundary(head) {
        head -= 1;
    }
    let mut tail = stretch.len().saturating_sub(DATE);
    while !stretch.is_char_boundary(tail) {
        tail += 1;
    }
    (&stretch[..head], &stretch[tail..])
}

/// The years that are named in a text, in order.
fn years(text: &str) -> impl Iterator<Item = i16> {
    let mut at = 0;
    let numbers = std::iter::from_fn(move || {
        let start = digit_from(text.as_bytes(), at)?;
        let digits = text.as_bytes()[start..].iter();
        at = start + digits.take_while(|byte| byte.is_ascii_digit()).count();
        Some(&text[start..at])
    });
    numbers
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1900..2100).contains(year))
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    match &record.transcript().date {
        None => undated(record, findings),
        Some(date) if date.origin == DateOrigin::Given => {}
        Some(date) => {
            let day = |written: &WrittenDate| written.date().map(Date::Day);
            let written = written_dates(record.content(), Span::new(0, record.content().len()));
            let first = written
                .iter()
                .find(|written| day(written) == Some(date.date));
            if let Some(first) = first {
                dated_by_another_day(record, first.span, findings);
            }
        }
    }
}

fn undated(record: &Record, findings: &mut Findings<'_>) {
    let has_office = || {
        record.paragraphs().iter().any(|paragraph| {
            let mentions = &paragraph.reading.mentions;
            mentions.iter().any(|mention| !mention.posts.is_empty())
        })
    };
    let has_relative_date = || record.moments().next().is_some();
    if record.transcript().turns.is_empty() && !has_office() && !has_relative_date() {
        return;
    }
    let content = record.content();
    let start = content.len() - content.trim_start().len();
    let line = content[start..]
        .split(['\n', '\r'])
        .next()
        .unwrap_or_default();
    let Some(finding) = findings.add(
        super::zone_at(record, start),
        Span::new(start, start + line.trim_end().len()),
        "The text, looked through for a date line, has no date of its own.",
    ) else {
        return;
    };
    for day in inferred(record) {
        date_line(finding, content, day);
    }
}

/// Offers a line with the date above the text.
fn date_line(finding: &mut Finding, content: &str, day: civil::Date) {
    let words = Date::Day(day).words();
    let start = content.len() - content.trim_start_matches('\u{feff}').len();
    // Front matter has its own place for a date.
    if !content[start..].starts_with("---") {
        finding.suggest(
            format!("Write “{words}” above the text"),
            vec![Edit::replace(
                Span::new(start, start),
                format!("{words}\n\n"),
            )],
        );
    }
}

/// How many paragraphs are looked through for what the date may be.
const REACH: usize = 400;

/// The days a weekday with day and month can be, in the years the text names and those beside them.
fn inferred(record: &Record) -> Vec<civil::Date> {
    let content = record.content();
    let behind = record.paragraphs().get(REACH);
    let end = behind.map_or(content.len(), |paragraph| paragraph.span.start);
    let dates = written_dates(content, Span::new(0, end));
    let told = dates
        .iter()
        .find(|date| date.year.is_none() && date.weekday.is_some());
    let Some((told, (_, weekday))) = told.and_then(|date| Some((date, date.weekday?))) else {
        return Vec::new();
    };
    let years: BTreeSet<i16> = years(&content[..end])
        .flat_map(|year: i16| [year - 1, year, year + 1])
        .collect();
    let days = years
        .into_iter()
        .filter_map(|year| civil::Date::new(year, told.month, told.day).ok());
    days.filter(|day| day.weekday() == weekday).collect()
}

/// The date found is that of a day the text calls "yesterday" or "tomorrow": an event's, not the document's.
fn dated_by_another_day(record: &Record, date: Span, findings: &mut Findings<'_>) {
    let content = record.content();
    let before = content[..date.start].trim_end_matches([' ', '\u{a0}', ',', '(']);
    let from = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + 1);
    // A boundary found from a character may be wider than one byte.
    let word = before.get(from..).unwrap_or_default();
    let days = if word.eq_ignore_ascii_case("yesterday") {
        1
    } else if word.eq_ignore_ascii_case("tomorrow") {
        -1
    } else {
        return;
    };
    let words = date.of(content);
    let own = match record.date() {
        Some(Date::Day(day)) => day.checked_add(i64::from(days).days()).ok(),
        _ => None,
    };
    let guess = own.map_or_else(String::new, |day| {
        format!(", so its own would be {}", Date::Day(day).words())
    });
    let finding = findings.add(
        Some(Zone::Narrative),
        Span::new(from, before.len()),
        format!("The date found, {words}, is a day the text calls “{word}”{guess}."),
    );
    if let (Some(finding), Some(day)) = (finding, own) {
        date_line(finding, content, day);
    }
}
