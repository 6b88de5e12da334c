//! What an editor can show between the words: who holds a bare office, the full name behind a surname, the day that
//! "yesterday" means.

use std::collections::BTreeSet;

use crate::record::{Paragraph, Record};
use crate::registry::{NameForm, PersonId, PostId};
use crate::text::Span;

/// Words shown after a place and belonging to no text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hint {
    /// The words it explains (document bytes); it is shown at their end.
    pub span: Span,
    /// What is shown.
    pub text: String,
    /// What it is about.
    pub kind: HintKind,
    /// Why, in a sentence.
    pub why: String,
}

/// What hints are about; each can be switched off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HintKind {
    /// Who held an office that is named without its holder.
    Holder,
    /// The full name of somebody named by surname alone.
    FullName,
    /// The days that words such as "yesterday" mean.
    Day,
}

/// The hints for the words within `range`, in text order: each person and office once in a paragraph.
pub fn hints(record: &Record, range: Span) -> Vec<Hint> {
    let registry = record.registry();
    let first = record
        .paragraphs()
        .partition_point(|paragraph| paragraph.span.end < range.start);
    let mut hints = Vec::new();
    for paragraph in &record.paragraphs()[first..] {
        if paragraph.span.start > range.end {
            break;
        }
        let mut told: BTreeSet<(Option<PersonId>, Option<PostId>)> = BTreeSet::new();
        for (mention, resolved) in paragraph.reading.mentions.iter().zip(&paragraph.resolved) {
            let Some(person) = resolved.person else {
                continue;
            };
            let span = mention.span.place(paragraph.span.start);
            let name = &registry.person(person).name;
            let kind = match mention.form {
                NameForm::Office => HintKind::Holder,
                NameForm::TitleFamily | NameForm::Family => HintKind::FullName,
                NameForm::Full => {
                    told.insert((Some(person), None));
                    continue;
                }
                NameForm::NearMiss | NameForm::Organization | NameForm::Unknown => continue,
            };
            let about = match kind {
                HintKind::Holder => (Some(person), resolved.post),
                HintKind::FullName | HintKind::Day => (Some(person), None),
            };
            if span.overlaps(range) && !told.contains(&about) {
                hints.push(Hint {
                    span,
                    text: name.to_string(),
                    kind,
                    why: format!("{name}: {}.", resolved.why),
                });
            }
            told.insert(about);
        }
        days(record, paragraph, range, &mut hints);
    }
    hints.sort_by_key(|hint| hint.span);
    hints
}

/// The days meant in a paragraph, as far as the document's date tells them; the date itself needs no telling.
fn days(record: &Record, paragraph: &Paragraph, range: Span, hints: &mut Vec<Hint>) {
    for moment in &paragraph.reading.moments {
        let span = moment.span.place(paragraph.span.start);
        let Some(period) = moment.period(record.date()) else {
            continue;
        };
        let is_own = period.date().is_some() && period.date() == record.date();
        if span.overlaps(range) && !is_own {
            hints.push(Hint {
                span,
                text: period.words(),
                kind: HintKind::Day,
                why: "Counted from the document’s date.".to_owned(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;

    #[test]
    fn a_day_told_from_the_documents_date_is_shown() {
        let text =
            "Talks in Ankara\n\n4 March 2021\n\nThey met yesterday and will meet again today.\n";
        let record = record(text);
        let hints = hints(&record, Span::new(0, text.len()));
        let shown: Vec<String> = hints
            .iter()
            .map(|hint| format!("{} = {}", hint.span.of(text), hint.text))
            .collect();
        assert_eq!(shown, ["yesterday = 3 March 2021"]);
    }

    #[test]
    fn a_bare_office_shows_its_holder_and_a_surname_the_whole_name_once_a_paragraph() {
        let text = "Talks in Ankara\n\n4 March 2021\n\nA guest met Sergey Lavrov. Lavrov smiled.\n\n\
            Lavrov left. Lavrov waved. The Russian foreign minister was gone.\n";
        let record = record(text);
        let shown = |range| -> Vec<String> {
            let hints = hints(&record, range);
            hints
                .iter()
                .map(|hint| format!("{} = {}", hint.span.of(text), hint.text))
                .collect()
        };
        let all = [
            "Lavrov = Sergey Lavrov",
            "Russian foreign minister = Sergey Lavrov",
        ];
        assert_eq!(shown(Span::new(0, text.len())), all);
        let last = text.find("The Russian").expect("it stands there");
        assert_eq!(shown(Span::new(last, text.len())), all[1..]);
    }
}
