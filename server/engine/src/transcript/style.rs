//! What a project says of its transcripts: whose house style they follow, how labels are printed, words of its own.

use crate::transcript::house::{House, HouseWords};
use crate::transcript::lexicon::fold;
use crate::transcript::shape::{Closing, Decoration, Shape};

/// The labelling conventions that a project fixes; nothing by default, then each document tells its own.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Style {
    house: Option<&'static House>,
    labels: Vec<Shape>,
    words: HouseWords,
    /// Roles that need no name, folded.
    accepted: Vec<String>,
}

impl Style {
    /// A style: a house, shapes of labels by their names (those that are none are left out), roles that hide a name, titles,
    /// and beginnings of lines that end a transcript.
    pub fn new(
        house: Option<&'static House>,
        labels: &[String],
        roles: &[String],
        titles: &[String],
        ends: &[String],
    ) -> Style {
        Style {
            house,
            labels: labels
                .iter()
                .filter_map(|name| Shape::named(name))
                .collect(),
            words: HouseWords::new(roles, titles, ends),
            accepted: Vec::new(),
        }
    }

    /// The style with roles that need no name beside them.
    #[must_use]
    pub fn accepting(self, roles: &[String]) -> Style {
        let accepted = roles.iter().map(|role| fold(role.trim())).collect();
        Style { accepted, ..self }
    }

    /// Whether a label (without its closing mark) is a role that needs no name.
    pub fn accepts(&self, label: &str) -> bool {
        !self.accepted.is_empty() && self.accepted.contains(&fold(label.trim()))
    }

    /// Whether `name` is the name of a shape labels may have, such as `colon` or `bold enclosed`.
    pub fn is_shape(name: &str) -> bool {
        Shape::named(name).is_some()
    }

    /// What may stand around a label, and what may close it, by their names: `bold`, `colon`.
    pub fn shape_words() -> impl Iterator<Item = &'static str> {
        let decorations = Decoration::NAMES.iter().map(|(_, name, _)| *name);
        decorations.chain(Closing::NAMES.iter().map(|(_, name, _)| *name))
    }

    /// The style in force for a document: the project's, or that of the house whose marks the document bears.
    pub(crate) fn in_force(&self, text: &str) -> InForce {
        let house = self.house.or_else(|| House::of(text));
        let mut words = self.words.clone();
        if let Some(house) = house {
            words.join(house.words());
        }
        let labels = match self.house {
            _ if !self.labels.is_empty() => self.labels.clone(),
            Some(house) => house.labels.clone(),
            None => Vec::new(),
        };
        InForce {
            house,
            fixed: labels,
            words,
        }
    }
}

/// The style that a document is read in.
pub(crate) struct InForce {
    /// Whose it is, if a house is named or recognised.
    pub(crate) house: Option<&'static House>,
    /// The only shapes labels may have; empty where the document decides.
    pub(crate) fixed: Vec<Shape>,
    /// The house's and the project's own words.
    pub(crate) words: HouseWords,
}

impl InForce {
    /// Whether the house that was recognised prints labels so.
    pub(crate) fn favours(&self, shape: Shape) -> bool {
        self.house
            .is_some_and(|house| house.labels.contains(&shape))
    }
}
