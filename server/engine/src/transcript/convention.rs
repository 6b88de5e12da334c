//! How a document prints its labels, found by letting the shapes compete, and what that says about each opening.

use crate::transcript::contest::contest;
use crate::transcript::label::Evidence;
use crate::transcript::line::Line;
use crate::transcript::shape::{Closing, Shape};
use crate::transcript::style::InForce;
use crate::transcript::verdict::{LabelConvention, Loss, Rival};
use crate::transcript::weigh::Candidate;

/// How this document prints its labels.
#[expect(clippy::struct_excessive_bools, reason = "each is evidence of its own")]
pub(crate) struct Convention {
    shape: Shape,
    /// The only shapes the project allows; empty if it fixes none.
    fixed: Vec<Shape>,
    /// Shapes after which nobody speaks, however well they go with it.
    mute: Vec<Shape>,
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
}

impl Convention {
    /// The conventions of a document with these candidates, the main one first, and the verdict in words; none if no shape
    /// has a well-founded opening. A document has several where its parts print labels in different ways.
    pub(crate) fn of(
        text: &str,
        lines: &[Line],
        candidates: &[Candidate],
        style: &InForce,
    ) -> Option<(Vec<Convention>, LabelConvention)> {
        let mut contest = contest(text, lines, candidates, style);
        contest.sort_by_key(|one| {
            let favoured = if style.favours(one.shape) { 3 } else { 2 };
            (one.loss.is_some(), -(favoured * one.points), one.shape)
        });
        let winner = contest.first().filter(|first| first.loss.is_none())?;
        let shape = winner.shape;
        let mut accepted = vec![winner];
        for rival in contest[1..].iter().filter(|one| one.loss.is_none()) {
            // Another part of the document may print its labels in another way.
            if rival.n > 1 && accepted.iter().all(|one| one.is_apart(rival)) {
                accepted.push(rival);
            }
        }
        let mute: Vec<Shape> = contest
            .iter()
            .filter(|one| {
                // A single "Q" is one all the same.
                let weak = !matches!(one.shape.closing, Closing::Colon | Closing::Gap);
                weak && one.loss == Some(Loss::NoSpeech)
            })
            .map(|one| one.shape)
            .collect();
        let conventions = accepted
            .iter()
            .map(|one| Convention {
                mute: mute.clone(),
                ..Convention::with(one.shape, lines, candidates, style)
            })
            .collect();
        let rivals = contest[1..].iter().filter(|one| one.n > 0);
        let verdict = LabelConvention {
            printed: shape.to_string(),
            name: shape.name(),
            n_openings: winner.n,
            points: winner.points,
            fixed: !style.fixed.is_empty(),
            house: style.house.filter(|_| style.favours(shape)),
            rivals: rivals
                .map(|one| Rival {
                    printed: one.shape.to_string(),
                    n_openings: one.n,
                    points: one.points,
                    why: match one.loss {
                        Some(loss) => loss,
                        None if accepted.iter().any(|other| other.shape == one.shape) => {
                            Loss::OtherPart
                        }
                        None => Loss::Weaker,
                    },
                })
                .collect(),
        };
        Some((conventions, verdict))
    }

    fn with(shape: Shape, lines: &[Line], candidates: &[Candidate], style: &InForce) -> Convention {
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
        Convention {
            shape,
            fixed: style.fixed.clone(),
            mute: Vec::new(),
            strength: strong.len(),
            capitals: nearly_all(&|one| one.opening.form.capitals || one.opening.form.role),
            own_line: nearly_all(&|one| one.opening.own_line),
            inline: nearly_all(&|one| !one.opening.own_line),
            founded: 4 * distinct.iter().filter(|(_, founded)| *founded).count()
                >= 3 * distinct.len(),
            indent: nearly_all(&|one| indent_of(one) == usual).then_some(usual),
        }
    }

    /// Adds what the convention says about `candidate`.
    pub(crate) fn weigh(&self, candidate: &mut Candidate, lines: &[Line]) {
        if self.fixed.contains(&candidate.opening.shape) {
            candidate.give(2, Evidence::Declared);
        }
        let opening = &candidate.opening;
        let (form, own_line, shape) = (opening.form, opening.own_line, opening.shape);
        let indent = lines[opening.line].indent();
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

    /// The shape of its labels.
    pub(crate) fn shape(&self) -> Shape {
        self.shape
    }

    /// Whether a document of this convention may hold a label of the candidate's shape.
    pub(crate) fn admits(&self, candidate: &Candidate) -> bool {
        let shape = candidate.opening.shape;
        if !self.fixed.is_empty() {
            return self.fixed.contains(&shape);
        }
        let speaks = || !self.mute.contains(&shape) && candidate.founded();
        shape == self.shape || shape.goes_with(self.shape) && speaks()
    }
}
