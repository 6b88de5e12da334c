//! A transcript as a gapless list of passages, each with one voice, and the speaker turns among them.
//!
//! Where a turn begins is decided over the whole document: a labelling convention repeats, a single line cannot be judged.

pub mod date;
pub mod label;
pub mod passage;

use crate::text::Span;

pub use date::{DateOrigin, DocumentDate};
pub use label::{Evidence, Label};
pub use passage::{FurnitureKind, Issuer, Passage, Turn, Voice, Zone};

/// What is known of names and offices while labels are weighed; the registry is one, a test may be another.
pub trait Roster {
    /// Whether `words` (a label without its closing mark) name a known person, with or without a title.
    fn knows_person(&self, words: &str) -> bool;
    /// Whether `words` name a known office, alone or before a name.
    fn knows_office(&self, words: &str) -> bool;
}

/// A roster that knows nobody.
pub struct EmptyRoster;

impl Roster for EmptyRoster {
    fn knows_person(&self, _: &str) -> bool {
        false
    }
    fn knows_office(&self, _: &str) -> bool {
        false
    }
}

/// A document split into passages and turns.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Transcript {
    /// Passages in text order; they cover the text without gap or overlap.
    pub passages: Vec<Passage>,
    /// Speaker turns in text order; empty turns are turns.
    pub turns: Vec<Turn>,
    /// The document's own date, if the text or its name tells one.
    pub date: Option<DocumentDate>,
    /// Whether lines are wrapped by hand, so that a line break does not end a paragraph.
    pub wrapped: bool,
}

impl Transcript {
    /// Splits `text`. `name` is the document's file name without folders, which may hold its date; empty if there is none.
    pub fn read(text: &str, name: &str, roster: &dyn Roster) -> Transcript {
        let _ = (name, roster);
        Transcript {
            passages: vec![Passage {
                span: Span::new(0, text.len()),
                body: Span::new(0, text.len()),
                voice: Voice::Narrator,
            }],
            ..Transcript::default()
        }
    }

    /// The paragraphs of a passage's body, in document bytes: runs of lines up to a blank line where lines are
    /// wrapped by hand, single lines elsewhere; without the white space around them; never empty.
    pub fn paragraphs(&self, text: &str, passage: &Passage) -> Vec<Span> {
        let body = passage.body.of(text);
        let mut spans = Vec::new();
        for line in body.split_inclusive('\n') {
            let from = line.as_ptr() as usize - text.as_ptr() as usize;
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let start = from + (line.len() - line.trim_start().len());
                spans.push(Span::new(start, start + trimmed.len()));
            }
        }
        spans
    }
}
