//! What makes a sentence a strong claim: figures, extremes, causes, accusations, minds of others, forecasts, events.

use thin_vec::ThinVec;

use crate::text::LocalSpan;

use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::entry::{Act, Form};
use super::passive;
use super::token::Kind;

/// Words that make a strong claim of a sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Trigger {
    /// Which kind.
    pub kind: TriggerKind,
    /// The words (local to the paragraph).
    pub span: LocalSpan,
}

/// The kinds of trigger, T1 to T7 of the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TriggerKind {
    /// T1: a number, share, sum or multiple.
    Figure,
    /// T2: a superlative, "only", "never", "all".
    Extreme,
    /// T3: one thing is said to cause another.
    Cause,
    /// T4: crime, violence, betrayal, terror, corruption.
    Accusation,
    /// T5: what somebody not speaking wants, fears, knows, tries.
    Mind,
    /// T6: the future told as fact.
    Forecast,
    /// T7: an event with named actors.
    Event,
}

impl TriggerKind {
    /// Whether it makes a strong claim by itself: T1 to T5.
    pub fn is_strong(self) -> bool {
        !matches!(self, TriggerKind::Forecast | TriggerKind::Event)
    }

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            TriggerKind::Figure => "figure",
            TriggerKind::Extreme => "extreme",
            TriggerKind::Cause => "cause",
            TriggerKind::Accusation => "accusation",
            TriggerKind::Mind => "mind",
            TriggerKind::Forecast => "forecast",
            TriggerKind::Event => "event",
        }
    }
}

/// What a word without a capital is that makes a trigger or bears on one.
const CLAIMING: Classes = Classes::of(&[
    Class::FigureWord,
    Class::NumberWord,
    Class::Accusation,
    Class::Extreme,
    Class::Cause,
    Class::CauseTo,
    Class::Mind,
    Class::Forecast,
    Class::Past,
    Class::Question,
    Class::Modal,
    Class::Open,
    Class::Adversative,
]);

/// The triggers of a sentence, in text order; a headline only announces.
pub(super) fn triggers(clause: &Clause) -> ThinVec<Trigger> {
    let mut named = false;
    let mut found: ThinVec<Trigger> = ThinVec::new();
    if clause.headline {
        return found;
    }
    let mut open = false;
    for (at, token) in clause.tokens.iter().enumerate() {
        // Most words neither claim anything nor leave anything open.
        let is_idle = token.kind == Kind::Word && !token.any(CLAIMING) && !token.capital;
        if is_idle {
            continue;
        }
        open = stays_open(clause, at, open);
        named |= at > 0
            && clause.capital(at)
            && !clause.any(at, Classes::of(&[Class::Day, Class::Month, Class::Subject]));
        let Some((kind, last)) = at_token(clause, at, named) else {
            continue;
        };
        // What might be is no claim; that it might cost so much is a figure all the same.
        if open && kind != TriggerKind::Figure {
            continue;
        }
        let span = LocalSpan::new(
            clause.tokens[at].start as usize,
            clause.tokens[last].end as usize,
        );
        match found.last_mut() {
            Some(before) if before.kind == kind && before.span.end() + 1 >= span.start() => {
                before.span = before.span.until(span.end().max(before.span.end()));
            }
            _ => found.push(Trigger { kind, span }),
        }
    }
    found
}

/// Whether what stands at a place is left open: behind "might", "whether" or "if", up to the next mark or "but".
fn stays_open(clause: &Clause, at: usize, open: bool) -> bool {
    // "to determine what caused it": it is not known yet.
    let sought = clause.is(at, Class::Question)
        && clause.verb(at.wrapping_sub(1)).is_some_and(|(verb, form)| {
            matches!(verb.act, Act::Mental | Act::Quest) && matches!(form, Form::Base | Form::Ing)
        });
    let leaves = sought
        || clause.is(at, Class::Modal) && !clause.is(at, Class::Forecast)
        || clause.is(at, Class::Open);
    let ends = clause.get(at).is_some_and(|token| !token.is_word())
        && !clause.kind(at, Kind::Mark)
        && !clause.kind(at, Kind::Apostrophe)
        || clause.is(at, Class::Adversative);
    leaves || open && !ends
}

fn at_token(clause: &Clause, at: usize, named: bool) -> Option<(TriggerKind, usize)> {
    let token = clause.get(at)?;
    if is_figure(clause, at) {
        let unit = clause.any(at + 1, Classes::of(&[Class::Unit, Class::FigureWord]));
        return Some((TriggerKind::Figure, if unit { at + 1 } else { at }));
    }
    // "the plan's authors" tells of them, not of a plan.
    if token.kind != Kind::Word || token.owner {
        return None;
    }
    let before = at.wrapping_sub(1);
    let kind = if token.is(Class::Accusation) {
        if is_told_of(clause, at) {
            return None;
        }
        TriggerKind::Accusation
    } else if token.is(Class::Extreme)
        && (!token.is(Class::ExtremeWeak)
            || clause.is(before, Class::Definite) && !clause.owns(before) && clause.word(at + 2))
        && !is_idiom(clause, at)
        && !is_rank(clause, at)
        && !is_denied(clause, at)
        && !describes(clause, at)
    {
        TriggerKind::Extreme
    } else if token.is(Class::Cause) && !happens(clause, at)
        || token.is(Class::CauseTo)
            && clause.is(at + 1, Class::To)
            && !clause.is(at + 2, Class::IdiomNoun)
    {
        TriggerKind::Cause
    } else if token.is(Class::Mind) && !first_person(clause, at) && !is_attribute(clause, at) {
        TriggerKind::Mind
    } else if token.is(Class::Forecast) && !first_person(clause, at) {
        TriggerKind::Forecast
    } else if named && token.is(Class::Past) && !token.any(super::clause::WALKED) {
        TriggerKind::Event
    } else {
        return None;
    };
    Some((kind, at))
}

/// Whether an accusation is only told of: a court's ("the jury found him guilty"), the matter of a claim ("allegations of
/// child abuse") or of an inquiry ("a murder trial").
fn is_told_of(clause: &Clause, at: usize) -> bool {
    let topic = clause.is(at + 1, Class::TopicOf) && !clause.owns(at);
    let of = (at.saturating_sub(3)..at)
        .rev()
        .take_while(|&at| clause.word(at))
        .find(|&at| clause.is(at, Class::Of));
    let claimed = of.is_some_and(|of| {
        let noun = of.checked_sub(1).and_then(|at| clause.get(at));
        noun.is_some_and(|noun| noun.facts.noun.is_some())
    });
    let told = || {
        (0..clause.len()).any(|word| {
            // "guilty" is a court's word only behind its "found".
            let found = || (word.saturating_sub(7)..word).any(|at| clause.verb(at).is_some());
            clause.is(word, Class::Verdict) && (!clause.is(word, Class::Accusation) || found())
        })
    };
    topic || claimed || told()
}

/// Whether what causes is left out: "was forced to land" tells what somebody had to do, and not who or what forced it.
fn happens(clause: &Clause, at: usize) -> bool {
    clause.is(at + 1, Class::To)
        && passive::auxiliary(clause, at).is_some()
        && passive::agent(clause, at).is_none()
}

/// Whether a word of thinking only describes: "a determined player", "more than widely thought", "a flicker of hope".
fn is_attribute(clause: &Clause, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    // "a flicker of hope"
    if clause.is(before, Class::Of) && !clause.any(at + 1, Classes::of(&[Class::That, Class::To])) {
        return true;
    }
    let compared = clause.is(before, Class::Adverb)
        && clause.is(before.wrapping_sub(1), Class::Preposition)
        && !clause.word(at + 1);
    clause.is(at, Class::Past)
        && (compared || clause.is(before, Class::Determiner) && clause.word(at + 1))
}

/// "at all levels", "first of all", "most of", "one of the largest", "for the first time".
fn is_idiom(clause: &Clause, at: usize) -> bool {
    let article = at.wrapping_sub(1);
    let before = article.wrapping_sub(1);
    // "one of the largest", "one of the world's largest"
    let is_one = (at.saturating_sub(4)..at).any(|of| {
        clause.is(of, Class::Of)
            && clause.is(of.wrapping_sub(1), Class::OrdinaryNumber)
            && (of + 2 == at || clause.owns(article))
    });
    let is_time = clause.is(before, Class::For) && clause.is(at + 1, Class::Time);
    clause.is(at + 1, Class::Of) || clause.is(at + 1, Class::IdiomNoun) || is_one || is_time
}

/// "the third biggest", "the first three": a place in a row, no extreme.
fn is_rank(clause: &Clause, at: usize) -> bool {
    let counts = Classes::of(&[Class::ShareWord, Class::NumberWord]);
    let before = at.wrapping_sub(1);
    let ordinal = clause.any(before, counts) || clause.kind(before, Kind::Number);
    let counted = clause.any(
        at + 1,
        Classes::of(&[Class::NumberWord, Class::NumberDeterminer]),
    ) || clause.kind(at + 1, Kind::Number);
    clause.is(at, Class::Superlative) && (ordinal || counted)
}

/// Whether a superlative only tells one thing from another, as in "the biggest donors signed": where it claims, it is said
/// of something ("is the biggest", ", the biggest of all").
fn describes(clause: &Clause, at: usize) -> bool {
    const SAID_OF: Classes = Classes::of(&[Class::Be, Class::Copula, Class::Have, Class::As]);
    let Some(article) = at
        .checked_sub(1)
        .filter(|&before| clause.is(at, Class::Superlative) && clause.is(before, Class::Definite))
    else {
        return false;
    };
    let before = article.wrapping_sub(1);
    let said_of = clause.any(before, SAID_OF)
        || clause.is(before, Class::Adverb) && clause.any(before.wrapping_sub(1), SAID_OF)
        || clause.get(before).is_some_and(|token| !token.is_word())
        || article == 0 && (at + 1..at + 5).any(|at| clause.is(at, Class::Be))
        // "the highest growth in years"
        || clause.is(at + 2, Class::In);
    !clause.owns(article) && !said_of
}

/// "is not the first", "not only": the extreme is denied. "Never" denies by itself.
fn is_denied(clause: &Clause, at: usize) -> bool {
    !clause.is(at, Class::Negation)
        && (at.saturating_sub(3)..at).any(|at| clause.is(at, Class::Negation))
}

fn first_person(clause: &Clause, at: usize) -> bool {
    let left = clause.left_of_verb(at);
    clause.is(left, Class::Subject) && !clause.is(left, Class::Third)
}

/// Whether a number or number word at a place is a figure: no date, year, time, ordinal, list number or age.
pub(super) fn is_figure(clause: &Clause, at: usize) -> bool {
    let Some(token) = clause.get(at) else {
        return false;
    };
    let before = at.wrapping_sub(1);
    let dated = clause.is(before, Class::Month) || clause.is(at + 1, Class::Month);
    if token.kind == Kind::Word {
        // "a majority of the votes" counts them, "the majority leader" does not.
        if token.is(Class::FigureWord) {
            return !token.is(Class::ShareWord) || clause.is(at + 1, Class::Of);
        }
        let counted = token.is(Class::NumberWord) && !token.is(Class::OrdinaryNumber);
        // "a third of them", but "in third place", "an hour and a half".
        let share = Classes::of(&[Class::Of, Class::Definite, Class::Possessive]);
        let whole = token.is(Class::ShareWord)
            && !clause.any(at + 1, share)
            && !clause.is(before, Class::NumberWord);
        // "in the third quarter of next year"
        let part = token.is(Class::ShareWord) && clause.any(before, ORDINAL);
        return counted
            && !part
            && !dated
            && !whole
            && !clause.is(before, Class::Definite)
            && !lasts(clause, at);
    }
    if token.kind != Kind::Number {
        return false;
    }
    let digits = token.of(clause.text);
    // "example.org/12": no number but a part of an address.
    let glued = clause.text[..token.start as usize].ends_with(['/', '.', '_', '=', '#', '&', '?']);
    if glued || lasts(clause, at) {
        return false;
    }
    let money = clause.kind(before, Kind::Other);
    let unit = clause.any(at + 1, Classes::of(&[Class::Unit, Class::FigureWord]));
    // "twelve kilometres west of the harbour": where a place lies.
    if unit && clause.is(at + 2, Class::Direction) {
        return false;
    }
    if money || unit || digits.ends_with('%') {
        return true;
    }
    let ordinal = clause
        .lexicon
        .traits
        .ordinal
        .iter()
        .any(|ending| digits.ends_with(&**ending));
    let time = digits.contains([':', '/'])
        || clause.is(at + 1, Class::Clock)
        || is_time_of_day(clause, digits);
    let list = before == usize::MAX
        && (clause.kind(at + 1, Kind::Stop) || clause.kind(at + 1, Kind::Close));
    let numbered = clause.is(before, Class::Numbered)
        || clause.kind(before, Kind::Stop)
            && clause.is(before.wrapping_sub(1), Class::AbbreviationNumber);
    let age = clause.kind(before, Kind::Comma)
        && clause.capital(before.wrapping_sub(1))
        && digits.len() <= 2
        && clause.kind(at + 1, Kind::Comma);
    // "Rule 40", "Route 7": a name with its number.
    let title = before != usize::MAX
        && before > 0
        && clause.capital(before)
        && !clause.any(before, LINKING)
        && !digits.contains([',', '.']);
    let named = title
        || clause.kind(before, Kind::Hyphen)
        || clause.kind(at + 1, Kind::Hyphen)
        || clause.kind(before, Kind::Dash);
    let near_month =
        clause.is(before.wrapping_sub(1), Class::Month) || clause.is(at + 2, Class::Month);
    !(is_year(digits) || dated || near_month || ordinal || time || list || numbered || age || named)
}

/// Whether digits have their clock glued on: "12.55pm".
fn is_time_of_day(clause: &Clause, digits: &str) -> bool {
    let clock = digits.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    !clock.is_empty() && clause.lexicon.facts(clock).0.classes.has(Class::Clock)
}

/// Words that put what follows at a place in a row: "third", "first".
const ORDINAL: Classes = Classes::of(&[Class::ShareWord, Class::Superlative]);

/// Small words that stand before a number without naming what it counts.
const LINKING: Classes = Classes::of(&[
    Class::Determiner,
    Class::Preposition,
    Class::Quantifier,
    Class::Adverb,
    Class::Conjunction,
    Class::Subordinator,
    Class::Opener,
    Class::Be,
    Class::Have,
]);

/// Whether a number tells how long ago something was: "20 years ago", "two days later".
fn lasts(clause: &Clause, at: usize) -> bool {
    clause.is(at + 1, Class::Duration) && clause.is(at + 2, Class::Ago)
}

/// Whether digits look like a year: "2019", "1990s".
pub(super) fn is_year(digits: &str) -> bool {
    let digits = digits.strip_suffix('s').unwrap_or(digits);
    digits.len() == 4
        && digits
            .parse()
            .is_ok_and(|year: u32| (1000..=2100).contains(&year))
}
