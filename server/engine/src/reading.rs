//! What one paragraph says: sentences, quotations, mentions, attributions, claims.
//!
//! A reading is a pure function of the paragraph, how it opens, and the registry; so it can be kept as long as these are the same.

pub mod attribution;
pub mod carry;
pub mod claim;
pub mod quote;
pub mod sentence;

use crate::registry::{Mention, Registry};
use crate::transcript::Zone;

pub use attribution::{Attribution, Grade, Shape};
pub use carry::Standing;
pub use claim::{Trigger, TriggerKind};
pub use quote::Quote;
pub use sentence::Sentence;

/// How a paragraph opens: all that its reading may know of what stands around it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Opening {
    /// The zone it stands in.
    pub zone: Zone,
    /// Whether a quotation of the paragraph before is still open.
    pub in_quote: bool,
}

/// What one paragraph says; all ranges are local to it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// Sentences in order, without the white space between them.
    pub sentences: Vec<Sentence>,
    /// Quotations in order of their opening mark.
    pub quotes: Vec<Quote>,
    /// Names and offices.
    pub mentions: Vec<Mention>,
    /// Who is said to say what, in order of their first word.
    pub attributions: Vec<Attribution>,
    /// Whether a quotation is still open at the end.
    pub leaves_quote_open: bool,
    /// Whether the paragraph ends by handing the next one to a source: "X said:". The attribution that does, by its place.
    pub introduces: Option<usize>,
}

/// Reads one paragraph.
pub fn read(paragraph: &str, opening: Opening, registry: &Registry) -> Reading {
    let _ = opening;
    Reading {
        mentions: registry.mentions(paragraph),
        sentences: sentence::split(paragraph),
        ..Reading::default()
    }
}
