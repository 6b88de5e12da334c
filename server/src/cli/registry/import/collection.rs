//! What is gathered from a register before it is written: people, organizations, posts, terms, each under one id.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use onrecord_engine::date::Date;
use onrecord_engine::registry::file::Membership;
use onrecord_engine::registry::{Name, Organization, Person, Post, slug};

/// Everything gathered so far.
#[derive(Default)]
pub(super) struct Collection {
    /// The state of posts that do not say theirs.
    pub(super) state: Option<String>,
    /// Where all of it comes from.
    pub(super) source: Option<String>,
    /// The day it was read there.
    pub(super) retrieved: Option<Date>,
    /// By id.
    pub(super) people: BTreeMap<String, Person>,
    /// By id.
    pub(super) organizations: BTreeMap<String, Organization>,
    /// By id.
    pub(super) posts: BTreeMap<String, Post>,
    /// In order of person, post and start, once settled.
    pub(super) memberships: Vec<Membership>,
    /// Ids of people by what the register calls them.
    by_key: HashMap<String, String>,
}

impl Collection {
    /// The id of the person the register calls `key`, who is added if not known; what is new about a known one is added.
    pub(super) fn person(&mut self, key: &str, person: Person) -> String {
        if let Some(id) = self.by_key.get(key) {
            if let Some(known) = self.people.get_mut(id) {
                learn(known, person);
            }
            return id.clone();
        }
        let mut id = if person.id.is_empty() {
            slug(&person.name)
        } else {
            person.id.to_string()
        };
        if id.is_empty() {
            id = slug(key);
        }
        if self.people.contains_key(&id) {
            // Two people of one name: the register's own key tells them apart.
            id = format!("{id}-{}", slug(key));
        }
        self.by_key.insert(key.to_owned(), id.clone());
        let person = Person {
            id: id.clone().into(),
            ..person
        };
        self.people.insert(id.clone(), person);
        id
    }

    /// The id of the post with this label in this state, which is added if not known.
    pub(super) fn post(&mut self, label: &str, state: Option<&str>, seats: Option<u32>) -> String {
        let id = slug(&format!("{} {label}", state.unwrap_or_default()));
        self.posts.entry(id.clone()).or_insert_with(|| Post {
            id: id.clone(),
            label: label.to_owned(),
            state: state.map(str::to_owned),
            seats,
            ..Post::default()
        });
        id
    }

    /// Puts everything in order, and says of posts with several holders at once how many seats they have.
    pub(super) fn settle(&mut self) {
        self.memberships.sort_by_key(|one| {
            let days = (one.start.map(Date::first), one.end.map(Date::last));
            (
                one.person.clone(),
                one.post.clone(),
                one.organization.clone(),
                days,
            )
        });
        self.memberships.dedup();
        let mut spells: BTreeMap<&str, Vec<(i64, i64)>> = BTreeMap::new();
        for one in &self.memberships {
            if let (Some(post), Some(start)) = (&one.post, one.start) {
                let end = one.end.map_or(i64::MAX, |end| day(end.first()));
                spells
                    .entry(post)
                    .or_default()
                    .push((day(start.last()), end));
            }
        }
        for (id, spells) in spells {
            if let Some(post) = self.posts.get_mut(id)
                && post.seats.is_none()
            {
                post.seats = most_at_once(spells);
            }
        }
    }
}

/// A day as a number, good enough to tell whether two spells overlap for long.
fn day(date: jiff::civil::Date) -> i64 {
    i64::from(date.year()) * 366 + i64::from(date.day_of_year())
}

/// How many spells there were at once for more than a quarter of a year; nothing for one, which is what is usual.
fn most_at_once(mut spells: Vec<(i64, i64)>) -> Option<u32> {
    const LONG: i64 = 92;
    spells.sort_unstable();
    let mut inside: BTreeSet<(i64, usize)> = BTreeSet::new();
    let mut most = 1;
    for (n, (start, end)) in spells.into_iter().enumerate() {
        while let Some(&(first, at)) = inside.first() {
            if first > start.saturating_add(LONG) {
                break;
            }
            inside.remove(&(first, at));
        }
        if end > start.saturating_add(LONG) {
            inside.insert((end, n));
            most = most.max(inside.len());
        }
    }
    (most > 1).then(|| u32::try_from(most).unwrap_or(u32::MAX))
}

fn learn(known: &mut Person, other: Person) {
    let mut names = vec![Name::plain(other.name)];
    names.extend(other.aliases);
    for name in names {
        let told = name.text == known.name || known.aliases.iter().any(|one| one.text == name.text);
        if !told && !name.text.is_empty() {
            known.aliases.push(name);
        }
    }
    for identifier in other.identifiers {
        if !known.identifiers.contains(&identifier) {
            known.identifiers.push(identifier);
        }
    }
    known.gender = known.gender.take().or(other.gender);
    known.birth = known.birth.or(other.birth);
    known.death = known.death.or(other.death);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_has_as_many_seats_as_people_sat_in_it_for_long() {
        assert_eq!(
            most_at_once(vec![(0, 1000), (990, 2000), (2000, i64::MAX)]),
            None
        );
        assert_eq!(
            most_at_once(vec![(0, 1000), (500, 2000), (600, i64::MAX)]),
            Some(3)
        );
    }

    #[test]
    fn two_people_of_one_name_keep_apart() {
        let mut collection = Collection::default();
        let person = || Person {
            name: "Ada Vane".into(),
            ..Person::default()
        };
        assert_eq!(collection.person("Q1", person()), "ada-vane");
        assert_eq!(collection.person("Q2", person()), "ada-vane-q2");
        assert_eq!(collection.person("Q1", person()), "ada-vane");
        assert_eq!(collection.people.len(), 2);
    }
}
