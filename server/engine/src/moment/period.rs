//! Which days a moment means, told from the document's date.

use jiff::ToSpan;
use jiff::civil::{self, Weekday};

use crate::date::Date;

use super::{Aim, Moment, Side, Told, Unit};

/// The days a moment means, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    /// The first day.
    pub first: civil::Date,
    /// The last day.
    pub last: civil::Date,
}

impl Period {
    fn of(first: civil::Date, last: civil::Date) -> Period {
        Period { first, last }
    }

    /// The period as a date, if it is a whole day, month or year.
    pub fn date(self) -> Option<Date> {
        let (first, last) = (self.first, self.last);
        let month = Date::Month(first.year(), first.month());
        let year = Date::Year(first.year());
        [Date::Day(first), month, year]
            .into_iter()
            .find(|date| date.first() == first && date.last() == last)
    }

    /// The period as people write it: `14 March 2023`, `February 2023`, `6–12 March 2023`, `27 February – 5 March 2023`.
    pub fn words(self) -> String {
        if let Some(date) = self.date() {
            return date.words();
        }
        let (first, last) = (self.first, self.last);
        let words = Date::Day(last).words();
        if first.year() != last.year() {
            return format!("{} – {words}", Date::Day(first).words());
        }
        if first.month() == last.month() {
            return format!("{}–{words}", first.day());
        }
        let full = Date::Day(first).words();
        let day_and_month = full.rsplit_once(' ').map_or(full.as_str(), |(day, _)| day);
        format!("{day_and_month} – {words}")
    }
}

impl Moment {
    /// The days meant in a document of the date `on`; `None` if that date is too coarse to tell, or the calendar ends. A date
    /// written beside the moment says it without one.
    pub fn period(&self, on: Option<Date>) -> Option<Period> {
        if let Some(beside) = &self.beside {
            let year = beside.year.or_else(|| on.map(|on| on.first().year()))?;
            let day = civil::Date::new(year, beside.month, beside.day).ok()?;
            return Some(Period::of(day, day));
        }
        let on = on?;
        let period = match self.told {
            Told::Steps(unit, n) => steps(unit, n, on)?,
            Told::Weekday(number, aim) => {
                let weekday = Weekday::from_monday_one_offset(number).ok()?;
                let day = weekday_from(weekday, aim, day(on)?)?;
                Period::of(day, day)
            }
            Told::Month(month, aim) => month_from(month, aim, on)?,
        };
        let cut = match self.side {
            Some(Side::Before) => Period::of(period.first, period.last.min(on.last())),
            Some(Side::After) => Period::of(period.first.max(on.first()), period.last),
            Some(Side::Within) | None => period,
        };
        Some(if cut.first <= cut.last { cut } else { period })
    }
}

fn day(on: Date) -> Option<civil::Date> {
    match on {
        Date::Day(day) => Some(day),
        Date::Year(_) | Date::Month(..) => None,
    }
}

fn steps(unit: Unit, n: i32, on: Date) -> Option<Period> {
    let week = |n: i32| {
        let today = day(on)?;
        let back = i64::from(today.weekday().to_monday_zero_offset());
        let monday = today.checked_sub(back.days()).ok()?;
        let first = monday.checked_add(i64::from(n).weeks()).ok()?;
        Some(Period::of(first, first.checked_add(6.days()).ok()?))
    };
    match unit {
        Unit::Day => {
            let day = day(on)?.checked_add(i64::from(n).days()).ok()?;
            Some(Period::of(day, day))
        }
        Unit::Week => week(n),
        Unit::Weekend => {
            let week = week(n)?;
            Some(Period::of(week.last.checked_sub(1.days()).ok()?, week.last))
        }
        Unit::Month | Unit::Quarter => {
            if matches!(on, Date::Year(_)) {
                return None;
            }
            let length = if unit == Unit::Month { 1 } else { 3 };
            let now = on.first();
            let running = now
                .first_of_month()
                .checked_sub(i64::from((now.month() - 1) % length).months())
                .ok()?;
            let shift = i64::from(n) * i64::from(length);
            let first = running.checked_add(shift.months()).ok()?;
            let last = first.checked_add(i64::from(length - 1).months()).ok()?;
            Some(Period::of(first, last.last_of_month()))
        }
        Unit::Year => {
            let year = i32::from(on.first().year()).checked_add(n)?;
            let year = Date::Year(i16::try_from(year).ok()?);
            let written = (1..=9999).contains(&year.first().year());
            written.then(|| Period::of(year.first(), year.last()))
        }
    }
}

fn weekday_from(weekday: Weekday, aim: Aim, today: civil::Date) -> Option<civil::Date> {
    let behind = i64::from(today.weekday().since(weekday));
    let ahead = i64::from(today.weekday().until(weekday));
    let monday = i64::from(today.weekday().to_monday_zero_offset());
    let in_week = i64::from(weekday.to_monday_zero_offset()) - monday;
    let shift = match aim {
        Aim::Last if behind == 0 => -7,
        Aim::Last | Aim::Behind => -behind,
        Aim::This => in_week,
        Aim::Next => in_week + 7,
        Aim::Ahead => ahead,
    };
    today.checked_add(shift.days()).ok()
}

fn month_from(month: i8, aim: Aim, on: Date) -> Option<Period> {
    let now = match on {
        Date::Year(_) if aim != Aim::This => return None,
        _ => on.first(),
    };
    let year = now.year();
    let year = match aim {
        Aim::Last if month >= now.month() => year.checked_sub(1)?,
        Aim::Next if month <= now.month() => year.checked_add(1)?,
        _ => year,
    };
    let month = Date::Month(year, month);
    Some(Period::of(month.first(), month.last()))
}
