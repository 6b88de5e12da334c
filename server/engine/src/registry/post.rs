//! Posts, and who held them when.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil;

use crate::date::Date;

use super::{Origin, PersonId};

/// A post's place in the registry that gave it; meaningless in another one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PostId(pub u32);

/// A source's place in the registry that gave it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SourceId(pub u32);

/// A post somebody can hold.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Post {
    /// The slug by which files refer to the post: `ru-minister-of-foreign-affairs`.
    pub id: String,
    /// Its name without the state: `Minister of Foreign Affairs`.
    pub label: String,
    /// ISO 3166 code of the state whose post it is, if it belongs to one: `RU`.
    pub state: Option<String>,
    /// The organization, as its file names it.
    pub org: Option<String>,
    /// Other wordings: `foreign minister`.
    pub aliases: Vec<String>,
    /// How many can hold it at once; `None` if nobody said.
    pub seats: Option<u32>,
    /// From when there was such a post.
    pub start: Option<Date>,
    /// Until when there was such a post; `None` if it was not abolished, as far as anybody said.
    pub end: Option<Date>,
    /// Where this comes from, if an entry says.
    pub source: Option<String>,
}

/// Where a fact comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// What it is: `Wikidata, position held (P39)`.
    pub name: String,
    /// The day the copy was made. An open end means "still in office on that day", no later.
    pub retrieved: Option<Date>,
}

/// A spell of a person in a post.
#[derive(Clone, PartialEq, Debug)]
pub struct Tenure {
    /// Who.
    pub person: PersonId,
    /// In which post.
    pub post: PostId,
    /// From when; `None` if the source does not say.
    pub start: Option<Date>,
    /// Until when; `None` if it had not ended when the source was read, or the source does not say.
    pub end: Option<Date>,
    /// Whether it was held for the time being.
    pub acting: bool,
    /// Whether `start` is only the first day a source shows the person in the post: it may have begun before.
    pub attested: bool,
    /// Where this comes from.
    pub source: SourceId,
    /// The day the source was read, if known: an open end reaches no further for certain.
    pub known_to: Option<Date>,
    /// Whose seat it is, if it is one.
    pub seat: Option<Arc<Seat>>,
    /// Where it was written, if in a project's file.
    pub origin: Option<Origin>,
}

/// A member's seat.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seat {
    /// For whom the member sits, as the source names it: a party.
    pub on_behalf_of: Option<String>,
    /// The place the member stands for.
    pub area: Option<String>,
}

/// Whether an office was held on a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Held {
    /// It was.
    Held,
    /// It was not.
    NotHeld,
    /// The register does not reach.
    Unknown,
}

impl Post {
    /// Adds what another entry for the same post says; what it leaves out stays.
    pub(super) fn learn(&mut self, other: Post) {
        if !other.label.is_empty() && other.label != self.label {
            let before = std::mem::replace(&mut self.label, other.label);
            if !before.is_empty() && !self.aliases.contains(&before) {
                self.aliases.push(before);
            }
        }
        self.state = other.state.or(self.state.take());
        self.org = other.org.or(self.org.take());
        self.seats = other.seats.or(self.seats);
        self.start = other.start.or(self.start);
        self.end = other.end.or(self.end);
        self.source = other.source.or(self.source.take());
        for alias in other.aliases {
            if !self.aliases.contains(&alias) {
                self.aliases.push(alias);
            }
        }
    }
}

impl Held {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Held::Held => "held",
            Held::NotHeld => "not-held",
            Held::Unknown => "unknown",
        }
    }
}

impl Tenure {
    /// A spell of which nothing is known but who was what, and from where that is known.
    pub fn new(person: PersonId, post: PostId, source: SourceId) -> Tenure {
        Tenure {
            person,
            post,
            start: None,
            end: None,
            acting: false,
            attested: false,
            source,
            known_to: None,
            seat: None,
            origin: None,
        }
    }

    /// Whether the post was held on `on`: coarse dates count with every day they can mean, hand-over days with one
    /// day of grace, and past the day the source was read an open end is unknown.
    pub fn held(&self, on: Date) -> Held {
        let day = |date: civil::Date, by: i64| date.checked_add(by.days()).unwrap_or(date);
        let Some(start) = self.start else {
            return Held::Unknown;
        };
        if on.last() < day(start.first(), -1) {
            return if self.attested {
                Held::Unknown
            } else {
                Held::NotHeld
            };
        }
        match self.end {
            Some(end) if on.first() > day(end.last(), 1) => Held::NotHeld,
            Some(_) => Held::Held,
            None => match self.known_to {
                Some(known) if on.first() > known.last() => Held::Unknown,
                _ => Held::Held,
            },
        }
    }
}
