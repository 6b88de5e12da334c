//! The full names seen in a document's labels, from which short labels get theirs.

use std::collections::HashMap;

use crate::date::Date;
use crate::record::resolve::Speaker;
use crate::record::resolve::choose::office_of;
use crate::registry::{PersonId, Registry};
use crate::transcript::near_title;

use super::parts::Part;
use super::slips::is_slip;

/// The names seen in labels.
pub(super) struct Roster {
    /// The full names, and the family names that stand for a known person.
    names: Vec<Entry>,
    /// Their places by the last word.
    families: HashMap<String, Vec<usize>>,
    /// Initials given in brackets after a name: `LLG`.
    initials: HashMap<String, usize>,
    /// Labels by their name's last word: how many turns, the words, the name and who it is.
    labels: Vec<Label>,
}

struct Entry {
    name: String,
    person: Option<PersonId>,
}

struct Label {
    family: String,
    title: String,
    n_turns: usize,
    words: String,
    name: String,
    person: Option<PersonId>,
}

/// How often a label must stand for another to be a slip of it.
const USUAL: usize = 2;

impl Roster {
    /// Gathers the names of all labels.
    pub(super) fn of(parts: &[Part], speakers: &[Speaker]) -> Roster {
        let mut roster = Roster {
            names: Vec::new(),
            families: HashMap::new(),
            initials: HashMap::new(),
            labels: Vec::new(),
        };
        for (part, speaker) in parts.iter().zip(speakers) {
            let Some(printed) = part.name().filter(|_| !part.anonymous) else {
                continue;
            };
            let family = last(printed);
            if part.corrected.is_none() {
                roster.labels.push(Label {
                    family: family.clone(),
                    title: title(part),
                    n_turns: part.n_turns,
                    words: part.words.to_owned(),
                    name: printed.to_owned(),
                    person: speaker.person,
                });
            }
            // "SECREATRY VANE" is no full name.
            let first = printed.split([' ', '\u{a0}']).next().unwrap_or(printed);
            let full = speaker.person.is_some()
                || first.len() < printed.len() && near_title(first).is_none();
            let places = roster.families.entry(family).or_default();
            let known = places
                .iter()
                .find(|&&at| fold(&roster.names[at].name) == fold(printed));
            let at = match known {
                Some(at) => *at,
                None if full => {
                    roster.names.push(Entry {
                        name: printed.to_owned(),
                        person: speaker.person,
                    });
                    places.push(roster.names.len() - 1);
                    roster.names.len() - 1
                }
                None => continue,
            };
            if let Some(initials) = part.initials {
                roster.initials.insert(initials.to_owned(), at);
            }
        }
        roster
    }

    /// Gives a short or misspelt label the form of the same speaker that tells most: initials declared in brackets, the
    /// same family name, a label it is a slip of.
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
        let declared = self.initials.get(part.words).copied();
        let found = declared.or_else(|| self.same(&short));
        if let Some(entry) = found.map(|at| &self.names[at]) {
            become_known(registry, part, date, (entry.person, &entry.name), speaker);
            speaker.why = if declared.is_some() {
                "initials given in another label"
            } else {
                "named in full in another label"
            };
        } else if let Some(usual) = self.slip(registry, part, &short) {
            become_known(registry, part, date, (usual.person, &usual.name), speaker);
            speaker.why = "nearly the spelling of another label";
            speaker.corrected = Some(usual.words.clone());
        }
    }

    /// The only full name with the same family name that the short one can stand for.
    fn same(&self, short: &str) -> Option<usize> {
        let words: Vec<&str> = short.split_whitespace().collect();
        let fits = |name: &str| match &words[..] {
            [_] => true,
            // "D. Kern" is Dora Kern.
            [given, _] if is_initial(given) => {
                name.chars().next().map(|c| c.to_lowercase().to_string())
                    == given.chars().next().map(|c| c.to_lowercase().to_string())
                    && fold(name) != fold(short)
            }
            _ => false,
        };
        let mut same = self
            .families
            .get(&last(short))?
            .iter()
            .copied()
            .filter(|&at| fits(&self.names[at].name));
        same.next().filter(|_| same.next().is_none())
    }

    /// The label of which this one is a slip: used more often, with the same title, its family or given name a letter off.
    /// A name that the register knows is none.
    fn slip(&self, registry: &Registry, part: &Part, short: &str) -> Option<&Label> {
        let known = part
            .mention
            .as_ref()
            .is_some_and(|mention| !mention.people.is_empty());
        if known || registry.knows_person(short) {
            return None;
        }
        let family = last(short);
        let given = fold(short);
        let title = title(part);
        let is_one = |usual: &&Label| {
            let often = usual.n_turns >= USUAL && usual.n_turns > 2 * part.n_turns;
            let full = usual.name.contains(' ') == short.contains(' ');
            often
                && full
                && usual.title == title
                && if short.contains(' ') {
                    same_but_one(&given, &fold(&usual.name))
                } else {
                    is_slip(&family, &usual.family)
                }
        };
        let mut found = self.labels.iter().filter(is_one);
        found.next().filter(|_| found.next().is_none())
    }
}

/// Makes the speaker who a fuller label means.
fn become_known(
    registry: &Registry,
    part: &Part,
    date: Option<Date>,
    (person, name): (Option<PersonId>, &str),
    speaker: &mut Speaker,
) {
    let Some(person) = person else {
        speaker.name = Some(name.to_owned());
        return;
    };
    speaker.become_person(registry, person, "");
    if let (Some(date), Some(mention)) = (date, &part.mention) {
        (speaker.post, speaker.held) = office_of(registry, person, &mention.posts, date);
    }
}

/// Whether two full names are the same but for a slip in one of their words.
fn same_but_one(rare: &str, usual: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split(' ').map(str::to_owned).collect() };
    let (rare, usual) = (words(rare), words(usual));
    let differ = || rare.iter().zip(&usual).filter(|(a, b)| a != b);
    rare.len() == usual.len()
        && differ().count() == 1
        && differ().all(|(rare, usual)| is_slip(rare, usual))
}

/// The words before the name, folded.
fn title(part: &Part) -> String {
    let name = part.name().unwrap_or_default();
    let end = part.words.len().saturating_sub(name.len());
    fold(part.words.get(..end).unwrap_or_default())
}

fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}

/// The last word of a name, folded.
fn last(name: &str) -> String {
    fold(name.rsplit([' ', '\u{a0}', '.']).next().unwrap_or(name))
}

/// A label for comparing: small letters, single blanks.
pub(super) fn fold(words: &str) -> String {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
