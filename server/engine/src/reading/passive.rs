//! Reports whose reporter has been left out: "it was stressed that", "is believed to", "trade was discussed",
//! "the discussion covered", "there are reports that"; and passives that do name an agent.

use super::attribution::Shape;
use super::class::Class;
use super::classes::Classes;
use super::clause::{Clause, NOWHERE};
use super::cue::Cue;
use super::entry::{Act, Verb};
use super::evidence;
use super::phrase::{self, Phrase};
use super::scope;
use super::token::Kind;

/// How far an agent may stand behind its participle, in tokens.
const AGENT_REACH: usize = 14;

/// The form of "be" that makes a passive of the participle at a place.
pub(super) fn auxiliary(clause: &Clause, at: usize) -> Option<usize> {
    for before in (at.saturating_sub(4)..at).rev() {
        if clause.is(before, Class::Be) {
            return Some(before);
        }
        let walked = clause.any(before, super::clause::WALKED);
        if !walked {
            return None;
        }
    }
    None
}

/// The cue a passive reporting verb makes.
pub(super) fn judge(clause: &Clause, at: usize, be: usize, verb: &Verb) -> Option<Cue> {
    if let Some(source) = agent(clause, at).filter(|&source| speaks(clause, at, verb, source)) {
        return Some(Cue::new((at, at), Some(source), Shape::PassiveByAgent));
    }
    let mut last = at;
    if verb
        .particles
        .iter()
        .any(|particle| clause.reads(at + 1, particle))
        && !clause.any(at + 1, Classes::of(&[Class::That, Class::To, Class::On]))
    {
        last = at + 1;
    }
    let next = clause.behind(last);
    let report = |shape| Some(Cue::new((be, last), None, shape));
    let impersonal = (be.saturating_sub(3)..be)
        .any(|at| clause.is(at, Class::It) && clause.left_of_verb(be) == at)
        || clause.lexicon.traits.no_subject && clause.is(next, Class::That);
    if impersonal {
        // "it was noted with satisfaction that"
        let manner = clause.is(next, Class::With)
            && (next + 2..next + 5).any(|at| clause.is(at, Class::That));
        let content = manner
            || clause.any(
                next,
                Classes::of(&[Class::That, Class::Question, Class::On]),
            )
            || clause.kind(next, Kind::Comma) && clause.is(next + 1, Class::Preposition)
            // "it is thought the sailor is safe", "which it is feared will flood"
            || verb.flags.raising
                && (scope::opens_clause(clause, next)
                    || clause.any(next, Classes::of(&[Class::Modal, Class::Be])));
        let act = verb.flags.raising
            || verb.flags.impersonal
            || matches!(verb.act, Act::Decree | Act::Mental | Act::Admit);
        if content || clause.is(next, Class::To) && act {
            return report(Shape::ItPassive);
        }
    }
    if let Some(cue) = topic(clause, at) {
        return Some(cue);
    }
    if verb.flags.raising
        && clause.any(next, Classes::of(&[Class::To, Class::As, Class::For]))
        && !(verb.flags.clause && clause.is(next, Class::As))
    {
        return report(Shape::Raising);
    }
    let object = clause.any(
        at + 1,
        Classes::of(&[Class::Complement, Class::ByObject, Class::Preposition]),
    );
    // "the plan was known": somebody knew it, whatever follows.
    let minded = verb.strong && verb.act == Act::Mental;
    (verb.flags.passive && object || minded)
        .then(|| Cue::new((at, at), None, Shape::PassiveByAgent))
}

/// Whether the agent of a passive may be a source: a weak verb needs somebody, one with a particle its particle.
fn speaks(clause: &Clause, at: usize, verb: &Verb, source: Phrase) -> bool {
    let particle = verb.particles.is_empty()
        || verb.flags.object
        || verb.flags.phrasal
        || verb.taken(clause, at + 1) > 0;
    particle && (verb.strong || evidence::is_somebody(clause, source))
}

/// The agent of the participle at a place: "by" and a name, group or person.
pub(super) fn agent(clause: &Clause, at: usize) -> Option<Phrase> {
    for at in at + 1..(at + AGENT_REACH).min(clause.len()) {
        if clause.kind(at, Kind::Semicolon) || clause.is(at, Class::Adversative) {
            return None;
        }
        let next = at + 1;
        if clause.is(at, Class::By)
            && clause.word(next)
            && (clause.capital(next)
                || clause.any(
                    next,
                    Classes::of(&[
                        Class::Determiner,
                        Class::Group,
                        Class::Role,
                        Class::Institution,
                        Class::Object,
                    ]),
                ))
        {
            return phrase::phrase_right(clause, next);
        }
    }
    None
}

/// Talk without talkers: "trade was discussed", "attention was paid to", "the discussion covered", "there are fears of".
pub(super) fn topic(clause: &Clause, at: usize) -> Option<Cue> {
    let token = clause.get(at)?;
    if token.quoted {
        return None;
    }
    if token.is(Class::There) {
        return existential(clause, at);
    }
    if !token.any(Classes::of(&[
        Class::Discussed,
        Class::DiscussedAlone,
        Class::DiscussedWith,
    ])) {
        return None;
    }
    if let Some(cue) = inverted(clause, at) {
        return Some(cue);
    }
    if token.is(Class::DiscussedAlone) && agent(clause, at).is_none() {
        return Some(Cue::new((at, at), None, Shape::Discussion));
    }
    let be = auxiliary(clause, at)?;
    // "Была подчёркнута важность": the topic follows.
    let topic_next = clause.word(at + 1)
        && !clause.any(
            at + 1,
            Classes::of(&[Class::Preposition, Class::Title, Class::Role]),
        );
    if clause.lexicon.traits.verb_first
        && topic_next
        && !clause.capital(at + 1)
        && agent(clause, at).is_none()
    {
        return Some(Cue::new((be, at), None, Shape::Discussion));
    }
    let left = clause.left_of_verb(be);
    let planned = (left.wrapping_add(1)..at)
        .any(|at| clause.any(at, Classes::of(&[Class::Modal, Class::To])));
    let (first, last) = phrase::phrase_left(clause, left)?;
    let relative = clause.any(
        last,
        Classes::of(&[Class::Pronoun, Class::Object, Class::Relative]),
    ) || clause.any(first.wrapping_sub(1), Classes::of(&[Class::Relative]));
    let person = last < first + 3 && (first..=last).all(|at| clause.capital(at));
    if planned || relative || person || agent(clause, at).is_some() {
        return None;
    }
    let next = at + 1;
    let closes = next >= clause.len()
        || !clause.word(next)
        || clause.any(
            next,
            Classes::of(&[
                Class::Preposition,
                Class::Adverb,
                Class::Conjunction,
                Class::TimeAfter,
            ]),
        );
    if !closes {
        return None;
    }
    if token.is(Class::DiscussedWith) {
        let from = first.saturating_sub(12);
        let spoken = (from..=last).any(|at| clause.is(at, Class::DiscussedNoun));
        return spoken.then(|| Cue::new((be, at), None, Shape::Discussion));
    }
    Some(Cue::new((be, at), None, Shape::Discussion))
}

/// "The discussion focused on": an exchange as the subject of a verb about topics.
pub(super) fn exchange(clause: &Clause, at: usize) -> Option<Cue> {
    if clause.quoted(at) || auxiliary(clause, at).is_some() {
        return None;
    }
    let left = clause.left_of_verb(at);
    let planned = (left.wrapping_add(1)..at)
        .any(|at| clause.any(at, Classes::of(&[Class::Modal, Class::To])));
    if planned {
        return None;
    }
    let (first, last) = phrase::phrase_left(clause, left)?;
    let head = (first..last)
        .find(|&at| clause.is(at + 1, Class::Inner))
        .unwrap_or(last);
    let outermost = first == 0
        || clause.any(first - 1, Classes::of(&[Class::Preposition]))
            && clause.is(last, Class::Exchange)
        || !clause.word(first - 1);
    // "held a summit with Reed, the summit discussed trade": who took part has just been said.
    let noun = if clause.is(head, Class::Exchange) {
        head
    } else {
        last
    };
    let told = clause.get(noun).is_some_and(|token| {
        let word = token.of(clause.text).to_lowercase();
        (0..first).any(|at| clause.is(at, Class::Exchange) && clause.reads(at, &word))
    });
    // "the session included from both sides …": who sat there, not what was said.
    let attended = clause.is(at + 1, Class::From);
    (clause.is(head, Class::Exchange) || clause.is(last, Class::Exchange))
        .then_some(())
        .filter(|()| outermost && left != NOWHERE && !told && !attended)
        .map(|()| Cue::new((at, at), None, Shape::Discussion))
}

/// "Also discussed were trade and fishing", "among the topics raised was the harbour".
fn inverted(clause: &Clause, at: usize) -> Option<Cue> {
    let next = at + 1;
    let opens = (0..at).all(|at| {
        clause.any(
            at,
            Classes::of(&[Class::Adverb, Class::Preposition, Class::Determiner]),
        ) || clause
            .get(at)
            .is_some_and(|token| token.is_word() && token.facts.is_plain())
    });
    (at < 6 && opens && clause.is(at, Class::Discussed) && clause.is(next, Class::Be))
        .then(|| Cue::new((at, next), None, Shape::Discussion))
}

/// "The main item on the agenda was trade": the topic of an exchange, told by "be".
pub(super) fn agenda(clause: &Clause, at: usize) -> Option<Cue> {
    let left = clause.left_of_verb(at);
    if clause.quoted(at)
        || !clause.is(left, Class::Exchange)
        || clause.is(at + 1, Class::Participial)
    {
        return None;
    }
    let head = (0..left)
        .rev()
        .take(6)
        .take_while(|&at| clause.word(at))
        .find(|&at| clause.is(at, Class::ExchangeTopic))?;
    let linked = clause.any(head + 1, Classes::of(&[Class::Inner, Class::Preposition]));
    let object = clause.any(
        at + 1,
        Classes::of(&[Class::Determiner, Class::Possessive, Class::Indefinite]),
    ) || clause.capital(at + 1)
        || clause
            .get(at + 1)
            .is_some_and(|token| token.is_word() && token.facts.is_plain());
    (linked && object).then(|| Cue::new((at, at), None, Shape::Discussion))
}

/// "There are reports that", "there was an exchange of views".
fn existential(clause: &Clause, at: usize) -> Option<Cue> {
    let be = (at + 1..at + 4).find(|&at| clause.is(at, Class::Be))?;
    let noun = (be + 1..be + 6)
        .take_while(|&at| clause.word(at))
        .find(|&at| clause.is(at, Class::ExistentialNoun))?;
    // "there is no doubt that", "there were never any claims": nobody reports that.
    if (at..noun).any(|at| clause.any(at, Classes::of(&[Class::Negation, Class::No]))) {
        return None;
    }
    clause
        .any(
            noun + 1,
            Classes::of(&[
                Class::That,
                Class::Of,
                Class::ByObject,
                Class::To,
                Class::In,
                Class::On,
            ]),
        )
        .then(|| Cue::new((at, noun), None, Shape::Existential))
}

#[cfg(test)]
mod tests {
    use crate::reading::{Language, Opening, read};
    use crate::registry::Registry;
    use crate::transcript::Zone;

    /// The cues of agentless reports in a narrative paragraph.
    fn agentless(text: &str) -> Vec<&str> {
        let opening = Opening {
            zone: Zone::Narrative,
            in_quote: false,
            language: Language::default(),
        };
        read(text, opening, &Registry::default())
            .attributions
            .iter()
            .filter(|found| found.shape.is_agentless())
            .filter_map(|found| found.cue.map(|cue| cue.of(text)))
            .collect()
    }

    #[test]
    fn a_report_without_reporter_is_found() {
        for (text, cue) in [
            (
                "It was stressed that cooperation would deepen.",
                "was stressed",
            ),
            (
                "It was also agreed on the need of new roads.",
                "was also agreed",
            ),
            (
                "It was pointed out that the bridge is old.",
                "was pointed out",
            ),
            ("The general is believed to have left.", "is believed"),
            (
                "This was supposed to be finished in spring.",
                "was supposed",
            ),
            (
                "They are not known for keeping their word.",
                "are not known",
            ),
            (
                "There are reports that a second base is built.",
                "There are reports",
            ),
            (
                "Trade and fishing were discussed at length.",
                "were discussed",
            ),
            ("Particular attention was paid to the harbour.", "was paid"),
            ("The discussion also focused on fishing.", "focused"),
            ("The talks covered fishing and trade.", "covered"),
            ("The meeting reviewed the state of the harbour.", "reviewed"),
            ("The main item on the agenda was the ferry.", "was"),
            ("Also discussed were trade and fishing.", "discussed were"),
            (
                "It was noted with satisfaction that trade had grown.",
                "was noted",
            ),
        ] {
            assert_eq!(agentless(text), [cue], "{text}");
        }
    }

    #[test]
    fn a_named_reporter_or_an_ordinary_passive_is_none() {
        for text in [
            "It was stressed by both foreign ministers that cooperation would deepen.",
            "It was raining when the delegation arrived.",
            "It is true that the road is long.",
            "The talks dealt with fishing and trade.",
            "The talks will focus on fishing and trade.",
            "Reed discussed fishing with the mayor.",
            "The files that were discussed lay on the table.",
            "Trade will be discussed on Monday.",
            "The treaty was signed in spring.",
        ] {
            assert_eq!(agentless(text), Vec::<&str>::new(), "{text}");
        }
    }
}
