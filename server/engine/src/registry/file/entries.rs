//! The four kinds of entries of a TOML file: which values make a person, an organization, a post, a membership.

use smol_str::SmolStr;

use crate::date::Date;
use crate::registry::{Organization, Person, Post};

use super::Membership;
use super::entry::{Entry, Key};
use super::fields::Fields;

impl Fields<'_, '_, '_> {
    pub(super) fn person(mut self) -> Option<Entry<Person>> {
        let name: SmolStr = self.needed("name", Key::Name)?;
        let id = self.text("id", Key::Id);
        let person = Person {
            id: id.unwrap_or_else(|| crate::registry::builtin::slug(&name).into()),
            name,
            family: self.text("family", Key::Family).unwrap_or_default(),
            given: self.text("given", Key::Given).unwrap_or_default(),
            particles: self.strings("particles"),
            scripts: self.strings("scripts"),
            aliases: self.names(),
            identifiers: self.identifiers(),
            gender: self.text("gender", Key::Gender),
            birth: self.date("birth", Key::Birth),
            death: self.date("death", Key::Death),
            source: self.text("source", Key::Source),
        };
        Some(self.entry(person))
    }

    pub(super) fn organization(mut self) -> Option<Entry<Organization>> {
        let id = self.needed("id", Key::Id)?;
        let organization = Organization {
            id,
            name: self.text("name", Key::Name).unwrap_or_default(),
            aliases: self.names(),
            kind: self.text("kind", Key::Kind),
            parent: self.text("parent", Key::Parent),
            state: self.state(),
            seats: self.count("seats", Key::Seats),
            start: self.date("start", Key::Start),
            end: self.date("end", Key::End),
            source: self.text("source", Key::Source),
        };
        Some(self.entry(organization))
    }

    pub(super) fn post(mut self) -> Option<Entry<Post>> {
        let id = self.needed("id", Key::Id)?;
        let label = self.text("label", Key::Label);
        if label.is_none() {
            self.wrong(format!("the post `{id}` has no `label`"));
        }
        let wordings = self.names().into_iter().map(|name| name.text.into());
        let wordings: Vec<String> = wordings.chain(self.strings("roles")).collect();
        let post = Post {
            id,
            label: label.unwrap_or_default(),
            state: self.state(),
            org: self.organization_of(),
            aliases: wordings,
            seats: self.count("seats", Key::Seats),
            start: self.date("start", Key::Start),
            end: self.date("end", Key::End),
            source: self.text("source", Key::Source),
        };
        Some(self.entry(post))
    }

    pub(super) fn membership(mut self) -> Option<Entry<Membership>> {
        let person = self.needed("person", Key::Person);
        let post = self.text("post", Key::Post);
        let organization = self.text("organization", Key::Organization);
        let told = ["post", "organization"].map(|key| self.table.contains_key(key));
        if told == [false, false] {
            self.wrong("this membership has neither `post` nor `organization`".to_owned());
        }
        let grain = self.grain();
        let mut date = |name, key| self.date(name, key).map(grain);
        let (start, end) = (date("start", Key::Start), date("end", Key::End));
        let membership = Membership {
            start,
            end,
            role: self.text("role", Key::Role),
            acting: self.flag("acting", Key::Acting),
            on_behalf_of: self.text("on-behalf-of", Key::OnBehalfOf),
            area: self.text("area", Key::Area),
            source: self.text("source", Key::Source),
            person: person?,
            post,
            organization,
        };
        if membership.post.is_none() && membership.organization.is_none() {
            return None;
        }
        Some(self.entry(membership))
    }

    /// A post's organization, under either of its two names.
    fn organization_of(&mut self) -> Option<String> {
        let short = self.text("org", Key::Organization);
        short.or_else(|| self.text("organization", Key::Organization))
    }

    /// How far dates are to be trusted: `precision` says that a register's days are made up.
    fn grain(&mut self) -> fn(Date) -> Date {
        let Some(value) = self.table.get("precision") else {
            return |date| date;
        };
        match value.get_ref().as_str() {
            Some("day") => |date| date,
            Some("month") => |date| match date {
                Date::Day(day) => Date::Month(day.year(), day.month()),
                other => other,
            },
            Some("year") => |date| Date::Year(date.first().year()),
            _ => {
                let span = self.reader.place(value.span());
                let expected = "\"day\", \"month\" or \"year\"";
                self.reader
                    .problem(span, format!("`precision` must be {expected}"));
                |date| date
            }
        }
    }
}
