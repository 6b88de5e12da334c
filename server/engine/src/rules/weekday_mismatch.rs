//! # DAT002 weekday-mismatch
//!
//! ## What it finds
//! A weekday that does not belong to the date beside it.
//!
//! ## Why it matters
//! One of the two is wrong, and everything that is checked against the date hangs on which.
//!
//! ## Flagged
//! ```transcript
//! The summit was held on Thursday 15 March 2023 in Moscow.
//!                        ^^^^^^^^ weekday-mismatch
//! Sunday, 6 Feb 2023: the committee met behind closed doors.
//! ^^^^^^ weekday-mismatch
//! Die Gespräche begannen am Donnerstag, dem 15. März 2023, in Strelsau.
//!                           ^^^^^^^^^^ weekday-mismatch
//! ```
//!
//! ## Accepted
//! ```transcript
//! The summit was held on Wednesday 15 March 2023 in Moscow.
//! Ils se sont vus le mercredi 15 mars 2023.
//! The notice gave the day as “Thursday 15 March 2023” [sic].
//! ```
//!
//! ## What to do
//! Find out which of the two is right and correct the other, or write `[sic]` behind a mistake that is quoted.

use jiff::ToSpan;

use crate::record::Record;

use super::written_date::{WrittenDate, month_name, weekday_name, written_dates};
use super::{Check, Edit, Findings, Levels, Rule, Severity, Stretch};

pub(super) const RULE: Rule = Rule {
    code: "DAT002",
    name: "weekday-mismatch",
    levels: Levels::all(Severity::Warning),
    source: include_str!("weekday_mismatch.rs"),
    check: Check::Stretch(check),
};

/// Before this year calendars differ from country to country.
const GREGORIAN_SINCE: i16 = 1753;

fn check(record: &Record, stretch: Stretch, findings: &mut Findings<'_>) {
    let content = record.content();
    for written in written_dates(content, stretch.span) {
        let (Some((weekday_span, weekday)), Some(date)) = (written.weekday, written.date()) else {
            continue;
        };
        let is = date.weekday();
        if is == weekday || date.year() < GREGORIAN_SINCE || has_sic(&content[written.span.end..]) {
            continue;
        }
        let zone = super::zone_at(record, written.span.start);
        let right = weekday_name(is);
        let message = format!(
            "{} {} {} was a {right}, not a {}.",
            date.day(),
            month_name(date.month()),
            date.year(),
            weekday_name(weekday)
        );
        let Some(finding) = findings.add(zone, weekday_span, message) else {
            continue;
        };
        if written.english {
            finding.suggest(
                format!("Change the weekday to “{right}”"),
                vec![Edit::replace(weekday_span, right)],
            );
        }
        // The nearest day of that name in the same month, if the number is the slip.
        let offset = i64::from(is.until(weekday));
        for offset in [offset, offset - 7] {
            let Ok(near) = date.checked_add(offset.days()) else {
                continue;
            };
            if near.month() == date.month() && offset.abs() <= 3 {
                finding.suggest(
                    format!("Change the day to {}", near.day()),
                    vec![Edit::replace(
                        written.day_span,
                        number(&written, content, near.day()),
                    )],
                );
            }
        }
    }
}

/// Whether the writer says that the mistake is in the original.
fn has_sic(after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| c == ' ' || "”\"’',.;".contains(c));
    after.starts_with("[sic") || after.starts_with("(sic")
}

/// The number of another day as the date writes its own: with the stop of an ordinal number.
fn number(written: &WrittenDate, content: &str, day: i8) -> String {
    let stop = if written.day_span.of(content).ends_with('.') {
        "."
    } else {
        ""
    };
    format!("{day}{stop}")
}
