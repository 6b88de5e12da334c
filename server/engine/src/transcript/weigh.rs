//! The one decision over the whole document: which openings are speaker labels.
//!
//! Every opening gathers points from its words, its place, its repetition and the roster. The shapes then compete: the
//! one with the most well-founded openings is the document's convention, and only what fits it becomes a label.
//! A single line is never judged alone: without a convention a document has no turns.

use foldhash::HashSet;
use std::sync::LazyLock;

use crate::transcript::Roster;
use crate::transcript::addressed::addressed;
use crate::transcript::common::{self, plain_words};
use crate::transcript::convention::Convention;
use crate::transcript::label::Evidence;
use crate::transcript::lexicon::fold;
use crate::transcript::line::Line;
use crate::transcript::names::Names;
use crate::transcript::opening::Opening;
use crate::transcript::questions::ask_and_answer;
use crate::transcript::reasons::Reasons;
use crate::transcript::recurrence::recurrence;
use crate::transcript::shape::{Closing, Decoration};
use crate::transcript::speech::{Said, said};
use crate::transcript::style::InForce;
use crate::transcript::surroundings::surroundings;
use crate::transcript::verdict::LabelConvention;

/// An opening that was taken for a label, with the reasons, strongest first.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    /// The opening.
    pub(crate) opening: Opening,
    /// Why it is a label.
    pub(crate) evidence: Vec<Evidence>,
}

/// Points an opening needs in all to become a label.
pub(crate) const ENOUGH: i32 = 4;

/// An opening with the points gathered so far.
pub(crate) struct Candidate {
    /// The opening.
    pub(crate) opening: Opening,
    /// Which of the distinct labels it is.
    pub(crate) name: usize,
    /// The points in all.
    pub(crate) points: i32,
    /// All its words are plain words elsewhere in the document.
    pub(crate) plain: bool,
    /// What is said after it, or after its like, is prose.
    pub(crate) prose: bool,
    /// What is said after it, or after its like, is of the speaker alone.
    pub(crate) first: bool,
    reasons: Reasons,
}

impl Candidate {
    /// Adds points for a reason.
    pub(crate) fn give(&mut self, points: i8, evidence: Evidence) {
        self.points += i32::from(points);
        self.reasons.give(points, evidence);
    }

    /// Whether a title, an office, a role or the roster says that somebody is meant.
    pub(crate) fn is_person(&self) -> bool {
        let form = self.opening.form;
        form.title || form.office || form.role || self.has(Evidence::KnownPerson)
    }

    /// Whether more than its name-like look speaks for it.
    pub(crate) fn founded(&self) -> bool {
        let speaks = self.has(Evidence::Spoken) && self.opening.form.names >= 2;
        self.is_person()
            || self.has(Evidence::ShortForm)
            || self.has(Evidence::GivenName)
            || !self.plain
                && (self.has(Evidence::Repeats) || self.has(Evidence::Addressed) || speaks)
    }

    /// The reasons given, strongest first.
    pub(crate) fn evidence(&self) -> Vec<Evidence> {
        self.reasons.sorted()
    }

    /// Whether this reason was given.
    pub(crate) fn has(&self, evidence: Evidence) -> bool {
        self.reasons.has(evidence)
    }
}

/// Chooses the labels among `openings`, which stand in text order; a line has several where it can be read in several ways.
/// Beside them the words whose coming or going elsewhere in the text may change the choice, in lower case and sorted.
pub(crate) fn labels(
    text: &str,
    lines: &[Line],
    openings: Vec<Opening>,
    roster: &dyn Roster,
    style: &InForce,
) -> (Vec<Chosen>, Option<LabelConvention>, Vec<String>) {
    let (mut candidates, watched) = candidates(text, lines, openings, roster);
    let Some((conventions, verdict)) = Convention::of(text, lines, &candidates, style) else {
        return (Vec::new(), None, watched);
    };
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut best = i32::MIN;
    for candidate in &mut candidates {
        let shape = candidate.opening.shape;
        let own = conventions.iter().find(|one| one.shape() == shape);
        let convention = own.unwrap_or(&conventions[0]);
        convention.weigh(candidate, lines);
        if candidate.points < ENOUGH || !convention.admits(candidate) {
            continue;
        }
        let same_line = chosen
            .last()
            .is_some_and(|last| last.opening.line == candidate.opening.line);
        if same_line && candidate.points <= best {
            continue;
        }
        if same_line {
            chosen.pop();
        }
        best = candidate.points;
        chosen.push(Chosen {
            evidence: candidate.evidence(),
            opening: candidate.opening.clone(),
        });
    }
    (chosen, Some(verdict), watched)
}

/// The openings with all the evidence that needs no convention, and the words that tell labels from plain words.
pub(crate) fn candidates(
    text: &str,
    lines: &[Line],
    openings: Vec<Opening>,
    roster: &dyn Roster,
) -> (Vec<Candidate>, Vec<String>) {
    let mut names = Names::default();
    let mut candidates: Vec<Candidate> = openings
        .into_iter()
        .map(|opening| {
            let name = names.place(opening.label.of(text));
            candidate(text, lines, opening, name)
        })
        .collect();
    ask_and_answer(&mut candidates, &names);
    ask_roster(&mut candidates, &names, roster);
    hear(text, lines, &mut candidates, names.all().len());
    let watched = find_plain_words(text, &mut candidates, &names);
    addressed(text, lines, &mut candidates, &names);
    recurrence(&mut candidates, &names);
    (candidates, watched)
}

/// What the words and the place of an opening say by themselves.
fn candidate(text: &str, lines: &[Line], opening: Opening, name: usize) -> Candidate {
    let (form, shape) = (opening.form, opening.shape);
    let place = surroundings(text, lines, &opening);
    let mut candidate = Candidate {
        opening,
        name,
        points: 0,
        plain: false,
        prose: false,
        first: false,
        reasons: Reasons::default(),
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
        Decoration::Plain | Decoration::Dash => candidate.points += i32::from(shape.points()),
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
    // "TOP STORIES." alone on its line is a heading: with a stop and nothing beside it, only an office, a title or initials
    // make a label.
    let initials = candidate.opening.label.of(text).ends_with('.');
    let heading = shape.closing == Closing::Stop && candidate.opening.own_line && !initials;
    candidate.points -= ENOUGH * i32::from(heading && !form.title && !form.office && !form.role);
    // A titled name alone on its line, with words right below it, is rarely a heading.
    candidate.points += i32::from(form.title && shape.closing == Closing::LineEnd);
    candidate
}

/// How many openings of one label are looked at for speech after them.
const HEARD: u8 = 3;

/// Hears after which labels somebody speaks: what the first openings of a label tell goes for all of its shape.
fn hear(text: &str, lines: &[Line], candidates: &mut [Candidate], n_names: usize) {
    let mut heard = vec![(0u8, Said::default()); n_names * Closing::COUNT];
    let place = |one: &Candidate| one.name * Closing::COUNT + one.opening.shape.closing as usize;
    for candidate in candidates.iter() {
        let (looks, all) = &mut heard[place(candidate)];
        if *looks < HEARD && !(all.first && all.prose) {
            *looks += 1;
            let said = said(text, lines, &candidate.opening);
            all.spoken |= said.spoken;
            all.first |= said.first;
            all.prose |= said.prose;
        }
    }
    for candidate in candidates {
        let said = heard[place(candidate)].1;
        candidate.prose = said.prose;
        candidate.first = said.first;
        if said.spoken {
            candidate.give(2, Evidence::Spoken);
        }
    }
}

/// Takes points from labels that nothing founds and whose words are plain words elsewhere; the words looked for, sorted.
fn find_plain_words(text: &str, candidates: &mut [Candidate], names: &Names<'_>) -> Vec<String> {
    let mut asked = vec![false; names.all().len()];
    for candidate in candidates.iter().filter(|one| !one.is_person()) {
        asked[candidate.name] = true;
    }
    let words: Vec<&str> = names
        .all()
        .iter()
        .zip(&asked)
        .map(|(name, asked)| if *asked { name.words } else { "" })
        .collect();
    let plain = plain_words(text, &words);
    for candidate in candidates {
        let thing = THINGS.contains(names.all()[candidate.name].key.as_str());
        if (plain[candidate.name] || thing) && !candidate.is_person() {
            candidate.plain = true;
            candidate.points -= PLAIN;
        }
    }
    let mut watched: Vec<String> = words
        .iter()
        .flat_map(|words| common::words(words))
        .map(str::to_lowercase)
        .collect();
    watched.sort_unstable();
    watched.dedup();
    watched
}

/// Points that a label of plain words lacks.
pub(crate) const PLAIN: i32 = 3;

/// Asks the roster once for each distinct label.
fn ask_roster(candidates: &mut [Candidate], names: &Names<'_>, roster: &dyn Roster) {
    let known: Vec<(bool, bool, bool)> = names
        .all()
        .iter()
        .map(|name| {
            (
                roster.knows_person(name.words),
                roster.knows_office(name.words),
                begins_with_given_name(name.words, roster),
            )
        })
        .collect();
    for candidate in candidates {
        let (person, office, given) = known[candidate.name];
        let form = candidate.opening.form;
        let name_like = (1..=4).contains(&form.names) && form.strange == 0 && !form.number;
        if given && name_like && !form.title && !form.office && !form.role {
            candidate.give(1, Evidence::GivenName);
        }
        if person {
            candidate.give(2, Evidence::KnownPerson);
        }
        if office && !candidate.has(Evidence::KnownOffice) {
            candidate.give(1, Evidence::KnownOffice);
        }
    }
}

/// What manuals and licences print before a colon or as a heading, and nobody is called; sorted.
static THINGS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("things.txt").lines().collect());

/// Given names that are words or places too: "Grant", "Will", "Georgia"; sorted.
static GIVEN_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("given-words.txt").lines().collect());

/// Whether the first of the words is a given name and nothing else.
fn begins_with_given_name(words: &str, roster: &dyn Roster) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1
        && first.starts_with(char::is_uppercase)
        && !GIVEN_WORDS.contains(fold(first).as_str())
        && roster.knows_given_name(first)
}
