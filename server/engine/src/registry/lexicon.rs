//! The words of offices and states, read once from the data files beside this one (`words/`).
//!
//! Data, not code: a new state or role is a line in a file.

use std::borrow::Cow;
use std::sync::LazyLock;

use smol_str::SmolStr;

use super::Qualifier;
use super::hash;
use super::phrases::Phrases;
use super::table::Filter;
use super::tokens::{Token, Tokens};
use super::tongue::Tongue;

pub(super) const ROLES: &str = include_str!("words/roles.tsv");
pub(super) const STATES: &str = include_str!("words/states.tsv");

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

/// All phrases, and what else the data files tell.
pub(super) struct Lexicon {
    phrases: Phrases<Class>,
    /// Offices of other languages that stand alone as labels: places in `tongues`.
    alone: Phrases<usize>,
    tongues: Vec<Tongue>,
    /// Articles of other languages before them.
    articles: Phrases<()>,
    states: Vec<State>,
    /// First words of phrases that make an office, alone or with others: most sentences have none.
    makers: Filter,
}

/// A state with the words it is called by in English.
pub(super) struct State {
    code: [u8; 2],
    /// The name that is shown.
    name: &'static str,
    /// The first adjective; some states have none.
    pub(super) adjective: Option<&'static str>,
}

/// The one lexicon.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::load);

/// The kind of office or subject called `name` in the data files.
pub(super) fn kind(name: &str) -> u64 {
    hash::of(name.as_bytes())
}

impl Lexicon {
    fn load() -> Lexicon {
        let mut phrases: Vec<(Cow<'static, str>, Class)> = Vec::new();
        let mut states = Vec::new();
        for line in lines(STATES) {
            let mut columns = line.split('\t');
            let code = columns.next().map_or(*b"??", code);
            let mut shown = columns.take(2).map(|names| {
                let names = names.split('|').filter(|name| !name.is_empty());
                let first = names.clone().next();
                phrases.extend(names.map(|name| (name.into(), Class::State(code))));
                first
            });
            let (name, adjective) = (shown.next().flatten(), shown.next().flatten());
            states.extend(name.map(|name| State {
                code,
                name,
                adjective,
            }));
        }
        let mut alone = Vec::new();
        let mut tongues: Vec<Tongue> = Vec::new();
        let rows: Vec<Vec<&str>> = lines(ROLES).map(|row| row.split('\t').collect()).collect();
        let articles = rows.iter().filter(|row| row[0] == "article");
        let articles = articles.flat_map(|row| row[2].split('|'));
        let articles = Phrases::of(articles.map(|words| (words, ())));
        for row in &rows {
            let [class, means, words, rest @ ..] = &row[..] else {
                continue;
            };
            let Some(class) = class_of(class, means) else {
                continue;
            };
            if let (Class::Head(head, topic), Some(states)) = (class, rest.first()) {
                alone.extend(words.split('|').map(|words| (words, tongues.len())));
                let states = states.split(' ').collect();
                tongues.push(Tongue {
                    states,
                    head,
                    topic,
                });
            }
            for phrase in words.split('|') {
                // Where the article is written out, the words are an office without it too.
                let phrase = match rest {
                    [] => phrase,
                    _ => without(&articles, phrase),
                };
                phrases.push((phrase.into(), class));
                if class == Class::Topic(0) && !phrase.ends_with(['s', 'f']) {
                    phrases.push((format!("{phrase}s").into(), class));
                }
            }
        }
        for (class, words) in [
            (Class::Of, ["of", "for", "to", "in", "at"].as_slice()),
            (Class::The, &["the", "a", "an", "his", "her", "their"]),
            (Class::And, &["and"]),
        ] {
            phrases.extend(words.iter().map(|&word| (word.into(), class)));
        }
        let makes_office =
            |class: &Class| matches!(class, Class::Head(..) | Class::Unit(_) | Class::Body(..));
        let offices = phrases.iter().filter(|(_, class)| makes_office(class));
        let firsts = offices.filter_map(|(phrase, _)| {
            let tokens = Tokens::of(phrase);
            tokens.list.first().map(|token| token.hash)
        });
        let pairing = PAIRING.iter().map(|word| hash::of(word.as_bytes()));
        let makers: Vec<u64> = firsts.chain(pairing).collect();
        Lexicon {
            phrases: Phrases::of(phrases.iter().map(|(phrase, class)| (&**phrase, *class))),
            alone: Phrases::of(alone),
            tongues,
            articles,
            states,
            makers: Filter::of(&makers),
        }
    }

    /// Whether some word may make an office.
    pub(super) fn may_name_office(&self, tokens: &Tokens) -> bool {
        tokens
            .list
            .iter()
            .any(|token| self.makers.may_have(token.hash))
    }

    /// The longest phrase that begins at word `at`: how many words it has, and what it does.
    pub(super) fn longest(&self, tokens: &Tokens, at: usize) -> Option<(usize, &Class)> {
        self.phrases.longest(tokens, at)
    }

    /// The office of another language that stands alone in these words, with or without its article.
    pub(super) fn alone(&self, words: &str) -> Option<&Tongue> {
        let tokens = Tokens::of(words);
        let whole = self.alone.whole(&tokens.list);
        let at = whole.or_else(|| {
            let (n, ()) = self.articles.longest(&tokens, 0)?;
            self.alone.whole(&tokens.list[n..])
        })?;
        self.tongues.get(*at)
    }

    /// `LE PRESIDENT` without its article.
    pub(super) fn without_article<'a>(&self, words: &'a str) -> &'a str {
        without(&self.articles, words)
    }

    /// Whether a word is "of", "for" or the like.
    pub(super) fn is_preposition(&self, word: &Token) -> bool {
        self.phrases.whole(&[*word]) == Some(&Class::Of)
    }

    /// The everyday name of a state: `RU` is "Russia".
    pub(super) fn state_name(&self, code: &str) -> Option<&'static str> {
        self.state(code).map(|state| state.name)
    }

    /// A state by its code.
    pub(super) fn state(&self, code: &str) -> Option<&State> {
        let code: [u8; 2] = code.as_bytes().try_into().ok()?;
        self.states.iter().find(|state| state.code == code)
    }
}

/// A state's code as text.
pub(super) fn code_text(code: [u8; 2]) -> SmolStr {
    code.iter().map(|&b| char::from(b)).collect()
}

/// The words behind the article they begin with, if any.
fn without<'a>(articles: &Phrases<()>, words: &'a str) -> &'a str {
    let tokens = Tokens::of(words);
    let article = articles.longest(&tokens, 0);
    let rest = article.and_then(|(n, ())| tokens.list.get(n));
    rest.map_or(words, |first| &words[first.start()..])
}

/// A state's code in two letters.
pub(super) fn code(text: &str) -> [u8; 2] {
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
