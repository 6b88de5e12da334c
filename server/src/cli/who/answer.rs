//! The shape of an answer in JSON: a promise, so it is not the shape of the engine's own types.

use onrecord_engine::date::Date;
use onrecord_engine::ide::terms;
use onrecord_engine::registry::{Held, PersonId, Registry, Who};
use serde::Serialize;

/// The shape of an answer in JSON, in the order of the contract.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
    query: &'a str,
    date: Option<String>,
    people: Vec<PersonAnswer<'a>>,
    office: Option<OfficeAnswer<'a>>,
    title: &'static str,
}

/// A person the words can mean, and why.
#[derive(Serialize)]
struct PersonAnswer<'a> {
    id: &'a str,
    name: &'a str,
    identifiers: Vec<String>,
    offices: Vec<Office<'a>>,
    why: &'a str,
}

/// A term of office of a person.
#[derive(Serialize)]
pub(super) struct Office<'a> {
    id: &'a str,
    /// The office with its state.
    pub(super) label: String,
    /// From when, as precisely as the register knows.
    pub(super) start: Option<String>,
    /// Until when.
    pub(super) end: Option<String>,
    /// Whether it was held on the day.
    pub(super) held: &'static str,
    /// Where this comes from.
    pub(super) source: String,
}

/// The office the words name: holders on the day, the last before, the first after.
#[derive(Serialize)]
struct OfficeAnswer<'a> {
    id: &'a str,
    label: String,
    holders: Vec<&'a str>,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl<'a> Answer<'a> {
    /// What is told of `who`, the answer to `words` on a day.
    pub(super) fn new(
        registry: &'a Registry,
        words: &'a str,
        on: Option<Date>,
        who: &'a Who,
    ) -> Self {
        let slug = |id: PersonId| registry.person(id).id.as_str();
        Answer {
            query: words,
            date: on.map(|on| on.to_string()),
            people: who
                .people
                .iter()
                .map(|found| {
                    let person = registry.person(found.person);
                    PersonAnswer {
                        id: &person.id,
                        name: &person.name,
                        identifiers: person
                            .identifiers
                            .iter()
                            .map(|identifier| format!("{}:{}", identifier.scheme, identifier.value))
                            .collect(),
                        offices: offices(registry, found.person, on),
                        why: &found.why,
                    }
                })
                .collect(),
            office: who.office.as_ref().map(|office| OfficeAnswer {
                id: &registry.post(office.post).id,
                label: terms::post_title(registry, office.post),
                holders: office.on_the_day.iter().map(|id| slug(*id)).collect(),
                before: office.before.map(slug),
                after: office.after.map(slug),
            }),
            title: who.title.map_or("none", Held::name),
        }
    }
}

/// All offices of a person, earliest first, and whether each was held on the day.
pub(super) fn offices(registry: &Registry, person: PersonId, on: Option<Date>) -> Vec<Office<'_>> {
    let tenures = registry.tenures_of(person).into_iter();
    tenures
        .map(|tenure| {
            let source = registry.source(tenure.source);
            Office {
                id: &registry.post(tenure.post).id,
                label: terms::post_title(registry, tenure.post),
                start: tenure.start.map(|date| date.to_string()),
                end: tenure.end.map(|date| date.to_string()),
                held: on.map_or(Held::Unknown, |on| tenure.held(on)).name(),
                source: match source.retrieved {
                    Some(retrieved) => format!("{}, retrieved {retrieved}", source.name),
                    None => source.name.clone(),
                },
            }
        })
        .collect()
}
