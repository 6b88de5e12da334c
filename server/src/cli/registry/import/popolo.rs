//! Popolo JSON as a collection: what the engine reads of it, with the posts its memberships imply.

use onrecord_engine::registry::file::{Format, RegistryFile};
use onrecord_engine::text::{Encoding, Text};

use super::collection::Collection;
use super::rows::Trouble;

/// Reads all of a file.
pub(super) fn read(text: &str, collection: &mut Collection, troubles: &mut Vec<Trouble>) {
    let (file, problems) = RegistryFile::parse_as(Format::Popolo, text);
    let lines = Text::from(text);
    for problem in problems {
        let at = lines.position(problem.span.start, Encoding::Utf32);
        troubles.push(Trouble {
            place: format!("{}:{}", at.line + 1, at.column + 1),
            message: problem.message,
        });
    }
    collection.source = file
        .source
        .map(|source| source.value)
        .or(collection.source.take());
    let retrieved = file.retrieved.map(|day| day.value);
    collection.retrieved = retrieved.or(collection.retrieved);
    for entry in &file.organizations {
        let mut organization = (*entry.value).clone();
        organization.state = organization.state.or(collection.state.clone());
        let id = organization.id.clone();
        collection.organizations.insert(id, organization);
    }
    for entry in &file.posts {
        let mut post = (*entry.value).clone();
        post.state = post.state.or(collection.state.clone());
        collection.posts.insert(post.id.clone(), post);
    }
    for entry in &file.people {
        let person = (*entry.value).clone();
        collection.person(&person.id.clone(), person);
    }
    let memberships = file.memberships.iter();
    collection
        .memberships
        .extend(memberships.map(|entry| (*entry.value).clone()));
}
