//! The words of texts with their hashes, kept from one paragraph to the next: texts say the same words again and again.

use crate::registry::hash::HashedMap;
use crate::registry::tokens::Tokens;

use super::cases;
use super::keyer::{Hashes, Keyer};

/// A word as it stands, or in a first form it may be a case of.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) hashes: Hashes,
    /// Whether it can be a name without other words.
    pub(super) may_be_alone: bool,
}

/// So many words are kept.
const MOST: usize = 4096;

/// Words of texts, each different one read when it is first asked for.
#[derive(Default)]
pub(super) struct Words {
    keyer: Keyer,
    /// The readings of all words that were read, those of one together, as it stands first.
    read: Vec<Word>,
    /// Which of them are those of a word, by its hash.
    kept: HashedMap<(u32, u32)>,
}

impl Words {
    /// The readings of word `at` of a text.
    pub(super) fn at(&mut self, tokens: &Tokens, at: usize) -> &[Word] {
        let hash = tokens.list[at].hash;
        let (from, to) = if let Some(kept) = self.kept.get(&hash) {
            *kept
        } else {
            let from = self.read.len() as u32;
            let folded = tokens.folded(at);
            self.read.push(Word {
                hashes: self.keyer.hashes(folded),
                may_be_alone: true,
            });
            for form in cases::first_forms(folded) {
                self.read.push(Word {
                    hashes: self.keyer.hashes(&form),
                    may_be_alone: form.chars().count() >= cases::LONE,
                });
            }
            let kept = (from, self.read.len() as u32);
            self.kept.insert(hash, kept);
            kept
        };
        &self.read[from as usize..to as usize]
    }

    /// Forgets all, if they are many.
    pub(super) fn tidy(&mut self) {
        if self.read.len() > MOST {
            self.read.clear();
            self.kept.clear();
        }
    }
}
