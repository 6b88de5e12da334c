//! The words of time of one language: months and weekdays, "yesterday", "last", "week", "ago".
//!
//! They are data, one file a language; a language is added by a file and a line in [`FILES`]. What a line does is its kind:
//!
//! | kind | value | the words |
//! | --- | --- | --- |
//! | `month`, `weekday` | its number, from 1 | name a month, a weekday (Monday is 1) |
//! | `day` | days from the day of writing | tell a day alone: "yesterday" |
//! | `step` | units from the one now running | stand before a unit, weekday or month: "last" |
//! | `unit` | `day`, `week`, `weekend`, `month`, `quarter` or `year`, and how many of it | name a stretch of time |
//! | `part` | 0 | name a part of a day |
//! | `number` | the number | count units |
//! | `ago` | -1 or 1 | follow a count of units and say which way it runs; `time` wants a possessive before it |
//! | `refine` | `before`, `after` or `within` | stand before a period and take a side of it: "earlier" |
//! | `future` | 0 | say that what they are said of lies ahead |
//! | `before` | 0 | stand before a weekday that means one day |
//! | `recurring` | 0 | make a habit of a weekday: "every" |
//! | `about` | 0 | make a count loose: "more than" |
//! | `name` | 0 | are names with a weekday in them |
//! | `article`, `of` | 0 | make "the last year" and "the last week of March" another thing than "last year" |
//! | `capital` | 0 | the kinds whose words begin with a capital in this language |

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::words::{Word, fold, word_after};

/// Months of languages that have no calendar, by their words.
static MONTHS: LazyLock<HashMap<&str, i8>> = LazyLock::new(|| {
    let lines = include_str!("words/months.tsv").lines();
    let rows = lines.filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(word, month)| Some((word, month.parse().ok()?)))
        .collect()
});

/// What some words do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sense {
    Month(i8),
    Weekday(i8),
    Day(i32),
    Step(i32),
    Unit(Unit, i32),
    Part,
    Number(i32),
    Ago(i32),
    Refine(Side),
    Future,
    Before,
    Recurring,
    About,
    Name,
    Article,
    Of,
}

impl Sense {
    /// Whether a moment can be found from a word that does this.
    fn can_tell(self) -> bool {
        matches!(
            self,
            Sense::Day(_) | Sense::Step(_) | Sense::Weekday(_) | Sense::Ago(_)
        )
    }
}

/// A stretch of time that people count in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
}

/// Which side of a period is meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Side {
    /// Up to the day of writing: "earlier this year".
    Before,
    /// From the day of writing on: "later this year".
    After,
    /// Some part of it: "early next week".
    Within,
}

/// The words of time of one language.
#[derive(Debug)]
pub struct Calendar {
    entries: HashMap<&'static str, Entry, FixedState>,
    /// Whether a weekday is written with a capital, so that one without is none.
    pub(super) capital: bool,
    /// The lengths of the words of ASCII that can tell a time, a bit each, by their first two letters.
    lengths: [u64; PAIRS],
}

/// What is told by the words that begin with one word.
#[derive(Debug, Default)]
struct Entry {
    /// The words behind it, the longest row first, and what they do with it.
    senses: Vec<(Vec<&'static str>, Sense)>,
    /// Whether a time can be told from it alone.
    tells_alone: bool,
    /// The letters with which the next word begins where a time is told from both, a bit each; all bits where one of them is no
    /// letter of ASCII.
    next: u32,
}

impl Entry {
    fn add(&mut self, rest: Vec<&'static str>, sense: Sense) {
        if sense.can_tell() {
            match rest.first() {
                None => self.tells_alone = true,
                Some(next) => self.next |= letter(next.as_bytes().first()).unwrap_or(u32::MAX),
            }
        }
        self.senses.push((rest, sense));
    }
}

/// The bit of a letter of ASCII.
fn letter(byte: Option<&u8>) -> Option<u32> {
    let byte = byte.filter(|byte| byte.is_ascii_alphabetic())?;
    Some(1 << ((byte | 0x20) - b'a'))
}

/// How many places there are for two letters.
const PAIRS: usize = 26 * 32;

/// The place of the first two letters of a text, or of its only one; `None` if it begins with others than those of ASCII.
fn pair(text: &[u8]) -> Option<usize> {
    let letter = |byte: u8| {
        byte.is_ascii_alphabetic()
            .then(|| usize::from(byte | 0x20) - 0x61)
    };
    let first = letter(*text.first()?)?;
    let second = match text.get(1) {
        Some(byte) if !byte.is_ascii() => return None,
        Some(byte) => letter(*byte).map_or(0, |letter| letter + 1),
        None => 0,
    };
    Some(first * 32 + second)
}

/// A file of each language, by its ISO 639 code; sorted.
const FILES: [(&str, &str); 9] = [
    ("de", include_str!("words/de.tsv")),
    ("en", include_str!("words/en.tsv")),
    ("es", include_str!("words/es.tsv")),
    ("fr", include_str!("words/fr.tsv")),
    ("it", include_str!("words/it.tsv")),
    ("nl", include_str!("words/nl.tsv")),
    ("pt", include_str!("words/pt.tsv")),
    ("ru", include_str!("words/ru.tsv")),
    ("sl", include_str!("words/sl.tsv")),
];

static CALENDARS: LazyLock<Vec<(&'static str, Calendar)>> = LazyLock::new(|| {
    let read = |(code, file): &(&'static str, &'static str)| (*code, Calendar::read(file));
    FILES.iter().map(read).collect()
});

impl Calendar {
    /// The English words.
    pub fn english() -> &'static Calendar {
        Calendar::of("en").expect("there is an English file")
    }

    /// The words of a language by its ISO 639 code (`de`), if there is a file of it.
    pub fn of(language: &str) -> Option<&'static Calendar> {
        let at = CALENDARS.binary_search_by_key(&language, |(code, _)| code);
        Some(&CALENDARS[at.ok()?].1)
    }

    /// The month that `word` names in any language, from 1; sources date their pages in their own.
    pub fn month_in_any(word: &str) -> Option<i8> {
        let first = |calendar: &Calendar| calendar.month(word);
        Calendar::english()
            .month(word)
            .or_else(|| CALENDARS.iter().find_map(|(_, calendar)| first(calendar)))
            .or_else(|| {
                MONTHS
                    .get(fold(word.trim_end_matches('.')).as_ref())
                    .copied()
            })
    }

    /// The weekday that `word` names in any language, Monday being 1.
    pub fn weekday_in_any(word: &str) -> Option<i8> {
        CALENDARS
            .iter()
            .find_map(|(_, calendar)| calendar.weekday(word))
    }

    /// The month that `word` names, from 1; a short form may have its stop.
    pub fn month(&self, word: &str) -> Option<i8> {
        self.single(word).find_map(|sense| match sense {
            Sense::Month(month) => Some(month),
            _ => None,
        })
    }

    /// The weekday that `word` names, Monday being 1.
    pub fn weekday(&self, word: &str) -> Option<i8> {
        self.single(word).find_map(|sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        })
    }

    /// The words from which a time can be told, as far as they are letters of ASCII alone; sorted.
    pub fn telling(&self) -> Vec<&'static str> {
        let tells = |(word, entry): (&&'static str, &Entry)| {
            let is_plain = word.bytes().all(|b| b.is_ascii_alphabetic());
            let can_tell = entry.tells_alone || entry.next != 0;
            (is_plain && can_tell).then_some(*word)
        };
        let mut words: Vec<&str> = self.entries.iter().filter_map(tells).collect();
        words.sort_unstable();
        words
    }

    /// Whether a text may begin with a word that tells a time, asked of every word before its end is looked for.
    pub(super) fn may_begin(&self, text: &[u8]) -> bool {
        pair(text).is_none_or(|pair| self.lengths[pair] != 0)
    }

    /// Whether `word` may be one that tells a time, asked before it is looked up.
    pub(super) fn may_tell(&self, word: &str) -> bool {
        let Some(pair) = pair(word.as_bytes()) else {
            return true;
        };
        self.lengths[pair] >> word.len().min(63) & 1 == 1
            || !word.bytes().all(|b| b.is_ascii_alphabetic())
    }

    fn single(&self, word: &str) -> impl Iterator<Item = Sense> + '_ {
        let folded = fold(word.trim_end_matches('.'));
        let entry = self.entries.get(folded.as_ref());
        let senses = entry.into_iter().flat_map(|entry| &entry.senses);
        senses
            .filter(|(rest, _)| rest.is_empty())
            .map(|(_, sense)| *sense)
    }

    /// Whether a time may be told from `word`, by what it is and how the next word begins: "the" tells none but before "day" and
    /// "current".
    pub(super) fn goes_on(&self, text: &str, word: Word) -> bool {
        let Some(entry) = self.entry(word.of(text)) else {
            return false;
        };
        let next = || {
            let rest = text[word.end..].trim_start();
            letter(rest.as_bytes().first())
                .map_or(entry.next == u32::MAX, |bit| entry.next & bit != 0)
        };
        entry.tells_alone || entry.next != 0 && next()
    }

    /// What begins with a word, a possessive ending left out.
    fn entry(&self, word: &str) -> Option<&Entry> {
        let folded = fold(word);
        self.entries.get(folded.as_ref()).or_else(|| {
            let (stem, ending) = folded.rsplit_once('\'')?;
            matches!(ending, "" | "s")
                .then(|| self.entries.get(stem))
                .flatten()
        })
    }

    /// What the words that begin with `word` do, the longest first, each with the byte after its last word.
    pub(super) fn senses<'a>(
        &'a self,
        text: &'a str,
        word: Word,
    ) -> impl Iterator<Item = (usize, Sense)> + 'a {
        self.entry(word.of(text))
            .into_iter()
            .flat_map(|entry| &entry.senses)
            .filter_map(move |(rest, sense)| {
                let mut end = word.end;
                for wanted in rest {
                    let next = word_after(text, end)?;
                    (fold(next.of(text)).as_ref() == *wanted).then_some(())?;
                    end = next.end;
                }
                Some((end, *sense))
            })
    }

    fn read(file: &'static str) -> Calendar {
        let mut calendar = Calendar {
            entries: HashMap::default(),
            capital: false,
            lengths: [0; PAIRS],
        };
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(kind), Some(value), Some(words)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            if kind == "capital" {
                calendar.capital = true;
                continue;
            }
            let mut words = words.split(' ');
            if let (Some(sense), Some(first)) = (sense(kind, value), words.next()) {
                if let (true, Some(pair)) = (sense.can_tell(), pair(first.as_bytes())) {
                    calendar.lengths[pair] |= 1 << first.len().min(63);
                }
                calendar
                    .entries
                    .entry(first)
                    .or_default()
                    .add(words.collect(), sense);
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for entry in calendar.entries.values_mut() {
            entry
                .senses
                .sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        calendar
    }
}

fn sense(kind: &str, value: &str) -> Option<Sense> {
    let number = || value.parse::<i32>().ok();
    let short = || value.parse::<i8>().ok();
    Some(match kind {
        "month" => Sense::Month(short()?),
        "weekday" => Sense::Weekday(short()?),
        "day" => Sense::Day(number()?),
        "step" => Sense::Step(number()?),
        "unit" => {
            let (unit, count) = value.split_once(' ')?;
            let unit = match unit {
                "day" => Unit::Day,
                "week" => Unit::Week,
                "weekend" => Unit::Weekend,
                "month" => Unit::Month,
                "quarter" => Unit::Quarter,
                "year" => Unit::Year,
                _ => return None,
            };
            Sense::Unit(unit, count.parse().ok()?)
        }
        "part" => Sense::Part,
        "number" => Sense::Number(number()?),
        "ago" => Sense::Ago(number()?),
        "refine" => Sense::Refine(match value {
            "before" => Side::Before,
            "after" => Side::After,
            "within" => Side::Within,
            _ => return None,
        }),
        "future" => Sense::Future,
        "before" => Sense::Before,
        "recurring" => Sense::Recurring,
        "about" => Sense::About,
        "name" => Sense::Name,
        "article" => Sense::Article,
        "of" => Sense::Of,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_of_other_languages_are_sorted_and_say_no_other_month() {
        let lines = include_str!("words/months.tsv").lines();
        let rows: Vec<&str> = lines.filter(|line| !line.starts_with('#')).collect();
        assert!(rows.is_sorted());
        assert_eq!(rows.len(), MONTHS.len());
        for row in rows {
            let (word, month) = row.split_once('\t').unwrap_or_default();
            let found = Calendar::month_in_any(word).map(|month| month.to_string());
            assert_eq!(found.as_deref(), Some(month), "{word}");
        }
    }

    #[test]
    fn every_file_is_sorted_and_each_of_its_lines_means_something() {
        assert!(FILES.is_sorted());
        for (code, file) in FILES {
            let lines: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
            assert!(lines.windows(2).all(|two| two[0] < two[1]), "{code}");
            for line in lines {
                let fields: Vec<&str> = line.split('\t').collect();
                let known = fields[0] == "capital" || sense(fields[0], fields[1]).is_some();
                assert!(fields.len() == 3 && known, "{code}: {line}");
                let lower = fields[0] == "capital" || fold(fields[2]) == fields[2];
                assert!(lower, "{code}: {line}");
            }
        }
    }

    #[test]
    fn months_and_weekdays_are_known_in_every_language() {
        for (code, calendar) in CALENDARS.iter() {
            let months: std::collections::BTreeSet<i8> = calendar
                .entries
                .keys()
                .filter_map(|word| calendar.month(word))
                .collect();
            assert_eq!(months.len(), 12, "{code}");
        }
        assert_eq!(Calendar::month_in_any("März"), Some(3));
        assert_eq!(Calendar::month_in_any("Sept."), Some(9));
        assert_eq!(Calendar::weekday_in_any("среда"), Some(3));
        assert_eq!(Calendar::month_in_any("Ruritania"), None);
    }
}
