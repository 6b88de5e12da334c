//! A collection as Popolo JSON.

use onrecord_engine::date::Date;
use onrecord_engine::registry::Name;
use serde_json::{Map, Value, json};

use super::collection::Collection;

/// The whole file.
pub(super) fn write(collection: &Collection) -> String {
    let persons = collection.people.values().map(|person| {
        let identifiers = person.identifiers.iter();
        let identifiers = identifiers
            .map(|one| json!({"scheme": one.scheme, "identifier": one.value}))
            .collect();
        object([
            ("id", text(&person.id)),
            ("name", text(&person.name)),
            ("family_name", text(&person.family)),
            ("given_name", text(&person.given)),
            ("other_names", names(&person.aliases)),
            ("identifiers", Value::Array(identifiers)),
            ("gender", optional(person.gender.as_deref())),
            ("birth_date", date(person.birth)),
            ("death_date", date(person.death)),
        ])
    });
    let organizations = collection.organizations.values().map(|one| {
        object([
            ("id", text(&one.id)),
            ("name", text(&one.name)),
            ("other_names", names(&one.aliases)),
            ("classification", optional(one.kind.as_deref())),
            ("parent_id", optional(one.parent.as_deref())),
            ("seats", one.seats.map_or(Value::Null, Value::from)),
            ("founding_date", date(one.start)),
            ("dissolution_date", date(one.end)),
        ])
    });
    let posts = collection.posts.values().map(|post| {
        let aliases: Vec<Name> = post.aliases.iter().map(Name::plain).collect();
        // Popolo has no place for a post's state, so it goes into the label: the office is read from its words.
        let state = post
            .state
            .as_deref()
            .and_then(onrecord_engine::registry::state_named);
        let label = match state {
            Some(state) if !post.label.contains(" of ") => format!("{} of {state}", post.label),
            Some(state) => format!("{}, {state}", post.label),
            None => post.label.clone(),
        };
        object([
            ("id", text(&post.id)),
            ("label", text(&label)),
            ("other_names", names(&aliases)),
            ("organization_id", optional(post.org.as_deref())),
            (
                "maximum_memberships",
                post.seats.map_or(Value::Null, Value::from),
            ),
            ("start_date", date(post.start)),
            ("end_date", date(post.end)),
        ])
    });
    let memberships = collection.memberships.iter().map(|one| {
        let source = one.source.as_deref();
        let sources = source.map(|source| json!([{"note": source}]));
        object([
            ("person_id", text(&one.person)),
            ("post_id", optional(one.post.as_deref())),
            ("organization_id", optional(one.organization.as_deref())),
            ("role", optional(one.role.as_deref())),
            ("start_date", date(one.start)),
            ("end_date", date(one.end)),
            ("on_behalf_of_id", optional(one.on_behalf_of.as_deref())),
            ("area_id", optional(one.area.as_deref())),
            ("sources", sources.unwrap_or_default()),
        ])
    });
    let sources = collection.source.as_ref().map(|source| json!([source]));
    let file = object([
        (
            "meta",
            object([
                ("sources", sources.unwrap_or_default()),
                ("retrieved", date(collection.retrieved)),
            ]),
        ),
        ("persons", persons.collect()),
        ("organizations", organizations.collect()),
        ("posts", posts.collect()),
        ("memberships", memberships.collect()),
    ]);
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// An object without what is not said.
fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    let said = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => true,
    };
    let members = members.into_iter().filter(|(_, value)| said(value));
    let members: Map<String, Value> = members
        .map(|(name, value)| (name.to_owned(), value))
        .collect();
    Value::Object(members)
}

fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

fn optional(value: Option<&str>) -> Value {
    value.map_or(Value::Null, text)
}

fn date(date: Option<Date>) -> Value {
    date.map_or(Value::Null, |date| Value::String(date.to_string()))
}

fn names(names: &[Name]) -> Value {
    let names = names.iter().map(|name| {
        object([
            ("name", text(&name.text)),
            ("lang", optional(name.kind.as_deref())),
        ])
    });
    names.collect()
}
