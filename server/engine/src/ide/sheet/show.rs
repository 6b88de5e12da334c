//! What our files show: the meaning of keys, codes and ids, their entries as an outline, the addresses behind identifiers.

use crate::ide::Hover;
use crate::registry::Registry;
use crate::rules;
use crate::text::Span;

use super::keys::{self, SheetKind, Value};
use super::scan::{Token, TokenKind, scan};
use super::{IdPlace, card};

/// An entry of a file, for the outline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetEntry {
    /// What it is called: a name, a label, an id, the table's name.
    pub name: String,
    /// Its table; empty for the keys at the top.
    pub table: String,
    /// All of it (bytes of the file).
    pub span: Span,
    /// Where its name stands, inside `span`.
    pub name_span: Span,
}

/// What the key, code or id under the cursor means.
pub fn explain(kind: SheetKind, text: &str, offset: usize, registry: &Registry) -> Option<Hover> {
    let tokens = scan(text);
    let token = tokens.iter().find(|token| {
        token.kind != TokenKind::Header && token.span.holds_cursor(offset) && !token.span.is_empty()
    })?;
    let row = keys::row(kind, &token.table, &token.key)?;
    let word = token.span.of(text);
    let rule = || {
        let rule = rules::find(word)?;
        Some(format!(
            "**{}** {}\n\n{}",
            rule.code,
            rule.name,
            rule.summary()
        ))
    };
    let markdown = match (token.kind, row.value) {
        (TokenKind::Key, _) if row.key == "*" => rule()?,
        (TokenKind::Key, _) => format!("**{}**\n\n{}", row.key, row.words),
        (_, Value::Rule) => rule()?,
        (_, Value::OwnId) => of_id(registry, keys::entry_name(&token.table)?, token, word)?,
        (_, Value::Person) => of_id(registry, "person", token, word)?,
        (_, Value::Post) => of_id(registry, "post", token, word)?,
        (_, value) => {
            let choices = keys::choices(value);
            let (_, meaning) = choices.iter().find(|(choice, _)| *choice == word)?;
            if meaning.is_empty() {
                return None;
            }
            format!("`{word}`: {meaning}")
        }
    };
    Some(Hover {
        span: token.span,
        markdown,
    })
}

fn of_id(registry: &Registry, of: &'static str, token: &Token, id: &str) -> Option<String> {
    let place = IdPlace {
        of,
        id: id.to_owned(),
        span: token.span,
        is_own: false,
    };
    card(registry, &place)
}

/// The entries of a file, in text order.
pub fn entries(text: &str) -> Vec<SheetEntry> {
    let tokens = scan(text);
    let mut entries: Vec<SheetEntry> = Vec::new();
    for (at, header) in tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.kind == TokenKind::Header)
    {
        let own: Vec<&Token> = tokens[at..]
            .iter()
            .take_while(|token| token.entry == header.entry)
            .collect();
        let named = ["name", "label", "id", "person"].iter().find_map(|key| {
            let is_it = |token: &&&Token| {
                token.kind == TokenKind::Value && token.key == *key && !token.span.is_empty()
            };
            own.iter().find(is_it)
        });
        let name_span = named.map_or(header.span, |token| token.span);
        let end = own
            .iter()
            .map(|token| token.span.end.max(token.value.end))
            .max()
            .unwrap_or(header.span.end);
        // The brackets before the name.
        let start = text[..header.span.start]
            .rfind('\n')
            .map_or(0, |end| end + 1);
        entries.push(SheetEntry {
            name: name_span.of(text).to_owned(),
            table: header.table.clone(),
            span: Span::new(start, end.max(header.span.end)),
            name_span,
        });
    }
    entries
}

/// The addresses behind identifiers: where each stands, and the address.
pub fn links(kind: SheetKind, text: &str) -> Vec<(Span, String)> {
    let tokens = scan(text);
    let values = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Value && !token.span.is_empty());
    let link = |token: &Token| {
        let row = keys::row(kind, &token.table, &token.key)?;
        if row.value != Value::Identifiers {
            return None;
        }
        let scheme = token.key.rsplit('.').next()?;
        let value = token.span.of(text);
        let plain = |char: char| char.is_ascii_alphanumeric() || "-_.".contains(char);
        let address = match scheme {
            "wikidata" => format!("https://www.wikidata.org/wiki/{value}"),
            "viaf" => format!("https://viaf.org/viaf/{value}"),
            "bioguide" => format!("https://bioguide.congress.gov/search/bio/{value}"),
            _ => return None,
        };
        value.chars().all(plain).then_some((token.span, address))
    };
    values.filter_map(link).collect()
}
