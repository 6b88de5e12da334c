//! From the tables of a TOML file to entries, key by key.

use std::ops::Range;

use toml::de::DeTable;

use crate::registry::{Person, Post};
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

    pub(super) fn problem(&mut self, span: Span, message: String) {
        self.problems.push(Problem { span, message });
    }

    pub(super) fn keys(&mut self, table: &DeTable, kind: &str, known: &[&str]) {
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
}

/// An entry from its header to its last value.
fn whole(header: Range<usize>, table: &DeTable) -> Span {
    let end = table.iter().map(|(_, value)| value.span().end).max();
    Span::new(header.start, end.unwrap_or(header.end).max(header.end))
}

pub(super) fn place(range: Range<usize>) -> Span {
    Span::new(range.start, range.end.max(range.start))
}
