//! What grows around the cursor in one of our files: value, key with its value, entry, file.

use crate::text::Span;

use super::keys::SheetKind;
use super::scan::{Token, TokenKind};
use super::{entries, pieces};

/// The spans around `offset`, the smallest first; each lies in the next, and the last is the file.
pub fn selection(kind: SheetKind, text: &str, offset: usize) -> Vec<Span> {
    let tokens = pieces(kind, text);
    let here = |token: &&Token| token.span.holds_cursor(offset) && !token.span.is_empty();
    let mut spans: Vec<Span> = Vec::new();
    if let Some(word) = tokens.iter().find(here) {
        spans.push(word.span);
        if word.marked && word.kind != TokenKind::Header {
            spans.push(in_quotes(text, word.span));
        }
    }
    // Keys within keys: the innermost pair is the last that begins before the cursor.
    let pairs = tokens.iter().filter(|token| token.kind == TokenKind::Key);
    let pairs = pairs.map(|key| {
        let value = text[..key.value.end].trim_end().len();
        in_quotes(text, Span::new(key.span.start, key.span.end.max(value)))
    });
    spans.extend(pairs.filter(|pair| pair.holds_cursor(offset)));
    let entries = entries(kind, text).into_iter().map(|entry| entry.span);
    spans.extend(entries.filter(|entry| entry.holds_cursor(offset)));
    spans.push(Span::new(0, text.len()));
    spans.sort_by_key(|span| (span.len(), span.start));
    let mut grown: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let is_wider = grown
            .last()
            .is_none_or(|last| span != *last && span.start <= last.start && last.end <= span.end);
        if is_wider {
            grown.push(span);
        }
    }
    grown
}

/// A span with the quotation marks before and behind it, where it has them.
fn in_quotes(text: &str, span: Span) -> Span {
    let before = text[..span.start].ends_with(['"', '\'']);
    let behind = text[span.end..].starts_with(['"', '\'']);
    Span::new(
        span.start - usize::from(before),
        span.end + usize::from(before && behind),
    )
}
