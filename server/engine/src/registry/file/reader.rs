//! From the tables of a TOML file to entries, key by key.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::registry::{Identifier, Name, Person, Post};
use crate::text::Span;
use crate::toml::{Located, Problem, nearest};

use super::{Membership, RegistryFile};

/// An organization, as far as posts need it.
pub(super) struct Organization {
    pub id: String,
    pub state: Option<String>,
}

/// A file being read.
#[derive(Default)]
pub(super) struct Reader {
    pub file: RegistryFile,
    pub organizations: Vec<Organization>,
    pub problems: Vec<Problem>,
}

const TABLES: &[&str] = &["membership", "organization", "person", "post"];
const PERSON: &[&str] = &[
    "aliases",
    "birth",
    "death",
    "family",
    "gender",
    "given",
    "id",
    "identifiers",
    "name",
    "particles",
    "scripts",
    "source",
];
const ORGANIZATION: &[&str] = &["aliases", "id", "kind", "name", "parent", "source", "state"];
const POST: &[&str] = &[
    "aliases",
    "id",
    "label",
    "org",
    "organization",
    "roles",
    "seats",
    "source",
    "state",
];
const MEMBERSHIP: &[&str] = &[
    "acting",
    "end",
    "on-behalf-of",
    "organization",
    "person",
    "post",
    "precision",
    "source",
    "start",
];

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader {
    /// Reads all of a file.
    pub(super) fn read(&mut self, text: &str) {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let span = error.span().map_or(Span::default(), place);
            let length = text.len();
            self.problem(
                Span::new(span.start.min(length), span.end.min(length)),
                error.message().to_owned(),
            );
        }
        for (key, value) in table.get_ref() {
            let name: &str = key.get_ref();
            if name.starts_with("x-") {
                continue;
            }
            if !TABLES.contains(&name) {
                self.unknown(place(key.span()), name, "registry file", TABLES);
                continue;
            }
            let Some(entries) = value.get_ref().as_array() else {
                self.problem(
                    place(key.span()),
                    format!("`{name}` must be written `[[{name}]]`, once for each"),
                );
                continue;
            };
            for entry in entries {
                let Some(table) = entry.get_ref().as_table() else {
                    self.problem(
                        place(entry.span()),
                        format!("each `{name}` must be a table"),
                    );
                    continue;
                };
                let span = whole(entry.span(), table);
                match name {
                    "person" => self.person(table, span),
                    "post" => self.post(table, span),
                    "organization" => self.organization(table),
                    _ => self.membership(table, span),
                }
            }
        }
    }

    fn person(&mut self, table: &DeTable, span: Span) {
        self.keys(table, "person", PERSON);
        let Some(name) = self.needed(table, span, "person", "name") else {
            return;
        };
        let id = self
            .text(table, "id")
            .unwrap_or_else(|| crate::registry::builtin::slug(&name));
        let aliases = self.names(table);
        let identifiers = self.identifiers(table);
        let person = Person {
            id,
            name,
            family: self.text(table, "family").unwrap_or_default(),
            given: self.text(table, "given").unwrap_or_default(),
            aliases,
            identifiers,
        };
        self.file.people.push(Located {
            value: person,
            span,
        });
    }

    fn post(&mut self, table: &DeTable, span: Span) {
        self.keys(table, "post", POST);
        let Some(id) = self.needed(table, span, "post", "id") else {
            return;
        };
        let aliases = self
            .names(table)
            .into_iter()
            .map(|name| name.text)
            .collect();
        let seats = match table.get("seats") {
            None => None,
            Some(value) => {
                let seats = value
                    .get_ref()
                    .as_integer()
                    .and_then(|n| n.as_str().parse().ok());
                if seats.is_none_or(|seats: u32| seats == 0) {
                    self.problem(
                        place(value.span()),
                        "`seats` must be a whole number above 0".to_owned(),
                    );
                }
                seats.filter(|&seats| seats > 0)
            }
        };
        let post = Post {
            label: self.text(table, "label").unwrap_or_default(),
            state: self.text(table, "state").map(|state| state.to_uppercase()),
            org: self
                .text(table, "org")
                .or_else(|| self.text(table, "organization")),
            id,
            aliases,
            seats,
        };
        if post.label.is_empty() {
            self.problem(span, format!("the post `{}` has no `label`", post.id));
        }
        self.file.posts.push(Located { value: post, span });
    }

    fn organization(&mut self, table: &DeTable) {
        self.keys(table, "organization", ORGANIZATION);
        if let Some(id) = self.text(table, "id") {
            let state = self.text(table, "state").map(|state| state.to_uppercase());
            self.organizations.push(Organization { id, state });
        }
    }

    fn membership(&mut self, table: &DeTable, span: Span) {
        self.keys(table, "membership", MEMBERSHIP);
        let person = self.needed_located(table, span, "person");
        let post = self.needed_located(table, span, "post");
        let start = self.date(table, "start");
        let end = self.date(table, "end");
        let acting = match table.get("acting") {
            None => false,
            Some(value) => value.get_ref().as_bool().unwrap_or_else(|| {
                self.problem(
                    place(value.span()),
                    "`acting` must be `true` or `false`".to_owned(),
                );
                false
            }),
        };
        let source = self.text(table, "source").unwrap_or_default();
        let (Some(person), Some(post)) = (person, post) else {
            return;
        };
        let value = Membership {
            person,
            post,
            start,
            end,
            acting,
            source,
        };
        self.file.memberships.push(Located { value, span });
    }

    fn problem(&mut self, span: Span, message: String) {
        self.problems.push(Problem { span, message });
    }

    fn keys(&mut self, table: &DeTable, kind: &str, known: &[&str]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !name.starts_with("x-") && !known.contains(&name) {
                self.unknown(place(key.span()), name, kind, known);
            }
        }
    }

    fn unknown(&mut self, span: Span, name: &str, kind: &str, known: &[&str]) {
        let article = if kind.starts_with('o') { "an" } else { "a" };
        let hint = nearest(name, known.iter().copied())
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        self.problem(
            span,
            format!("`{name}` is no key of {article} {kind}{hint}"),
        );
    }

    fn text(&mut self, table: &DeTable, key: &str) -> Option<String> {
        let value = table.get(key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.problem(place(value.span()), format!("`{key}` must be a string"));
        }
        text
    }

    fn needed(&mut self, table: &DeTable, span: Span, kind: &str, key: &str) -> Option<String> {
        if table.get(key).is_none() {
            self.problem(span, format!("this {kind} has no `{key}`"));
        }
        self.text(table, key)
    }

    fn needed_located(
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
    fn date(&mut self, table: &DeTable, key: &str) -> Option<Date> {
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
    fn names(&mut self, table: &DeTable) -> Vec<Name> {
        let Some(value) = table.get("aliases") else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            self.problem(place(value.span()), "`aliases` must be a list".to_owned());
            return Vec::new();
        };
        list.iter().filter_map(|value| self.name(value)).collect()
    }

    fn name(&mut self, value: &Value) -> Option<Name> {
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
    fn identifiers(&mut self, table: &DeTable) -> Vec<Identifier> {
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

/// An entry from its header to its last value.
fn whole(header: Range<usize>, table: &DeTable) -> Span {
    let end = table.iter().map(|(_, value)| value.span().end).max();
    Span::new(header.start, end.unwrap_or(header.end).max(header.end))
}

fn place(range: Range<usize>) -> Span {
    Span::new(range.start, range.end.max(range.start))
}
