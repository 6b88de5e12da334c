//! Names as a document writes them: the ground that the rules about spellings share.

use crate::record::Record;
use crate::registry::{NameForm, Person, PersonId, Spelling};
use crate::text::Span;
use crate::transcript::{FurnitureKind, Voice, Zone};

/// A name of a known person as written once.
pub(super) struct Written {
    /// Whose.
    pub(super) person: PersonId,
    /// The name without title (document bytes).
    pub(super) span: Span,
    /// Where it stands; headings and captions are furniture.
    pub(super) zone: Zone,
    /// Whether it stands in quotation marks.
    pub(super) is_quoted: bool,
    /// The given names as written, without initials; may be empty.
    pub(super) given: String,
    /// The family name as written, particles included.
    pub(super) family: String,
}

/// Every name of a known person, labels of turns aside, in text order; those in capitals, in a case of the sentence, and near
/// misses left out, and what stands in a zone that `asked` does not admit.
pub(super) fn written(record: &Record, asked: impl Fn(Zone) -> bool) -> Vec<Written> {
    let content = record.content();
    let registry = record.registry();
    let mut names = Vec::new();
    let mut add = |person: PersonId, span: Span, zone: Zone, is_quoted: bool| {
        if !asked(zone) {
            return;
        }
        let words = span.of(content);
        let is_shouted = !words.chars().any(char::is_lowercase);
        if is_shouted {
            return;
        }
        if !words.is_ascii() && registry.spelling(person, words) == Spelling::InCase {
            return;
        }
        let (given, family) = parts(
            words,
            registry.person(person),
            registry.is_family_first(person),
        );
        names.push(Written {
            person,
            span,
            zone,
            is_quoted,
            given,
            family,
        });
    };
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            if let (Some(person), Some(name)) = (resolved.person, mention.name)
                && mention.form != NameForm::NearMiss
            {
                let mut quotes = paragraph.reading.quotes_at(name);
                let is_quoted = quotes.any(|quote| quote.span.covers(name));
                let span = name.place(paragraph.span.start);
                add(person, span, paragraph.zone, is_quoted);
            }
        }
    }
    let headings = headings(record).filter(|_| asked(Zone::Furniture));
    for passage in headings {
        for mention in registry.mentions(passage.of(content)) {
            if let (NameForm::Full, Some(name), [person]) =
                (mention.form, mention.name, mention.people.as_slice())
            {
                add(*person, name.place(passage.start), Zone::Furniture, false);
            }
        }
    }
    names.sort_by_key(|one| one.span);
    names
}

/// The headings and captions of a document, which are the outlet's own words too.
pub(super) fn headings(record: &Record) -> impl Iterator<Item = Span> {
    let passages = record.transcript().passages.iter();
    passages
        .filter(|passage| {
            matches!(
                passage.voice,
                Voice::None(FurnitureKind::Heading | FurnitureKind::Caption)
            )
        })
        .map(|passage| passage.body)
}

/// Particles that stand before a family name and belong to it; in lower case, sorted.
const PARTICLES: &[&str] = &[
    "al", "bin", "bint", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "ter", "van", "von",
];

/// The longest of them, in bytes.
const LONGEST_PARTICLE: usize = 5;

/// Given and family part of a name as written; initials are left out of the given part. Either may be empty. Where the register
/// does not say which part is the family name, `is_family_first` tells what is usual.
pub(super) fn parts(words: &str, person: &Person, is_family_first: bool) -> (String, String) {
    if let Some((family, given)) = words.split_once(", ") {
        return (given.to_owned(), family.to_owned());
    }
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let is_particle = |word: &str| {
        word.len() <= LONGEST_PARTICLE && PARTICLES.contains(&word.to_lowercase().as_str())
    };
    let family: Vec<&str> = person.family.split_whitespace().collect();
    let is_declared_first = !family.is_empty()
        && person.name.starts_with(person.family.as_str())
        && person.name.len() > person.family.len();
    let is_known_first = family.is_empty() && is_family_first;
    if tokens.len() > 1 && (is_declared_first || is_known_first) {
        let n = family.len().max(1).min(tokens.len() - 1);
        return (tokens[n..].join(" "), tokens[..n].join(" "));
    }
    let n_words = family
        .iter()
        .filter(|word| !is_particle(word))
        .count()
        .max(1);
    let mut at = tokens.len().saturating_sub(n_words);
    while at > 0 && is_particle(tokens[at - 1]) {
        at -= 1;
    }
    let given: Vec<&str> = tokens[..at]
        .iter()
        .copied()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
        .collect();
    (given.join(" "), tokens[at..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, name: &str, family: &str, expected: (&str, &str)) {
        let person = Person {
            name: name.to_owned().into(),
            family: family.to_owned().into(),
            ..Person::default()
        };
        let (given, family) = parts(words, &person, name == "Xi Jinping");
        assert_eq!((given.as_str(), family.as_str()), expected);
    }

    #[test]
    fn a_name_is_cut_into_given_and_family_part() {
        let short = |particle: &&str| particle.len() <= LONGEST_PARTICLE;
        assert!(PARTICLES.iter().all(short));
        let assad = ("Bashar al-Assad", "al-Assad");
        check("Bashar al Assad", assad.0, assad.1, ("Bashar", "al Assad"));
        check("Al-Assad", assad.0, assad.1, ("", "Al-Assad"));
        check(
            "Ursula von der Leyen",
            "Ursula von der Leyen",
            "von der Leyen",
            ("Ursula", "von der Leyen"),
        );
        check("Xi Jinping", "Xi Jinping", "Xi", ("Jinping", "Xi"));
        check("Xi Jinping", "Xi Jinping", "", ("Jinping", "Xi"));
        check("Xi", "Xi Jinping", "", ("", "Xi"));
        check("Joseph R. Biden", "Joe Biden", "Biden", ("Joseph", "Biden"));
    }
}
