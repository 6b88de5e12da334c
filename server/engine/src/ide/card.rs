//! Cards about people and posts: names, offices with their dates, holders before and after, source.
//!
//! Markdown for hovers; every fact says where it comes from and how far the register reaches.

use std::fmt::Write;

use crate::date::Date;
use crate::registry::{Held, PersonId, PostId, Registry, Tenure};

/// How many offices of other times a card lists.
const N_OTHER_OFFICES: usize = 4;

/// From when to when, with what the register does not say: `from 9 March 2004 (still in office on 3 August 2022)`.
pub fn term(tenure: &Tenure) -> String {
    if tenure.attested && tenure.start.is_some() && tenure.end.is_none() {
        return tenure.start.map_or_else(String::new, |day| {
            format!("shown in office on {}", day.words())
        });
    }
    let from = tenure.start.map(|start| format!("from {}", start.words()));
    let until = match (tenure.end, tenure.known_to) {
        (Some(end), _) => Some(format!("to {}", end.words())),
        (None, Some(known)) => Some(format!("(still in office on {})", known.words())),
        (None, None) => None,
    };
    match (from, until) {
        (Some(from), Some(until)) => format!("{from} {until}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "dates not known".to_owned(),
    }
}

/// A post with its state: `Minister of Foreign Affairs (Russia)`.
pub fn post_title(registry: &Registry, post: PostId) -> String {
    let post = registry.post(post);
    match post
        .state
        .as_deref()
        .map(|code| registry.state_name(code).unwrap_or(code))
    {
        Some(state) if !post.label.contains(state) => format!("{} ({state})", post.label),
        _ => post.label.clone(),
    }
}

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
        match identifier.scheme.as_str() {
            "wikidata" => _ = write!(card, " · [{value}](https://www.wikidata.org/wiki/{value})"),
            scheme => _ = write!(card, " · {scheme} {value}"),
        }
    }
    card.push_str("\n\n");
    let tenures = registry.tenures_of(id);
    if let Some(on) = on {
        offices_on(registry, &tenures, on, post, &mut card);
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

/// The tenures held on the day, and those of which the register cannot say.
fn by_day<'a>(tenures: &[&'a Tenure], on: Date) -> (Vec<&'a Tenure>, Vec<&'a Tenure>) {
    let at = |held: Held| {
        tenures
            .iter()
            .filter(|tenure| tenure.held(on) == held)
            .copied()
            .collect()
    };
    (at(Held::Held), at(Held::Unknown))
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

fn list<'a>(registry: &Registry, tenures: impl Iterator<Item = &'a Tenure>, card: &mut String) {
    for tenure in tenures {
        let acting = if tenure.acting { "acting " } else { "" };
        _ = writeln!(
            card,
            "- {acting}{}, {}",
            post_title(registry, tenure.post),
            term(tenure)
        );
    }
    card.push('\n');
}

fn holders(registry: &Registry, tenures: &[&Tenure], card: &mut String) {
    for tenure in tenures {
        let acting = if tenure.acting { ", acting" } else { "" };
        _ = writeln!(
            card,
            "- {}{acting}, {}",
            registry.person(tenure.person).name,
            term(tenure)
        );
    }
    card.push('\n');
}

/// Who held the post last before and first after the holder's spell around the day. Nothing where a post has many seats:
/// there "before" and "after" mean nothing.
fn neighbours(
    registry: &Registry,
    post: PostId,
    holder: PersonId,
    on: Option<Date>,
    card: &mut String,
) {
    let tenures = registry.tenures_in(post);
    let mine = tenures.iter().filter(|tenure| tenure.person == holder);
    let Some(spell) = mine.min_by_key(|tenure| match on.map(|on| tenure.held(on)) {
        Some(Held::Held) => 0,
        Some(Held::Unknown) => 1,
        _ => 2,
    }) else {
        return;
    };
    let Some(start) = spell.start else { return };
    let alone = tenures
        .iter()
        .filter(|other| other.held(start) == Held::Held)
        .count()
        <= 2;
    if !alone {
        return;
    }
    let others = || tenures.iter().filter(|other| other.person != holder);
    let before = others()
        .filter(|other| {
            other
                .start
                .is_some_and(|other| other.first() < start.first())
        })
        .max_by_key(|other| other.start.map(Date::first));
    let after = others()
        .filter(|other| {
            other
                .start
                .is_some_and(|other| other.first() > start.first())
        })
        .min_by_key(|other| other.start.map(Date::first));
    for (when, other) in [("Before", before), ("After", after)] {
        if let Some(other) = other {
            _ = writeln!(
                card,
                "{when}: {}, {}  ",
                registry.person(other.person).name,
                term(other)
            );
        }
    }
    if before.is_some() || after.is_some() {
        card.push('\n');
    }
}

/// The sources of the tenures shown, each once.
fn sources(registry: &Registry, tenures: &[&Tenure], card: &mut String) {
    let mut seen = Vec::new();
    for tenure in tenures {
        if !seen.contains(&tenure.source) {
            seen.push(tenure.source);
        }
    }
    for source in seen {
        let source = registry.source(source);
        match source.retrieved {
            Some(retrieved) => {
                _ = writeln!(
                    card,
                    "_Source: {}, register as of {}_  ",
                    source.name,
                    retrieved.words()
                );
            }
            None => _ = writeln!(card, "_Source: {}_  ", source.name),
        }
    }
}
