//! Quotations made from invented turns, with the changes newspapers make: which are told, and which are not.

use super::{Quoted, Spoken, search};
use crate::text::Span;

/// A small generator of numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const SUBJECTS: &[&str] = &[
    "the council",
    "our government",
    "the northern province",
    "every farmer in the valley",
    "the port of Zenda",
    "my ministry",
    "the delegation from Streslau",
    "the old bridge company",
];
const VERBS: &[&str] = &[
    "has agreed to pay for",
    "will not accept",
    "did not ask for",
    "must rebuild",
    "has opened the road to",
    "cannot leave out",
    "would like to see more of",
    "is ready to talk about",
    "has never signed",
];
const OBJECTS: &[&str] = &[
    "the new harbour",
    "a treaty on fishing",
    "the repair of twelve schools",
    "the wheat that was promised",
    "the railway along the coast",
    "an honest count of the votes",
    "lower duties on salt and iron",
    "the return of the lost archive",
];
const TAILS: &[&str] = &[
    "before the harvest is in",
    "although 40 of its members were against it",
    "because nobody else will do it",
    "as we told our friends in March",
    "and that costs 300 crowns a year",
    "while the other side is still waiting",
    "for the sake of those who come after us",
];
const OTHERS: &[&str] = &[
    "splendid",
    "yesterday",
    "mountain",
    "quarrel",
    "doubtful",
    "generous",
    "letter",
    "winter",
    "stranger",
    "music",
];

fn sentence(dice: &mut Dice) -> String {
    let (subject, verb, object, tail) = (
        dice.of(SUBJECTS),
        dice.of(VERBS),
        dice.of(OBJECTS),
        dice.of(TAILS),
    );
    let mut sentence = format!("{subject} {verb} {object} {tail}.");
    if let Some(first) = sentence.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// What is done to the words of a sentence, and whether it is still what was said.
fn edited(kind: usize, said: &str, dice: &mut Dice) -> Option<(String, bool)> {
    let words: Vec<&str> = said.trim_end_matches('.').split(' ').collect();
    let middle = 3 + dice.below(words.len() - 6);
    let joined = |words: &[&str]| words.join(" ");
    Some(match kind {
        0 => (said.to_owned(), true),
        1 => (format!("{},", joined(&words).to_lowercase()), true),
        2 => (
            format!(
                "{} … {}",
                joined(&words[..middle]),
                joined(&words[middle + 1..])
            ),
            true,
        ),
        3 => (
            format!(
                "{} [as is well known] {}",
                joined(&words[..middle]),
                joined(&words[middle..])
            ),
            true,
        ),
        4 => (joined(&words[2..]), true),
        5 => (
            said.replace(" will not ", " won’t ")
                .replace(" did not ", " didn't ")
                .replace("300", "three hundred")
                .replace("twelve", "12"),
            !said.contains("300"),
        ),
        6 if said.contains(" not ") => (said.replacen(" not ", " ", 1), false),
        6 if said.contains(" never ") => (said.replacen(" never ", " ", 1), false),
        7 if said.contains("40") => (said.replace("40", "400"), false),
        7 if said.contains("twelve") => (said.replace("twelve", "twenty"), false),
        8 => {
            let mut words = words.clone();
            for at in 0..3 {
                let place = (middle + 2 * at) % words.len();
                words[place] = dice.of(OTHERS);
            }
            (joined(&words), false)
        }
        9 if said.contains(" has agreed ") => {
            (said.replace(" has agreed ", " has not agreed "), false)
        }
        10 => {
            let others: Vec<&str> = (0..9).map(|_| dice.of(OTHERS)).collect();
            (others.join(" "), false)
        }
        _ => return None,
    })
}

#[test]
fn changes_of_sense_are_told_and_ways_of_quoting_are_not() {
    let mut dice = Dice(7);
    let mut text = String::new();
    let mut turns: Vec<Vec<Span>> = Vec::new();
    let mut said = Vec::new();
    for turn in 0..40 {
        let start = text.len();
        for _ in 0..3 {
            let sentence = sentence(&mut dice);
            text.push_str(&sentence);
            text.push(' ');
            said.push((turn, sentence));
        }
        turns.push(vec![Span::new(start, text.len())]);
    }
    let record_end = text.len();
    let mut quotes = Vec::new();
    let mut truth = Vec::new();
    for (turn, sentence) in &said {
        for kind in 0..11 {
            if let Some((quote, is_same)) = edited(kind, sentence, &mut dice) {
                let start = text.len();
                text.push_str(&quote);
                quotes.push(Span::new(start, text.len()));
                truth.push((*turn, kind, is_same));
            }
        }
    }
    let looked_up: Vec<Quoted> = quotes
        .iter()
        .map(|inner| Quoted::of(&text, *inner))
        .collect();
    let spoken = Spoken::of(&text[..record_end], turns);
    // Turns of even number are of one speaker, the others of another.
    let is_own = |quote: usize, turn: usize| truth[quote].0 % 2 == turn % 2;
    let answers = search(&spoken, &looked_up, &text, is_own);
    let (mut right, mut false_alarms, mut missed) = (0, Vec::new(), Vec::new());
    for ((answer, (_, kind, is_same)), span) in answers.iter().zip(&truth).zip(&quotes) {
        let is_told = !answer.own.as_ref().is_some_and(super::Found::is_same);
        match (is_told, is_same) {
            (true, false) => right += 1,
            (true, true) => false_alarms.push((kind, span.of(&text))),
            (false, false) => missed.push((kind, span.of(&text))),
            (false, true) => {}
        }
    }
    // At least 98 of 100 findings right, at least 95 of 100 changes found.
    assert!(right > 200, "{right}");
    assert!(false_alarms.len() * 98 <= right * 2, "{false_alarms:#?}");
    assert!(missed.len() * 95 <= right * 5, "{missed:#?}");
}

#[test]
fn words_of_another_speaker_are_found_there() {
    let text = "We will mend the bridge in May. The mill is sold to nobody. We will mend the bridge in May";
    let turns = [vec![Span::new(0, 31)], vec![Span::new(32, 59)]];
    let spoken = Spoken::of(text, turns);
    let quote = Quoted::of(text, Span::new(60, text.len()));
    let answers = search(&spoken, &[quote], text, |_, turn| turn == 1);
    assert!(answers[0].own.is_none());
    assert_eq!(answers[0].other.as_ref().map(|found| found.turn), Some(0));
}

#[test]
fn nothing_to_look_in_or_for_finds_nothing() {
    let empty: [Vec<Span>; 0] = [];
    let spoken = Spoken::of("", empty);
    let quote = Quoted::of("We will mend it", Span::new(0, 15));
    let answers = search(
        &spoken,
        &[quote, Quoted::default()],
        "We will mend it",
        |_, _| true,
    );
    assert!(
        answers
            .iter()
            .all(|answer| answer.own.is_none() && answer.other.is_none())
    );
}
