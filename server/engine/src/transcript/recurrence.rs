//! Labels come back, come back in turns, and get shorter; headings and items of lists seldom do.

use crate::transcript::label::Evidence;
use crate::transcript::names::Names;
use crate::transcript::shape::{Closing, Decoration, Shape};
use crate::transcript::weigh::{Candidate, ENOUGH};

/// Points for openings that come back, come back in turns, or shorten another.
pub(crate) fn recurrence(candidates: &mut [Candidate], names: &Names<'_>) {
    let short = names.short_forms();
    let of = |closing: Closing, name: usize| name * Closing::COUNT + closing as usize;
    let mut counts = vec![0usize; names.all().len() * Closing::COUNT];
    for candidate in candidates.iter() {
        counts[of(candidate.opening.shape.closing, candidate.name)] += 1;
    }
    let alternating = alternating(candidates);
    for (candidate, alternates) in candidates.iter_mut().zip(alternating) {
        let closing = candidate.opening.shape.closing;
        let count = counts[of(closing, candidate.name)];
        match count {
            1 => {}
            2 => candidate.give(1, Evidence::Repeats),
            _ => candidate.give(2, Evidence::Repeats),
        }
        // A bare line that stands once is a heading.
        let bare =
            closing == Closing::LineEnd && candidate.opening.shape.decoration == Decoration::Plain;
        let is_somebody = candidate.is_person()
            || candidate.has(Evidence::GivenName)
            || candidate.opening.form.bracket && candidate.has(Evidence::Spoken);
        if bare && count == 1 && !short[candidate.name] && !is_somebody {
            candidate.points -= 2 * ENOUGH;
        }
        if alternates && count > 1 {
            candidate.give(1, Evidence::Alternates);
        }
        if short[candidate.name] {
            candidate.give(1, Evidence::ShortForm);
        }
    }
}

/// Whether each opening stands between two of another label of its shape, or two of its own stand around another.
fn alternating(candidates: &[Candidate]) -> Vec<bool> {
    let mut by_shape: Vec<(Shape, usize)> = candidates
        .iter()
        .enumerate()
        .map(|(at, one)| (one.opening.shape, at))
        .collect();
    by_shape.sort_unstable();
    let mut alternating = vec![false; candidates.len()];
    for three in by_shape.windows(3) {
        let [(first, a), (_, b), (last, c)] = *three else {
            continue;
        };
        let (a_name, b_name) = (candidates[a].name, candidates[b].name);
        if first == last && a_name == candidates[c].name && a_name != b_name {
            alternating[a] = true;
            alternating[c] = true;
        }
    }
    alternating
}
