//! The parts of a written date around its month: what stands before it and behind it.

use jiff::civil::Weekday;

use crate::text::Span;

use super::WEEKDAYS;
use crate::date::MONTHS;

/// The month a name or its usual short form means.
pub(super) fn month(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| {
        *month == name || name.len() >= 3 && name.len() <= 4 && month.starts_with(name)
    })?;
    i8::try_from(at + 1).ok()
}

/// Past the stop of a short form.
pub(super) fn end_of_month(text: &str, word: Span) -> usize {
    word.end + usize::from(word.len() <= 4 && text[word.end..].starts_with(". "))
}

/// A year after `at`, perhaps behind a comma, and where the date ends.
pub(super) fn year_after(text: &str, at: usize) -> (Option<i16>, usize) {
    let rest = text[at..].strip_prefix(',').unwrap_or(&text[at..]);
    let year = trim_space_start(rest).and_then(|rest| {
        let digits = rest.get(..4)?;
        let is_year = digits.bytes().all(|b| b.is_ascii_digit())
            && !rest[4..].starts_with(|c: char| c.is_alphanumeric() || c == '%');
        let end = text.len() - rest.len() + 4;
        (is_year && matches!(digits.as_bytes()[0], b'1' | b'2')).then_some((digits, end))
    });
    match year {
        Some((digits, end)) => (digits.parse().ok(), end),
        None => (None, at),
    }
}

/// A weekday that ends `before`, perhaps behind a comma or "the".
pub(super) fn weekday_before(before: &str) -> Option<(Span, Weekday)> {
    let before = before.strip_suffix("the ").unwrap_or(before);
    let before = trim_space_end(before)?;
    let before = before.strip_suffix(',').unwrap_or(before);
    let (name, weekday) = WEEKDAYS.iter().find(|(name, _)| before.ends_with(name))?;
    let start = before.len() - name.len();
    Some((Span::new(start, before.len()), *weekday))
}

/// Without the spaces at its end, of which there must be one or two on the same line.
pub(super) fn trim_space_end(text: &str) -> Option<&str> {
    let trimmed = text.trim_end_matches([' ', '\u{a0}']);
    (trimmed.len() < text.len()).then_some(trimmed)
}

pub(super) fn trim_space_start(text: &str) -> Option<&str> {
    let trimmed = text.trim_start_matches([' ', '\u{a0}']);
    (trimmed.len() < text.len()).then_some(trimmed)
}
