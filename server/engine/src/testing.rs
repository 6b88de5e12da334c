//! The language of our tests: text with marker lines beneath it, as architecture and rule pages use it.
//!
//! ```text
//! Officials said the talks had failed.
//! ^^^^^^^^^ vague-source
//! ```
//!
//! Markers stand *beneath* because a transcript may hold any character. Columns count characters.
//! Characters nobody can see are written `\u{202E}` in an example, so that the example can be read and
//! the compiler does not mistake it for an attack.

use std::fmt::Write;

use crate::text::Span;

/// The text of an example: without its marker lines, with hidden characters in place of their escapes.
pub(crate) fn unmarked(example: &str) -> String {
    let mut text = String::new();
    for line in example.split_inclusive('\n') {
        if !is_marker(line) {
            unescape(line, &mut text);
        }
    }
    text
}

/// The text with `marks` drawn beneath it: the example that says what was found.
/// A mark that runs over a line's end is drawn as far as the line goes.
pub(crate) fn marked(text: &str, marks: &[(Span, &str)]) -> String {
    let mut marks = marks.to_vec();
    marks.sort_unstable();
    let mut out = String::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end_matches('\n');
        escape(words, Span::new(0, words.len()), &mut out);
        out.push('\n');
        for (span, name) in &marks {
            let is_here = (at..at + line.len()).contains(&span.start);
            if !is_here {
                continue;
            }
            let from = (span.start - at).min(words.len());
            let to = (span.end - at).clamp(from, words.len());
            out.push_str(&" ".repeat(width(words, Span::new(0, from))));
            out.push_str(&"^".repeat(width(words, Span::new(from, to)).max(1)));
            writeln!(out, " {name}").expect("writing to a string cannot fail");
        }
        at += line.len();
    }
    out
}

fn is_marker(line: &str) -> bool {
    let line = line.trim();
    let name = line.trim_start_matches('^');
    name.len() < line.len()
        && name.starts_with(' ')
        && name
            .trim()
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn is_hidden(char: char) -> bool {
    matches!(char, '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fffd}')
}

/// Writes the bytes `span` of a line with escapes for what nobody sees, white space at the line's end included.
fn escape(line: &str, span: Span, out: &mut String) {
    let seen = line.trim_end().len();
    for (at, char) in span.of(line).char_indices() {
        if is_hidden(char) || span.start + at >= seen {
            write!(out, "\\u{{{:X}}}", char as u32).expect("writing to a string cannot fail");
        } else {
            out.push(char);
        }
    }
}

fn unescape(line: &str, out: &mut String) {
    let mut parts = line.split("\\u{");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let char = part
            .split_once('}')
            .and_then(|(digits, rest)| Some((u32::from_str_radix(digits, 16).ok()?, rest)))
            .and_then(|(number, rest)| Some((char::from_u32(number)?, rest)));
        let (char, rest) = char.expect("an escape in an example names a character");
        out.push(char);
        out.push_str(rest);
    }
}

/// How many columns the bytes `span` of a line take once escaped.
fn width(line: &str, span: Span) -> usize {
    let mut escaped = String::new();
    escape(line, span, &mut escaped);
    escaped.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_reads_back_as_the_text() {
        let text = "“É” said\nthe \u{202e}minister.\n";
        let example = marked(
            text,
            &[(Span::new(0, 8), "one"), (Span::new(18, 21), "two")],
        );
        assert_eq!(
            example,
            "“É” said\n^^^ one\nthe \\u{202E}minister.\n    ^^^^^^^^ two\n"
        );
        assert_eq!(unmarked(&example), text);
    }

    #[test]
    fn a_line_of_carets_without_a_name_is_text() {
        assert_eq!(unmarked("^^^\nx\n^ name\n"), "^^^\nx\n");
    }
}
