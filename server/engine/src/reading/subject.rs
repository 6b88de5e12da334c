//! Subjects of clauses, found by their finite verb, for cues that have none of their own.

use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::entry::Form;
use super::phrase::{Phrase, phrase_left};

/// Whether a finite verb stands at a place.
pub(super) fn is_finite(clause: &Clause, at: usize) -> bool {
    const AUXILIARY: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    const NOMINAL: Classes = Classes::of(&[
        Class::Determiner,
        Class::Preposition,
        Class::And,
        Class::Be,
        Class::Have,
    ]);
    let Some(token) = clause.get(at) else {
        return false;
    };
    if token.quoted || token.capital && !clause.headline || clause.is(at, Class::Participial) {
        return false;
    }
    if token.any(AUXILIARY) {
        return true;
    }
    let before = at.wrapping_sub(1);
    let finite = clause
        .verb(at)
        .is_some_and(|(verb, form)| form == Form::Past || form == Form::Third && !verb.flags.noun)
        || token.any(Classes::of(&[Class::Past, Class::Finite]));
    let reduced = clause.is(at + 1, Class::By);
    finite && !reduced && !clause.any(before, NOMINAL) && !clause.owns(before)
}

/// The subject of the main clause before `limit`, roughly: what stands left of its first finite verb, else its first name or pronoun.
pub(super) fn subject_before(clause: &Clause, limit: usize) -> Option<Phrase> {
    subject_among(clause, 1..limit.min(clause.len()), |_, _| false)
        .or_else(|| first_name(clause, limit.min(clause.len())))
}

/// The subject of the clause nearest before `limit`, roughly: what stands left of the last finite verb.
pub(super) fn nearest_subject(clause: &Clause, limit: usize) -> Option<Phrase> {
    subject_among(clause, (1..limit.min(clause.len())).rev(), is_embedded)
        .or_else(|| first_name(clause, limit.min(clause.len())))
}

/// The subject of a participle: the main clause's, unless a clause with "where" or "in which" tells what went on.
pub(super) fn participle_subject(clause: &Clause, at: usize) -> Option<Phrase> {
    let told = (1..at).any(|at| {
        clause.is(at, Class::Where)
            || clause.is(at, Class::Relative) && clause.is(at - 1, Class::Preposition)
    });
    if told {
        nearest_subject(clause, at)
    } else {
        subject_before(clause, at)
    }
}

/// The first subject beside a finite verb at one of `places`.
fn subject_among(
    clause: &Clause,
    places: impl Iterator<Item = usize>,
    skip: fn(&Clause, usize) -> bool,
) -> Option<Phrase> {
    for at in places {
        if !is_finite(clause, at) {
            continue;
        }
        let left = clause.left_of_verb(at);
        if clause.word(left)
            && !clause.is(left, Class::Relative)
            && let Some(phrase) = phrase_left(clause, left)
            && !skip(clause, phrase.0)
        {
            return Some(phrase);
        }
    }
    None
}

/// Whether the clause whose subject begins at a place is itself reported or describes a noun: "said that she", "said she".
fn is_embedded(clause: &Clause, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let linked = clause.any(
        before,
        Classes::of(&[Class::That, Class::Relative, Class::Question]),
    );
    let in_which =
        clause.is(before.wrapping_sub(1), Class::Preposition) || clause.is(before, Class::Where);
    linked && !in_which || clause.verb(before).is_some()
}

/// The first pronoun or name before `limit`.
fn first_name(clause: &Clause, limit: usize) -> Option<Phrase> {
    (0..limit).find_map(|at| {
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
