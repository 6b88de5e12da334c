//! Times told from the day a text was written on: "yesterday", "last month", "on Tuesday", "three days ago".
//!
//! Finding them needs the words alone, so it belongs to the reading of a paragraph; which days are meant needs the document's
//! date too and is asked of [`Moment::period`]. The words are data, a file for each language ([`Calendar`]). What means no
//! day for certain is not found: "in three days", "recently", "the last week of the war".

mod beside;
mod calendar;
mod find;
mod period;
mod words;

#[cfg(test)]
mod tests;

use crate::text::LocalSpan;

pub use calendar::{Calendar, Side, Unit};
pub use find::find;
pub use period::Period;

/// A time told from the day of writing (bytes of its paragraph).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// Its words: "earlier this year", "on" left out before a weekday.
    pub span: LocalSpan,
    /// How it is told.
    pub told: Told,
    /// A side of it that is meant, if only one is.
    pub side: Option<Side>,
    /// The date written right beside it, which says it all: "yesterday, 15 March 2023".
    pub beside: Option<Beside>,
}

/// How a time is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Told {
    /// So many units from the one now running: "yesterday" is -1 day, "this year" 0 years, "two weeks ago" -2 weeks.
    Steps(Unit, i32),
    /// A weekday, Monday being 1: "on Tuesday", "next Friday".
    Weekday(i8, Aim),
    /// A month of a year told by steps: "last March", "this June".
    Month(i8, Aim),
}

/// Which of the days or months of one name is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aim {
    /// The last one before: "last Tuesday".
    Last,
    /// That of the week or year now running: "this Tuesday".
    This,
    /// That of the next week, or the next one of the year: "next Tuesday".
    Next,
    /// The nearest behind, today's own among them: "on Tuesday" in a report.
    Behind,
    /// The nearest ahead, today's own among them: "will meet on Tuesday".
    Ahead,
}

/// A date written right beside a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beside {
    /// Its words (bytes of the paragraph).
    pub span: LocalSpan,
    /// The year, if it is written.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month.
    pub day: i8,
}
