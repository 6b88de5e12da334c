//! Why a title that was not held on the day may stand all the same: it is said to be of another time, it is only sought, the
//! sentence tells of then, or the words mean another post.

use std::collections::HashMap;
use std::sync::LazyLock;

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

/// The words of `words.tsv`, by class.
static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let lines = include_str!("words.tsv").lines();
    let rows = lines.filter(|line| !line.starts_with('#'));
    let classes = rows.filter_map(|row| row.split_once('\t'));
    classes
        .map(|(class, words)| (class, words.split('|').collect()))
        .collect()
});

fn is_of(class: &str, word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let words = WORDS.get(class);
    words.is_some_and(|words| words.contains(&word.to_lowercase().as_str()))
}

/// The words before a place of the document, the nearest first, within its sentence as far as a stop tells.
fn before(record: &Record, start: usize) -> impl Iterator<Item = &str> {
    let ends = |word: &&str| !word.ends_with(['.', '!', '?', ':']);
    let words = record.content()[..start].split_whitespace().rev();
    words.take_while(ends)
}

/// Whether the office is one somebody stands for: “the nominee for president, …”.
pub(super) fn is_sought(record: &Record, title: Span) -> bool {
    before(record, title.start)
        .take(4)
        .any(|word| is_of("sought", word))
}

/// Whether the words before tell of the time of an office: “under President Vane”, “As governor, Vane built …”; or of somebody
/// who has left it: “the retired general and minister Vane”, “in memory of Ambassador Vane”.
pub(super) fn is_told_of(record: &Record, span: Span, title: Span) -> bool {
    let start = span.start.min(title.start);
    let is_passed =
        |word: &&str| is_of("article", word) || word.ends_with("'s") || word.ends_with("’s");
    let nearest = before(record, start).find(|word| !is_passed(word));
    let is_parted = record.content()[title.end..].starts_with(',');
    let is_of_then =
        nearest.is_some_and(|word| is_of("time", word) || (is_parted && is_of("role", word)));
    is_of_then
        || before(record, start)
            .take(6)
            .any(|word| is_of("gone", word))
        || is_dead(record, span)
}

/// Whether it is said right behind the name that the person is dead: “Ambassador Vane, who died …”.
fn is_dead(record: &Record, span: Span) -> bool {
    let rest = record.content()[span.end..].trim_start_matches(',');
    let mut words = rest.split_whitespace();
    let who = words.next().is_some_and(|word| word == "who");
    who && words.take(2).any(|word| is_of("gone", word))
}

/// Whether it is said what somebody would be: “for a President Vane”.
pub(super) fn is_imagined(record: &Record, span: Span) -> bool {
    let last = before(record, span.start).next();
    last.is_some_and(|word| is_of("imagined", word))
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
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| is_of("moved", word))
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
        .find(|sentence| sentence.span.start() <= at && at < sentence.span.end())
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
