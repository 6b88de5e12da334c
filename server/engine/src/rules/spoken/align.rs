//! How the words of a quotation lie in the record: the cheapest way to turn one into the other, within a band.

use crate::text::Span;

use super::Spoken;
use super::word::{Kind, Word};

/// A part of a quotation beside its place in the record.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::rules) struct Alignment {
    /// The first word of the record it lies beside and the one after its last; `None` if it lies nowhere.
    pub(super) record: Option<(usize, usize)>,
    /// Characters of the part.
    pub(super) n_chars: u32,
    /// Characters that differ.
    pub(super) n_changed: u32,
    /// What differs, in order; neighbouring differences are one.
    pub(in crate::rules) changes: Vec<Change>,
    /// Whether a figure or a negation differs.
    is_grave: bool,
    /// The place in the record (bytes of its text).
    pub(in crate::rules) place: Option<Span>,
    /// The part in the quotation, from its first to its last word (bytes of its text).
    pub(in crate::rules) part: Span,
}

/// A difference: words of the quotation in place of words of the record. One of the two may be empty, but not both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::rules) struct Change {
    /// In the quotation (bytes of its text).
    pub(in crate::rules) quoted: Option<Span>,
    /// In the record (bytes of its text).
    pub(in crate::rules) said: Option<Span>,
}

/// How far a quotation may run ahead or behind of the record, in words.
pub(super) fn band(n_words: usize) -> usize {
    (n_words / 5).clamp(4, 48)
}

/// Up to this share of its characters a quotation may differ.
const TOLERANCE: f64 = 0.10;

impl Alignment {
    /// Whether the part says what was said.
    pub(super) fn is_same(&self) -> bool {
        !self.is_grave
            && self.record.is_some()
            && f64::from(self.n_changed) <= TOLERANCE * f64::from(self.n_chars)
    }
}

/// What became of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Changed,
    /// Only in the quotation.
    Added,
    /// Only in the record.
    LeftOut,
}

/// Costs of one step; a change of one word for another that is like it is cheaper.
const STEP: u32 = 20;

/// Lays `words` (of `text`) beside the record of a turn, near the place `begin`.
pub(super) fn align(
    spoken: &Spoken<'_>,
    turn: usize,
    begin: isize,
    words: &[Word],
    text: &str,
) -> Alignment {
    let band = band(words.len());
    let places = spoken.places(turn);
    let begin = usize::try_from(begin).unwrap_or(0);
    let low = begin.saturating_sub(band).max(places.start).min(places.end);
    let high = (begin + words.len() + band).clamp(low, places.end);
    let record = &spoken.words[low..high];
    let steps = steps(
        record,
        words,
        spoken.text,
        text,
        begin - low.min(begin),
        band,
    );
    read_off(spoken, low, words, text, &steps)
}

/// The cheapest steps through a band of the table; the record's words before the first and behind the last are free.
/// `shift` is where in `record` the first word is expected.
fn steps(
    record: &[Word],
    words: &[Word],
    record_text: &str,
    text: &str,
    shift: usize,
    band: usize,
) -> Vec<(Step, usize, usize)> {
    let width = 2 * band + 1;
    let n = words.len();
    let first = |row: usize| (row + shift).saturating_sub(band);
    let far = u32::MAX / 2;
    let mut costs = vec![far; (n + 1) * width];
    let mut ways = vec![Step::Same; (n + 1) * width];
    let cell = |row: usize, col: usize| {
        let low = first(row);
        (col >= low && col < low + width && col <= record.len()).then(|| row * width + col - low)
    };
    for col in first(0)..(first(0) + width).min(record.len() + 1) {
        if let Some(at) = cell(0, col) {
            costs[at] = 0;
        }
    }
    for row in 0..=n {
        for col in first(row)..(first(row) + width).min(record.len() + 1) {
            let Some(at) = cell(row, col) else { continue };
            if row == 0 {
                continue;
            }
            let mut best = (far, Step::Added);
            if let Some(up) = cell(row - 1, col) {
                best = best.min_cost(costs[up] + STEP, Step::Added);
            }
            if col > 0 {
                let (word, said) = (words[row - 1], record[col - 1]);
                if let Some(across) = cell(row - 1, col - 1) {
                    let (cost, step) = if word.key == said.key {
                        (0, Step::Same)
                    } else {
                        (change(word, said, text, record_text), Step::Changed)
                    };
                    best = best.min_cost(costs[across] + cost, step);
                }
                if let Some(left) = cell(row, col - 1) {
                    best = best.min_cost(costs[left] + STEP, Step::LeftOut);
                }
            }
            (costs[at], ways[at]) = best;
        }
    }
    let ends = first(n)..(first(n) + width).min(record.len() + 1);
    let end = ends
        .filter_map(|col| Some((costs[cell(n, col)?], col)))
        .min();
    let Some((_, mut col)) = end else {
        return (0..n).map(|row| (Step::Added, row, 0)).collect();
    };
    let mut row = n;
    let mut steps = Vec::with_capacity(n);
    while row > 0 {
        let Some(at) = cell(row, col) else { break };
        let step = ways[at];
        if step != Step::LeftOut {
            row -= 1;
        }
        if step != Step::Added {
            col = col.saturating_sub(1);
        }
        steps.push((step, row, col));
    }
    steps.reverse();
    steps
}

trait Cheaper {
    fn min_cost(self, cost: u32, step: Step) -> Self;
}

impl Cheaper for (u32, Step) {
    /// The cheaper way; among equals a word that is the same, then one in place of another.
    fn min_cost(self, cost: u32, step: Step) -> Self {
        let wins = cost < self.0 || cost == self.0 && matches!(step, Step::Same | Step::Changed);
        if wins { (cost, step) } else { self }
    }
}

/// What it costs to put one word for another.
fn change(word: Word, said: Word, text: &str, record_text: &str) -> u32 {
    let (a, b) = (word.span.of(text), said.span.of(record_text));
    let is_like = a.len().abs_diff(b.len()) <= 3
        && a.chars()
            .next()
            .map(char::to_lowercase)
            .map(Iterator::collect::<String>)
            == b.chars()
                .next()
                .map(char::to_lowercase)
                .map(Iterator::collect::<String>);
    // A little dearer than leaving one out and adding one, so that words that have nothing to do with each other part.
    if is_like { STEP } else { 2 * STEP - 2 }
}

/// Reads steps as places and differences.
fn read_off(
    spoken: &Spoken<'_>,
    low: usize,
    words: &[Word],
    text: &str,
    steps: &[(Step, usize, usize)],
) -> Alignment {
    let n_chars = words.iter().map(|word| chars(text, *word)).sum();
    let mut found = Alignment {
        record: None,
        n_chars,
        n_changed: 0,
        changes: Vec::new(),
        is_grave: false,
        place: None,
        part: whole(words),
    };
    let mut open = false;
    for &(step, row, col) in steps {
        let said = spoken.words.get(low + col).copied();
        let word = words[row.min(words.len() - 1)];
        if step != Step::Added
            && let Some(said) = said
        {
            let (first, _) = found.record.unwrap_or((low + col, 0));
            found.record = Some((first, low + col + 1));
            found.place = Some(join(found.place, said.span));
        }
        let (quoted, said) = match step {
            Step::Same => {
                open = false;
                continue;
            }
            Step::Changed => (Some(word), said),
            Step::Added => (Some(word), None),
            Step::LeftOut => (None, said),
        };
        let is_grave = |word: Option<Word>| word.is_some_and(|word| word.kind != Kind::Plain);
        found.is_grave |= is_grave(quoted) || is_grave(said);
        found.n_changed += match (quoted, said) {
            (Some(quoted), Some(said)) => {
                let (a, b) = (quoted.span.of(text), said.span.of(spoken.text));
                strsim::levenshtein(&a.to_lowercase(), &b.to_lowercase()) as u32
            }
            (Some(quoted), None) => chars(text, quoted),
            (None, Some(said)) => chars(spoken.text, said),
            (None, None) => 0,
        };
        if !open {
            found.changes.push(Change {
                quoted: None,
                said: None,
            });
            open = true;
        }
        if let Some(last) = found.changes.last_mut() {
            if let Some(word) = quoted {
                last.quoted = Some(join(last.quoted, word.span));
            }
            if let Some(word) = said {
                last.said = Some(join(last.said, word.span));
            }
        }
    }
    found
}

fn join(one: Option<Span>, other: Span) -> Span {
    one.map_or(other, |one| {
        Span::new(one.start.min(other.start), one.end.max(other.end))
    })
}

fn whole(words: &[Word]) -> Span {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
        _ => Span::default(),
    }
}

fn chars(text: &str, word: Word) -> u32 {
    word.span.of(text).chars().count() as u32
}
