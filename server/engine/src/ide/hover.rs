//! Hover: who is that, what were they on the document's date, and on whose word does this stand?

use crate::record::Record;
use crate::rules::Finding;
use crate::text::Span;

/// A hover card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The words it is about (document bytes).
    pub span: Span,
    /// Markdown.
    pub markdown: String,
}

/// The card for the byte at `offset`; `findings` are those of the record.
pub fn hover(record: &Record, findings: &[Finding], offset: usize) -> Option<Hover> {
    let _ = (record, findings, offset);
    None
}
