//! A collection as our own TOML: lists sorted by id, one value a line, nothing that is not said.

use std::fmt::Write;

use onrecord_engine::date::Date;
use onrecord_engine::registry::Name;
use toml::Value;

use super::collection::Collection;

/// The whole file.
pub(super) fn write(collection: &Collection) -> String {
    let mut file = File(String::new());
    file.text("source", collection.source.as_deref());
    file.date("retrieved", collection.retrieved);
    for person in collection.people.values() {
        file.open("person");
        file.text("id", Some(&person.id));
        file.text("name", Some(&person.name));
        file.text("family", Some(&person.family));
        file.text("given", Some(&person.given));
        file.names(&person.aliases);
        if !person.identifiers.is_empty() {
            let pairs = person.identifiers.iter();
            let pairs = pairs.map(|one| format!("{} = {}", key(&one.scheme), quoted(&one.value)));
            let pairs: Vec<String> = pairs.collect();
            file.line("identifiers", &format!("{{ {} }}", pairs.join(", ")));
        }
        file.text("gender", person.gender.as_deref());
        file.date("birth", person.birth);
        file.date("death", person.death);
        file.text("source", person.source.as_deref());
    }
    for organization in collection.organizations.values() {
        file.open("organization");
        file.text("id", Some(&organization.id));
        file.text("name", Some(&organization.name));
        file.names(&organization.aliases);
        file.text("kind", organization.kind.as_deref());
        file.text("parent", organization.parent.as_deref());
        file.text("state", organization.state.as_deref());
        file.number("seats", organization.seats);
        file.date("start", organization.start);
        file.date("end", organization.end);
    }
    for post in collection.posts.values() {
        file.open("post");
        file.text("id", Some(&post.id));
        file.text("label", Some(&post.label));
        let aliases: Vec<Name> = post.aliases.iter().map(Name::plain).collect();
        file.names(&aliases);
        file.text("state", post.state.as_deref());
        file.text("org", post.org.as_deref());
        file.number("seats", post.seats);
        file.date("start", post.start);
        file.date("end", post.end);
    }
    for membership in &collection.memberships {
        file.open("membership");
        file.text("person", Some(&membership.person));
        file.text("post", membership.post.as_deref());
        if membership.post.is_none() {
            file.text("organization", membership.organization.as_deref());
        }
        file.text("role", membership.role.as_deref());
        file.date("start", membership.start);
        file.date("end", membership.end);
        if membership.acting {
            file.line("acting", "true");
        }
        file.text("on-behalf-of", membership.on_behalf_of.as_deref());
        file.text("area", membership.area.as_deref());
        file.text("source", membership.source.as_deref());
    }
    file.0
}

struct File(String);

impl File {
    fn open(&mut self, kind: &str) {
        let gap = if self.0.is_empty() { "" } else { "\n" };
        _ = writeln!(self.0, "{gap}[[{kind}]]");
    }

    fn line(&mut self, key: &str, value: &str) {
        _ = writeln!(self.0, "{key} = {value}");
    }

    fn text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.line(key, &quoted(value));
        }
    }

    fn number(&mut self, key: &str, value: Option<u32>) {
        if let Some(value) = value {
            self.line(key, &value.to_string());
        }
    }

    /// A day is a date of TOML, a month or year a string.
    fn date(&mut self, key: &str, date: Option<Date>) {
        match date {
            None => {}
            Some(Date::Day(day)) => self.line(key, &day.to_string()),
            Some(coarse) => self.line(key, &quoted(&coarse.to_string())),
        }
    }

    fn names(&mut self, names: &[Name]) {
        let written = |name: &Name| match (&name.script, &name.kind) {
            (None, None) => quoted(&name.text),
            (script, kind) => {
                let mut table = format!("{{ text = {}", quoted(&name.text));
                for (key, value) in [("script", script), ("kind", kind)] {
                    if let Some(value) = value {
                        _ = write!(table, ", {key} = {}", quoted(value));
                    }
                }
                table + " }"
            }
        };
        match names {
            [] => {}
            [one] => self.line("aliases", &format!("[{}]", written(one))),
            names => {
                self.0.push_str("aliases = [\n");
                for name in names {
                    _ = writeln!(self.0, "  {},", written(name));
                }
                self.0.push_str("]\n");
            }
        }
    }
}

/// A string as TOML writes it.
fn quoted(text: &str) -> String {
    Value::String(text.replace(['\n', '\r'], " ")).to_string()
}

/// A key, quoted where it has to be.
fn key(name: &str) -> String {
    let is_bare = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    if !name.is_empty() && name.bytes().all(is_bare) {
        name.to_owned()
    } else {
        quoted(name)
    }
}
