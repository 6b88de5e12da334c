//! A text as a plain string, slow and obvious: what the rope and its positions are held against in tests.

use proptest::prelude::*;

use super::{Encoding, Position, Span};

/// Everything that has ever been taken for a line end or for one character, among letters.
const PIECES: &[&str] = &[
    "a",
    "B ",
    "\n",
    "\r",
    "\r\n",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{a0}",
    "\u{feff}",
    "\u{202e}",
    "\u{200d}",
    "é",
    "e\u{301}",
    "“",
    "ش",
    "😀",
    "\u{10ffff}",
    "\0",
];

/// A text as a plain string: slow, obvious, and written without looking at the rope.
#[derive(Clone, Debug)]
pub(super) struct Model(pub(super) String);

impl Model {
    /// The bytes of each line without its end.
    pub(super) fn lines(&self) -> Vec<Span> {
        let bytes = self.0.as_bytes();
        let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
        while at < bytes.len() {
            let end = match (bytes[at], bytes.get(at + 1)) {
                (b'\r', Some(b'\n')) => 2,
                (b'\r' | b'\n', _) => 1,
                _ => 0,
            };
            if end > 0 {
                lines.push(Span::new(start, at));
                start = at + end;
            }
            at += end.max(1);
        }
        lines.push(Span::new(start, bytes.len()));
        lines
    }

    fn width(character: char, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Utf8 => character.len_utf8(),
            Encoding::Utf16 => character.len_utf16(),
            Encoding::Utf32 => 1,
        }
    }

    pub(super) fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let lines = self.lines();
        let line = lines
            .iter()
            .rposition(|line| line.start <= offset)
            .expect("the first line starts with the text");
        let before = &self.0[lines[line].start..offset];
        let column: usize = before.chars().map(|c| Model::width(c, encoding)).sum();
        Position {
            line: line as u32,
            column: column as u32,
        }
    }

    pub(super) fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let Some(line) = self.lines().get(position.line as usize).copied() else {
            return self.0.len();
        };
        let (mut offset, mut column) = (line.start, 0);
        for character in line.of(&self.0).chars() {
            column += Model::width(character, encoding);
            if column > position.column as usize {
                break;
            }
            offset += character.len_utf8();
        }
        offset
    }
}

/// A text of such pieces.
pub(super) fn some_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}
