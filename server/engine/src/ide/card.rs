//! Cards about people and posts: names, offices with their dates, holders before and after, source.
//!
//! Markdown for hovers; every fact says where it comes from and how far the register reaches.

use std::fmt::Write;

use crate::date::Date;
use crate::registry::{Held, PersonId, PostId, Registry, Tenure};

use super::terms::{by_day, holders, list, neighbours, post_title, sources};

/// Where identifiers of a scheme lead.
const PLACES: &[(&str, &str)] = &[
    ("bioguide", "https://bioguide.congress.gov/search/bio/"),
    ("govtrack", "https://www.govtrack.us/congress/members/"),
    ("isni", "https://isni.org/isni/"),
    ("viaf", "https://viaf.org/viaf/"),
    ("wikidata", "https://www.wikidata.org/wiki/"),
    ("wikipedia", "https://en.wikipedia.org/wiki/"),
];

/// How many offices of other times a card lists.
const N_OTHER_OFFICES: usize = 4;

/// What is known of a person, on the document's date if there is one. `post` is the post the words mean, if they mean
/// one: its holders before and after are told.
pub fn person_card(
    registry: &Registry,
    id: PersonId,
    on: Option<Date>,
    post: Option<PostId>,
) -> String {
    let person = registry.person(id);
    let mut card = format!("**{}**", person.name);
    for identifier in &person.identifiers {
        let value = &identifier.value;
        let scheme = identifier.scheme.as_str();
        match PLACES.iter().find(|(known, _)| *known == scheme) {
            Some((_, place)) => _ = write!(card, " · [{scheme} {value}]({place}{value})"),
            None => _ = write!(card, " · {scheme} {value}"),
        }
    }
    card.push_str("\n\n");
    let tenures = registry.tenures_of(id);
    if let Some(on) = on {
        offices_on(registry, &tenures, on, post, &mut card);
    } else if tenures.is_empty() {
        card.push_str("The register names no office.\n\n");
    } else {
        card.push_str("The document has no date; offices of all times:\n\n");
        list(
            registry,
            tenures.iter().rev().take(N_OTHER_OFFICES + 2).copied(),
            &mut card,
        );
    }
    // Without a title beside the name, the one office held on the day is the one meant.
    let post = post.or_else(|| {
        let (held, _) = by_day(&tenures, on?);
        match held.as_slice() {
            [only] => Some(only.post),
            _ => None,
        }
    });
    if let Some(post) = post {
        neighbours(registry, post, id, on, &mut card);
    }
    sources(registry, &tenures, &mut card);
    card
}

/// What is known of a post and who held it on the document's date.
pub fn post_card(registry: &Registry, post: PostId, on: Option<Date>) -> String {
    let mut card = format!("**{}**\n\n", post_title(registry, post));
    let tenures = registry.tenures_in(post);
    if let Some(on) = on {
        let (held, unknown) = by_day(&tenures, on);
        let day = on.words();
        if !held.is_empty() {
            _ = writeln!(card, "Held on {day} by:\n");
            holders(registry, &held, &mut card);
        } else if !unknown.is_empty() {
            _ = writeln!(
                card,
                "The register does not reach {day}; last known holder:\n"
            );
            holders(registry, &unknown, &mut card);
        } else {
            _ = writeln!(card, "The register names no holder on {day}.\n");
        }
        if let Some(holder) = held.first().or(unknown.first()) {
            neighbours(registry, post, holder.person, Some(on), &mut card);
        }
    } else {
        card.push_str("The document has no date; the last known holders:\n\n");
        let last: Vec<&Tenure> = tenures
            .iter()
            .rev()
            .take(N_OTHER_OFFICES)
            .copied()
            .collect();
        holders(registry, &last, &mut card);
    }
    sources(registry, &tenures, &mut card);
    card
}

/// The offices on the day, that of the words first; then those of other times, the latest first.
fn offices_on(
    registry: &Registry,
    tenures: &[&Tenure],
    on: Date,
    post: Option<PostId>,
    card: &mut String,
) {
    let (mut held, unknown) = by_day(tenures, on);
    held.sort_by_key(|tenure| Some(tenure.post) != post);
    // An open end that the register's copy is too old to confirm still tells the office most likely held;
    // a tenure without a start date tells nothing about the day.
    let open: Vec<&Tenure> = unknown
        .into_iter()
        .filter(|tenure| tenure.start.is_some())
        .collect();
    let day = on.words();
    if !held.is_empty() {
        _ = writeln!(card, "On {day}:\n");
        list(registry, held.iter().copied(), card);
        if held.iter().any(|tenure| is_soft(tenure, on)) {
            card.push_str("The register dates a term to the month or year only; the day may lie outside of it.\n\n");
        }
    }
    if !open.is_empty() {
        _ = writeln!(card, "Not known to have ended by {day}:\n");
        list(registry, open.iter().copied(), card);
    }
    if held.is_empty() && open.is_empty() {
        _ = writeln!(card, "The register names no office on {day}.\n");
    }
    let others = tenures
        .iter()
        .rev()
        .filter(|tenure| tenure.held(on) == Held::NotHeld);
    let mut others = others.take(N_OTHER_OFFICES).copied().peekable();
    if others.peek().is_some() {
        card.push_str("At other times:\n\n");
        list(registry, others, card);
    }
}

/// Whether a term held on the day may not have been, for its ends are known to the month or year only.
fn is_soft(tenure: &Tenure, on: Date) -> bool {
    let before = tenure.start.is_some_and(|start| on.first() < start.last());
    let after = tenure.end.is_some_and(|end| on.last() > end.first());
    (before || after) && on.first() == on.last() && {
        let coarse = |date: Option<Date>| date.is_some_and(|date| date.first() != date.last());
        (before && coarse(tenure.start)) || (after && coarse(tenure.end))
    }
}
