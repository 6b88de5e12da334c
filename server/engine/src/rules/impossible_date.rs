//! # DAT005 impossible-date
//!
//! ## What it finds
//! A date that no calendar has.
//!
//! ## Why it matters
//! A day that never was cannot be checked against a record, and offices cannot be looked up on it.
//!
//! ## Flagged
//! ```transcript
//! The two delegations will meet again on 31 April 2023 in Vienna.
//!                                        ^^^^^^^^^^^^^ impossible-date
//! The treaty was signed on February 29, 2023, in the green hall.
//!                          ^^^^^^^^^^^^^^^^^ impossible-date
//! Filed: 2023-11-31
//!        ^^^^^^^^^^ impossible-date
//! La reunión fue el 31 de abril de 2023 en Viena.
//!                   ^^^^^^^^^^^^^^^^^^^ impossible-date
//! ```
//!
//! ## Accepted
//! ```transcript
//! The treaty was signed on 29 February 2024.
//! Salaries are paid on the 31st of the month.
//! Release 2.30.2 was out in June 31 days early, at odds of 31:4.
//! ```
//!
//! ## What to do
//! Look up the day in the source and correct it.

use crate::record::Record;

use super::written_date::{month_name, written_dates};
use super::{Check, Findings, Levels, Rule, Severity, Stretch};

pub(super) const RULE: Rule = Rule {
    code: "DAT005",
    name: "impossible-date",
    levels: Levels::all(Severity::Error),
    source: include_str!("impossible_date.rs"),
    check: Check::Stretch(check),
};

fn check(record: &Record, stretch: Stretch, findings: &mut Findings<'_>) {
    for date in written_dates(record.content(), stretch.span) {
        let last = date.days_in_month();
        // Past 31 it is rather a count than a slip, unless a year says that it is a date.
        let is_date = date.day <= 31 || date.year.is_some();
        if (1..=last).contains(&date.day) || !is_date {
            continue;
        }
        let words = date.span.of(record.content());
        let month = month_name(date.month);
        let year = date
            .year
            .map_or_else(String::new, |year| format!(" {year}"));
        let zone = super::zone_at(record, date.span.start);
        findings.add(
            zone,
            date.span,
            format!("“{words}” is no day of the calendar: {month}{year} has {last} days."),
        );
    }
}
