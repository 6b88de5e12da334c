//! The outline: passages and turns as a tree.
//!
//! A run of turns becomes one part with the turns beneath it, unless the document is nothing but turns.
//! Headings name the part that follows them; other furniture is left out, being nothing one would go to.

pub mod parts;

use crate::record::Record;
use crate::text::Span;
use crate::transcript::Voice;

pub use parts::{Holds, Part, parts};

/// A line of the outline.
#[derive(Clone, PartialEq, Debug)]
pub struct OutlineItem {
    /// What is shown: a turn's label, a block's issuer, a section's heading or first words. Never empty.
    pub name: String,
    /// Speaker and word count, or what the part is.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// All of it (document bytes).
    pub span: Span,
    /// The words that name it, inside `span`.
    pub name_span: Span,
    /// Parts of it, inside `span`, in text order.
    pub children: Vec<OutlineItem>,
}

/// What a line of the outline stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutlineKind {
    /// A run of turns.
    Transcript,
    /// A speaker's turn.
    Turn,
    /// A reproduced statement.
    Block,
    /// The outlet's own text.
    Narrative,
}

/// How much of a section's first line is shown as its name, in characters.
const NAME_LENGTH: usize = 60;

/// The outline, in text order.
pub fn outline(record: &Record) -> Vec<OutlineItem> {
    let parts = parts(record);
    parts.iter().map(|part| part.told(record)).collect()
}

impl Part {
    /// What is shown for it: a turn's label, a block's issuer, a section's heading or first words. Never empty, one line.
    pub fn name(&self, record: &Record) -> String {
        let called = || one_line(self.called.of(record.content()));
        match self.kind {
            OutlineKind::Transcript => "Transcript".to_owned(),
            OutlineKind::Turn | OutlineKind::Block => called(),
            OutlineKind::Narrative => shortened(&called()),
        }
    }

    /// Speaker and word count, or what the part is.
    pub fn detail(&self, record: &Record) -> String {
        match (self.kind, &self.holds) {
            (_, Holds::Turn(number)) => self.of_turn(record, *number),
            (_, Holds::Children) => counted(self.children.len(), "turn"),
            (OutlineKind::Block, Holds::Passages(passages)) => {
                let passages = passages.clone().filter(|passage| {
                    let voice = &record.transcript().passages[*passage].voice;
                    matches!(voice, Voice::Issuer(_))
                });
                format!("statement · {}", words(n_words(record, passages)))
            }
            (_, Holds::Passages(passages)) => {
                format!("narrative · {}", words(n_words(record, passages.clone())))
            }
        }
    }

    fn of_turn(&self, record: &Record, number: usize) -> String {
        let turn = &record.transcript().turns[number];
        let words = if turn.speech.is_none() {
            "empty".to_owned()
        } else {
            words(n_words(record, turn.passages.iter().copied()))
        };
        let speaker = record.speakers().get(number);
        let name = speaker.and_then(|speaker| speaker.name.as_deref());
        // Who is called by the whole name need not be told again.
        let said = self.called.of(record.content()).split_whitespace();
        match name {
            Some(name) if !said.eq(name.split(' ')) => format!("{name} · {words}"),
            _ => words,
        }
    }

    fn told(&self, record: &Record) -> OutlineItem {
        let children = self.children.iter().map(|child| child.told(record));
        OutlineItem {
            name: self.name(record),
            detail: self.detail(record),
            kind: self.kind,
            span: self.span,
            name_span: self.name_span,
            children: children.collect(),
        }
    }
}

fn n_words(record: &Record, passages: impl Iterator<Item = usize>) -> usize {
    let paragraphs = record.paragraphs();
    let mut n_words = 0;
    for passage in passages {
        let first = paragraphs.partition_point(|paragraph| paragraph.passage < passage);
        let inside = paragraphs[first..].iter();
        n_words += inside
            .take_while(|paragraph| paragraph.passage == passage)
            .flat_map(|paragraph| &paragraph.reading.sentences)
            .map(|sentence| sentence.n_words as usize)
            .sum::<usize>();
    }
    n_words
}

fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.is_empty() {
        "…".to_owned()
    } else {
        line
    }
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(NAME_LENGTH) {
        Some((end, _)) => {
            let cut = line[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &line[..cut])
        }
        None => line.to_owned(),
    }
}

fn words(n_words: usize) -> String {
    counted(n_words, "word")
}

fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}
