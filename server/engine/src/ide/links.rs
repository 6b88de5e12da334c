//! Web addresses in a text.

use crate::text::Span;

/// What an address begins with.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// The web addresses in `content`, in text order (bytes of it). What ends a sentence or closes a bracket that was
/// opened before the address does not belong to it.
pub fn links(content: &str) -> Vec<Span> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(colon) = memchr::memmem::find(&content.as_bytes()[from..], b"://") {
        let colon = from + colon;
        from = colon + "://".len();
        let Some(scheme) = SCHEMES.iter().find(|scheme| {
            let before = &content.as_bytes()[..from];
            before.len() >= scheme.len()
                && before[before.len() - scheme.len()..].eq_ignore_ascii_case(scheme.as_bytes())
        }) else {
            continue;
        };
        let start = from - scheme.len();
        let ends = |char: char| {
            char.is_whitespace() || char.is_control() || "<>\"“”«»‘’`{}|\\^".contains(char)
        };
        let rest = &content[from..];
        let mut end = from + rest.find(ends).unwrap_or(rest.len());
        while let Some(last) = content[from..end].chars().next_back() {
            let is_closing = |open: char, close: char| {
                last == close && {
                    let count = |sign: char| content[from..end].matches(sign).count();
                    count(close) > count(open)
                }
            };
            if ".,;:!?'…*_".contains(last) || is_closing('(', ')') || is_closing('[', ']') {
                end -= last.len_utf8();
            } else {
                break;
            }
        }
        if content[from..end].starts_with(|first: char| first.is_alphanumeric() || first == '[') {
            links.push(Span::new(start, end));
            from = end;
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).into_iter().map(|link| link.of(text)).collect()
    }

    #[test]
    fn an_address_ends_before_the_mark_that_ends_the_sentence() {
        assert_eq!(
            found(
                "See https://example.org/a. (Also http://example.net/b_(c), “HTTPS://example.com”!)"
            ),
            [
                "https://example.org/a",
                "http://example.net/b_(c)",
                "HTTPS://example.com"
            ]
        );
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        assert_eq!(found("ftp://a.b http:// https://. ://x xhttps"), [""; 0]);
        assert_eq!(
            found("é://😀https://a.example/é😀 x"),
            ["https://a.example/é😀"]
        );
    }
}
