//! What can be folded: turns, runs of turns, statements, sections of narrative, page furniture.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::Zone;

use super::outline::{OutlineItem, outline, trim};

/// A stretch that can be folded; it holds more than one line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fold {
    /// All of it (document bytes).
    pub span: Span,
    /// What it is.
    pub kind: FoldKind,
}

/// What a fold is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FoldKind {
    /// A turn, a run of turns, a statement, a section.
    Region,
    /// Page furniture.
    Furniture,
}

/// Every fold, in text order, outer before inner.
pub fn folding(record: &Record) -> Vec<Fold> {
    let mut folds = Vec::new();
    for item in outline(record) {
        push(&item, &mut folds);
    }
    let passages = &record.transcript().passages;
    for run in passages.chunk_by(|a, b| a.zone() == b.zone()) {
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && first.zone() == Zone::Furniture
        {
            let span = trim(record.content(), Span::new(first.span.start, last.span.end));
            folds.push(Fold {
                span,
                kind: FoldKind::Furniture,
            });
        }
    }
    folds.retain(|fold| fold.span.of(record.content()).contains(['\n', '\r']));
    folds.sort_by_key(|fold| (fold.span.start, usize::MAX - fold.span.end, fold.kind));
    folds.dedup_by_key(|fold| fold.span);
    folds
}

fn push(item: &OutlineItem, folds: &mut Vec<Fold>) {
    folds.push(Fold {
        span: item.span,
        kind: FoldKind::Region,
    });
    for child in &item.children {
        push(child, folds);
    }
}
