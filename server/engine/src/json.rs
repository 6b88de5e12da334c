//! JSON values with the place they were written at, read one level at a time.
//!
//! A value is a slice of the text until somebody asks what is in it, so a file of any size costs no tree, and nesting of any
//! depth costs no stack: `serde_json` walks over what is not asked for without recursion.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::text::Span;
use crate::toml::Problem;

/// A value of a JSON text, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    raw: &'a str,
    start: usize,
}

/// What kind of value it is, as people call it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Kind {
    /// Its name with an article.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::Number => "a number",
            Kind::String => "a string",
            Kind::List => "a list",
            Kind::Object => "an object",
        }
    }
}

/// Reads a text as one JSON value; what is wrong with it is told at its place.
pub fn parse(text: &str) -> Result<Value<'_>, Problem> {
    let offset = if text.starts_with('\u{feff}') { 3 } else { 0 };
    match serde_json::from_str::<&RawValue>(&text[offset..]) {
        Ok(raw) => Ok(Value::new(text, 0, raw)),
        Err(error) => {
            let at =
                (offset + place(&text[offset..], error.line(), error.column())).min(text.len());
            let mut message = error.to_string();
            if let Some(end) = message.rfind(" at line ") {
                message.truncate(end);
            }
            Err(Problem {
                span: Span::new(at, at),
                message: format!("this is no JSON: {message}"),
            })
        }
    }
}

/// The byte at a line and column of an error, both counted from 1, the column in bytes.
fn place(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(n) => memchr::memchr_iter(b'\n', text.as_bytes())
            .nth(n)
            .map_or(0, |at| at + 1),
    };
    let mut at = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl<'a> Value<'a> {
    /// A part of `whole`, which begins at byte `start` of the text.
    fn new(whole: &'a str, start: usize, part: &'a RawValue) -> Value<'a> {
        // The part is a slice of the whole: where it begins is a difference of addresses.
        let inside = part.get().as_ptr().addr() - whole.as_ptr().addr();
        Value {
            raw: part.get(),
            start: start + inside,
        }
    }

    /// Its bytes in the text.
    pub fn span(self) -> Span {
        Span::new(self.start, self.start + self.raw.len())
    }

    /// What kind it is.
    pub fn kind(self) -> Kind {
        match self.raw.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// The string it is.
    pub fn as_str(self) -> Option<Cow<'a, str>> {
        if self.kind() != Kind::String {
            return None;
        }
        let inner = self.raw.get(1..self.raw.len() - 1)?;
        if inner.contains('\\') {
            serde_json::from_str(self.raw).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(inner))
        }
    }

    /// The whole number it is.
    pub fn as_integer(self) -> Option<i64> {
        (self.kind() == Kind::Number)
            .then(|| self.raw.parse().ok())
            .flatten()
    }

    /// The elements of the list it is.
    pub fn as_list(self) -> Option<Vec<Value<'a>>> {
        if self.kind() != Kind::List {
            return None;
        }
        let parts: Vec<&'a RawValue> = serde_json::from_str(self.raw).ok()?;
        let values = parts.into_iter();
        Some(
            values
                .map(|part| Value::new(self.raw, self.start, part))
                .collect(),
        )
    }

    /// The members of the object it is.
    pub fn as_object(self) -> Option<Object<'a>> {
        if self.kind() != Kind::Object {
            return None;
        }
        let Members(members) = serde_json::from_str(self.raw).ok()?;
        let members = members.into_iter();
        Some(Object {
            members: members
                .map(|(name, part)| (name, Value::new(self.raw, self.start, part)))
                .collect(),
        })
    }
}

/// The members of an object in the order in which they were written.
#[derive(Clone, Debug, Default)]
pub struct Object<'a> {
    members: Vec<(Cow<'a, str>, Value<'a>)>,
}

impl<'a> Object<'a> {
    /// The value of a member; of several of one name the last. A member that is `null` says nothing.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        let of_name = self.members.iter().rev();
        let found = of_name.filter(|(known, _)| known == name);
        found
            .map(|(_, value)| *value)
            .next()
            .filter(|value| value.kind() != Kind::Null)
    }

    /// All members.
    pub fn members(&self) -> impl Iterator<Item = (&str, Value<'a>)> {
        self.members.iter().map(|(name, value)| (&**name, *value))
    }
}

/// Members as `serde_json` hands them out.
struct Members<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Gather;
        impl<'de> Visitor<'de> for Gather {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(Name(name)) = map.next_key()? {
                    members.push((name, map.next_value()?));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Gather)
    }
}

/// A member's name, a slice of the text unless it has escapes in it.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_where_it_was_written() {
        let text = "\u{feff}{ \"a\" : [1, \"zw\\u00f6lf\", {\"b\": null}],\n \"c\": \"é\" }";
        let object = parse(text).expect("sound").as_object().expect("object");
        let list = object.get("a").and_then(Value::as_list).expect("list");
        let written: Vec<&str> = list.iter().map(|value| value.span().of(text)).collect();
        assert_eq!(written, ["1", "\"zw\\u00f6lf\"", "{\"b\": null}"]);
        assert_eq!(list[0].as_integer(), Some(1));
        assert_eq!(list[1].as_str().as_deref(), Some("zwölf"));
        let inner = list[2].as_object().expect("object");
        assert!(inner.get("b").is_none() && inner.members().count() == 1);
        let c = object.get("c").expect("there");
        assert_eq!(
            (c.span().of(text), c.as_str().as_deref()),
            ("\"é\"", Some("é"))
        );
    }

    #[test]
    fn what_is_broken_is_told_at_its_place() {
        for (text, at) in [("{\"a\": 1,\n \"é\": ]}", 16), ("", 0), ("{\"a\": 1} x", 9)] {
            let problem = parse(text).expect_err("broken");
            assert_eq!(problem.span.start, at, "{text}: {}", problem.message);
            assert!(problem.message.starts_with("this is no JSON: "));
        }
    }

    #[test]
    fn nesting_of_any_depth_costs_no_stack() {
        let n = 200_000;
        let text = "[".repeat(n) + &"]".repeat(n);
        let outer = parse(&text).expect("sound").as_list().expect("list");
        assert_eq!(outer[0].span(), Span::new(1, 2 * n - 1));
        assert!(parse(&"[".repeat(n)).is_err());
    }
}
