//! Dates as texts write them, and lines that are nothing but a date.

use jiff::civil;

use crate::date::Date;
use crate::moment::Calendar;
use crate::text::Span;
use crate::transcript::eastern::eastern;
use crate::transcript::lexicon::LEXICON;
use crate::transcript::line::is_space;

/// A date written in a text (bytes of that text), its weekday included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Written {
    /// The day.
    pub(crate) day: civil::Date,
    /// Where it is written.
    pub(crate) span: Span,
}

/// The full dates of `words` in their order: `15 March 2023`, `March 15th, 2023`, `Wednesday 15 March 2023`,
/// `2023-03-15`, `15.03.2023`, `2023年3月15日`. Slashed dates are not read: which number is the month differs by country.
pub(crate) fn dates(words: &str) -> Vec<Written> {
    if !words.is_ascii() {
        let found = eastern(words);
        if !found.is_empty() {
            return found;
        }
    }
    if !words.chars().any(char::is_numeric) {
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
        } else if let Some(month) = month(token) {
            let before = neighbour(words, &tokens, at, -1);
            let after = neighbour(words, &tokens, at, 1);
            let day_before = before.and_then(|at| Some((at, day_of(tokens[at].of(words))?)));
            let year_before = before.and_then(|at| Some((at, year(tokens[at].of(words))?)));
            let year_after = after.and_then(|at| Some((at, year(tokens[at].of(words))?)));
            if let (Some((from, day)), Some((to, year))) = (day_before, year_after) {
                push(words, &tokens, &mut found, (year, month, day), from, to);
            } else if let (Some((from, year)), Some(after)) = (year_before, after)
                && let Some(day) = day_of(tokens[after].of(words))
            {
                // "2023. március 15."
                push(words, &tokens, &mut found, (year, month, day), from, after);
            } else if let Some(after) = after
                && let Some(day) = day_of(tokens[after].of(words))
                && let Some(year) = tokens
                    .get(after + 1)
                    .and_then(|token| year(token.of(words)))
            {
                push(
                    words,
                    &tokens,
                    &mut found,
                    (year, month, day),
                    at,
                    after + 1,
                );
            }
        }
    }
    found
}

/// The token beside token `at`, `way` being -1 or 1, over one word that only joins.
fn neighbour(words: &str, tokens: &[Span], at: usize, way: isize) -> Option<usize> {
    let beside = at.checked_add_signed(way)?;
    if joins(tokens.get(beside)?.of(words)) {
        beside
            .checked_add_signed(way)
            .filter(|at| *at < tokens.len())
    } else {
        Some(beside)
    }
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
        Some(token) if Calendar::weekday_in_any(token.of(words)).is_some() => {
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

/// A month's number, by its name or short form in any language there is a calendar of.
fn month(token: &str) -> Option<i8> {
    token
        .starts_with(char::is_alphabetic)
        .then(|| Calendar::month_in_any(token))?
}

/// Whether a token only joins day, month and year: "of", and "de" in "15 de marzo de 2023".
fn joins(token: &str) -> bool {
    matches!(token.to_lowercase().as_str(), "of" | "de" | "do" | "del")
}

/// The digits of a number, be they Arabic as the West or as the East writes them.
fn number(digits: &str) -> Option<i16> {
    let value = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '٠'..='٩' => Some(u32::from(c) - u32::from('٠')),
        '۰'..='۹' => Some(u32::from(c) - u32::from('۰')),
        _ => None,
    };
    let n = digits.chars().count();
    if !(1..=4).contains(&n) {
        return None;
    }
    digits.chars().try_fold(0, |sum: i16, c| {
        Some(sum * 10 + i16::try_from(value(c)?).ok()?)
    })
}

fn day_of(token: &str) -> Option<i8> {
    let digits = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &token[digits.len()..];
    let day = i8::try_from(number(digits)?).ok()?;
    (digits.chars().count() <= 2
        && (1..=31).contains(&day)
        && matches!(ending, "" | "st" | "nd" | "rd" | "th"))
    .then_some(day)
}

fn year(token: &str) -> Option<i16> {
    let year = number(token)?;
    (token.chars().count() == 4 && (1600..2200).contains(&year)).then_some(year)
}

/// Whether a line is a date and hardly anything else: `HC Deb 21 March 1918`, `March 15, 2023`, `Moscow, 15 March 2023`.
pub(crate) fn is_dateline(words: &str) -> bool {
    words.len() <= 80
        && dates(words)
            .first()
            .is_some_and(|date| is_nearly_all(words, date.span))
}

fn is_nearly_all(words: &str, date: Span) -> bool {
    let rest = words.len() - date.len();
    let around = [&words[..date.start], &words[date.end..]].concat();
    rest <= 30 && around.split(is_space).filter(|word| word.len() > 1).count() <= 3
}

/// The month a line tells that is a month with its year and hardly anything else: `Strelsau, March 2023`.
pub(crate) fn month_line(words: &str) -> Option<(Date, Span)> {
    if words.len() > 60 {
        return None;
    }
    let tokens = tokens(words);
    let at = tokens
        .iter()
        .position(|token| month(token.of(words)).is_some())?;
    let to = neighbour(words, &tokens, at, 1)?;
    let span = Span::new(tokens[at].start, tokens[to].end);
    let date = Date::Month(year(tokens[to].of(words))?, month(tokens[at].of(words))?);
    let stops = words.ends_with(['.', '?', '!', ':', ';']);
    (is_nearly_all(words, span) && !stops).then_some((date, span))
}

/// The place a dateline names before or after its date: `Strelsau` in `Strelsau, 15 March 2023` (bytes of the line).
pub(crate) fn place_of(words: &str, date: Span) -> Option<Span> {
    let mark = |c: char| {
        is_space(c) || matches!(c, ',' | ';' | '–' | '—' | '-' | '(' | ')' | '|' | '·' | '/')
    };
    let trimmed = |from: usize, to: usize| {
        // "Press conference, Strelsau": the place is the last of several.
        let part = &words[from..to];
        let last = part
            .trim_end_matches(mark)
            .rfind([',', ';', '|'])
            .map_or(0, |at| at + 1);
        let (from, part) = (from + last, &part[last..]);
        let start = from + (part.len() - part.trim_start_matches(mark).len());
        let name = part.trim_matches(mark);
        let span = Span::new(start, start + name.len());
        let capital = name.starts_with(char::is_uppercase);
        let plain = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '#' | '['));
        let last = name.rsplit(is_space).next().unwrap_or_default();
        let is_month_or_day = Calendar::month_in_any(last).or(Calendar::weekday_in_any(last));
        // "Press conference" is no place, "Port of Strelsau" is one.
        let common =
            |word: &str| word.starts_with(char::is_lowercase) && !LEXICON.particles.has(word);
        let place = !name.split(is_space).any(common);
        (capital
            && plain
            && place
            && name.len() >= 3
            && name.len() <= 60
            && is_month_or_day.is_none())
        .then_some(span)
    };
    // "Strelsau, 15 March 2023" has the mark of a place, "HC Deb 21 March 1918" has not.
    let before = words[..date.start].trim_end_matches(is_space);
    let set_off = before.ends_with([',', '–', '—', '-', '(', '|', '·', ';', '/']);
    let after = words[date.end..].trim_start_matches(is_space);
    let follows = after.starts_with([',', '–', '—', '|', '·']);
    let first = || set_off.then(|| trimmed(0, date.start)).flatten();
    let second = || follows.then(|| trimmed(date.end, words.len())).flatten();
    first().or_else(second)
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
    fn dates_are_read_in_other_languages_too() {
        for words in [
            "Strelsau, den 15. März 2023",
            "Strelsau, le 15 mars 2023",
            "Strelsau, 15 de marzo de 2023",
            "Strelsau, 15 марта 2023 года",
            "Strelsau, 15. marca 2023",
            "Стрельсау, 15 березня 2023 року",
            "Strelsau, 15 marca 2023 r.",
            "Strelsau, 2023. március 15.",
            "Στρέλσαου, 15 Μαρτίου 2023",
            "שטרלזאו, 15 במרץ 2023",
            "ستريلساو، ١٥ مارس ٢٠٢٣",
        ] {
            let days: Vec<String> = read(words).into_iter().map(|(day, _)| day).collect();
            assert_eq!(days, ["2023-03-15"], "{words}");
        }
    }

    #[test]
    fn the_place_of_a_dateline_is_told_apart_from_its_date() {
        let place = |words: &str| {
            let date = dates(words).first().map(|date| date.span)?;
            place_of(words, date).map(|place| place.of(words).to_owned())
        };
        for words in [
            "Strelsau, 15 March 2023",
            "15 March 2023, Strelsau",
            "Strelsau — March 15, 2023",
            "STRELSAU (15.03.2023)",
        ] {
            assert_eq!(
                place(words).map(|place| place.to_lowercase()).as_deref(),
                Some("strelsau"),
                "{words}"
            );
        }
        for words in [
            "HC Deb 21 March 1918",
            "March 15, 2023",
            "Tuesday, March 15, 2022",
        ] {
            assert_eq!(place(words), None, "{words}");
        }
    }

    #[test]
    fn a_line_may_tell_the_month_only() {
        assert_eq!(
            month_line("Strelsau, March 2023").map(|(date, _)| date.to_string()),
            Some("2023-03".to_owned())
        );
        assert_eq!(month_line("In March 2023 nothing of note was said."), None);
        assert_eq!(month_line("The long way home"), None);
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
