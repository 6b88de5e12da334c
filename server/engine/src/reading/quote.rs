//! Quotations: pairs of marks, of every style, over paragraphs.

use crate::text::LocalSpan;

/// A quotation.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// With its marks, as far as they stand in this paragraph.
    pub span: LocalSpan,
    /// What stands between the marks.
    pub inner: LocalSpan,
    /// Words between the marks.
    pub n_words: u32,
    /// Whether its opening mark stands in this paragraph.
    pub opened: bool,
    /// Whether its closing mark stands in this paragraph.
    pub closed: bool,
    /// The attribution that gives it a source, by its place in the reading.
    pub attribution: Option<usize>,
}
