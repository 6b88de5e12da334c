//! Every place that means the same person or office: for highlights, references, rename and the way to the registry.
//!
//! A target holds for every record read against the same registry, so a folder's documents can be asked one by one.

use crate::record::Record;
use crate::registry::{NameForm, Origin, PersonId, PostId};
use crate::text::Span;

/// What can be referred to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    /// A person of the registry.
    Person(PersonId),
    /// An office without a name beside it, or an organization it heads.
    Post(PostId),
    /// A speaker whom the registry does not know, by the name in the labels.
    Speaker(String),
}

/// A place that means a target.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Occurrence {
    /// All of it, title included (document bytes).
    pub span: Span,
    /// The name in it, if there is one (document bytes).
    pub name: Option<Span>,
    /// Whether it is the label of a turn, where the person speaks.
    pub is_label: bool,
}

/// What the words at `offset` mean, and the words (document bytes).
pub fn target(record: &Record, offset: usize) -> Option<(Target, Span)> {
    label_target(record, offset).or_else(|| mention_target(record, offset))
}

fn label_target(record: &Record, offset: usize) -> Option<(Target, Span)> {
    let turns = &record.transcript().turns;
    let at = turns
        .partition_point(|turn| turn.label.marked.start <= offset)
        .checked_sub(1)?;
    let label = &turns.get(at)?.label;
    if !label.marked.holds_cursor(offset) {
        return None;
    }
    Some((speaker_target(record, at)?, label.span))
}

fn speaker_target(record: &Record, turn: usize) -> Option<Target> {
    let speaker = record.speakers().get(turn)?;
    if let Some(person) = speaker.person {
        return Some(Target::Person(person));
    }
    if let (Some(name), false) = (&speaker.name, speaker.anonymous) {
        return Some(Target::Speaker(name.clone()));
    }
    speaker.post.map(Target::Post)
}

fn mention_target(record: &Record, offset: usize) -> Option<(Target, Span)> {
    let paragraph = record.paragraph_at(offset)?;
    let at = paragraph.reading.mentions.iter().position(|mention| {
        let span = mention.span.place(paragraph.span.start);
        span.holds_cursor(offset)
    })?;
    let mention = &paragraph.reading.mentions[at];
    let resolved = paragraph.resolved.get(at)?;
    let target = match mention.form {
        NameForm::Organization => Target::Post(resolved.post?),
        _ => resolved
            .person
            .map(Target::Person)
            .or(resolved.post.map(Target::Post))?,
    };
    Some((target, mention.span.place(paragraph.span.start)))
}

/// Every place in the record that means `target`, in text order. A person is also meant by the office they held on the day.
pub fn occurrences(record: &Record, target: &Target) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for (at, turn) in record.transcript().turns.iter().enumerate() {
        if speaker_target(record, at).as_ref() == Some(target) {
            found.push(Occurrence {
                span: turn.label.span,
                name: name_in_label(record, turn.label.span),
                is_label: true,
            });
        }
    }
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let means = match target {
                Target::Person(person) => {
                    resolved.person == Some(*person) && mention.form != NameForm::Organization
                }
                Target::Post(post) => mention.name.is_none() && resolved.post == Some(*post),
                Target::Speaker(_) => false,
            };
            if means {
                found.push(Occurrence {
                    span: mention.span.place(paragraph.span.start),
                    name: mention.name.map(|name| name.place(paragraph.span.start)),
                    is_label: false,
                });
            }
        }
    }
    found.sort_by_key(|occurrence| occurrence.span);
    found.dedup();
    found
}

/// The name in the words of a label.
fn name_in_label(record: &Record, label: Span) -> Option<Span> {
    let read = record.registry().label(label.of(record.content()))?;
    Some(read.name?.place(label.start))
}

/// Where what the words at `offset` mean is written in one of the project's registry files; built-in facts have no such place.
pub fn definition(record: &Record, offset: usize) -> Option<Origin> {
    match target(record, offset)?.0 {
        Target::Person(person) => record.registry().person_origin(person),
        Target::Post(post) => record.registry().post_origin(post),
        Target::Speaker(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::date::Date;
    use crate::record::Reference;
    use crate::registry::{Registry, RegistryFile};
    use crate::text::Text;

    const REGISTRY: &str = r#"
[[person]]
id = "ada-orlova"
name = "Ada Orlova"
family = "Orlova"
[[post]]
id = "sy-health-minister"
label = "Minister of Health"
aliases = ["health minister"]
state = "SY"
[[membership]]
person = "ada-orlova"
post = "sy-health-minister"
start = "2016-01-10"
end = "2024-11-20"
source = "gazette"
"#;

    const TEXT: &str = "Ada Orlova arrived at noon. The Syrian health minister spoke.\n\n\
                        Ms. Orlova: Good morning.\n\nQuestion: Why?\n\nMs. Orlova: Why not.\n\nBo Lind: Yes.\n";

    fn record() -> Record {
        let (file, _) = RegistryFile::parse(REGISTRY);
        let (registry, _) = Registry::layered(&[file], None);
        let reference = Reference {
            registry: Arc::new(registry),
            date: Date::parse("2023-03-15"),
            style: std::sync::Arc::default(),
            language: None,
        };
        Record::build(&Text::from(TEXT), "talks.txt", &reference, None)
    }

    #[test]
    fn a_person_is_found_by_name_label_and_office() {
        let record = record();
        let (target, span) = target(&record, 2).expect("a person");
        assert_eq!(span.of(TEXT), "Ada Orlova");
        let found = occurrences(&record, &target);
        let words: Vec<_> = found
            .iter()
            .map(|one| {
                let name = one.name.map_or("-", |name| name.of(TEXT));
                (one.span.of(TEXT), name, one.is_label)
            })
            .collect();
        assert_eq!(
            words,
            [
                ("Ada Orlova", "Ada Orlova", false),
                ("Syrian health minister", "-", false),
                ("Ms. Orlova", "Orlova", true),
                ("Ms. Orlova", "Orlova", true),
            ]
        );
    }

    #[test]
    fn the_way_leads_to_the_entry_in_the_file() {
        let origin = definition(&record(), 2).expect("an entry");
        assert!(origin.span().of(REGISTRY).contains("Ada Orlova"));
        let at_nothing = TEXT.find("noon").expect("a word");
        assert_eq!(definition(&record(), at_nothing), None);
    }

    #[test]
    fn a_speaker_nobody_knows_is_found_by_label() {
        let record = record();
        let at = TEXT.find("Bo Lind").expect("the label");
        let found = target(&record, at).map(|(target, _)| occurrences(&record, &target).len());
        assert_eq!(found, Some(1));
    }
}
