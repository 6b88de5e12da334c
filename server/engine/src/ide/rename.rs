//! Renaming: a label wherever it reads the same, or a spelling of a person's name wherever it means that person.

use crate::record::Record;
use crate::rules::Edit;
use crate::text::Span;

use super::labels::same_labels;
use super::someone::{Someone, occurrences, someone_at};

/// What can be renamed at the cursor: its words (document bytes). `None` where nothing can.
pub fn renamable(record: &Record, offset: usize) -> Option<Span> {
    let labels = same_labels(record, offset);
    let label = labels.into_iter().find(|label| label.holds_cursor(offset));
    label.or_else(|| {
        let place = someone_at(record, offset)?;
        let is_person = matches!(place.who, Someone::Person(_));
        (is_person && place.name.holds_cursor(offset)).then_some(place.name)
    })
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
    let Some(who) = someone_at(record, offset).map(|place| place.who) else {
        return Vec::new();
    };
    let spelling = words.of(content);
    let mut places = Vec::new();
    for place in occurrences(record)
        .into_iter()
        .filter(|place| place.who == who)
    {
        if !place.is_label {
            places.extend((place.name.of(content) == spelling).then_some(place.name));
            continue;
        }
        // In a label the name stands among titles: as whole words, once.
        let label = place.span.of(content);
        let whole = |at: &usize| {
            let is_word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
            !is_word(label[..*at].chars().next_back())
                && !is_word(label[*at + spelling.len()..].chars().next())
        };
        let at = label.match_indices(spelling).map(|(at, _)| at).find(whole);
        places.extend(at.map(|at| {
            let start = place.span.start + at;
            Span::new(start, start + spelling.len())
        }));
    }
    places
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
