//! Choices that need the whole document: which Lavrov, which President.

use crate::registry::{Held, PersonId, PostId};
use crate::transcript::Transcript;

use super::{Paragraph, Reference};

/// Who a mention means in this document.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Resolved {
    /// The person, if one remains.
    pub person: Option<PersonId>,
    /// The post its title words mean, if they mean one.
    pub post: Option<PostId>,
    /// Whether that person held that post on the document's date; `None` without both or without a date.
    pub held: Option<Held>,
    /// All people it could mean, best first; more than one and no `person` means it stays open.
    pub candidates: Vec<PersonId>,
    /// Why, as a phrase: "full name", "named in full before", "holder of the office on the date".
    pub why: &'static str,
}

/// Who speaks in a turn.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Speaker {
    /// The person, if the label means one for certain.
    pub person: Option<PersonId>,
    /// The registry's preferred name, else the name part of the label; `None` if there is none.
    pub name: Option<String>,
    /// The post the label's title words mean.
    pub post: Option<PostId>,
    /// Whether that person held that post on the document's date.
    pub held: Option<Held>,
    /// All people it could be, best first.
    pub candidates: Vec<PersonId>,
    /// Whether the label hides a name on purpose: `Q`, `Audience`.
    pub anonymous: bool,
    /// Why, as a phrase.
    pub why: &'static str,
}

/// Resolves every mention of `paragraphs` in place and every turn's label.
pub(super) fn resolve(
    content: &str,
    transcript: &Transcript,
    paragraphs: &mut [Paragraph],
    reference: &Reference,
) -> Vec<Speaker> {
    let _ = reference;
    for paragraph in paragraphs {
        paragraph.resolved = paragraph
            .reading
            .mentions
            .iter()
            .map(|_| Resolved::default())
            .collect();
    }
    transcript
        .turns
        .iter()
        .map(|turn| Speaker {
            name: Some(turn.label.span.of(content).to_owned()),
            anonymous: turn.label.anonymous,
            ..Speaker::default()
        })
        .collect()
}
