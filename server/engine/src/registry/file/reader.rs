//! From the tables of a TOML file to entries.
//!
//! A long file is read in pieces that begin at the header of an entry, so that what the parser builds is never larger than
//! a piece, and what is broken in one piece costs the others nothing.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::text::Span;
use crate::toml::{Located, Problem, nearest};

use super::RegistryFile;
use super::fields::Fields;
use super::kind::{EntryKind, FILE_KEYS};
use super::pieces::pieces;

/// A file being read.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) file: RegistryFile,
    pub(super) problems: Vec<Problem>,
    /// Where the piece that is read begins and ends in the file.
    piece: Span,
}

impl Reader {
    /// Reads all of a file.
    pub(super) fn read(&mut self, text: &str) {
        self.reserve(text);
        for piece in pieces(text) {
            self.piece = piece;
            let (table, errors) = DeTable::parse_recoverable(piece.of(text));
            let broken = errors.iter().map(|error| Problem {
                span: error.span().map_or(piece, |span| self.place(span)),
                message: error.message().replace('\n', ", "),
            });
            let broken: Vec<Problem> = broken.collect();
            let before = self.problems.len();
            self.tables(table.get_ref());
            if !broken.is_empty() {
                // What stands in for a broken value is of the wrong kind too; that is no news.
                let touches =
                    |one: Span, other: Span| one.start <= other.end && other.start <= one.end;
                let told = self.problems.split_off(before);
                let news = told.into_iter().filter(|problem| {
                    let mut broken = broken.iter();
                    !broken.any(|broken| touches(broken.span, problem.span))
                });
                self.problems.extend(news);
                self.problems.extend(broken);
            }
        }
    }

    /// Makes room for as many entries as headers show: lists of a hundred thousand that grow step by step take half as much
    /// memory again.
    fn reserve(&mut self, text: &str) {
        let count = |kind: EntryKind| {
            let header = format!("[[{}]]", kind.name());
            memchr::memmem::find_iter(text.as_bytes(), &header).count()
        };
        self.file.people.reserve_exact(count(EntryKind::Person));
        self.file
            .organizations
            .reserve_exact(count(EntryKind::Organization));
        self.file.posts.reserve_exact(count(EntryKind::Post));
        self.file
            .memberships
            .reserve_exact(count(EntryKind::Membership));
    }

    fn tables(&mut self, tables: &DeTable) {
        for (key, value) in tables {
            let name: &str = key.get_ref();
            match (name, EntryKind::named(name)) {
                ("source", _) => {
                    let span = self.place(value.span());
                    match value.get_ref().as_str() {
                        Some(text) => self.file.source = Some(located(text.to_owned(), span)),
                        None => self.must_be(span, name, "a string", value),
                    }
                }
                ("retrieved", _) => {
                    let span = self.place(value.span());
                    let date = self.date(name, value);
                    self.file.retrieved = date.map(|date| located(date, span));
                }
                (_, Some(kind)) => self.entries(kind, key.span(), value),
                _ if name.starts_with("x-") => {}
                _ => {
                    let known = EntryKind::ALL.iter().map(|kind| kind.name());
                    let known: Vec<&str> = known.chain(FILE_KEYS.iter().copied()).collect();
                    self.unknown(self.place(key.span()), name, "registry file", &known);
                }
            }
        }
    }

    fn entries(&mut self, kind: EntryKind, key: Range<usize>, value: &Spanned<DeValue<'_>>) {
        let name = kind.name();
        let Some(entries) = value.get_ref().as_array() else {
            let message = format!("`{name}` must be written `[[{name}]]`, once for each");
            return self.problem(self.place(key), message);
        };
        for entry in entries {
            let opening = self.place(entry.span());
            let Some(table) = entry.get_ref().as_table() else {
                self.problem(opening, format!("each `{name}` must be a table"));
                continue;
            };
            self.keys(table, name, kind.keys());
            let end = table.iter().map(|(_, value)| value.span().end).max();
            let end = end.map_or(opening.end, |end| self.place(end..end).end);
            let fields = Fields {
                reader: self,
                table,
                kind,
                span: Span::new(opening.start, end.max(opening.end)),
                header: opening.len(),
                places: Vec::new(),
            };
            match kind {
                EntryKind::Person => {
                    let person = fields.person();
                    self.file.people.extend(person);
                }
                EntryKind::Post => {
                    let post = fields.post();
                    self.file.posts.extend(post);
                }
                EntryKind::Organization => {
                    let organization = fields.organization();
                    self.file.organizations.extend(organization);
                }
                EntryKind::Membership => {
                    let membership = fields.membership();
                    self.file.memberships.extend(membership);
                }
            }
        }
    }

    /// A date, quoted or not; a year may be a number.
    pub(super) fn date(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let span = self.place(value.span());
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            _ => {
                self.must_be(span, name, "a date such as \"2023-03-15\"", value);
                return None;
            }
        };
        let date = Date::parse(&written);
        if date.is_none() {
            let message = format!("`{written}` is not a date such as 2023-03-15, 2023-03 or 2023");
            self.problem(span, message);
        }
        date
    }

    /// Tells that a value is of another kind than it must be.
    pub(super) fn must_be(
        &mut self,
        span: Span,
        name: &str,
        expected: &str,
        found: &Spanned<DeValue<'_>>,
    ) {
        let found = found.get_ref().type_str();
        self.problem(span, format!("`{name}` must be {expected}, not {found}"));
    }

    /// Tells a problem.
    pub(super) fn problem(&mut self, span: Span, message: String) {
        self.problems.push(Problem { span, message });
    }

    /// Tells the keys of a table that mean nothing.
    pub(super) fn keys(&mut self, table: &DeTable, kind: &str, known: &[&str]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !name.starts_with("x-") && known.binary_search(&name).is_err() {
                self.unknown(self.place(key.span()), name, kind, known);
            }
        }
    }

    fn unknown(&mut self, span: Span, name: &str, kind: &str, known: &[&str]) {
        let article = if kind.starts_with(['a', 'o']) {
            "an"
        } else {
            "a"
        };
        let hint = nearest(name, known.iter().copied())
            .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        self.problem(
            span,
            format!("`{name}` is no key of {article} {kind}{hint}"),
        );
    }

    /// A place of the piece that is read as a place of the file.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        let inside = |at: usize| (self.piece.start + at).min(self.piece.end);
        Span::new(inside(range.start), inside(range.end.max(range.start)))
    }
}

fn located<T>(value: T, span: Span) -> Located<T> {
    Located { value, span }
}
