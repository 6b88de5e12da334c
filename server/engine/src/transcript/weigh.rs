//! The one decision over the whole document: which openings are speaker labels.
//!
//! Every opening gathers points from its words, its place, its repetition and the roster. The shapes then compete: the
//! one with the most well-founded openings is the document's convention, and only what fits it becomes a label.
//! A single line is never judged alone: without a convention a document has no turns.

use std::collections::{HashMap, HashSet};

use crate::transcript::Roster;
use crate::transcript::convention::Convention;
use crate::transcript::label::Evidence;
use crate::transcript::lexicon::fold;
use crate::transcript::line::Line;
use crate::transcript::opening::Opening;
use crate::transcript::shape::{Closing, Decoration};
use crate::transcript::surroundings::surroundings;

/// An opening that was taken for a label, with the reasons, strongest first.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    /// The opening.
    pub(crate) opening: Opening,
    /// Why it is a label.
    pub(crate) evidence: Vec<Evidence>,
}

/// Points an opening needs in all to become a label.
const ENOUGH: i32 = 4;

/// An opening with the points gathered so far.
pub(crate) struct Candidate {
    /// The opening.
    pub(crate) opening: Opening,
    /// Its words outside brackets, folded: labels of one key are one label.
    pub(crate) key: String,
    surname: String,
    /// The points in all.
    pub(crate) points: i32,
    evidence: Vec<(i32, Evidence)>,
}

impl Candidate {
    /// Adds points for a reason.
    pub(crate) fn give(&mut self, points: i32, evidence: Evidence) {
        self.points += points;
        self.evidence.push((points, evidence));
    }

    /// Whether more than its name-like look speaks for it.
    pub(crate) fn founded(&self) -> bool {
        let form = self.opening.form;
        form.title
            || form.office
            || form.role
            || self.has(Evidence::Repeats)
            || self.has(Evidence::ShortForm)
            || self.has(Evidence::KnownPerson)
    }

    /// Whether this reason was given.
    pub(crate) fn has(&self, evidence: Evidence) -> bool {
        self.evidence.iter().any(|(_, one)| *one == evidence)
    }
}

/// Chooses the labels among `openings`, which stand in text order.
pub(crate) fn labels(
    text: &str,
    lines: &[Line],
    openings: Vec<Opening>,
    roster: &dyn Roster,
) -> Vec<Chosen> {
    let mut candidates: Vec<Candidate> = openings
        .into_iter()
        .map(|opening| candidate(text, lines, opening))
        .collect();
    recurrence(&mut candidates);
    ask_roster(text, &mut candidates, roster);
    let Some(convention) = Convention::of(text, lines, &candidates) else {
        return Vec::new();
    };
    let mut chosen: Vec<Chosen> = Vec::new();
    for mut candidate in candidates {
        convention.weigh(&mut candidate);
        if candidate.points >= ENOUGH && convention.admits(&candidate) {
            candidate
                .evidence
                .sort_by_key(|(points, evidence)| (-points, *evidence));
            chosen.push(Chosen {
                opening: candidate.opening,
                evidence: candidate
                    .evidence
                    .into_iter()
                    .map(|(_, evidence)| evidence)
                    .collect(),
            });
        }
    }
    chosen
}

/// What the words and the place of an opening say by themselves.
fn candidate(text: &str, lines: &[Line], opening: Opening) -> Candidate {
    let words = opening.label.of(text);
    let outside = words.split(['(', '[']).next().unwrap_or(words);
    let key = outside
        .split_whitespace()
        .map(fold)
        .collect::<Vec<_>>()
        .join(" ");
    let surname = surname(outside);
    let (form, shape) = (opening.form, opening.shape);
    let place = surroundings(text, lines, &opening);
    let mut candidate = Candidate {
        opening,
        key,
        surname,
        points: 0,
        evidence: Vec::new(),
    };
    if form.role {
        candidate.give(3, Evidence::Role);
    }
    if form.title {
        candidate.give(2, Evidence::Title);
    } else if form.office {
        candidate.give(2, Evidence::KnownOffice);
    }
    if form.capitals {
        candidate.give(1, Evidence::Capitals);
    }
    match shape.decoration {
        Decoration::Plain | Decoration::Dash => candidate.points += shape.points(),
        _ => candidate.give(shape.points(), Evidence::Decorated),
    }
    if place.blank_before {
        candidate.give(1, Evidence::BlankBefore);
    }
    if candidate.opening.own_line {
        candidate.give(0, Evidence::OwnLine);
    }
    candidate.points += i32::from((2..=4).contains(&form.names) || (form.names > 0 && form.title));
    candidate.points -= i32::from(form.names > 6);
    candidate.points -=
        2 * i32::try_from(form.strange).unwrap_or(i32::MAX / 4) + 2 * i32::from(form.number);
    candidate.points -= 2 * i32::from(
        form.the && !form.title && !form.office && !form.role && !form.bracket && !form.capitals,
    );
    candidate.points += place.points();
    // A titled name alone on its line, with words right below it, is rarely a heading.
    candidate.points += i32::from(form.title && shape.closing == Closing::LineEnd);
    candidate
}

/// The last name-like word, by which a short label is known for an earlier one.
fn surname(words: &str) -> String {
    let names = words.split(" of ").next().unwrap_or(words);
    fold(names.split_whitespace().next_back().unwrap_or_default())
}

/// Points for openings that come back, come back in turns, or shorten another.
fn recurrence(candidates: &mut [Candidate]) {
    let mut counts: HashMap<(Closing, &str), usize> = HashMap::new();
    let mut surnames: HashMap<&str, &str> = HashMap::new();
    let mut shared: HashSet<&str> = HashSet::new();
    for candidate in candidates.iter() {
        let (key, surname) = (candidate.key.as_str(), candidate.surname.as_str());
        *counts
            .entry((candidate.opening.shape.closing, key))
            .or_default() += 1;
        if *surnames.entry(surname).or_insert(key) != key {
            shared.insert(surname);
        }
    }
    let asks = |closing: Closing| counts.contains_key(&(closing, "q"));
    let asked: Vec<bool> = candidates
        .iter()
        .map(|one| asks(one.opening.shape.closing))
        .collect();
    let known: Vec<(usize, bool)> = candidates
        .iter()
        .map(|one| {
            let closing = one.opening.shape.closing;
            let long = one.surname.chars().count() >= 3;
            let short = long && shared.contains(one.surname.as_str());
            (counts[&(closing, one.key.as_str())], short)
        })
        .collect();
    for at in 0..candidates.len() {
        let (count, short) = known[at];
        let same = |other: Option<&Candidate>, this: &Candidate| {
            other.is_some_and(|other| other.key == this.key)
        };
        let this = &candidates[at];
        let (near, far) = (
            [at.checked_sub(1), Some(at + 1)],
            [at.checked_sub(2), Some(at + 2)],
        );
        let get = |place: Option<usize>| place.and_then(|place| candidates.get(place));
        let alternates = near.iter().zip(far).any(|(near, far)| {
            get(*near).is_some() && !same(get(*near), this) && same(get(far), this)
        });
        let this = &mut candidates[at];
        match count {
            1 => {}
            2 => this.give(1, Evidence::Repeats),
            _ => this.give(2, Evidence::Repeats),
        }
        // A bare line in capitals that stands once is a heading.
        let bare = this.opening.shape.closing == Closing::LineEnd
            && this.opening.shape.decoration == Decoration::Plain;
        if bare && count == 1 && !this.founded() {
            this.points -= 2 * ENOUGH;
        }
        // "A." heads the first item of many a list; it answers only where a "Q." asks.
        if this.key == "a" && !asked[at] {
            this.points -= 2 * ENOUGH;
        }
        if alternates && count > 1 {
            this.give(1, Evidence::Alternates);
        }
        if short {
            this.give(1, Evidence::ShortForm);
        }
    }
}

/// Asks the roster once for each distinct label.
fn ask_roster(text: &str, candidates: &mut [Candidate], roster: &dyn Roster) {
    let mut answers: HashMap<String, (bool, bool)> = HashMap::new();
    for candidate in candidates {
        let words = candidate.opening.label.of(text);
        let known = answers.get(&candidate.key).copied();
        let (person, office) = known.unwrap_or_else(|| {
            let answer = (roster.knows_person(words), roster.knows_office(words));
            answers.insert(candidate.key.clone(), answer);
            answer
        });
        if person {
            candidate.give(2, Evidence::KnownPerson);
        }
        if office && !candidate.has(Evidence::KnownOffice) {
            candidate.give(1, Evidence::KnownOffice);
        }
    }
}
