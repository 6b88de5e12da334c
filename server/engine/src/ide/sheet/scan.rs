//! The pieces of a TOML file as far as they can be told, also while it is being typed and is no TOML yet.
//!
//! A value that is not closed ends where a line begins with a header or a key.

use crate::text::Span;

/// A piece.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: TokenKind,
    /// Its bytes: a header's name, a key, a value without quotation marks.
    pub(super) span: Span,
    /// The table it stands in; empty at the top.
    pub(super) table: String,
    /// Which table of the file, counted from 0 at the top.
    pub(super) entry: usize,
    /// The key, or the key of the value; keys of a table in the value follow after a stop.
    pub(super) key: String,
    /// Of a value: whether it stands in quotation marks. Of a key: whether it opens the line.
    pub(super) marked: bool,
    /// Of a key: all of its value. Of the brace that opens an entry of JSON: the rest of the entry.
    pub(super) value: Span,
}

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TokenKind {
    /// The name of a table.
    Header,
    /// A key.
    Key,
    /// A single value.
    Value,
}

/// The pieces, in text order.
pub(super) fn scan(text: &str) -> Vec<Token> {
    let mut scan = Scan {
        text,
        at: 0,
        table: String::new(),
        entry: 0,
        tokens: Vec::new(),
    };
    while scan.at < text.len() {
        scan.statement();
    }
    scan.tokens
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    table: String,
    entry: usize,
    tokens: Vec<Token>,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        let rest = &self.text[self.at..];
        self.at += rest.find(|char| !skipped(char)).unwrap_or(rest.len());
    }

    fn push(&mut self, kind: TokenKind, span: Span, key: &str, marked: bool) {
        self.tokens.push(Token {
            kind,
            span,
            table: self.table.clone(),
            entry: self.entry,
            key: key.to_owned(),
            marked,
            value: Span::new(span.end, span.end),
        });
    }

    fn statement(&mut self) {
        self.skip(char::is_whitespace);
        match self.peek() {
            None => {}
            Some('#') => self.skip(|char| char != '\n'),
            Some('[') => self.header(),
            Some(_) => self.pair(),
        }
    }

    fn header(&mut self) {
        self.skip(|char| char == '[');
        self.skip(|char| char == ' ' || char == '\t');
        let start = self.at;
        self.skip(|char| !"]#\n\r".contains(char));
        let name = self.text[start..self.at].trim_end();
        self.table = name.trim_matches(['"', '\'']).to_owned();
        self.entry += 1;
        self.push(
            TokenKind::Header,
            Span::new(start, start + name.len()),
            "",
            true,
        );
        self.skip(|char| char != '\n');
    }

    fn pair(&mut self) {
        let start = self.at;
        self.skip(|char| !"=#\n\r".contains(char));
        let key = self.text[start..self.at].trim_end();
        let name = key.trim_matches(['"', '\'']).to_owned();
        let token = self.tokens.len();
        self.push(
            TokenKind::Key,
            Span::new(start, start + key.len()),
            &name,
            true,
        );
        if self.peek() != Some('=') {
            self.skip(|char| char != '\n');
            return;
        }
        self.at += 1;
        let from = self.at;
        self.value(&name, 0);
        self.tokens[token].value = Span::new(from, self.at);
    }

    /// A value; `depth` brackets are open around it.
    fn value(&mut self, key: &str, depth: usize) {
        self.skip(|char| char == ' ' || char == '\t');
        match self.peek() {
            Some(mark @ ('"' | '\'')) => self.string(mark, key),
            Some('[') => self.list(key, depth),
            Some('{') => self.table(key, depth),
            _ => {
                let start = self.at;
                self.skip(|char| !",]}#\n\r".contains(char));
                let word = self.text[start..self.at].trim_end();
                self.push(
                    TokenKind::Value,
                    Span::new(start, start + word.len()),
                    key,
                    false,
                );
            }
        }
    }

    fn string(&mut self, mark: char, key: &str) {
        let rest = &self.text[self.at..];
        let long = [mark; 3].iter().collect::<String>();
        let (opening, is_long) = if rest.starts_with(&long) {
            (3, true)
        } else {
            (1, false)
        };
        let start = self.at + opening;
        let mut end = start;
        let mut escaped = false;
        for char in self.text[start..].chars() {
            let closes = if is_long {
                self.text[end..].starts_with(&long)
            } else {
                char == mark
            };
            if !escaped && closes || !is_long && (char == '\n' || char == '\r') {
                break;
            }
            escaped = !escaped && char == '\\' && mark == '"';
            end += char.len_utf8();
        }
        self.push(TokenKind::Value, Span::new(start, end), key, true);
        let closing = if is_long { long.as_str() } else { &long[..1] };
        self.at = end
            + if self.text[end..].starts_with(closing) {
                closing.len()
            } else {
                0
            };
    }

    /// White space, commas and comments within brackets. Whether the value goes on.
    fn between(&mut self) -> bool {
        loop {
            self.skip(|char| char == ' ' || char == '\t' || char == ',');
            match self.peek() {
                None => return false,
                Some('#') => self.skip(|char| char != '\n'),
                Some('\n' | '\r') => {
                    self.skip(|char| char == '\n' || char == '\r');
                    if self.begins_statement() {
                        return false;
                    }
                }
                Some(_) => return true,
            }
        }
    }

    /// Whether a line begins here with a header or a key, which no value does.
    fn begins_statement(&self) -> bool {
        let line = self.text[self.at..].lines().next().unwrap_or_default();
        let is_key = |char: char| char.is_ascii_alphanumeric() || "-_".contains(char);
        let rest = line.trim_start_matches(is_key);
        line.starts_with("[[") || rest.len() < line.len() && rest.trim_start().starts_with('=')
    }

    /// How deep brackets may nest before the rest of a line is passed over: nobody's file does, and a hostile one may.
    const DEEPEST: usize = 16;

    fn list(&mut self, key: &str, depth: usize) {
        if depth > Self::DEEPEST {
            self.skip(|char| char != '\n');
            return;
        }
        self.at += 1;
        while self.between() {
            match self.peek() {
                Some(']') => {
                    self.at += 1;
                    return;
                }
                Some('}') => return,
                _ => self.value(key, depth + 1),
            }
        }
    }

    fn table(&mut self, key: &str, depth: usize) {
        if depth > Self::DEEPEST {
            self.skip(|char| char != '\n');
            return;
        }
        self.at += 1;
        while self.between() {
            match self.peek() {
                Some('}') => {
                    self.at += 1;
                    return;
                }
                Some(']') => return,
                _ => {}
            }
            let start = self.at;
            self.skip(|char| !"=,}]#\n\r".contains(char));
            let word = self.text[start..self.at].trim_end();
            let inner = format!("{key}.{}", word.trim_matches(['"', '\'']));
            self.push(
                TokenKind::Key,
                Span::new(start, start + word.len()),
                &inner,
                false,
            );
            if self.peek() == Some('=') {
                let token = self.tokens.len() - 1;
                self.at += 1;
                let from = self.at;
                self.value(&inner, depth + 1);
                self.tokens[token].value = Span::new(from, self.at);
            }
        }
    }
}
