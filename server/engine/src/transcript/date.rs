//! The document's own date: what it is and where the text says so.

use crate::date::Date;
use crate::text::Span;
use crate::transcript::dateline::{Written, dates, is_dateline, month_line, place_of};
use crate::transcript::furniture::{Furniture, is_clock};
use crate::transcript::line::Line;
use crate::transcript::paragraph::Paragraph;

/// The date a document is about or was made on, against which offices are checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentDate {
    /// The date.
    pub date: Date,
    /// Where it was found.
    pub origin: DateOrigin,
    /// The place that the dateline or front matter names with it: "Strelsau" (document bytes).
    pub place: Option<Span>,
}

impl DocumentDate {
    /// A date given from outside the text.
    pub fn given(date: Date) -> DocumentDate {
        DocumentDate {
            date,
            origin: DateOrigin::Given,
            place: None,
        }
    }

    /// How exact it is: `day`, `month` or `year`.
    pub fn precision(&self) -> &'static str {
        match self.date {
            Date::Day(_) => "day",
            Date::Month(..) => "month",
            Date::Year(_) => "year",
        }
    }
}

/// Where a document's date was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DateOrigin {
    /// In the text (document bytes).
    Text(Span),
    /// In the file's name.
    FileName,
    /// Given on the command line or by the project.
    Given,
}

/// How many paragraphs of prose at the top may tell the date.
const HEAD: usize = 4;
/// How many paragraphs a head may have before its prose, front matter included.
const TOP: usize = 60;
/// Keys of front matter that tell the date, best first.
const KEYS: [&str; 6] = [
    "date:",
    "event_date:",
    "published_time:",
    "published:",
    "publish_date:",
    "created:",
];

/// Keys of front matter that tell the place, best first.
const PLACES: [&str; 4] = ["place:", "location:", "venue:", "city:"];

/// The document's own date, in the order in which places are trusted: front matter, a dateline in the head, the file's
/// name (with the place in the first prose that tells the same day), the first prose before any label, a dateline at the
/// very end. Prose often tells of other days, so the name beats it; a date deep in the text is never the document's.
pub(crate) fn document_date(
    text: &str,
    name: &str,
    lines: &[Line],
    paragraphs: &[Paragraph],
    first_label: usize,
) -> Option<DocumentDate> {
    let head: Vec<Span> = paragraphs
        .iter()
        .take(TOP)
        .take_while(|paragraph| paragraph.from < first_label)
        .map(|paragraph| paragraph.span(lines))
        .collect();
    let mut found = front_matter(text, &head)
        .or_else(|| dateline(text, &head))
        .or_else(|| match file_name(name) {
            Some(named) => {
                let same = |told: &DocumentDate| told.date == named.date;
                Some(prose(text, &head).find(same).unwrap_or(named))
            }
            None => prose(text, &head).next(),
        })
        .or_else(|| last_lines(text, lines, paragraphs))
        .or_else(|| months(text, name, &head))?;
    found.place = found
        .place
        .or_else(|| place_above_clock(text, &head))
        .or_else(|| head.iter().take(TOP).find_map(|span| city(text, *span)));
    Some(found)
}

/// The place in the line right above a time of day, as heads of briefings print them: `Strelsau, Ruritania` above
/// `1:54 P.M.`.
fn place_above_clock(text: &str, head: &[Span]) -> Option<Span> {
    let at = head.iter().position(|span| is_clock(span.of(text)))?;
    let place = *head.get(at.checked_sub(1)?)?;
    let words = place.of(text);
    // The last line of several: hall, then city.
    let last = words
        .rsplit(['\n', '\r'])
        .next()
        .unwrap_or(words)
        .trim_start();
    let plain = words.len() <= 120
        && last.starts_with(char::is_uppercase)
        && !last.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '#'));
    plain.then(|| Span::new(place.end - last.len(), place.end))
}

/// The city in capitals that opens a report: `STRELSAU, March 15 —`, `STRELSAU (Agency) —`.
fn city(text: &str, paragraph: Span) -> Option<Span> {
    let words = paragraph.of(text);
    let capitals = words
        .find(|c: char| !(c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '’' | '\'')))
        .unwrap_or(words.len());
    let name = words[..capitals].trim_end();
    let rest = &words[name.len()..];
    let dash = rest
        .char_indices()
        .take(40)
        .any(|(_, c)| matches!(c, '—' | '–'));
    let joined = rest.starts_with([',', ' ']) && dash;
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= 4 && name.len() <= 40 && joined)
        .then(|| Span::new(paragraph.start, paragraph.start + name.len()))
}

fn at(text: &str, span: Span, written: Written) -> DocumentDate {
    told(text, span, Date::Day(written.day), written.span)
}

/// A date told by the words `date` of the line `line`, with the place the line names.
fn told(text: &str, line: Span, date: Date, words: Span) -> DocumentDate {
    let shift = |span: Span| Span::new(line.start + span.start, line.start + span.end);
    let place = (line.len() <= 120).then(|| place_of(line.of(text), words));
    DocumentDate {
        date,
        origin: DateOrigin::Text(shift(words)),
        place: place.flatten().map(shift),
    }
}

fn front_matter(text: &str, head: &[Span]) -> Option<DocumentDate> {
    if head.first()?.of(text) != "---" {
        return None;
    }
    let end = head
        .iter()
        .skip(1)
        .position(|span| span.of(text) == "---")?
        + 1;
    let matter = &head[1..end];
    let value = |key: &str| {
        let line = matter.iter().find(|span| span.of(text).starts_with(key))?;
        let words = line.of(text)[key.len()..].trim_start();
        let start = line.end - words.len();
        let bare = words.trim_matches(['"', '\'', ' ']);
        let start = start + words.find(bare).unwrap_or_default();
        Some((*line, Span::new(start, start + bare.len())))
    };
    let mut found = KEYS.iter().find_map(|key| {
        let (line, value) = value(key)?;
        let day = dates(line.of(text)).first().map(|written| DocumentDate {
            place: None,
            ..at(text, line, *written)
        });
        // A month or a year alone, as archives keep them.
        day.or_else(|| {
            Some(DocumentDate {
                date: Date::parse(value.of(text))?,
                origin: DateOrigin::Text(value),
                place: None,
            })
        })
    })?;
    found.place = PLACES
        .iter()
        .find_map(|key| value(key).map(|(_, value)| value))
        .filter(|place| !place.is_empty());
    Some(found)
}

/// A line that is a date, or a title or bracket with a date in it.
fn dateline(text: &str, head: &[Span]) -> Option<DocumentDate> {
    let first_date = |span: &Span| {
        dates(span.of(text))
            .first()
            .map(|written| at(text, *span, *written))
    };
    let lines = || head.iter().filter(|span| span.len() <= 260);
    lines()
        .find(|span| is_dateline(span.of(text)))
        .and_then(first_date)
        .or_else(|| {
            let titles = lines().filter(|span| {
                let words = span.of(text);
                words.starts_with(['#', '[', '(']) || !words.ends_with(['.', ':', '?', '!'])
            });
            titles.take(8).find_map(first_date)
        })
}

/// The full dates that open the first paragraphs of prose.
fn prose<'a>(text: &'a str, head: &'a [Span]) -> impl Iterator<Item = DocumentDate> + 'a {
    let sentences = head
        .iter()
        .filter(move |span| span.of(text).ends_with(['.', ':', '”', '"']));
    sentences.take(HEAD).flat_map(move |span| {
        let mut end = span.len().min(600);
        while !text.is_char_boundary(span.start + end) {
            end -= 1;
        }
        let opening = Span::new(span.start, span.start + end);
        let written = dates(opening.of(text)).into_iter();
        written.map(move |written| at(text, opening, written))
    })
}

/// `summit-2023-03-15.txt`, `2023_03_15 summit.txt`, `20230315-summit.txt`.
fn file_name(name: &str) -> Option<DocumentDate> {
    let bytes = name.as_bytes();
    let digits = |from: usize, n: usize| {
        let part = bytes.get(from..from + n)?;
        part.iter()
            .all(u8::is_ascii_digit)
            .then(|| name.get(from..from + n))
            .flatten()
    };
    let alone = |from: usize, to: usize| {
        let digit = |at: Option<&u8>| at.is_some_and(u8::is_ascii_digit);
        !(digit(bytes.get(to)) || from > 0 && digit(bytes.get(from - 1)))
    };
    (0..bytes.len()).find_map(|from| {
        let year = digits(from, 4)?;
        let marked = matches!(bytes.get(from + 4), Some(b'-' | b'_' | b'.'));
        let step = usize::from(marked);
        let month = digits(from + 4 + step, 2)?;
        let same = !marked || bytes.get(from + 7) == bytes.get(from + 4);
        let day = digits(from + 6 + 2 * step, 2)?;
        let date = Date::parse(&format!("{year}-{month}-{day}"))?;
        let plausible = (1700..2200).contains(&date.first().year());
        (same && plausible && alone(from, from + 8 + 2 * step)).then_some(DocumentDate {
            date,
            origin: DateOrigin::FileName,
            place: None,
        })
    })
}

/// A dateline among the last paragraphs: letters and communiques are dated at their foot.
fn last_lines(text: &str, lines: &[Line], paragraphs: &[Paragraph]) -> Option<DocumentDate> {
    paragraphs
        .iter()
        .rev()
        .filter(|paragraph| paragraph.furniture != Some(Furniture::Mark))
        .take(4)
        .map(|paragraph| paragraph.span(lines))
        .filter(|span| is_dateline(span.of(text)))
        .find_map(|span| {
            dates(span.of(text))
                .first()
                .map(|written| at(text, span, *written))
        })
}

/// A month that a line of the head or, at its very beginning, the file's name tells; better than no date.
fn months(text: &str, name: &str, head: &[Span]) -> Option<DocumentDate> {
    let in_head = head.iter().find_map(|line| {
        let (date, words) = month_line(line.of(text))?;
        Some(told(text, *line, date, words))
    });
    in_head.or_else(|| {
        let date = Date::parse(name.get(..7)?)?;
        let ends = name[7..].starts_with(|c: char| !c.is_alphanumeric() && c != '-');
        ends.then_some(DocumentDate {
            date,
            origin: DateOrigin::FileName,
            place: None,
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::transcript::{DateOrigin, EmptyRoster, Transcript};

    /// The document's date and the words that tell it, or where else it was found.
    fn read(text: &str, name: &str) -> Option<(String, String)> {
        let date = Transcript::read(text, name, &EmptyRoster).date?;
        let origin = match date.origin {
            DateOrigin::Text(span) => span.of(text).to_owned(),
            other => format!("{other:?}"),
        };
        Some((date.date.to_string(), origin))
    }

    fn found(date: &str, origin: &str) -> (String, String) {
        (date.to_owned(), origin.to_owned())
    }

    #[test]
    fn a_date_in_the_first_prose_is_the_documents_if_nothing_better_tells_one() {
        let text = "The two leaders met on Tuesday 4 April 2023 in the old hall.\n";
        assert_eq!(
            read(text, "talks.txt"),
            Some(found("2023-04-04", "Tuesday 4 April 2023"))
        );
    }

    #[test]
    fn the_files_name_beats_a_date_of_another_day_in_prose() {
        let text =
            "The treaty of May 8, 1998, was signed in this hall. The leaders met here again.\n";
        assert_eq!(
            read(text, "talks-2023-04-04.txt"),
            Some(found("2023-04-04", "FileName"))
        );
        assert_eq!(
            read(text, "talks.txt"),
            Some(found("1998-05-08", "May 8, 1998"))
        );
    }

    #[test]
    fn where_prose_tells_the_day_of_the_files_name_that_is_the_place() {
        let text = "The treaty of May 8, 1998, was renewed on 4 April 2023.\n";
        assert_eq!(
            read(text, "2023-04-04-talks.txt"),
            Some(found("2023-04-04", "4 April 2023"))
        );
    }

    #[test]
    fn a_dateline_beats_the_files_name() {
        let text = "Lakeside, April 5, 2023\n\nThe leaders met again.\n";
        assert_eq!(
            read(text, "talks-2023-04-04.txt"),
            Some(found("2023-04-05", "April 5, 2023"))
        );
    }

    #[test]
    fn a_month_is_better_than_no_date() {
        let head = "Strelsau, April 2023\n\nThe leaders met again.\n";
        assert_eq!(
            read(head, "talks.txt"),
            Some(found("2023-04", "April 2023"))
        );
        assert_eq!(
            read("The leaders met again.\n", "2023-04 talks.txt"),
            Some(found("2023-04", "FileName"))
        );
        let matter = "---\ntitle: Talks\ndate: 2023-04\n---\n\nThe leaders met again.\n";
        assert_eq!(read(matter, ""), Some(found("2023-04", "2023-04")));
    }

    #[test]
    fn the_place_told_with_the_date_is_kept() {
        let place = |text: &str| {
            let date = Transcript::read(text, "", &EmptyRoster).date?;
            date.place.map(|place| place.of(text).to_owned())
        };
        for text in [
            "Strelsau, 15 March 2023\n\nThe leaders met again.\n",
            "---\ndate: 2023-03-15\nplace: \"Strelsau\"\n---\n\nThe leaders met again.\n",
            "March 15, 2023\n\nStrelsau\n\n1:54 P.M. EDT\n\nThe leaders met again.\n",
        ] {
            assert_eq!(place(text).as_deref(), Some("Strelsau"), "{text}");
        }
        assert_eq!(place("March 15, 2023\n\nThe leaders met again.\n"), None);
        let report = "STRELSAU, March 15, 2023 (Agency) — The leaders met again.\n";
        assert_eq!(place(report).as_deref(), Some("STRELSAU"));
    }

    #[test]
    fn a_document_without_any_date_has_none() {
        assert_eq!(read("The leaders met again.\n", "talks.txt"), None);
        assert_eq!(read("", ""), None);
    }
}
