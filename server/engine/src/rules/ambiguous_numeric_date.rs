//! # DAT004 ambiguous-numeric-date
//!
//! ## What it finds
//! A date in figures that can be read day first or month first, in a document that does not show which it means.
//!
//! ## Why it matters
//! To half of its readers it is another day.
//!
//! ## Flagged
//! ```transcript
//! The treaty of 03/04/2023 was signed in Strelsau.
//!               ^^^^^^^^^^ ambiguous-numeric-date
//! A second one followed on 5.6.22 in the same hall.
//!                          ^^^^^^ ambiguous-numeric-date
//! ```
//!
//! ## Accepted
//! ```transcript
//! The treaty of 2023-04-03 was signed in Strelsau.
//! ```
//! ```transcript
//! The treaty of 23/04/2023 was signed in Strelsau, and on 03/05/2023 another, in section 5.6.22 of the code.
//! ```
//!
//! ## What to do
//! Write the month in letters, or the date as year, month, day.

use jiff::civil;
use memchr::memchr2_iter;

use crate::date::Date;
use crate::record::Record;
use crate::text::Span;

use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT004",
    name: "ambiguous-numeric-date",
    levels: Levels::all(Severity::Warning),
    source: include_str!("ambiguous_numeric_date.rs"),
    check: Check::Transcript(sees, check),
};

/// A date in figures.
#[derive(Clone, Copy, Debug)]
struct Figures {
    span: Span,
    mark: u8,
    first: i8,
    second: i8,
    year: i16,
}

impl Figures {
    fn day_first(self) -> Option<civil::Date> {
        civil::Date::new(self.year, self.second, self.first).ok()
    }

    fn month_first(self) -> Option<civil::Date> {
        civil::Date::new(self.year, self.first, self.second).ok()
    }
}

fn sees(look: Look<'_>, seen: &mut Seen) {
    for date in all_figures(look.stretch) {
        seen.say(date.span.of(look.stretch));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let content = record.content();
    let dates = all_figures(content);
    for date in &dates {
        let (Some(day_first), Some(month_first)) = (date.day_first(), date.month_first()) else {
            continue;
        };
        // Another date of the same look that can be read in one way only settles the order.
        let settled = dates.iter().any(|other| {
            other.mark == date.mark && other.day_first().is_some() != other.month_first().is_some()
        });
        if day_first == month_first || settled {
            continue;
        }
        let words = date.span.of(content);
        let readings = [day_first, month_first].map(|day| Date::Day(day).words());
        let message = format!("“{words}” can be {} or {}.", readings[0], readings[1]);
        let zone = super::zone_at(record, date.span.start);
        if let Some(finding) = findings.add(zone, date.span, message) {
            for reading in readings {
                finding.suggest(
                    format!("Write “{reading}”"),
                    vec![Edit::replace(date.span, reading)],
                );
            }
        }
    }
}

/// The dates in figures in a text, in order.
fn all_figures(content: &str) -> Vec<Figures> {
    let mut dates: Vec<Figures> = Vec::new();
    let mut end = 0;
    for at in memchr2_iter(b'/', b'.', content.as_bytes()) {
        if at < end {
            continue;
        }
        if let Some(figures) = figures(content, at) {
            end = figures.span.end;
            dates.push(figures);
        }
    }
    dates
}

/// The date whose first mark stands at byte `at`: `03/04/2023`, `5.6.22`; no section, version or address.
fn figures(content: &str, at: usize) -> Option<Figures> {
    let bytes = content.as_bytes();
    let mark = bytes[at];
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let start = (at.saturating_sub(2)..at).find(|&from| (from..at).all(digit))?;
    let run = |from: usize| (from..from + 5).take_while(|&at| digit(at)).count();
    let second = run(at + 1);
    let year_at = at + 1 + second + 1;
    if !(1..=2).contains(&second) || bytes.get(year_at - 1) != Some(&mark) {
        return None;
    }
    let length = run(year_at);
    let end = year_at + length;
    let joint =
        |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || b"-/:_%$".contains(b));
    let before = start.checked_sub(1).and_then(|at| bytes.get(at));
    let goes_on = bytes.get(end) == Some(&b'.') && digit(end + 1) || joint(bytes.get(end));
    if !matches!(length, 2 | 4) || joint(before) || before == Some(&b'.') || goes_on {
        return None;
    }
    if mark == b'.' && counts(&content[..start]) {
        return None;
    }
    let number = |from: usize, to: usize| content[from..to].parse::<i16>().ok();
    let year = number(year_at, end)?;
    let year = match length {
        2 if year < 50 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    };
    let small = |from: usize, to: usize| {
        let number = i8::try_from(number(from, to)?).ok()?;
        (1..=31).contains(&number).then_some(number)
    };
    (1500..2200).contains(&year).then_some(Figures {
        span: Span::new(start, end),
        mark,
        first: small(start, at)?,
        second: small(at + 1, at + 1 + second)?,
        year,
    })
}

/// Whether the word before is one that numbers sections or versions.
fn counts(before: &str) -> bool {
    const COUNTED: [&str; 12] = [
        "art",
        "article",
        "chapter",
        "clause",
        "no",
        "number",
        "paragraph",
        "part",
        "rule",
        "section",
        "table",
        "version",
    ];
    let bare = before.trim_end_matches([' ', '\u{a0}', '.', '§']);
    let word = bare
        .rsplit(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    before.ends_with('§') || COUNTED.contains(&word.to_lowercase().as_str())
}
