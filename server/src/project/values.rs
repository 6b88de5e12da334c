//! Values of a project file, taken one by one: what has the wrong kind is told at its place and left out.

use std::ops::Range;

use onrecord_engine::date::Date;
use onrecord_engine::text::Span;
use onrecord_engine::toml::{Located, Problem, nearest};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A value with its place.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// A key with its place.
pub(super) type Key<'a> = Spanned<DeString<'a>>;

/// Takes values, and gathers what is wrong with them.
#[derive(Default)]
pub(super) struct Values {
    problems: Vec<Problem>,
}

impl Values {
    /// Tells a problem.
    pub(super) fn problem(&mut self, span: Span, message: String) {
        self.problems.push(Problem { span, message });
    }

    /// All problems in the order of their places.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems
            .sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        self.problems
    }

    /// A string.
    pub(super) fn string(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Located<String>> {
        match value.get_ref().as_str() {
            Some(text) => Some(located(text.to_owned(), value.span())),
            None => self.wrong_kind(key, value, "a string"),
        }
    }

    /// A list of strings; one string alone is a list of one. Elements of another kind are told and left out.
    pub(super) fn strings(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
    ) -> Option<Vec<Located<String>>> {
        if value.get_ref().is_str() {
            return Some(self.string(key, value).into_iter().collect());
        }
        let Some(array) = value.get_ref().as_array() else {
            return self.wrong_kind(key, value, "a list of strings");
        };
        Some(
            array
                .iter()
                .filter_map(|element| self.string(key, element))
                .collect(),
        )
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Located<bool>> {
        match value.get_ref().as_bool() {
            Some(truth) => Some(located(truth, value.span())),
            None => self.wrong_kind(key, value, "`true` or `false`"),
        }
    }

    /// A date, quoted or not, to the year, month or day.
    pub(super) fn date(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Located<Date>> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            _ => return self.wrong_kind(key, value, "a date such as \"2023-03-15\""),
        };
        if let Some(date) = Date::parse(&written) {
            return Some(located(date, value.span()));
        }
        self.problem(
            place(value.span()),
            format!("`{written}` is not a date such as 2023-03-15, 2023-03 or 2023"),
        );
        None
    }

    /// One of the named values in `known`.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        known: &[(&str, T)],
    ) -> Option<Located<T>> {
        let text = self.string(key, value)?;
        if let Some((_, meant)) = known.iter().find(|(name, _)| *name == text.value) {
            return Some(located(*meant, value.span()));
        }
        let names = || known.iter().map(|(name, _)| *name);
        let hint = match nearest(&text.value, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "expected {}",
                names()
                    .map(|name| format!("`{name}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
        };
        let message = format!(
            "`{}` is no value of `{}`; {hint}",
            text.value,
            key.get_ref()
        );
        self.problem(text.span, message);
        None
    }

    /// A table.
    pub(super) fn table<'a, 'v>(
        &mut self,
        key: &Key<'_>,
        value: &'v Value<'a>,
    ) -> Option<&'v DeTable<'a>> {
        match value.get_ref().as_table() {
            Some(table) => Some(table),
            None => self.wrong_kind(key, value, "a table"),
        }
    }

    fn wrong_kind<T>(&mut self, key: &Key<'_>, value: &Value<'_>, expected: &str) -> Option<T> {
        let found = value.get_ref().type_str();
        let message = format!("`{}` must be {expected}, not {found}", key.get_ref());
        self.problem(place(value.span()), message);
        None
    }
}

/// What the parser itself stumbled over.
pub(super) fn syntax(error: &toml::de::Error) -> Problem {
    Problem {
        span: place(error.span().unwrap_or_default()),
        message: error.message().replace('\n', ", "),
    }
}

fn located<T>(value: T, range: Range<usize>) -> Located<T> {
    Located {
        value,
        span: place(range),
    }
}

fn place(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}
