//! Dates as sources give them: to the year, the month or the day.
//!
//! Registers know many terms of office only to the month or year; widening those to days would be a guess,
//! so a [`Date`] keeps its grain and comparisons ask for its first or last day.

use std::fmt;

use jiff::civil;

/// The months' English names, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date with its grain.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Date {
    /// A year only.
    Year(i16),
    /// A month of a year, 1-based.
    Month(i16, i8),
    /// A day.
    Day(civil::Date),
}

impl Date {
    /// Reads `2023`, `2023-03` or `2023-03-15`; `None` for anything else, impossible days included.
    pub fn parse(text: &str) -> Option<Date> {
        let digits = |s: &str, n: usize| {
            (s.len() == n && s.bytes().all(|b| b.is_ascii_digit()))
                .then(|| s.parse::<i16>().ok())
                .flatten()
        };
        let mut parts = text.splitn(3, '-');
        let year = digits(parts.next()?, 4)?;
        let Some(month) = parts.next() else {
            return Some(Date::Year(year));
        };
        let month = i8::try_from(digits(month, 2)?).ok()?;
        let Some(day) = parts.next() else {
            return (1..=12)
                .contains(&month)
                .then_some(Date::Month(year, month));
        };
        let day = i8::try_from(digits(day, 2)?).ok()?;
        civil::Date::new(year, month, day).ok().map(Date::Day)
    }

    /// The date as people write it, in its own grain: `9 March 2004`, `March 2004`, `2004`.
    pub fn words(self) -> String {
        let name = |month: i8| {
            let at = usize::try_from(month - 1).unwrap_or_default();
            MONTHS.get(at).copied().unwrap_or_default()
        };
        match self {
            Date::Year(year) => year.to_string(),
            Date::Month(year, month) => format!("{} {year}", name(month)),
            Date::Day(day) => format!("{} {} {}", day.day(), name(day.month()), day.year()),
        }
    }

    /// The first day it can mean.
    pub fn first(self) -> civil::Date {
        match self {
            Date::Year(year) => civil::Date::new(year, 1, 1).unwrap_or(civil::Date::MIN),
            Date::Month(year, month) => {
                civil::Date::new(year, month, 1).unwrap_or(civil::Date::MIN)
            }
            Date::Day(day) => day,
        }
    }

    /// The last day it can mean.
    pub fn last(self) -> civil::Date {
        match self {
            Date::Year(year) => civil::Date::new(year, 12, 31).unwrap_or(civil::Date::MAX),
            Date::Month(..) => self.first().last_of_month(),
            Date::Day(day) => day,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Date::Year(year) => write!(f, "{year:04}"),
            Date::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Date::Day(day) => write!(f, "{day}"),
        }
    }
}
