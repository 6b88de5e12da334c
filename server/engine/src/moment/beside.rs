//! The date written right beside a moment: "yesterday, Wednesday 15 March 2023", "last Tuesday (March 14)".

use crate::text::LocalSpan;

use super::calendar::Calendar;
use super::words::{Word, word_after, word_at};
use super::{Beside, Calendar as Words};

/// The date right after byte `at`.
pub(super) fn date_after(text: &str, at: usize, words: &Words) -> Option<Beside> {
    let rest = text[at..].trim_start_matches([' ', '\u{a0}', ',', '(', '–', '—']);
    let start = text.len() - rest.len();
    if start == at || !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut first = word_at(text, start);
    if words.weekday(first.of(text)).is_some() {
        first = next(text, first.end)?;
    }
    let (end, year, month, day) = iso(text, first)
        .or_else(|| day_first(text, first, words))
        .or_else(|| month_first(text, first, words))?;
    Some(Beside {
        span: LocalSpan::new(start, end),
        year,
        month,
        day,
    })
}

/// The next word, over blanks and one comma.
fn next(text: &str, at: usize) -> Option<Word> {
    let comma = text[at..].starts_with(',');
    word_after(text, at + usize::from(comma))
}

type Parts = (usize, Option<i16>, i8, i8);

fn iso(text: &str, word: Word) -> Option<Parts> {
    let date = crate::date::Date::parse(word.of(text).get(..10)?)?;
    let crate::date::Date::Day(day) = date else {
        return None;
    };
    Some((word.start + 10, Some(day.year()), day.month(), day.day()))
}

fn day_first(text: &str, word: Word, words: &Words) -> Option<Parts> {
    let day = day_of(word.of(text))?;
    let dot = usize::from(text[word.end..].starts_with('.'));
    let mut name = word_after(text, word.end + dot)?;
    if matches!(name.of(text), "of" | "de") {
        name = word_after(text, name.end)?;
    }
    let month = month(text, name, words)?;
    let (end, year) = year_after(text, name.end);
    Some((end, year, month, day))
}

fn month_first(text: &str, word: Word, words: &Words) -> Option<Parts> {
    let month = month(text, word, words)?;
    let dot = usize::from(text[word.end..].starts_with('.'));
    let number = word_after(text, word.end + dot)?;
    let day = day_of(number.of(text))?;
    let (end, year) = year_after(text, number.end);
    Some((end, year, month, day))
}

fn month(text: &str, word: Word, words: &Words) -> Option<i8> {
    words
        .month(word.of(text))
        .or_else(|| Calendar::month_in_any(word.of(text)))
}

fn year_after(text: &str, at: usize) -> (usize, Option<i16>) {
    let year = next(text, at).and_then(|word| {
        let year = word.of(text);
        let four = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        Some((word.end, four.then(|| year.parse().ok())??))
    });
    match year {
        Some((end, year)) => (end, Some(year)),
        None => (at, None),
    }
}

fn day_of(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let day: i8 = digits.parse().ok()?;
    let plain = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er");
    (plain && digits.len() <= 2 && (1..=31).contains(&day)).then_some(day)
}
