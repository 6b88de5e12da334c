//! Dates of other languages: `15. März 2023`, `jeudi 15 mars 2023`, `15 de marzo de 2023`, `15 марта 2023`.
//!
//! Short names of months are words of other languages ("31 out", "30 ago"), so the year has to stand with them.

use jiff::civil::Weekday;

use crate::moment::Calendar;
use crate::text::Span;

use super::WrittenDate;
use super::parts::{trim_space_end, trim_space_start, year_after};

/// Endings of a day's number.
const ORDINALS: [&str; 7] = [".", "º", "°", "er", "-го", "-е", "-ого"];
/// Words between a day, its month and its year.
const JOINTS: [&str; 3] = ["de", "del", "d'"];
/// Words between a weekday and the day's number.
const ARTICLES: [&str; 8] = ["dem", "den", "der", "el", "il", "le", "o", "de"];

/// The date whose month is the word at `word`, with the day before it and the year behind it.
pub(super) fn foreign(text: &str, word: Span) -> Option<WrittenDate> {
    let before = without(trim_space_end(&text[..word.start])?, &JOINTS);
    let day_end = before.len();
    let digits = ORDINALS
        .iter()
        .find_map(|ending| before.strip_suffix(ending))
        .unwrap_or(before);
    let day_start = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let day: i8 = digits.get(day_start..)?.parse().ok()?;
    let before = &text[..day_start];
    if before.ends_with(|c: char| c.is_alphanumeric() || "-–./:,€$£+".contains(c)) {
        return None;
    }
    let month = Calendar::month_in_any(word.of(text))?;
    let (year, end) = year_behind(text, word.end)?;
    let weekday = weekday_before(before);
    Some(WrittenDate {
        span: Span::new(weekday.map_or(day_start, |(span, _)| span.start), end),
        weekday,
        day_span: Span::new(day_start, day_end),
        day,
        month,
        year: Some(year),
        english: false,
    })
}

/// The year behind a month, and where the date ends.
fn year_behind(text: &str, at: usize) -> Option<(i16, usize)> {
    let stop = at + usize::from(text[at..].starts_with(". "));
    let rest = trim_space_start(&text[stop..])?;
    let joint = JOINTS.iter().find_map(|joint| {
        let behind = rest.strip_prefix(joint)?;
        behind.starts_with(' ').then_some(text.len() - behind.len())
    });
    match year_after(text, joint.unwrap_or(stop)) {
        (Some(year), end) => Some((year, end)),
        (None, _) => None,
    }
}

/// `text` without one of `words` at its end and the white space before it.
fn without<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let found = words
        .iter()
        .find_map(|word| trim_space_end(text.strip_suffix(word)?));
    found.unwrap_or(text)
}

/// A weekday that ends `before`, perhaps behind a comma or an article.
fn weekday_before(before: &str) -> Option<(Span, Weekday)> {
    let before = without(trim_space_end(before)?, &ARTICLES);
    let before = before.strip_suffix(',').unwrap_or(before);
    let start = before
        .rfind(|c: char| !(c.is_alphabetic() || c == '-'))
        .map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
    let number = Calendar::weekday_in_any(&before[start..])?;
    let weekday = Weekday::from_monday_one_offset(number).ok()?;
    Some((Span::new(start, before.len()), weekday))
}
