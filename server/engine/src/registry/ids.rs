//! Who and what the ids of files mean.
//!
//! Ids are kept as hashes of 64 bits: of a million ids, two meet by chance once in some thirty million registries.

use std::sync::Arc;

use super::hash::{self, HashedMap};
use super::packed::{pack, unpack};
use super::table::Table;
use super::{Identifier, Organization, Person, PersonId, PostId};

/// So many organizations above one another are looked at: more than any state has, and an end for those that go in a circle.
const HIGHEST: usize = 32;

/// All ids of a registry.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    people: Column,
    identifiers: Column,
    posts: Column,
    organizations: HashedMap<u32>,
}

/// Ids of one kind: those that were noted beforehand, and those noted since.
#[derive(Clone, Debug, Default)]
struct Column {
    noted: HashedMap<u32>,
    stored: Table,
}

impl Column {
    fn stored(bytes: &'static [u8]) -> Column {
        Column {
            noted: HashedMap::default(),
            stored: Table::stored(bytes),
        }
    }

    fn get(&self, key: u64) -> Option<u32> {
        let noted = self.noted.get(&key).copied();
        noted.or_else(|| self.stored.get(key).next())
    }

    /// Notes a number for a key that has none yet; the one it has.
    fn add(&mut self, key: u64, number: u32) -> u32 {
        let known = self.get(key);
        if known.is_none() {
            self.noted.insert(key, number);
        }
        known.unwrap_or(number)
    }

    fn write(&self) -> Vec<u8> {
        let rows = self.noted.iter().map(|(key, number)| (*key, *number));
        Table::of(rows.collect()).write()
    }
}

impl Ids {
    /// The ids of people, posts and organizations that stand at their numbers.
    pub(super) fn of<'a>(
        people: impl ExactSizeIterator<Item = &'a Person>,
        posts: impl Iterator<Item = &'a str>,
        organizations: impl Iterator<Item = &'a str>,
    ) -> Ids {
        let mut ids = Ids::default();
        ids.reserve(people.len());
        for (n, person) in people.enumerate() {
            ids.add_person(person, PersonId(n as u32));
        }
        for (n, post) in posts.enumerate() {
            ids.add_post(post, PostId(n as u32));
        }
        for (n, organization) in organizations.enumerate() {
            ids.add_organization(organization, n as u32);
        }
        ids
    }

    /// The ids of people and posts as bytes, if none was stored before.
    pub(super) fn write(&self) -> Vec<u8> {
        let [people, identifiers] = [&self.people, &self.identifiers].map(Column::write);
        pack(&[&people, &identifiers, &self.posts.write()])
    }

    /// The ids some bytes hold; nothing if they are cut off.
    pub(super) fn read(bytes: &'static [u8]) -> Option<Ids> {
        let [people, identifiers, posts] = unpack(bytes)?;
        Some(Ids {
            people: Column::stored(people),
            identifiers: Column::stored(identifiers),
            posts: Column::stored(posts),
            organizations: HashedMap::default(),
        })
    }

    pub(super) fn reserve(&mut self, n_people: usize) {
        self.people.noted.reserve(n_people);
        self.identifiers.noted.reserve(n_people);
    }

    /// Notes a person's id and identifiers; those noted earlier keep their meaning.
    pub(super) fn add_person(&mut self, person: &Person, number: PersonId) {
        self.people.add(key(&person.id), number.0);
        for identifier in &person.identifiers {
            let key = identifier_key(&identifier.scheme, &identifier.value);
            self.identifiers.add(key, number.0);
        }
    }

    /// Notes a post's id; its number is the one it had, if it was known.
    pub(super) fn add_post(&mut self, id: &str, number: PostId) -> PostId {
        PostId(self.posts.add(key(id), number.0))
    }

    /// Notes an organization's id; its number is the one it had, if it was known.
    pub(super) fn add_organization(&mut self, id: &str, number: u32) -> u32 {
        *self.organizations.entry(key(id)).or_insert(number)
    }

    pub(super) fn person(&self, id: &str) -> Option<PersonId> {
        self.people.get(key(id)).map(PersonId)
    }

    pub(super) fn identified(&self, identifier: &Identifier) -> Option<PersonId> {
        let key = identifier_key(&identifier.scheme, &identifier.value);
        self.identifiers.get(key).map(PersonId)
    }

    /// The person an id means, or an identifier written `scheme:value`.
    pub(super) fn person_called(&self, id: &str) -> Option<PersonId> {
        self.person(id).or_else(|| {
            let (scheme, value) = id.split_once(':')?;
            let key = identifier_key(scheme, value);
            self.identifiers.get(key).map(PersonId)
        })
    }

    pub(super) fn post(&self, id: &str) -> Option<PostId> {
        self.posts.get(key(id)).map(PostId)
    }

    pub(super) fn organization(&self, id: &str) -> Option<u32> {
        self.organizations.get(&key(id)).copied()
    }

    /// The state of the organization called `id`, or of the nearest above it that has one.
    pub(super) fn state_of<'a>(&self, all: &'a [Arc<Organization>], id: &str) -> Option<&'a str> {
        let find = |id: &str| all.get(self.organization(id)? as usize);
        let mut organization = find(id)?;
        for _ in 0..HIGHEST {
            if let Some(state) = &organization.state {
                return Some(state);
            }
            organization = find(organization.parent.as_ref()?)?;
        }
        None
    }
}

fn key(id: &str) -> u64 {
    hash::of(id.as_bytes())
}

fn identifier_key(scheme: &str, value: &str) -> u64 {
    hash::join(hash::of(scheme.as_bytes()), hash::of(value.as_bytes()))
}
