//! Labels closed by a colon, with the notes, time stamps and verbs that stand around it.

use memchr::memchr2;

use crate::text::Span;
use crate::transcript::closing::Close;
use crate::transcript::lexicon::{LEXICON, fold};
use crate::transcript::line::is_space;
use crate::transcript::shape::Closing;
use crate::transcript::signs::{is_note, is_time, short, skip_space};

/// Words up to the first colon outside brackets.
pub(crate) fn colon(content: &str, from: usize) -> Option<Close> {
    // Few lines have one: "：" begins with the byte 0xEF.
    memchr2(b':', 0xef, &content.as_bytes()[from..])?;
    let mut depth = 0usize;
    let mut last_open = None;
    let mut chars = content[from..].char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        match c {
            '(' | '[' => {
                if depth == 0 {
                    last_open = Some(from + at);
                }
                depth += 1;
            }
            ')' | ']' => depth = depth.checked_sub(1)?,
            _ if depth > 0 => {}
            ':' | '：' => {
                let next = chars.peek().map(|(_, next)| *next);
                return colon_at(content, from, from + at, c, next, last_open);
            }
            // A mark of Hebrew abbreviations stands within a word.
            '"' if previous.is_alphabetic()
                && !previous.is_ascii()
                && chars.peek().is_some_and(|(_, next)| next.is_alphabetic()) => {}
            '?' | '!' | ';' | '“' | '”' | '"' | '«' | '»' | '…' | '<' | '=' | '|' | '/' | '{'
            | '،' | '。' => {
                return None;
            }
            c if is_space(c) && previous == '.' && !short(&content[from..from + at]) => {
                return None;
            }
            _ => {}
        }
        previous = c;
    }
    None
}

fn colon_at(
    content: &str,
    from: usize,
    at: usize,
    mark: char,
    next: Option<char>,
    last_open: Option<usize>,
) -> Option<Close> {
    let words = content[from..at].trim_end_matches(is_space);
    let glued = next.is_some_and(|c| !is_space(c) && !matches!(c, '*' | '_'));
    let glue_allowed = mark == '：'
        || next.is_some_and(|c| c.is_uppercase() || matches!(c, '(' | '[' | '“' | '…'));
    if words.is_empty() || (glued && !glue_allowed) {
        return None;
    }
    let mut after = at + mark.len_utf8();
    while let Some(c @ ('*' | '_')) = content[after..].chars().next() {
        after += c.len_utf8();
    }
    let mut label = words.trim_end_matches(['*', '_']);
    let mut note = None;
    if let Some(open) = last_open.filter(|_| label.ends_with([')', ']'])) {
        let inside = Span::new(open + 1, from + label.len() - 1);
        if open > from && is_note(inside.of(content)) {
            note = Some(inside);
            label = content[from..open].trim_end_matches(is_space);
        }
    } else if let Some(open) = last_open {
        // A verb after the bracket: `Mr. Vane (Mont-Bleu, XQ) moved:`.
        let close = open + content[open..].find([')', ']'])?;
        if close < from + label.len() && LEXICON.verbs.has(&fold(label[close + 1 - from..].trim()))
        {
            label = &content[from..=close];
        }
    }
    let (after, trailing) = trailing_note(content, after);
    let label = Span::new(from, from + label.len());
    Some((Closing::Colon, label, after, note.or(trailing)))
}

/// A time stamp or note with its own colon after the label's: `Ada Vane: (00:11)`, `Ada Vane: (retranslated): …`.
fn trailing_note(content: &str, after: usize) -> (usize, Option<Span>) {
    let open = skip_space(content, after);
    let rest = &content[open..];
    let Some(close) = rest
        .starts_with(['(', '['])
        .then(|| rest.find([')', ']']))
        .flatten()
    else {
        return (after, None);
    };
    let inside = Span::new(open + 1, open + close);
    let colon = rest[close + 1..].starts_with(':');
    if is_time(inside.of(content)) || (colon && is_note(inside.of(content))) {
        (open + close + 1 + usize::from(colon), Some(inside))
    } else {
        (after, None)
    }
}
