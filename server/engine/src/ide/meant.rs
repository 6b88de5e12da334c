//! Why words mean somebody, how else the document spells the name, and whom else it could mean.

use std::fmt::Write;

use crate::record::Record;
use crate::registry::{Held, PersonId, PostId};

use super::references::{Target, occurrences};
use super::terms::post_title;

/// So many other people or spellings a card tells.
const SHOWN: usize = 5;

/// Why the words mean whom they mean, and how they spell the name.
pub(super) fn why(
    record: &Record,
    person: Option<PersonId>,
    name: &str,
    why: &str,
    markdown: &mut String,
) {
    if why.is_empty() {
        return;
    }
    _ = write!(markdown, "\nResolved by: {why}");
    let spelling = person
        .filter(|_| !name.is_empty())
        .and_then(|person| record.registry().spelling(person, name).words());
    if let Some(spelling) = spelling {
        _ = write!(markdown, ", {spelling}");
    }
    markdown.push_str("  ");
}

/// The other spellings of the person's name in the document, each once, in text order.
pub(super) fn spellings(
    record: &Record,
    person: Option<PersonId>,
    name: &str,
    markdown: &mut String,
) {
    let Some(person) = person else { return };
    let preferred = &record.registry().person(person).name;
    let mut others: Vec<&str> = Vec::new();
    for place in occurrences(record, &Target::Person(person)) {
        let Some(words) = place.name.map(|name| name.of(record.content())) else {
            continue;
        };
        // A surname after the full name is no other spelling.
        let is_part = preferred.contains(words) || name.contains(words);
        if !is_part && !others.contains(&words) {
            others.push(words);
        }
    }
    if !others.is_empty() {
        let quoted: Vec<String> = others
            .iter()
            .take(SHOWN)
            .map(|words| format!("“{words}”"))
            .collect();
        _ = write!(markdown, "\nAlso written here: {}  ", quoted.join(", "));
    }
}

/// Says so when the words give a title that was not held on the day.
pub(super) fn held_line(record: &Record, post: Option<PostId>, held: Option<Held>) -> String {
    match (post, held, record.date()) {
        (Some(post), Some(Held::NotHeld), Some(on)) => format!(
            "\n**Not {} on {}, as far as the register goes.**  ",
            post_title(record.registry(), post),
            on.words()
        ),
        _ => String::new(),
    }
}

/// Whom else the words could mean, each with an office of the day.
pub(super) fn candidates(
    record: &Record,
    people: &[PersonId],
    chosen: Option<PersonId>,
    markdown: &mut String,
) {
    let registry = record.registry();
    let told = |person: PersonId| {
        let name = &registry.person(person).name;
        let held = record.date().and_then(|on| {
            let tenures = registry.tenures_of(person);
            let held = tenures.iter().find(|tenure| tenure.held(on) == Held::Held);
            held.map(|tenure| post_title(registry, tenure.post))
        });
        held.map_or_else(|| name.to_string(), |post| format!("{name}, {post}"))
    };
    let others: Vec<String> = people
        .iter()
        .copied()
        .filter(|person| Some(*person) != chosen)
        .take(SHOWN)
        .map(told)
        .collect();
    if !others.is_empty() {
        let head = if chosen.is_some() {
            "Could also be"
        } else {
            "Could be"
        };
        _ = write!(markdown, "\n{head}: {}  ", others.join("; "));
    }
}
