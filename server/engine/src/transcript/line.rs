//! The lines of a document, found in one pass over its bytes.
//!
//! A line ends at `\n`, `\r\n` or a lone `\r`, as editors count lines; a form feed or U+2028 ends none.

use memchr::memchr2;

use crate::text::Span;

/// A line and the part of it that is not white space (document bytes).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    /// Its first byte.
    pub(crate) start: usize,
    /// Its first byte that is no white space; `last` on a blank line.
    pub(crate) first: usize,
    /// After its last byte that is no white space.
    pub(crate) last: usize,
    /// After its line break.
    pub(crate) end: usize,
}

impl Line {
    /// Whether there is nothing but white space on it.
    pub(crate) fn is_blank(self) -> bool {
        self.first == self.last
    }

    /// Its words, without the white space around them.
    pub(crate) fn of(self, text: &str) -> &str {
        &text[self.first..self.last]
    }

    /// How far it is set in, in bytes; enough to compare lines of one document.
    pub(crate) fn indent(self) -> usize {
        self.first - self.start
    }

    /// The part of it that is not white space.
    pub(crate) fn words(self) -> Span {
        Span::new(self.first, self.last)
    }
}

/// The lines of `text`, whose first byte is byte `base` of the document.
pub(crate) fn lines(text: &str, base: usize) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(bytes.len() / 48 + 1);
    let mut start = 0;
    while start < bytes.len() {
        let (stop, end) = match memchr2(b'\n', b'\r', &bytes[start..]) {
            None => (bytes.len(), bytes.len()),
            Some(at) if bytes[start + at] == b'\r' && bytes.get(start + at + 1) == Some(&b'\n') => {
                (start + at, start + at + 2)
            }
            Some(at) => (start + at, start + at + 1),
        };
        let last = start + trim_end(&text[start..stop]);
        let first = start + leading(&text[start..last]);
        lines.push(Line {
            start: base + start,
            first: base + first,
            last: base + last,
            end: base + end,
        });
        start = end;
    }
    lines
}

/// White space, and the marks of no width that files carry at a line's ends.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
}

fn leading(line: &str) -> usize {
    match line.as_bytes().first() {
        Some(byte) if byte.is_ascii_graphic() => 0,
        _ => line.len() - line.trim_start_matches(is_space).len(),
    }
}

fn trim_end(line: &str) -> usize {
    match line.as_bytes().last() {
        Some(byte) if byte.is_ascii_graphic() => line.len(),
        _ => line.trim_end_matches(is_space).len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_ends_a_line_and_nothing_else_does() {
        let text = "a\nb\r\nc\rd\u{2028}e\u{c}f";
        let words: Vec<&str> = lines(text, 0).iter().map(|line| line.of(text)).collect();
        assert_eq!(words, ["a", "b", "c", "d\u{2028}e\u{c}f"]);
    }

    #[test]
    fn no_break_spaces_pad_a_line_and_are_no_words() {
        let text = "\u{a0}\u{a0} Good day.\u{a0} \n\u{a0}\n";
        let lines = lines(text, 0);
        assert_eq!(lines[0].of(text), "Good day.");
        assert_eq!(lines[0].indent(), 5);
        assert!(lines[1].is_blank());
    }
}
