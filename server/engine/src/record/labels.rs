//! Labels beyond those of the turns: roles that the project lets pass, lines that might open a turn and do not.

use crate::text::Span;
use crate::transcript::{Refused, refused};

use super::{Known, Record};

impl Record {
    /// Whether the project says that a label (without its closing mark) is a role that needs no name.
    pub fn accepts_role(&self, label: &str) -> bool {
        self.reference.style.accepts(label)
    }

    /// What might open a turn on the lines that `asked` (document bytes) touches and does not, with the reasons. The document
    /// is split once more for the answer.
    pub fn refused(&self, asked: Span) -> Vec<Refused> {
        let reference = &self.reference;
        refused(
            &reference.style,
            &self.content,
            &Known(&reference.registry),
            asked,
        )
    }
}
