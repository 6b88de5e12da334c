//! Who is spoken to by name: "Thank you, Mr. Krone." before `KRONE:`, or "I see, Ada." behind what Ada said.

use crate::transcript::common::SAMPLE;
use crate::transcript::label::Evidence;
use crate::transcript::lexicon::LEXICON;
use crate::transcript::line::{Line, is_space};
use crate::transcript::names::Names;
use crate::transcript::shape::Shape;
use crate::transcript::weigh::Candidate;

/// How many openings of one label are looked around.
const LOOKS: u8 = 3;

/// How many lines of a neighbouring turn are looked through.
const NEAR: usize = 8;

/// Points for labels of people who are spoken to in the turn before theirs or in the one after it.
pub(crate) fn addressed(
    text: &str,
    lines: &[Line],
    candidates: &mut [Candidate],
    names: &Names<'_>,
) {
    let mut by_shape: Vec<(Shape, usize)> = candidates
        .iter()
        .enumerate()
        .map(|(at, one)| (one.opening.shape, at))
        .collect();
    by_shape.sort_unstable();
    let mut looked = vec![0u8; names.all().len()];
    let mut found = vec![false; names.all().len()];
    for (place, &(shape, at)) in by_shape.iter().enumerate() {
        let candidate = &candidates[at];
        let name = candidate.name;
        // People of whom more is known need no more, and nobody speaks to those who do not speak.
        let known = candidate.is_person() || !candidate.has(Evidence::Spoken);
        if known || found[name] || looked[name] >= LOOKS {
            continue;
        }
        let Some(word) = spoken_name(&names.all()[name].surname) else {
            continue;
        };
        looked[name] += 1;
        let own = candidate.opening.line;
        if lines[own].end > SAMPLE {
            continue;
        }
        let line_of = |place: usize| {
            let (other, at) = *by_shape.get(place)?;
            (other == shape).then(|| candidates[at].opening.line)
        };
        let before = place.checked_sub(1).and_then(line_of);
        let next = line_of(place + 1);
        let behind = line_of(place + 2).unwrap_or(lines.len());
        let before = before.map(|from| &lines[from.max(own.saturating_sub(NEAR))..own]);
        let next = next.map(|from| &lines[from..behind.min(from + NEAR)]);
        found[name] = [before, next]
            .into_iter()
            .flatten()
            .flatten()
            .take_while(|line| line.end <= SAMPLE)
            .any(|line| speaks_to(line.of(text), word));
    }
    for candidate in candidates {
        if found[candidate.name] && !candidate.is_person() {
            candidate.give(1, Evidence::Addressed);
        }
    }
}

/// The word by which somebody is spoken to; none for initials.
fn spoken_name(surname: &str) -> Option<&str> {
    (surname.len() > 2 && surname.chars().all(char::is_alphabetic)).then_some(surname)
}

/// Whether somebody of this name, in lower case, is spoken to in `line`.
fn speaks_to(line: &str, name: &str) -> bool {
    spoken_to(line).any(|word| word.len() == name.len() && word.to_lowercase() == name)
}

/// The words of a line by which somebody may be spoken to: behind a title, or between marks.
pub(crate) fn spoken_to(line: &str) -> impl Iterator<Item = &str> {
    let mut words = line.split_inclusive(is_space).peekable();
    let mut before = ",";
    std::iter::from_fn(move || {
        while let Some(word) = words.next() {
            let bare = word.trim_end_matches(is_space);
            let core = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
            let was = std::mem::replace(&mut before, bare);
            let parted = core.len() < bare.len() || words.peek().is_none();
            let is_called = was.ends_with([',', '—', '–']) && parted;
            if core.starts_with(char::is_uppercase) && (is_called || LEXICON.titles.knows(was)) {
                return Some(core);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_behind_a_title_or_between_marks_is_spoken_to() {
        for line in [
            "I thank Mr. Krone for this.",
            "Thank you, Krone.",
            "Krone, is it so?",
            "And you, KRONE?",
        ] {
            assert!(speaks_to(line, "krone"), "{line}");
        }
        for line in [
            "The krone fell.",
            "Take, krone, a boat.",
            "It was Krone who came.",
            "In Krone they met.",
        ] {
            assert!(!speaks_to(line, "krone"), "{line}");
        }
    }

    #[test]
    fn a_label_whose_bearer_is_spoken_to_says_so() {
        use crate::transcript::{EmptyRoster, Transcript};
        let text = "Vane: Is it open, Krone?\n\nKrone: It is, I am sure.\n\nVane: Thank you, Krone.\n\nMar: Do you say it is deep?\n\nKrone: I do.\n\nMar: Good.\n";
        let transcript = Transcript::read(text, "", &EmptyRoster);
        let addressed = |label: &str| {
            let mut turns = transcript.turns.iter();
            turns.any(|turn| {
                turn.label.span.of(text) == label && turn.evidence.contains(&Evidence::Addressed)
            })
        };
        assert!(addressed("Krone") && !addressed("Mar"));
    }
}
