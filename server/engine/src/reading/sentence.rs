//! Sentences: where one ends.

use crate::text::LocalSpan;

use super::claim::Trigger;

/// A sentence of a paragraph.
#[derive(Clone, PartialEq, Debug)]
pub struct Sentence {
    /// Its bytes, without white space around.
    pub span: LocalSpan,
    /// Its words, counted as readers do.
    pub n_words: u32,
    /// Whether it asks.
    pub question: bool,
    /// What makes a strong claim of it (`language.md` T1–T7), in text order; anywhere in the sentence.
    pub triggers: Vec<Trigger>,
    /// How worth checking it is, in tenths; see the weights in [`super::claim`].
    pub score: i32,
}

/// Splits a paragraph into sentences; the whole paragraph is covered but for white space.
pub fn split(paragraph: &str) -> Vec<Sentence> {
    let trimmed = paragraph.trim();
    if trimmed.is_empty() {
        return Vec::new();
    }
    let start = paragraph.len() - paragraph.trim_start().len();
    vec![Sentence {
        span: LocalSpan::new(start, start + trimmed.len()),
        n_words: trimmed.split_whitespace().count() as u32,
        question: trimmed.ends_with('?'),
        triggers: Vec::new(),
        score: 0,
    }]
}
