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
            || matches!(token.of(clause.text), "&" | "/")
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
            let inner = at > start && clause.any(at - 1, Classes::of(&[Class::Inner, Class::And]));
            if !inner {
                return at;
            }
        }
    }
    let Some(mut name) = (start..=end).find(|&at| clause.capital(at)) else {
        return start;
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
        verb |= is_finite(clause, at);
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
    let crowd = (first..=last).any(|at| clause.is(at, Class::GroupProper));
    if let Some(found) = found.filter(|_| !crowd) {
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
    // An apposition behind the name does not grade it.
    let last = (first..last)
        .find(|&at| clause.kind(at + 1, Kind::Comma))
        .unwrap_or(last);
    let head = (first..last)
        .find(|&at| clause.is(at + 1, Class::Inner))
        .unwrap_or(last);
    let pair = clause.is(first, Class::Definite) && clause.is(first + 1, Class::NumberDeterminer);
    if pair && clause.any(head, Classes::of(&[Class::Group, Class::Title])) {
        // "the two presidents": the pair just named.
        return (Grade::Named, Some(head));
    }
    let full_name =
        !clause.is(head, Class::Document) && (first..last).any(|at| name(at) && name(at + 1));
    let titled = (first..last).any(|at| clause.is(at, Class::Title) && name(at + 1))
        || (first..last.saturating_sub(1)).any(|at| {
            clause.is(at, Class::Title) && clause.kind(at + 1, Kind::Stop) && name(at + 2)
        });
    if full_name || titled {
        return (Grade::Named, None);
    }
    // The head decides: the last noun before "of", "for", "from".
    for at in [head, first, last] {
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
