//! What an editor may ask of a record: plain values with byte ranges and Markdown.

mod asides;
pub mod calls;
pub mod card;
pub mod completion;
pub mod elsewhere;
pub mod folding;
pub mod hints;
pub mod hover;
pub mod labels;
pub mod lenses;
pub mod letters;
pub mod links;
mod meant;
pub mod outline;
pub mod paint;
mod plain;
pub mod references;
pub mod rename;
pub mod selection;
pub mod sheet;
pub mod targets;
pub mod terms;
mod vouching;

#[cfg(test)]
mod tests;

pub use completion::{Completion, CompletionKind, completions};
pub use elsewhere::{Elsewhere, elsewhere};
pub use folding::{Fold, FoldKind, folding};
pub use hints::{Hint, HintKind, hints};
pub use hover::{Hover, hover};
pub use lenses::{Lens, lenses};
pub use links::links;
pub use outline::{OutlineItem, OutlineKind, outline, parts};
pub use paint::{PAINTS, Paint, Stroke, paint};
pub use references::{Occurrence, Target, definition, occurrences, target};
pub use selection::selection;
pub use vouching::vouched;
