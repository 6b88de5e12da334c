//! The members of one Popolo object, one by one: each leaves its place; what has the wrong kind is told there and left out.

use crate::date::Date;
use crate::json::{Object, Value};
use crate::registry::{Identifier, Name};
use crate::text::Span;

use super::{Period, Popolo, names};
use crate::registry::file::entry::{Entry, Key, Places};

/// An object being read.
pub(super) struct Members<'p, 'a> {
    popolo: &'p mut Popolo,
    object: Object<'a>,
    span: Span,
    kind: &'static str,
    places: Vec<(Key, Span)>,
}

impl<'p, 'a> Members<'p, 'a> {
    pub(super) fn new(
        popolo: &'p mut Popolo,
        object: Object<'a>,
        span: Span,
        kind: &'static str,
    ) -> Members<'p, 'a> {
        Members {
            popolo,
            object,
            span,
            kind,
            places: Vec::new(),
        }
    }

    /// The entry as it has been read.
    pub(super) fn entry<T>(mut self, value: T) -> Entry<T> {
        Entry {
            value: value.into(),
            span: self.span,
            places: Places::new(self.span, 1, &mut self.places),
        }
    }

    /// Tells what is wrong with the object as a whole.
    pub(super) fn wrong(&mut self, message: String) {
        let header = Span::new(self.span.start, self.span.start + 1);
        self.popolo.problem(header, message);
    }

    fn must_be(&mut self, value: Value<'_>, name: &str, expected: &str) {
        let found = value.kind().name();
        let message = format!("`{name}` must be {expected}, not {found}");
        self.popolo.problem(value.span(), message);
    }

    /// A string; an empty one says nothing, for many writers leave them.
    pub(super) fn text(&mut self, name: &str, key: Key) -> Option<String> {
        let value = self.object.get(name)?;
        let Some(text) = value.as_str() else {
            self.must_be(value, name, "a string");
            return None;
        };
        if text.trim().is_empty() {
            return None;
        }
        self.places.push((key, value.span()));
        Some(text.into_owned())
    }

    /// A string without which the object means nothing.
    pub(super) fn needed(&mut self, name: &str, key: Key) -> Option<String> {
        let n_problems = self.popolo.problems.len();
        let text = self.text(name, key);
        if text.is_none() && self.popolo.problems.len() == n_problems {
            let kind = self.kind;
            self.wrong(format!("this {kind} has no `{name}`"));
        }
        text
    }

    /// The name of the organization or area an id leads to; the id itself if it leads nowhere.
    pub(super) fn title(&mut self, name: &str, key: Key) -> Option<String> {
        let id = self.text(name, key)?;
        Some(self.popolo.titles.get(&id).cloned().unwrap_or(id))
    }

    /// A date to the year, month or day.
    pub(super) fn date(&mut self, name: &str, key: Key) -> Option<Date> {
        let written = self.text(name, key)?;
        let date = names::date(&written);
        if date.is_none()
            && let Some(value) = self.object.get(name)
        {
            let message = format!("`{written}` is not a date such as 2023-03-15, 2023-03 or 2023");
            self.popolo.problem(value.span(), message);
        }
        date
    }

    /// A whole number above 0.
    pub(super) fn count(&mut self, name: &str, key: Key) -> Option<u32> {
        let value = self.object.get(name)?;
        let number = value.as_integer().and_then(|n| u32::try_from(n).ok());
        let number = number.filter(|n| *n > 0);
        if number.is_some() {
            self.places.push((key, value.span()));
        } else {
            self.must_be(value, name, "a whole number above 0");
        }
        number
    }

    /// `other_names`, the language as their kind.
    pub(super) fn other_names(&mut self) -> Vec<Name> {
        let mut others = Vec::new();
        for value in self.popolo.list(&self.object, "other_names") {
            let object = value.as_object();
            let text = |name| {
                let text = object.as_ref()?.get(name)?.as_str()?;
                (!text.trim().is_empty()).then(|| text.into_owned())
            };
            let Some(name) = text("name") else {
                let message = "each of `other_names` must be an object with `name`".to_owned();
                self.popolo.problem(value.span(), message);
                continue;
            };
            let nth = u16::try_from(others.len()).unwrap_or(u16::MAX);
            self.places.push((Key::Alias(nth), value.span()));
            others.push(Name {
                text: name.into(),
                script: None,
                kind: text("lang").or(text("note")),
            });
        }
        others
    }

    /// `identifiers`, in order of scheme.
    pub(super) fn identifiers(&mut self) -> Vec<Identifier> {
        let mut found = Vec::new();
        for value in self.popolo.list(&self.object, "identifiers") {
            let object = value.as_object();
            let text = |name| Some(object.as_ref()?.get(name)?.as_str()?.into_owned());
            let (scheme, identifier) = (text("scheme"), text("identifier"));
            if let (Some(scheme), Some(of_scheme)) = (scheme, identifier) {
                let identifier = Identifier {
                    scheme: scheme.into(),
                    value: of_scheme.into(),
                };
                found.push((identifier, value.span()));
            } else {
                let message = "an identifier must have `scheme` and `identifier`".to_owned();
                self.popolo.problem(value.span(), message);
            }
        }
        found.sort();
        let mut identifiers = Vec::with_capacity(found.len());
        for (nth, (identifier, span)) in found.into_iter().enumerate() {
            let nth = u16::try_from(nth).unwrap_or(u16::MAX);
            self.places.push((Key::Identifier(nth), span));
            identifiers.push(identifier);
        }
        identifiers
    }

    /// The first of `sources`: its note, else its address.
    pub(super) fn source(&mut self) -> Option<String> {
        let value = self.object.get("sources")?;
        let first = value.as_list()?.into_iter().next()?;
        self.places.push((Key::Source, first.span()));
        let object = first.as_object();
        let text = |name| Some(object.as_ref()?.get(name)?.as_str()?.into_owned());
        text("note")
            .or(text("url"))
            .or(first.as_str().map(Into::into))
    }

    /// When the legislative period of a membership was.
    pub(super) fn period(&mut self) -> Period {
        let Some(value) = self.object.get("legislative_period_id") else {
            return Period::default();
        };
        let id = value.as_str().unwrap_or_default();
        let Some(&period) = self.popolo.periods.get(&*id) else {
            let message = format!("no event has the id `{id}`, so this membership has no dates");
            self.popolo.problem(value.span(), message);
            return Period::default();
        };
        for key in [Key::Start, Key::End] {
            let name = if key == Key::Start {
                "start_date"
            } else {
                "end_date"
            };
            let own = self.object.get(name).and_then(Value::as_str);
            if own.is_none_or(|own| own.trim().is_empty()) {
                self.places.push((key, value.span()));
            }
        }
        period
    }

    /// Lists of objects that stand within this one.
    pub(super) fn inner<const N: usize>(&mut self, names: [&str; N]) -> [Vec<Value<'a>>; N] {
        names.map(|name| self.popolo.list(&self.object, name))
    }
}
