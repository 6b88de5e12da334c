//! Finds moments in a paragraph: one pass over its words, which looks around only where a word of time stands.

use crate::text::LocalSpan;

use super::beside::date_after;
use super::calendar::{Calendar, Sense, Side, Unit};
use super::words::{Word, word_after, word_at, word_before};
use super::{Aim, Moment, Told};

/// How many words around a weekday are searched for what says that it lies ahead.
const SIGHT: usize = 12;

/// The moments of a paragraph in text order, without overlap. `starts` are the bytes at which its words begin, in order.
pub fn find(
    text: &str,
    calendar: &Calendar,
    starts: impl IntoIterator<Item = usize>,
) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    let mut free = 0;
    for start in starts {
        if start < free || !calendar.may_begin(&text.as_bytes()[start..]) {
            continue;
        }
        let word = word_at(text, start);
        if !calendar.may_tell(word.of(text)) || !calendar.goes_on(text, word) {
            continue;
        }
        let scene = Scene {
            text,
            calendar,
            word,
        };
        let found = calendar
            .senses(text, word)
            .find_map(|(end, sense)| scene.moment(end, sense));
        if let Some(mut moment) = found
            && moment.span.start() >= free
        {
            moment.beside = date_after(text, moment.span.end(), calendar);
            free = moment
                .beside
                .map_or(moment.span, |beside| beside.span)
                .end();
            moments.push(moment);
        }
    }
    moments
}

/// A word of time and where it stands.
struct Scene<'a> {
    text: &'a str,
    calendar: &'a Calendar,
    word: Word,
}

impl Scene<'_> {
    fn moment(&self, end: usize, sense: Sense) -> Option<Moment> {
        let start = self.word.start;
        match sense {
            Sense::Day(n) => Some(self.told(start, self.part(end), Told::Steps(Unit::Day, n))),
            Sense::Step(n) => self.stepped(end, n),
            Sense::Weekday(day) => self.weekday(end, day),
            Sense::Ago(way) => self.ago(end, way),
            _ => None,
        }
    }

    fn told(&self, start: usize, end: usize, told: Told) -> Moment {
        let (start, side) = match self.ending_at(start, |sense| match sense {
            Sense::Refine(side) => Some(side),
            _ => None,
        }) {
            Some((start, side)) => (start, Some(side)),
            None => (start, None),
        };
        let whole = matches!(told, Told::Steps(..));
        // "late Tuesday" is a time of that day, not another day.
        let side = side.filter(|side| whole || *side == Side::Within);
        Moment {
            span: LocalSpan::new(start, end),
            told,
            side,
            beside: None,
        }
    }

    /// "last month", "this Friday", "next March".
    fn stepped(&self, end: usize, n: i32) -> Option<Moment> {
        if self.is_before(|sense| matches!(sense, Sense::Article)) {
            return None;
        }
        let next = word_after(self.text, end)?;
        let aim = match n {
            0 => Aim::This,
            1.. => Aim::Next,
            _ => Aim::Last,
        };
        let (end, told) = self.senses(next).find_map(|(end, sense)| {
            let told = match sense {
                Sense::Unit(unit, 1) if unit != Unit::Day => Told::Steps(unit, n),
                Sense::Weekday(day) => Told::Weekday(day, aim),
                Sense::Month(month) if next.is_capital(self.text) => Told::Month(month, aim),
                _ => return None,
            };
            Some((end, told))
        })?;
        let end = self.part(end);
        let of = word_after(self.text, end)
            .is_some_and(|word| self.means(word, |sense| matches!(sense, Sense::Of)));
        (!of).then(|| self.told(self.word.start, end, told))
    }

    /// "on Tuesday", "Tuesday morning"; neither "every Tuesday", "Tuesday 15 March" nor "Super Tuesday".
    fn weekday(&self, end: usize, day: i8) -> Option<Moment> {
        let (text, word) = (self.text, self.word);
        if self.calendar.capital && !word.is_capital(text) {
            return None;
        }
        // "Tuesdays", "Sunday's": the first is a habit and not in the lists, the second is a day.
        let unsuited = |sense: Sense| matches!(sense, Sense::Recurring | Sense::Article);
        let named = |sense: Sense| matches!(sense, Sense::Name).then_some(());
        if self.is_before(unsuited)
            || self.ending_at(end, named).is_some()
            || date_after(text, end, self.calendar).is_some()
            || word_before(text, word.start).is_some_and(|word| is_number(word.of(text)))
        {
            return None;
        }
        let called = self.is_before(|sense| matches!(sense, Sense::Before));
        let comma = text[end..].trim_start_matches([',', ' ', '\u{a0}']);
        if comma.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let opens = text[..word.start]
            .trim_end()
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric());
        let before = word_before(text, word.start).is_some_and(|word| word.is_capital(text));
        let after = word_after(text, end).is_some_and(|word| word.is_capital(text));
        if !called && (before || after && !opens) {
            return None;
        }
        let aim = if self.lies_ahead(end) {
            Aim::Ahead
        } else {
            Aim::Behind
        };
        Some(self.told(word.start, self.part(end), Told::Weekday(day, aim)))
    }

    /// "three days ago", "two weeks from now", "in a year’s time"; not "more than ten years ago".
    fn ago(&self, end: usize, way: i32) -> Option<Moment> {
        let (text, word) = (self.text, self.word);
        let gap = text[..word.start].trim_end();
        // "two weeks’ time", and "a year’s time".
        let bare = gap.trim_end_matches(['\'', '’']);
        let stem = bare.trim_end_matches(char::is_alphanumeric);
        let possessive = stem.trim_end_matches(['\'', '’']);
        let owned = bare.len() < gap.len() || possessive.len() < stem.len();
        // "time" tells a distance only behind a possessive.
        let is_time = way > 0 && end == word.end;
        if is_time != owned || gap.len() == word.start || stem.len() == bare.len() {
            return None;
        }
        let unit = if possessive.len() < stem.len() {
            possessive.trim_end_matches(char::is_alphanumeric).len()
        } else {
            stem.len()
        };
        let unit_word = word_at(text, unit);
        let (unit, size) = self.senses(unit_word).find_map(|(_, sense)| match sense {
            Sense::Unit(unit, size) => Some((unit, size)),
            _ => None,
        })?;
        let digits = word_before(text, unit_word.start).filter(|word| is_number(word.of(text)));
        let (start, count) = match digits {
            Some(digits) => (digits.start, digits.of(text).parse::<i32>().ok()?),
            None => self.ending_at(unit_word.start, |sense| match sense {
                Sense::Number(count) => Some(count),
                _ => None,
            })?,
        };
        let loose = |sense: Sense| matches!(sense, Sense::About).then_some(());
        if self.ending_at(start, loose).is_some() || text[..start].ends_with(['.', ',', '-']) {
            return None;
        }
        let steps = count.checked_mul(size)?.checked_mul(way)?;
        Some(self.told(start, end, Told::Steps(unit, steps)))
    }

    /// Past a part of the day: "yesterday |morning".
    fn part(&self, end: usize) -> usize {
        let next = word_after(self.text, end)
            .filter(|word| self.means(*word, |sense| matches!(sense, Sense::Part)));
        next.map_or(end, |word| word.end)
    }

    fn senses(&self, word: Word) -> impl Iterator<Item = (usize, Sense)> + '_ {
        self.calendar.senses(self.text, word)
    }

    fn means(&self, word: Word, wanted: impl Fn(Sense) -> bool) -> bool {
        self.senses(word).any(|(_, sense)| wanted(sense))
    }

    /// Whether the word right before does something.
    fn is_before(&self, wanted: impl Fn(Sense) -> bool) -> bool {
        let before = word_before(self.text, self.word.start);
        before.is_some_and(|word| self.means(word, wanted))
    }

    /// What the longest phrase of at most three words does that ends right before byte `at`, and where it begins; or that
    /// ends at `at` itself.
    fn ending_at<T>(&self, at: usize, wanted: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        let text = self.text;
        let trimmed = text[..at].trim_end().len();
        let mut from = at;
        let mut found = None;
        for _ in 0..3 {
            let Some(word) = word_before(text, from).or_else(|| {
                // The phrase that ends with the word before `at` itself.
                let rest = text[..from].trim_end_matches(char::is_alphanumeric);
                (rest.len() < from).then(|| word_at(text, rest.len()))
            }) else {
                break;
            };
            let mut ends = self
                .senses(word)
                .filter(|(end, _)| *end == trimmed || *end == at);
            if let Some(value) = ends.find_map(|(_, sense)| wanted(sense)) {
                found = Some((word.start, value));
            }
            from = word.start;
        }
        found
    }

    /// Whether the sentence says that the day at its hand lies ahead.
    fn lies_ahead(&self, end: usize) -> bool {
        let future = |sense: Sense| matches!(sense, Sense::Future);
        let mut before = self.word.start;
        for _ in 0..SIGHT {
            let Some(word) = word_before(self.text, before) else {
                break;
            };
            if self.means(word, future) {
                return true;
            }
            before = word.start;
        }
        let mut after = end;
        for _ in 0..SIGHT / 2 {
            let Some(word) = word_after(self.text, after) else {
                break;
            };
            if self.means(word, future) {
                return true;
            }
            after = word.end;
        }
        false
    }
}

fn is_number(word: &str) -> bool {
    word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())
}
