//! Files laid over each other and over the built-in registry.

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
    assert!(origin.span().of(OWN).contains("Ona Prell"));
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

#[test]
fn members_of_an_organization_share_a_post_and_its_state() {
    let text = r#"
source = "the council's page"
retrieved = 2022-05-01

[[person]]
id = "ada"
name = "Ada Vane"

[[organization]]
id = "zz"
state = "ZZ"

[[organization]]
id = "council"
name = "Town Council"
parent = "zz"
seats = 2

[[post]]
id = "clerk"
label = "Clerk"
org = "council"

[[membership]]
person = "ada"
organization = "council"
start = 2020
on-behalf-of = "Blue Party"
"#;
    let (file, _) = RegistryFile::parse(text);
    let (registry, problems) = Registry::layered(&[file], None);
    assert_eq!(problems, []);
    let tenure = &registry.tenures()[0];
    let post = registry.post(tenure.post);
    assert_eq!(
        (&*post.label, post.seats),
        ("Member of Town Council", Some(2))
    );
    let states = registry.posts().map(|post| post.state.as_deref());
    assert!(states.eq([Some("ZZ"), Some("ZZ")]));
    assert_eq!(
        tenure
            .seat
            .as_ref()
            .and_then(|seat| seat.on_behalf_of.as_deref()),
        Some("Blue Party")
    );
    // The copy was made in May 2022: later, nothing is known.
    let held = |day| registry.held(tenure.person, tenure.post, Date::parse(day).expect("a day"));
    assert_eq!(
        (held("2021-01-01"), held("2023-01-01")),
        (Held::Held, Held::Unknown)
    );
    let origin = tenure.origin.expect("it was written");
    assert!(origin.span().of(text).starts_with("[[membership]]"));
}

#[test]
fn ids_that_lead_nowhere_or_round_are_told_and_foreign_ones_are_not() {
    let text = "[[organization]]\nid = \"a\"\nparent = \"b\"\n[[organization]]\nid = \"b\"\nparent = \"a\"\n\
                [[organization]]\nid = \"c\"\nparent = \"bb\"\n\
                [[membership]]\nperson = \"wikidata:Q999999999\"\norganization = \"a\"\n";
    let (file, _) = RegistryFile::parse(text);
    let (_, problems) = Registry::layered(&[file], None);
    let told: Vec<&str> = problems
        .iter()
        .map(|(_, problem)| &*problem.message)
        .collect();
    assert_eq!(
        told,
        [
            "the organization `b` leads back here: no organization can be above itself",
            "the organization `a` leads back here: no organization can be above itself",
            "no organization has the id `bb`; did you mean `b`?",
        ]
    );
}

#[test]
fn a_circle_of_any_length_is_told_in_one_walk() {
    use std::fmt::Write;

    let n = 30_000;
    let mut text = String::new();
    for at in 0..n {
        let above = (at + 1) % n;
        _ = write!(
            text,
            "[[organization]]\nid = \"o{at}\"\nparent = \"o{above}\"\n"
        );
    }
    text.push_str("[[organization]]\nid = \"tail\"\nparent = \"o0\"\n");
    text.push_str(
        "[[organization]]\nid = \"alone\"\nparent = \"top\"\n[[organization]]\nid = \"top\"\n",
    );
    let (file, _) = RegistryFile::parse(&text);
    let (_, problems) = Registry::layered(&[file], None);
    assert_eq!(problems.len(), n);
    assert!(
        problems
            .iter()
            .all(|(_, problem)| problem.message.contains("leads back here"))
    );
}
