//! Registries laid over each other: the built-in one beneath, a project's files above it in their order.

use std::borrow::Borrow;
use std::sync::Arc;

use crate::toml::Problem;

use super::build::Builder;
use super::file::{Entry, Membership, RegistryFile};
use super::loose::loose_ends;
use super::post::Seat;
use super::{Origin, PersonId, Post, PostId, Registry, Source, Tenure};

impl Registry {
    /// The registry of a project. What a file says of a known person (same id or identifier), post or organization (same id)
    /// adds to it and wins. Ids that lead nowhere are problems: the file's place in `files`, and where in it.
    pub fn layered(
        files: &[impl Borrow<RegistryFile>],
        builtin: Option<&Arc<Registry>>,
    ) -> (Registry, Vec<(usize, Problem)>) {
        let files = || files.iter().map(Borrow::borrow).enumerate();
        let mut builder = builtin.map_or_else(Builder::default, Builder::upon);
        let n_people = files().map(|(_, file)| file.people.len()).sum();
        let n_spells = files().map(|(_, file)| file.memberships.len()).sum();
        builder.reserve(n_people, n_spells);
        for (nth, file) in files() {
            for entry in &file.organizations {
                builder.organization(Arc::clone(&entry.value));
            }
            for entry in &file.people {
                let id = builder.person(Arc::clone(&entry.value));
                builder.person_written(id, origin(nth, entry));
            }
            for entry in &file.posts {
                let id = builder.post(Arc::clone(&entry.value));
                builder.post_written(id, origin(nth, entry));
            }
        }
        for (nth, file) in files() {
            for entry in &file.memberships {
                if let Some((person, post)) = ends(&mut builder, &entry.value) {
                    let tenure = tenure(&mut builder, (nth, file), entry, (person, post));
                    builder.retell(tenure);
                }
            }
        }
        builder.inherit_states();
        let registry = builder.build();
        let problems = files().flat_map(|(nth, file)| {
            let ends = loose_ends(file, &registry);
            ends.into_iter().map(move |end| (nth, end.problem()))
        });
        let problems = problems.collect();
        (registry, problems)
    }
}

fn origin<T>(file: usize, entry: &Entry<T>) -> Origin {
    Origin {
        file: file as u32,
        start: entry.span.start as u32,
        end: entry.span.end as u32,
    }
}

/// The person and post of a membership. One of an organization as such is a post of its own, shared by its members.
fn ends(builder: &mut Builder, membership: &Membership) -> Option<(PersonId, PostId)> {
    let person = builder.person_called(&membership.person)?;
    if let Some(post) = &membership.post {
        return Some((person, builder.post_called(post)?));
    }
    let organization = membership.organization.as_ref()?;
    let organization = Arc::clone(builder.organization_called(organization)?);
    let role = membership.role.as_deref().unwrap_or("member");
    let id = format!("{}/{}", organization.id, super::builtin::slug(role));
    if let Some(post) = builder.post_called(&id) {
        return Some((person, post));
    }
    let mut label = role.to_owned();
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if !role.contains(' ') && !organization.name.is_empty() {
        label = format!("{label} of {}", organization.name);
    }
    let post = builder.post(Arc::new(Post {
        id,
        label,
        org: Some(organization.id.clone()),
        // A body has as many members as it has seats; one that does not say has many.
        seats: (role == "member").then(|| organization.seats.unwrap_or(u32::MAX)),
        ..Post::default()
    }));
    Some((person, post))
}

fn tenure(
    builder: &mut Builder,
    (nth, file): (usize, &RegistryFile),
    entry: &Entry<Membership>,
    (person, post): (PersonId, PostId),
) -> Tenure {
    let membership = &*entry.value;
    let of_file = file.source.as_ref().map(|source| &source.value);
    let source = membership.source.as_ref().or(of_file);
    let retrieved = file.retrieved.as_ref().map(|date| date.value);
    let source = builder.source(Source {
        name: source.cloned().unwrap_or_default(),
        retrieved,
    });
    Tenure {
        start: membership.start,
        end: membership.end,
        acting: membership.acting,
        known_to: retrieved,
        seat: seat(membership),
        origin: Some(origin(nth, entry)),
        ..Tenure::new(person, post, source)
    }
}

/// Whose seat it is, if the file says.
fn seat(membership: &Membership) -> Option<Arc<Seat>> {
    let (on_behalf_of, area) = (&membership.on_behalf_of, &membership.area);
    (on_behalf_of.is_some() || area.is_some()).then(|| {
        Arc::new(Seat {
            on_behalf_of: on_behalf_of.clone(),
            area: area.clone(),
        })
    })
}

#[cfg(test)]
mod tests;
