//! How worth checking a sentence is.
//!
//! The score is linear so that it can be explained; its weights are those measured in `language.md` 3.7, in hundredths.

use std::fmt;

use super::claim::{is_figure, is_year};
use super::class::Class;
use super::classes::Classes;
use super::clause::Clause;
use super::token::Kind;

/// A part of a sentence's score.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// What it counts, in words.
    pub label: &'static str,
    /// How often it was counted.
    pub count: u32,
    /// What it gives or takes, in hundredths, because some weights are finer than a tenth.
    pub points: i32,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = f64::from(self.points) / 100.0;
        match self.count {
            1 => write!(f, "{} {points:+.2}", self.label),
            count => write!(f, "{} × {count} {points:+.2}", self.label),
        }
    }
}

/// How worth checking a sentence is, in tenths; 16 and more is a candidate.
pub(super) fn score(clause: &Clause, n_words: u32, question: bool) -> i32 {
    let mut points = 0;
    each_part(clause, n_words, question, |part| points += part.points);
    points.div_euclid(10)
}

/// What a sentence's score is made of; the parts that count nothing are left out.
pub(super) fn parts(clause: &Clause, n_words: u32, question: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    each_part(clause, n_words, question, |part| parts.push(part));
    parts
}

/// The classes counted word by word: label, class, hundredths a word, the most counted.
const COUNTED: [(&str, Class, i32, u32); 10] = [
    ("number words, shares and money", Class::FigureWord, 90, 2),
    ("extremes", Class::Extreme, 70, 2),
    ("words of change", Class::Change, 60, 2),
    ("acts on public record", Class::PublicAct, 50, 2),
    ("causes", Class::Cause, 40, 1),
    ("verbs in the past", Class::Past, 35, 3),
    ("matters of policy", Class::Policy, 25, 4),
    ("opinion or duty", Class::Opinion, -80, 2),
    ("future or condition", Class::Conditional, -35, 2),
    ("words to the listener", Class::Second, -25, 2),
];

fn each_part(clause: &Clause, n_words: u32, question: bool, mut tell: impl FnMut(Part)) {
    let mut part = |label, weight: i32, count: u32, most: u32| {
        let count = count.min(most);
        if count > 0 {
            let points = weight * i32::try_from(count).unwrap_or(0);
            tell(Part {
                label,
                count,
                points,
            });
        }
    };
    let Tally {
        counted,
        figures,
        years,
        names,
        greetings,
    } = Tally::of(clause);
    part("figures", 130, figures, 2);
    part("a year", 60, years, 1);
    for ((label, _, weight, most), count) in COUNTED.into_iter().zip(counted) {
        part(label, weight, count, most);
    }
    part("names", 35, names, 3);
    part("courtesy", -150, greetings, 1);
    part("a question", -200, u32::from(question), 1);
    match n_words {
        0..5 => part("very short", -250, 1, 1),
        5..8 => part("short", -100, 1, 1),
        8..12 => {}
        _ => part("long enough", 40, 1, 1),
    }
}

/// All that counts in the score of every class of [`COUNTED`].
const COUNTING: Classes = {
    let mut classes = [Class::Greeting; COUNTED.len() + 1];
    let mut nth = 0;
    while nth < COUNTED.len() {
        classes[nth] = COUNTED[nth].1;
        nth += 1;
    }
    Classes::of(&classes)
};

/// How often each thing stands in a sentence.
#[derive(Default)]
struct Tally {
    /// In the order of [`COUNTED`].
    counted: [u32; COUNTED.len()],
    figures: u32,
    years: u32,
    names: u32,
    greetings: u32,
}

impl Tally {
    /// Counts in one pass; most words count for nothing.
    fn of(clause: &Clause) -> Tally {
        let mut tally = Tally::default();
        for (at, token) in clause.tokens.iter().enumerate() {
            if token.any(COUNTING) {
                for (count, (_, class, ..)) in tally.counted.iter_mut().zip(COUNTED) {
                    *count += u32::from(token.is(class));
                }
                tally.greetings += u32::from(token.is(Class::Greeting));
            }
            if token.kind == Kind::Number {
                tally.figures += u32::from(is_figure(clause, at));
                tally.years += u32::from(is_year(token.of(clause.text)));
            }
            tally.names += u32::from(at > 0 && token.capital && !token.is(Class::Subject));
        }
        tally
    }
}
