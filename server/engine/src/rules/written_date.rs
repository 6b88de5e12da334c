//! Dates as prose writes them, possible or not: `Wednesday, 15 March 2023`, `March 15th, 2023`, `2023-03-15`, and in other
//! languages `15. März 2023`.
//!
//! The transcript floor keeps only dates that exist; the rules about dates need the others too.

mod foreign;
mod parts;

use jiff::civil::{Date, Weekday};

use crate::date::MONTHS;
use crate::text::Span;

use super::bytes::digit_from;

use foreign::foreign;
use parts::{end_of_month, month, trim_space_end, trim_space_start, weekday_before, year_after};

/// A date written in words or in ISO form; it need not exist.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct WrittenDate {
    /// All of it, the weekday included (bytes).
    pub(super) span: Span,
    /// The weekday beside it.
    pub(super) weekday: Option<(Span, Weekday)>,
    /// The number of the day, with its ordinal ending.
    pub(super) day_span: Span,
    /// The day of the month as written, 0 to 99.
    pub(super) day: i8,
    /// The month, from 1.
    pub(super) month: i8,
    /// The year, if it stands with it.
    pub(super) year: Option<i16>,
    /// Whether it is written in English, so that its words can be put right.
    pub(super) english: bool,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

impl WrittenDate {
    /// The same date in a text in which this one's text begins at byte `base`.
    fn moved(self, base: usize) -> Self {
        let place = |span: Span| Span::new(span.start + base, span.end + base);
        WrittenDate {
            span: place(self.span),
            weekday: self.weekday.map(|(span, weekday)| (place(span), weekday)),
            day_span: place(self.day_span),
            ..self
        }
    }

    /// The day it means, if the calendar has it and the year stands with it.
    pub(super) fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// The last day of its month; 29 for a February without a year.
    pub(super) fn days_in_month(&self) -> i8 {
        // 2000 was a leap year.
        Date::new(self.year.unwrap_or(2000), self.month, 1).map_or(31, Date::days_in_month)
    }
}

/// The English name of a weekday.
pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS
        .iter()
        .find(|(_, other)| *other == weekday)
        .map_or("", |(name, _)| name)
}

/// The English name of a month, from 1.
pub(super) fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|at| MONTHS.get(at))
        .map_or("", |name| name)
}

/// Every date in `part` of `text`, in text order; nothing outside the part is looked at.
pub(super) fn written_dates(text: &str, part: Span) -> Vec<WrittenDate> {
    let mut dates = Vec::new();
    let text = part.of(text);
    let bytes = text.as_bytes();
    let mut last_digit: Option<usize> = None;
    let mut at = 0;
    // So many words are still looked at before the next figure is searched for.
    let mut n_near: usize = 0;
    loop {
        let follows_figure =
            |start: usize| last_digit.is_some_and(|digit| start - digit <= BEHIND_DAY);
        if n_near == 0 && !follows_figure(at) {
            // No date is written without a figure, and most text has none.
            let Some(digit) = digit_from(bytes, at) else {
                return dates;
            };
            at = word_before(bytes, digit, at);
            n_near = 2;
        }
        let Some(word) = word_from(bytes, at) else {
            return dates;
        };
        if let Some(date) = date_at(text, word, follows_figure(word.start)) {
            dates.push(date.moved(part.start));
        }
        n_near -= usize::from(n_near > 0 && !is_blank(bytes, word.start));
        let own = &bytes[word.start..word.end];
        if let Some(digit) = own.iter().rposition(u8::is_ascii_digit) {
            last_digit = Some(word.start + digit);
            n_near = WORDS_BEHIND_DAY;
        }
        at = word.end;
    }
}

/// So many bytes may stand between the figure of a day and a month behind it: an ending, "de", white space.
const BEHIND_DAY: usize = 24;
/// The month is one of so many words behind the day, however wide the gap: "15th of March".
const WORDS_BEHIND_DAY: usize = 2;

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// The first whole word from byte `at` on.
fn word_from(bytes: &[u8], at: usize) -> Option<Span> {
    let start = at + bytes[at..].iter().position(|byte| is_in_word(*byte))?;
    let len = bytes[start..].iter().position(|byte| !is_in_word(*byte));
    Some(Span::new(start, len.map_or(bytes.len(), |len| start + len)))
}

/// Whether a word begins like a blank that keeps a line together: to the bytes it is a word.
fn is_blank(bytes: &[u8], start: usize) -> bool {
    bytes[start] == 0xc2
}

/// Where the word before the one that holds byte `inside` begins, but not before byte `from`.
fn word_before(bytes: &[u8], inside: usize, from: usize) -> usize {
    let back = |until: usize, passes: fn(u8) -> bool| {
        let before = bytes[from..until].iter().rev();
        until - before.take_while(|byte| passes(**byte)).count()
    };
    let mut start = back(inside, is_in_word);
    loop {
        start = back(back(start, |byte| !is_in_word(byte)), is_in_word);
        if start == from || !is_blank(bytes, start) {
            return start;
        }
    }
}

/// The date whose month, or whose year in ISO form, is the word at `word`; `follows_figure` says whether a day may stand
/// before it.
fn date_at(text: &str, word: Span, follows_figure: bool) -> Option<WrittenDate> {
    let name = word.of(text);
    let english = match name.as_bytes()[0] {
        b'1' | b'2' if name.len() == 4 => iso(text, word),
        b'A'..=b'S' => month(name).and_then(|month| {
            day_first(text, word, month).or_else(|| month_first(text, word, month))
        }),
        _ => None,
    };
    english.or_else(|| follows_figure.then(|| foreign(text, word))?)
}

/// `2023-03-15`, not as part of a longer number, name or version.
fn iso(text: &str, word: Span) -> Option<WrittenDate> {
    let before = text[..word.start].chars().next_back();
    if before.is_some_and(|c| "-./:_".contains(c)) {
        return None;
    }
    let rest = text[word.end..].strip_prefix('-')?;
    let two = |text: &str| {
        let digits = text.get(..2)?;
        digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| digits.parse::<i8>().ok())?
    };
    let month = two(rest)?;
    let day = two(rest[2..].strip_prefix('-')?)?;
    let after = rest[5..].chars().next();
    let ends = after.is_none_or(|c| !(c.is_alphanumeric() && c != 'T' || "-_/".contains(c)));
    let end = word.end + 6;
    (ends && (1..=12).contains(&month)).then(|| WrittenDate {
        span: Span::new(word.start, end),
        weekday: None,
        day_span: Span::new(end - 2, end),
        day,
        month,
        year: word.of(text).parse().ok(),
        english: true,
    })
}

/// `15 March 2023`, `15th of March`.
fn day_first(text: &str, word: Span, month: i8) -> Option<WrittenDate> {
    let before = trim_space_end(&text[..word.start])?;
    let before = before
        .strip_suffix(" of")
        .map_or(before, |before| before.trim_end_matches(' '));
    let day_end = before.len();
    let digits_end = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| before.strip_suffix(ending))
        .unwrap_or(before);
    let day_start = digits_end
        .trim_end_matches(|c: char| c.is_ascii_digit())
        .len();
    let day: i8 = digits_end.get(day_start..)?.parse().ok()?;
    let before = &text[..day_start];
    if before.ends_with(|c: char| c.is_alphanumeric() || "-–./:,€$£+".contains(c)) {
        return None;
    }
    let (year, end) = year_after(text, end_of_month(text, word));
    let weekday = weekday_before(before);
    Some(WrittenDate {
        span: Span::new(weekday.map_or(day_start, |(span, _)| span.start), end),
        weekday,
        day_span: Span::new(day_start, day_end),
        day,
        month,
        year,
        english: true,
    })
}

/// `March 15th, 2023`. Without a year only before a stop or comma: "in April 31 ships called" is no date.
fn month_first(text: &str, word: Span, month: i8) -> Option<WrittenDate> {
    let month_end = end_of_month(text, word);
    let after = trim_space_start(&text[month_end..])?;
    let day_start = text.len() - after.len();
    let n_digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let day: i8 = after.get(..n_digits)?.parse().ok()?;
    let rest = &after[n_digits..];
    let rest = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| rest.strip_prefix(ending))
        .unwrap_or(rest);
    let day_end = text.len() - rest.len();
    let (year, end) = year_after(text, day_end);
    let mut after = rest.chars();
    let is_whole = match after.next() {
        None | Some('\n' | '\r' | ';' | ')') => true,
        Some('.' | ',') => after.next().is_none_or(|c| !c.is_ascii_digit()),
        _ => false,
    };
    if year.is_none() && !is_whole {
        return None;
    }
    let weekday = weekday_before(&text[..word.start]);
    Some(WrittenDate {
        span: Span::new(weekday.map_or(word.start, |(span, _)| span.start), end),
        weekday,
        day_span: Span::new(day_start, day_end),
        day,
        month,
        year,
        english: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = written_dates(text, Span::new(0, text.len()))
            .iter()
            .map(|date| date.span.of(text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_date_is_read_in_either_order_with_its_weekday_and_year() {
        check(
            "on Wednesday 15 March 2023, at noon",
            &["Wednesday 15 March 2023"],
        );
        check("Sunday, 6 Feb. 2023 and", &["Sunday, 6 Feb. 2023"]);
        check("Friday, March 3rd, 2023", &["Friday, March 3rd, 2023"]);
        check("the 31st of April", &["31st of April"]);
        check("(2023-02-30)", &["2023-02-30"]);
    }

    #[test]
    fn a_date_of_another_language_has_its_year() {
        check(
            "am Donnerstag, dem 15. März 2023, und",
            &["Donnerstag, dem 15. März 2023"],
        );
        check("le jeudi 15 mars 2023.", &["jeudi 15 mars 2023"]);
        check(
            "El jueves 31 de abril de 2023",
            &["jueves 31 de abril de 2023"],
        );
        check(
            "в четверг, 31 апреля 2023 года",
            &["четверг, 31 апреля 2023"],
        );
        check("il 1º marzo 2023 e", &["1º marzo 2023"]);
        check("le 1er avril 2023", &["1er avril 2023"]);
        check("We counted 31 out of 40, and 31 set out in 2023.", &[]);
        check("31 years ago 2023 was far", &[]);
    }

    #[test]
    fn a_month_that_is_a_word_or_a_count_is_no_date() {
        check("In April 31 ships called", &[]);
        check("They may 30 times", &[]);
        check("release 10.2023-02-30, file-2023-02-31-b", &[]);
        check("a ratio of 3:31 March on", &[]);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[JFMA0-9a-z, .\u{a0}é-]{0,40}(March|May) [0-9a-z ,é]{0,12}") {
            written_dates(&text, Span::new(0, text.len()));
        }
    }
}
