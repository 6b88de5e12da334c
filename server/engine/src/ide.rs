//! What an editor may ask of a record: plain values with byte ranges and Markdown.

pub mod card;
pub mod folding;
pub mod hover;
pub mod lenses;
pub mod outline;
pub mod references;
pub mod terms;
mod vouching;

#[cfg(test)]
mod tests;

pub use folding::{Fold, FoldKind, folding};
pub use hover::{Hover, hover};
pub use lenses::{Lens, lenses};
pub use outline::{OutlineItem, OutlineKind, outline};
pub use references::{Occurrence, Target, definition, occurrences, target};
