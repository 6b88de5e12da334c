//! Putting a registry together from people, posts and spells given in any order and from several files.
//!
//! People meet by id or by an identifier they share, posts by id; what comes later adds to what was there and, where it says
//! something else, replaces it.

use std::collections::HashMap;

use crate::date::Date;

use super::hash::TextMap;
use super::post::{Post, Source, SourceId, Tenure};
use super::{Origin, Person, PersonId, PostId, Registry};

/// A registry in the making.
#[derive(Debug, Default)]
pub(super) struct Builder {
    people: Vec<Person>,
    posts: Vec<Post>,
    tenures: Vec<Tenure>,
    sources: Vec<Source>,
    person_origins: HashMap<PersonId, Origin>,
    post_origins: HashMap<PostId, Origin>,
    by_id: TextMap<String, PersonId>,
    by_identifier: TextMap<String, PersonId>,
    post_by_id: TextMap<String, PostId>,
}

impl Builder {
    /// Begins with all that `registry` holds.
    pub(super) fn upon(registry: &Registry) -> Builder {
        let mut builder = Builder {
            sources: registry.sources.clone(),
            tenures: registry.tenures.clone(),
            person_origins: registry.person_origins.clone(),
            post_origins: registry.post_origins.clone(),
            ..Builder::default()
        };
        for person in &registry.people {
            builder.person(person.clone());
        }
        for post in &registry.posts {
            builder.post(post.clone());
        }
        builder
    }

    /// Makes room for so many people.
    pub(super) fn reserve(&mut self, n_people: usize) {
        self.people.reserve(n_people);
        self.by_id.reserve(n_people);
        self.by_identifier.reserve(n_people);
    }

    /// Adds a source.
    pub(super) fn source(&mut self, source: Source) -> SourceId {
        if let Some(known) = self.sources.iter().position(|known| *known == source) {
            return SourceId(known as u32);
        }
        self.sources.push(source);
        SourceId(self.sources.len() as u32 - 1)
    }

    /// Adds a person, or what is new about a known one.
    pub(super) fn person(&mut self, person: Person) -> PersonId {
        let known = self.by_id.get(&person.id).copied().or_else(|| {
            person
                .identifiers
                .iter()
                .find_map(|identifier| self.by_identifier.get(&identifier.text()).copied())
        });
        let id = known.unwrap_or(PersonId(self.people.len() as u32));
        for identifier in &person.identifiers {
            self.by_identifier.entry(identifier.text()).or_insert(id);
        }
        self.by_id.entry(person.id.clone()).or_insert(id);
        if known.is_some() {
            self.people[id.0 as usize].learn(person);
        } else {
            self.people.push(person);
        }
        id
    }

    /// Adds a post, or what is new about a known one.
    pub(super) fn post(&mut self, post: Post) -> PostId {
        if let Some(&id) = self.post_by_id.get(&post.id) {
            self.posts[id.0 as usize].learn(post);
            return id;
        }
        let id = PostId(self.posts.len() as u32);
        self.post_by_id.insert(post.id.clone(), id);
        self.posts.push(post);
        id
    }

    /// The person called `id` in files.
    pub(super) fn person_called(&self, id: &str) -> Option<PersonId> {
        self.by_id.get(id).copied()
    }

    /// The post called `id` in files.
    pub(super) fn post_called(&self, id: &str) -> Option<PostId> {
        self.post_by_id.get(id).copied()
    }

    /// The ids of all people, in the order they came.
    pub(super) fn person_ids(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(|person| person.id.as_str())
    }

    /// The ids of all posts, in the order they came.
    pub(super) fn post_ids(&self) -> impl Iterator<Item = &str> {
        self.posts.iter().map(|post| post.id.as_str())
    }

    /// Notes where a person was written.
    pub(super) fn person_written(&mut self, person: PersonId, origin: Origin) {
        self.person_origins.insert(person, origin);
    }

    /// Notes where a post was written.
    pub(super) fn post_written(&mut self, post: PostId, origin: Origin) {
        self.post_origins.insert(post, origin);
    }

    /// Adds a spell.
    pub(super) fn tenure(&mut self, tenure: Tenure) {
        self.tenures.push(tenure);
    }

    /// Replaces the spells of a person in a post that began on the same day.
    pub(super) fn retell(&mut self, tenure: Tenure) {
        self.tenures.retain(|known| {
            known.person != tenure.person
                || known.post != tenure.post
                || known.start != tenure.start
        });
        self.tenures.push(tenure);
    }

    /// Notes that a person was shown in a post on a day.
    pub(super) fn attest(&mut self, person: PersonId, post: PostId, day: Date, source: SourceId) {
        let open = self.tenures.iter_mut().find(|tenure| {
            tenure.person == person
                && tenure.post == post
                && tenure.end.is_none()
                && tenure
                    .start
                    .is_some_and(|start| start.first() <= day.last())
        });
        if let Some(open) = open {
            if open.known_to.is_none_or(|known| known.last() < day.last()) {
                open.known_to = Some(day);
            }
            return;
        }
        self.tenures.push(Tenure {
            person,
            post,
            start: Some(day),
            end: None,
            acting: false,
            attested: true,
            source,
            known_to: Some(day),
        });
    }

    /// The registry; people and posts keep the numbers they were given.
    pub(super) fn build(mut self) -> Registry {
        self.tenures.sort_by_cached_key(|tenure| {
            (
                tenure.start.map(Date::first),
                tenure.end.map(Date::last),
                tenure.person,
                tenure.post,
            )
        });
        self.tenures.dedup();
        let mut by_person = vec![Vec::new(); self.people.len()];
        let mut by_post = vec![Vec::new(); self.posts.len()];
        for (n, tenure) in self.tenures.iter().enumerate() {
            by_person[tenure.person.0 as usize].push(n as u32);
            by_post[tenure.post.0 as usize].push(n as u32);
        }
        Registry {
            people: self.people,
            posts: self.posts,
            tenures: self.tenures,
            sources: self.sources,
            person_origins: self.person_origins,
            post_origins: self.post_origins,
            by_person,
            by_post,
            ..Registry::default()
        }
    }
}
