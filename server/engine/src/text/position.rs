//! Lines and columns: the only arithmetic between byte offsets and positions in the project.
//!
//! Lines end at `\n`, `\r\n` and `\r`, as the language server protocol says (3.17, "Text Documents"), and nowhere else.
//! A column past a line's end means the line's end, before its terminator;
//! a line past the last means the end of the text. Nothing here panics on a position a client sent.

use super::{Span, Text};

/// What a column counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8 bytes.
    Utf8,
    /// UTF-16 code units.
    Utf16,
    /// Characters (Unicode scalar values).
    Utf32,
}

/// A place by line and column, both counted from zero; what the column counts is the [`Encoding`]'s say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Position {
    /// Line, from 0.
    pub line: u32,
    /// Column, from 0, in units of the encoding.
    pub column: u32,
}

impl Text {
    /// The position of the byte at `offset` (clamped to the text; inside a character means its start).
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let rope = self.rope();
        let char_at = rope.byte_to_char(offset.min(rope.len_bytes()));
        let line = rope.char_to_line(char_at);
        let line_start = rope.line_to_char(line);
        let column = match encoding {
            Encoding::Utf8 => rope.char_to_byte(char_at) - rope.char_to_byte(line_start),
            Encoding::Utf16 => rope.char_to_utf16_cu(char_at) - rope.char_to_utf16_cu(line_start),
            Encoding::Utf32 => char_at - line_start,
        };
        Position {
            line: line as u32,
            column: column as u32,
        }
    }

    /// The byte offset of `position`; see the module's promise for positions outside the text.
    /// A column inside a character means that character's start.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let rope = self.rope();
        let line = position.line as usize;
        if line >= rope.len_lines() {
            return rope.len_bytes();
        }
        let start = rope.line_to_char(line);
        let mut end = if line + 1 < rope.len_lines() {
            rope.line_to_char(line + 1)
        } else {
            rope.len_chars()
        };
        if end > start && rope.char(end - 1) == '\n' {
            end -= 1;
            if end > start && rope.char(end - 1) == '\r' {
                end -= 1;
            }
        } else if end > start && rope.char(end - 1) == '\r' {
            end -= 1;
        }
        let column = position.column as usize;
        let char_at = match encoding {
            Encoding::Utf8 => {
                let byte = (rope.char_to_byte(start) + column).min(rope.char_to_byte(end));
                rope.byte_to_char(byte)
            }
            Encoding::Utf16 => {
                let unit = (rope.char_to_utf16_cu(start) + column).min(rope.char_to_utf16_cu(end));
                rope.utf16_cu_to_char(unit)
            }
            Encoding::Utf32 => (start + column).min(end),
        };
        rope.char_to_byte(char_at)
    }

    /// The start of the line that holds the byte at `offset`, and the first byte after the line's terminator.
    pub fn line_span(&self, offset: usize) -> Span {
        let rope = self.rope();
        let line = rope.byte_to_line(offset.min(rope.len_bytes()));
        let start = rope.line_to_byte(line);
        let end = if line + 1 < rope.len_lines() {
            rope.line_to_byte(line + 1)
        } else {
            rope.len_bytes()
        };
        Span::new(start, end)
    }

    /// How many lines the text has; an empty text has one.
    pub fn n_lines(&self) -> usize {
        self.rope().len_lines()
    }
}
