//! Lines and columns: the only arithmetic between byte offsets and positions in the project.
//!
//! Lines end at `\n`, `\r\n` and `\r`, as the language server protocol says (3.17, "Text Documents"), and nowhere else.
//! A column past a line's end means the line's end, before its terminator;
//! a line past the last means the end of the text. Nothing here panics on a position a client sent.

use memchr::memchr2_iter;

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

impl Encoding {
    /// How many units some text has.
    pub fn units(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 => text.len(),
            _ if text.is_ascii() => text.len(),
            Encoding::Utf16 => text.chars().map(char::len_utf16).sum(),
            Encoding::Utf32 => text.chars().count(),
        }
    }
}

/// How many lines end before byte `at` of a piece, and the first byte after the last of their ends.
fn breaks_before(piece: &[u8], at: usize) -> (usize, Option<usize>) {
    let (mut n, mut after) = (0, None);
    for mark in memchr2_iter(b'\n', b'\r', &piece[..at]) {
        // Of `\r\n` the second ends the line.
        if piece[mark] == b'\n' || piece.get(mark + 1) != Some(&b'\n') {
            n += 1;
            after = Some(mark + 1);
        }
    }
    (n, after)
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
        // One way down the tree: the piece that holds the place knows how many lines are before it.
        let (piece, first, _, first_line) = rope.chunk_at_byte(offset.min(rope.len_bytes()));
        let mut inside = offset.min(rope.len_bytes()) - first;
        while !piece.is_char_boundary(inside) {
            inside -= 1;
        }
        let (n_breaks, start) = breaks_before(piece.as_bytes(), inside);
        let line = first_line + n_breaks;
        let column = if let Some(start) = start {
            encoding.units(&piece[start..inside])
        } else {
            self.units_between(rope.line_to_byte(line), first, encoding)
                + encoding.units(&piece[..inside])
        };
        Position {
            line: line as u32,
            column: column as u32,
        }
    }

    /// How many units stand between two borders of characters: counted over a short way, by what the rope knows over a long.
    fn units_between(&self, from: usize, to: usize, encoding: Encoding) -> usize {
        const SHORT: usize = 4096;
        let rope = self.rope();
        if encoding == Encoding::Utf8 {
            return to - from;
        }
        if to - from <= SHORT {
            let pieces = rope.byte_slice(from..to).chunks();
            return pieces.map(|piece| encoding.units(piece)).sum();
        }
        let (from, to) = (rope.byte_to_char(from), rope.byte_to_char(to));
        match encoding {
            Encoding::Utf16 => rope.char_to_utf16_cu(to) - rope.char_to_utf16_cu(from),
            _ => to - from,
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::plain::{Model, some_text};

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    fn some_position() -> impl Strategy<Value = Position> {
        let far = prop::sample::select(&[0, 1, 2, u32::MAX][..]);
        (
            prop_oneof![0..12u32, far.clone()],
            prop_oneof![0..20u32, far],
        )
            .prop_map(|(line, column)| Position { line, column })
    }

    fn check(text: &Text, model: &Model) -> Result<(), TestCaseError> {
        prop_assert_eq!(&text.to_string(), &model.0);
        prop_assert_eq!(text.n_lines(), model.lines().len());
        for encoding in ENCODINGS {
            let offsets = (0..=model.0.len()).filter(|offset| model.0.is_char_boundary(*offset));
            for offset in offsets {
                let position = text.position(offset, encoding);
                prop_assert_eq!(
                    position,
                    model.position(offset, encoding),
                    "{:?} at {}",
                    model,
                    offset
                );
                // The one place that cannot be named: between the two characters of a line end.
                if !(model.0[..offset].ends_with('\r') && model.0[offset..].starts_with('\n')) {
                    prop_assert_eq!(text.offset(position, encoding), offset);
                }
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_place_has_the_position_a_plain_string_gives_it_and_back(text in some_text()) {
            check(&Text::from(text.as_str()), &Model(text))?;
        }

        #[test]
        fn every_position_means_the_place_a_plain_string_gives_it(text in some_text(), position in some_position()) {
            for encoding in ENCODINGS {
                let offset = Text::from(text.as_str()).offset(position, encoding);
                prop_assert_eq!(offset, Model(text.clone()).offset(position, encoding));
            }
        }

        #[test]
        fn edits_leave_the_text_a_plain_string_would_have(
            text in some_text(),
            edits in prop::collection::vec((some_position(), some_position(), some_text()), 0..6),
        ) {
            let mut model = Model(text);
            let mut text = Text::from(model.0.as_str());
            for (at, (one, other, with)) in edits.into_iter().enumerate() {
                let encoding = ENCODINGS[at % 3];
                let (from, to) = (one.min(other), one.max(other));
                let span = Span::new(text.offset(from, encoding), text.offset(to, encoding));
                model.0.replace_range(model.offset(from, encoding)..model.offset(to, encoding), &with);
                text.edit(span, &with);
                check(&text, &model)?;
            }
        }
    }

    #[test]
    fn places_in_a_long_text_are_those_of_a_plain_string() {
        // Long enough to be held in many pieces, with line ends and wide characters wherever pieces meet.
        let parts = [
            "word ",
            "é",
            "😀",
            "\r\n",
            "\n",
            "\r",
            "a long stretch without any end, ",
        ];
        let mut content = String::new();
        for n in 0..4000_usize {
            content.push_str(parts[(n * n + n / 7) % parts.len()]);
        }
        let (text, model) = (Text::from(content.as_str()), Model(content));
        for offset in (0..=model.0.len()).step_by(37) {
            if model.0.is_char_boundary(offset) {
                for encoding in ENCODINGS {
                    let position = text.position(offset, encoding);
                    assert_eq!(position, model.position(offset, encoding), "at {offset}");
                }
            }
        }
    }

    #[test]
    fn only_the_protocols_line_ends_end_a_line() {
        // Ropey counts seven more when any crate in the tree turns on its `unicode_lines`.
        assert_eq!(
            Text::from("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f").n_lines(),
            1
        );
        assert_eq!(Text::from("a\nb\r\nc\rd").n_lines(), 4);
        assert_eq!(Text::from("").n_lines(), 1);
    }

    #[test]
    fn a_place_inside_a_character_means_its_start() {
        let text = Text::from("😀.");
        assert_eq!(
            text.position(2, Encoding::Utf16),
            Position { line: 0, column: 0 }
        );
        for (encoding, column) in [(Encoding::Utf8, 3), (Encoding::Utf16, 1)] {
            assert_eq!(text.offset(Position { line: 0, column }, encoding), 0);
        }
    }

    #[test]
    fn a_text_of_sixteen_megabytes_is_edited_like_any_other() {
        let line = "The talks, “long awaited”, went on. 😀\r\n";
        let n_lines = (16 << 20) / line.len();
        let mut text = Text::from(line.repeat(n_lines).as_str());
        // In the middle of the last character.
        let position = Position {
            line: n_lines as u32 - 1,
            column: 37,
        };
        let offset = text.offset(position, Encoding::Utf16);
        assert_eq!(text.len() - offset, "😀\r\n".len());
        text.edit(Span::new(offset, offset), "\nAnd on.");
        assert_eq!(text.n_lines(), n_lines + 2);
        let position = text.position(text.len() - 2, Encoding::Utf16);
        assert_eq!(
            position,
            Position {
                line: n_lines as u32,
                column: 9
            }
        );
    }
}
