//! Offices composed from words: "the Russian foreign minister", "Minister of Defence of Syria", "the Kremlin's press secretary".
//!
//! One grammar reads running text, labels and the registers' own post names into the same [`Office`]: a kind, subjects, a state.
//! So no list of wordings per post is needed, in the built-in registry or in a project's own.

use super::Qualifier;
use super::fold;
use super::lexicon::{Class, LEXICON, kind};
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
    /// What it does; `None` for any other word.
    pub class: Option<Class>,
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
    fold::hash(&key)
}

/// All offices named among `items`, in text order, without overlap.
pub(super) fn offices(tokens: &Tokens, items: &[Item], vocabulary: Vocabulary) -> Vec<Office> {
    let mut found: Vec<Office> = Vec::new();
    let mut at = 0;
    let mut free = 0;
    while at < items.len() {
        let makes = matches!(
            items[at].class,
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
        office.topics.retain(|&topic| topic != 0);
        office.topics.sort_unstable();
        office.topics.dedup();
        found.push(office);
        free = end + 1;
        at = end + 1;
    }
    found
}

/// Reads one office around its head.
struct Reader<'a> {
    tokens: &'a Tokens<'a>,
    items: &'a [Item],
    vocabulary: Vocabulary<'a>,
    office: Office,
}

impl Reader<'_> {
    /// Moves from the first head-like item to the last one that still stands in the same group of words:
    /// "the Kremlin's press secretary" and "presidential press secretary" are about a press secretary.
    fn head_from(&mut self, at: usize) -> usize {
        let mut last = at;
        let mut next = at;
        while next + 1 < self.items.len() && self.joined(next) {
            next += 1;
            match self.items[next].class {
                Some(Class::Head(..) | Class::Unit(_)) => last = next,
                Some(Class::Topic(_) | Class::Qualifier(Qualifier::Deputy) | Class::First) => {}
                _ => break,
            }
        }
        match self.items[last].class {
            Some(Class::Head(head, topic)) => {
                self.office.head = head;
                self.office.topics.push(topic);
            }
            Some(Class::Unit(head)) => {
                self.office.head = head;
                self.office.organization = true;
            }
            Some(Class::Body(state, head, topic)) => {
                self.office.head = head;
                self.office.topics.push(topic);
                self.office.state = Some(state);
                self.office.organization = true;
            }
            _ => {}
        }
        last
    }

    /// Whether item `at` and the next one stand together.
    fn joined(&self, at: usize) -> bool {
        self.tokens.adjacent(self.items[at].to - 1)
    }

    /// Whether a list comma parts item `at` and the next one, both in capitals: "Civil Defence, Emergencies".
    fn listed(&self, at: usize) -> bool {
        let last = self.items[at].to - 1;
        self.tokens.gap(last).trim() == ","
            && self.tokens.list[self.items[at].from].capital
            && self.tokens.list[self.items[at + 1].from].capital
    }

    /// The subject item `at` names, if it may be one.
    fn topic(&self, at: usize) -> Option<u64> {
        let item = self.items[at];
        match item.class {
            Some(Class::Topic(topic)) => Some(topic),
            Some(Class::Unit(_)) => Some(0),
            Some(Class::Honorific) if matches!(self.vocabulary, Vocabulary::Any) => {
                Some(topic_of(self.tokens.folded(item.from)))
            }
            None => {
                let topic = topic_of(self.tokens.folded(item.from));
                match self.vocabulary {
                    Vocabulary::Any => Some(topic),
                    Vocabulary::Known(known) => known(topic).then_some(topic),
                }
            }
            _ => None,
        }
    }

    /// Takes the words before the head, down to item `free`; returns the first one taken.
    fn left(&mut self, head: usize, free: usize) -> usize {
        let mut first = head;
        while first > free {
            let at = first - 1;
            let in_list =
                || self.listed(at) && self.topic(at).is_some() && self.topic(first).is_some();
            if !self.joined(at) && !in_list() {
                break;
            }
            match self.items[at].class {
                Some(Class::State(state)) => {
                    if self.office.state.is_some() {
                        break;
                    }
                    self.office.state = Some(state);
                }
                Some(Class::Qualifier(Qualifier::Deputy)) => self.office.deputy = true,
                Some(Class::Qualifier(qualifier)) => self.office.qualifier = Some(qualifier),
                Some(Class::First) => self.office.first = true,
                Some(Class::Head(topic, more)) => {
                    self.office.topics.push(topic);
                    self.office.topics.push(more);
                }
                Some(Class::Body(state, topic, more)) => {
                    self.office.state.get_or_insert(state);
                    self.office.topics.push(topic);
                    self.office.topics.push(more);
                }
                Some(Class::And) => {
                    let before = at > free && self.joined(at - 1) && self.topic(at - 1).is_some();
                    if !before || self.topic(first).is_none() {
                        break;
                    }
                }
                _ => {
                    let Some(topic) = self.topic(at) else {
                        let word = &self.tokens.list[self.items[at].from];
                        self.office.open = self.items[at].class.is_none()
                            && word.capital
                            && !self.tokens.opens_sentence(self.items[at].from);
                        break;
                    };
                    self.office.topics.push(topic);
                }
            }
            first = at;
        }
        first
    }

    /// Takes "of …", "for …", "to …" after the head; returns the last item taken.
    fn right(&mut self, head: usize) -> usize {
        let mut last = head;
        let mut at = head + 1;
        let spoken_for =
            self.office.head == kind("ambassador") || self.office.head == kind("envoy");
        let mut after_of = false;
        while at < self.items.len() {
            if !self.joined(at - 1) {
                let in_list = after_of && last == at - 1 && self.listed(at - 1);
                if !in_list || self.topic(at).is_none() {
                    break;
                }
            }
            match self.items[at].class {
                Some(Class::Of) => after_of = true,
                Some(Class::The) if after_of => {}
                Some(Class::And) if after_of && last == at - 1 => {
                    let goes_on = at + 1 < self.items.len()
                        && self.joined(at)
                        && self.topic(at + 1).is_some();
                    if !goes_on {
                        break;
                    }
                }
                Some(Class::Qualifier(Qualifier::Incoming)) if at == head + 1 => {
                    self.office.qualifier = Some(Qualifier::Incoming);
                    last = at;
                }
                Some(Class::State(state)) if after_of => {
                    // "ambassador to Syria" is not an office of Syria; "President of Syria" is.
                    if spoken_for {
                        self.office.topics.push(state_topic(state));
                    } else if self.office.state.is_none() {
                        self.office.state = Some(state);
                    } else if self.office.state != Some(state) {
                        self.office.topics.push(state_topic(state));
                    }
                    last = at;
                }
                Some(Class::Head(topic, more)) if after_of => {
                    self.office.topics.push(topic);
                    self.office.topics.push(more);
                    last = at;
                }
                Some(Class::Body(state, topic, _)) if after_of => {
                    self.office.state.get_or_insert(state);
                    self.office.topics.push(topic);
                    last = at;
                }
                _ if after_of => {
                    let Some(topic) = self.topic(at) else {
                        break;
                    };
                    self.office.topics.push(topic);
                    last = at;
                }
                _ => break,
            }
            at += 1;
        }
        last
    }
}

/// A state as a subject: whom an ambassador is sent to.
fn state_topic(state: [u8; 2]) -> u64 {
    fold::hash(&[b'@', state[0], state[1]])
}
