//! Noun phrases beside a cue: walks, no parser.
//!
//! A phrase ends where a word comes that cannot stand inside one.

use crate::text::LocalSpan;

use super::class::Class;
use super::classes::Classes;
use super::clause::{Clause, NOWHERE, WALKED};
use super::entry::Form;
use super::subject;
use super::token::Kind;

/// A phrase: its first and last token.
pub(super) type Phrase = (usize, usize);

/// The most tokens a source phrase is followed over.
const REACH: usize = 14;

/// Adverb-like words that are also part of noun phrases.
const COUNTING: Classes = Classes::of(&[Class::Quantifier, Class::NumberDeterminer]);

/// What a phrase may hold besides words.
fn is_glue(clause: &Clause, at: usize) -> bool {
    clause.get(at).is_some_and(|token| {
        matches!(token.kind, Kind::Apostrophe | Kind::Hyphen | Kind::Stop)
            || matches!(token.of(clause.text), "&" | "/")
    })
}

/// Whether "and" at a place joins two names or groups.
fn joins(clause: &Clause, at: usize) -> bool {
    const HEADS: Classes = Classes::of(&[
        Class::Group,
        Class::Role,
        Class::Institution,
        Class::Document,
        Class::Describing,
    ]);
    clause.capital(at.wrapping_sub(1)) || clause.any(at.wrapping_sub(1), HEADS)
}

/// The noun phrase that ends at `end`.
pub(super) fn phrase_left(clause: &Clause, end: usize) -> Option<Phrase> {
    let mut at = end;
    let mut steps = 0;
    while at != NOWHERE && steps < REACH {
        if clause.is(at, Class::Pronoun) {
            if at == end {
                return Some((at, end));
            }
            break;
        }
        let stop = clause.is(at, Class::Stop) && !(clause.is(at, Class::And) && joins(clause, at));
        let foreign = !clause.word(at) && !is_glue(clause, at);
        let outer = clause.is(at, Class::Preposition) && !clause.is(at, Class::Inner);
        let inner_name = clause.capital(at) && at > 0;
        let verbal = clause.any(at, WALKED)
            && !inner_name
            && !clause.any(at, COUNTING)
            && !clause.is(at, Class::To);
        let asks = clause.is(at, Class::Question);
        if stop || foreign || outer || verbal || asks {
            break;
        }
        at = at.wrapping_sub(1);
        steps += 1;
    }
    let mut start = at.wrapping_add(1);
    while start <= end && clause.any(start, Classes::of(&[Class::Preposition, Class::And])) {
        start += 1;
    }
    if start > end || end == NOWHERE {
        return None;
    }
    Some((beginning(clause, start, end), end))
}

/// Where the phrase begins within `start..=end`: at its determiner, else at its first capital.
fn beginning(clause: &Clause, start: usize, end: usize) -> usize {
    for at in (start..end).rev() {
        if clause.is(at, Class::Determiner) && !clause.is(at, Class::NumberDeterminer) {
            let inner = at > start && clause.any(at - 1, Classes::of(&[Class::Inner, Class::And]));
            if !inner {
                return at;
            }
        }
    }
    let Some(mut name) = (start..=end).find(|&at| clause.capital(at)) else {
        // "hear some", "know politicians": a verb in front belongs to the clause around.
        let verb = |at: usize| {
            clause
                .verb(at)
                .is_some_and(|(verb, form)| !verb.flags.noun && form == Form::Base)
        };
        return (start..end)
            .rev()
            .find(|&at| verb(at))
            .map_or(start, |at| at + 1);
    };
    while name > start && describes(clause, name - 1) {
        name -= 1;
    }
    name
}

/// Whether a small word may stand before a name and belong to it: "former", "activist", "de".
fn describes(clause: &Clause, at: usize) -> bool {
    clause.get(at).is_some_and(|token| {
        token.kind == Kind::Word
            && token.facts.verb.is_none()
            && (token.facts.is_plain()
                || token.any(Classes::of(&[
                    Class::Title,
                    Class::Role,
                    Class::Group,
                    Class::Institution,
                ])))
    })
}

/// The source for a subject that ends a relative clause: "Those who met Reed" before "said".
pub(super) fn with_relative(clause: &Clause, (first, last): Phrase) -> Phrase {
    let mut at = first;
    let mut verb = false;
    while at > 1 && clause.word(at - 1) {
        at -= 1;
        if clause.is(at, Class::RelativePerson) {
            let found = if verb {
                phrase_left(clause, at - 1)
            } else {
                None
            };
            return found.map_or((first, last), |(start, _)| (start, last));
        }
        verb |= subject::is_finite(clause, at);
    }
    (first, last)
}

/// The noun phrase that begins at `start`.
pub(super) fn phrase_right(clause: &Clause, start: usize) -> Option<Phrase> {
    let mut at = start;
    while at < clause.len() && at < start + REACH + 2 {
        let stop = clause.is(at, Class::Stop) && !clause.is(at, Class::And);
        let foreign = !clause.word(at) && !is_glue(clause, at);
        let verbal = at > start
            && clause.any(at, WALKED)
            && !clause.any(at, COUNTING)
            && !clause.is(at, Class::To);
        // "by Reed to answer": what he did next; "ambassador to Tessaly" goes on.
        let purpose = clause.is(at, Class::To)
            && !clause.capital(at + 1)
            && !clause.any(at + 1, Classes::of(&[Class::Determiner, Class::Possessive]));
        // "a leaked document" goes on, "Reed told" and "Tessaly say" end.
        let finite = at > start
            && !clause.capital(at)
            && !clause.is(at - 1, Class::Determiner)
            && clause.verb(at).is_some_and(|(verb, form)| {
                form == Form::Past || verb.strong && form == Form::Base && !verb.flags.noun
            });
        let outer = clause.is(at, Class::Preposition) && !clause.is(at, Class::Inner)
            || at > start && clause.lexicon.traits.verb_first && clause.is(at, Class::Listener);
        let last = clause.kind(at, Kind::Stop) && at + 1 == clause.len();
        if stop
            || foreign
            || verbal
            || purpose
            || finite
            || outer
            || last
            || clause.is(at, Class::Relative)
        {
            break;
        }
        at += 1;
    }
    while at > start && clause.any(at - 1, Classes::of(&[Class::Preposition, Class::And])) {
        at -= 1;
    }
    (at > start).then(|| (start, at - 1))
}

/// A source with the apposition or relative clause behind it: "Reed, a trade official, …".
pub(super) fn with_apposition(clause: &Clause, (first, last): Phrase) -> Phrase {
    if !clause.kind(last + 1, Kind::Comma) || !clause.capital(last) && !clause.capital(first) {
        return (first, last);
    }
    let start = last + 2;
    let describes = clause.any(
        start,
        Classes::of(&[
            Class::Determiner,
            Class::RelativePerson,
            Class::Title,
            Class::Role,
            Class::Possessive,
        ]),
    ) || clause
        .get(start)
        .is_some_and(|token| token.kind == Kind::Word && (token.owner || token.facts.is_plain()));
    if !describes {
        return (first, last);
    }
    let end = (start..clause.len())
        .find(|&at| {
            !clause.word(at) && !is_glue(clause, at)
                || clause.kind(at, Kind::Stop) && at + 1 == clause.len()
        })
        .unwrap_or(clause.len());
    if end > start {
        (first, end - 1)
    } else {
        (first, last)
    }
}

/// The bytes of a phrase.
pub(super) fn span(clause: &Clause, (first, last): Phrase) -> LocalSpan {
    let token = &clause.tokens[last];
    // "you're": the pronoun alone is the source.
    let end = if token.is(Class::Clitic) || token.owner {
        let cut = token.of(clause.text).find(['\'', '’']);
        cut.map_or(token.end as usize, |cut| token.start as usize + cut)
    } else {
        token.end as usize
    };
    LocalSpan::new(clause.tokens[first].start as usize, end)
}
