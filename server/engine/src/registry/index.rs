//! Every spelling of every known name, for finding names in a text in one pass.
//!
//! From the hash of a row of keyed words to the people it can mean: no automaton and no map is built, so a hundred thousand
//! people cost a sort at load and one look-up per capitalised word later. Names of the registry beneath are looked up there.

mod cases;
mod forms;
mod keyer;
mod notes;
mod recent;
mod stored;
mod words;

use std::sync::Arc;

use super::hash;
use super::table::{Filter, Table};
use super::tokens::{Room, Tokens};
use super::{Person, PersonId, Registry};
use crate::text::Spare;

pub(super) use cases::first_forms;
use keyer::{Keyer, PLAIN};
use notes::Notes;
use recent::Recent;
use words::{Word, Words};

/// The longest name looked for, in words.
const LONGEST: usize = 7;

/// Which part of a name a row of words is; the earlier, the stronger.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Part {
    /// The whole of a declared name.
    Whole,
    /// First given name and family name.
    Short,
    /// Another given name and the family name.
    Middle,
    /// The family name, or a name of one word.
    Family,
}

/// One meaning of a row of words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Entry {
    /// Which part of the name it is.
    pub part: Part,
    /// Whose name it is.
    pub person: PersonId,
}

/// Where the part begins in the bits it shares with the person.
const PART_BITS: u32 = 30;

/// Parts by their number.
const PARTS: [Part; 4] = [Part::Whole, Part::Short, Part::Middle, Part::Family];

impl Entry {
    /// Both in one number; the stronger part gives the smaller one.
    fn packed(self) -> u32 {
        ((self.part as u32) << PART_BITS) | self.person.0
    }

    fn unpacked(packed: u32) -> Entry {
        Entry {
            part: PARTS[(packed >> PART_BITS) as usize],
            person: PersonId(packed & ((1 << PART_BITS) - 1)),
        }
    }
}

/// A name found in a text.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// First word.
    pub from: usize,
    /// Last word.
    pub to: usize,
    /// Which part of the name it is.
    pub part: Part,
    /// Whose it can be, in order of id.
    pub people: Vec<PersonId>,
}

/// All names.
#[derive(Debug, Default)]
pub(super) struct NameIndex {
    rows: Table,
    /// Words that names begin with.
    firsts: Filter,
    /// Given names, alone and with the states they are usual in.
    givens: Table,
    /// How many people bear a given name.
    bearers: Table,
    /// The registry whose names are found too; its people have the same numbers.
    beneath: Option<Arc<Registry>>,
    /// Whether names here or beneath may begin with the words met lately.
    recent: Recent,
    /// Words hashed lately.
    spare: Spare<Words>,
    /// Room for the words of a text.
    pub(super) room: Spare<Room>,
}

/// What a person's states say about the person's name.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Custom {
    /// Romanised from Arabic.
    pub arabic: bool,
    /// The family name stands first.
    pub family_first: bool,
    /// A hash of the state, to know which given names are usual there.
    pub state: u64,
}

impl Custom {
    /// Both; the later state wins.
    pub(super) fn and(self, other: Custom) -> Custom {
        Custom {
            arabic: self.arabic | other.arabic,
            family_first: self.family_first | other.family_first,
            state: if other.state == 0 {
                self.state
            } else {
                other.state
            },
        }
    }
}

impl NameIndex {
    /// Indexes all names of these people; `custom` says what is usual where a person holds office.
    pub(super) fn of<'a>(
        people: impl ExactSizeIterator<Item = (PersonId, &'a Person)>,
        custom: impl Fn(PersonId) -> Custom,
    ) -> NameIndex {
        let mut notes = Notes::of(people.len());
        let mut keyer = Keyer::default();
        for (id, person) in people {
            let mut custom = custom(id);
            let lower = person.name.as_bytes();
            custom.arabic |= lower.windows(4).any(|w| {
                w[0] == b' ' && matches!(&w[1..].to_ascii_lowercase()[..], b"al-" | b"el-")
            });
            notes.add(&mut keyer, id, &person.name, &person.family, custom);
            for alias in &person.aliases {
                let family = if shares_initial(&alias.text, &person.name) {
                    ""
                } else {
                    NO_FAMILY
                };
                notes.add(&mut keyer, id, &alias.text, family, custom);
            }
        }
        notes.index()
    }

    /// The index with the names of another registry, whose people have the same numbers here.
    pub(super) fn upon(self, beneath: Option<Arc<Registry>>) -> NameIndex {
        NameIndex {
            beneath,
            recent: Recent::default(),
            ..self
        }
    }

    /// This index and those beneath.
    fn layers(&self) -> impl Iterator<Item = &NameIndex> {
        std::iter::successors(Some(self), |index| Some(index.beneath.as_ref()?.names()))
    }

    /// Whether the folded word is somebody's given name; with a state, somebody's of that state.
    pub(super) fn is_given(&self, folded: &str, state: Option<u64>) -> bool {
        let hash = keyer::keyed(folded);
        let hash = state.map_or(hash, |state| hash::join(state, hash));
        self.layers().any(|index| index.givens.has(hash))
    }

    /// Whether the folded word is the given name of so many people that, alone, it is one before it is a family name.
    pub(super) fn is_common_given(&self, folded: &str) -> bool {
        let hash = keyer::keyed(folded);
        let bearers = self.layers().flat_map(|index| index.bearers.get(hash));
        bearers.sum::<u32>() >= COMMON_GIVEN
    }

    /// The names in a text, as far as words alone tell, in text order, without overlap.
    pub(super) fn hits(&self, tokens: &Tokens) -> Vec<Hit> {
        let mut words = self.spare.take();
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens.list[at];
            let begins = token.capital
                && self
                    .recent
                    .or_ask(token.hash, || self.is_first(words.at(tokens, at)));
            match begins
                .then(|| self.longest(tokens, at, &mut words))
                .flatten()
            {
                Some(hit) => {
                    at = hit.to + 1;
                    hits.push(hit);
                }
                None => at += 1,
            }
        }
        words.tidy();
        self.spare.give(words);
        hits
    }

    /// Whether a name may begin with a word, by its readings, in whichever way.
    fn is_first(&self, readings: &[Word]) -> bool {
        let may_begin = |word: &Word| {
            self.layers()
                .any(|index| word.hashes.0.iter().any(|&way| index.firsts.may_have(way)))
        };
        readings.iter().any(may_begin)
    }

    /// The longest name that begins at word `from`. A name in its own letters is looked for in the first forms of its words.
    fn longest(&self, tokens: &Tokens, from: usize, words: &mut Words) -> Option<Hit> {
        let mut best: Option<(usize, u64)> = None;
        let mut seen = |to: usize, row: u64| {
            let is_name = || self.layers().any(|index| index.rows.has(row));
            if best.is_none_or(|(end, _)| to > end) && is_name() {
                best = Some((to, row));
            }
        };
        let mut rows: Vec<u64> = Vec::new();
        for way in 0..=PLAIN {
            let begins = |hash: u64| self.layers().any(|index| index.firsts.may_have(hash));
            let first = words.at(tokens, from);
            if !first.iter().any(|word| begins(word.hashes.0[way])) {
                continue;
            }
            let mut has_middle = false;
            for skipping in [false, true] {
                if skipping && !has_middle {
                    break;
                }
                rows.clear();
                for word in words.at(tokens, from) {
                    let row = hash::join(0, word.hashes.0[way]);
                    rows.push(row);
                    if word.may_be_alone && !skipping {
                        seen(from, row);
                    }
                }
                for to in from + 1..(from + LONGEST).min(tokens.len()) {
                    if !tokens.adjacent(to - 1) {
                        break;
                    }
                    let is_middle = is_middle(tokens, to);
                    has_middle |= is_middle;
                    if is_particle(tokens, to) || (skipping && is_middle) {
                        continue;
                    }
                    // Names in any other letters than Cyrillic have one row, which is made longer where it lies.
                    let next = words.at(tokens, to);
                    let n_rows = rows.len();
                    for (nth, word) in next.iter().enumerate().rev() {
                        for at in 0..n_rows {
                            let row = hash::join(rows[at], word.hashes.0[way]);
                            if nth == 0 {
                                rows[at] = row;
                            } else if rows.len() < MOST {
                                rows.push(row);
                            }
                        }
                    }
                    for &row in &rows {
                        seen(to, row);
                    }
                }
            }
        }
        let (to, row) = best?;
        let mut entries: Vec<Entry> = (self.layers())
            .flat_map(|index| index.rows.get(row))
            .map(Entry::unpacked)
            .collect();
        entries.sort_unstable();
        let part = entries.first()?.part;
        let mut people: Vec<PersonId> = entries
            .iter()
            .filter(|entry| entry.part == part || entry.part < Part::Middle)
            .map(|entry| entry.person)
            .collect();
        people.dedup();
        Some(Hit {
            from,
            to,
            part,
            people,
        })
    }
}

/// So many rows of words are followed at once: more than a name in any case makes.
const MOST: usize = 64;

/// A given name of so many people is common.
const COMMON_GIVEN: u32 = 4;

/// Passed where a name has no family name in it.
const NO_FAMILY: &str = "\0";

/// Whether the word is an article of a romanised Arabic name, which writers set or leave out: "al-Assad", "Al Assad".
pub(super) fn is_particle(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.folded(at);
    match word {
        "al" | "el" => tokens.adjacent(at),
        "as" | "ash" | "ad" | "an" | "ar" | "at" | "az" => tokens.gap(at) == "-",
        _ => false,
    }
}

/// Whether the word is a middle initial or a patronymic, which registers leave out.
fn is_middle(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.folded(at);
    (word.len() == 1 && tokens.list[at].capital)
        || (word.len() > 5
            && ["vich", "vna", "ich", "ovych"]
                .iter()
                .any(|end| word.ends_with(end)))
}

fn shares_initial(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}
