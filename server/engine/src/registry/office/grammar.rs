//! The grammar around an office's head: what may stand before it and after it.

use crate::registry::Qualifier;
use crate::registry::lexicon::{Class, LEXICON, kind};
use crate::registry::tokens::Tokens;

use super::{Item, Office, Vocabulary, state_topic, topic_of};

/// Reads one office around its head.
pub(super) struct Reader<'a> {
    pub tokens: &'a Tokens<'a>,
    pub items: &'a [Item],
    pub vocabulary: Vocabulary<'a>,
    pub office: Office,
}

impl Reader<'_> {
    /// Moves from the first head-like item to the last one that still stands in the same group of words:
    /// "the Kremlin's press secretary" and "presidential press secretary" are about a press secretary.
    pub(super) fn head_from(&mut self, at: usize) -> usize {
        let mut last = at;
        let mut next = at;
        while next + 1 < self.items.len() && self.joined(next) {
            next += 1;
            match self.items[next].class() {
                Some(Class::Head(..) | Class::Unit(_)) => last = next,
                Some(Class::Topic(_) | Class::Qualifier(Qualifier::Deputy) | Class::First) => {}
                _ => break,
            }
        }
        match self.items[last].class() {
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
        match item.class() {
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
    pub(super) fn left(&mut self, head: usize, free: usize) -> usize {
        let mut first = head;
        while first > free {
            let at = first - 1;
            let in_list =
                || self.listed(at) && self.topic(at).is_some() && self.topic(first).is_some();
            if !self.joined(at) && !in_list() {
                break;
            }
            match self.items[at].class() {
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
                        self.office.open = self.items[at].class().is_none()
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
    pub(super) fn right(&mut self, head: usize) -> usize {
        let mut last = head;
        let mut at = head + 1;
        let spoken_for =
            self.office.head == kind("ambassador") || self.office.head == kind("envoy");
        // "Secretary of State for" brings its preposition along.
        let last_word = self.items[head].to - 1;
        let mut after_of = self.items[head].to - self.items[head].from > 1
            && LEXICON.is_preposition(&self.tokens.list[last_word]);
        let mut is_owner = false;
        while at < self.items.len() {
            if !self.joined(at - 1) {
                let in_list = after_of && last == at - 1 && self.listed(at - 1);
                if !in_list || self.topic(at).is_none() {
                    break;
                }
            }
            match self.items[at].class() {
                Some(Class::Of) => {
                    after_of = true;
                    is_owner = self.tokens.folded(self.items[at].from) == "of";
                }
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
                    // "ambassador to Syria" is not an office of Syria; "President of Syria" and "ambassador of Syria" are.
                    if spoken_for && !(is_owner && self.office.state.is_none()) {
                        self.office.topics.push(state_topic(state));
                    } else if self.office.state.is_none() {
                        self.office.state = Some(state);
                    } else if self.office.state != Some(state) {
                        self.office.topics.push(state_topic(state));
                    }
                    last = at;
                }
                Some(Class::State(state)) if at == head + 1 && self.trails(at) => {
                    self.office.state.get_or_insert(state);
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
        self.office.open |= self.names_department(last);
        last
    }

    /// Whether a state stands behind its office without "of", as in “Président de la République française” and “президент
    /// России”; in English nothing does.
    fn trails(&self, at: usize) -> bool {
        let word = self.items[at].from;
        !self.tokens.list[word].capital || !self.tokens.folded(word).is_ascii()
    }

    /// Whether a department none of whose words is known follows a junior office and a comma: "Minister of State, Rivers Office".
    fn names_department(&self, last: usize) -> bool {
        let is_junior = JUNIOR.iter().any(|name| kind(name) == self.office.head);
        let Some(next) = self.items.get(last + 1) else {
            return false;
        };
        is_junior
            && self.office.topics.is_empty()
            && matches!(next.class(), None | Some(Class::State(_)))
            && self.tokens.gap(self.items[last].to - 1).trim() == ","
            && self.tokens.list[next.from].capital
    }
}

/// Offices of which a department has several, named with it.
const JUNIOR: &[&str] = &["minister-of-state", "under-secretary"];
