//! Why a line that might open a turn opens none: which evidence it has, what speaks against it, what its shape lacks.
//!
//! Nothing is kept of this while a document is split; whoever asks has it split once more.

use crate::text::Span;
use crate::transcript::Roster;
use crate::transcript::contest::contest;
use crate::transcript::convention::Convention;
use crate::transcript::head;
use crate::transcript::label::Evidence;
use crate::transcript::line::{Line, lines};
use crate::transcript::opening::{openings, unlikely};
use crate::transcript::style::Style;
use crate::transcript::surroundings::surroundings;
use crate::transcript::weigh::{Candidate, ENOUGH, candidates};

/// A part of a line that has the place of a label and is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refused {
    /// Its words (document bytes).
    pub label: Span,
    /// How it would be printed, in words; empty where the words alone tell that it is none.
    pub printed: String,
    /// What speaks for it, strongest first.
    pub evidence: Vec<Evidence>,
    /// Why it is none, as phrases, the gravest first; never empty.
    pub why: Vec<String>,
}

/// What might open a turn on the lines that `asked` touches and does not; the likeliest reading of each line.
pub fn refused(style: &Style, text: &str, roster: &dyn Roster, asked: Span) -> Vec<Refused> {
    let style = style.in_force(text);
    let lines = lines(text, 0);
    let matter = head::front_matter(text, &lines);
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate().skip(matter) {
        if !line.is_blank() {
            let next = lines.get(at + 1).copied();
            openings(text, *line, at, next, &style.words, &mut found);
        }
    }
    let (mut candidates, _) = candidates(text, &lines, found, roster);
    let shapes = contest(text, &lines, &candidates, &style);
    let conventions = Convention::of(text, &lines, &candidates, &style).map(|(all, _)| all);
    let from = lines.partition_point(|line| line.end <= asked.start);
    let touched = lines[from..]
        .iter()
        .take_while(|line| line.start < asked.end.max(asked.start + 1));
    let mut refused = Vec::new();
    for (nth, line) in touched.enumerate() {
        let at = from + nth;
        let first = candidates.partition_point(|one| one.opening.line < at);
        let n = candidates[first..]
            .iter()
            .take_while(|one| one.opening.line == at)
            .count();
        let of_line = &mut candidates[first..first + n];
        let mut best: Option<(i32, Refused)> = None;
        let mut is_label = false;
        for candidate in of_line {
            let mut why = Vec::new();
            let shape = candidate.opening.shape;
            let contestant = shapes.iter().find(|one| one.shape == shape);
            if let Some(loss) = contestant.and_then(|one| one.loss) {
                why.push(format!("labels {shape}, are none here: {loss}"));
            }
            if let Some(conventions) = &conventions {
                let own = conventions.iter().find(|one| one.shape() == shape);
                let convention = own.unwrap_or(&conventions[0]);
                convention.weigh(candidate, &lines);
                if candidate.points >= ENOUGH && convention.admits(candidate) {
                    is_label = true;
                    break;
                }
                if why.is_empty() && !convention.admits(candidate) {
                    why.push(format!(
                        "the labels of this document are {}",
                        convention.shape()
                    ));
                }
            }
            lacks(text, &lines, candidate, &mut why);
            let reading = Refused {
                label: candidate.opening.label,
                printed: shape.to_string(),
                evidence: candidate.evidence(),
                why,
            };
            if best
                .as_ref()
                .is_none_or(|(points, _)| candidate.points > *points)
            {
                best = Some((candidate.points, reading));
            }
        }
        if is_label {
            continue;
        }
        let by_words = || {
            let (label, why) = unlikely(text, *line, lines.get(at + 1).copied())?;
            Some(Refused {
                label,
                printed: String::new(),
                evidence: Vec::new(),
                why: vec![why.to_owned()],
            })
        };
        refused.extend(best.map(|(_, reading)| reading).or_else(by_words));
    }
    refused
}

/// Adds what the candidate lacks and what speaks against it.
fn lacks(text: &str, lines: &[Line], candidate: &Candidate, why: &mut Vec<String>) {
    let against = surroundings(text, lines, &candidate.opening).against();
    why.extend(against.into_iter().map(str::to_owned));
    if candidate.plain {
        why.push("its words are plain words of the text".to_owned());
    }
    if !candidate.prose {
        why.push("nothing is said after it".to_owned());
    }
    let form = candidate.opening.form;
    let misses = [
        (!candidate.is_person(), "no title, office or known person"),
        (!candidate.has(Evidence::Repeats), "it does not come back"),
        (
            !candidate.has(Evidence::BlankBefore),
            "no blank line before it",
        ),
        (
            !candidate.has(Evidence::Spoken),
            "nobody speaks in the first or second person after it",
        ),
        (form.strange > 0, "it has words that names do not have"),
        (form.number, "it has a number"),
    ];
    let missing = misses.into_iter().filter(|(is, _)| *is);
    why.extend(missing.map(|(_, phrase)| phrase.to_owned()));
    if candidate.points < ENOUGH {
        why.push(format!(
            "{} of the {ENOUGH} points that a label needs",
            candidate.points
        ));
    } else if why.is_empty() {
        why.push("another reading of the line is likelier".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::EmptyRoster;

    const TALK: &str = "Ada Vane: We begin at noon, and\nThe pier: it is ready, I think.\n\nOtto Krone: Thank you.\n\nOne more thing: it rains.\n\nAda Vane: I agree.\n\nLakeland: “We do not.”\n\nHarbour Master — a boat.\n";

    fn why(line: &str) -> Option<(&'static str, String)> {
        let start = TALK.find(line).unwrap();
        let asked = Span::new(start, start + line.len());
        let all = refused(&Style::default(), TALK, &EmptyRoster, asked);
        all.first()
            .map(|one| (one.label.of(TALK), one.why.join("; ")))
    }

    #[test]
    fn a_line_that_is_no_label_says_what_it_lacks() {
        let (label, told) = why("The pier: it").unwrap();
        assert_eq!(label, "The pier");
        assert_eq!(told, "there is neither a name nor an office in it");
        let (label, told) = why("One more thing").unwrap();
        assert_eq!(label, "One more thing");
        assert_eq!(told, "it begins with a word that opens sentences");
        let (label, told) = why("Lakeland: “").unwrap();
        assert_eq!(label, "Lakeland");
        assert!(told.contains("what follows is a quotation"), "{told}");
        assert!(told.contains("it does not come back"), "{told}");
        assert!(told.contains("points that a label needs"), "{told}");
        let (_, told) = why("Harbour Master").unwrap();
        assert!(
            told.contains("none here") || told.contains("are plain, closed by a colon"),
            "{told}"
        );
    }

    #[test]
    fn a_label_and_plain_prose_are_not_refused() {
        assert_eq!(why("Otto Krone: Thank"), None);
        let text =
            "The talks went on until late, and nobody left the hall before they were over.\n";
        let all = refused(&Style::default(), text, &EmptyRoster, Span::new(0, 10));
        assert_eq!(all, []);
    }
}
