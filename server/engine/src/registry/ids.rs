//! Who and what the ids of files mean.
//!
//! Ids are kept as hashes of 64 bits: of a million ids, two meet by chance once in some thirty million registries.

use std::sync::Arc;

use super::hash::{self, HashedMap};
use super::{Identifier, Organization, Person, PersonId, PostId};

/// So many organizations above one another are looked at: more than any state has, and an end for those that go in a circle.
const HIGHEST: usize = 32;

/// All ids of a registry.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    people: HashedMap<PersonId>,
    identifiers: HashedMap<PersonId>,
    posts: HashedMap<PostId>,
    organizations: HashedMap<u32>,
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

    pub(super) fn reserve(&mut self, n_people: usize) {
        self.people.reserve(n_people);
        self.identifiers.reserve(n_people);
    }

    /// Notes a person's id and identifiers; those noted earlier keep their meaning.
    pub(super) fn add_person(&mut self, person: &Person, number: PersonId) {
        self.people.entry(key(&person.id)).or_insert(number);
        for identifier in &person.identifiers {
            let key = identifier_key(&identifier.scheme, &identifier.value);
            self.identifiers.entry(key).or_insert(number);
        }
    }

    /// Notes a post's id; its number is the one it had, if it was known.
    pub(super) fn add_post(&mut self, id: &str, number: PostId) -> PostId {
        *self.posts.entry(key(id)).or_insert(number)
    }

    /// Notes an organization's id; its number is the one it had, if it was known.
    pub(super) fn add_organization(&mut self, id: &str, number: u32) -> u32 {
        *self.organizations.entry(key(id)).or_insert(number)
    }

    pub(super) fn person(&self, id: &str) -> Option<PersonId> {
        self.people.get(&key(id)).copied()
    }

    pub(super) fn identified(&self, identifier: &Identifier) -> Option<PersonId> {
        let key = identifier_key(&identifier.scheme, &identifier.value);
        self.identifiers.get(&key).copied()
    }

    /// The person an id means, or an identifier written `scheme:value`.
    pub(super) fn person_called(&self, id: &str) -> Option<PersonId> {
        self.person(id).or_else(|| {
            let (scheme, value) = id.split_once(':')?;
            self.identifiers
                .get(&identifier_key(scheme, value))
                .copied()
        })
    }

    pub(super) fn post(&self, id: &str) -> Option<PostId> {
        self.posts.get(&key(id)).copied()
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
