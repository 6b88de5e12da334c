//! What can be folded: turns, runs of turns, statements, sections of narrative, page furniture.

use memchr::memchr2;

use crate::record::Record;
use crate::text::Span;
use crate::transcript::Zone;

use super::outline::parts::{Part, parts, trim};

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
    for part in parts(record) {
        push(&part, &mut folds);
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
    folds.retain(|fold| memchr2(b'\n', b'\r', fold.span.of(record.content()).as_bytes()).is_some());
    folds.sort_by_key(|fold| (fold.span.start, usize::MAX - fold.span.end, fold.kind));
    folds.dedup_by_key(|fold| fold.span);
    folds
}

fn push(part: &Part, folds: &mut Vec<Fold>) {
    folds.push(Fold {
        span: part.span,
        kind: FoldKind::Region,
    });
    for child in &part.children {
        push(child, folds);
    }
}
