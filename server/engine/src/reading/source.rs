//! How well a source tells who speaks: its grade, the words that decided, the mention in it.

use crate::registry::{Mention, NameForm};
use crate::text::LocalSpan;

use super::attribution::Grade;
use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::phrase::{self, Phrase};
use super::token::Kind;

/// How well a phrase tells who speaks, the words that decided, and the mention in it.
pub(super) fn grade(
    clause: &Clause,
    (first, last): Phrase,
    mentions: &[Mention],
) -> (Grade, Option<LocalSpan>, Option<usize>) {
    let span = phrase::span(clause, (first, last));
    let at = mentions.partition_point(|mention| mention.span.end() <= span.start());
    let found = mentions[at..]
        .iter()
        .take_while(|mention| mention.span.start() < span.end())
        .position(|mention| mention.span.overlaps(span))
        .map(|nth| at + nth);
    let crowd = (first..=last).any(|at| clause.is(at, Class::GroupProper));
    // An office of no named state and a name nobody knows tell as much as their words do.
    let decides = |found: &usize| {
        let mention = &mentions[*found];
        !mention.people.is_empty() || mention.state.is_some()
    };
    if let Some(found) = found.filter(|found| !crowd && decides(found)) {
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
    const LINKED: Classes = Classes::of(&[Class::Preposition, Class::RelativePerson]);
    // "people close to the court", "those familiar with it", but no "people everywhere".
    let linked = clause.any(at + 1, LINKED) || at + 1 < last && clause.any(at + 2, LINKED);
    // "Person of the Year" is a title.
    let titled = at > 0 && clause.capital(at) && !clause.headline;
    clause.is(at, Class::Role)
        && !titled
        && (!clause.is(at, Class::RoleBare) || at < last && linked)
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
    // "20 percent of voters in a March poll": counted by a document.
    let is_measure = (first..=last).any(|at| clause.is(at, Class::Measure));
    if is_measure && clause.kind(first, Kind::Number) | clause.kind(first + 1, Kind::Number) {
        return (Grade::Institution, None);
    }
    // An apposition grades its noun only if it is the name: "a diplomat, Mira Haddad".
    let comma = (first..last).find(|&at| clause.kind(at + 1, Kind::Comma));
    if let Some(comma) = comma.filter(|&comma| comma + 3 <= last)
        && !clause.is(comma + 2, Class::Relative)
        && (comma + 2..last).any(|at| name(at) && name(at + 1))
    {
        return (Grade::Named, None);
    }
    let end = last;
    let last = comma.unwrap_or(last);
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
            // "a police spokesman": the body speaks, by somebody of whom it matters less who it is.
            let body = |at: usize| clause.is(at, Class::Institution) || at > first && name(at);
            let speaks_for = clause.is(at, Class::Spokes) && (first..=end).any(body);
            let grade = if speaks_for {
                Grade::Institution
            } else {
                Grade::Anonymous
            };
            return (grade, Some(at));
        }
        if clause.is(at, Class::Document) {
            // "UN figures": an acronym is a name wherever it stands.
            let acronym = clause.get(first).is_some_and(|token| {
                let word = token.of(clause.text);
                first < last && word.len() > 1 && word.chars().all(char::is_uppercase)
            });
            let owned = (first..=last).any(|at| {
                clause.kind(at, Kind::Number) || clause.owns(at) || (at > first && name(at))
            }) || clause.is(first, Class::Definite)
                || acronym;
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
