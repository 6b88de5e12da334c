//! The text of one of our TOML files with one change made; its comments and layout stay.
//!
//! Only the entry that changes is parsed and written anew, so a registry of a hundred thousand people costs a search.

use onrecord_engine::rules::{FileChange, FileValue};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Formatted, InlineTable, Item, Table, Value};

/// The text after the change; `None` if it is written in a way that leaves no place for it.
pub(super) fn changed(text: &str, change: &FileChange) -> Option<String> {
    match change {
        FileChange::Append { list, entry } => Some(appended(text, list, entry)),
        FileChange::Extend {
            list,
            id,
            key,
            value,
            otherwise,
        } => {
            let Some((from, to)) = entry(text, list, id) else {
                let mut entry = vec![("id", FileValue::Text(id.clone()))];
                entry.extend(otherwise.iter().cloned());
                let appended = appended(text, list, &entry);
                // The entry just made is the last one.
                let at = appended.rfind(&format!("[[{list}]]"))?;
                let grown = extended(&appended[at..], list, key, value)?;
                return Some(format!("{}{grown}", &appended[..at]));
            };
            let grown = extended(&text[from..to], list, key, value)?;
            Some(format!("{}{grown}{}", &text[..from], &text[to..]))
        }
        FileChange::Set { table, key, value } => {
            let mut document: DocumentMut = text.parse().ok()?;
            let place = match table {
                Some(table) => document
                    .entry(table)
                    .or_insert(Item::Table(Table::new()))
                    .as_table_like_mut()?,
                None => document.as_table_mut(),
            };
            place.insert(key, Item::Value(written(value)));
            Some(document.to_string())
        }
    }
}

/// The text of a project file that names one more registry.
pub(super) fn with_registry(text: &str, name: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let list = document
        .entry("registries")
        .or_insert(Item::Value(Array::new().into()))
        .as_array_mut()?;
    if !list.iter().any(|known| known.as_str() == Some(name)) {
        add(list, Value::from(name));
    }
    Some(document.to_string())
}

/// Where the entry with this id stands: from its header to the next one's.
pub(super) fn entry(text: &str, list: &str, id: &str) -> Option<(usize, usize)> {
    let header = format!("[[{list}]]");
    let quoted = format!("\"{id}\"");
    let mut from = 0;
    while let Some(found) = text[from..].find(&quoted) {
        let at = from + found;
        from = at + quoted.len();
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        if text[line..at].replace([' ', '\t'], "") != "id=" {
            continue;
        }
        let start = last_header(&text[..line])?;
        if text[start..].starts_with(&header) {
            let end = next_header(text, from);
            return Some((start, end));
        }
    }
    None
}

fn last_header(text: &str) -> Option<usize> {
    let mut end = text.len();
    loop {
        let line = text[..end].rfind('\n').map_or(0, |end| end + 1);
        if text[line..].starts_with("[[") {
            return Some(line);
        }
        end = line.checked_sub(1)?;
    }
}

/// The first byte of the next table's header, without the comments that stand over it.
fn next_header(text: &str, from: usize) -> usize {
    let Some(found) = text[from..].find("\n[") else {
        return text.len();
    };
    let mut at = from + found + 1;
    // Comments and blank lines over a header belong to it.
    while at > from {
        let line = text[..at - 1].rfind('\n').map_or(0, |end| end + 1);
        let words = text[line..at].trim();
        if line <= from || !(words.is_empty() || words.starts_with('#')) {
            break;
        }
        at = line;
    }
    at
}

/// An entry's text with one more value in one of its lists.
fn extended(text: &str, list: &str, key: &str, value: &FileValue) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let entry = document
        .get_mut(list)?
        .as_array_of_tables_mut()?
        .get_mut(0)?;
    let values = entry
        .entry(key)
        .or_insert(Item::Value(Array::new().into()))
        .as_array_mut()?;
    add(values, written(value));
    Some(document.to_string())
}

/// Adds a value, on a line of its own where the others stand so.
fn add(list: &mut Array, mut value: Value) {
    let n = list.len();
    let Some(before) = n.checked_sub(1).and_then(|at| list.get_mut(at)) else {
        list.push(value);
        return;
    };
    let decor = before.decor_mut();
    let text = |raw: Option<&toml_edit::RawString>| {
        raw.and_then(|raw| raw.as_str()).unwrap_or("").to_owned()
    };
    let (prefix, suffix) = (text(decor.prefix()), text(decor.suffix()));
    let Some(line) = prefix.rfind('\n') else {
        list.push(value);
        return;
    };
    value.decor_mut().set_prefix(&prefix[line..]);
    // What stood between the last value and the bracket goes on standing there.
    if !suffix.is_empty() && suffix.trim().is_empty() {
        decor.set_suffix("");
        value.decor_mut().set_suffix(suffix);
    }
    list.push_formatted(value);
}

fn appended(text: &str, list: &str, entry: &[(&'static str, FileValue)]) -> String {
    let mut table = Table::new();
    for (key, value) in entry {
        table.insert(key, Item::Value(written(value)));
    }
    let mut tables = ArrayOfTables::new();
    tables.push(table);
    let mut document = DocumentMut::new();
    document.insert(list, Item::ArrayOfTables(tables));
    let end = match text {
        "" => "",
        text if text.ends_with("\n\n") => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{text}{end}{document}")
}

fn written(value: &FileValue) -> Value {
    match value {
        FileValue::Text(text) => Value::from(text.as_str()),
        FileValue::Day(day) => match day.parse() {
            Ok(day) => Value::Datetime(Formatted::new(day)),
            Err(_) => Value::from(day.as_str()),
        },
        FileValue::Flag(flag) => Value::from(*flag),
        FileValue::Table(entries) => {
            let mut table = InlineTable::new();
            for (key, value) in entries {
                table.insert(*key, written(value));
            }
            Value::InlineTable(table)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_over_several_lines_grows_by_a_line() {
        let text = "[[person]]\nid = \"ada\"\naliases = [\n    \"A. Vane\", # short\n    \"Ada V.\"\n]\n\n# the next\n[[person]]\nid = \"bo\"\n";
        let change = FileChange::Extend {
            list: "person",
            id: "ada".to_owned(),
            key: "aliases",
            value: "Ada Wane".into(),
            otherwise: Vec::new(),
        };
        let after = changed(text, &change).expect("a change");
        assert_eq!(
            after,
            text.replace("\"Ada V.\"", "\"Ada V.\",\n    \"Ada Wane\"")
        );
    }

    #[test]
    fn an_id_in_another_key_or_list_is_no_entry() {
        let text = "[[membership]]\nperson = \"ada\"\n[[post]]\nid = \"ada\"\n";
        assert_eq!(entry(text, "person", "ada"), None);
        let at = entry(text, "post", "ada").expect("the post");
        assert_eq!(&text[at.0..at.1], "[[post]]\nid = \"ada\"\n");
    }

    #[test]
    fn a_key_is_set_and_comments_stay() {
        let change = FileChange::Set {
            table: None,
            key: "date",
            value: FileValue::Day("2023-03-15".to_owned()),
        };
        assert_eq!(
            changed("# ours\nprofile = \"strict\" # all\n", &change).as_deref(),
            Some("# ours\nprofile = \"strict\" # all\ndate = 2023-03-15\n")
        );
    }

    #[test]
    fn a_project_file_names_a_registry_once() {
        let once = with_registry("registries = [\"a.toml\"] # ours\n", "people.toml");
        assert_eq!(
            once.as_deref(),
            Some("registries = [\"a.toml\", \"people.toml\"] # ours\n")
        );
        assert_eq!(
            with_registry(once.as_deref().unwrap_or(""), "people.toml"),
            once
        );
    }
}
