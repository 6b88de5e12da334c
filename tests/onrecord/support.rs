//! What tests of the real program share.

pub(crate) mod documents;
pub(crate) mod editor;
pub(crate) mod edits;
pub(crate) mod program;
pub(crate) mod protocol;
