//! Popolo JSON, read as the world writes it: persons, organizations, posts, memberships, events and areas.
//!
//! Members we have no use for (pictures, addresses) are left alone. A membership without dates has those of its legislative
//! period, as EveryPolitician files mean it. Memberships and posts may stand within the person or organization they belong to.

mod members;
mod names;

use std::collections::HashMap;

use crate::date::Date;
use crate::json::{self, Object, Value};
use crate::registry::{Organization, Person, Post};
use crate::text::Span;
use crate::toml::{Located, Problem};

use super::entry::Key;
use super::{Membership, RegistryFile};
use members::Members;

/// A file being read.
#[derive(Default)]
pub(super) struct Popolo {
    pub(super) file: RegistryFile,
    pub(super) problems: Vec<Problem>,
    periods: HashMap<String, Period>,
    /// Names of areas and organizations by id.
    titles: HashMap<String, String>,
}

/// When a legislative period began and ended.
#[derive(Clone, Copy, Default)]
struct Period {
    start: Option<Date>,
    end: Option<Date>,
}

/// Whose list a membership or post was found in.
#[derive(Clone, Copy)]
enum Within<'a> {
    Nobody,
    Person(&'a str),
    Organization(&'a str),
}

impl Popolo {
    /// Reads all of a file.
    pub(super) fn read(&mut self, text: &str) {
        let value = match json::parse(text) {
            Ok(value) => value,
            Err(problem) => return self.problems.push(problem),
        };
        let Some(top) = value.as_object() else {
            let span = Span::new(value.span().start, value.span().start + 1);
            let message = "a Popolo file must be an object with `persons`, `memberships` and so on";
            return self.problem(span, message.to_owned());
        };
        let lists = ["persons", "organizations", "posts", "memberships"];
        if !lists.iter().any(|list| top.get(list).is_some()) {
            let message =
                "no `persons`, `organizations`, `posts` or `memberships` are in this file";
            let start = value.span().start;
            return self.problem(Span::new(start, start + 1), message.to_owned());
        }
        self.meta(&top);
        // What memberships are told by comes first.
        for value in self.list(&top, "areas") {
            self.titled(value);
        }
        for value in self.list(&top, "events") {
            self.event(value);
        }
        for value in self.list(&top, "organizations") {
            self.organization(value);
        }
        for value in self.list(&top, "persons") {
            self.person(value);
        }
        for value in self.list(&top, "posts") {
            self.post(value, Within::Nobody);
        }
        for value in self.list(&top, "memberships") {
            self.membership(value, Within::Nobody);
        }
        self.file.posts.sort_by_key(|entry| entry.span);
        self.file.memberships.sort_by_key(|entry| entry.span);
    }

    /// Where the whole file comes from, and when.
    fn meta(&mut self, top: &Object<'_>) {
        let Some(meta) = top.get("meta").and_then(Value::as_object) else {
            return;
        };
        let sources = meta.get("sources").and_then(Value::as_list);
        let first = sources.and_then(|sources| sources.into_iter().next());
        self.file.source = first.or(meta.get("source")).and_then(|value| {
            Some(Located {
                value: value.as_str()?.into_owned(),
                span: value.span(),
            })
        });
        let stamp = meta.get("generated_at").or(meta.get("retrieved"));
        self.file.retrieved = stamp.and_then(|value| {
            Some(Located {
                value: names::date(&value.as_str()?)?,
                span: value.span(),
            })
        });
    }

    /// The elements of a list; none if there is no such list.
    fn list<'a>(&mut self, object: &Object<'a>, name: &str) -> Vec<Value<'a>> {
        let Some(value) = object.get(name) else {
            return Vec::new();
        };
        value.as_list().unwrap_or_else(|| {
            let found = value.kind().name();
            self.problem(
                value.span(),
                format!("`{name}` must be a list, not {found}"),
            );
            Vec::new()
        })
    }

    fn members<'p, 'a>(
        &'p mut self,
        value: Value<'a>,
        kind: &'static str,
    ) -> Option<Members<'p, 'a>> {
        let Some(object) = value.as_object() else {
            let found = value.kind().name();
            self.problem(
                value.span(),
                format!("each {kind} must be an object, not {found}"),
            );
            return None;
        };
        Some(Members::new(self, object, value.span(), kind))
    }

    /// Remembers an area's name.
    fn titled(&mut self, value: Value<'_>) {
        let object = value.as_object();
        let text = |name| object.as_ref()?.get(name)?.as_str();
        if let (Some(id), Some(name)) = (text("id"), text("name")) {
            self.titles.insert(id.into_owned(), name.into_owned());
        }
    }

    /// Remembers when a legislative period began and ended.
    fn event(&mut self, value: Value<'_>) {
        let Some(mut members) = self.members(value, "event") else {
            return;
        };
        let id = members.text("id", Key::Id);
        let period = Period {
            start: members.date("start_date", Key::Start),
            end: members.date("end_date", Key::End),
        };
        if let Some(id) = id {
            self.periods.insert(id, period);
        }
    }

    fn organization(&mut self, value: Value<'_>) {
        let Some(mut members) = self.members(value, "organization") else {
            return;
        };
        let Some(id) = members.needed("id", Key::Id) else {
            return;
        };
        let organization = Organization {
            name: members.text("name", Key::Name).unwrap_or_default(),
            aliases: members.other_names(),
            kind: members.text("classification", Key::Kind),
            parent: members.text("parent_id", Key::Parent),
            state: None,
            seats: members.count("seats", Key::Seats),
            start: members.date("founding_date", Key::Start),
            end: members.date("dissolution_date", Key::End),
            source: members.source(),
            id,
        };
        let inner = members.inner(["posts", "memberships"]);
        let entry = members.entry(organization);
        let organization = std::sync::Arc::clone(&entry.value);
        self.file.organizations.push(entry);
        if !organization.name.is_empty() {
            let titles = (organization.id.clone(), organization.name.clone());
            self.titles.insert(titles.0, titles.1);
        }
        let [posts, memberships] = inner;
        for value in posts {
            self.post(value, Within::Organization(&organization.id));
        }
        for value in memberships {
            self.membership(value, Within::Organization(&organization.id));
        }
    }

    fn person(&mut self, value: Value<'_>) {
        let Some(mut members) = self.members(value, "person") else {
            return;
        };
        let Some(name) = members.needed("name", Key::Name) else {
            return;
        };
        let id = members.text("id", Key::Id);
        let mut person = Person {
            id: id
                .unwrap_or_else(|| crate::registry::builtin::slug(&name))
                .into(),
            name: name.into(),
            family: members
                .text("family_name", Key::Family)
                .unwrap_or_default()
                .into(),
            given: members
                .text("given_name", Key::Given)
                .unwrap_or_default()
                .into(),
            particles: Vec::new(),
            scripts: Vec::new(),
            aliases: members.other_names(),
            identifiers: members.identifiers(),
            gender: members.text("gender", Key::Gender),
            birth: members.date("birth_date", Key::Birth),
            death: members.date("death_date", Key::Death),
            source: members.source(),
        };
        names::settle(&mut person);
        let [memberships] = members.inner(["memberships"]);
        let entry = members.entry(person);
        let person = std::sync::Arc::clone(&entry.value);
        self.file.people.push(entry);
        for value in memberships {
            self.membership(value, Within::Person(&person.id));
        }
    }

    fn post(&mut self, value: Value<'_>, within: Within<'_>) {
        let Some(mut members) = self.members(value, "post") else {
            return;
        };
        let Some(id) = members.needed("id", Key::Id) else {
            return;
        };
        let label = members.text("label", Key::Label);
        let role = members.text("role", Key::Role);
        let org = members.text("organization_id", Key::Organization);
        let org = org.or(match within {
            Within::Organization(id) => Some(id.to_owned()),
            _ => None,
        });
        if label.is_none() && role.is_none() {
            members.wrong(format!("the post `{id}` has neither `label` nor `role`"));
        }
        let others = members
            .other_names()
            .into_iter()
            .map(|name| name.text.into());
        let post = Post {
            aliases: others.chain(label.as_ref().and(role.clone())).collect(),
            label: label.or(role).unwrap_or_default(),
            state: None,
            org,
            seats: members.count("maximum_memberships", Key::Seats),
            start: members.date("start_date", Key::Start),
            end: members.date("end_date", Key::End),
            source: members.source(),
            id,
        };
        let [memberships] = members.inner(["memberships"]);
        let entry = members.entry(post);
        let post = std::sync::Arc::clone(&entry.value);
        self.file.posts.push(entry);
        for value in memberships {
            self.membership_in(value, Within::Nobody, Some(&post.id));
        }
    }

    fn membership(&mut self, value: Value<'_>, within: Within<'_>) {
        self.membership_in(value, within, None);
    }

    fn membership_in(&mut self, value: Value<'_>, within: Within<'_>, post: Option<&str>) {
        let Some(mut members) = self.members(value, "membership") else {
            return;
        };
        let person = match within {
            Within::Person(id) => Some(id.to_owned()),
            _ => members.needed("person_id", Key::Person),
        };
        let organization = match within {
            Within::Organization(id) => Some(id.to_owned()),
            _ => members.text("organization_id", Key::Organization),
        };
        let own_post = members.text("post_id", Key::Post);
        let post = own_post.or(post.map(str::to_owned));
        if post.is_none() && organization.is_none() {
            members.wrong("this membership has neither `post_id` nor `organization_id`".to_owned());
            return;
        }
        let period = members.period();
        let start = members.date("start_date", Key::Start);
        let end = members.date("end_date", Key::End);
        let membership = Membership {
            // The dates of the period stand in for those that are not said; one that began late may have ended late too.
            start: start.or(period.start),
            end: end.or(period.end),
            role: members.text("role", Key::Role),
            acting: false,
            on_behalf_of: members.title("on_behalf_of_id", Key::OnBehalfOf),
            area: members.title("area_id", Key::Area),
            source: members.source(),
            person: match person {
                Some(person) => person.into(),
                None => return,
            },
            post: post.map(Into::into),
            organization: organization.map(Into::into),
        };
        let entry = members.entry(membership);
        self.file.memberships.push(entry);
    }

    fn problem(&mut self, span: Span, message: String) {
        self.problems.push(Problem { span, message });
    }
}
