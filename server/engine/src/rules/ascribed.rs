//! To whom a quotation is ascribed: the ground that the rules about quotations share.

use foldhash::{HashMap, HashMapExt};

use crate::reading::{Antecedent, Attribution, Quote};
use crate::record::{Paragraph, Record, Speaker};
use crate::registry::PersonId;
use crate::text::{LocalSpan, Nth, Span};

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
    let own = (quote.attribution).map(|at| innermost(paragraph, at.at(), quote));
    let attribution = own.and_then(|at| reading.attributions.get(at));
    let sentence = attribution.map_or_else(
        || {
            let sentences = &reading.sentences;
            sentences.partition_point(|sentence| sentence.span.end() <= quote.span.start())
        },
        |attribution| attribution.sentence.at(),
    );
    let standing = paragraph.standings.get(sentence)?;
    if let Some(attribution) = attribution.filter(|attribution| attribution.source.is_some()) {
        if attribution.points_back.is_none() {
            return source(record, paragraph, attribution);
        }
        let back = standing
            .back
            .iter()
            .find(|back| Some(back.attribution.at()) == own)?;
        return match back.antecedent {
            Antecedent::Source(nth, place) => {
                let home = in_passage(record, paragraph, nth.at())?;
                source(record, home, home.reading.attributions.get(place.at())?)
            }
            Antecedent::Named(nth, words) => Some(named(
                record,
                in_passage(record, paragraph, nth.at())?,
                words,
            )),
            Antecedent::Ambiguous(..) | Antecedent::Missing => None,
        };
    }
    let (nth, place) = standing.attribution?;
    let home = in_passage(record, paragraph, nth.at())?;
    source(record, home, home.reading.attributions.get(place.at())?)
}

/// The innermost of the attributions told within each other around a quotation.
fn innermost(paragraph: &Paragraph, at: usize, quote: &Quote) -> usize {
    let reading = &paragraph.reading;
    let inner = reading.places_at(quote.span).find(|&place| {
        let other = &reading.attributions[place];
        other.within == Some(Nth::new(at))
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
            .and_then(|mention| paragraph.resolved.get(mention.at()))
            .and_then(|resolved| resolved.person);
    }
    Some(source)
}

/// Whoever is named by words of a paragraph.
fn named(record: &Record, paragraph: &Paragraph, words: LocalSpan) -> Ascribed {
    let mentions = &paragraph.reading.mentions;
    let from = mentions.partition_point(|mention| mention.span.end() <= words.start());
    // Of two people neither is the one who spoke.
    let is_one = !is_joint(words.of(paragraph.span.of(record.content())));
    let person = mentions[from..]
        .iter()
        .take_while(|mention| mention.span.start() < words.end())
        .zip(paragraph.resolved.get(from..).unwrap_or_default())
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

/// Who speaks in a document, to be found by a source: the same person, or, where the registry does not know one of them,
/// the same family name.
pub(super) struct Cast<'a> {
    /// Each turn's speaker with the family name, if it tells one.
    voices: Vec<(&'a Speaker, Option<String>)>,
    /// The first turn of each person.
    people: HashMap<PersonId, usize>,
    /// The first turn under each family name, of anybody, and of somebody whom the registry does not know.
    families: HashMap<String, (usize, Option<usize>)>,
}

/// Whom a source means, as far as speakers are told apart.
pub(super) struct Meant {
    person: Option<PersonId>,
    family: Option<String>,
}

impl Meant {
    /// Whom `source`, whose words are `words`, means.
    pub(super) fn by(source: &Ascribed, words: &str) -> Meant {
        Meant {
            person: source.person,
            family: (!is_joint(words)).then(|| family(words)).flatten(),
        }
    }
}

impl<'a> Cast<'a> {
    /// Who speaks in a record.
    pub(super) fn of(record: &'a Record) -> Self {
        let mut cast = Cast {
            voices: Vec::with_capacity(record.speakers().len()),
            people: HashMap::new(),
            families: HashMap::new(),
        };
        let mut known: HashMap<&str, Option<String>> = HashMap::new();
        for (turn, speaker) in record.speakers().iter().enumerate() {
            let name = speaker.name.as_deref().filter(|_| !speaker.anonymous);
            let family = name.and_then(|name| {
                let family = known.entry(name).or_insert_with(|| family(name));
                family.clone()
            });
            if let Some(person) = speaker.person {
                cast.people.entry(person).or_insert(turn);
            }
            if let Some(family) = &family {
                let places = cast.families.entry(family.clone()).or_insert((turn, None));
                if speaker.person.is_none() {
                    places.1.get_or_insert(turn);
                }
            }
            cast.voices.push((speaker, family));
        }
        cast
    }

    /// The first turn in which somebody speaks who is meant.
    pub(super) fn first_turn(&self, meant: &Meant) -> Option<usize> {
        let person = meant.person.and_then(|person| self.people.get(&person));
        let family = meant.family.as_ref();
        let family = family.and_then(|family| self.families.get(family));
        let named = family.and_then(|(first, stranger)| match meant.person {
            Some(_) => *stranger,
            None => Some(*first),
        });
        person.copied().into_iter().chain(named).min()
    }

    /// Whether who speaks in a turn is meant.
    pub(super) fn speaks(&self, meant: &Meant, turn: usize) -> bool {
        let Some((speaker, family)) = self.voices.get(turn) else {
            return false;
        };
        match (meant.person, speaker.person) {
            (Some(person), Some(speaks)) => person == speaks,
            _ => family.is_some() && *family == meant.family,
        }
    }
}

/// The last word of a name that begins with a capital, in lower case.
fn family(words: &str) -> Option<String> {
    let mut words = words
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
        .map(|word| word.trim_end_matches("’s").trim_end_matches("'s"))
        .filter(|word| word.len() > 2 && word.starts_with(char::is_uppercase));
    words.next_back().map(str::to_lowercase)
}
