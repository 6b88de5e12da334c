//! A label taken apart: office or title, name, and what stands in brackets behind them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::registry::{Mention, PersonId, PostId, Registry, Tongue};
use crate::transcript::{Ending, ending};

use super::beside::{before_comma, past_titles};
use super::brackets::{
    asker, holder, is_addressed_office, is_initials, opens_with_address, parted, untitled,
};
use super::roster::fold;

/// Words of offices whose holders change within a sitting without a word; sorted.
const CHAIRS: &str = include_str!("chairs.txt");
/// Words of offices whose holder presides over sittings, in the languages of the records; sorted.
const PRESIDING: &str = include_str!("presiding.txt");

static CHAIR_LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| CHAIRS.lines().collect());

/// A spelling of a label.
pub(super) struct Part<'a> {
    /// Its words without what stands in brackets at their end.
    pub(super) words: &'a str,
    /// The words as read: those of the holder, where brackets name one, or with a slip in a title put right.
    read: String,
    /// Title and name in what is read.
    pub(super) mention: Option<Mention>,
    /// The holder of an office, or the asker, named in brackets.
    pub(super) holder: Option<&'a str>,
    /// Short letters declared in brackets: `LLG`.
    pub(super) initials: Option<&'a str>,
    /// The post that the words before a holder mean.
    pub(super) post: Option<PostId>,
    /// Whether the words before the brackets are no form of address and no name of a person.
    pub(super) bare_office: bool,
    /// Whether the label hides a name.
    pub(super) anonymous: bool,
    /// The label as it would be spelt, if it holds a slip.
    pub(super) corrected: Option<String>,
    /// How many turns have it.
    pub(super) n_turns: usize,
    /// Of an office alone: who speaks under a name right before or after it.
    pub(super) beside: BTreeSet<PersonId>,
    /// The office that it names in another language than English.
    pub(super) tongue: Option<&'static Tongue>,
}

impl<'a> Part<'a> {
    /// Takes the words of a label apart.
    pub(super) fn of(registry: &Registry, label: &'a str, anonymous: bool) -> Part<'a> {
        let (words, bracket) = parted(label);
        let addressed = opens_with_address(words) && !is_addressed_office(words);
        let holder = bracket.and_then(|bracket| {
            if anonymous {
                asker(registry, bracket)
            } else {
                let found = holder(bracket).or_else(|| untitled(registry, words, bracket));
                found.filter(|_| !addressed)
            }
        });
        let initials = bracket.filter(|bracket| is_initials(bracket, words));
        let unspaced = ending(words);
        let base = registry.label(words);
        let (read, mention) = match holder.or(match unspaced {
            Some(Ending::Holder(name)) => Some(name),
            _ => None,
        }) {
            Some(holder) => (holder, registry.label(holder)),
            None => match before_comma(registry, words, base.as_ref()) {
                Some((name, mention)) => (name, Some(mention)),
                None => (words, base.clone()),
            },
        };
        let mention = mention.map(|it| past_titles(registry, read, it));
        let is_named = |mention: &Mention| !mention.people.is_empty() || !mention.posts.is_empty();
        let tongue = Tongue::of(words)
            .filter(|_| holder.is_none() && !mention.as_ref().is_some_and(is_named));
        let post = base.and_then(|base| base.posts.first().copied());
        Part {
            words,
            read: read.to_owned(),
            mention,
            holder,
            initials,
            post: holder.and(post),
            bare_office: !addressed && !anonymous,
            anonymous: anonymous && holder.is_none(),
            corrected: None,
            n_turns: 0,
            beside: BTreeSet::new(),
            tongue,
        }
    }

    /// Reads the label as `words`, in which a slip is put right.
    pub(super) fn correct(&mut self, words: String, mention: Mention) {
        self.mention = Some(mention);
        self.read.clone_from(&words);
        self.corrected = Some(words);
    }

    /// The name in it, without titles and offices, and without what a comma parts from it.
    pub(super) fn name(&self) -> Option<&str> {
        let name = self.mention.as_ref()?.name?.of(&self.read);
        let first = name.split(',').next().unwrap_or(name).trim_end();
        let whole = first.contains([' ', '\u{a0}']) || first.len() == name.len();
        Some(if whole { first } else { name })
    }

    /// The label with another spelling of its name.
    pub(super) fn with_name(&self, name: &str) -> String {
        let printed = self.name().unwrap_or_default();
        self.words.replacen(printed, name, 1)
    }

    /// Whether it names an office and nobody in it.
    pub(super) fn is_office_alone(&self) -> bool {
        let unnamed = self.tongue.is_some()
            || self
                .mention
                .as_ref()
                .is_none_or(|mention| mention.name.is_none());
        !self.anonymous && self.holder.is_none() && (unnamed || rotates(self.words))
    }
}

/// Whether the words name a chair that changes hands within a sitting.
pub(super) fn rotates(words: &str) -> bool {
    let folded = fold(words);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    CHAIR_LIST.binary_search(&bare).is_ok()
}

/// Whether the words name whoever presides over a sitting, as they may name a head of state: `The President`.
pub(super) fn presides(words: &str) -> bool {
    let folded = fold(words);
    PRESIDING.lines().any(|office| office == folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        let lists = [CHAIRS, PRESIDING];
        assert!(lists.iter().all(|list| list.lines().is_sorted()));
    }
}
