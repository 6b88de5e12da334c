//! Why a title that was not held on the day may stand all the same: it is said to be of another time, it is only sought, the
//! sentence tells of then, or the words mean another post.

use crate::date::Date;
use crate::record::{Paragraph, Record};
use crate::registry::{Held, PersonId, Qualifier, Tenure};
use crate::text::Span;

/// Whether a name goes on behind what was taken for all of it: “SENATOR PAUL TSONGAS” is not Senator Paul.
pub(super) fn runs_on(record: &Record, span: Span) -> bool {
    let after = &record.content()[span.end..];
    after
        .strip_prefix(' ')
        .is_some_and(|after| after.starts_with(char::is_uppercase))
}

/// Whether the office is one somebody stands for: “the nominee for president, …”.
pub(super) fn is_sought(record: &Record, title: Span) -> bool {
    const SEEKERS: [&str; 10] = [
        "bid",
        "campaign",
        "candidate",
        "contender",
        "elected",
        "nominated",
        "nominee",
        "ran",
        "run",
        "running",
    ];
    let before = &record.content()[..title.start];
    before
        .split_whitespace()
        .rev()
        .take(4)
        .any(|word| SEEKERS.contains(&word.to_lowercase().as_str()))
}

/// Whether it is said what somebody would be: “for a President Vane”.
pub(super) fn is_imagined(record: &Record, span: Span) -> bool {
    let before = record.content()[..span.start].trim_end();
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    matches!(last, "a" | "A" | "any" | "another")
}

/// Whether the person held another post on the day that the same words may mean: a prime minister is a minister.
pub(super) fn holds_such(record: &Record, person: PersonId, title: Span, date: Date) -> bool {
    let registry = record.registry();
    let title = title.of(record.content()).to_lowercase();
    let words: Vec<&str> = title.split_whitespace().collect();
    registry
        .tenures_of(person)
        .iter()
        .filter(|tenure| tenure.held(date) == Held::Held)
        .any(|tenure| {
            let post = registry.post(tenure.post);
            let label = post.label.to_lowercase();
            let aliases = post.aliases.iter().map(|alias| alias.to_lowercase());
            aliases.chain([label]).any(|name| {
                words
                    .iter()
                    .all(|word| name.split(' ').any(|own| own == *word))
            })
        })
}

/// Whether a word beside the office says that it is not of the day.
pub(super) fn is_moved(qualifier: Option<Qualifier>) -> bool {
    qualifier.is_some_and(|qualifier| qualifier != Qualifier::Acting)
}

pub(super) fn is_moved_in_words(words: &str) -> bool {
    const MOVED: [&str; 7] = [
        "designate",
        "elect",
        "ex",
        "former",
        "incoming",
        "late",
        "then",
    ];
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| MOVED.contains(&word.to_lowercase().as_str()))
}

/// Whether the sentence names a year in which the person did hold the post: “In 2003 President Bush said …”.
pub(super) fn tells_of_then(
    record: &Record,
    paragraph: &Paragraph,
    span: Span,
    tenures: &[&Tenure],
) -> bool {
    let at = span.start - paragraph.span.start;
    let Some(sentence) = paragraph
        .reading
        .sentences
        .iter()
        .find(|sentence| sentence.span.start <= at && at < sentence.span.end)
    else {
        return false;
    };
    let words = sentence
        .span
        .place(paragraph.span.start)
        .of(record.content());
    words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .any(|year| {
            tenures
                .iter()
                .any(|tenure| tenure.held(Date::Year(year)) == Held::Held)
        })
}
