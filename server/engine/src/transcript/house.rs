//! House styles: how a house prints its labels, how its records are known, and the words it has of its own.
//!
//! Each is a file of data in `houses/`. A house that is recognised by its marks speaks for its shapes in the competition of
//! conventions; a house that the project names decides it.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::transcript::lexicon::fold;
use crate::transcript::shape::Shape;
use crate::transcript::words::Form;

/// How a house prints its labels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct House {
    /// Its name in project files: `un`.
    pub name: String,
    /// Its name for people: "verbatim records of the United Nations".
    pub title: String,
    /// The shapes of its labels.
    pub(crate) labels: Vec<Shape>,
    /// Whether its documents are records of sittings, in which "The President" is who presides.
    pub(crate) sits: bool,
    marks: Vec<String>,
    words: HouseWords,
}

/// Words that a house, or a project, has beside the general ones.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct HouseWords {
    /// Roles that hide a name, folded.
    roles: Vec<String>,
    /// Titles before a name, folded.
    titles: Vec<String>,
    /// What a line begins with that ends a transcript.
    ends: Vec<String>,
}

impl HouseWords {
    /// The words as a project gives them.
    pub(crate) fn new(roles: &[String], titles: &[String], ends: &[String]) -> HouseWords {
        let folded = |words: &[String]| words.iter().map(|word| fold(word.trim())).collect();
        HouseWords {
            roles: folded(roles),
            titles: folded(titles),
            ends: ends.to_vec(),
        }
    }

    /// These words and those of another house.
    pub(crate) fn join(&mut self, other: &HouseWords) {
        self.roles.extend_from_slice(&other.roles);
        self.titles.extend_from_slice(&other.titles);
        self.ends.extend_from_slice(&other.ends);
    }

    /// Sees the house's roles and titles in a label's words.
    pub(crate) fn look(&self, words: &str, form: &mut Form) {
        if self.roles.is_empty() && self.titles.is_empty() {
            return;
        }
        let folded = fold(words);
        if self.roles.contains(&folded) {
            form.role = true;
            form.never = false;
            form.strange = 0;
        }
        let first = folded.split_whitespace().next().unwrap_or_default();
        if form.names > 1 && self.titles.iter().any(|title| title == first) {
            form.title = true;
        }
    }

    /// Whether a line ends the transcript in this house.
    pub(crate) fn ends(&self, line: &str) -> bool {
        self.ends.iter().any(|end| line.starts_with(end.as_str()))
    }
}

/// A file of `houses/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    title: String,
    labels: Vec<String>,
    sits: bool,
    marks: Vec<String>,
    roles: Vec<String>,
    titles: Vec<String>,
    ends: Vec<String>,
}

/// The files, in the order of the names in them.
const FILES: [&str; 6] = [
    include_str!("houses/broadcast.toml"),
    include_str!("houses/congressional-record.toml"),
    include_str!("houses/hansard.toml"),
    include_str!("houses/kremlin.toml"),
    include_str!("houses/un.toml"),
    include_str!("houses/white-house.toml"),
];

/// All houses known.
static HOUSES: LazyLock<Vec<House>> = LazyLock::new(|| FILES.map(house).into());

fn house(file: &str) -> House {
    let file: File = toml::from_str(file).expect("a house's file is read by a test");
    House {
        name: file.name,
        title: file.title,
        labels: file
            .labels
            .iter()
            .filter_map(|label| Shape::named(label))
            .collect(),
        sits: file.sits,
        marks: file.marks,
        words: HouseWords::new(&file.roles, &file.titles, &file.ends),
    }
}

impl House {
    /// All houses, in the order of their names.
    pub fn all() -> &'static [House] {
        &HOUSES
    }

    /// The house of this name.
    pub fn named(name: &str) -> Option<&'static House> {
        HOUSES.iter().find(|house| house.name == name)
    }

    /// The house whose marks the head of `text` bears, the one with the most; none if there are none.
    pub(crate) fn of(text: &str) -> Option<&'static House> {
        let mut end = text.len().min(HEAD);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = &text[..end];
        let n_marks = |house: &House| {
            let marks = house.marks.iter();
            marks.filter(|mark| head.contains(mark.as_str())).count()
        };
        let counted = HOUSES.iter().map(|house| (n_marks(house), house));
        let (n, house) = counted.rev().max_by_key(|(n, _)| *n)?;
        (n > 0).then_some(house)
    }

    /// Its own words.
    pub(crate) fn words(&self) -> &HouseWords {
        &self.words
    }
}

/// How much of a document is looked through for marks, in bytes.
pub(crate) const HEAD: usize = 1500;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_house_is_read_whole() {
        assert!(House::all().is_sorted_by_key(|house| house.name.as_str()));
        for (file, house) in FILES.iter().zip(House::all()) {
            let written: File = toml::from_str(file).unwrap();
            assert_eq!(written.labels.len(), house.labels.len(), "{}", house.name);
            assert_eq!(House::named(&written.name), Some(house));
        }
    }

    #[test]
    fn a_house_is_known_by_its_marks() {
        let named = |text: &str| House::of(text).map(|house| house.name.as_str());
        assert_eq!(named("WEBVTT\n\n00:01 --> 00:02\n"), Some("broadcast"));
        assert_eq!(
            named("[Congressional Record Volume 1]\n"),
            Some("congressional-record")
        );
        assert_eq!(named("The talks went on at the lake.\n"), None);
    }
}
