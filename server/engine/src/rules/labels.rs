//! Speaker labels by their words: the ground that the rules about speakers share.

use foldhash::{HashMap, HashMapExt};

use crate::record::{Paragraph, Record, Speaker};
use crate::registry::PersonId;
use crate::transcript::{Turn, Voice};

/// A label as the document prints it, with every turn under it.
pub(super) struct LabelForm<'a> {
    /// Its words.
    pub(super) words: &'a str,
    /// The turns it opens, in text order; never empty.
    pub(super) turns: Vec<&'a Turn>,
    /// Who speaks under it.
    pub(super) speaker: &'a Speaker,
}

/// The distinct labels of a document, by first appearance.
pub(super) fn forms(record: &Record) -> Vec<LabelForm<'_>> {
    let mut forms: Vec<LabelForm<'_>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (turn, speaker) in record.transcript().turns.iter().zip(record.speakers()) {
        let words = turn.label.span.of(record.content());
        let at = *places.entry(words).or_insert_with(|| {
            forms.push(LabelForm {
                words,
                turns: Vec::new(),
                speaker,
            });
            forms.len() - 1
        });
        forms[at].turns.push(turn);
    }
    forms
}

/// The words of a name in lower case, without marks between them.
pub(super) fn name_words(words: &str) -> Vec<String> {
    words
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '’' && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Who speaks in a paragraph, by name; nobody for those who hide theirs, and outside turns.
pub(super) fn speaker(record: &Record, paragraph: &Paragraph) -> Option<String> {
    let Voice::Speaker(turn) = record.transcript().passages[paragraph.passage].voice else {
        return None;
    };
    let speaker = record.speakers().get(turn)?;
    speaker.name.clone().filter(|_| !speaker.anonymous)
}

/// A document with those it is linked to before it, each of these with its file: what was said there was said before.
pub(super) fn with_linked(record: &Record) -> impl Iterator<Item = (&Record, Option<&str>)> {
    let linked = record.linked().iter();
    linked
        .map(|linked| (&**linked, Some(linked.name())))
        .chain([(record, None)])
}

/// Whom a label that is nobody's for certain may mean on the document's day: those in office then, and those of the project's
/// own registry, which are there because they speak. Without a date, everybody it fits.
pub(super) fn fitting(record: &Record, speaker: &Speaker) -> Vec<PersonId> {
    let registry = record.registry();
    let may_be_meant = |person: &PersonId| {
        record.date().is_none_or(|date| {
            registry.active(*person, date) || registry.person_origin(*person).is_some()
        })
    };
    let candidates = speaker.candidates.iter().copied();
    candidates.filter(may_be_meant).collect()
}
