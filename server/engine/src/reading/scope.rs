//! What a cue governs: the stretch of its sentence that is said on the source's word.
//!
//! The unit is the clause: a new finite subject after "but", ", and" or a comma ends the stretch, unless "that" is repeated.

use crate::text::LocalSpan;

use super::attribution::Shape;
use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::cue::Cue;
use super::entry::{Act, Form};
use super::subject;
use super::token::Kind;

/// How far a finite verb may stand behind a subject that opens a clause, in tokens.
const SUBJECT_REACH: usize = 9;

/// The content of a cue; `None` if nothing is left to be content.
pub(super) fn content(clause: &Clause, borders: &[Place], cue: &Cue) -> Option<LocalSpan> {
    const SETTING: Classes = Classes::of(&[Class::Subordinator, Class::Preposition]);
    let (first, last) = cue.place;
    let left = cue.source.map_or(first, |source| source.0.min(first));
    let right = cue.source.map_or(last, |source| source.1.max(last));
    let from = borders
        .iter()
        .rfind(|&&(at, border)| at <= left && border == Border::Strong)
        .map_or(0, |&(at, _)| at);
    // "Reed reported, the port": what follows the comma is what was reported.
    let begins = if cue.speech && clause.kind(right + 1, Kind::Comma) {
        right + 2
    } else {
        right
    };
    // "Reed says if snow falls, the port will close": the clause of the condition is not all that was said.
    let that = (begins + 1..begins + 3).find(|&at| clause.is(at, Class::That));
    let told = that.map_or(begins + 1, |that| that + 1);
    let condition = (cue.speech
        && (clause.is(told, Class::Subordinator) || that.is_some() && clause.any(told, SETTING)))
    .then(|| (told..clause.len()).find(|&at| clause.kind(at, Kind::Comma)))
    .flatten()
    .map_or(begins, |comma| comma + 1);
    let until = borders
        .iter()
        .find(|&&(at, border)| at > begins && (at > condition || border == Border::Strong))
        .map_or(clause.len(), |&(at, _)| at);
    let range = match cue.shape {
        Shape::According => {
            let strong = borders
                .iter()
                .find(|&&(at, border)| at > right && border == Border::Strong)
                .map_or(clause.len(), |&(at, _)| at);
            (from, strong)
        }
        Shape::Hearsay | Shape::Raising | Shape::Discussion => {
            let from = borders
                .iter()
                .rfind(|&&(at, _)| at <= left)
                .map_or(0, |&(at, _)| at);
            // "Officials said the plan was discussed": whoever says so is no part of it.
            let told = (from..left).rfind(|&at| opens_report(clause, at));
            (told.map_or(from, |told| told + 1), until)
        }
        _ if left > 2 && is_fronted(clause, cue, left, right) => {
            let parenthetical = clause.kind(right + 1, Kind::Comma) && !clause.quoted(right + 1);
            if parenthetical {
                (from, until)
            } else {
                (from, left)
            }
        }
        _ => (right + 1, until),
    };
    let range = trim(clause, range);
    (range.0 < range.1).then(|| {
        LocalSpan::new(
            clause.tokens[range.0].start as usize,
            clause.tokens[range.1 - 1].end as usize,
        )
    })
}

/// Whether what is reported stands before the source: "…, X said."
fn is_fronted(clause: &Clause, cue: &Cue, left: usize, right: usize) -> bool {
    let before = left - 1;
    if !(clause.kind(before, Kind::Comma) || clause.quote_closes(before) || clause.tags(before)) {
        return false;
    }
    let inverted = cue.source.is_some_and(|source| source.0 > cue.place.1);
    let next = right + 1;
    let rest = clause.len().saturating_sub(next);
    let tail = clause.any(
        next,
        Classes::of(&[
            Class::TimeAfter,
            Class::Listener,
            Class::Day,
            Class::To,
            Class::Adverb,
        ]),
    ) && rest <= 14
        && !(next..clause.len()).any(|at| clause.is(at, Class::That) || clause.quote_opens(at));
    // "Reed said, “…”": what is reported follows.
    let follows = clause.kind(next, Kind::Comma)
        && clause.quote_opens(next + 1)
        && !clause.quote_closes(before);
    inverted || rest <= 2 || tail || clause.kind(next, Kind::Comma) && !follows
}

/// A place where a new main clause begins.
pub(super) type Place = (usize, Border);

/// How strongly a new clause begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Border {
    /// A semicolon or "but": what stands before and after have their own sources.
    Strong,
    /// ", and the army has": the report before ends here.
    Weak,
}

/// Where new main clauses begin, by their first token after the mark; in order.
pub(super) fn borders(clause: &Clause) -> Vec<Place> {
    let mut found = Vec::new();
    let mut segment = 0;
    for at in 1..clause.len() {
        let token = &clause.tokens[at];
        if token.quoted {
            continue;
        }
        let next = at + 1;
        match token.kind {
            // A semicolon where a colon is meant: "he said; “…”".
            Kind::Semicolon if clause.quote_opens(next) => {}
            Kind::Semicolon => found.push((next, Border::Strong)),
            Kind::Comma | Kind::Dash => {
                let dependent = clause.any(
                    segment,
                    Classes::of(&[Class::Subordinator, Class::Preposition]),
                );
                if clause.is(next, Class::Adversative) && !clause.is(next + 1, Class::That) {
                    found.push((next, Border::Strong));
                } else if (clause.is(next, Class::And) && opens_clause(clause, next + 1))
                    || (!dependent && opens_clause(clause, next))
                {
                    found.push((next, Border::Weak));
                }
                segment = next;
            }
            _ => {}
        }
    }
    found
}

/// The borders with those other cues make: "said he left and Reed says", "Reed, who told them so, said".
pub(super) fn with_cues(clause: &Clause, mut borders: Vec<Place>, cues: &[Cue]) -> Vec<Place> {
    if cues.len() < 2 {
        return borders;
    }
    let known = borders.len();
    for cue in cues {
        let Some(source) = cue.source.filter(|source| source.1 < cue.place.0) else {
            continue;
        };
        let before = source.0.wrapping_sub(1);
        // "…, I believe": whoever tells it begins anew.
        if clause.kind(before, Kind::Comma)
            && clause.is(source.0, Class::Subject)
            && !clause.is(source.0, Class::Third)
            && !clause.quoted(before)
        {
            borders.push((source.0, Border::Weak));
            continue;
        }
        let aside = (source.1 + 1..cue.place.0).rev().find(|&at| {
            clause.kind(at, Kind::Comma)
                || clause.kind(at, Kind::Dash)
                || clause.kind(at, Kind::Close)
        });
        if let Some(aside) = aside.filter(|_| {
            clause
                .verb(cue.place.0)
                .is_some_and(|(_, form)| form != Form::Ing)
        }) {
            borders.push((aside + 1, Border::Weak));
        } else if clause.any(
            before,
            Classes::of(&[Class::And, Class::Adversative, Class::Subordinator]),
        ) && !clause.quoted(before)
            && !joins_nouns(clause, cues, cue, before)
        {
            borders.push((before, Border::Weak));
        }
    }
    if borders.len() > known {
        borders.sort_unstable_by_key(|&(at, border)| (at, border == Border::Weak));
        borders.dedup_by_key(|&mut (at, _)| at);
    }
    borders
}

/// Whether "and" before the source of a cue joins it to a noun of what was said: "says clinics and doctors have to ask".
fn joins_nouns(clause: &Clause, cues: &[Cue], cue: &Cue, and: usize) -> bool {
    let told = cues
        .iter()
        .map(|cue| cue.place.1)
        .filter(|&last| last < and);
    let told = told
        .max()
        .filter(|_| !cue.speech && clause.is(and, Class::And));
    told.is_some_and(|told| !(told + 1..and).any(|at| subject::is_finite(clause, at)))
}

/// Whether a subject begins here and its finite verb follows before any mark.
pub(super) fn opens_clause(clause: &Clause, at: usize) -> bool {
    let subject = clause.any(
        at,
        Classes::of(&[Class::Subject, Class::Determiner, Class::It, Class::There]),
    ) || clause.capital(at);
    if !subject || clause.is(at, Class::Relative) {
        return false;
    }
    for next in at + 1..(at + SUBJECT_REACH).min(clause.len()) {
        if !clause.word(next) || clause.any(next, Classes::of(&[Class::Relative, Class::Stop])) {
            return false;
        }
        if clause.any(
            next,
            Classes::of(&[
                Class::Be,
                Class::Have,
                Class::Do,
                Class::Modal,
                Class::Finite,
            ]),
        ) {
            return !clause.is(next, Class::Participial);
        }
    }
    false
}

/// Whether what a verb or "that" reports begins behind a place.
fn opens_report(clause: &Clause, at: usize) -> bool {
    let says = clause.verb(at).is_some_and(|(verb, form)| {
        verb.strong
            && matches!(verb.act, Act::Say | Act::Assert | Act::Admit)
            && matches!(form, Form::Past | Form::Third)
            && !verb.flags.noun
    });
    let reported = clause.is(at, Class::That)
        && clause
            .verb(at.wrapping_sub(1))
            .is_some_and(|(verb, _)| verb.strong);
    says && !clause.is(at + 1, Class::To) || reported
}

/// Leaves out marks at both ends.
fn trim(clause: &Clause, (mut from, mut until): (usize, usize)) -> (usize, usize) {
    let edge = |at: usize| !clause.word(at) && !clause.kind(at, Kind::Mark);
    while from < until && edge(from) {
        from += 1;
    }
    while from < until && edge(until - 1) {
        until -= 1;
    }
    (from, until)
}
