//! Our own files in an editor: registries, in TOML and in JSON, and project files, as they are typed.
//!
//! What may stand where is data (`sheet/keys.tsv`): a file of another kind is more lines of it. Everything works on text that
//! is not TOML or JSON yet.

mod complete;
mod grow;
mod json;
mod keys;
mod scan;
mod show;

use std::fmt::Write;

use crate::registry::{PersonId, PostId, Registry};
use crate::text::Span;

use super::references::Target;

pub use complete::{SheetCompletion, completions};
pub use grow::selection;
pub use keys::{KeyRow, SheetKind, Value, tables};
pub use show::{Link, SheetEntry, entries, explain, links};

use scan::{Token, TokenKind};

/// An id in a file: where an entry has it, or where another one refers to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IdPlace {
    /// What it is the id of: `person`, `post`, `organization`.
    pub of: &'static str,
    /// The id.
    pub id: String,
    /// Its bytes in the file, without quotation marks.
    pub span: Span,
    /// Whether the entry itself has it here.
    pub is_own: bool,
}

impl IdPlace {
    /// The key by which the same is found in transcripts: see [`Target::key`].
    pub fn key(&self) -> String {
        format!("{}:{}", self.of, self.id)
    }

    /// Whom or what it means in a registry.
    pub fn target(&self, registry: &Registry) -> Option<Target> {
        Target::of_key(&self.key(), registry)
    }
}

/// The pieces of a file of a kind, in text order.
fn pieces(kind: SheetKind, text: &str) -> Vec<Token> {
    match kind {
        SheetKind::Popolo => json::scan(text),
        SheetKind::Project | SheetKind::Registry => scan::scan(text),
    }
}

/// Every id in a file, in text order.
pub fn ids(kind: SheetKind, text: &str) -> Vec<IdPlace> {
    let tokens = pieces(kind, text);
    let values = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Value && !token.span.is_empty());
    let id = |token: &Token| {
        let (of, is_own) = match keys::row(kind, &token.table, &token.key)?.value {
            Value::OwnId => (keys::entry_name(&token.table)?, true),
            Value::Person => ("person", false),
            Value::Post => ("post", false),
            Value::Organization => ("organization", false),
            _ => return None,
        };
        let id = token.span.of(text).to_owned();
        Some(IdPlace {
            of,
            id,
            span: token.span,
            is_own,
        })
    };
    values.filter_map(id).collect()
}

/// The id under the cursor.
pub fn id_at(kind: SheetKind, text: &str, offset: usize) -> Option<IdPlace> {
    let mut ids = ids(kind, text).into_iter();
    ids.find(|id| id.span.holds_cursor(offset))
}

/// Why this cannot be an id, if it cannot.
pub fn unfit_id(id: &str) -> Option<&'static str> {
    let fits = |char: char| char.is_alphanumeric() || "-_.".contains(char);
    (id.is_empty() || !id.chars().all(fits))
        .then_some("An id is made of letters, digits, hyphens, underscores and stops.")
}

/// The ids of a kind that a registry has, each with what it is called.
fn known_ids<'a>(registry: &'a Registry, of: &str) -> Vec<(&'a str, String)> {
    match of {
        "person" => {
            let people = registry.people();
            people
                .map(|person| (person.id.as_str(), person.name.to_string()))
                .collect()
        }
        "post" => {
            let posts = registry.posts().enumerate();
            posts
                .map(|(at, post)| (post.id.as_str(), registry.post_title(PostId(at as u32))))
                .collect()
        }
        _ => {
            let organizations = registry.organizations().iter();
            organizations
                .map(|one| (one.id.as_str(), one.name.clone()))
                .collect()
        }
    }
}

/// The card of a person, post or organization, for who asks what an id means.
fn card(registry: &Registry, place: &IdPlace) -> Option<String> {
    if place.of == "organization" {
        return organization_card(registry, &place.id);
    }
    match place.target(registry)? {
        Target::Person(person) => Some(person_card(registry, person)),
        Target::Post(post) => Some(super::card::post_card(registry, post, None)),
        Target::Speaker(_) => None,
    }
}

fn person_card(registry: &Registry, person: PersonId) -> String {
    super::card::person_card(registry, person, None, None)
}

fn organization_card(registry: &Registry, id: &str) -> Option<String> {
    let organization = registry.organization_called(id)?;
    let mut card = format!("**{}**\n", organization.name);
    let parent = organization.parent.as_deref();
    let parent = parent.and_then(|parent| registry.organization_called(parent));
    let facts = [
        organization.kind.clone(),
        parent.map(|parent| format!("part of {}", parent.name)),
        organization
            .start
            .map(|start| format!("from {}", start.words())),
        organization.end.map(|end| format!("until {}", end.words())),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if !facts.is_empty() {
        _ = writeln!(card, "\n{}", facts.join(", "));
    }
    Some(card)
}

#[cfg(test)]
mod tests;
