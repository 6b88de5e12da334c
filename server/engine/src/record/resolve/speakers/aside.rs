//! What prose says of a speaker whose label gives the family name only: "Press Secretary Ada Vane" above `MS. VANE:`.
//!
//! It is shown beside the label, and is not made the speaker's name: another Vane may be meant.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use crate::record::resolve::{Aside, Speaker};
use crate::transcript::{Transcript, is_title, near_title};

use super::parts::Part;
use super::roster::fold;

/// How much of a document is looked through, in bytes: people are introduced at its beginning.
const REACH: usize = 65_536;

/// How far around a change at the end of that reach a full name may stand, in bytes.
const NAME: usize = 64;

/// Whether a change at `start` may touch what is looked through for full names.
pub(in crate::record) fn is_in_reach(start: usize) -> bool {
    start < REACH
}

/// The family name, folded, of a speaker of whom nothing else is known.
fn lone(speaker: &Speaker) -> Option<String> {
    let name = speaker
        .name
        .as_deref()
        .filter(|name| !name.contains([' ', '\u{a0}']))?;
    (speaker.person.is_none() && !speaker.anonymous && name.len() > 2).then(|| fold(name))
}

/// Finds family names in a text; `None` if there are none to find.
fn finder(families: &[String]) -> Option<AhoCorasick> {
    let finder = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(families);
    finder.ok().filter(|_| !families.is_empty())
}

/// Whether one of `texts` may name in full, or may have done so, a speaker known by a family name alone.
pub(in crate::record) fn may_name_in_full(speakers: &[Speaker], texts: &[&str]) -> bool {
    let families: BTreeSet<String> = speakers.iter().filter_map(lone).collect();
    let families: Vec<String> = families.into_iter().collect();
    finder(&families).is_some_and(|finder| texts.iter().any(|text| finder.is_match(*text)))
}

/// The stretch of a text that a change of its length by up to `moved` bytes pushes over the end of what is looked through.
pub(in crate::record) fn at_the_end_of_reach(content: &str, moved: usize) -> &str {
    let bound = |mut at: usize| {
        at = at.min(content.len());
        while !content.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let around = moved + NAME;
    &content[bound(REACH.saturating_sub(around))..bound(REACH + around)]
}

/// The beginning of a document, in which full names are looked for.
pub(super) struct Prose<'a>(&'a str);

impl<'a> Prose<'a> {
    pub(super) fn of(content: &'a str, transcript: &Transcript) -> Prose<'a> {
        let mut end = content.len().min(REACH);
        if transcript.turns.is_empty() {
            end = 0;
        }
        while !content.is_char_boundary(end) {
            end -= 1;
        }
        Prose(&content[..end])
    }

    /// Gives every speaker known by a family name alone the one full name that the prose has for it.
    pub(super) fn name_in_full(&self, parts: &[Part], order: &[usize], speakers: &mut [Speaker]) {
        let mut full: BTreeMap<String, Option<String>> = BTreeMap::new();
        for (at, speaker) in order.iter().zip(speakers.iter()) {
            if !parts[*at].is_office_alone()
                && let Some(name) = lone(speaker)
            {
                full.insert(name, None);
            }
        }
        let families: Vec<String> = full.keys().cloned().collect();
        let Some(finder) = finder(&families) else {
            return;
        };
        let mut several = vec![false; families.len()];
        for found in finder.find_iter(self.0) {
            let at = found.pattern().as_usize();
            let Some(name) = self.name_at(found.start(), found.end()) else {
                continue;
            };
            let entry = full.entry(families[at].clone()).or_default();
            several[at] |= entry
                .as_ref()
                .is_some_and(|known| fold(known) != fold(name));
            entry.get_or_insert_with(|| name.to_owned());
        }
        for (at, family) in families.iter().enumerate() {
            if several[at] {
                full.remove(family);
            }
        }
        for speaker in speakers {
            if let Some(name) = lone(speaker).and_then(|name| full.get(&name)?.clone()) {
                speaker.aside.get_or_insert(Aside {
                    name,
                    why: "named in full in the text",
                });
            }
        }
    }

    /// The full name that ends in the family name at these bytes: a given name before it, in capital and small letters.
    fn name_at(&self, start: usize, end: usize) -> Option<&'a str> {
        let text = self.0;
        let family = &text[start..end];
        let ends = !text[end..].starts_with(|c: char| c.is_alphanumeric());
        if !ends || !family.starts_with(char::is_uppercase) || !family.contains(char::is_lowercase)
        {
            return None;
        }
        let before = text[..start].strip_suffix([' ', '\u{a0}'])?;
        let from = before
            .rfind(|c: char| !(c.is_alphabetic() || matches!(c, '-' | '’' | '\'')))
            .map_or(0, |at| {
                at + before[at..].chars().next().map_or(1, char::len_utf8)
            });
        let given = &before[from..];
        let mut letters = given.chars();
        let shaped = letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase);
        // "Thank Vane", "And Vane": the word that opens a sentence may be any.
        let opens = before[..from]
            .trim_end()
            .chars()
            .next_back()
            .is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '“' | '"'));
        let title = is_title(given) || near_title(given).is_some();
        (shaped && !opens && !title).then(|| &text[from..end])
    }
}
