//! What kind of register a text is, as its first lines show.

use serde_json::Value;

use crate::cli::args::ImportFrom;

/// The kind; nothing if it is none we know.
pub(super) fn kind(text: &str) -> Option<ImportFrom> {
    let begins = text.trim_start();
    if begins.starts_with('{') {
        let has = |word: &str| begins.contains(word);
        if has("\"bindings\"") {
            return Some(ImportFrom::WikidataJson);
        }
        let popolo = has("\"persons\"") || has("\"memberships\"") || has("\"organizations\"");
        return popolo.then_some(ImportFrom::Popolo);
    }
    if begins.starts_with('[') {
        let is_list = serde_json::from_str::<Vec<Value>>(begins).is_ok();
        return is_list.then_some(ImportFrom::WikidataJson);
    }
    if begins.starts_with("- id:") || begins.starts_with("---") {
        return Some(ImportFrom::CongressLegislators);
    }
    let header = begins.lines().next()?;
    let known = |column: &str| {
        let column = column.trim().trim_matches('"');
        super::wikidata::PERSON.contains(&column) || super::wikidata::NAME.contains(&column)
    };
    (header.contains(',') && header.split(',').any(known)).then_some(ImportFrom::WikidataCsv)
}

/// What a register of this kind is called where neither it nor the user says.
pub(super) fn usual_source(from: ImportFrom) -> Option<&'static str> {
    match from {
        ImportFrom::WikidataCsv | ImportFrom::WikidataJson => Some("Wikidata, position held (P39)"),
        ImportFrom::CongressLegislators => Some("congress-legislators"),
        ImportFrom::Popolo => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_lines_show_what_a_text_is() {
        for (text, is) in [
            (
                "position,person,personID,start,end\n",
                Some(ImportFrom::WikidataCsv),
            ),
            (
                "{\"head\": {}, \"results\": {\"bindings\": []}}",
                Some(ImportFrom::WikidataJson),
            ),
            ("[{\"person\": \"Q1\"}]", Some(ImportFrom::WikidataJson)),
            ("{\"persons\": []}", Some(ImportFrom::Popolo)),
            (
                "- id:\n    bioguide: X1\n",
                Some(ImportFrom::CongressLegislators),
            ),
            ("Dear all,\nplease find attached\n", None),
            ("{\"a\": 1}", None),
            ("", None),
        ] {
            assert_eq!(kind(text), is, "{text}");
        }
    }
}
