//! Dates as texts write them, and lines that are nothing but a date.

use jiff::civil;

use crate::text::Span;
use crate::transcript::line::is_space;

/// Month names, in order; three letters are enough for any of them.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A date written in a text (bytes of that text), its weekday included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Written {
    /// The day.
    pub(crate) day: civil::Date,
    /// Where it is written.
    pub(crate) span: Span,
}

/// The full dates of `words` in their order: `15 March 2023`, `March 15th, 2023`, `Wednesday 15 March 2023`,
/// `2023-03-15`, `15.03.2023`. Slashed dates are not read: which number is the month differs by country.
pub(crate) fn dates(words: &str) -> Vec<Written> {
    if !words.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(words);
    let mut found: Vec<Written> = Vec::new();
    for at in 0..tokens.len() {
        let token = tokens[at].of(words);
        if let Some(day) = numeric(token) {
            found.push(Written {
                day,
                span: with_weekday(words, &tokens, at, tokens[at]),
            });
        } else if let (Some(month), Some(before), Some(after)) =
            (month(token), at.checked_sub(1), tokens.get(at + 1))
        {
            let first = |skip: usize| {
                before
                    .checked_sub(skip)
                    .and_then(|at| day_of(tokens[at].of(words)).map(|day| (day, at)))
            };
            let of = tokens[before].of(words).eq_ignore_ascii_case("of");
            if let (Some((day, from)), Some(year)) = (first(usize::from(of)), year(after.of(words)))
            {
                push(words, &tokens, &mut found, (year, month, day), from, at + 1);
            } else if let (Some(day), Some(year)) = (
                day_of(after.of(words)),
                tokens.get(at + 2).and_then(|token| year(token.of(words))),
            ) {
                push(words, &tokens, &mut found, (year, month, day), at, at + 2);
            }
        } else if let (Some(month), Some(day), Some(year)) = (
            month(token),
            tokens.get(at + 1).and_then(|token| day_of(token.of(words))),
            tokens.get(at + 2).and_then(|token| year(token.of(words))),
        ) {
            push(words, &tokens, &mut found, (year, month, day), at, at + 2);
        }
    }
    found
}

fn push(
    words: &str,
    tokens: &[Span],
    found: &mut Vec<Written>,
    date: (i16, i8, i8),
    from: usize,
    to: usize,
) {
    if let Ok(day) = civil::Date::new(date.0, date.1, date.2) {
        let span = Span::new(tokens[from].start, tokens[to].end);
        found.push(Written {
            day,
            span: with_weekday(words, tokens, from, span),
        });
    }
}

/// `span` with the weekday that stands before its first token.
fn with_weekday(words: &str, tokens: &[Span], first: usize, span: Span) -> Span {
    let before = first.checked_sub(1).map(|at| tokens[at]);
    match before {
        Some(token) if WEEKDAYS.contains(&token.of(words).to_lowercase().as_str()) => {
            Span::new(token.start, span.end)
        }
        _ => span,
    }
}

/// Runs of letters and digits; an ISO or dotted date is one token.
fn tokens(words: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut start = None;
    let inner = |at: usize| {
        let digit = |at: Option<&u8>| at.is_some_and(u8::is_ascii_digit);
        let bytes = words.as_bytes();
        digit(bytes.get(at + 1)) && at > 0 && digit(bytes.get(at - 1))
    };
    for (at, c) in words.char_indices() {
        if c.is_alphanumeric() || (matches!(c, '-' | '.') && inner(at)) {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            tokens.push(Span::new(from, at));
        }
    }
    if let Some(from) = start {
        tokens.push(Span::new(from, words.len()));
    }
    tokens
}

fn numeric(token: &str) -> Option<civil::Date> {
    let (mark, parts): (char, Vec<&str>) = match token {
        _ if token.matches('-').count() == 2 => ('-', token.split('-').collect()),
        _ if token.matches('.').count() == 2 => ('.', token.split('.').collect()),
        _ => return None,
    };
    let number = |part: &str, widths: std::ops::RangeInclusive<usize>| {
        (widths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    let (year, month, day) = match mark {
        '-' => (
            number(parts[0], 4..=4)?,
            number(parts[1], 2..=2)?,
            number(parts[2], 2..=2)?,
        ),
        _ => (
            number(parts[2], 4..=4)?,
            number(parts[1], 1..=2)?,
            number(parts[0], 1..=2)?,
        ),
    };
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A month's number, by its name or its first three letters.
fn month(token: &str) -> Option<i8> {
    let word = token.trim_end_matches('.').to_lowercase();
    let at = MONTHS.iter().position(|month| {
        *month == word
            || (word.len() == 3 && month.starts_with(&word))
            || (word == "sept" && *month == "september")
    })?;
    i8::try_from(at + 1).ok()
}

fn day_of(token: &str) -> Option<i8> {
    let digits = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &token[digits.len()..];
    let day: i8 = digits.parse().ok()?;
    (digits.len() <= 2
        && (1..=31).contains(&day)
        && matches!(ending, "" | "st" | "nd" | "rd" | "th"))
    .then_some(day)
}

fn year(token: &str) -> Option<i16> {
    let year: i16 = token.parse().ok()?;
    (token.len() == 4 && (1600..2200).contains(&year)).then_some(year)
}

/// Whether a line is a date and hardly anything else: `HC Deb 21 March 1918`, `March 15, 2023`, `Moscow, 15 March 2023`.
pub(crate) fn is_dateline(words: &str) -> bool {
    words.len() <= 80
        && dates(words).first().is_some_and(|date| {
            let rest = words.len() - date.span.len();
            let around = [&words[..date.span.start], &words[date.span.end..]].concat();
            rest <= 30 && around.split(is_space).filter(|word| word.len() > 1).count() <= 3
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Vec<(String, &str)> {
        dates(words)
            .iter()
            .map(|date| (date.day.to_string(), date.span.of(words)))
            .collect()
    }

    #[test]
    fn dates_are_read_in_the_ways_pages_write_them() {
        for (words, span) in [
            (
                "Held on Wednesday 15 March 2023 in the hall",
                "Wednesday 15 March 2023",
            ),
            ("March 15, 2023", "March 15, 2023"),
            ("Wednesday, March 15th, 2023", "Wednesday, March 15th, 2023"),
            ("the 15th of March 2023.", "15th of March 2023"),
            ("date: '2023-03-15'", "2023-03-15"),
            ("Am 15.03.2023 gesagt", "15.03.2023"),
        ] {
            assert_eq!(read(words), [("2023-03-15".to_string(), span)], "{words}");
        }
    }

    #[test]
    fn days_that_do_not_exist_and_bare_months_are_no_dates() {
        assert!(read("31 April 2023, and March 2023, and 3.5.1 too").is_empty());
    }

    #[test]
    fn a_line_with_a_date_and_a_place_is_a_dateline() {
        assert!(is_dateline("HC Deb 21 March 1918"));
        assert!(is_dateline("Strelsau, 15 March 2023"));
        assert!(!is_dateline(
            "The two met on 15 March 2023 in the capital to talk."
        ));
    }
}
