//! The pieces of a Popolo file as far as they can be told, also while it is being typed and is no JSON yet.
//!
//! An entry is an object of one of the lists a registry is made of, wherever the list stands; it has the table a TOML registry
//! would have it in, and its braces are its header.

use crate::text::Span;

use super::scan::{Token, TokenKind};

/// The lists of entries, and the table of each.
const LISTS: [(&str, &str); 4] = [
    ("memberships", "membership"),
    ("organizations", "organization"),
    ("persons", "person"),
    ("posts", "post"),
];

/// How long the way from an entry to a key is told, in bytes: nobody's file nests deeper, and a hostile one may.
const LONGEST_WAY: usize = 200;

/// The pieces, in text order.
pub(super) fn scan(text: &str) -> Vec<Token> {
    let mut scan = Scan {
        text,
        open: Vec::new(),
        n_entries: 0,
        tokens: Vec::new(),
    };
    scan.read();
    scan.tokens
}

/// An object or list that is open.
struct Open {
    /// Whether it is an object.
    is_object: bool,
    /// The token of the entry it is, if it is one.
    header: Option<usize>,
    /// The entry it stands in or is, and that entry's table.
    entry: usize,
    table: &'static str,
    /// The keys that lead here from the entry, with stops between.
    path: String,
    /// The key whose value comes next: its token, or none if what comes next is a key.
    key: Option<usize>,
}

struct Scan<'a> {
    text: &'a str,
    open: Vec<Open>,
    n_entries: usize,
    tokens: Vec<Token>,
}

impl Scan<'_> {
    fn read(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => at = self.string(at),
                b'{' | b'[' => {
                    self.opened(at, *byte == b'{');
                    at += 1;
                }
                b'}' | b']' => {
                    self.closed(at + 1);
                    at += 1;
                }
                b',' => {
                    self.done(at);
                    at += 1;
                }
                b':' | b' ' | b'\t' | b'\r' | b'\n' => at += 1,
                _ => at = self.word(at),
            }
        }
    }

    /// The key of what stands here, from the entry on.
    fn path(&self) -> String {
        let Some(open) = self.open.last() else {
            return String::new();
        };
        match open.key {
            Some(key) => self.tokens[key].key.clone(),
            None => open.path.clone(),
        }
    }

    fn push(&mut self, kind: TokenKind, span: Span, key: String, marked: bool) {
        let open = self.open.last();
        self.tokens.push(Token {
            kind,
            span,
            table: open.map_or("", |open| open.table).to_owned(),
            entry: open.map_or(0, |open| open.entry),
            key,
            marked,
            value: Span::new(span.end, span.end),
        });
    }

    /// What comes next in the innermost object is a key; the value before it ends at `end`.
    fn done(&mut self, end: usize) {
        if let Some(open) = self.open.last_mut()
            && open.is_object
            && let Some(key) = open.key.take()
        {
            let from = self.tokens[key].value.start.min(end);
            self.tokens[key].value = Span::new(from, end);
        }
    }

    fn opened(&mut self, at: usize, is_object: bool) {
        let path = self.path();
        let parent = self.open.last();
        let (entry, table) = parent.map_or((0, ""), |parent| (parent.entry, parent.table));
        let list = LISTS.iter().find(|(list, _)| *list == path);
        let is_entry = is_object && list.is_some() && parent.is_some_and(|open| !open.is_object);
        let mut open = Open {
            is_object,
            header: None,
            entry,
            table,
            path,
            key: None,
        };
        if let (true, Some((_, table))) = (is_entry, list) {
            self.n_entries += 1;
            open.header = Some(self.tokens.len());
            open.entry = self.n_entries;
            open.table = table;
            open.path = String::new();
        }
        let is_entry = open.header.is_some();
        self.open.push(open);
        if is_entry {
            self.push(
                TokenKind::Header,
                Span::new(at, at + 1),
                String::new(),
                false,
            );
        }
    }

    fn closed(&mut self, end: usize) {
        self.done(end - 1);
        if let Some(header) = self.open.pop().and_then(|open| open.header) {
            self.tokens[header].value = Span::new(self.tokens[header].span.end, end);
        }
    }

    /// A string that begins at `at`; where it ends. One that is not closed ends with its line.
    fn string(&mut self, at: usize) -> usize {
        let start = at + 1;
        let mut end = start;
        let mut escaped = false;
        for char in self.text[start..].chars() {
            if !escaped && char == '"' || char == '\n' || char == '\r' {
                break;
            }
            escaped = !escaped && char == '\\';
            end += char.len_utf8();
        }
        let is_key = |open: &Open| open.is_object && open.key.is_none();
        let span = Span::new(start, end);
        if self.open.last().is_some_and(is_key) {
            let name = span.of(self.text);
            let path = self.path();
            let is_own = path.is_empty();
            let key = if is_own {
                name.to_owned()
            } else if path.len() > LONGEST_WAY {
                path
            } else {
                format!("{path}.{name}")
            };
            self.push(TokenKind::Key, span, key, is_own);
            let token = self.tokens.len() - 1;
            if let Some(open) = self.open.last_mut() {
                open.key = Some(token);
            }
        } else {
            self.push(TokenKind::Value, span, self.path(), true);
        }
        end + usize::from(self.text[end..].starts_with('"'))
    }

    /// A number, `true` and the like; where it ends.
    fn word(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = rest
            .find(|char: char| char.is_whitespace() || "\"{}[],:".contains(char))
            .unwrap_or(rest.len());
        let end = at + length.max(rest.chars().next().map_or(1, char::len_utf8));
        self.push(TokenKind::Value, Span::new(at, end), self.path(), false);
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces as `table entry kind key=words`.
    fn pieces(text: &str) -> Vec<String> {
        let piece = |token: &Token| {
            let (table, entry, key) = (&token.table, token.entry, &token.key);
            format!(
                "{table}{entry} {:?} {key}={}",
                token.kind,
                token.span.of(text)
            )
        };
        scan(text).iter().map(piece).collect()
    }

    #[test]
    fn entries_are_objects_of_the_known_lists_also_within_each_other() {
        let text = r#"{"meta": {"sources": ["x"]}, "persons": [{"id": "ada", "memberships": [{"post_id": "p"}], "name": "Ada"}]}"#;
        assert_eq!(
            pieces(text),
            [
                "0 Key meta=meta",
                "0 Key meta.sources=sources",
                "0 Value meta.sources=x",
                "0 Key persons=persons",
                "person1 Header ={",
                "person1 Key id=id",
                "person1 Value id=ada",
                "person1 Key memberships=memberships",
                "membership2 Header ={",
                "membership2 Key post_id=post_id",
                "membership2 Value post_id=p",
                "person1 Key name=name",
                "person1 Value name=Ada",
            ]
        );
        let tokens = scan(text);
        let value = |at: usize| tokens[at].value.of(text);
        assert!(value(4).starts_with("\"id\"") && value(4).ends_with("\"Ada\"}"));
        assert_eq!(value(8), "\"post_id\": \"p\"}");
        assert_eq!(value(5), "\": \"ada\"");
    }

    #[test]
    fn text_that_is_no_json_is_no_trouble() {
        for text in [
            "",
            "{",
            "}]",
            "{\"a\": \"b\n\"c\": }",
            "[[[[",
            "\"",
            "{\"persons\": [{\"id\": é😀",
            ",:",
        ] {
            for token in scan(text) {
                assert!(
                    text.get(token.span.start..token.span.end).is_some(),
                    "{text}"
                );
            }
        }
        for deep in ["{\"persons\": [", "{\"a\": ", "["] {
            scan(&deep.repeat(50_000));
        }
    }
}
