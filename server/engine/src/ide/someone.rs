//! Whom or what the words under the cursor mean, and where else the document speaks of them: what highlights, references,
//! definitions, renaming and the calls of reported speech have in common.

use crate::record::Record;
use crate::registry::{NameForm, PersonId, PostId, Registry};
use crate::text::Span;

/// Somebody, or some office, a document speaks of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Someone {
    /// A person of the registry.
    Person(PersonId),
    /// An office of the registry, named without its holder.
    Post(PostId),
    /// A speaker the registry does not know, by name.
    Named(String),
}

/// A place where a document names somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Occurrence {
    /// All the words: a label, or a title with a name (document bytes).
    pub span: Span,
    /// The words that are the name; all of them for a label or an office.
    pub name: Span,
    /// Who.
    pub who: Someone,
    /// Whether it is the label of a turn.
    pub is_label: bool,
}

impl Someone {
    /// What they are called: the registry's preferred name, an office with its state.
    pub fn name(&self, registry: &Registry) -> String {
        match self {
            Someone::Person(person) => registry.person(*person).name.clone(),
            Someone::Post(post) => registry.post_title(*post),
            Someone::Named(name) => name.clone(),
        }
    }

    /// Words that mean the same in every document and after every edit: `person:ada-vane`.
    pub fn key(&self, registry: &Registry) -> String {
        match self {
            Someone::Person(person) => format!("person:{}", registry.person(*person).id),
            Someone::Post(post) => format!("post:{}", registry.post(*post).id),
            Someone::Named(name) => format!("name:{name}"),
        }
    }

    /// Whom a key means in this registry; `None` if it is no key or means nobody there.
    pub fn of_key(key: &str, registry: &Registry) -> Option<Someone> {
        let (kind, id) = key.split_once(':')?;
        let number = |at: Option<usize>| at.map(|at| at as u32);
        match kind {
            "person" => number(registry.people().iter().position(|person| person.id == id))
                .map(|number| Someone::Person(PersonId(number))),
            "post" => number(registry.posts().iter().position(|post| post.id == id))
                .map(|number| Someone::Post(PostId(number))),
            "name" => Some(Someone::Named(id.to_owned())),
            _ => None,
        }
    }
}

/// Every place where the document names somebody it is known who, in text order.
pub fn occurrences(record: &Record) -> Vec<Occurrence> {
    let turns = record.transcript().turns.iter().zip(record.speakers());
    let mut labels = turns
        .filter_map(|(turn, speaker)| {
            let who = match (speaker.person, &speaker.name) {
                (Some(person), _) => Someone::Person(person),
                (None, Some(name)) if !speaker.anonymous => Someone::Named(name.clone()),
                _ => return None,
            };
            Some(Occurrence {
                span: turn.label.span,
                name: turn.label.span,
                who,
                is_label: true,
            })
        })
        .peekable();
    let mut all = Vec::new();
    for paragraph in record.paragraphs() {
        let base = paragraph.span.start;
        while let Some(label) = labels.next_if(|label| label.span.start <= base) {
            all.push(label);
        }
        for (mention, resolved) in paragraph.reading.mentions.iter().zip(&paragraph.resolved) {
            let is_office = matches!(mention.form, NameForm::Office | NameForm::Organization);
            let who = match (resolved.person, resolved.post) {
                (_, Some(post)) if is_office => Someone::Post(post),
                (Some(person), _) if !is_office => Someone::Person(person),
                _ => continue,
            };
            all.push(Occurrence {
                span: mention.span.place(base),
                name: mention.name.unwrap_or(mention.span).place(base),
                who,
                is_label: false,
            });
        }
    }
    all.extend(labels);
    all
}

/// Who is named under the cursor.
pub fn someone_at(record: &Record, offset: usize) -> Option<Occurrence> {
    let all = occurrences(record);
    let after = all.partition_point(|place| place.span.start <= offset);
    let place = all.into_iter().nth(after.checked_sub(1)?)?;
    place.span.holds_cursor(offset).then_some(place)
}

/// Every place where the document names `who`, in text order.
pub fn occurrences_of(record: &Record, who: &Someone) -> Vec<Occurrence> {
    let mut all = occurrences(record);
    all.retain(|place| place.who == *who);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;

    const TALKS: &str = "A guest met Russian Foreign Minister Sergey Lavrov. Lavrov smiled.\n\n\
        Ada Vane: Lavrov is here.\n\nSergey Lavrov: I am.\n\nAda Vane: The Russian foreign minister is.\n";

    fn named(word: &str) -> Vec<&'static str> {
        let record = record(TALKS);
        let at = TALKS.find(word).expect("it stands in the text");
        let Some(place) = someone_at(&record, at) else {
            return Vec::new();
        };
        let places = occurrences_of(&record, &place.who);
        places.iter().map(|place| place.span.of(TALKS)).collect()
    }

    #[test]
    fn a_person_is_found_in_labels_and_words_whatever_the_spelling() {
        let all = [
            "Russian Foreign Minister Sergey Lavrov",
            "Lavrov",
            "Lavrov",
            "Sergey Lavrov",
        ];
        assert_eq!(named("Lavrov smiled"), all);
        assert_eq!(named("Sergey Lavrov: I am"), all);
    }

    #[test]
    fn a_speaker_nobody_knows_is_found_by_name_and_an_office_by_itself() {
        assert_eq!(named("Ada Vane"), ["Ada Vane", "Ada Vane"]);
        assert_eq!(
            named("Russian foreign minister is"),
            ["Russian foreign minister"]
        );
        assert_eq!(named("guest"), [""; 0]);
    }
}
