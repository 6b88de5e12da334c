//! Titles in a text that name no office: malformed ones, and ones of a subject no state has a minister for.

use crate::date::Date;
use crate::registry::lexicon::{Class, kind};
use crate::registry::tokens::Tokens;
use crate::registry::{Held, PersonId, Registry};
use crate::text::LocalSpan;

use super::{Item, Office, Vocabulary, items, offices, topic_of};

/// What is odd about a title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OddTitle {
    /// Words are missing or run together: "President The Ruritanian side".
    Malformed,
    /// No register has such an office: "Minister for Rain".
    Unknown,
}

/// Offices of which one person holds one at a time, and whether only with a subject.
const EXCLUSIVE: &[(&str, bool)] = &[
    ("ambassador", false),
    ("minister", true),
    ("monarch", false),
    ("pm", false),
    ("president", false),
    ("secretary", true),
    ("spokesman", false),
];

/// Pairs of these one person may hold together: a head of government with a ministry.
const TOGETHER: &[&str] = &["minister", "pm", "secretary"];

impl Registry {
    /// The odd titles in a paragraph, in text order.
    pub(in crate::registry) fn odd_titles(
        &self,
        tokens: &Tokens<'_>,
        items: &[Item],
    ) -> Vec<(LocalSpan, OddTitle)> {
        let mut found = Vec::new();
        let mut free = 0;
        for at in 0..items.len() {
            let is_head = matches!(items[at].class(), Some(Class::Head(..)));
            if !is_head || at < free || !tokens.list[items[at].from].capital {
                continue;
            }
            let odd = malformed(tokens, items, at)
                .map(|last| (last, OddTitle::Malformed))
                .or_else(|| Some((self.unknown(tokens, items, at)?, OddTitle::Unknown)));
            let Some((last, odd)) = odd else { continue };
            let mut first = at;
            while first > free && is_rank(&items[first - 1]) && joined(tokens, items, first - 1) {
                first -= 1;
            }
            let span = tokens.span(items[first].from, items[last].to - 1);
            found.push((span, odd));
            free = last + 1;
        }
        found
    }

    /// The last item of a title "Minister for …" none of whose subjects any office has.
    fn unknown(&self, tokens: &Tokens, items: &[Item], head: usize) -> Option<usize> {
        let item = items[head];
        let makes = |class: Option<Class>| match class {
            Some(Class::Head(head, topic)) => {
                topic == 0 && ["minister", "secretary"].map(kind).contains(&head)
            }
            _ => false,
        };
        let ends_in_of =
            item.to - item.from > 1 && matches!(tokens.folded(item.to - 1), "for" | "at" | "of");
        let of = if ends_in_of { head } else { head + 1 };
        let is_of = ends_in_of
            || (of < items.len()
                && joined(tokens, items, head)
                && matches!(tokens.folded(items[of].from), "for" | "of"));
        if !makes(item.class()) || !is_of {
            return None;
        }
        let mut last = None;
        let mut at = of + 1;
        while at < items.len() && joined(tokens, items, at - 1) {
            let word = items[at];
            match word.class() {
                None if tokens.list[word.from].capital => {
                    if self
                        .offices()
                        .knows_subject(topic_of(tokens.folded(word.from)))
                    {
                        return None;
                    }
                    last = Some(at);
                }
                Some(Class::And | Class::Of) => {}
                Some(_) => return None,
                None => break,
            }
            at += 1;
        }
        last
    }

    /// Whether two titles of one person cannot both be right: each names an office of which a person holds one at a time,
    /// and they are not the same. Titles of no subject and those that say "former" or "deputy" clash with nothing.
    pub fn titles_clash(&self, one: &str, other: &str) -> bool {
        let (Some(one), Some(other)) = (exclusive(one), exclusive(other)) else {
            return false;
        };
        let in_one_state = match (one.state, other.state) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let together = TOGETHER.iter().map(|name| kind(name)).collect::<Vec<_>>();
        let may_be_one = together.contains(&one.head) && together.contains(&other.head);
        let same_topics = one.topics.iter().any(|topic| other.topics.contains(topic))
            || one.topics.is_empty()
            || other.topics.is_empty();
        in_one_state
            && if one.head == other.head {
                !one.topics.is_empty() && !other.topics.is_empty() && !same_topics
            } else {
                !may_be_one || (!same_topics && one.head != kind("pm") && other.head != kind("pm"))
            }
    }

    /// Whether the person held on the day what the words name.
    pub fn holds(&self, person: PersonId, words: &str, on: Date) -> Held {
        let tokens = Tokens::of(words);
        let items = items(&tokens);
        let offices = offices(&tokens, &items, Vocabulary::Any);
        offices.first().map_or(Held::Unknown, |office| {
            self.judge_office(office, person, on)
        })
    }
}

/// The last item of a title that breaks off in "The".
fn malformed(tokens: &Tokens, items: &[Item], head: usize) -> Option<usize> {
    let the = head + 1;
    let word = items.get(the)?;
    let is_the = tokens.span(word.from, word.from).of(tokens.text) == "The";
    if !is_the || !joined(tokens, items, head) || !joined(tokens, items, the) {
        return None;
    }
    let next = the + 1;
    match items.get(next)?.class() {
        Some(Class::Honorific) => None,
        Some(Class::State(_)) if next + 1 < items.len() && joined(tokens, items, next) => {
            Some(next + 1)
        }
        _ => Some(next),
    }
}

fn is_rank(item: &Item) -> bool {
    matches!(
        item.class(),
        Some(Class::Qualifier(_) | Class::First | Class::Head(..))
    )
}

fn joined(tokens: &Tokens, items: &[Item], at: usize) -> bool {
    tokens.adjacent(items[at].to - 1)
}

/// The office a title names, if it is one of which a person holds one at a time.
fn exclusive(title: &str) -> Option<Office> {
    let tokens = Tokens::of(title);
    let items = items(&tokens);
    let office = offices(&tokens, &items, Vocabulary::Any)
        .into_iter()
        .next()?;
    let is_exclusive = EXCLUSIVE.iter().any(|&(head, with_topic)| {
        kind(head) == office.head && (!with_topic || !office.topics.is_empty())
    });
    let is_plain = !office.deputy && office.qualifier.is_none() && !office.first;
    (is_exclusive && is_plain && !office.organization).then_some(office)
}
