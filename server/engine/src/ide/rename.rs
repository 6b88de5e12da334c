//! Renaming: a label wherever it reads the same, or a spelling of a person's name wherever it means that person.

use crate::record::Record;
use crate::rules::Edit;
use crate::text::Span;

use super::labels::same_labels;
use super::references::{Occurrence, Target, occurrences, target};

/// What can be renamed at the cursor: its words (document bytes). `None` where nothing can.
pub fn renamable(record: &Record, offset: usize) -> Option<Span> {
    let labels = same_labels(record, offset);
    let label = labels.into_iter().find(|label| label.holds_cursor(offset));
    label.or_else(|| {
        let places = names_at(record, offset)?;
        let mut names = places.iter().filter_map(|place| place.name);
        names.find(|name| name.holds_cursor(offset))
    })
}

/// All places that mean the person at the cursor; `None` if no known person is meant there.
fn names_at(record: &Record, offset: usize) -> Option<Vec<Occurrence>> {
    let (target, _) = target(record, offset)?;
    matches!(target, Target::Person(_)).then(|| occurrences(record, &target))
}

/// The edits that give what stands at the cursor the name `to`, in text order; or why it cannot be called so.
pub fn rename(record: &Record, offset: usize, to: &str) -> Result<Vec<Edit>, String> {
    let Some(words) = renamable(record, offset) else {
        return Err("No label and no name of a known person stands here.".to_owned());
    };
    let to = to.trim();
    if to.is_empty() {
        return Err("A name needs at least one character.".to_owned());
    }
    if to.contains(|char: char| char.is_control() || "\u{2028}\u{2029}".contains(char)) {
        return Err("A name stands on one line.".to_owned());
    }
    let labels = same_labels(record, offset);
    let places = if labels.is_empty() {
        spellings(record, offset, words)
    } else if to.contains([':', '：']) {
        return Err("A colon would end the label in the middle of the name.".to_owned());
    } else {
        labels
    };
    Ok(places
        .into_iter()
        .map(|place| Edit::replace(place, to))
        .collect())
}

/// Where the person named at the cursor is spelt as there, in labels too.
fn spellings(record: &Record, offset: usize, words: Span) -> Vec<Span> {
    let content = record.content();
    let places = names_at(record, offset).unwrap_or_default().into_iter();
    let names = places.filter_map(|place| place.name);
    names
        .filter(|name| name.of(content) == words.of(content))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;

    fn renamed(text: &str, at: &str, to: &str) -> Result<String, String> {
        let record = record(text);
        let offset = text.find(at).expect("it stands there");
        let mut after = text.to_owned();
        for edit in rename(&record, offset, to)?.iter().rev() {
            after.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        Ok(after)
    }

    #[test]
    fn a_label_is_renamed_where_it_reads_the_same() {
        let text = "Ada Vane: We met Ada Vane.\n\nCy Dorn: Yes.\n\nAda Vane: Good.\n";
        let after = renamed(text, "Ada Vane: We", "Dr. Ada Vane").expect("a good name");
        assert_eq!(
            after,
            "Dr. Ada Vane: We met Ada Vane.\n\nCy Dorn: Yes.\n\nDr. Ada Vane: Good.\n"
        );
    }

    #[test]
    fn a_spelling_is_renamed_where_it_means_the_person() {
        let text = "Nobody met Sergei Lavrov. Sergey Lavrov was late; Sergei Lavrov, who came, left.\n\n\
            Minister Sergei Lavrov: I came.\n\nQ: When?\n\nMinister Sergei Lavrov: At noon.\n";
        let after = renamed(text, "Sergei", "Sergey Lavrov").expect("a good name");
        assert_eq!(after, text.replace("Sergei", "Sergey"));
    }

    #[test]
    fn what_cannot_be_a_name_or_is_none_is_refused_with_a_reason() {
        let text = "Ada Vane: We met.\n\nCy Dorn: Yes.\n\nAda Vane: Good.\n";
        for (at, to) in [
            ("Ada", ""),
            ("Ada", "  "),
            ("Ada", "A\nB"),
            ("Ada", "A: B"),
            ("met", "x"),
        ] {
            let reason = renamed(text, at, to).expect_err("it cannot be called so");
            assert!(reason.ends_with('.'), "{reason}");
        }
    }
}
