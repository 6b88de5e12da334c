//! What an editor can show between the words: who holds a bare office, the full name behind a surname.

use std::collections::BTreeSet;

use crate::record::Record;
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
                NameForm::NearMiss | NameForm::Organization => continue,
            };
            let about = match kind {
                HintKind::Holder => (Some(person), resolved.post),
                HintKind::FullName => (Some(person), None),
            };
            if span.overlaps(range) && !told.contains(&about) {
                hints.push(Hint {
                    span,
                    text: name.clone(),
                    kind,
                    why: format!("{name}: {}.", resolved.why),
                });
            }
            told.insert(about);
        }
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;

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
