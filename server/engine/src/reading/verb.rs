//! Cues that are verbs: where their source stands.
//!
//! The templates of `language.md` 3.4 in order: the source left of the verb, before an apposition, behind the verb,
//! the subject of another verb.

use super::attribution::Shape;
use super::class::Class;
use super::classes::Classes;
use super::clause::{Clause, NOWHERE};
use super::considered::WhyNot;
use super::cue::Cue;
use super::entry::{Act, Form, Verb};
use super::evidence::How;
use super::phrase::Phrase;
use super::token::Kind;
use super::{evidence, homograph, passive, phrase, quoting, subject};

/// The cue the verb at a place makes, if it reports.
pub(super) fn judge(clause: &Clause, at: usize) -> Option<Cue> {
    judged(clause, at).ok()
}

/// The cue the verb at a place makes, or why it makes none.
pub(super) fn judged(clause: &Clause, at: usize) -> Result<Cue, WhyNot> {
    let (verb, form) = clause.verb(at).ok_or(WhyNot::NoVerb)?;
    if clause.quoted(at) {
        return Err(WhyNot::Quoted);
    }
    if verb.flags.never || !homograph::reads_as_verb(clause, at, verb, form) {
        return Err(WhyNot::NoVerb);
    }
    let be = passive::auxiliary(clause, at);
    if let Some(be) = be
        && matches!(form, Form::Past | Form::Participle)
    {
        return passive::judge(clause, at, be, verb).ok_or(WhyNot::Passive);
    }
    if form == Form::Participle && !clause.is(at.wrapping_sub(1), Class::Have) {
        let walked = (at.saturating_sub(3)..at).any(|at| clause.is(at, Class::Have));
        if !walked {
            return Err(WhyNot::Describes);
        }
    }
    if let Some(cue) = asked(clause, at, verb, form) {
        return Ok(cue);
    }
    let mut evidence = evidence::evidence(clause, at);
    let introduces = clause.kind(at + 1, Kind::Colon);
    if verb.flags.quote && !(evidence.quote_next || introduces || evidence::closes_near(clause, at))
    {
        return Err(WhyNot::NoQuotation);
    }
    if !evidence::has_particle(clause, at, verb, &evidence) {
        return Err(WhyNot::NoParticle);
    }
    if let Some(source) = inverted(clause, at, verb, form) {
        return Ok(report(
            clause,
            at,
            Some(source),
            Shape::ContentCueSource,
            verb,
        ));
    }
    if form == Form::Past
        && (is_reduced(clause, at, verb) || names(clause, at, verb) || is_held(clause, at, verb))
    {
        return Err(WhyNot::Describes);
    }
    // "a man believed to have left": whoever believes it has been left out.
    let reduced = form == Form::Past
        && verb.flags.raising
        && !verb.flags.passive
        && !verb.flags.noun
        && clause.is(at + 1, Class::To)
        && clause.any(at + 2, Classes::of(&[Class::Be, Class::Have]));
    if reduced
        && !clause.any(
            at.wrapping_sub(1),
            Classes::of(&[Class::Subject, Class::Adverb]),
        )
    {
        return Ok(report(clause, at, None, Shape::Raising, verb));
    }
    let Some((source, how)) = find_source(clause, at, form).filter(|&(source, _)| {
        // "worse than official estimates", "its most serious warning"
        !is_adjective(clause, source, form)
    }) else {
        let bare = verb.flags.bare && matches!(form, Form::Past | Form::Third);
        let participle = verb.flags.bare_participle
            && form == Form::Ing
            && (evidence.complement || evidence.quote_next);
        return (bare || participle)
            .then(|| report(clause, at, None, Shape::SourceCueContent, verb))
            .ok_or(WhyNot::NoSource);
    };
    evidence.look_before(clause, at, source, how);
    if !evidence::licensed(clause, at, verb, how, &evidence, source) {
        return Err(WhyNot::NoContent);
    }
    let shape = if evidence.ends
        && evidence.content_before
        && matches!(how, How::Subject | How::Apposition)
    {
        Shape::ContentSourceCue
    } else {
        Shape::SourceCueContent
    };
    Ok(report(clause, at, Some(source), shape, verb))
}

/// Whether a past form tells how the thing before it is called: "a harbour called Northhaven".
fn names(clause: &Clause, at: usize, verb: &Verb) -> bool {
    let before = at.wrapping_sub(1);
    let thing = clause
        .get(before)
        .is_some_and(|token| token.kind == Kind::Word && token.facts.is_plain() && !token.capital);
    let title = clause.capital(at + 1) || clause.quote_opens(at + 1);
    thing
        && title
        && verb.act == Act::Say
        && verb.flags.object
        && verb.flags.passive
        && phrase::phrase_left(clause, before)
            .is_some_and(|(first, _)| clause.is(first, Class::Indefinite))
}

/// Whether a past form describes the noun before it: "the draft submitted by the office was long".
fn is_reduced(clause: &Clause, at: usize, verb: &Verb) -> bool {
    let next = at + 1;
    let closes = clause.any(next, Classes::of(&[Class::By, Class::Day]));
    let reports = (next..next + 4).any(|at| clause.is(at, Class::That) || clause.quote_opens(at));
    let noun = clause
        .get(at.wrapping_sub(1))
        .is_some_and(|token| token.is_word() && token.facts.is_plain() && !token.capital);
    closes
        && noun
        && !reports
        && !verb.flags.bare
        && (next..(next + 10).min(clause.len()))
            .take_while(|&at| !clause.kind(at, Kind::Comma))
            .any(|at| subject::is_finite(clause, at))
}

/// Whether a past form of thinking tells how the noun before it is held: "met guests considered close to the court", where
/// the sentence has its verb already.
fn is_held(clause: &Clause, at: usize, verb: &Verb) -> bool {
    let describes = |at: usize| {
        clause
            .get(at)
            .is_some_and(|token| token.kind == Kind::Word && token.facts.is_plain())
    };
    let before = at.wrapping_sub(1);
    let noun = describes(before) && !clause.capital(before)
        || clause.any(before, Classes::of(&[Class::Group, Class::Role]));
    let linked = Classes::of(&[Class::Preposition, Class::To]);
    let holds = matches!(verb.act, Act::Mental | Act::Assert);
    if !holds || !noun || !describes(at + 1) || !clause.any(at + 2, linked) {
        return false;
    }
    let opens = Classes::of(&[Class::That, Class::Relative, Class::Subordinator]);
    (0..before)
        .rev()
        .take_while(|&at| {
            let mark = clause.kind(at, Kind::Apostrophe) || clause.kind(at, Kind::Comma);
            !clause.any(at, opens) && (clause.word(at) || mark)
        })
        .filter(|&at| subject::is_finite(clause, at))
        // "said officials considered": what they did is reported.
        .take_while(|&at| {
            clause
                .verb(at)
                .is_none_or(|(verb, _)| !(verb.strong && verb.act == Act::Say))
        })
        .any(|at| clause.verb(at).is_none())
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
    let timed = clause.any(next + 1, Classes::of(&[Class::ByObject, Class::Question]))
        || clause.any(next + 2, Classes::of(&[Class::ByObject, Class::Question]));
    let goes_on = clause.any(next, follows) || opens && before != NOWHERE && timed;
    if form != Form::Past || !verb.flags.passive || !opens || !goes_on {
        return None;
    }
    let source = passive::agent(clause, at);
    // What was asked is told beside the answer, not within it.
    Some(Cue {
        speech: true,
        ..report(clause, at, source, Shape::PassiveByAgent, verb)
    })
}

/// Words before a verb of which nobody says that it was done.
const UNREAL: Classes = Classes::of(&[Class::Modal, Class::Do, Class::To]);

fn report(clause: &Clause, at: usize, source: Option<Phrase>, shape: Shape, verb: &Verb) -> Cue {
    let next = clause.behind(at);
    let told = clause.any(next, Classes::of(&[Class::Clausal, Class::Question]))
        || clause.quote_within(next, 3)
        || clause.kind(next, Kind::Colon)
        || !matches!(shape, Shape::SourceCueContent);
    let planned = clause.verb(at).is_some_and(|(_, form)| form == Form::Base)
        && (at.saturating_sub(3)..at).any(|at| clause.any(at, UNREAL));
    let goes_on = verb.strong
        && verb.act == Act::Say
        && clause.kind(at.wrapping_sub(1), Kind::Comma)
        && clause.verb(at).is_some_and(|(_, form)| form == Form::Ing);
    Cue {
        told,
        planned,
        goes_on,
        speech: matches!(verb.act, Act::Say | Act::Assert | Act::Admit | Act::Deny),
        ..Cue::new((at, at), source, shape)
    }
}

/// The source behind the verb: "…,” said X".
fn inverted(clause: &Clause, at: usize, verb: &Verb, form: Form) -> Option<Phrase> {
    let before = at.wrapping_sub(1);
    let traits = &clause.lexicon.traits;
    let quote = clause.quote_closes(before) || clause.tags(before);
    let finite = matches!(form, Form::Past | Form::Third | Form::Base);
    let speaks = matches!(
        verb.act,
        Act::Say | Act::Assert | Act::Admit | Act::Quest | Act::Eval
    );
    let mut next = at + 1;
    // Who is told may stand between: "сообщил журналистам Рид".
    while traits.verb_first
        && clause.any(
            next,
            Classes::of(&[Class::Listener, Class::Day, Class::Adverb]),
        )
    {
        next += 1;
    }
    let named = Classes::of(&[
        Class::Determiner,
        Class::Subject,
        Class::Title,
        Class::Institution,
        Class::Role,
        Class::Group,
        Class::Spokes,
    ]);
    let source_next = clause.capital(next)
        && !clause.any(next, Classes::of(&[Class::Day, Class::Month]))
        || clause.any(next, named);
    if !finite || !speaks || !source_next || verb.flags.listener || clause.is(next, Class::That) {
        return None;
    }
    let after_comma =
        clause.kind(before, Kind::Comma) && (clause.quoted(before) || verb.flags.invert);
    // "В Тессале заявил министр", "как сообщает Рид": nobody who could speak stands before the verb.
    let first = traits.verb_first && {
        let left = clause.left_of_verb(at);
        left == NOWHERE
            || clause.is(left, Class::As)
            || clause.is(left, Class::Conjunction)
            || !clause.word(left)
            || phrase::phrase_left(clause, left)
                .is_none_or(|(first, _)| first > 0 && clause.is(first - 1, Class::Preposition))
    };
    if !quote && !after_comma && !first {
        return None;
    }
    let source = phrase::phrase_right(clause, next)?;
    // ", said the group might go": what follows is reported, not a source.
    if subject::is_finite(clause, source.1 + 1) {
        return None;
    }
    if clause.is(before, Class::As) {
        return Some(source);
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
        let be =
            (left + 1..at).any(|at| clause.is(at, Class::Be)) || clause.is(left, Class::Clitic);
        if form == Form::Ing && !be {
            if let Some(found) = described(clause, left) {
                return Some((found, How::Subject));
            }
            return subject::participle_subject(clause, at).map(|found| (found, How::Participle));
        }
        if infinitive {
            // "leaving many to wonder"
            let to = (left + 1..at).find(|&at| clause.is(at, Class::To));
            if to == Some(left + 1)
                && clause.any(
                    left,
                    Classes::of(&[Class::Quantifier, Class::Group, Class::Object]),
                )
            {
                // "advised officials to assume": they have only been told to.
                let from = phrase::phrase_left(clause, left).map_or(left, |(first, _)| first);
                let told = (from.saturating_sub(1)..left).any(|at| {
                    clause.verb(at).is_some_and(|(verb, form)| {
                        form != Form::Ing && matches!(verb.act, Act::Direct | Act::Say | Act::Quest)
                    })
                });
                return (!told).then_some(((left, left), How::Infinitive));
            }
            // "is expected to ask": nobody has asked yet.
            let is_planned = clause
                .verb(left)
                .is_some_and(|(verb, _)| verb.flags.raising)
                && passive::auxiliary(clause, left).is_some();
            if is_planned {
                return None;
            }
            return subject::subject_before(clause, at).map(|found| (found, How::Infinitive));
        }
        let found = phrase::phrase_left(clause, left)?;
        // "В Тессале заявил о победе мэр": where, not who.
        let place = found.0 > 0 && clause.is(found.0 - 1, Class::Preposition);
        if clause.lexicon.traits.verb_first && place {
            return None;
        }
        return Some((phrase::with_relative(clause, found), How::Subject));
    }
    if !ends_phrase(clause, left) {
        return None;
    }
    if form == Form::Ing {
        return subject::participle_subject(clause, at).map(|found| (found, How::Participle));
    }
    apposition(clause, left).map(|found| (found, How::Apposition))
}

/// A source with what describes it between marks, the last of which stands at `left`: "Reed, a pilot, said".
fn apposition(clause: &Clause, left: usize) -> Option<Phrase> {
    let from = left.saturating_sub(30);
    let mut end = left.checked_sub(1)?;
    let mut until = left;
    let mut found: Option<Phrase> = None;
    while let Some(open) = (from..until).rev().find(|&at| opens_aside(clause, at)) {
        let Some(before) = open
            .checked_sub(1)
            .and_then(|at| phrase::phrase_left(clause, at))
        else {
            break;
        };
        let inner = found.is_some();
        // "Nevada's governor, Reed, a pilot, said": one more only if it begins the sentence or its clause.
        if inner
            && (before.0 > 0 && clause.word(before.0 - 1) || clause.is(before.0, Class::Pronoun))
        {
            break;
        }
        if clause.any(
            open + 1,
            Classes::of(&[Class::Relative, Class::Subordinator, Class::Preposition]),
        ) {
            end = before.1;
        }
        found = Some((before.0, end.max(before.1)));
        until = before.0;
    }
    found
}

/// Whether an aside may open at a place.
fn opens_aside(clause: &Clause, at: usize) -> bool {
    clause.get(at).is_some_and(|token| {
        matches!(
            token.kind,
            Kind::Comma | Kind::Open | Kind::Dash | Kind::Hyphen
        )
    })
}

/// The somebody a participle right behind it describes: "Democrats hoping to win", "a group supporting the plan".
fn described(clause: &Clause, left: usize) -> Option<Phrase> {
    let (first, _) = phrase::phrase_left(clause, left)?;
    // "the report cheered voters hoping": only the voters hope.
    let verb = (first..left)
        .rev()
        .find(|&at| clause.is(at, Class::Past) && !clause.capital(at));
    let first = verb.map_or(first, |at| at + 1);
    // "the reason for people seeking", "with his lawyers arguing": they do, not what stands before.
    let people = Classes::of(&[Class::Group, Class::Role]);
    let joined = (first..left).rev().find(|&at| {
        clause.is(at, Class::Preposition) && !clause.is(at, Class::Of) && clause.any(left, people)
    });
    let found = (joined.map_or(first, |at| at + 1), left);
    // "two days of official mourning": one official has an article.
    let bare = clause.is(left.wrapping_sub(1), Class::Of) && !is_plural(clause, left);
    if bare && clause.is(left, Class::Role) {
        return None;
    }
    let nominal = !clause.any(
        left,
        Classes::of(&[Class::Pronoun, Class::Object, Class::Day, Class::Month]),
    );
    let verb = clause
        .verb(left)
        .is_some_and(|(_, form)| !matches!(form, Form::Base | Form::Third));
    (nominal && !verb && !clause.quoted(left) && evidence::is_somebody(clause, found))
        .then_some(found)
}

/// Whether a noun has the ending of more than one.
fn is_plural(clause: &Clause, at: usize) -> bool {
    let mut endings = clause.lexicon.traits.plural.iter();
    clause
        .get(at)
        .is_some_and(|token| endings.any(|ending| token.of(clause.text).ends_with(&**ending)))
}

/// Whether what stands before a verb only describes the noun that the verb is here: one "official" has an article.
fn is_adjective(clause: &Clause, (first, last): Phrase, form: Form) -> bool {
    let alone = first == last && !clause.capital(last) && !clause.headline;
    let role = clause.is(last, Class::Role)
        && !clause.is(last, Class::Title)
        && !is_plural(clause, last)
        && !clause.is(last, Class::Plural);
    let owned = clause.owns(first.wrapping_sub(1)) && form == Form::Ing;
    // "provided further details"
    let verb = clause.is(last, Class::Past) && form == Form::Third;
    alone && (verb || role && first > 0 && clause.word(first - 1)) || owned
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
