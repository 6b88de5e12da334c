//! The words of offices and states, read once from the data files beside this one (`words/`).
//!
//! Data, not code: a new state or role is a line in a file.

use std::sync::LazyLock;

use super::Qualifier;
use super::hash::{self, HashedMap};

use super::table::Filter;
use super::tokens::{Token, Tokens};

/// What a word or phrase does in an office's name.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Class {
    /// Makes an office: its kind, and the subject it brings along (0: none).
    Head(u64, u64),
    /// Names a subject; 0 for a word without weight.
    Topic(u64),
    /// Moves the office in time or rank.
    Qualifier(Qualifier),
    /// "First" in "First Deputy Prime Minister".
    First,
    /// A form of address.
    Honorific,
    /// A place or body that stands for an office: state, kind, subject.
    Body([u8; 2], u64, u64),
    /// Makes an organization, headed by this kind of office.
    Unit(u64),
    /// A state by name or adjective.
    State([u8; 2]),
    /// "of", "for", "to", "in", "at".
    Of,
    /// "the", "a", "his".
    The,
    /// "and", "&".
    And,
    /// Part of a name already found: no office reaches over it.
    Name,
}

/// Words before the plural of an office: "the two presidents".
pub(super) const PAIRING: [&str; 2] = ["two", "both"];

/// The longest phrase known, in words.
const LONGEST: usize = 7;

/// Phrases by the hash of their folded words.
pub(super) struct Lexicon {
    phrases: HashedMap<Class>,
    /// Hashes of first words, so that most words of a text cost one look-up.
    firsts: HashedMap<u8>,
    states: Vec<([u8; 2], &'static str)>,
    /// The same, to say no at once: most words of a text begin no phrase.
    may_begin: Filter,
    /// First words of phrases that make an office, alone or with others: most sentences have none.
    makers: Filter,
}

/// The one lexicon.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// The kind of office or subject called `name` in the data files.
pub(super) fn kind(name: &str) -> u64 {
    hash::of(name.as_bytes())
}

impl Lexicon {
    fn load() -> Lexicon {
        let mut lexicon = Lexicon {
            phrases: HashedMap::default(),
            firsts: HashedMap::default(),
            states: Vec::new(),
            may_begin: Filter::default(),
            makers: Filter::default(),
        };
        let mut makers: Vec<u64> = PAIRING
            .iter()
            .map(|word| hash::of(word.as_bytes()))
            .collect();
        for line in lines(include_str!("words/states.tsv")) {
            let mut columns = line.split('\t');
            let code = columns.next().map_or(*b"??", code);
            for (column, names) in columns.enumerate() {
                for (nth, name) in names.split('|').filter(|name| !name.is_empty()).enumerate() {
                    if column == 0 && nth == 0 {
                        lexicon.states.push((code, name));
                    }
                    lexicon.add(name, Class::State(code));
                }
            }
        }
        for line in lines(include_str!("words/roles.tsv")) {
            let mut columns = line.split('\t');
            let (Some(class), Some(means), Some(words)) =
                (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            if let Some(class) = class_of(class, means) {
                for phrase in words.split('|') {
                    if matches!(class, Class::Head(..) | Class::Unit(_) | Class::Body(..)) {
                        let first = Tokens::of(phrase).list.first().map(|token| token.hash);
                        makers.extend(first);
                    }
                    lexicon.add(phrase, class);
                    if class == Class::Topic(0) && !phrase.ends_with(['s', 'f']) {
                        lexicon.add(&format!("{phrase}s"), class);
                    }
                }
            }
        }
        for (class, words) in [
            (Class::Of, ["of", "for", "to", "in", "at"].as_slice()),
            (Class::The, &["the", "a", "an", "his", "her", "their"]),
            (Class::And, &["and"]),
        ] {
            for word in words {
                lexicon.add(word, class);
            }
        }
        let firsts: Vec<u64> = lexicon.firsts.keys().copied().collect();
        lexicon.may_begin = Filter::of(&firsts);
        lexicon.makers = Filter::of(&makers);
        lexicon
    }

    /// Whether some word may make an office.
    pub(super) fn may_name_office(&self, tokens: &Tokens) -> bool {
        tokens
            .list
            .iter()
            .any(|token| self.makers.may_have(token.hash))
    }

    fn add(&mut self, phrase: &str, class: Class) {
        let tokens = Tokens::of(phrase);
        let row = (tokens.list.iter()).fold(0, |row, token| hash::join(row, token.hash));
        if let Some(first) = tokens.list.first() {
            let longest = self.firsts.entry(first.hash).or_default();
            *longest = (*longest).max(tokens.len() as u8);
            self.phrases.insert(row, class);
        }
    }

    /// The longest phrase that begins at word `at`: how many words it has, and what it does.
    pub(super) fn longest(&self, tokens: &Tokens, at: usize) -> Option<(usize, Class)> {
        let first = tokens.list[at].hash;
        if !self.may_begin.may_have(first) {
            return None;
        }
        let longest = usize::from(*self.firsts.get(&first)?).min(LONGEST);
        let mut row = 0;
        let mut best = None;
        for n in 0..longest.min(tokens.len() - at) {
            if n > 0 && !tokens.adjacent(at + n - 1) {
                break;
            }
            row = hash::join(row, tokens.list[at + n].hash);
            if let Some(class) = self.phrases.get(&row) {
                best = Some((n + 1, *class));
            }
        }
        best
    }

    /// Whether a word is "of", "for" or the like.
    pub(super) fn is_preposition(&self, word: &Token) -> bool {
        let row = hash::join(0, word.hash);
        matches!(self.phrases.get(&row), Some(Class::Of))
    }

    /// The everyday name of a state: `RU` is "Russia".
    pub(super) fn state_name(&self, code: &str) -> Option<&'static str> {
        let code: [u8; 2] = code.as_bytes().try_into().ok()?;
        self.states
            .iter()
            .find(|(known, _)| *known == code)
            .map(|(_, name)| *name)
    }
}

/// The code of the state that goes by this code, name or adjective: `SY` for `sy`, `Syria`, `Syrian`.
pub fn state_called(name: &str) -> Option<String> {
    let code = name.to_ascii_uppercase();
    if LEXICON.state_name(&code).is_some() {
        return Some(code);
    }
    let tokens = Tokens::of(name.trim_start_matches("The ").trim_start_matches("the "));
    if tokens.list.is_empty() {
        return None;
    }
    match LEXICON.longest(&tokens, 0)? {
        (n, Class::State(code)) if n == tokens.len() => Some(code_text(code)),
        _ => None,
    }
}

/// The English name of a state by its code: `Syria` for `SY`.
pub fn state_named(code: &str) -> Option<&'static str> {
    LEXICON.state_name(code)
}

/// A state's code as text.
pub(super) fn code_text(code: [u8; 2]) -> String {
    code.iter().map(|&b| char::from(b)).collect()
}

fn code(text: &str) -> [u8; 2] {
    text.as_bytes().try_into().unwrap_or(*b"??")
}

fn class_of(class: &str, means: &str) -> Option<Class> {
    let mut names = means.split(' ');
    let mut next = || names.next().filter(|name| !name.is_empty());
    Some(match class {
        "head" | "head+topic" => Class::Head(kind(next()?), next().map_or(0, kind)),
        "topic" => Class::Topic(next().map_or(0, kind)),
        "honorific" => Class::Honorific,
        "body" => Class::Body(code(next()?), kind(next()?), next().map_or(0, kind)),
        "unit" => Class::Unit(kind(next().unwrap_or("minister"))),
        "qualifier" => match next()? {
            "acting" => Class::Qualifier(Qualifier::Acting),
            "deputy" => Class::Qualifier(Qualifier::Deputy),
            "first" => Class::First,
            "former" => Class::Qualifier(Qualifier::Former),
            "incoming" => Class::Qualifier(Qualifier::Incoming),
            "late" => Class::Qualifier(Qualifier::Late),
            _ => Class::Qualifier(Qualifier::Then),
        },
        _ => return None,
    })
}

/// The lines of a data file that hold data.
pub(super) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
