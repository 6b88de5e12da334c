//! Registries laid over each other: the built-in one beneath, a project's files above it in their order.

use std::sync::Arc;

use crate::toml::{Located, Problem, nearest};

use super::build::Builder;
use super::file::RegistryFile;
use super::{Origin, Registry, Source, Tenure};

impl Registry {
    /// The registry of a project. What a file says of a known person (same id or identifier) or post (same id) adds to it and
    /// wins. Ids that lead nowhere are problems: the file's place in `files`, and where in it.
    pub fn layered(
        files: &[RegistryFile],
        builtin: Option<&Arc<Registry>>,
    ) -> (Registry, Vec<(usize, Problem)>) {
        let mut builder = builtin.map_or_else(Builder::default, |registry| Builder::upon(registry));
        for (file, entries) in files.iter().enumerate() {
            for Located { value, span } in &entries.people {
                let id = builder.person(value.clone());
                builder.person_written(id, Origin { file, span: *span });
            }
            for Located { value, span } in &entries.posts {
                let id = builder.post(value.clone());
                builder.post_written(id, Origin { file, span: *span });
            }
        }
        let mut problems = Vec::new();
        for (file, entries) in files.iter().enumerate() {
            for Located { value, .. } in &entries.memberships {
                let person = builder.person_called(&value.person.value);
                let post = builder.post_called(&value.post.value);
                if person.is_none() {
                    let ids = builder.person_ids();
                    problems.push((file, dangling("person", &value.person, ids)));
                }
                if post.is_none() {
                    let ids = builder.post_ids();
                    problems.push((file, dangling("post", &value.post, ids)));
                }
                let (Some(person), Some(post)) = (person, post) else {
                    continue;
                };
                let source = builder.source(Source {
                    name: value.source.clone(),
                    retrieved: None,
                });
                builder.retell(Tenure {
                    person,
                    post,
                    start: value.start,
                    end: value.end,
                    acting: value.acting,
                    attested: false,
                    source,
                    known_to: None,
                });
            }
        }
        (builder.build(), problems)
    }
}

fn dangling<'a>(kind: &str, id: &Located<String>, known: impl Iterator<Item = &'a str>) -> Problem {
    let hint = nearest(&id.value, known)
        .map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Problem {
        span: id.span,
        message: format!("no {kind} has the id `{}`{hint}", id.value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::registry::Held;

    const OWN: &str = r#"
[[person]]
id = "ona-prell"
name = "Ona Prell"

[[person]]
id = "lavrov"
name = "Sergei Lavrov"
identifiers = { wikidata = "Q58217" }

[[post]]
id = "zz-foreign-minister"
state = "FR"
label = "Minister of Foreign Affairs"

[[membership]]
person = "ona-prell"
post = "zz-foreign-minister"
start = 2020-01-01
end = 2022-01-01
source = "gazette"

[[membership]]
person = "ona-prel"
post = "zz-foreign-minister"
start = 2023
"#;

    fn project() -> (Registry, Vec<(usize, Problem)>) {
        let (file, problems) = RegistryFile::parse(OWN);
        assert_eq!(problems, []);
        Registry::layered(&[file], Some(&Registry::builtin()))
    }

    #[test]
    fn a_project_adds_people_and_posts_with_their_places() {
        let (registry, _) = project();
        let day = Date::parse("2021-05-05");
        let who = registry.who("French Foreign Minister Ona Prell", day);
        assert_eq!(who.title, Some(Held::Held));
        let origin = registry
            .person_origin(who.people[0].person)
            .expect("the file names her");
        assert!(origin.span.of(OWN).contains("Ona Prell"));
        let holder = registry.who("the foreign minister of France", day);
        assert_eq!(
            holder.people,
            [crate::registry::WhoPerson {
                why: "holder of the office on the day".to_owned(),
                ..who.people[0].clone()
            }]
        );
    }

    #[test]
    fn a_shared_identifier_makes_one_person() {
        let (registry, _) = project();
        let who = registry.who("Sergey Lavrov", None);
        assert_eq!(who.people.len(), 1);
        let person = registry.person(who.people[0].person);
        assert_eq!(person.name, "Sergei Lavrov");
        assert!(
            person
                .aliases
                .iter()
                .any(|alias| alias.text == "Sergey Lavrov")
        );
    }

    #[test]
    fn an_id_that_leads_nowhere_is_told_at_its_place() {
        let (_, problems) = project();
        let told: Vec<_> = problems
            .iter()
            .map(|(file, problem)| (*file, problem.span.of(OWN), problem.message.as_str()))
            .collect();
        assert_eq!(
            told,
            [(
                0,
                "\"ona-prel\"",
                "no person has the id `ona-prel`; did you mean `ona-prell`?"
            )]
        );
    }
}
