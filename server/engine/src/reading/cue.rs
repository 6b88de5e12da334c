//! Cues: the words that make a report, found by one look at each token.
//!
//! Verbs are judged in [`super::verb`], passives in [`super::passive`]; here are prepositions, nouns, adverbs and colons.

use super::attribution::Shape;
use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::entry::{Act, Form};
use super::phrase::{self, Phrase};
use super::token::Kind;
use super::{noun, passive, subject, verb};

/// A cue with its source, as places in the sentence.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)] // independent observations
pub(super) struct Cue {
    /// First and last token of the cue.
    pub(super) place: Phrase,
    /// The source.
    pub(super) source: Option<Phrase>,
    /// How it is built.
    pub(super) shape: Shape,
    /// Whether it reports words rather than thoughts or deeds, so that it counts inside another report too.
    pub(super) speech: bool,
    /// Whether what it reports surely follows or precedes: a clause or a quotation.
    pub(super) told: bool,
    /// Whether nobody has said it yet: "would advise", "to warn". Told within another report it is none of its own.
    pub(super) planned: bool,
    /// Whether it goes on from the report before by a participle: "said no, citing the law".
    pub(super) goes_on: bool,
}

impl Cue {
    pub(super) fn new(place: Phrase, source: Option<Phrase>, shape: Shape) -> Self {
        Cue {
            place,
            source,
            shape,
            told: true,
            planned: false,
            goes_on: false,
            speech: shape.is_agentless() || matches!(shape, Shape::According | Shape::Colon),
        }
    }
}

/// All cues of a sentence, in order.
pub(super) fn find(clause: &Clause) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < clause.len() {
        let found = at_token(clause, at);
        if let Some(cue) = found {
            cues.push(cue);
            at = at.max(cue.place.1);
        }
        at += 1;
    }
    if let Some(cue) = colon(clause) {
        cues.push(cue);
    }
    if cues.is_empty() {
        cues.extend((0..clause.len()).find_map(|at| weak(clause, at)));
    }
    cues
}

/// Where nothing surer was found: talk about something, a noun of blame or praise with its target, an attitude without
/// its verb, blame or praise without who gives it.
fn weak(clause: &Clause, at: usize) -> Option<Cue> {
    let token = clause.get(at)?;
    if token.kind != Kind::Word || token.quoted {
        return None;
    }
    let next = at + 1;
    let bare = |shape| Some(Cue::new((at, at), None, shape));
    if let Some(noun) = token.facts.noun
        && clause.lexicon.noun(noun).target
        && !clause.capital(at)
    {
        let aimed = clause.any(next, Classes::of(&[Class::Aiming, Class::Question]));
        // "a debate is under way over whether": what it is about, further on.
        let asks = (next..next + 12)
            .any(|at| clause.is(at, Class::Aiming) && clause.is(at + 1, Class::Question));
        if aimed || asks {
            return bare(Shape::Noun);
        }
    }
    if token.is(Class::Attitude) && clause.any(next, Classes::of(&[Class::About, Class::That])) {
        return bare(Shape::Noun);
    }
    if let Some((verb, Form::Past | Form::Participle)) = clause.verb(at)
        && verb.strong
        && matches!(verb.act, Act::Eval | Act::Deny)
        && passive::auxiliary(clause, at).is_some()
    {
        return bare(Shape::PassiveByAgent);
    }
    about(clause, at)
}

/// "the furore about the plan", "joked at length about": what is told "about" something is words, whatever it is called.
fn about(clause: &Clause, at: usize) -> Option<Cue> {
    if !clause.is(at, Class::About) {
        return None;
    }
    let before = at.checked_sub(1).filter(|_| !clause.quoted(at))?;
    let topic = clause.capital(at + 1)
        || clause.any(
            at + 1,
            Classes::of(&[
                Class::Determiner,
                Class::Question,
                Class::Object,
                Class::Possessive,
            ]),
        )
        || clause
            .get(at + 1)
            .is_some_and(|token| token.facts.is_plain() && token.kind == Kind::Word);
    let counted = clause.any(at + 1, Classes::of(&[Class::NumberWord, Class::FigureWord]));
    let told = clause.any(
        before,
        Classes::of(&[Class::Adverb, Class::Past, Class::Document]),
    ) && !clause.headline;
    if !topic || counted || !told {
        return None;
    }
    Some(Cue::new((before, at), None, Shape::Noun))
}

/// What a word is at which a cue may be found, if it is neither a verb nor a noun of saying: most words are nothing of this.
const CUEING: Classes = Classes::of(&[
    Class::ExchangeVerb,
    Class::Be,
    Class::Light,
    Class::AccordingAlone,
    Class::According,
    Class::Per,
    Class::View,
    Class::Impersonal,
    Class::Hearsay,
    Class::Seeming,
    Class::Attitude,
    Class::There,
    Class::Discussed,
    Class::DiscussedAlone,
    Class::DiscussedWith,
]);

fn at_token(clause: &Clause, at: usize) -> Option<Cue> {
    let token = clause.get(at)?;
    if token.kind != Kind::Word {
        return None;
    }
    let facts = &token.facts;
    if facts.verb.is_none() && facts.noun.is_none() && !token.any(CUEING) {
        return None;
    }
    if token.is(Class::ExchangeVerb)
        && let Some(cue) = passive::exchange(clause, at)
    {
        return Some(cue);
    }
    if token.is(Class::Be)
        && let Some(cue) = passive::agenda(clause, at)
    {
        return Some(cue);
    }
    if token.is(Class::Light)
        && let Some(cue) = light(clause, at)
    {
        return Some(cue);
    }
    if facts.verb.is_some()
        && let Some(cue) = verb::judge(clause, at)
    {
        return Some(cue);
    }
    if let Some(cue) = preposition(clause, at) {
        return Some(cue);
    }
    if token.is(Class::Impersonal) {
        let before = at.wrapping_sub(1);
        let aside = clause.is(before, Class::As)
            || clause.kind(before, Kind::Comma) && clause.kind(at + 1, Kind::Comma);
        if aside || clause.is(clause.behind(at), Class::That) {
            return Some(Cue::new((at, at), None, Shape::ItPassive));
        }
    }
    if token.is(Class::Hearsay) {
        return Some(Cue::new((at, at), None, Shape::Hearsay));
    }
    if token.quoted {
        return None;
    }
    if facts.noun.is_some()
        && let Some(cue) = noun::judge(clause, at)
    {
        return Some(cue);
    }
    if token.is(Class::Seeming) && clause.is(at + 1, Class::SeemingNext) {
        return Some(Cue::new((at, at), None, Shape::Hearsay));
    }
    attitude(clause, at).or_else(|| passive::topic(clause, at))
}

/// "according to X", "per X", "in her view".
fn preposition(clause: &Clause, at: usize) -> Option<Cue> {
    if clause.is(at, Class::AccordingAlone) && clause.word(at + 1) {
        let source = phrase::phrase_right(clause, at + 1);
        return Some(Cue::new((at, at), source, Shape::According));
    }
    if clause.is(at, Class::According) && clause.is(at + 1, Class::AccordingNext) {
        let source = phrase::phrase_right(clause, at + 2);
        return Some(Cue::new((at, at + 1), source, Shape::According));
    }
    if clause.quoted(at) {
        return None;
    }
    if clause.is(at, Class::Per)
        && (clause.capital(at + 1) || clause.is(at + 1, Class::Determiner))
        && !clause.is(at + 1, Class::Indefinite)
    {
        let first = if clause.is(at.wrapping_sub(1), Class::As) {
            at - 1
        } else {
            at
        };
        let source = phrase::phrase_right(clause, at + 1);
        return Some(Cue::new((first, at), source, Shape::According));
    }
    let before = at.wrapping_sub(1);
    if clause.is(at, Class::View)
        && clause.owns(before)
        && (at.saturating_sub(5)..at).any(|at| clause.is(at, Class::In))
    {
        return Some(Cue::new((at, at), Some((before, before)), Shape::According));
    }
    None
}

/// "made the point that", "issued a statement", "exchanged views": a light verb with a noun of saying.
fn light(clause: &Clause, at: usize) -> Option<Cue> {
    let passive = clause.is(at, Class::Past) && passive::auxiliary(clause, at).is_some();
    if token_is_foreign(clause, at) || passive || clause.is(at.wrapping_sub(1), Class::To) {
        return None;
    }
    let spoken = (at + 1..at + 6)
        .take_while(|&at| {
            clause.word(at) && !clause.is(at, Class::Preposition) || clause.kind(at, Kind::Comma)
        })
        .find(|&at| {
            clause.is(at, Class::LightNoun)
                || clause.is(at, Class::LightClause)
                    && clause.any(at + 1, Classes::of(&[Class::That, Class::Question]))
        })?;
    let left = clause.left_of_verb(at);
    let source = if clause.word(left) && !clause.is(left, Class::Conjunction) {
        phrase::with_relative(clause, phrase::phrase_left(clause, left)?)
    } else {
        subject::subject_before(clause, at)?
    };
    let mut cue = Cue::new((at, spoken), Some(source), Shape::SourceCueContent);
    cue.speech = true;
    Some(cue)
}

/// Whether a token is quoted or a name.
fn token_is_foreign(clause: &Clause, at: usize) -> bool {
    clause.quoted(at) || clause.capital(at) && !clause.headline
}

/// "are confident that", "was aware of": an attitude after a form of "be".
fn attitude(clause: &Clause, at: usize) -> Option<Cue> {
    if !clause.is(at, Class::Attitude) {
        return None;
    }
    let follows = Classes::of(&[
        Class::Clausal,
        Class::Question,
        Class::To,
        Class::ByObject,
        Class::With,
    ]);
    let next = match clause.behind(at) {
        next if clause.is(next, Class::Day) => next + 1,
        next => next,
    };
    if !clause.any(next, follows) {
        return None;
    }
    let mut left = clause.left_of_verb(at);
    // "more confident", "very sure"
    if clause.is(left, Class::Quantifier) {
        left = clause.left_of_verb(left);
    }
    if clause.is(left, Class::Copula) {
        left = clause.left_of_verb(left);
    }
    let linking = Classes::of(&[Class::Be, Class::Copula, Class::Clitic]);
    let source = phrase::phrase_left(clause, left)?;
    // "Are you surprised": the verb before its subject.
    let asked = source.0.wrapping_sub(1);
    let be = (left.wrapping_add(1)..at)
        .chain([left, asked])
        .find(|&at| clause.any(at, linking));
    if be.is_none() && !clause.lexicon.traits.no_subject
        || clause.is(source.1, Class::It)
        || clause.is(source.1, Class::There)
    {
        return None;
    }
    Some(Cue::new(
        (at, at),
        Some(phrase::with_relative(clause, source)),
        Shape::SourceCueContent,
    ))
}

/// `NAME: “…”` at the start of a sentence.
fn colon(clause: &Clause) -> Option<Cue> {
    let at = (1..clause.len().min(9)).find(|&at| clause.kind(at, Kind::Colon))?;
    let name = (0..at).all(|at| clause.capital(at) || clause.kind(at, Kind::Stop));
    let placed = at > 2
        && clause.capital(0)
        && clause.capital(at - 1)
        && (0..at).all(|at| {
            clause.capital(at)
                || clause.any(
                    at,
                    Classes::of(&[Class::In, Class::To, Class::On, Class::Preposition]),
                )
        })
        && !clause.any(
            0,
            Classes::of(&[Class::Preposition, Class::Determiner, Class::Subordinator]),
        )
        && clause.word(at + 1);
    let notice = (0..at).any(|at| clause.is(at, Class::Notice));
    let full = (2..6).contains(&at) && !clause.headline && !clause.is(0, Class::Determiner);
    let shouted = clause.tokens[..at]
        .iter()
        .all(|token| token.of(clause.text).chars().all(|c| !c.is_lowercase()))
        && clause.tokens[0].end - clause.tokens[0].start > 1;
    (placed && !notice || name && !notice && (full || shouted || clause.quote_opens(at + 1)))
        .then(|| Cue::new((at, at), Some((0, at - 1)), Shape::Colon))
}
