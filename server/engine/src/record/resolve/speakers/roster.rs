//! The full names seen in a document's labels, from which short labels get theirs.

use std::collections::HashMap;

use crate::date::Date;
use crate::record::resolve::Speaker;
use crate::record::resolve::choose::office_of;
use crate::registry::{PersonId, Registry};

use super::Part;

/// The full names seen in labels.
pub(super) struct Roster {
    /// The last word of a name, folded; the name as printed; the person, if known.
    names: Vec<(String, String, Option<PersonId>)>,
    /// Initials given in brackets after a name: `LLG`.
    initials: HashMap<String, usize>,
}

impl Roster {
    /// Gathers the full names of all labels.
    pub(super) fn of(parts: &[Part], speakers: &[Speaker]) -> Roster {
        let mut roster = Roster {
            names: Vec::new(),
            initials: HashMap::new(),
        };
        for (part, speaker) in parts.iter().zip(speakers) {
            let printed = part
                .mention
                .as_ref()
                .and_then(|mention| mention.name)
                .map(|name| name.of(part.words))
                .or_else(|| part.note.and_then(|note| holder_words(note)));
            let Some(printed) = printed else {
                continue;
            };
            let last = fold(printed.rsplit([' ', '\u{a0}']).next().unwrap_or(printed));
            let full = printed.contains([' ', '\u{a0}']) || speaker.person.is_some();
            let known = roster
                .names
                .iter()
                .any(|(known, name, _)| *known == last && fold(name) == fold(printed));
            if full && !known {
                if let Some(note) = part.note {
                    roster.initials.insert(note.to_owned(), roster.names.len());
                }
                roster
                    .names
                    .push((last, printed.to_owned(), speaker.person));
            }
        }
        roster
    }

    /// Gives a short label the longest form of the same speaker: initials in brackets, or the same family name.
    pub(super) fn complete(
        &self,
        registry: &Registry,
        part: &Part,
        date: Option<Date>,
        speaker: &mut Speaker,
    ) {
        let short = speaker
            .name
            .clone()
            .unwrap_or_else(|| part.words.to_owned());
        let found = self.initials.get(part.words).copied().or_else(|| {
            let last = fold(short.rsplit([' ', '\u{a0}']).next().unwrap_or(&short));
            let n_words = short.split_whitespace().count();
            let mut same = (0..self.names.len()).filter(|&n| {
                let (known, name, _) = &self.names[n];
                *known == last && (n_words == 1 || fold(name) == fold(&short))
            });
            same.next().filter(|_| same.next().is_none())
        });
        let Some((_, name, person)) = found.map(|n| &self.names[n]) else {
            return;
        };
        if let Some(person) = person {
            speaker.become_person(registry, *person, "named in full in another label");
            if let (Some(date), Some(mention)) = (date, &part.mention) {
                (speaker.post, speaker.held) = office_of(registry, *person, &mention.posts, date);
            }
        } else {
            speaker.name = Some(name.clone());
            speaker.why = "named in full in another label";
        }
    }
}

/// The name in a note after an office: `The PRESIDING OFFICER (Mr. Kyl)`.
pub(super) fn holder_words(note: &str) -> Option<&str> {
    let mut words = note.split_whitespace();
    let first = words.next()?;
    let address = [
        "Mr", "Mrs", "Ms", "Miss", "Dr", "Hon", "Sir", "Madam", "Lord",
    ];
    address
        .contains(&first.trim_end_matches('.'))
        .then(|| note[first.len()..].trim())
        .filter(|name| !name.is_empty())
}

/// A label for comparing: small letters, single blanks.
pub(super) fn fold(words: &str) -> String {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
