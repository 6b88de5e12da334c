//! Whether a verb reports: the homograph test, the source, and the evidence its strength asks for.
//!
//! The decisions follow measurements on news: a strong verb needs a subject, a weak one a complement or a quotation
//! (`language.md` 3.3 and 3.4).

use super::attribution::Shape;
use super::class::{Class, Classes};
use super::clause::{Clause, NOWHERE};
use super::cue::Cue;
use super::lexicon::{Act, Form, Verb};
use super::passive;
use super::source::{self, Phrase};
use super::token::Kind;

/// How the source was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum How {
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
struct Evidence {
    /// What may be reported begins right after it.
    complement: bool,
    /// A quotation opens soon after it.
    quote_next: bool,
    /// A quotation or clause ends right before it or its source.
    content_before: bool,
    /// It ends its clause.
    ends: bool,
}

/// The cue the verb at a place makes, if it reports.
pub(super) fn judge(clause: &Clause, at: usize) -> Option<Cue> {
    let (verb, form) = clause.verb(at)?;
    if clause.quoted(at) || verb.flags.never || !reads_as_verb(clause, at, verb, form) {
        return None;
    }
    let be = passive::auxiliary(clause, at);
    if let Some(be) = be
        && matches!(form, Form::Past | Form::Participle)
    {
        return passive::judge(clause, at, be, verb);
    }
    if form == Form::Participle && !clause.is(at.wrapping_sub(1), Class::Have) {
        let walked = (at.saturating_sub(3)..at).any(|at| clause.is(at, Class::Have));
        if !walked {
            return None;
        }
    }
    if let Some(cue) = asked(clause, at, verb, form) {
        return Some(cue);
    }
    let mut evidence = evidence(clause, at);
    let introduces = clause.kind(at + 1, Kind::Colon);
    if verb.flags.quote && !(evidence.quote_next || introduces || closes_near(clause, at)) {
        return None;
    }
    if !has_particle(clause, at, verb, &evidence) {
        return None;
    }
    if let Some(source) = inverted(clause, at, verb, form) {
        return Some(report(at, Some(source), Shape::ContentCueSource, verb));
    }
    let Some((source, how)) = find_source(clause, at, form) else {
        let bare = verb.flags.bare && matches!(form, Form::Past | Form::Third);
        let participle = verb.flags.bare_participle
            && form == Form::Ing
            && (evidence.complement || evidence.quote_next);
        return (bare || participle).then(|| report(at, None, Shape::SourceCueContent, verb));
    };
    evidence.look_before(clause, at, source, how);
    if !licensed(clause, at, verb, how, &evidence, source) {
        return None;
    }
    let shape = if evidence.ends
        && evidence.content_before
        && matches!(how, How::Subject | How::Apposition)
    {
        Shape::ContentSourceCue
    } else {
        Shape::SourceCueContent
    };
    Some(report(at, Some(source), shape, verb))
}

/// "Asked about the plan, she": a participle without its "be", which has no subject of its own.
fn asked(clause: &Clause, at: usize, verb: &Verb, form: Form) -> Option<Cue> {
    let before = at.wrapping_sub(1);
    let opens = before == NOWHERE || clause.is(before, Class::Subordinator);
    let next = at + 1;
    let follows = Classes::of(&[
        Class::Question,
        Class::ByObject,
        Class::By,
        Class::TimeAfter,
    ]);
    if form != Form::Past || !verb.flags.passive || !opens || !clause.any(next, follows) {
        return None;
    }
    let source = passive::agent(clause, at);
    Some(report(at, source, Shape::PassiveByAgent, verb))
}

fn report(at: usize, source: Option<Phrase>, shape: Shape, verb: &Verb) -> Cue {
    Cue {
        speech: matches!(verb.act, Act::Say | Act::Assert | Act::Admit | Act::Deny),
        ..Cue::new((at, at), source, shape)
    }
}

/// The homograph test: whether the word can be a verb where it stands.
fn reads_as_verb(clause: &Clause, at: usize, verb: &Verb, form: Form) -> bool {
    let before = at.wrapping_sub(1);
    let after_mark =
        before == NOWHERE || clause.kind(before, Kind::Mark) || clause.kind(before, Kind::Colon);
    if clause.capital(at) && !after_mark && !clause.headline {
        return false;
    }
    if clause.kind(before, Kind::Hyphen)
        || clause.kind(at + 1, Kind::Hyphen)
        || clause.get(at).is_some_and(|token| token.owner)
    {
        return false;
    }
    if form == Form::Base && clause.is(before, Class::Be) {
        return false;
    }
    let nominal =
        clause.is(before, Class::Determiner) || clause.is(before, Class::Of) || clause.owns(before);
    if form != Form::Ing && nominal && !verb.flags.bare && !clause.is(before, Class::Quantifier) {
        return false;
    }
    let base = matches!(form, Form::Base | Form::Third);
    if base && clause.is(before, Class::Preposition) && !clause.is(before, Class::To) {
        return false;
    }
    let after_noun = Classes::of(&[
        Class::Of,
        Class::Determiner,
        Class::Preposition,
        Class::Worth,
    ]);
    if form == Form::Ing && clause.any(before, after_noun) && !speaks_on(clause, at + 1) {
        return false;
    }
    if verb.flags.noun && matches!(form, Form::Base | Form::Third) {
        return before != NOWHERE && homograph_is_verb(clause, at, form);
    }
    true
}

/// Whether what follows is surely reported: "that" or a quotation.
fn speaks_on(clause: &Clause, at: usize) -> bool {
    clause.is(at, Class::That) || clause.quote_opens(at)
}

/// For words that are nouns more often: only after what a noun cannot follow.
fn homograph_is_verb(clause: &Clause, at: usize, form: Form) -> bool {
    const VERB_NEXT: Classes = Classes::of(&[
        Class::Subject,
        Class::RelativePerson,
        Class::Relative,
        Class::To,
        Class::Modal,
        Class::Do,
        Class::Negation,
        Class::Quantifier,
        Class::Group,
        Class::Role,
    ]);
    let before = at - 1;
    let next = at + 1;
    let follows = clause.any(before, VERB_NEXT)
        || clause.is(before, Class::Adverb) && !clause.is(before, Class::To);
    if follows {
        let relative_noun = clause.is(before, Class::Relative)
            && !clause.is(before, Class::RelativePerson)
            && form == Form::Base
            && clause.any(next, Classes::of(&[Class::Of, Class::In, Class::For]));
        return !relative_noun;
    }
    match form {
        Form::Third => {
            clause.capital(before)
                && (clause.is(next, Class::Complement)
                    || clause.quote_opens(next)
                    || clause.kind(next, Kind::Colon)
                    || clause.kind(next, Kind::Stop)
                    || clause.kind(next, Kind::Comma)
                    || clause.capital(next))
        }
        Form::Base => {
            let plural = clause
                .get(before)
                .is_some_and(|token| !token.capital && token.of(clause.text).ends_with('s'));
            plural
                && clause.any(
                    next,
                    Classes::of(&[Class::That, Class::Question, Class::Definite, Class::For]),
                )
        }
        _ => true,
    }
}

fn evidence(clause: &Clause, at: usize) -> Evidence {
    let next = at + 1;
    let before = at.wrapping_sub(1);
    Evidence {
        complement: clause.any(next, Classes::of(&[Class::Complement, Class::ByObject]))
            || clause.kind(next, Kind::Colon)
            || clause.quote_opens(next)
            || clause.capital(next),
        quote_next: clause.quote_within(next, 8),
        content_before: clause.kind(before, Kind::Comma) || clause.quote_closes(before),
        ends: next >= clause.len()
            || clause.kind(next, Kind::Stop)
            || clause.kind(next, Kind::Comma),
    }
}

impl Evidence {
    /// Adds what stands before the source.
    fn look_before(&mut self, clause: &Clause, at: usize, source: Phrase, how: How) {
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

fn closes_near(clause: &Clause, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|at| clause.quote_closes(at))
}

/// Whether one of the particles the verb needs stands behind it, or evidence that does without.
fn has_particle(clause: &Clause, at: usize, verb: &Verb, evidence: &Evidence) -> bool {
    if verb.particles.is_empty() {
        return true;
    }
    let near = (at + 1..at + 4).any(|at| {
        verb.particles
            .iter()
            .any(|particle| clause.reads(at, particle))
    });
    let before = at.wrapping_sub(1);
    near || clause.kind(before, Kind::Comma)
        || clause.quote_closes(before)
        || verb.flags.object
            && (evidence.quote_next
                || clause.capital(at + 1)
                || clause.is(at + 1, Class::Determiner)
                || clause.is(at + 1, Class::That))
            && verb.act == Act::Say
}

/// The source behind the verb: "…,” said X".
fn inverted(clause: &Clause, at: usize, verb: &Verb, form: Form) -> Option<Phrase> {
    let before = at.wrapping_sub(1);
    let quote = clause.quote_closes(before);
    let finite = matches!(form, Form::Past | Form::Third | Form::Base);
    let speaks = matches!(
        verb.act,
        Act::Say | Act::Assert | Act::Admit | Act::Quest | Act::Eval
    );
    let next = at + 1;
    let source_next =
        clause.capital(next) || clause.any(next, Classes::of(&[Class::Determiner, Class::Subject]));
    if !finite || !speaks || !source_next || clause.is(next, Class::That) {
        return None;
    }
    if !quote && !(clause.kind(before, Kind::Comma) && (clause.quoted(before) || verb.flags.invert))
    {
        return None;
    }
    let source = source::phrase_right(clause, next)?;
    // ", said the group might go": what follows is reported, not a source.
    if source::is_finite(clause, source.1 + 1) {
        return None;
    }
    Some(source::with_apposition(clause, source))
}

/// The source left of the verb.
fn find_source(clause: &Clause, at: usize, form: Form) -> Option<(Phrase, How)> {
    let left = clause.left_of_verb(at);
    if left == NOWHERE {
        return None;
    }
    let infinitive = (at.saturating_sub(2)..at).any(|at| clause.is(at, Class::To));
    if clause.is(left, Class::Conjunction) {
        return source::nearest_subject(clause, left).map(|found| (found, How::Coordinated));
    }
    if clause.word(left) {
        let be = (left + 1..at).any(|at| clause.is(at, Class::Be));
        if form == Form::Ing && !be {
            return source::participle_subject(clause, at).map(|found| (found, How::Participle));
        }
        if infinitive {
            return source::subject_before(clause, at).map(|found| (found, How::Infinitive));
        }
        return source::phrase_left(clause, left)
            .map(|found| (source::with_relative(clause, found), How::Subject));
    }
    if !ends_phrase(clause, left) {
        return None;
    }
    if form == Form::Ing {
        return source::participle_subject(clause, at).map(|found| (found, How::Participle));
    }
    let open = (left.saturating_sub(30)..left).rev().find(|&at| {
        clause.kind(at, Kind::Comma) || clause.kind(at, Kind::Open) || clause.kind(at, Kind::Dash)
    })?;
    let found = source::phrase_left(clause, open.checked_sub(1)?)?;
    Some(((found.0, left - 1), How::Apposition))
}

/// Whether a mark may stand between a source with an apposition and its verb.
fn ends_phrase(clause: &Clause, at: usize) -> bool {
    clause.get(at).is_some_and(|token| {
        matches!(
            token.kind,
            Kind::Comma | Kind::Close | Kind::Dash | Kind::Hyphen | Kind::Mark
        )
    })
}

/// Whether the evidence suffices for a verb of its strength.
fn licensed(
    clause: &Clause,
    at: usize,
    verb: &Verb,
    how: How,
    evidence: &Evidence,
    source: Phrase,
) -> bool {
    let next = at + 1;
    let subject = matches!(how, How::Subject | How::Apposition);
    let clausal = clause.any(next, Classes::of(&[Class::That, Class::Question]));
    let Evidence {
        complement,
        quote_next,
        content_before,
        ends,
    } = *evidence;
    let speech = clausal || quote_next || content_before || ends || clause.kind(next, Kind::Colon);
    if verb.flags.speech && !speech {
        return false;
    }
    // "rule out", "push back": the particle makes it a verb of saying.
    let particle = verb.flags.phrasal
        && verb
            .particles
            .iter()
            .any(|particle| clause.reads(next, particle));
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
            Act::Direct => complement || quote_next || content_before || how == How::Subject,
            Act::Mental | Act::Show | Act::Decree | Act::Address => complement || quote_next,
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
            clause_next
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
                    && (complement || clause.any(next, Classes::of(&[Class::To, Class::For])))
        }
    };
    ok && (how != How::Infinitive || clausal || quote_next)
}

/// Whether a phrase names people or a body that can think.
fn is_somebody(clause: &Clause, (first, last): Phrase) -> bool {
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
