//! Targets beyond one document: what they are called, the key by which they are found in another one, and all that a
//! document names.

use std::collections::BTreeSet;

use crate::record::Record;
use crate::registry::{NameForm, PersonId, PostId, Registry};
use crate::text::Span;

use super::references::Target;

/// Somebody or some office a document names, with the place where it does so first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// Who or what.
    pub target: Target,
    /// The first place (document bytes); of somebody who speaks, the first label.
    pub place: Span,
}

impl Target {
    /// What it is called: the registry's preferred name, an office with its state.
    pub fn name(&self, registry: &Registry) -> String {
        match self {
            Target::Person(person) => registry.person(*person).name.to_string(),
            Target::Post(post) => registry.post_title(*post),
            Target::Speaker(name) => name.clone(),
        }
    }

    /// Words that mean the same in every document and after every edit: `person:ada-vane`.
    pub fn key(&self, registry: &Registry) -> String {
        match self {
            Target::Person(person) => format!("person:{}", registry.person(*person).id),
            Target::Post(post) => format!("post:{}", registry.post(*post).id),
            Target::Speaker(name) => format!("speaker:{name}"),
        }
    }

    /// What a key means in this registry; `None` if it is no key or means nobody there.
    pub fn of_key(key: &str, registry: &Registry) -> Option<Target> {
        let (kind, id) = key.split_once(':')?;
        match kind {
            "person" => {
                let at = registry.people().position(|person| person.id == id)?;
                Some(Target::Person(PersonId(at as u32)))
            }
            "post" => {
                let at = registry.posts().position(|post| post.id == id)?;
                Some(Target::Post(PostId(at as u32)))
            }
            "speaker" => Some(Target::Speaker(id.to_owned())),
            _ => None,
        }
    }

    /// Who speaks in a turn, if it is told.
    pub(super) fn of_speaker(record: &Record, turn: usize) -> Option<Target> {
        let speaker = record.speakers().get(turn)?;
        match (speaker.person, &speaker.name) {
            (Some(person), _) => Some(Target::Person(person)),
            (None, Some(name)) if !speaker.anonymous => Some(Target::Speaker(name.clone())),
            _ => speaker.post.map(Target::Post),
        }
    }
}

/// Everybody and every office the document names, each once: who speaks in the order of their first turn, then the others
/// in the order of their first place.
pub fn named(record: &Record) -> Vec<Named> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    let mut add = |target: Target, place: Span| {
        if seen.insert(target.clone()) {
            all.push(Named { target, place });
        }
    };
    for (at, turn) in record.transcript().turns.iter().enumerate() {
        if let Some(target) = Target::of_speaker(record, at) {
            add(target, turn.label.span);
        }
    }
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let place = mention.span.place(paragraph.span.start);
            let is_office = matches!(mention.form, NameForm::Office | NameForm::Organization);
            match (resolved.person, resolved.post) {
                (_, Some(post)) if is_office => add(Target::Post(post), place),
                (Some(person), _) if !is_office => add(Target::Person(person), place),
                _ => {}
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ide::tests::record;

    #[test]
    fn everybody_named_is_told_once_speakers_first_and_is_found_again_by_key() {
        let text = "A guest met Vladimir Putin and the Russian foreign minister.\n\n\
            Ada Vane: Sergey Lavrov is here.\n\nSergey Lavrov: I am.\n\nAda Vane: Vladimir Putin is not.\n";
        let record = record(text);
        let registry = record.registry();
        let all = named(&record);
        let names: Vec<String> = all
            .iter()
            .map(|named| named.target.name(registry))
            .collect();
        let office = "Minister of Foreign Affairs, Russia";
        assert_eq!(
            names,
            ["Ada Vane", "Sergey Lavrov", "Vladimir Putin", office]
        );
        assert_eq!(
            all[1].place.start,
            text.find("Sergey Lavrov: I").expect("the label")
        );
        for named in all {
            let key = named.target.key(registry);
            assert_eq!(Target::of_key(&key, registry), Some(named.target));
        }
        for nobody in ["", "person:", "person:nobody-at-all", "post:x", "x:y"] {
            assert_eq!(Target::of_key(nobody, registry), None, "{nobody}");
        }
    }
}
