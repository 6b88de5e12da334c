//! # NAM002 inconsistent-variant
//!
//! ## What it finds
//! Two spellings of one person in one document; once for each spelling that is not the preferred one, where it first stands.
//!
//! Quotations are left alone, and turns too unless the project gives the rule a level there: a spelling there is the
//! speaker's or the translator's. So is a spelling the project's registry holds as an alias of the kind `variant`.
//! A surname after the full name is no other spelling, nor is a name with a middle name left out.
//!
//! Read on 135 real texts: five findings, all of them right.
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
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! aliases = [{ text = "Adda Orlova", kind = "variant" }]
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by Ada Orlova. It was Adda Orlova who paid for it.
//! ```
//!
//! ## What to do
//! Write the name in one way, make the spelling a known variant in the project's registry, or make two people of them there.

use std::collections::BTreeMap;

use crate::record::Record;
use crate::registry::{Person, PersonId};
use crate::text::Span;

use super::names_written::{Written, parts, written};
use super::register::{VARIANT, known_variant, new_person};
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "NAM002",
    name: "inconsistent-variant",
    levels: Levels::zones(Some(Severity::Info), Some(Severity::Info), None),
    source: include_str!("inconsistent_variant.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |mention, resolved| {
        resolved.person.is_some() && mention.name.is_some()
    });
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut uses: BTreeMap<PersonId, Vec<Written>> = BTreeMap::new();
    for one in written(record, |zone| findings.looks_at(zone)) {
        if !one.is_quoted {
            uses.entry(one.person).or_default().push(one);
        }
    }
    for (person_id, uses) in uses {
        let person = record.registry().person(person_id);
        let is_family_first = record.registry().is_family_first(person_id);
        let (given, family) = parts(&person.name, person, is_family_first);
        let content = record.content();
        variants(&uses, |one| &one.family, &family, person, content, findings);
        variants(&uses, |one| &one.given, &given, person, content, findings);
    }
}

/// Tells each spelling of one part of the name but the preferred one, if there is more than one.
fn variants(
    uses: &[Written],
    part: fn(&Written) -> &String,
    registered: &str,
    person: &Person,
    content: &str,
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
        let same: Vec<&Written> = uses.iter().filter(|one| part(one) == spelling).collect();
        let other = uses.iter().find(|one| part(one) == preferred);
        let (Some(first), Some(other)) = (same.first(), other) else {
            continue;
        };
        if is_known_variant(person, spelling) || is_shorter(spelling, preferred) {
            continue;
        }
        let name = &person.name;
        let message = format!("{name} is written “{spelling}” here and “{preferred}” elsewhere.");
        let Some(finding) = findings.add(Some(first.zone), first.span, message) else {
            continue;
        };
        finding.relate(other.span, "the other spelling");
        let edits = same
            .iter()
            .map(|one| Edit::replace(spelling_span(one, spelling, content), preferred));
        finding.suggest(format!("Write “{preferred}” everywhere"), edits.collect());
        let words = first.span.of(content);
        finding.suggest_in_files(
            format!("“{words}” is a known variant of {name}"),
            vec![known_variant(person, words)],
        );
        if !first.given.is_empty() {
            finding.suggest_in_files(
                format!("“{words}” is another person"),
                vec![new_person(words)],
            );
        }
    }
}

/// Whether one spelling is the other with names left out: “Ali” for “Ali Mahmoud”.
fn is_shorter(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let mut long = long.split_whitespace();
    short
        .split_whitespace()
        .all(|word| long.any(|own| own == word))
}

/// Whether the project's registry says that this spelling of a part of the name may stand beside the preferred one.
fn is_known_variant(person: &Person, spelling: &str) -> bool {
    person
        .aliases
        .iter()
        .filter(|alias| alias.kind.as_deref() == Some(VARIANT))
        .any(|alias| has_words(&alias.text, spelling))
}

/// Whether some words stand in a name, beside each other.
fn has_words(name: &str, words: &str) -> bool {
    let name: Vec<&str> = name.split_whitespace().collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    !words.is_empty() && name.windows(words.len()).any(|own| own == words)
}

/// Where the spelled part stands in a use.
fn spelling_span(one: &Written, spelling: &str, content: &str) -> Span {
    let words = one.span.of(content);
    let at = if one.given == spelling && one.family != spelling {
        words.find(spelling)
    } else {
        words.rfind(spelling)
    };
    let start = one.span.start + at.unwrap_or(0);
    Span::new(start, start + spelling.len())
}
