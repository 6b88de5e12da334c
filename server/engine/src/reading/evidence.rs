//! What stands around a verb that may report, and whether it suffices for a verb of its strength.
//!
//! A strong verb needs a subject, a weak one a complement or a quotation; which verb is which was measured on news
//! (`language.md` 3.3).

use super::class::Class;
use super::classes::Classes;
use super::clause::{Clause, NOWHERE};
use super::entry::{Act, Verb};
use super::phrase::Phrase;
use super::token::Kind;

/// How the source was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum How {
    /// Left of the verb.
    Subject,
    /// Left of an apposition: "Ghani, the president, said".
    Apposition,
    /// The subject of the sentence: ", stressing".
    Participle,
    /// The subject of the verb before "and".
    Coordinated,
    /// The subject of the verb that governs "to".
    Infinitive,
}

/// What stands around a verb that may report.
#[allow(clippy::struct_excessive_bools)] // independent observations
pub(super) struct Evidence {
    /// What may be reported begins right after it.
    pub(super) complement: bool,
    /// A quotation opens soon after it.
    pub(super) quote_next: bool,
    /// A quotation or clause ends right before it or its source.
    pub(super) content_before: bool,
    /// It ends its clause.
    pub(super) ends: bool,
}

pub(super) fn evidence(clause: &Clause, at: usize) -> Evidence {
    let next = clause.behind(at);
    let before = at.wrapping_sub(1);
    Evidence {
        complement: clause.any(next, Classes::of(&[Class::Complement, Class::ByObject]))
            || clause.kind(next, Kind::Colon)
            || clause.quote_opens(next)
            || clause.capital(next),
        quote_next: clause.quote_within(next, 8),
        content_before: clause.kind(before, Kind::Comma)
            || clause.quote_closes(before)
            || clause.tags(before),
        ends: next >= clause.len()
            || clause.kind(next, Kind::Stop)
            || clause.kind(next, Kind::Dash)
            || clause.kind(next, Kind::Comma),
    }
}

impl Evidence {
    /// Adds what stands before the source.
    pub(super) fn look_before(&mut self, clause: &Clause, at: usize, source: Phrase, how: How) {
        if !matches!(how, How::Subject | How::Apposition) {
            return;
        }
        let before = source.0.wrapping_sub(1);
        let relative = clause.is(before, Class::That) || clause.is(before, Class::Relative);
        self.content_before |= clause.quote_closes(before)
            || clause.kind(before, Kind::Comma) && source.0 > 1
            || clause.is(before, Class::As)
            || relative && self.ends
            || before == NOWHERE && clause.kind(at + 1, Kind::Stop);
    }
}

pub(super) fn closes_near(clause: &Clause, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|at| clause.quote_closes(at))
}

/// Whether one of the particles the verb needs stands behind it, or evidence that does without.
pub(super) fn has_particle(clause: &Clause, at: usize, verb: &Verb, evidence: &Evidence) -> bool {
    if verb.particles.is_empty() {
        return true;
    }
    let near = (at + 1..at + 4).any(|at| {
        verb.particles
            .iter()
            .any(|particle| clause.reads(at, particle))
    });
    let before = at.wrapping_sub(1);
    // "voted to ban": what follows does the particle's work.
    let behind = clause.behind(at);
    let clausal = clause.is(behind, Class::That)
        || clause.is(behind, Class::To) && matches!(verb.act, Act::Mental | Act::Direct);
    near || verb.flags.phrasal && clausal
        || clause.kind(before, Kind::Comma)
        || clause.quote_closes(before)
        || verb.flags.object
            && (evidence.quote_next
                || clause.capital(at + 1)
                || clause.is(at + 1, Class::Determiner)
                || clause.is(at + 1, Class::That))
            && verb.act == Act::Say
}

/// Whether the evidence suffices for a verb of its strength.
pub(super) fn licensed(
    clause: &Clause,
    at: usize,
    verb: &Verb,
    how: How,
    evidence: &Evidence,
    source: Phrase,
) -> bool {
    let next = clause.behind(at);
    // What follows "point out" follows its particle.
    let behind = next + verb.taken(clause, next);
    // "went on to warn", "were quick to add": whoever went on did so.
    let how = if how == How::Infinitive && hands_on(clause, at) {
        How::Subject
    } else {
        how
    };
    let subject = matches!(how, How::Subject | How::Apposition);
    let clausal = clause.any(behind, Classes::of(&[Class::That, Class::Question]));
    // "it is wrong to blame": nobody does.
    if how == How::Infinitive && clause.any(source.1, Classes::of(&[Class::It, Class::There])) {
        return false;
    }
    let Evidence {
        complement,
        quote_next,
        content_before,
        ends,
    } = *evidence;
    let speech =
        clausal || quote_next || content_before || ends || clause.kind(behind, Kind::Colon);
    if verb.flags.speech && !speech {
        return false;
    }
    // "rule out", "push back": the particle makes it a verb of saying.
    let particle = verb.flags.phrasal && behind > next;
    if particle && (subject || how == How::Coordinated) {
        return true;
    }
    if verb.strong {
        let ok = match verb.act {
            Act::Say | Act::Assert | Act::Admit | Act::Deny | Act::Quest => {
                complement
                    || quote_next
                    || content_before
                    || ends
                    || clause.is(next, Class::TimeAfter)
                    || subject
                    || how == How::Coordinated && clause.word(next)
            }
            Act::Eval => true,
            Act::Direct => complement || quote_next || content_before || subject,
            Act::Mental => {
                let first_person =
                    clause.is(source.1, Class::Subject) && !clause.is(source.1, Class::Third);
                let thinks = is_somebody(clause, source) && begins_object(clause, next);
                let before = source.0.wrapping_sub(1);
                let tag = ends && clause.kind(before, Kind::Comma) && subject;
                complement
                    || subject && leaves_gap(clause, next, source)
                    || quote_next
                    || tag
                    || first_person && clause.word(next)
                    || subject && thinks
            }
            Act::Show | Act::Decree | Act::Address => complement || quote_next,
        };
        return match how {
            How::Infinitive => {
                ok && (clausal
                    || clause.kind(next, Kind::Colon)
                    || quote_next
                    || matches!(verb.act, Act::Eval | Act::Direct))
                    && (matches!(verb.act, Act::Say | Act::Assert | Act::Direct | Act::Eval)
                        || clausal
                        || quote_next)
            }
            How::Coordinated => {
                ok && (matches!(verb.act, Act::Say | Act::Assert | Act::Direct | Act::Eval)
                    || clausal
                    || quote_next)
            }
            _ => ok,
        };
    }
    let clause_next = clause.is(next, Class::Clausal);
    // "Reed continued:" hands over as a quotation does.
    let quote_next = quote_next || verb.flags.quote && clause.kind(next, Kind::Colon);
    let ok = match verb.act {
        Act::Mental | Act::Show | Act::Admit | Act::Assert | Act::Deny => {
            let object =
                how == How::Subject && clause.is(next, Class::Complement) && !verb.flags.clause;
            let shows = verb.act == Act::Show
                && subject
                && (is_document(clause, source)
                    || clause.is(next, Class::Complement)
                    || clause.capital(next));
            let minds = verb.act == Act::Mental
                && how == How::Subject
                && !verb.flags.clause
                && is_somebody(clause, source);
            let tag = content_before && ends && subject;
            let gap = verb.act == Act::Mental && subject && leaves_gap(clause, next, source);
            clause_next
                || gap
                || clause.is(next, Class::To)
                || quote_next
                || object
                || shows
                || minds
                || tag
        }
        _ => {
            let about = clause_next
                || clause.any(
                    next,
                    Classes::of(&[Class::Question, Class::Of, Class::ByObject]),
                );
            about && (subject || how == How::Coordinated)
                || quote_next
                || content_before && subject
                || verb.flags.object
                    && subject
                    && (complement
                        || begins_object(clause, next)
                        || clause.any(next, Classes::of(&[Class::To, Class::For])))
        }
    };
    ok && (how != How::Infinitive || clausal || quote_next)
}

/// Whether the "to" before a verb hangs on a word that hands its subject on.
fn hands_on(clause: &Clause, at: usize) -> bool {
    let to = (at.saturating_sub(2)..at)
        .rev()
        .find(|&at| clause.is(at, Class::To));
    to.is_some_and(|to| clause.is(to.wrapping_sub(1), Class::Catenative))
}

/// Whether a report tells of the noun before its subject: "a voice they believed could be Vale’s".
fn leaves_gap(clause: &Clause, next: usize, source: Phrase) -> bool {
    const JOINS: Classes = Classes::of(&[
        Class::Adverb,
        Class::Be,
        Class::Conjunction,
        Class::Have,
        Class::Modal,
        Class::Preposition,
        Class::Question,
        Class::Stop,
        Class::Subordinator,
        Class::That,
    ]);
    let before = source.0.wrapping_sub(1);
    clause.word(before)
        && (!clause.any(before, JOINS)
            || clause.any(before, Classes::of(&[Class::Relative, Class::Question])))
        && clause.is(source.1, Class::Subject)
        && clause.any(next, Classes::of(&[Class::Modal, Class::Be, Class::Have]))
}

/// Whether an object may begin at a place.
pub(super) fn begins_object(clause: &Clause, at: usize) -> bool {
    const NONE: Classes = Classes::of(&[
        Class::Preposition,
        Class::Stop,
        Class::Subordinator,
        Class::Conjunction,
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Adverb,
    ]);
    clause.word(at) && !clause.any(at, NONE)
}

/// Whether a phrase names people or a body that can think.
pub(super) fn is_somebody(clause: &Clause, (first, last): Phrase) -> bool {
    const SOMEBODY: Classes = Classes::of(&[
        Class::Subject,
        Class::Title,
        Class::Group,
        Class::Role,
        Class::Institution,
        Class::RelativePerson,
    ]);
    (first..=last).any(|at| clause.any(at, SOMEBODY) || at > 0 && clause.capital(at))
}

fn is_document(clause: &Clause, (first, last): Phrase) -> bool {
    (first..=last).any(|at| clause.is(at, Class::Document))
}
