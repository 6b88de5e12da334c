//! Cues that are verbs: where their source stands.
//!
//! The templates of `language.md` 3.4 in order: the source left of the verb, before an apposition, behind the verb,
//! the subject of another verb.

use super::attribution::Shape;
use super::class::Class;
use super::classes::Classes;
use super::clause::{Clause, NOWHERE};
use super::cue::Cue;
use super::entry::{Act, Form, Verb};
use super::evidence::How;
use super::phrase::Phrase;
use super::token::Kind;
use super::{evidence, homograph, passive, phrase, quoting, subject};

/// The cue the verb at a place makes, if it reports.
pub(super) fn judge(clause: &Clause, at: usize) -> Option<Cue> {
    let (verb, form) = clause.verb(at)?;
    if clause.quoted(at) || verb.flags.never || !homograph::reads_as_verb(clause, at, verb, form) {
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
    let mut evidence = evidence::evidence(clause, at);
    let introduces = clause.kind(at + 1, Kind::Colon);
    if verb.flags.quote && !(evidence.quote_next || introduces || evidence::closes_near(clause, at))
    {
        return None;
    }
    if !evidence::has_particle(clause, at, verb, &evidence) {
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
    if !evidence::licensed(clause, at, verb, how, &evidence, source) {
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
    let source = phrase::phrase_right(clause, next)?;
    // ", said the group might go": what follows is reported, not a source.
    if subject::is_finite(clause, source.1 + 1) {
        return None;
    }
    Some(phrase::with_apposition(clause, source))
}

/// The source left of the verb.
fn find_source(clause: &Clause, at: usize, form: Form) -> Option<(Phrase, How)> {
    if form == Form::Ing
        && let Some(found) = quoting::speaker(clause, at)
    {
        return Some((found, How::Participle));
    }
    let left = clause.left_of_verb(at);
    if left == NOWHERE {
        return None;
    }
    let infinitive = (at.saturating_sub(2)..at).any(|at| clause.is(at, Class::To));
    if clause.is(left, Class::Conjunction) {
        return subject::nearest_subject(clause, left).map(|found| (found, How::Coordinated));
    }
    if clause.word(left) {
        let be = (left + 1..at).any(|at| clause.is(at, Class::Be));
        if form == Form::Ing && !be {
            return subject::participle_subject(clause, at).map(|found| (found, How::Participle));
        }
        if infinitive {
            return subject::subject_before(clause, at).map(|found| (found, How::Infinitive));
        }
        return phrase::phrase_left(clause, left)
            .map(|found| (phrase::with_relative(clause, found), How::Subject));
    }
    if !ends_phrase(clause, left) {
        return None;
    }
    if form == Form::Ing {
        return subject::participle_subject(clause, at).map(|found| (found, How::Participle));
    }
    let open = (left.saturating_sub(30)..left).rev().find(|&at| {
        clause.kind(at, Kind::Comma) || clause.kind(at, Kind::Open) || clause.kind(at, Kind::Dash)
    })?;
    let found = phrase::phrase_left(clause, open.checked_sub(1)?)?;
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

#[cfg(test)]
mod tests {
    use crate::reading::attributed;

    #[test]
    fn the_source_stands_before_or_behind_the_verb() {
        assert_eq!(
            attributed("Reed said that the port was closed."),
            ["Reed | said | that the port was closed | named"]
        );
        assert_eq!(
            attributed("“The port is closed,” said Ona Reed, a harbour pilot."),
            ["Ona Reed, a harbour pilot | said | “The port is closed,” | named"]
        );
        assert_eq!(
            attributed("The port is closed, the ministry said."),
            ["the ministry | said | The port is closed | institution"]
        );
    }

    #[test]
    fn an_apposition_and_a_relative_clause_belong_to_the_source() {
        assert_eq!(
            attributed("Orlova, the deputy mayor, warned that snow would fall."),
            ["Orlova, the deputy mayor | warned | that snow would fall | named"]
        );
        assert_eq!(
            attributed("Pilots who have met Reed say that the port is closed."),
            ["Pilots who have met Reed | say | that the port is closed | named"]
        );
    }

    #[test]
    fn a_participle_takes_the_subject_of_its_sentence() {
        assert_eq!(
            attributed("The delegation left early, stressing that it would return.")[0],
            "The delegation | stressing | that it would return | institution"
        );
    }

    #[test]
    fn a_noun_that_looks_like_a_verb_reports_nothing() {
        for text in [
            "The state of the road is bad.",
            "It sends a signal in regards to the old plan.",
            "He answered thanks to the long pause.",
        ] {
            let found = attributed(text);
            assert!(
                found.iter().all(|found| found.contains("answered")),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn grades_tell_how_well_a_source_can_be_found() {
        for (text, grade) in [
            ("She said the border would open.", "named"),
            ("A senior diplomat said the border would open.", "anonymous"),
            (
                "Sources close to the palace said the border would open.",
                "anonymous",
            ),
            ("Critics say the law was written overnight.", "vague"),
            ("Studies show that tariffs create jobs.", "vague"),
            (
                "A 2019 study by the trade ministry shows that tariffs create jobs.",
                "institution",
            ),
            (
                "A senior diplomat, Mira Haddad, said the border would open.",
                "named",
            ),
        ] {
            let found = attributed(text);
            assert!(found[0].ends_with(grade), "{text}: {found:?}");
        }
    }
}
