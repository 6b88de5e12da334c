//! Cues that are nouns: "the claim that", "the announcement by Reed", "her demands for", "in support of".

use super::attribution::Shape;
use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::cue::Cue;
use super::token::Kind;
use super::{phrase, subject};

/// "the claim that", "the announcement by X", "her warning about".
pub(super) fn judge(clause: &Clause, at: usize) -> Option<Cue> {
    let noun = clause.lexicon.noun(clause.get(at)?.facts.noun?);
    let next = clause.behind(at);
    let before = at.wrapping_sub(1);
    // "in support of the plan": whoever does something does it for that.
    if noun.stance
        && noun.target
        && clause.is(before, Class::In)
        && clause.any(next, Classes::of(&[Class::Of, Class::To]))
    {
        let source = subject::subject_before(clause, before);
        return Some(Cue::new((before, at), source, Shape::Noun));
    }
    // "no doubt that": nobody has it.
    if clause.is(before, Class::No) {
        return None;
    }
    let verbal = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
    if clause.is(next, Class::That) && !clause.any(next + 1, verbal) {
        let owner = (at.saturating_sub(4)..at).rev().find(|&at| clause.owns(at));
        let source = owner.and_then(|at| {
            if clause.is(at, Class::Possessive) {
                Some((at, at))
            } else {
                phrase::phrase_left(clause, at)
            }
        });
        return Some(Cue::new((at, at), source, Shape::Noun));
    }
    if clause.any(next, Classes::of(&[Class::By, Class::From]))
        && !noun.no_agent
        && (clause.capital(next + 1) || clause.is(next + 1, Class::Determiner))
    {
        let source = phrase::phrase_right(clause, next + 1);
        return Some(Cue::new((at, at), source, Shape::Noun));
    }
    // "her claim is that": but "her claim was denied" tells what became of it.
    let is = clause.is(next, Class::Be)
        && (clause.any(
            next + 1,
            Classes::of(&[Class::That, Class::Question, Class::To]),
        ) || clause.kind(next + 1, Kind::Colon)
            || clause.kind(next + 1, Kind::Comma)
            || clause.quote_opens(next + 1)
            || clause.is(next + 1, Class::Adverb) && clause.is(next + 2, Class::That));
    let planned = clause.is(next, Class::Modal);
    let told = is
        || planned
        || clause.is(next, Class::Aiming)
        || clause.is(before.wrapping_sub(1), Class::Be) && !clause.word(next)
        || clause.is(before.wrapping_sub(2), Class::Be) && !clause.word(next);
    let owner = owner(clause, at).filter(|_| noun.stance && told)?;
    let source = if clause.is(owner, Class::Possessive) {
        Some((owner, owner))
    } else {
        phrase::phrase_left(clause, owner)
    };
    Some(Cue::new((at, at), source, Shape::Noun))
}

/// Who owns a noun, by its place: "her", "Reed's", "the critics'", with a word or two that describe the noun between.
fn owner(clause: &Clause, noun: usize) -> Option<usize> {
    let mut at = noun.checked_sub(1)?;
    for _ in 0..2 {
        let describes = clause.get(at).is_some_and(|token| {
            token.kind == Kind::Word
                && !token.owner
                && !token.capital
                && (token.facts.is_plain()
                    || token.any(Classes::of(&[Class::Past, Class::Adverb, Class::Light])))
        });
        if !describes || clause.owns(at) {
            break;
        }
        at = at.checked_sub(1)?;
    }
    if clause.kind(at, Kind::Apostrophe)
        && at > 0
        && clause.tokens[at - 1].end == clause.tokens[at].start
    {
        return Some(at - 1);
    }
    clause.owns(at).then_some(at)
}
