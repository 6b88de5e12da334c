//! Rows of a table, from CSV or from the JSON result of a query, as one kind of value.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

/// The values of a row by column; empty ones are left out.
pub(super) type Row = BTreeMap<String, String>;

/// What is wrong in a register, and where.
pub(super) struct Trouble {
    /// The line, from 1, or what stands for one.
    pub(super) place: String,
    /// What.
    pub(super) message: String,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Hands on each row of a table; what `take` says is wrong with one is told at its line.
pub(super) fn csv(
    text: &str,
    troubles: &mut Vec<Trouble>,
    mut take: impl FnMut(&Row) -> Result<(), String>,
) {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            let place = "1".to_owned();
            let message = error.to_string();
            return troubles.push(Trouble { place, message });
        }
    };
    for record in reader.records() {
        let (place, result) = match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                let cells = header.iter().zip(record.iter());
                let cells = cells.filter(|(_, value)| !value.is_empty());
                let row: Row = cells
                    .map(|(column, value)| (column.to_owned(), value.to_owned()))
                    .collect();
                (line, take(&row))
            }
            Err(error) => (
                error.position().map_or(0, csv::Position::line),
                Err(error.to_string()),
            ),
        };
        if let Err(message) = result {
            let place = place.to_string();
            troubles.push(Trouble { place, message });
        }
    }
}

/// The same for the result of a query: `results.bindings`, or a list of objects.
pub(super) fn json(
    text: &str,
    troubles: &mut Vec<Trouble>,
    mut take: impl FnMut(&Row) -> Result<(), String>,
) {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let place = error.line().to_string();
            let message = error.to_string();
            return troubles.push(Trouble { place, message });
        }
    };
    let bindings = value.pointer("/results/bindings").unwrap_or(&value);
    let Some(rows) = bindings.as_array() else {
        let message = "neither `results.bindings` nor a list of rows is in it".to_owned();
        let place = "1".to_owned();
        return troubles.push(Trouble { place, message });
    };
    for (n, row) in rows.iter().enumerate() {
        let result = match row.as_object() {
            Some(row) => take(&flat(row)),
            None => Err("not an object".to_owned()),
        };
        if let Err(message) = result {
            let place = format!(" row {}", n + 1);
            troubles.push(Trouble { place, message });
        }
    }
}

/// Where a query service puts what is there but not known: an end of which nobody knows when.
const UNKNOWN: &str = "/.well-known/genid/";

/// The values of a binding, which stand plainly or within an object of their own. What is marked as unknown is left out.
fn flat(row: &Map<String, Value>) -> Row {
    let value = |value: &Value| {
        let is_blank = value.get("type").is_some_and(|kind| kind == "bnode");
        let value = value.get("value").unwrap_or(value);
        if is_blank || value.as_str().is_some_and(|text| text.contains(UNKNOWN)) {
            return None;
        }
        match value {
            Value::String(text) => Some(text.trim().to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    };
    let cells = row.iter().filter_map(|(column, of_column)| {
        let text = value(of_column).filter(|text| !text.is_empty())?;
        Some((column.clone(), text))
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_query_marks_as_unknown_is_left_out() {
        let text = r#"{"head": {"vars": ["person", "start", "end", "other"]}, "results": {"bindings": [{
            "person": {"type": "uri", "value": "http://www.wikidata.org/entity/Q12"},
            "start": {"datatype": "http://www.w3.org/2001/XMLSchema#dateTime", "type": "literal", "value": "2004-03-09T00:00:00Z"},
            "end": {"type": "uri", "value": "http://www.wikidata.org/.well-known/genid/3a5c"},
            "other": {"type": "bnode", "value": "t123"}
        }]}}"#;
        let mut troubles = Vec::new();
        let mut columns = Vec::new();
        json(text, &mut troubles, |row| {
            columns.extend(row.keys().cloned());
            Ok(())
        });
        assert!(troubles.is_empty());
        assert_eq!(columns, ["person", "start"]);
    }
}
