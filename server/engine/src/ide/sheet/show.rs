//! What our files show: the meaning of keys, codes and ids, their entries as an outline, the addresses behind identifiers.

use crate::ide::Hover;
use crate::registry::Registry;
use crate::rules;
use crate::text::Span;

use super::keys::{self, SheetKind, Value};
use super::scan::{Token, TokenKind};
use super::{IdPlace, card, pieces};

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
    let tokens = pieces(kind, text);
    let token = tokens.iter().find(|token| {
        token.kind != TokenKind::Header && token.span.holds_cursor(offset) && !token.span.is_empty()
    })?;
    let row = keys::row(kind, &token.table, &token.key)?;
    let word = token.span.of(text);
    let rule = || match rules::find(word) {
        Some(rule) => {
            let (code, name, summary) = (rule.code, rule.name, rule.summary());
            Some(format!("**{code}** {name}\n\n{summary}"))
        }
        None => rules_called(word),
    };
    let markdown = match (token.kind, row.value) {
        (TokenKind::Key, _) if row.key == "*" => rule()?,
        (TokenKind::Key, _) => format!("**{}**\n\n{}", row.key, row.words),
        (_, Value::Rule) => rule()?,
        (_, Value::OwnId) => of_id(registry, keys::entry_name(&token.table)?, token, word)?,
        (_, Value::Person) => of_id(registry, "person", token, word)?,
        (_, Value::Post) => of_id(registry, "post", token, word)?,
        (_, Value::Organization) => of_id(registry, "organization", token, word)?,
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

/// The rules whose codes begin like this.
fn rules_called(beginning: &str) -> Option<String> {
    let begin = |rule: &&rules::Rule| !beginning.is_empty() && rule.code.starts_with(beginning);
    let lines = rules::RULES.iter().filter(begin);
    let lines: Vec<String> = lines
        .map(|rule| format!("- {} {}", rule.code, rule.name))
        .collect();
    (!lines.is_empty()).then(|| format!("**{beginning}**\n\n{}", lines.join("\n")))
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
pub fn entries(kind: SheetKind, text: &str) -> Vec<SheetEntry> {
    /// What an entry is called by, the best last.
    const NAMES: [&str; 7] = [
        "role",
        "post_id",
        "person_id",
        "person",
        "id",
        "label",
        "name",
    ];
    let mut entries: Vec<(SheetEntry, Option<usize>)> = Vec::new();
    let mut of_entry: Vec<usize> = Vec::new();
    for token in pieces(kind, text) {
        if token.kind == TokenKind::Header {
            // The brackets before the name of a table; an object begins with its brace.
            let line = text[..token.span.start]
                .rfind('\n')
                .map_or(0, |end| end + 1);
            let (start, name) = if kind == SheetKind::Popolo {
                (token.span.start, token.table.clone())
            } else {
                (line, token.span.of(text).to_owned())
            };
            of_entry.resize(of_entry.len().max(token.entry + 1), usize::MAX);
            of_entry[token.entry] = entries.len();
            let entry = SheetEntry {
                name,
                span: Span::new(start, token.span.end.max(token.value.end)),
                name_span: token.span,
                table: token.table,
            };
            entries.push((entry, None));
            continue;
        }
        let at = of_entry.get(token.entry).copied();
        let Some((entry, named)) = at.and_then(|at| entries.get_mut(at)) else {
            continue;
        };
        let end = token.span.end.max(token.value.end).max(entry.span.end);
        entry.span = Span::new(entry.span.start, end);
        let rank = NAMES.iter().position(|name| *name == token.key);
        if token.kind == TokenKind::Value && !token.span.is_empty() && rank > *named {
            *named = rank;
            token.span.of(text).clone_into(&mut entry.name);
            entry.name_span = token.span;
        }
    }
    entries.into_iter().map(|(entry, _)| entry).collect()
}

/// Where a link leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Link {
    /// To a web address.
    Address(String),
    /// To a file, by its way from the file the link stands in.
    File(String),
}

/// Where identifiers, web addresses and the names of files lead: where each stands, and to what.
pub fn links(kind: SheetKind, text: &str) -> Vec<(Span, Link)> {
    let mut links = Vec::new();
    // In JSON the scheme stands beside the identifier, before or behind it.
    let (mut scheme, mut waiting) = (None::<String>, None::<Span>);
    for token in pieces(kind, text) {
        let value = token.span.of(text);
        if token.kind != TokenKind::Value || value.is_empty() {
            continue;
        }
        if value.starts_with("https://") || value.starts_with("http://") {
            if !value.contains([' ', '\\', '\n']) {
                links.push((token.span, Link::Address(value.to_owned())));
            }
            continue;
        }
        let Some(row) = keys::row(kind, &token.table, &token.key) else {
            continue;
        };
        let within = token.key.rsplit('.').next().unwrap_or_default();
        let identifier = match (row.value, kind, within) {
            (Value::Path, ..) => {
                if !value.contains(['*', '?', '[', '{', '\\']) {
                    links.push((token.span, Link::File(value.to_owned())));
                }
                continue;
            }
            (Value::Identifiers, SheetKind::Popolo, "scheme") => {
                scheme = Some(value.to_owned());
                waiting.take()
            }
            (Value::Identifiers, SheetKind::Popolo, "identifier") => Some(token.span),
            (Value::Identifiers, SheetKind::Registry, within) => {
                scheme = Some(within.to_owned());
                Some(token.span)
            }
            _ => continue,
        };
        let Some(span) = identifier else { continue };
        match scheme.take() {
            Some(scheme) => links.extend(address(&scheme, span.of(text)).map(|to| (span, to))),
            None => waiting = Some(span),
        }
    }
    links.sort_by_key(|(span, _)| *span);
    links
}

/// The address behind an identifier of a scheme we know.
fn address(scheme: &str, value: &str) -> Option<Link> {
    let plain = |char: char| char.is_ascii_alphanumeric() || "-_.".contains(char);
    let place = match scheme {
        "wikidata" => "https://www.wikidata.org/wiki/",
        "viaf" => "https://viaf.org/viaf/",
        "bioguide" => "https://bioguide.congress.gov/search/bio/",
        _ => return None,
    };
    let is_plain = value.chars().all(plain);
    is_plain.then(|| Link::Address(format!("{place}{value}")))
}
