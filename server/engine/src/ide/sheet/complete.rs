//! What may be typed in one of our files: tables, keys, ids, rule codes, the few values a key can have.

use std::collections::BTreeSet;

use crate::registry::Registry;
use crate::rules;
use crate::text::Span;

use super::keys::{self, SheetKind, Value};
use super::scan::{Token, TokenKind};
use super::{ids, known_ids, pieces};

/// Words that can stand at the cursor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetCompletion {
    /// What is replaced (bytes of the file).
    pub span: Span,
    /// By what.
    pub text: String,
    /// What is shown, and held against what was typed.
    pub label: String,
    /// What it is, in a few words.
    pub detail: String,
    /// What it says, in Markdown; may be empty.
    pub words: String,
    /// Whether it is a key or table, not a value.
    pub is_key: bool,
}

/// What may be typed at `offset`, in order, at most `limit`, and whether that is all. `registry` is the project's.
pub fn completions(
    kind: SheetKind,
    text: &str,
    offset: usize,
    registry: &Registry,
    limit: usize,
) -> (Vec<SheetCompletion>, bool) {
    let tokens = pieces(kind, text);
    let here = |token: &&Token| token.span.holds_cursor(offset);
    let list = if let Some(value) = tokens
        .iter()
        .find(|token| token.kind == TokenKind::Value && here(token))
    {
        values(
            kind,
            text,
            registry,
            &value.table,
            &value.key,
            value.span,
            value.marked,
        )
    } else if let Some(header) = tokens
        .iter()
        .find(|token| token.kind == TokenKind::Header && token.marked && here(token))
    {
        headers(kind, header.span)
    } else if let Some(key) = tokens
        .iter()
        .find(|token| token.kind == TokenKind::Key && here(token))
    {
        if key.marked {
            keys_of(kind, &tokens, key.entry, &key.table, key.span)
        } else {
            Vec::new()
        }
    } else if let Some(key) = tokens
        .iter()
        .find(|token| token.value.holds_cursor(offset) && !token.value.is_empty())
    {
        values(
            kind,
            text,
            registry,
            &key.table,
            &key.key,
            Span::new(offset, offset),
            false,
        )
    } else {
        let before = tokens.iter().rfind(|token| token.span.end < offset);
        let (entry, table) = before.map_or((0, ""), |token| (token.entry, token.table.as_str()));
        let is_blank = text[..offset.min(text.len())]
            .rsplit(['\n', '\r'])
            .next()
            .is_some_and(|line| line.trim().is_empty());
        // JSON has no place for a key outside of quotation marks.
        if is_blank && kind != SheetKind::Popolo {
            keys_of(kind, &tokens, entry, table, Span::new(offset, offset))
        } else {
            Vec::new()
        }
    };
    // Ids are many: only what is begun as typed, or has a word begun so, is offered.
    let mut list = list;
    let typed = |one: &SheetCompletion| {
        text[one.span.start..offset.clamp(one.span.start, one.span.end)].to_lowercase()
    };
    list.retain(|one| {
        let typed = typed(one);
        let begins = |words: &str| {
            let words = words.to_lowercase();
            words
                .split(|char: char| !char.is_alphanumeric())
                .any(|word| word.starts_with(&typed))
                || words.starts_with(&typed)
        };
        begins(&one.label) || begins(&one.detail)
    });
    let is_all = list.len() <= limit;
    list.truncate(limit);
    (list, is_all)
}

/// The keys of a table that are not there yet.
fn keys_of(
    kind: SheetKind,
    tokens: &[Token],
    entry: usize,
    table: &str,
    span: Span,
) -> Vec<SheetCompletion> {
    if kind == SheetKind::Project && table == "levels" {
        let rules = rules::RULES.iter();
        return rules
            .map(|rule| {
                completion(
                    span,
                    format!("{} = ", rule.code),
                    rule.code,
                    rule.name,
                    rule.summary(),
                    true,
                )
            })
            .collect();
    }
    let is_there = |key: &str| {
        tokens.iter().any(|token| {
            token.kind == TokenKind::Key
                && token.marked
                && token.entry == entry
                && token.key == key
                && token.span != span
        })
    };
    let rows = keys::rows(kind, table)
        .filter(|row| row.key != "*" && row.value != Value::Table && !is_there(row.key));
    let mut list: Vec<SheetCompletion> = rows
        .map(|row| {
            let text = match kind {
                SheetKind::Popolo => row.key.to_owned(),
                SheetKind::Project | SheetKind::Registry => format!("{} = ", row.key),
            };
            completion(span, text, row.key, "key", row.words, true)
        })
        .collect();
    if span.is_empty() && kind != SheetKind::Popolo {
        for (name, many) in keys::tables(kind) {
            let header = if many {
                format!("[[{name}]]")
            } else {
                format!("[{name}]")
            };
            list.push(completion(
                span,
                format!("{header}\n"),
                &header,
                "table",
                "",
                true,
            ));
        }
    }
    list
}

fn headers(kind: SheetKind, span: Span) -> Vec<SheetCompletion> {
    let tables = keys::tables(kind).into_iter();
    tables
        .map(|(name, _)| completion(span, name.to_owned(), name, "table", "", true))
        .collect()
}

fn values(
    kind: SheetKind,
    text: &str,
    registry: &Registry,
    table: &str,
    key: &str,
    span: Span,
    quoted: bool,
) -> Vec<SheetCompletion> {
    let Some(row) = keys::row(kind, table, key) else {
        return Vec::new();
    };
    let in_quotes = |word: &str| {
        if quoted {
            word.to_owned()
        } else {
            format!("\"{word}\"")
        }
    };
    let of = match row.value {
        Value::Person => "person",
        Value::Post => "post",
        Value::Organization => "organization",
        value => {
            let plain = value == Value::Boolean;
            let choices = keys::choices(value).into_iter();
            return choices
                .map(|(word, meaning)| {
                    let words = rules::find(word)
                        .filter(|_| value == Value::Rule)
                        .map_or("", |rule| rule.summary());
                    let text = if plain {
                        word.to_owned()
                    } else {
                        in_quotes(word)
                    };
                    completion(span, text, word, meaning, words, false)
                })
                .collect();
        }
    };
    // The file's own entries first: they may not be in the registry yet.
    let mut list: Vec<SheetCompletion> = Vec::new();
    for own in ids(kind, text) {
        if own.of == of && own.is_own && own.span != span {
            list.push(completion(
                span,
                in_quotes(&own.id),
                &own.id,
                "in this file",
                "",
                false,
            ));
        }
    }
    let own: BTreeSet<String> = list.iter().map(|own| own.label.clone()).collect();
    for (id, name) in known_ids(registry, of) {
        if !own.contains(id) {
            list.push(completion(span, in_quotes(id), id, &name, "", false));
        }
    }
    list
}

fn completion(
    span: Span,
    text: String,
    label: &str,
    detail: &str,
    words: &str,
    is_key: bool,
) -> SheetCompletion {
    SheetCompletion {
        span,
        text,
        label: label.to_owned(),
        detail: detail.to_owned(),
        words: words.to_owned(),
        is_key,
    }
}
