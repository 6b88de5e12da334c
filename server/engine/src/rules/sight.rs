//! What a rule over the whole record looks at in one paragraph.
//!
//! Such a rule sees only a little of each paragraph: the figures, the names, the quotation marks. As long as these stay as
//! they are where the text changes, its findings do too, and it need not be asked again.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::record::{Paragraph, Record, Resolved, Said};
use crate::registry::Mention;

/// A paragraph as it is or as it was before an edit.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The record after the edit, for who speaks, the date and the registry.
    pub record: &'a Record,
    /// The paragraph after the edit, for its zone and passage, which have not changed.
    pub paragraph: &'a Paragraph,
    /// Its words.
    pub words: &'a str,
    /// The bare text from its first byte, or that of its passage, to before the next paragraph.
    pub stretch: &'a str,
    /// What it says.
    pub said: &'a Said,
}

/// Says to [`Seen`] whatever of a paragraph the findings of a rule may depend on, but for where in the document it stands.
/// What depends on passages, turns, speakers, the date, the registry and the rule set need not be said.
pub type Sight = fn(Look<'_>, &mut Seen);

/// What has been seen in a paragraph, as one number.
#[derive(Debug, Default)]
pub struct Seen(DefaultHasher);

impl Seen {
    /// Takes something that findings may depend on.
    pub fn say(&mut self, what: impl Hash) {
        what.hash(&mut self.0);
    }

    /// The number of a paragraph in which nothing is seen.
    pub(super) fn nothing() -> u64 {
        Seen::default().0.finish()
    }

    /// The number of all that `sight` says of a paragraph.
    pub(super) fn by(sight: Sight, look: Look<'_>) -> u64 {
        let mut seen = Seen::default();
        sight(look, &mut seen);
        seen.0.finish()
    }
}

impl<'a> Look<'a> {
    /// Says the mentions that `counts` admits: how they are written, whom they mean, and whether they are quoted.
    pub(super) fn mentions(self, seen: &mut Seen, counts: impl Fn(&Mention, &Resolved) -> bool) {
        let quotes = &self.said.reading.quotes;
        let is_quoted = |span| quotes.iter().any(|quote| quote.span.covers(span));
        for (mention, resolved) in self.admitted(counts) {
            seen.say((mention.form, &mention.people, &mention.posts));
            seen.say((
                &mention.state,
                mention.qualifier,
                mention.span.of(self.words),
            ));
            let name = mention
                .name
                .map(|name| (name.of(self.words), is_quoted(name)));
            let title = mention.title.map(|title| title.of(self.words));
            seen.say((name, title, is_quoted(mention.span)));
            seen.say((resolved.person, resolved.post, resolved.held));
            seen.say(&resolved.candidates);
        }
    }

    /// Says all words of the paragraph, if `counts` admits one of its mentions.
    pub(super) fn words_with(self, seen: &mut Seen, counts: impl Fn(&Mention, &Resolved) -> bool) {
        if self.admitted(counts).next().is_some() {
            seen.say(self.words);
        }
    }

    /// The mentions that `counts` admits.
    pub(super) fn admitted(
        self,
        counts: impl Fn(&Mention, &Resolved) -> bool,
    ) -> impl Iterator<Item = (&'a Mention, &'a Resolved)> {
        let said = self.said;
        let mentions = said.reading.mentions.iter().zip(&said.resolved);
        mentions.filter(move |(mention, resolved)| counts(mention, resolved))
    }
}
