//! Putting a registry together from people, organizations, posts and spells given in any order and from several files.
//!
//! People meet by id or by an identifier they share, posts and organizations by id; what comes later adds to what was there
//! and, where it says something else, replaces it. Entries are shared with the files they come from until they learn more.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil;

use crate::date::Date;

use super::hash::{self, HashedMap, HashedSet, TextMap};
use super::ids::Ids;
use super::post::{Post, Source, SourceId, Tenure};
use super::shelf::Shelf;
use super::{Organization, Origin, Person, PersonId, PostId, Registry};

/// A registry in the making.
#[derive(Debug, Default)]
pub(super) struct Builder {
    people: Shelf<Person>,
    organizations: Vec<Arc<Organization>>,
    posts: Shelf<Post>,
    tenures: Vec<Tenure>,
    sources: Vec<Source>,
    person_origins: TextMap<PersonId, Origin>,
    post_origins: TextMap<PostId, Origin>,
    /// The registry this one is built upon.
    beneath: Option<Arc<Registry>>,
    /// People and posts of the registry beneath of whom more was told.
    changed_people: BTreeSet<PersonId>,
    changed_posts: BTreeSet<PostId>,
    ids: Ids,
    /// Sources by the hash of what they say.
    by_source: HashedMap<SourceId>,
    /// Spells the files tell: they replace what was beneath.
    told: Vec<Tenure>,
}

impl Builder {
    /// Begins with all that `registry` holds.
    pub(super) fn upon(registry: &Arc<Registry>) -> Builder {
        let mut builder = Builder {
            people: registry.people.clone(),
            organizations: registry.organizations.clone(),
            posts: registry.posts.clone(),
            tenures: registry.tenures.clone(),
            person_origins: registry.person_origins.clone(),
            post_origins: registry.post_origins.clone(),
            ids: registry.ids().clone(),
            beneath: Some(Arc::clone(registry)),
            ..Builder::default()
        };
        for source in &registry.sources {
            builder.source(source.clone());
        }
        builder
    }

    /// Makes room for so many more people, and for so many spells that files tell.
    pub(super) fn reserve(&mut self, n_people: usize, n_told: usize) {
        self.told.reserve_exact(self.tenures.len() + n_told);
        self.people.reserve(n_people);
        self.person_origins.reserve(n_people);
        self.ids.reserve(n_people);
    }

    /// Adds a source.
    pub(super) fn source(&mut self, source: Source) -> SourceId {
        let day = source.retrieved.map_or(0, |date| {
            let day = date.first();
            (i64::from(day.year()) * 500 + i64::from(day.day_of_year())).unsigned_abs()
        });
        let key = hash::join(day, hash::of(source.name.as_bytes()));
        let sources = &mut self.sources;
        *self.by_source.entry(key).or_insert_with(|| {
            sources.push(source);
            SourceId(sources.len() as u32 - 1)
        })
    }

    /// Adds a person, or what is new about a known one.
    pub(super) fn person(&mut self, person: Arc<Person>) -> PersonId {
        let known = self.ids.person(&person.id).or_else(|| {
            let mut identifiers = person.identifiers.iter();
            identifiers.find_map(|identifier| self.ids.identified(identifier))
        });
        let id = known.unwrap_or(PersonId(self.people.len() as u32));
        self.ids.add_person(&person, id);
        if known.is_none() {
            self.people.push(person);
        } else if **self.people.get(id.0 as usize) != *person {
            self.changed_people.insert(id);
            if let Some(known) = self.people.get_mut(id.0 as usize) {
                known.learn(Arc::unwrap_or_clone(person));
            }
        }
        id
    }

    /// Adds an organization, or what is new about a known one.
    pub(super) fn organization(&mut self, organization: Arc<Organization>) {
        let next = self.organizations.len() as u32;
        let at = self.ids.add_organization(&organization.id, next);
        if at == next {
            self.organizations.push(organization);
        } else {
            let organization = Arc::unwrap_or_clone(organization);
            Arc::make_mut(&mut self.organizations[at as usize]).learn(organization);
        }
    }

    /// Adds a post, or what is new about a known one.
    pub(super) fn post(&mut self, post: Arc<Post>) -> PostId {
        let next = PostId(self.posts.len() as u32);
        let id = self.ids.add_post(&post.id, next);
        if id == next {
            self.posts.push(post);
        } else if let Some(known) = self.posts.get_mut(id.0 as usize) {
            known.learn(Arc::unwrap_or_clone(post));
            self.changed_posts.insert(id);
        }
        id
    }

    /// Gives each post without a state that of its organization, or of the one above that.
    pub(super) fn inherit_states(&mut self) {
        let beneath = self.beneath.as_ref();
        let new = beneath.map_or(0, |registry| registry.posts.len())..self.posts.len();
        let changed = self.changed_posts.iter().map(|post| post.0 as usize);
        for at in changed.chain(new) {
            let post = self.posts.get(at);
            if let (None, Some(org)) = (&post.state, &post.org)
                && let Some(state) = self.ids.state_of(&self.organizations, org)
            {
                let state = state.to_owned();
                if let Some(post) = self.posts.get_mut(at) {
                    post.state = Some(state);
                }
            }
        }
    }

    /// The person an id of a file means.
    pub(super) fn person_called(&self, id: &str) -> Option<PersonId> {
        self.ids.person_called(id)
    }

    /// The post called `id` in files.
    pub(super) fn post_called(&self, id: &str) -> Option<PostId> {
        self.ids.post(id)
    }

    /// The organization called `id` in files.
    pub(super) fn organization_called(&self, id: &str) -> Option<&Arc<Organization>> {
        let at = self.ids.organization(id)?;
        self.organizations.get(at as usize)
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

    /// Adds a spell that replaces those of the same person in the same post that began on the same day.
    pub(super) fn retell(&mut self, tenure: Tenure) {
        self.told.push(tenure);
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
            start: Some(day),
            attested: true,
            known_to: Some(day),
            ..Tenure::new(person, post, source)
        });
    }

    /// Lays the spells the files tell over those beneath; of several the last counts.
    fn settle(&mut self) {
        if self.told.is_empty() {
            return;
        }
        let mut seen = HashedSet::default();
        seen.reserve(self.told.len());
        let mut told = std::mem::take(&mut self.told);
        told.reverse();
        told.retain(|tenure| seen.insert(spell(tenure)));
        let beneath = self.beneath.as_ref();
        let n_known = beneath.map_or(0, |registry| registry.people.len());
        let known = told.iter().map(|tenure| tenure.person);
        let known = known.filter(|person| (person.0 as usize) < n_known);
        self.changed_people.extend(known);
        let beneath = std::mem::take(&mut self.tenures).into_iter();
        told.extend(beneath.filter(|tenure| !seen.contains(&spell(tenure))));
        self.tenures = told;
    }

    /// The registry; people and posts keep the numbers they were given.
    pub(super) fn build(mut self) -> Registry {
        self.settle();
        self.tenures.sort_by_cached_key(|tenure| {
            let start = day_number(tenure.start.map(Date::first));
            let end = day_number(tenure.end.map(Date::last));
            let (person, post) = (u64::from(tenure.person.0), u64::from(tenure.post.0));
            ((start << 32) | end, (person << 32) | post)
        });
        self.tenures.dedup();
        let by_person = Rows::of(self.people.len(), &self.tenures, |tenure| tenure.person.0);
        let by_post = Rows::of(self.posts.len(), &self.tenures, |tenure| tenure.post.0);
        Registry {
            people: self.people,
            organizations: self.organizations,
            posts: self.posts,
            tenures: self.tenures,
            sources: self.sources,
            person_origins: self.person_origins,
            post_origins: self.post_origins,
            by_person,
            by_post,
            beneath: self.beneath,
            changed_people: self.changed_people,
            changed_posts: self.changed_posts,
            ids: self.ids.into(),
            ..Registry::default()
        }
    }
}

/// A number that grows with the day, of less than 32 bits, so that days are compared at once; zero for none.
fn day_number(day: Option<civil::Date>) -> u64 {
    let Some(day) = day else {
        return 0;
    };
    let year = i64::from(day.year()) - i64::from(civil::Date::MIN.year());
    let number = (year << 9) + (i64::from(day.month()) << 5) + i64::from(day.day());
    number.unsigned_abs()
}

/// What makes two tellings of a spell one.
fn spell(tenure: &Tenure) -> u64 {
    let day = tenure.start.map_or(0, |start| {
        let grain = match start {
            Date::Year(_) => 1,
            Date::Month(..) => 2,
            Date::Day(_) => 3,
        };
        let day = start.first();
        let day = i64::from(day.year()) * 2000 + i64::from(day.day_of_year()) * 4 + grain;
        day.unsigned_abs()
    });
    let row = hash::join(u64::from(tenure.person.0), u64::from(tenure.post.0));
    hash::join(row, day)
}

/// The tenures of each person or post: numbers in one list, and where each one's begin in it.
#[derive(Debug, Default)]
pub(super) struct Rows {
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Rows {
    /// Sorts `tenures` into `n` rows; the order within a row stays.
    pub(super) fn of(n: usize, tenures: &[Tenure], row: impl Fn(&Tenure) -> u32) -> Rows {
        let mut starts = vec![0_u32; n + 1];
        for tenure in tenures {
            starts[row(tenure) as usize + 1] += 1;
        }
        for at in 0..n {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut numbers = vec![0_u32; tenures.len()];
        for (number, tenure) in tenures.iter().enumerate() {
            let at = &mut next[row(tenure) as usize];
            numbers[*at as usize] = number as u32;
            *at += 1;
        }
        Rows { starts, numbers }
    }

    /// The numbers in a row; empty if there is no such row.
    pub(super) fn get(&self, row: u32) -> &[u32] {
        let row = row as usize;
        match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(&from), Some(&to)) => &self.numbers[from as usize..to as usize],
            _ => &[],
        }
    }
}
