//! A project's own registry file: people, organizations, posts and memberships, in TOML (`language.md` 6.1) or as Popolo JSON.
//!
//! Whatever can be read is kept, each value with its place; what cannot is a problem at its place. Nothing here knows other
//! files: whether an id leads anywhere is seen when the files are laid over each other.

pub mod entry;
pub mod kind;

mod entries;
mod fields;
mod pieces;
mod popolo;
mod reader;

use smol_str::SmolStr;

use crate::date::Date;
use crate::text::Span;
use crate::toml::{Located, Problem};

use super::{Organization, Person, Post};
use popolo::Popolo;
use reader::Reader;

pub use entry::{Entry, Key, Places};
pub use kind::EntryKind;

/// How a registry file is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Format {
    /// Our own.
    #[default]
    Toml,
    /// Popolo: <https://www.popoloproject.com>.
    Popolo,
}

impl Format {
    /// How a text is written, as its first character tells: JSON begins with a brace, which TOML cannot.
    pub fn of(text: &str) -> Format {
        let begins = text.trim_start_matches('\u{feff}').trim_start();
        if begins.starts_with('{') {
            Format::Popolo
        } else {
            Format::Toml
        }
    }
}

/// What one registry file says.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RegistryFile {
    /// How it is written.
    pub format: Format,
    /// Where all of it comes from, unless an entry says otherwise.
    pub source: Option<Located<String>>,
    /// The day all of it was read from the source: an open end means "still in office on that day", no later.
    pub retrieved: Option<Located<Date>>,
    /// People.
    pub people: Vec<Entry<Person>>,
    /// Organizations.
    pub organizations: Vec<Entry<Organization>>,
    /// Posts.
    pub posts: Vec<Entry<Post>>,
    /// Who held what, or belonged where.
    pub memberships: Vec<Entry<Membership>>,
}

/// A spell as a file tells it, by ids that may lead nowhere.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Membership {
    /// Id of the person.
    pub person: SmolStr,
    /// Id of the post; without one it is a membership of the organization as such.
    pub post: Option<SmolStr>,
    /// Id of the organization.
    pub organization: Option<SmolStr>,
    /// What the person is in the organization: `member`, `chair`.
    pub role: Option<String>,
    /// From when.
    pub start: Option<Date>,
    /// Until when.
    pub end: Option<Date>,
    /// Whether it was held for the time being.
    pub acting: bool,
    /// For whom a member sits: a party, as the file names it.
    pub on_behalf_of: Option<String>,
    /// The place a member stands for.
    pub area: Option<String>,
    /// Where this comes from, in the file's words.
    pub source: Option<String>,
}

impl RegistryFile {
    /// Reads a file in the format its text shows, and tells what is wrong in it, in the order of the places.
    pub fn parse(text: &str) -> (RegistryFile, Vec<Problem>) {
        RegistryFile::parse_as(Format::of(text), text)
    }

    /// Reads a file in a format that is known from its name.
    pub fn parse_as(format: Format, text: &str) -> (RegistryFile, Vec<Problem>) {
        let (mut file, mut problems) = match format {
            Format::Toml => {
                let mut reader = Reader::default();
                reader.read(text);
                (reader.file, reader.problems)
            }
            Format::Popolo => {
                let mut popolo = Popolo::default();
                popolo.read(text);
                (popolo.file, popolo.problems)
            }
        };
        file.format = format;
        problems.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        (file, problems)
    }

    /// Which value of which entry holds the byte at `offset`.
    pub fn at(&self, offset: usize) -> Option<(EntryKind, usize, Option<Key>)> {
        let kinds = [
            (EntryKind::Person, holding(&self.people, offset)),
            (
                EntryKind::Organization,
                holding(&self.organizations, offset),
            ),
            (EntryKind::Post, holding(&self.posts, offset)),
            (EntryKind::Membership, holding(&self.memberships, offset)),
        ];
        kinds
            .into_iter()
            .find_map(|(kind, found)| found.map(|(nth, key)| (kind, nth, key)))
    }
}

/// The entry that holds the byte at `offset`, and the value in it. Entries of a kind stand in text order, but in Popolo
/// some stand within others of another kind.
fn holding<T>(entries: &[Entry<T>], offset: usize) -> Option<(usize, Option<Key>)> {
    let holds = |span: Span| (span.start..=span.end).contains(&offset);
    let nth = entries.iter().rposition(|entry| holds(entry.span))?;
    let key = entries[nth].places.at(offset).map(|(key, _)| key);
    Some((nth, key))
}

#[cfg(test)]
mod tests;
