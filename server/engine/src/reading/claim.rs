//! What makes a sentence a strong claim: figures, extremes, causes, accusations, minds of others, forecasts, events.

use crate::text::LocalSpan;

use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
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

/// The triggers of a sentence, in text order; a headline only announces.
pub(super) fn triggers(clause: &Clause) -> Vec<Trigger> {
    let mut named = false;
    let mut found: Vec<Trigger> = Vec::new();
    if clause.headline {
        return found;
    }
    let mut open = false;
    for at in 0..clause.len() {
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
            Some(before) if before.kind == kind && before.span.end + 1 >= span.start => {
                before.span.end = span.end.max(before.span.end);
            }
            _ => found.push(Trigger { kind, span }),
        }
    }
    found
}

/// Whether what stands at a place is left open: behind "might", "whether" or "if", up to the next mark or "but".
fn stays_open(clause: &Clause, at: usize, open: bool) -> bool {
    let leaves = clause.is(at, Class::Modal) && !clause.is(at, Class::Forecast)
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
    if token.kind != Kind::Word {
        return None;
    }
    let before = at.wrapping_sub(1);
    let kind = if token.is(Class::Accusation) {
        TriggerKind::Accusation
    } else if token.is(Class::Extreme)
        && (!token.is(Class::ExtremeWeak)
            || clause.is(before, Class::Definite) && !clause.owns(before) && clause.word(at + 2))
        && !is_idiom(clause, at)
        && !is_denied(clause, at)
        && !describes(clause, at)
    {
        TriggerKind::Extreme
    } else if token.is(Class::Cause) || token.is(Class::CauseTo) && clause.is(at + 1, Class::To) {
        TriggerKind::Cause
    } else if token.is(Class::Mind) && !first_person(clause, at) {
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

/// "at all levels", "first of all", "most of", "one of the largest", "for the first time".
fn is_idiom(clause: &Clause, at: usize) -> bool {
    let article = at.wrapping_sub(1);
    let before = article.wrapping_sub(1);
    let is_one =
        clause.is(before, Class::Of) && clause.is(before.wrapping_sub(1), Class::OrdinaryNumber);
    let is_time = clause.is(before, Class::For) && clause.is(at + 1, Class::Time);
    clause.is(at + 1, Class::Of) || clause.is(at + 1, Class::IdiomNoun) || is_one || is_time
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
        return counted
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
    if money || unit || digits.ends_with('%') {
        return true;
    }
    let ordinal = clause
        .lexicon
        .traits
        .ordinal
        .iter()
        .any(|ending| digits.ends_with(&**ending));
    let time = digits.contains([':', '/']) || clause.is(at + 1, Class::Clock);
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
