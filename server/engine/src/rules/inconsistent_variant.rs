//! # NAM002 inconsistent-variant
//!
//! ## What it finds
//! Two spellings of one person in one document; once for each spelling that is not the preferred one, where it first stands.
//!
//! Turns and quotations are left alone: a spelling there is the speaker's or the translator's.
//! A surname after the full name is no other spelling.
//!
//! ## Why it matters
//! A search for one spelling misses the other, and a reader may count two people.
//!
//! ## Flagged
//! ```transcript
//! 15 March 2023
//!
//! Russian Defence Minister Sergei Shoigu arrived first.
//!                          ^^^^^^^^^^^^^ inconsistent-variant
//! The guests were met by Sergey Shoigu in the hall.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Syrian Foreign Minister Faisal Mekdad spoke for an hour. Later Mikdad left by train.
//!                                                                ^^^^^^ inconsistent-variant
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! Russian Defence Minister Sergey Shoigu arrived first. Later Shoigu left by train.
//! The paper wrote of him: “Minister Sergei Shoigu came by car.”
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Syrian Foreign Minister Faisal Mikdad spoke for an hour. Later Mikdad left by train.
//! ```
//!
//! ## What to do
//! Write the name in one way.

use std::collections::BTreeMap;

use crate::record::Record;
use crate::registry::{NameForm, Person, PersonId};
use crate::text::{LocalSpan, Span};
use crate::transcript::{FurnitureKind, Voice, Zone};

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NAM002",
    name: "inconsistent-variant",
    levels: Levels::zones(Some(Severity::Info), Some(Severity::Info), None),
    source: include_str!("inconsistent_variant.rs"),
    check: Check::Transcript(check),
};

/// A name as written once.
struct Use {
    span: Span,
    zone: Zone,
    given: String,
    family: String,
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    for (person, mut uses) in uses(record) {
        uses.sort_by_key(|one| one.span);
        let person = record.registry().person(person);
        let (given, family) = parts(&person.name, person);
        variants(&uses, |one| &one.family, &family, &person.name, findings);
        variants(&uses, |one| &one.given, &given, &person.name, findings);
    }
}

/// Tells each spelling of one part of the name but the preferred one, if there is more than one.
fn variants(
    uses: &[Use],
    part: fn(&Use) -> &String,
    registered: &str,
    name: &str,
    findings: &mut Findings<'_>,
) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in uses.iter().filter(|one| !part(one).is_empty()) {
        *counts.entry(part(one)).or_default() += 1;
    }
    if counts.len() < 2 {
        return;
    }
    let most_used = counts
        .iter()
        .rev()
        .max_by_key(|(_, count)| **count)
        .map_or("", |(spelling, _)| spelling);
    let preferred = if counts.contains_key(registered) {
        registered
    } else {
        most_used
    };
    for spelling in counts.keys().filter(|spelling| **spelling != preferred) {
        let same: Vec<&Use> = uses.iter().filter(|one| part(one) == spelling).collect();
        let other = uses.iter().find(|one| part(one) == preferred);
        let (Some(first), Some(other)) = (same.first(), other) else {
            continue;
        };
        let message = format!("{name} is written “{spelling}” here and “{preferred}” elsewhere.");
        let Some(finding) = findings.add(Some(first.zone), first.span, message) else {
            continue;
        };
        finding.relate(other.span, "the other spelling");
        let edits = same
            .iter()
            .map(|one| Edit::replace(spelling_span(one, spelling), preferred));
        finding.suggest(format!("Write “{preferred}” everywhere"), edits.collect());
    }
}

/// Where the spelled part stands in a use: the parts of a name are at its beginning or its end.
fn spelling_span(one: &Use, spelling: &str) -> Span {
    if one.given == spelling && one.family != spelling {
        Span::new(one.span.start, one.span.start + spelling.len())
    } else {
        Span::new(one.span.end - spelling.len(), one.span.end)
    }
}

/// Every name in the outlet's or the issuer's own words, by person.
fn uses(record: &Record) -> BTreeMap<PersonId, Vec<Use>> {
    let mut uses: BTreeMap<PersonId, Vec<Use>> = BTreeMap::new();
    let content = record.content();
    let mut add = |person: PersonId, span: Span, zone: Zone| {
        let words = span.of(content);
        let is_shouted = !words.chars().any(char::is_lowercase);
        if is_shouted {
            return;
        }
        let (given, family) = parts(words, record.registry().person(person));
        uses.entry(person).or_default().push(Use {
            span,
            zone,
            given,
            family,
        });
    };
    for paragraph in record.paragraphs() {
        if paragraph.zone == Zone::Turn {
            continue;
        }
        let is_quoted = |name: LocalSpan| {
            let quotes = &paragraph.reading.quotes;
            quotes.iter().any(|quote| quote.span.covers(name))
        };
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            if let (Some(person), Some(name)) = (resolved.person, mention.name)
                && mention.form != NameForm::NearMiss
                && !is_quoted(name)
            {
                add(person, name.place(paragraph.span.start), paragraph.zone);
            }
        }
    }
    for passage in &record.transcript().passages {
        let is_of_the_outlet = matches!(
            passage.voice,
            Voice::None(FurnitureKind::Heading | FurnitureKind::Caption)
        );
        if !is_of_the_outlet {
            continue;
        }
        for mention in record.registry().mentions(passage.body.of(content)) {
            if let (NameForm::Full, Some(name), [person]) =
                (mention.form, mention.name, mention.people.as_slice())
            {
                add(*person, name.place(passage.body.start), Zone::Furniture);
            }
        }
    }
    uses
}

/// Particles that stand before a family name and belong to it; in lower case, sorted.
const PARTICLES: &[&str] = &[
    "al", "bin", "bint", "da", "de", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la",
    "le", "ter", "van", "von",
];

/// Given and family part of a name as written; initials are left out of the given part. Either may be empty.
fn parts(words: &str, person: &Person) -> (String, String) {
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let is_particle = |word: &str| PARTICLES.contains(&word.to_lowercase().as_str());
    let family: Vec<&str> = person.family.split_whitespace().collect();
    let is_family_first = tokens.len() > 1
        && !family.is_empty()
        && person.name.starts_with(&person.family)
        && person.name.len() > person.family.len();
    if is_family_first {
        let n = family.len().min(tokens.len() - 1);
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
            name: name.to_owned(),
            family: family.to_owned(),
            ..Person::default()
        };
        let (given, family) = parts(words, &person);
        assert_eq!((given.as_str(), family.as_str()), expected);
    }

    #[test]
    fn a_name_is_cut_into_given_and_family_part() {
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
        check("Joseph R. Biden", "Joe Biden", "Biden", ("Joseph", "Biden"));
    }
}
