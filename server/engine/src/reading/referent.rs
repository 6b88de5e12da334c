//! What a paragraph names that a later "she" or "the statement" may mean.
//!
//! Found without a parser: a run of capitals is a person unless it stands where places stand; nouns for bodies, groups,
//! roles and documents are told by the lexicon.

use crate::registry::{Gender, Mention, Registry};
use crate::text::{LocalSpan, Nth};

use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::phrase;
use super::token::Kind;

/// Somebody or something named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Referent {
    /// The words (local to the paragraph); of a name its whole run of capitals, of a noun the noun.
    pub span: LocalSpan,
    /// What it is.
    pub kind: ReferentKind,
    /// The sentence that names it, by its place in the reading.
    pub sentence: Nth,
    /// Whether it is a document that counts: "a poll".
    pub measures: bool,
    /// Whether it is a woman or a man, where its title or the registry tells.
    pub gender: Option<Gender>,
}

/// What a referent is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReferentKind {
    /// A person by name or office.
    Person,
    /// A person by role only: "a diplomat".
    Role,
    /// A body that speaks: "the ministry".
    Body,
    /// Several people: "critics".
    Group,
    /// Something written: "a report".
    Document,
}

impl ReferentKind {
    /// Its name in explanations.
    pub fn name(self) -> &'static str {
        match self {
            ReferentKind::Person => "person",
            ReferentKind::Role => "role",
            ReferentKind::Body => "body",
            ReferentKind::Group => "group",
            ReferentKind::Document => "document",
        }
    }
}

/// What a word without a capital is that names somebody or something.
const NAMING: Classes = Classes::of(&[
    Class::Document,
    Class::Institution,
    Class::Group,
    Class::GroupProper,
    Class::Role,
    Class::Title,
]);

/// What a sentence names, in order.
pub(super) fn find(clause: &Clause, sentence: usize) -> Vec<Referent> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < clause.len() {
        if !clause.capital(at) && !clause.any(at, NAMING) {
            at += 1;
            continue;
        }
        let last = name_end(clause, at).unwrap_or(at);
        if leads_name(clause, at) {
            at += 1;
            continue;
        }
        if let Some(kind) = kind(clause, at, last) {
            found.push(Referent {
                span: phrase::span(clause, (at, last)),
                kind,
                sentence: Nth::new(sentence),
                measures: kind == ReferentKind::Document
                    && (at..=last).any(|at| clause.is(at, Class::Measure)),
                gender: gender(clause, kind, at, last),
            });
        }
        at = last + 1;
    }
    found
}

/// Whether a title in small letters leads a name and is no person by itself: "president Ada Vane".
fn leads_name(clause: &Clause, at: usize) -> bool {
    const TITLES: Classes = Classes::of(&[Class::Title, Class::Role, Class::Spokes]);
    clause.any(at, TITLES) && !clause.capital(at) && name_end(clause, at + 1).is_some()
}

/// Adds what the registry knows of the people named.
pub(super) fn know(referents: &mut [Referent], mentions: &[Mention], registry: &Registry) {
    for mention in mentions {
        let mut people = mention.people.iter().map(|&id| registry.pronoun(id));
        let first = people.next().flatten();
        if first.is_none() || people.any(|other| other != first) {
            continue;
        }
        let from = referents.partition_point(|one| one.span.end() <= mention.span.start());
        for referent in referents[from..]
            .iter_mut()
            .take_while(|one| one.span.start() < mention.span.end())
        {
            referent.gender = first;
        }
    }
}

/// What the title of a person tells: "Mrs. Vane", "spokesman Ilya Gran".
fn gender(clause: &Clause, kind: ReferentKind, first: usize, last: usize) -> Option<Gender> {
    if !matches!(kind, ReferentKind::Person | ReferentKind::Role) {
        return None;
    }
    let titles = Classes::of(&[Class::Title, Class::Role]);
    let dot = first > 1 && clause.kind(first - 1, Kind::Stop);
    (first.saturating_sub(1 + usize::from(dot))..=last)
        .filter(|&at| clause.any(at, titles))
        .find_map(|at| clause.gender(at))
}

/// The last token of the name that begins at a place.
fn name_end(clause: &Clause, at: usize) -> Option<usize> {
    let common = Classes::of(&[
        Class::Day,
        Class::Month,
        Class::Determiner,
        Class::Pronoun,
        Class::Preposition,
        Class::Subordinator,
        Class::Adverb,
        Class::Conjunction,
    ]);
    let name = |at: usize| clause.capital(at) && !clause.any(at, common);
    if clause.headline || !name(at) {
        return None;
    }
    // "Mr. Reed" is one name.
    let titled = |at: usize| {
        clause.kind(at, Kind::Stop) && clause.is(at - 1, Class::AbbreviationTitle) && name(at + 1)
    };
    // A word that only opens the sentence is no name.
    let known = clause.get(at).is_some_and(|token| !token.facts.is_plain());
    if at == 0 && !name(at + 1) && !titled(at + 1) && known {
        return None;
    }
    let run = (at + 1..clause.len())
        .take_while(|&at| name(at) || titled(at))
        .count();
    Some(at + run)
}

fn kind(clause: &Clause, first: usize, last: usize) -> Option<ReferentKind> {
    let any = |class: Class| (first..=last).any(|at| clause.is(at, class));
    let kinds = [
        (Class::Document, ReferentKind::Document),
        (Class::Institution, ReferentKind::Body),
        (Class::Group, ReferentKind::Group),
        (Class::GroupProper, ReferentKind::Group),
        (Class::Role, ReferentKind::Role),
    ];
    let noun = kinds.iter().find(|&&(class, _)| any(class));
    let named = name_end(clause, first) == Some(last);
    match noun {
        // "Secretary of State Ada Vane", "spokesman Ilya Gran": the name is the person.
        Some(&(_, ReferentKind::Role)) if named && last > first => Some(ReferentKind::Person),
        Some(&(_, kind)) => Some(kind),
        None if named && !is_place(clause, first, last) => Some(ReferentKind::Person),
        None if any(Class::Title) => Some(ReferentKind::Person),
        None => None,
    }
}

/// Whether a name stands where places stand: "in Moscow", "Russia’s"; and a whole name of two words does not.
fn is_place(clause: &Clause, first: usize, last: usize) -> bool {
    let before = first.wrapping_sub(1);
    let local = Classes::of(&[
        Class::In,
        Class::On,
        Class::To,
        Class::Of,
        Class::For,
        Class::Inner,
    ]);
    first == last
        && (clause.any(before, local) || clause.is(before, Class::Definite) || clause.owns(last))
}
