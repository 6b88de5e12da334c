//! The outline: passages and turns as a tree.

use crate::record::Record;
use crate::text::Span;

/// A line of the outline.
#[derive(Clone, PartialEq, Debug)]
pub struct OutlineItem {
    /// What is shown: a turn's label, a block's issuer, a section's first words.
    pub name: String,
    /// Speaker and word count, or what the part is.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// All of it (document bytes).
    pub span: Span,
    /// The words that name it, inside `span`.
    pub name_span: Span,
    /// Parts of it.
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
    /// Page furniture.
    Furniture,
}

/// The outline, in text order.
pub fn outline(record: &Record) -> Vec<OutlineItem> {
    let _ = record;
    Vec::new()
}
