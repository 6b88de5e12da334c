//! Offices composed from words: "the Russian foreign minister", "Minister of Defence of Syria", "the Kremlin's press secretary".
//!
//! One grammar reads running text, labels and the registers' own post names into the same [`Office`]: a kind, subjects, a state.
//! So no list of wordings per post is needed, in the built-in registry or in a project's own.

mod grammar;
mod odd;

use std::collections::HashMap;
use std::sync::LazyLock;

use grammar::Reader;
pub use odd::OddTitle;

use super::Qualifier;
use super::fold;
use super::hash;
use super::lexicon::{Class, LEXICON, ROLES, kind, lines};
use super::tokens::Tokens;

/// An office as words name it.
#[derive(Clone, PartialEq, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a word that was there or not"
)]
pub(super) struct Office {
    /// First word, articles left out.
    pub from: usize,
    /// Last word.
    pub to: usize,
    /// What kind of office: see `words/roles.tsv`; 0 if no word makes one.
    pub head: u64,
    /// Subjects, sorted, each once.
    pub topics: Vec<u64>,
    /// The state, if named.
    pub state: Option<[u8; 2]>,
    /// "former", "acting" and so on; "deputy" is apart.
    pub qualifier: Option<Qualifier>,
    /// Whether "deputy" or "vice" makes another office of it.
    pub deputy: bool,
    /// Whether "first" stands in it.
    pub first: bool,
    /// Whether it is an organization or body, not its head.
    pub organization: bool,
    /// Whether an unknown capitalised word stands right before it, so that its subject is not known.
    pub open: bool,
}

/// A word or phrase of a text with what it does in an office.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// First word.
    pub from: usize,
    /// First word after it.
    pub to: usize,
    /// Kept by where it stands in the lexicon, for a long text has many words.
    pub class: Option<&'static Class>,
}

impl Item {
    /// What it does; `None` for any other word.
    pub(super) fn class(&self) -> Option<Class> {
        self.class.copied()
    }
}

/// Cuts a text into the phrases of the lexicon, longest first, and single words between them.
pub(super) fn items(tokens: &Tokens) -> Vec<Item> {
    let mut items = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (n, class) = match LEXICON.longest(tokens, at) {
            Some((n, class)) => (n, Some(class)),
            None => (1, None),
        };
        items.push(Item {
            from: at,
            to: at + n,
            class,
        });
        at += n;
    }
    items
}

/// Which unknown words may be subjects.
#[derive(Clone, Copy)]
pub(super) enum Vocabulary<'a> {
    /// All: the text is an office's name and nothing else.
    Any,
    /// Those the registry's posts use.
    Known(&'a dyn Fn(u64) -> bool),
}

/// The subject an unknown word names: its key without a plural ending.
pub(super) fn topic_of(folded: &str) -> u64 {
    let word = match folded.strip_suffix('s') {
        Some(one) if one.len() > 3 && !one.ends_with('s') => one,
        _ => folded,
    };
    let mut key = Vec::new();
    fold::key(word, &mut key);
    hash::of(&key)
}

/// All offices named among `items`, in text order, without overlap.
pub(super) fn offices(tokens: &Tokens, items: &[Item], vocabulary: Vocabulary) -> Vec<Office> {
    let mut found: Vec<Office> = Vec::new();
    let mut at = 0;
    let mut free = 0;
    while at < items.len() {
        let makes = matches!(
            items[at].class(),
            Some(Class::Head(..) | Class::Unit(_) | Class::Body(..))
        );
        if !makes {
            at += 1;
            continue;
        }
        let mut reader = Reader {
            tokens,
            items,
            vocabulary,
            office: Office::default(),
        };
        let last = reader.head_from(at);
        let first = reader.left(last, free);
        let end = reader.right(last);
        let mut office = reader.office;
        office.from = items[first].from;
        office.to = items[end].to - 1;
        if let (true, Some(state)) = (office.head == kind("leader"), office.state)
            && office.topics.iter().all(|&topic| topic == 0)
        {
            office.head = leads(state);
        }
        office.topics.retain(|&topic| topic != 0);
        office.topics.sort_unstable();
        office.topics.dedup();
        found.push(office);
        free = end + 1;
        at = end + 1;
    }
    found
}

/// What kind of office "the leader" of a state holds.
fn leads(state: [u8; 2]) -> u64 {
    LEADS.get(&state).copied().unwrap_or(kind("president"))
}

/// The kinds of office that lead states, where it is not a president.
static LEADS: LazyLock<HashMap<[u8; 2], u64>> = LazyLock::new(|| {
    let rows = lines(ROLES).filter_map(|line| line.strip_prefix("leads\t")?.split_once('\t'));
    let states = rows.flat_map(|(head, states)| {
        let states = states.split('|');
        states.filter_map(move |state| Some((state.as_bytes().try_into().ok()?, kind(head))))
    });
    states.collect()
});

/// A state as a subject: whom an ambassador is sent to.
pub(super) fn state_topic(state: [u8; 2]) -> u64 {
    hash::of(&[b'@', state[0], state[1]])
}
