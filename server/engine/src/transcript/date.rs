//! The document's own date: what it is and where the text says so.

use crate::date::Date;
use crate::text::Span;

/// The date a document is about or was made on, against which offices are checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentDate {
    /// The date.
    pub date: Date,
    /// Where it was found.
    pub origin: DateOrigin,
}

/// Where a document's date was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DateOrigin {
    /// In the text (document bytes).
    Text(Span),
    /// In the file's name.
    FileName,
    /// Given on the command line or by the project.
    Given,
}
