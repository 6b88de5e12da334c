//! To whom a quotation is ascribed: the ground that the rules about quotations share.

use crate::reading::{Antecedent, Attribution, Quote};
use crate::record::{Paragraph, Record, Speaker};
use crate::registry::PersonId;
use crate::text::{LocalSpan, Span};

/// The source of a quotation.
pub(super) struct Ascribed {
    /// The words that name it (document bytes).
    pub(super) source: Span,
    /// The person meant, if the registry knows one.
    pub(super) person: Option<PersonId>,
}

/// To whom the words of a quotation are ascribed: by the words beside it, by those a pronoun goes back to, or by the
/// introduction it stands under. Where one source quotes another, the innermost owns the words.
pub(super) fn ascribed(record: &Record, paragraph: &Paragraph, quote: &Quote) -> Option<Ascribed> {
    let reading = &paragraph.reading;
    let own = quote.attribution.map(|at| innermost(paragraph, at, quote));
    let attribution = own.and_then(|at| reading.attributions.get(at));
    let sentence = attribution.map_or_else(
        || {
            let sentences = &reading.sentences;
            sentences.partition_point(|sentence| sentence.span.end <= quote.span.start)
        },
        |attribution| attribution.sentence,
    );
    let standing = paragraph.standings.get(sentence)?;
    if let Some(attribution) = attribution.filter(|attribution| attribution.source.is_some()) {
        if attribution.points_back.is_none() {
            return source(record, paragraph, attribution);
        }
        let back = standing
            .back
            .iter()
            .find(|back| Some(back.attribution) == own)?;
        return match back.antecedent {
            Antecedent::Source(nth, place) => {
                let home = in_passage(record, paragraph, nth)?;
                source(record, home, home.reading.attributions.get(place)?)
            }
            Antecedent::Named(nth, words) => {
                Some(named(record, in_passage(record, paragraph, nth)?, words))
            }
            Antecedent::Ambiguous(..) | Antecedent::Missing => None,
        };
    }
    let (nth, place) = standing.attribution?;
    let home = in_passage(record, paragraph, nth)?;
    source(record, home, home.reading.attributions.get(place)?)
}

/// The innermost of the attributions told within each other around a quotation.
fn innermost(paragraph: &Paragraph, at: usize, quote: &Quote) -> usize {
    let attributions = &paragraph.reading.attributions;
    let inner = attributions.iter().position(|other| {
        other.within == Some(at)
            && other.source.is_some()
            && other
                .content
                .is_some_and(|content| content.overlaps(quote.span))
    });
    inner.unwrap_or(at)
}

/// A paragraph by its place in the passage in which another stands.
pub(super) fn in_passage<'a>(
    record: &'a Record,
    paragraph: &Paragraph,
    nth: usize,
) -> Option<&'a Paragraph> {
    let first = record
        .paragraphs()
        .partition_point(|other| other.passage < paragraph.passage);
    record.paragraphs().get(first + nth)
}

fn source(record: &Record, paragraph: &Paragraph, attribution: &Attribution) -> Option<Ascribed> {
    let words = attribution.source?;
    let mut source = named(record, paragraph, words);
    if source.person.is_none() && !is_joint(words.of(paragraph.span.of(record.content()))) {
        let mention = attribution.mention;
        source.person = mention
            .and_then(|mention| paragraph.resolved.get(mention))
            .and_then(|resolved| resolved.person);
    }
    Some(source)
}

/// Whoever is named by words of a paragraph.
fn named(record: &Record, paragraph: &Paragraph, words: LocalSpan) -> Ascribed {
    let mentions = paragraph.reading.mentions.iter();
    // Of two people neither is the one who spoke.
    let is_one = !is_joint(words.of(paragraph.span.of(record.content())));
    let person = mentions
        .zip(&paragraph.resolved)
        .filter(|(mention, _)| is_one && mention.span.overlaps(words))
        .find_map(|(_, resolved)| resolved.person);
    Ascribed {
        source: words.place(paragraph.span.start),
        person,
    }
}

/// Whether words name two people or more: “Orlova and Haddad”, “the two presidents”.
pub(super) fn is_joint(words: &str) -> bool {
    let mut sides = words.split(" and ");
    let names_one = |side: &str| {
        let mut words = side.split(' ');
        words.any(|word| word.starts_with(char::is_uppercase))
    };
    sides.clone().count() > 1 && sides.all(names_one)
}

/// Whether the words of a source mean who speaks in a turn: the same person, or, where the registry does not know one of
/// them, the same family name.
pub(super) fn is_speaker(source: &Ascribed, words: &str, speaker: &Speaker) -> bool {
    if let (Some(person), Some(speaks)) = (source.person, speaker.person) {
        return person == speaks;
    }
    let Some(name) = speaker.name.as_deref().filter(|_| !speaker.anonymous) else {
        return false;
    };
    let last = |words: &str| {
        let mut words = words
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
            .map(|word| word.trim_end_matches("’s").trim_end_matches("'s"))
            .filter(|word| word.len() > 2 && word.starts_with(char::is_uppercase));
        words.next_back().map(str::to_lowercase)
    };
    !is_joint(words) && last(words).is_some_and(|family| last(name) == Some(family))
}
