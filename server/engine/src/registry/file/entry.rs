//! Entries of a registry file: what each says, and where every value of it was written.

use std::sync::Arc;

use crate::text::Span;

/// An entry: a person, an organization, a post or a membership of one file.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry<T> {
    /// What it says. Shared with the registry that is made of the file.
    pub value: Arc<T>,
    /// All its bytes in the file, from its header to the end of its last value.
    pub span: Span,
    /// Where its values were written.
    pub places: Places,
}

impl<T> Entry<T> {
    /// Where the value of `key` was written; the first line of the entry's span where it is not.
    pub fn place(&self, key: Key) -> Span {
        self.places.get(key).unwrap_or(self.header())
    }

    /// The beginning of the entry: what is marked when something is missing in it.
    pub fn header(&self) -> Span {
        Span::new(
            self.span.start,
            self.span.start + self.places.header as usize,
        )
    }
}

/// Which value of an entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Key {
    /// Whether a post was held for the time being.
    Acting,
    /// Another name: the nth, from 0.
    Alias(u16),
    /// The place a member stands for.
    Area,
    /// A person's birth.
    Birth,
    /// A person's death.
    Death,
    /// Until when.
    End,
    /// The family name.
    Family,
    /// A person's gender.
    Gender,
    /// The given name.
    Given,
    /// The id.
    Id,
    /// An identifier elsewhere: the nth, from 0.
    Identifier(u16),
    /// What kind of organization.
    Kind,
    /// A post's name.
    Label,
    /// The preferred name.
    Name,
    /// For whom a member sits.
    OnBehalfOf,
    /// Reference to an organization.
    Organization,
    /// Reference to the organization above.
    Parent,
    /// Reference to a person.
    Person,
    /// Reference to a post.
    Post,
    /// What a member of an organization is there.
    Role,
    /// How many can hold a post at once.
    Seats,
    /// Where it comes from.
    Source,
    /// From when.
    Start,
    /// The state.
    State,
}

/// Where the values of an entry were written, in few bytes: a registry has hundreds of thousands of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Places {
    start: usize,
    header: u32,
    /// By key; bytes from the entry's start.
    values: Box<[(Key, u32, u32)]>,
}

impl Places {
    /// The places of the entry at `entry`, whose first `header` bytes open it.
    pub(super) fn new(entry: Span, header: usize, values: &mut Vec<(Key, Span)>) -> Places {
        values.sort_unstable();
        let start = entry.start;
        let inside = values.drain(..).filter(|(_, span)| span.start >= start);
        Places {
            start,
            header: header as u32,
            values: inside
                .map(|(key, span)| (key, (span.start - start) as u32, (span.end - start) as u32))
                .collect(),
        }
    }

    /// Where the value of `key` was written, if it was.
    pub fn get(&self, key: Key) -> Option<Span> {
        let at = self.values.binary_search_by_key(&key, |&(key, ..)| key);
        at.ok().map(|at| self.span(at))
    }

    /// The value that holds the byte at `offset`, and all its bytes; the innermost one.
    pub fn at(&self, offset: usize) -> Option<(Key, Span)> {
        let all = (0..self.values.len()).map(|at| (self.values[at].0, self.span(at)));
        all.filter(|(_, span)| (span.start..=span.end).contains(&offset))
            .min_by_key(|(key, span)| (span.len(), *key))
    }

    fn span(&self, at: usize) -> Span {
        let (_, from, to) = self.values[at];
        Span::new(self.start + from as usize, self.start + to as usize)
    }
}
