//! The competition of shapes: how much evidence each has, and why it may not win.

use crate::transcript::label::Evidence;
use crate::transcript::line::Line;
use crate::transcript::shape::{Closing, Decoration, Shape};
use crate::transcript::style::InForce;
use crate::transcript::verdict::Loss;
use crate::transcript::weigh::{Candidate, PLAIN};

/// Points that make an opening well-founded without a convention: an office with a name on a line of its own has them.
const ANCHOR: i32 = 4;

/// So many openings with one point less anchor a convention too.
const SEVERAL: usize = 3;

/// More points than this in one opening count no more: many openings are to win, not one.
const MOST: i32 = 6;

/// A shape with its evidence.
pub(crate) struct Contestant {
    /// The shape.
    pub(crate) shape: Shape,
    /// Its well-founded openings.
    pub(crate) n: usize,
    /// Their points.
    pub(crate) points: i32,
    /// Why it may not win, if it may not.
    pub(crate) loss: Option<Loss>,
    /// The lines of its first and last well-founded opening.
    reach: (usize, usize),
}

impl Contestant {
    /// Whether the openings of the other shape all stand before or after those of this one.
    pub(crate) fn is_apart(&self, other: &Contestant) -> bool {
        self.reach.1 < other.reach.0 || other.reach.1 < self.reach.0
    }
}

/// All shapes that openings of the document have.
pub(crate) fn contest(
    text: &str,
    lines: &[Line],
    candidates: &[Candidate],
    style: &InForce,
) -> Vec<Contestant> {
    let strong = candidates.iter().filter(|one| one.points >= 2);
    let opened: Vec<usize> = strong.map(|one| one.opening.line).collect();
    let mut by_shape: Vec<&Candidate> = candidates.iter().collect();
    by_shape.sort_by_key(|one| one.opening.shape);
    by_shape
        .chunk_by(|a, b| a.opening.shape == b.opening.shape)
        .map(|of_shape| {
            let shape = of_shape[0].opening.shape;
            let strong = of_shape.iter().filter(|one| one.points >= 2);
            let loss = if style.fixed.is_empty() {
                loss(text, lines, of_shape, shape, &opened)
            } else {
                (!style.fixed.contains(&shape)).then_some(Loss::NotAllowed)
            };
            let line = |one: &&&Candidate| one.opening.line;
            let (first, last) = (strong.clone().next(), strong.clone().next_back());
            Contestant {
                reach: (
                    first.as_ref().map_or(0, line),
                    last.as_ref().map_or(0, line),
                ),
                shape,
                n: strong.clone().count(),
                points: strong.map(|one| one.points.min(MOST)).sum(),
                loss,
            }
        })
        .collect()
}

/// Why a shape with these openings is no convention, if it is none.
fn loss(
    text: &str,
    lines: &[Line],
    of_shape: &[&Candidate],
    shape: Shape,
    opened: &[usize],
) -> Option<Loss> {
    if !is_anchored(of_shape) {
        Some(Loss::Unfounded)
    } else if !is_speech(of_shape, shape) {
        Some(Loss::NoSpeech)
    } else {
        (is_list(text, lines, of_shape) || says_nothing(lines, of_shape, opened))
            .then_some(Loss::List)
    }
}

/// Whether half of the openings of a shape that stand alone on their lines have another opening right below: people who are
/// listed do not speak.
fn says_nothing(lines: &[Line], of_shape: &[&Candidate], opened: &[usize]) -> bool {
    let below = |one: &&&Candidate| {
        let next = one.opening.line + 1;
        let blank = lines[next..]
            .iter()
            .take_while(|line| line.is_blank())
            .count();
        opened.binary_search(&(next + blank)).is_ok()
    };
    let alone = of_shape.iter().filter(|one| one.opening.own_line);
    let listed = alone.clone().filter(below).count();
    listed > 1 && 2 * listed >= of_shape.len()
}

/// Whether one opening is well-founded by itself, or several nearly are.
fn is_anchored(of_shape: &[&Candidate]) -> bool {
    let founded = of_shape
        .iter()
        .filter(|one| one.points >= ANCHOR - 1 && one.founded());
    let (n, best) = founded.fold((0, 0), |(n, best), one| (n + 1, one.points.max(best)));
    best >= ANCHOR || n >= SEVERAL || is_short_talk(of_shape)
}

/// More openings than this are no short talk.
const SHORT_TALK: usize = 4;

/// Whether the few openings of a shape are a short talk: each stands apart and has prose behind it, their labels are full
/// names or in capitals, and either half of them begin with a given name, a title or a known person's name and half of them
/// speak, or all speak and half of them of themselves alone.
fn is_short_talk(of_shape: &[&Candidate]) -> bool {
    let all = |test: &dyn Fn(&Candidate) -> bool| of_shape.iter().all(|one| test(one));
    let half = |test: &dyn Fn(&Candidate) -> bool| {
        2 * of_shape.iter().filter(|one| test(one)).count() >= of_shape.len()
    };
    let apart = |one: &Candidate| one.has(Evidence::BlankBefore) || one.has(Evidence::Decorated);
    let sure = |one: &Candidate| one.is_person() || one.has(Evidence::GivenName);
    let name = |one: &Candidate| one.opening.form.capitals || one.opening.form.names >= 2;
    let spoken = |one: &Candidate| one.has(Evidence::Spoken);
    (2..=SHORT_TALK).contains(&of_shape.len())
        && all(&|one| one.prose && !one.plain && one.points > 0 && apart(one))
        && all(&|one| sure(one) || name(one))
        && (half(&sure) && half(&spoken) || all(&spoken) && half(&|one| one.first))
}

/// Whether the openings of a shape may open speech: most of the distinct ones are no plain words of the text, prose stands
/// after them, most are persons by their look or heard to speak, and where only a role tells that somebody talks, there is
/// more than one.
fn is_speech(of_shape: &[&Candidate], shape: Shape) -> bool {
    let mut distinct: Vec<&Candidate> = of_shape
        .iter()
        .copied()
        .filter(|one| one.points >= 2 - PLAIN)
        .collect();
    distinct.sort_by_key(|one| one.name);
    distinct.dedup_by_key(|one| one.name);
    let at_least = |parts: usize, test: &dyn Fn(&Candidate) -> bool| {
        parts * distinct.iter().filter(|one| test(one)).count() >= distinct.len()
    };
    let lone_role =
        distinct.len() == 1 && distinct[0].opening.form.role && !distinct[0].has(Evidence::Repeats);
    at_least(2, &|one| !one.plain)
        && at_least(2, &|one| one.prose)
        && (at_least(4, &|one| one.has(Evidence::Spoken))
            || at_least(2, &|one| one.is_person() || one.opening.form.names >= 2))
        && !lone_role
        && (shape.closing != Closing::LineEnd || are_no_headings(of_shape, shape))
}

/// Whether lines that merely end are labels: it takes several persons, or names that come back.
fn are_no_headings(of_shape: &[&Candidate], shape: Shape) -> bool {
    let founded = of_shape.iter().filter(|one| one.founded()).count();
    let sure = of_shape.iter().filter(|one| {
        let back = one.has(Evidence::Repeats) || one.has(Evidence::ShortForm);
        let named =
            one.has(Evidence::GivenName) || one.opening.form.bracket && one.has(Evidence::Spoken);
        one.is_person() || named || back && !one.plain
    });
    of_shape.len() > 1
        && 2 * founded >= of_shape.len()
        && (sure.count() > 1 || shape.decoration != Decoration::Plain)
}

/// Whether the openings of a shape are a list of things ("Post: name"), not speech: none of them comes back, and either
/// little is said after each or hardly one of many is a person by its look.
fn is_list(text: &str, lines: &[Line], of_shape: &[&Candidate]) -> bool {
    let recurs = of_shape
        .iter()
        .any(|one| one.has(Evidence::Repeats) || one.opening.form.role);
    if recurs {
        return false;
    }
    let short = of_shape.iter().filter(|one| {
        let line = lines[one.opening.line];
        let said = line.last - one.opening.marked.end.min(line.last);
        let next = one.opening.line + 1;
        let ends = lines.get(next).is_none_or(|next| next.is_blank())
            || of_shape
                .binary_search_by_key(&next, |other| other.opening.line)
                .is_ok();
        let open = !line
            .of(text)
            .ends_with(['.', '?', '!', '…', ')', '”', '"', '—']);
        !one.opening.own_line && said < 80 && ends && open
    });
    let persons = of_shape.iter().filter(|one| {
        let form = one.opening.form;
        form.title
            || form.capitals
            || one.has(Evidence::KnownPerson)
            || one.has(Evidence::ShortForm)
            || one.has(Evidence::Spoken)
    });
    let many = of_shape.len() >= 4 && 2 * persons.count() < of_shape.len();
    many || 2 * short.count() > of_shape.len()
}
