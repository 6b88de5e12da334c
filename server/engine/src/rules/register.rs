//! Entries of the project's registry that settle findings about names: a known variant, another person, somebody new.

use crate::registry::{Person, slug};
use crate::text::Span;

use super::{FileChange, FileEdit, FileRole, FileValue};

/// What kind of alias says that a spelling is known and may stand beside the preferred one.
pub(super) const VARIANT: &str = "variant";

/// Makes `text` a known variant of a person's name.
pub(super) fn known_variant(person: &Person, text: &str) -> FileEdit {
    let script = script(text).map(|script| ("script", script.into()));
    let mut alias = vec![("text", text.into()), ("kind", VARIANT.into())];
    alias.extend(script);
    extend(person, FileValue::Table(alias))
}

/// Gives a person one more name, in the script it is written in.
pub(super) fn alias(person: &Person, text: &str) -> FileEdit {
    let value = match script(text) {
        Some(script) => FileValue::Table(vec![("text", text.into()), ("script", script.into())]),
        None => text.into(),
    };
    extend(person, value)
}

fn extend(person: &Person, value: FileValue) -> FileEdit {
    FileEdit {
        file: FileRole::Registry,
        change: FileChange::Extend {
            list: "person",
            id: person.id.to_string(),
            key: "aliases",
            value,
            otherwise: vec![("name", person.name.as_str().into())],
        },
    }
}

/// Makes somebody of this name an entry of their own.
pub(super) fn new_person(name: &str) -> FileEdit {
    let mut entry: Vec<(&'static str, FileValue)> =
        vec![("id", slug(name).into()), ("name", name.into())];
    if let Some((given, family)) = name.rsplit_once(' ') {
        entry.push(("family", family.into()));
        entry.push(("given", given.into()));
    }
    FileEdit {
        file: FileRole::Registry,
        change: FileChange::Append {
            list: "person",
            entry,
        },
    }
}

/// An element of a list with the comma that parts it from its neighbour, the one after it if there is one.
pub(super) fn with_comma(text: &str, element: Span) -> Option<Span> {
    let after = text.get(element.end..)?;
    let rest = after.trim_start();
    if let Some(next) = rest.strip_prefix(',') {
        let next = next.trim_start_matches([' ', '\t']);
        return Some(Span::new(element.start, text.len() - next.len()));
    }
    let before = text.get(..element.start)?.trim_end();
    let start = before.strip_suffix(',').map_or(element.start, str::len);
    Some(Span::new(start, element.end))
}

/// ISO 15924 code of the script of some words, if it is not Latin.
pub(super) fn script(words: &str) -> Option<&'static str> {
    match words.chars().find(|c| c.is_alphabetic())? {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some("Grek"),
        '\u{400}'..='\u{52f}' => Some("Cyrl"),
        '\u{530}'..='\u{58f}' => Some("Armn"),
        '\u{590}'..='\u{5ff}' => Some("Hebr"),
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => Some("Arab"),
        '\u{10a0}'..='\u{10ff}' => Some("Geor"),
        '\u{3400}'..='\u{9fff}' => Some("Hani"),
        _ => None,
    }
}
