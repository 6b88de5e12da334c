//! The text of one document: a rope that takes edits, and the places in it.
//!
//! Inside the house an offset is always a byte offset and a range half-open;
//! lines and columns exist only in [`position`].

pub mod change;
pub mod nth;
#[cfg(test)]
mod plain;
pub mod position;
pub mod span;
mod spare;

use std::fmt;

use ropey::Rope;

pub use change::Change;
pub use nth::Nth;
pub use position::{Encoding, Position};
pub use span::{LocalSpan, Span};
pub(crate) use spare::Spare;

/// The text of one document. Cloning is cheap and gives a snapshot.
#[derive(Clone, Default)]
pub struct Text {
    rope: Rope,
}

impl Text {
    /// The length in UTF-8 bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is no byte in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The words of a stretch (bytes, on character borders).
    pub fn slice(&self, span: Span) -> String {
        self.rope.byte_slice(span.start..span.end).to_string()
    }

    /// The rope beneath, for the position arithmetic of this room.
    pub(crate) fn rope(&self) -> &Rope {
        &self.rope
    }

    /// Replaces `span` (bytes, on character borders; see [`Text::offset`]) by `with`.
    pub fn edit(&mut self, span: Span, with: &str) {
        let from = self.rope.byte_to_char(span.start.min(self.len()));
        let to = self.rope.byte_to_char(span.end.min(self.len())).max(from);
        self.rope.remove(from..to);
        self.rope.insert(from, with);
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Text {
            rope: Rope::from_str(text),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rope.chunks().try_for_each(|chunk| f.write_str(chunk))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({} bytes)", self.len())
    }
}
