//! Sources: the noun phrase beside a cue, and how well it tells who speaks.
//!
//! Walks, no parser: a phrase ends where a word comes that cannot stand inside one.

use crate::registry::{Mention, NameForm};
use crate::text::LocalSpan;

use super::attribution::Grade;
use super::class::{Class, Classes};
use super::clause::{Clause, NOWHERE, WALKED};
use super::lexicon::Form;
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
            || token.of(clause.text) == "&"
    })
}

/// Whether "and" at a place joins two names or groups.
fn joins(clause: &Clause, at: usize) -> bool {
    clause.capital(at.wrapping_sub(1)) || clause.is(at.wrapping_sub(1), Class::Group)
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
        if stop || foreign || outer || verbal {
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
            let inner = at > start && clause.is(at - 1, Class::Inner);
            if !inner {
                return at;
            }
        }
    }
    (start..=end)
        .find(|&at| clause.capital(at))
        .unwrap_or(start)
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
        let finite = at > start
            && !clause.capital(at)
            && clause.verb(at).is_some_and(|(_, form)| form == Form::Past);
        let outer = clause.is(at, Class::Preposition) && !clause.is(at, Class::Inner);
        let last = clause.kind(at, Kind::Stop) && at + 1 == clause.len();
        if stop || foreign || verbal || finite || outer || last || clause.is(at, Class::Relative) {
            break;
        }
        at += 1;
    }
    while at > start && clause.any(at - 1, Classes::of(&[Class::Preposition, Class::And])) {
        at -= 1;
    }
    (at > start).then(|| (start, at - 1))
}

/// The subject of the clause before `limit`, roughly: what stands left of its last finite verb, else its first name or pronoun.
pub(super) fn subject_before(clause: &Clause, limit: usize) -> Option<Phrase> {
    for at in (1..limit.min(clause.len())).rev() {
        let finite = clause
            .verb(at)
            .is_some_and(|(_, form)| matches!(form, Form::Past | Form::Third | Form::Base));
        if finite && !clause.capital(at) && !clause.quoted(at) {
            let left = clause.left_of_verb(at);
            if clause.word(left)
                && let Some(phrase) = phrase_left(clause, left)
            {
                return Some(phrase);
            }
        }
    }
    (0..limit.min(clause.len())).find_map(|at| {
        if clause.is(at, Class::Subject) {
            return Some((at, at));
        }
        let name = clause.capital(at)
            && (at > 0 || clause.capital(at + 1))
            && !clause.any(at, Classes::of(&[Class::Preposition, Class::Stop]));
        name.then(|| {
            let run = (at..limit).take_while(|&at| clause.capital(at)).count();
            (at, at + run - 1)
        })
    })
}

/// How well a phrase tells who speaks, the words that decided, and the mention in it.
pub(super) fn grade(
    clause: &Clause,
    (first, last): Phrase,
    mentions: &[Mention],
) -> (Grade, Option<LocalSpan>, Option<usize>) {
    let span = span(clause, (first, last));
    let at = mentions.partition_point(|mention| mention.span.end <= span.start);
    let found = mentions[at..]
        .iter()
        .take_while(|mention| mention.span.start < span.end)
        .position(|mention| mention.span.overlaps(span))
        .map(|nth| at + nth);
    if let Some(found) = found {
        let grade = if mentions[found].form == NameForm::Organization {
            Grade::Institution
        } else {
            Grade::Named
        };
        // "a spokesman for the Kremlin" names the body, not the person.
        let role = (first..=last).find(|&at| is_role(clause, at, last));
        if grade == Grade::Named || role.is_none() {
            return (grade, None, Some(found));
        }
    }
    let (grade, head) = grade_words(clause, first, last);
    (grade, head.map(|at| clause.tokens[at].span()), found)
}

fn is_role(clause: &Clause, at: usize, last: usize) -> bool {
    clause.is(at, Class::Role) && !(clause.is(at, Class::RoleBare) && at == last)
}

fn grade_words(clause: &Clause, first: usize, last: usize) -> (Grade, Option<usize>) {
    if first == last
        && clause.any(
            first,
            Classes::of(&[Class::Pronoun, Class::Object, Class::Possessive]),
        )
    {
        return (Grade::Named, None);
    }
    let name = |at: usize| {
        clause.capital(at)
            && !clause.any(
                at,
                Classes::of(&[
                    Class::Determiner,
                    Class::Institution,
                    Class::GroupProper,
                    Class::Title,
                ]),
            )
            && (at > first || clause.capital(at + 1) || first > 0)
    };
    let full_name = (first..last).any(|at| name(at) && name(at + 1));
    let titled = (first..last).any(|at| clause.is(at, Class::Title) && name(at + 1))
        || (first..last.saturating_sub(1)).any(|at| {
            clause.is(at, Class::Title) && clause.kind(at + 1, Kind::Stop) && name(at + 2)
        });
    if full_name || titled {
        return (Grade::Named, None);
    }
    // The head decides: the last noun before "of", "for", "from".
    let head = (first..last)
        .find(|&at| clause.is(at + 1, Class::Inner))
        .unwrap_or(last);
    for at in [head, last] {
        if is_role(clause, at, last) {
            return (Grade::Anonymous, Some(at));
        }
        if clause.is(at, Class::Document) {
            let owned = (first..=last).any(|at| {
                clause.kind(at, Kind::Number) || clause.owns(at) || (at > first && name(at))
            }) || clause.is(first, Class::Definite);
            let grade = if owned {
                Grade::Institution
            } else {
                Grade::Vague
            };
            return (grade, Some(at));
        }
        if clause.is(at, Class::Institution) {
            return (Grade::Institution, Some(at));
        }
        if clause.is(at, Class::Title) {
            return (Grade::Named, None);
        }
        if clause.is(at, Class::Group) {
            return (Grade::Vague, Some(at));
        }
    }
    if (first..=last).any(name) {
        return (Grade::Named, None);
    }
    if let Some(at) = (first..=last).find(|&at| clause.is(at, Class::Quantifier)) {
        return (Grade::Vague, Some(at));
    }
    if clause.capital(first) && first == last && !clause.is(first, Class::Determiner) {
        return (Grade::Named, None);
    }
    // "the man", "both delegations": somebody the text has spoken of before.
    if clause.is(first, Class::Definite) {
        return (Grade::Named, None);
    }
    (Grade::Vague, Some(head))
}

/// The bytes of a phrase.
pub(super) fn span(clause: &Clause, (first, last): Phrase) -> LocalSpan {
    LocalSpan::new(
        clause.tokens[first].start as usize,
        clause.tokens[last].end as usize,
    )
}
