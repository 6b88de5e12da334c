//! Terms of office in words: who held what from when to when, who came before and after, and on whose word.

use std::fmt::Write;

use crate::date::Date;
use crate::registry::{Held, PersonId, PostId, Registry, Tenure};

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

/// What is said of a post that belongs to no state.
pub const STATELESS: &str = "none, so it is found by its own words only, not as an office of a state; `state` says of which";

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

/// The tenures held on the day, and those of which the register cannot say.
pub(super) fn by_day<'a>(tenures: &[&'a Tenure], on: Date) -> (Vec<&'a Tenure>, Vec<&'a Tenure>) {
    let at = |held: Held| {
        tenures
            .iter()
            .filter(|tenure| tenure.held(on) == held)
            .copied()
            .collect()
    };
    (at(Held::Held), at(Held::Unknown))
}

/// Each term on a line of its own, with its post.
pub(super) fn list<'a>(
    registry: &Registry,
    tenures: impl Iterator<Item = &'a Tenure>,
    card: &mut String,
) {
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

/// Each term on a line of its own, with its holder.
pub(super) fn holders(registry: &Registry, tenures: &[&Tenure], card: &mut String) {
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
pub(super) fn neighbours(
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
pub(super) fn sources(registry: &Registry, tenures: &[&Tenure], card: &mut String) {
    let mut seen = Vec::new();
    for tenure in tenures {
        if !seen.contains(&tenure.source) {
            seen.push(tenure.source);
        }
    }
    for id in seen {
        let source = registry.source(id);
        match source.retrieved {
            Some(retrieved) => {
                // A later record may show somebody still in office.
                let own = tenures.iter().filter(|tenure| tenure.source == id);
                let known = own
                    .filter_map(|tenure| tenure.known_to)
                    .max_by_key(|day| day.last());
                let later = known.filter(|day| day.last() > retrieved.last());
                let later = later.map_or_else(String::new, |day| {
                    format!("; shown in office on {} by a later record", day.words())
                });
                _ = writeln!(
                    card,
                    "_Source: {}, register as of {}{later}_  ",
                    source.name,
                    retrieved.words()
                );
            }
            // An entry of one's own registry need not say where it comes from.
            None if source.name.is_empty() => {}
            None => _ = writeln!(card, "_Source: {}_  ", source.name),
        }
    }
}
