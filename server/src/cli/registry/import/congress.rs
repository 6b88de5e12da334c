//! YAML of the congress-legislators project: members of the United States Congress, presidents and vice-presidents.

use onrecord_engine::date::Date;
use onrecord_engine::registry::file::Membership;
use onrecord_engine::registry::{Identifier, Name, Person};
use saphyr::{LoadableYamlNode, Yaml};

use super::collection::Collection;
use super::rows::Trouble;

/// The offices by the project's own word: label, seats.
const TYPES: [(&str, &str, u32); 4] = [
    ("prez", "President", 1),
    ("rep", "Representative", 441),
    ("sen", "Senator", 100),
    ("viceprez", "Vice President", 1),
];

/// Schemes of identifiers that are worth keeping.
const SCHEMES: [&str; 6] = ["bioguide", "govtrack", "icpsr", "lis", "viaf", "wikidata"];

/// Reads all of a file.
pub(super) fn read(text: &str, collection: &mut Collection, troubles: &mut Vec<Trouble>) {
    let documents = match Yaml::load_from_str(text) {
        Ok(documents) => documents,
        Err(error) => {
            let place = format!("{}:{}", error.marker().line(), error.marker().col() + 1);
            let message = error.info().to_owned();
            return troubles.push(Trouble { place, message });
        }
    };
    let Some(people) = documents.first().and_then(Yaml::as_vec) else {
        let place = "1".to_owned();
        let message = "no list of people is in it".to_owned();
        return troubles.push(Trouble { place, message });
    };
    for (n, entry) in people.iter().enumerate() {
        if let Err(message) = take(entry, collection) {
            let place = format!(" person {}", n + 1);
            troubles.push(Trouble { place, message });
        }
    }
}

fn text(node: Option<&Yaml<'_>>) -> Option<String> {
    let node = node?;
    let number = node.as_integer().map(|number| number.to_string());
    node.as_str().map(str::to_owned).or(number)
}

fn take(entry: &Yaml<'_>, collection: &mut Collection) -> Result<(), String> {
    let part = |part: &str, key: &str| text(entry.as_mapping_get(part)?.as_mapping_get(key));
    let name = |key| part("name", key);
    let (first, last) = (name("first"), name("last"));
    let short = match (name("nickname").or(first.clone()), &last) {
        (Some(first), Some(last)) => Some(format!("{first} {last}")),
        _ => None,
    };
    let plain = match (&first, &last) {
        (Some(first), Some(last)) => Some(format!("{first} {last}")),
        _ => None,
    };
    let full = name("official_full").or(plain.clone());
    let full = full.ok_or("this person has no name")?;
    let mut others: Vec<String> = [plain, short, part("id", "wikipedia")]
        .into_iter()
        .flatten()
        .map(|other| other.split(" (").next().unwrap_or(&other).to_owned())
        .filter(|other| *other != full)
        .collect();
    others.sort();
    others.dedup();
    let identifiers = SCHEMES.iter().filter_map(|scheme| {
        Some(Identifier {
            scheme: (*scheme).into(),
            value: part("id", scheme)?.into(),
        })
    });
    let identifiers: Vec<Identifier> = identifiers.collect();
    let date = |written: String| {
        Date::parse(&written).ok_or_else(|| format!("`{written}` is not a date such as 2023-03-15"))
    };
    let key = part("id", "bioguide").or(part("id", "wikidata"));
    let person = Person {
        name: full.clone().into(),
        family: last.unwrap_or_default().into(),
        given: first.unwrap_or_default().into(),
        aliases: others.into_iter().map(Name::plain).collect(),
        identifiers,
        gender: part("bio", "gender").map(|gender| match &*gender {
            "F" => "female".to_owned(),
            "M" => "male".to_owned(),
            _ => gender,
        }),
        birth: part("bio", "birthday").map(date).transpose()?,
        ..Person::default()
    };
    let person = collection.person(&key.unwrap_or(full), person);
    let terms = entry.as_mapping_get("terms").and_then(Yaml::as_vec);
    for term in terms.into_iter().flatten() {
        let value = |key: &str| text(term.as_mapping_get(key));
        let kind = value("type").unwrap_or_default();
        let Some((_, label, seats)) = TYPES.iter().find(|(known, ..)| *known == kind) else {
            return Err(format!("`{kind}` is no office of this register"));
        };
        let post = collection.post(label, Some("US"), Some(*seats));
        let place = value("state").filter(|_| kind == "sen" || kind == "rep");
        let district = value("district").filter(|district| district != "0");
        collection.memberships.push(Membership {
            person: person.clone().into(),
            post: Some(post.into()),
            start: value("start").map(date).transpose()?,
            end: value("end").map(date).transpose()?,
            on_behalf_of: value("party"),
            area: place.map(|place| match district {
                Some(district) => format!("{place}-{district}"),
                None => place,
            }),
            ..Membership::default()
        });
    }
    Ok(())
}
