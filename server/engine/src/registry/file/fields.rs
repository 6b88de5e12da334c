//! Values of a TOML entry, key by key: each leaves its place; what has the wrong kind is told there and left out.

use smol_str::SmolStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::registry::{Identifier, Name};
use crate::text::Span;

use super::entry::{Entry, Key, Places};
use super::kind::{ALIAS_KEYS, EntryKind};
use super::reader::Reader;

/// An entry being read.
pub(super) struct Fields<'r, 't, 'd> {
    pub(super) reader: &'r mut Reader,
    pub(super) table: &'t DeTable<'d>,
    pub(super) kind: EntryKind,
    /// All of the entry.
    pub(super) span: Span,
    /// How many bytes open it.
    pub(super) header: usize,
    pub(super) places: Vec<(Key, Span)>,
}

impl<'t, 'd> Fields<'_, 't, 'd> {
    /// The entry as it has been read.
    pub(super) fn entry<T>(mut self, value: T) -> Entry<T> {
        Entry {
            value: value.into(),
            span: self.span,
            places: Places::new(self.span, self.header, &mut self.places),
        }
    }

    /// Tells what is wrong with the entry as a whole.
    pub(super) fn wrong(&mut self, message: String) {
        let header = Span::new(self.span.start, self.span.start + self.header);
        self.reader.problem(header, message);
    }

    fn get(&mut self, name: &str, key: Key) -> Option<&'t Spanned<DeValue<'d>>> {
        let value = self.table.get(name)?;
        self.places.push((key, self.reader.place(value.span())));
        Some(value)
    }

    /// A string that is not empty.
    pub(super) fn text<T: for<'s> From<&'s str>>(&mut self, name: &str, key: Key) -> Option<T> {
        let value = self.get(name, key)?;
        let text = value.get_ref().as_str();
        let span = self.reader.place(value.span());
        match text {
            None => self.reader.must_be(span, name, "a string", value),
            Some(text) if text.trim().is_empty() => {
                self.reader.problem(span, format!("`{name}` is empty"));
                return None;
            }
            Some(_) => {}
        }
        text.map(T::from)
    }

    /// A string without which the entry means nothing.
    pub(super) fn needed<T: for<'s> From<&'s str>>(&mut self, name: &str, key: Key) -> Option<T> {
        if self.table.get(name).is_none() {
            let kind = self.kind.name();
            self.wrong(format!("this {kind} has no `{name}`"));
        }
        self.text(name, key)
    }

    /// A date, quoted or not; a year may be a number.
    pub(super) fn date(&mut self, name: &str, key: Key) -> Option<Date> {
        let value = self.get(name, key)?;
        self.reader.date(name, value)
    }

    /// A whole number above 0.
    pub(super) fn count(&mut self, name: &str, key: Key) -> Option<u32> {
        let value = self.get(name, key)?;
        let number = value.get_ref().as_integer();
        let number = number
            .and_then(|n| n.as_str().parse().ok())
            .filter(|n| *n > 0);
        if number.is_none() {
            let span = self.reader.place(value.span());
            self.reader
                .must_be(span, name, "a whole number above 0", value);
        }
        number
    }

    /// `true` or `false`; `false` if it is not said.
    pub(super) fn flag(&mut self, name: &str, key: Key) -> bool {
        let Some(value) = self.get(name, key) else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            let span = self.reader.place(value.span());
            self.reader.must_be(span, name, "`true` or `false`", value);
            false
        })
    }

    /// ISO 3166 code of a state.
    pub(super) fn state(&mut self) -> Option<String> {
        let state: String = self.text("state", Key::State)?;
        if state.len() == 2 && state.bytes().all(|b| b.is_ascii_alphabetic()) {
            return Some(state.to_ascii_uppercase());
        }
        let span = self.reader.place(self.table.get("state")?.span());
        self.reader.problem(
            span,
            format!("`{state}` is no two-letter code of a state such as \"SY\""),
        );
        None
    }

    /// A list of strings; one string alone is a list of one.
    pub(super) fn strings(&mut self, name: &str) -> Vec<String> {
        let Some(value) = self.table.get(name) else {
            return Vec::new();
        };
        if let Some(text) = value.get_ref().as_str() {
            return vec![text.to_owned()];
        }
        let Some(list) = value.get_ref().as_array() else {
            let span = self.reader.place(value.span());
            self.reader.must_be(span, name, "a list of strings", value);
            return Vec::new();
        };
        let mut strings = Vec::new();
        for value in list {
            if let Some(text) = value.get_ref().as_str() {
                strings.push(text.to_owned());
            } else {
                let span = self.reader.place(value.span());
                let message = format!("each of `{name}` must be a string");
                self.reader.problem(span, message);
            }
        }
        strings
    }

    /// `aliases`: strings, or tables with `text`, `script`, `kind`.
    pub(super) fn names(&mut self) -> Vec<Name> {
        let Some(value) = self.table.get("aliases") else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            let span = self.reader.place(value.span());
            self.reader.must_be(span, "aliases", "a list", value);
            return Vec::new();
        };
        let mut names = Vec::with_capacity(list.len());
        for value in list {
            if let Some(name) = self.name(value) {
                let nth = u16::try_from(names.len()).unwrap_or(u16::MAX);
                let span = self.reader.place(value.span());
                self.places.push((Key::Alias(nth), span));
                names.push(name);
            }
        }
        names
    }

    fn name(&mut self, value: &Spanned<DeValue<'d>>) -> Option<Name> {
        let span = self.reader.place(value.span());
        let written = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(SmolStr::from);
        let name = if let Some(text) = written(value) {
            Name::plain(text)
        } else if let Some(table) = value.get_ref().as_table() {
            self.reader.keys(table, "alias", ALIAS_KEYS);
            let mut part = |key: &str| {
                let value = table.get(key)?;
                let text = written(value);
                if text.is_none() {
                    let span = self.reader.place(value.span());
                    self.reader.must_be(span, key, "a string", value);
                }
                text
            };
            let name = part("text").map(|text| Name {
                text,
                script: part("script").map(String::from),
                kind: part("kind").map(String::from),
            });
            if !table.contains_key("text") {
                self.reader
                    .problem(span, "this alias has no `text`".to_owned());
            }
            name?
        } else {
            let message = "an alias must be a string or a table with `text`".to_owned();
            self.reader.problem(span, message);
            return None;
        };
        if name.text.trim().is_empty() {
            self.reader.problem(span, "an alias is empty".to_owned());
            return None;
        }
        Some(name)
    }

    /// `identifiers`: a table from scheme to value.
    pub(super) fn identifiers(&mut self) -> Vec<Identifier> {
        let Some(value) = self.table.get("identifiers") else {
            return Vec::new();
        };
        let Some(schemes) = value.get_ref().as_table() else {
            let span = self.reader.place(value.span());
            let example = "a table such as { wikidata = \"Q1\" }";
            self.reader.must_be(span, "identifiers", example, value);
            return Vec::new();
        };
        let mut identifiers = Vec::with_capacity(schemes.len());
        for (scheme, value) in schemes {
            let span = self.reader.place(value.span());
            match value.get_ref().as_str() {
                Some(text) => {
                    let identifier = Identifier {
                        scheme: scheme.get_ref().as_ref().into(),
                        value: text.into(),
                    };
                    identifiers.push((identifier, span));
                }
                None => self
                    .reader
                    .problem(span, "an identifier must be a string".to_owned()),
            }
        }
        identifiers.sort();
        let mut sorted = Vec::with_capacity(identifiers.len());
        for (nth, (identifier, span)) in identifiers.into_iter().enumerate() {
            let nth = u16::try_from(nth).unwrap_or(u16::MAX);
            self.places.push((Key::Identifier(nth), span));
            sorted.push(identifier);
        }
        sorted
    }
}
