//! The distinct labels among a document's openings: each is folded, measured and looked up once, however often it stands.

use foldhash::{HashMap, HashMapExt};

use crate::transcript::lexicon::fold;

/// A distinct label.
#[derive(Debug)]
pub(crate) struct Name<'a> {
    /// Its words as they stand first.
    pub(crate) words: &'a str,
    /// Its words outside brackets, folded: openings of one key are one label.
    pub(crate) key: String,
    /// The last name-like word, by which a short label is known for an earlier one.
    pub(crate) surname: String,
    /// The last word in its first brackets, which may name the holder of an office.
    holder: Option<String>,
}

/// All distinct labels, in the order in which they first stand.
#[derive(Default, Debug)]
pub(crate) struct Names<'a> {
    by_words: HashMap<&'a str, usize>,
    by_key: HashMap<String, usize>,
    all: Vec<Name<'a>>,
}

impl<'a> Names<'a> {
    /// The place of the label with these words.
    pub(crate) fn place(&mut self, words: &'a str) -> usize {
        if let Some(place) = self.by_words.get(words) {
            return *place;
        }
        let outside = words.split(['(', '[']).next().unwrap_or(words);
        let outside = if outside.trim().is_empty() {
            words
        } else {
            outside
        };
        let key = outside
            .split_whitespace()
            .map(fold)
            .collect::<Vec<_>>()
            .join(" ");
        let place = *self.by_key.entry(key).or_insert_with_key(|key| {
            self.all.push(Name {
                words,
                key: key.clone(),
                surname: surname(outside),
                holder: holder(words),
            });
            self.all.len() - 1
        });
        self.by_words.insert(words, place);
        place
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Name<'a>] {
        &self.all
    }

    /// Whether each shares its surname with another label: "Mr. Vane" after "Ada Vane".
    pub(crate) fn short_forms(&self) -> Vec<bool> {
        let mut bearers: HashMap<&str, usize> = HashMap::new();
        for name in &self.all {
            *bearers.entry(name.surname.as_str()).or_default() += 1;
            if let Some(holder) = name.holder.as_deref().filter(|it| *it != name.surname) {
                *bearers.entry(holder).or_default() += 1;
            }
        }
        let is_short =
            |name: &Name| name.surname.chars().count() >= 3 && bearers[&*name.surname] > 1;
        self.all.iter().map(is_short).collect()
    }
}

/// `vane` in `The Minister for Ports (Ada Vane)`.
fn holder(words: &str) -> Option<String> {
    let (_, inside) = words.split_once('(')?;
    let (inside, _) = inside.split_once(')')?;
    inside.contains(' ').then(|| surname(inside))
}

fn surname(words: &str) -> String {
    let names = words.split(',').next().unwrap_or(words);
    let names = names.split(" of ").next().unwrap_or(names);
    let last = names.split_whitespace().next_back().unwrap_or_default();
    // "А.Вейн": initials may be glued to the name.
    let bare = last.trim_end_matches('.');
    fold(bare.rsplit('.').next().unwrap_or(bare))
}
