//! Organizations: ministries, parliaments, parties, outlets.

use crate::date::Date;

use super::Name;

/// An organization people can belong to or speak for.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Organization {
    /// The slug by which files refer to it: `ru-foreign-ministry`.
    pub id: String,
    /// Its name; empty if only the id is known.
    pub name: String,
    /// Other names.
    pub aliases: Vec<Name>,
    /// What kind it is, in its file's word: `ministry`, `legislature`, `party`, `outlet`.
    pub kind: Option<String>,
    /// Id of the organization it is a part of.
    pub parent: Option<String>,
    /// ISO 3166 code of its state: `RU`.
    pub state: Option<String>,
    /// How many members it has at once, if the file says.
    pub seats: Option<u32>,
    /// From when it was there.
    pub start: Option<Date>,
    /// Until when it was there.
    pub end: Option<Date>,
    /// Where this comes from.
    pub source: Option<String>,
}

impl Organization {
    /// Adds what another entry for the same organization says; what it leaves out stays.
    pub(super) fn learn(&mut self, other: Organization) {
        if !other.name.is_empty() && other.name != self.name {
            let before = std::mem::replace(&mut self.name, other.name);
            if !before.is_empty() {
                self.aliases.push(Name::plain(before));
            }
        }
        for alias in other.aliases {
            if !self.aliases.iter().any(|known| known.text == alias.text) {
                self.aliases.push(alias);
            }
        }
        self.kind = other.kind.or(self.kind.take());
        self.parent = other.parent.or(self.parent.take());
        self.state = other.state.or(self.state.take());
        self.seats = other.seats.or(self.seats);
        self.start = other.start.or(self.start);
        self.end = other.end.or(self.end);
        self.source = other.source.or(self.source.take());
    }
}
