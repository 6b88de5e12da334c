//! How a document prints its labels, found by letting the shapes compete, and what that says about each opening.

use crate::transcript::label::Evidence;
use crate::transcript::line::Line;
use crate::transcript::shape::{Closing, Decoration, Shape};
use crate::transcript::weigh::{Candidate, PLAIN};

/// Points that make an opening well-founded without a convention: an office with a name on a line of its own has them.
const ANCHOR: i32 = 4;

/// So many openings with one point less anchor a convention too.
const SEVERAL: usize = 3;

/// How this document prints its labels.
#[expect(clippy::struct_excessive_bools, reason = "each is evidence of its own")]
pub(crate) struct Convention {
    shape: Shape,
    /// Well-founded openings of the shape.
    strength: usize,
    /// Nearly all of them are in capitals; in mixed case; alone on their line; with speech beside them.
    capitals: bool,
    own_line: bool,
    inline: bool,
    /// Nearly all distinct labels have more than a name-like look.
    founded: bool,
    /// How far nearly all of them are set in.
    indent: Option<usize>,
    indents: Vec<usize>,
}

impl Convention {
    /// The convention of a document with these candidates; none if no shape has a well-founded opening.
    pub(crate) fn of(text: &str, lines: &[Line], candidates: &[Candidate]) -> Option<Convention> {
        let mut shapes: Vec<Shape> = candidates.iter().map(|one| one.opening.shape).collect();
        shapes.sort_unstable();
        shapes.dedup();
        let strength = |shape: Shape| -> i32 {
            let strong = |one: &&Candidate| one.opening.shape == shape && one.points >= 2;
            candidates
                .iter()
                .filter(strong)
                .map(|one| one.points.min(6))
                .sum()
        };
        let anchored = |shape: Shape| {
            let of_shape = candidates.iter().filter(|one| one.opening.shape == shape);
            let founded = of_shape.filter(|one| one.points >= ANCHOR - 1 && one.founded());
            let (n, best) = founded.fold((0, 0), |(n, best), one| (n + 1, one.points.max(best)));
            best >= ANCHOR || n >= SEVERAL
        };
        let shape = shapes
            .into_iter()
            .filter(|shape| {
                anchored(*shape)
                    && is_speech(candidates, *shape)
                    && !is_list(text, lines, candidates, *shape)
            })
            .max_by_key(|shape| (strength(*shape), std::cmp::Reverse(*shape)))?;
        let strong: Vec<&Candidate> = candidates
            .iter()
            .filter(|one| one.opening.shape == shape && one.points >= 2)
            .collect();
        let nearly_all = |test: &dyn Fn(&Candidate) -> bool| {
            5 * strong.iter().filter(|one| test(one)).count() >= 4 * strong.len()
        };
        let mut distinct: Vec<(usize, bool)> =
            strong.iter().map(|one| (one.name, one.founded())).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let indent_of = |one: &Candidate| lines[one.opening.line].indent();
        let mut indents: Vec<usize> = strong.iter().map(|one| indent_of(one)).collect();
        indents.sort_unstable();
        let usual = indents.get(indents.len() / 2).copied().unwrap_or(0);
        Some(Convention {
            shape,
            strength: strong.len(),
            capitals: nearly_all(&|one| one.opening.form.capitals || one.opening.form.role),
            own_line: nearly_all(&|one| one.opening.own_line),
            inline: nearly_all(&|one| !one.opening.own_line),
            founded: 4 * distinct.iter().filter(|(_, founded)| *founded).count()
                >= 3 * distinct.len(),
            indent: nearly_all(&|one| indent_of(one) == usual).then_some(usual),
            indents: lines.iter().map(|line| line.indent()).collect(),
        })
    }

    /// Adds what the convention says about `candidate`.
    pub(crate) fn weigh(&self, candidate: &mut Candidate) {
        let opening = &candidate.opening;
        let (form, own_line, shape) = (opening.form, opening.own_line, opening.shape);
        let indent = self.indents[opening.line];
        let named = (2..=4).contains(&form.names) && !candidate.plain;
        let fits = shape == self.shape && self.strength > 1 && candidate.prose;
        candidate.points += i32::from(fits && (named || candidate.founded()));
        let mixed = self.capitals && !form.capitals && !form.role;
        let alone = !candidate.founded();
        if shape == self.shape {
            let others = self.strength.saturating_sub(1);
            let bonus = match others {
                0 => 0,
                1 => 1,
                2..=5 => 2,
                _ => 3,
            };
            if bonus > 0 {
                candidate.give(bonus, Evidence::Convention);
            }
        }
        if mixed && shape.decoration == self.shape.decoration {
            candidate.points -= 3;
        }
        let misplaced = (self.own_line && !own_line) || (self.inline && own_line && form.names < 2);
        candidate.points -= 2 * i32::from(misplaced && shape.closing == self.shape.closing);
        candidate.points -=
            (1 + i32::from(form.names < 2)) * i32::from(self.founded && alone && self.strength > 1);
        let tight = matches!(shape.closing, Closing::Stop | Closing::Capitals);
        if tight && self.indent.is_some_and(|usual| usual != indent) {
            candidate.points -= 3;
        }
    }

    /// Whether a document of this convention may hold a label of the candidate's shape.
    pub(crate) fn admits(&self, candidate: &Candidate) -> bool {
        let shape = candidate.opening.shape;
        shape == self.shape || (shape.goes_with(self.shape) && candidate.founded())
    }
}

/// Whether the openings of a shape may open speech: most of the distinct ones are no plain words of the text, prose stands
/// after them, most are persons by their look or heard to speak, and where only a role tells that somebody talks, there is
/// more than one.
fn is_speech(candidates: &[Candidate], shape: Shape) -> bool {
    let mut distinct: Vec<&Candidate> = candidates
        .iter()
        .filter(|one| one.opening.shape == shape && one.points >= 2 - PLAIN)
        .collect();
    distinct.sort_by_key(|one| one.name);
    distinct.dedup_by_key(|one| one.name);
    let most = |test: &dyn Fn(&Candidate) -> bool| {
        2 * distinct.iter().filter(|one| test(one)).count() >= distinct.len()
    };
    let a_few = |test: &dyn Fn(&Candidate) -> bool| {
        4 * distinct.iter().filter(|one| test(one)).count() >= distinct.len()
    };
    // A line that merely ends may be a heading: it takes several persons, or names that come back, to make labels of such.
    let bare = shape.closing == Closing::LineEnd;
    let of_shape = candidates.iter().filter(|one| one.opening.shape == shape);
    let (n, founded, sure) = of_shape.fold((0usize, 0usize, 0usize), |(n, founded, sure), one| {
        let back = one.has(Evidence::Repeats) || one.has(Evidence::ShortForm);
        let sure_one = one.is_person() || back && !one.plain;
        (
            n + 1,
            founded + usize::from(one.founded()),
            sure + usize::from(sure_one),
        )
    });
    let lone_role =
        distinct.len() == 1 && distinct[0].opening.form.role && !distinct[0].has(Evidence::Repeats);
    most(&|one| !one.plain)
        && most(&|one| one.prose)
        && (a_few(&|one| one.has(Evidence::Spoken))
            || most(&|one| one.is_person() || one.opening.form.names >= 2))
        && !lone_role
        && (!bare
            || (n > 1 && 2 * founded >= n && (sure > 1 || shape.decoration != Decoration::Plain)))
}

/// Whether the openings of a shape are a list of things ("Post: name"), not speech: none of them comes back, and either
/// little is said after each or hardly one of many is a person by its look.
fn is_list(text: &str, lines: &[Line], candidates: &[Candidate], shape: Shape) -> bool {
    let of_shape: Vec<&Candidate> = candidates
        .iter()
        .filter(|one| one.opening.shape == shape)
        .collect();
    let recurs = of_shape
        .iter()
        .any(|one| one.has(Evidence::Repeats) || one.opening.form.role);
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
    !recurs && (many || 2 * short.count() > of_shape.len())
}
