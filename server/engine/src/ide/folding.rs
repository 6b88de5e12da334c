//! What can be folded: turns, blocks, narrative sections, furniture runs.

use crate::record::Record;
use crate::text::Span;

/// A stretch that can be folded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fold {
    /// All of it (document bytes).
    pub span: Span,
    /// What it is.
    pub kind: FoldKind,
}

/// What a fold is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FoldKind {
    /// A turn, block or section.
    Region,
    /// Page furniture.
    Furniture,
}

/// Every fold, in text order.
pub fn folding(record: &Record) -> Vec<Fold> {
    let _ = record;
    Vec::new()
}
