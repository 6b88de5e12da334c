//! What may stand where in our files, read from `keys.tsv`.

use std::sync::LazyLock;

use crate::rules::RULES;

/// What kind of file it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetKind {
    /// A registry in Popolo's JSON.
    Popolo,
    /// The project file.
    Project,
    /// A registry.
    Registry,
}

/// A key and what it says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyRow {
    /// The table it stands in; empty at the top.
    pub table: &'static str,
    /// The key; `*` for any.
    pub key: &'static str,
    /// What its value is.
    pub value: Value,
    /// What it says, in a sentence.
    pub words: &'static str,
    file: SheetKind,
}

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// `true` or `false`.
    Boolean,
    /// A date.
    Date,
    /// How well a source is known.
    Grade,
    /// Identifiers elsewhere, by scheme.
    Identifiers,
    /// How much a rule weighs.
    Level,
    /// A number.
    Number,
    /// The id of an organization.
    Organization,
    /// The id of the entry itself.
    OwnId,
    /// A file or a pattern of files.
    Path,
    /// The id of a person.
    Person,
    /// The id of a post.
    Post,
    /// The name of a profile.
    Profile,
    /// A rule's code, the beginning of one, or a rule's name.
    Rule,
    /// A table of its own.
    Table,
    /// Any words.
    Text,
}

static ROWS: LazyLock<Vec<KeyRow>> = LazyLock::new(|| {
    let lines = include_str!("keys.tsv").lines();
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(read).collect()
});

fn read(line: &'static str) -> Option<KeyRow> {
    let mut columns = line.split('\t');
    let file = match columns.next()? {
        "popolo" => SheetKind::Popolo,
        "project" => SheetKind::Project,
        "registry" => SheetKind::Registry,
        _ => return None,
    };
    let table = columns
        .next()
        .map(|table| if table == "-" { "" } else { table })?;
    let key = columns.next()?;
    let value = match columns.next()? {
        "boolean" => Value::Boolean,
        "date" => Value::Date,
        "grade" => Value::Grade,
        "identifiers" => Value::Identifiers,
        "level" => Value::Level,
        "number" => Value::Number,
        "organization" => Value::Organization,
        "own-id" => Value::OwnId,
        "path" => Value::Path,
        "person" => Value::Person,
        "post" => Value::Post,
        "profile" => Value::Profile,
        "rule" => Value::Rule,
        "table" => Value::Table,
        "text" => Value::Text,
        _ => return None,
    };
    Some(KeyRow {
        table,
        key,
        value,
        words: columns.next()?,
        file,
    })
}

/// All keys of a table, in order.
pub(super) fn rows(kind: SheetKind, table: &str) -> impl Iterator<Item = &'static KeyRow> {
    let table = table.to_owned();
    ROWS.iter()
        .filter(move |row| row.file == kind && row.table == table)
}

/// What is known of a key.
pub(super) fn row(kind: SheetKind, table: &str, key: &str) -> Option<&'static KeyRow> {
    let (key, inner) = key.split_once('.').unwrap_or((key, ""));
    let mut any = None;
    for row in rows(kind, table) {
        if row.key == key {
            // The keys of a table that is written as a value stand in that table.
            let is_table = row.value == Value::Table && !inner.is_empty();
            return if is_table {
                self::row(kind, key, inner)
            } else {
                Some(row)
            };
        }
        if row.key == "*" {
            any = Some(row);
        }
    }
    any
}

/// The tables a file of this kind may have, in order, and whether they may stand many times. Not the top level.
pub fn tables(kind: SheetKind) -> Vec<(&'static str, bool)> {
    let mut tables: Vec<(&str, bool)> = Vec::new();
    for row in ROWS
        .iter()
        .filter(|row| row.file == kind && !row.table.is_empty())
    {
        if tables.last().is_none_or(|(last, _)| *last != row.table) {
            tables.push((row.table, kind != SheetKind::Project));
        }
    }
    tables
}

/// The name of an entry's kind as ids are told apart by it.
pub(super) fn entry_name(table: &str) -> Option<&'static str> {
    ["organization", "person", "post"]
        .into_iter()
        .find(|name| *name == table)
}

/// The values a key can have where they are few, each with what it means.
pub(super) fn choices(value: Value) -> Vec<(&'static str, &'static str)> {
    match value {
        Value::Boolean => vec![("true", ""), ("false", "")],
        Value::Grade => vec![
            ("none", "a claim needs no source"),
            ("anonymous", "a person without a name will do"),
            ("vague", "a group without boundary will do"),
            ("institution", "an organization or a person"),
            ("named", "a person with a name"),
        ],
        Value::Level => vec![
            ("error", "certainly wrong"),
            ("warning", "should be settled"),
            ("info", "worth a look"),
            ("hint", "worth knowing"),
            ("off", "not looked for"),
        ],
        Value::Profile => vec![
            ("default", "what most rooms want"),
            ("form", "only the transcript's form"),
            ("strict", "weaker claims too"),
            ("triage", "claims worth checking"),
        ],
        Value::Rule => RULES.iter().map(|rule| (rule.code, rule.name)).collect(),
        _ => Vec::new(),
    }
}
