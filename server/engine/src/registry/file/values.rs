//! Values of an entry, key by key: what has the wrong kind is told at its place and left out.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::registry::{Identifier, Name};
use crate::text::Span;
use crate::toml::Located;

use super::reader::{Reader, place};

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader {
    pub(super) fn text(&mut self, table: &DeTable, key: &str) -> Option<String> {
        let value = table.get(key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.problem(place(value.span()), format!("`{key}` must be a string"));
        }
        text
    }

    pub(super) fn needed(
        &mut self,
        table: &DeTable,
        span: Span,
        kind: &str,
        key: &str,
    ) -> Option<String> {
        if table.get(key).is_none() {
            self.problem(span, format!("this {kind} has no `{key}`"));
        }
        self.text(table, key)
    }

    pub(super) fn needed_located(
        &mut self,
        table: &DeTable,
        span: Span,
        key: &str,
    ) -> Option<Located<String>> {
        let value = self.needed(table, span, "membership", key)?;
        let span = table.get(key).map_or(span, |value| place(value.span()));
        Some(Located { value, span })
    }

    /// A date, quoted or not; a year may be a number.
    pub(super) fn date(&mut self, table: &DeTable, key: &str) -> Option<Date> {
        let value = table.get(key)?;
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            _ => {
                self.problem(
                    place(value.span()),
                    format!("`{key}` must be a date such as \"2023-03-15\""),
                );
                return None;
            }
        };
        let date = Date::parse(&written);
        if date.is_none() {
            self.problem(
                place(value.span()),
                format!("`{written}` is not a date such as 2023-03-15, 2023-03 or 2023"),
            );
        }
        date
    }

    /// `aliases`: strings, or tables with `text`, `script`, `kind`.
    pub(super) fn names(&mut self, table: &DeTable) -> Vec<Name> {
        let Some(value) = table.get("aliases") else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            self.problem(place(value.span()), "`aliases` must be a list".to_owned());
            return Vec::new();
        };
        list.iter().filter_map(|value| self.name(value)).collect()
    }

    pub(super) fn name(&mut self, value: &Value) -> Option<Name> {
        if let Some(text) = value.get_ref().as_str() {
            return Some(Name {
                text: text.to_owned(),
                script: None,
                kind: None,
            });
        }
        let Some(table) = value.get_ref().as_table() else {
            self.problem(
                place(value.span()),
                "an alias must be a string or a table with `text`".to_owned(),
            );
            return None;
        };
        self.keys(table, "alias", &["kind", "script", "text"]);
        Some(Name {
            text: self.needed(table, place(value.span()), "alias", "text")?,
            script: self.text(table, "script"),
            kind: self.text(table, "kind"),
        })
    }

    /// `identifiers`: a table from scheme to value.
    pub(super) fn identifiers(&mut self, table: &DeTable) -> Vec<Identifier> {
        let Some(value) = table.get("identifiers") else {
            return Vec::new();
        };
        let Some(schemes) = value.get_ref().as_table() else {
            self.problem(
                place(value.span()),
                "`identifiers` must be a table such as { wikidata = \"Q1\" }".to_owned(),
            );
            return Vec::new();
        };
        let mut identifiers = Vec::new();
        for (scheme, value) in schemes {
            match value.get_ref().as_str() {
                Some(text) => identifiers.push(Identifier {
                    scheme: scheme.get_ref().to_string(),
                    value: text.to_owned(),
                }),
                None => self.problem(
                    place(value.span()),
                    "an identifier must be a string".to_owned(),
                ),
            }
        }
        identifiers.sort();
        identifiers
    }
}
