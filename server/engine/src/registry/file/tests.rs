//! Registry files read: what is kept, and what is told at which place.

use super::*;

/// What is wrong in a file, as `words at the place | message`.
fn problems(text: &str) -> Vec<String> {
    let (_, problems) = RegistryFile::parse(text);
    let told = problems.into_iter().map(|problem| {
        let words = problem.span.of(text).lines().next().unwrap_or("");
        format!("{words} | {}", problem.message)
    });
    told.collect()
}

const OWN: &str = r#"
source = "gazette"
retrieved = 2024-02-01

[[person]]
id = "ona-prell"
name = "Ona Prell"
aliases = ["O. Prell", { text = "Она Прелл", script = "Cyrl" }]
identifiers = { wikidata = "Q1", viaf = "7" }
particles = ["von"]
gender = "female"
birth = 1960
death = "2030-01"

[[organization]]
id = "zz-court"
state = "zz"

[[post]]
id = "zz-judge"
org = "zz-court"
label = "Judge"
roles = ["justice"]
seats = 3

[[membership]]
person = "ona-prell"
post = "zz-judge"
start = 2020-11-22
end = "2024"
acting = true
source = "gazette 12/2020"

[[membership]]
person = "ona-prell"
organization = "zz-court"
start = 2020-11-22
precision = "month"
"#;

#[test]
fn a_file_is_read_with_dates_as_written() {
    let (file, problems) = RegistryFile::parse(OWN);
    assert_eq!(problems, []);
    let person = &*file.people[0].value;
    assert_eq!(person.aliases.len(), 2);
    assert_eq!(
        (person.birth, person.death),
        (Date::parse("1960"), Date::parse("2030-01"))
    );
    assert_eq!(file.organizations[0].value.state.as_deref(), Some("ZZ"));
    assert_eq!(file.posts[0].value.aliases, ["justice"]);
    let membership = &*file.memberships[0].value;
    assert_eq!(membership.start, Date::parse("2020-11-22"));
    assert_eq!(membership.end, Some(Date::Year(2024)));
    assert!(membership.acting);
    assert_eq!(file.memberships[1].value.start, Date::parse("2020-11"));
    assert_eq!(
        file.retrieved.map(|date| date.value),
        Date::parse("2024-02-01")
    );
}

#[test]
fn every_value_keeps_its_place() {
    let (file, _) = RegistryFile::parse(OWN);
    let person = &file.people[0];
    let of = |key| person.place(key).of(OWN);
    assert_eq!(of(Key::Id), "\"ona-prell\"");
    assert_eq!(
        of(Key::Alias(1)),
        "{ text = \"Она Прелл\", script = \"Cyrl\" }"
    );
    assert_eq!(
        (of(Key::Identifier(0)), of(Key::Identifier(1))),
        ("\"7\"", "\"Q1\"")
    );
    assert_eq!((of(Key::Birth), of(Key::Family)), ("1960", "[[person]]"));
    let at = OWN.find("zz-judge\"\nstart").expect("it is there");
    assert_eq!(
        file.at(at),
        Some((EntryKind::Membership, 0, Some(Key::Post)))
    );
    assert_eq!(file.at(0), None);
}

#[test]
fn an_unknown_key_is_told_with_the_near_one_and_x_keys_are_left_alone() {
    assert_eq!(
        problems("[[person]]\nid = \"a\"\nname = \"A B\"\nalises = []\nx-note = 1\n"),
        ["alises | `alises` is no key of a person; did you mean `aliases`?"]
    );
}

#[test]
fn values_of_the_wrong_kind_are_told_and_the_rest_is_kept() {
    let text = "[[membership]]\nperson = \"a\"\npost = \"b\"\nstart = \"2023-02-30\"\nacting = 1\n\
                [[post]]\nid = \"b\"\nlabel = \"B\"\nseats = 0\nstate = \"Syria\"\naliases = \"c\"\n\
                [[person]]\nid = 3\nname = \"C D\"\nidentifiers = []\n[[membership]]\nperson = \"a\"\n";
    let (file, _) = RegistryFile::parse(text);
    assert_eq!(
        (file.memberships.len(), file.posts.len(), file.people.len()),
        (1, 1, 1)
    );
    assert_eq!(
        problems(text),
        [
            "\"2023-02-30\" | `2023-02-30` is not a date such as 2023-03-15, 2023-03 or 2023",
            "1 | `acting` must be `true` or `false`, not integer",
            "0 | `seats` must be a whole number above 0, not integer",
            "\"Syria\" | `Syria` is no two-letter code of a state such as \"SY\"",
            "\"c\" | `aliases` must be a list, not string",
            "3 | `id` must be a string, not integer",
            "[] | `identifiers` must be a table such as { wikidata = \"Q1\" }, not array",
            "[[membership]] | this membership has neither `post` nor `organization`",
        ]
    );
}

#[test]
fn a_broken_line_costs_only_itself() {
    let (file, problems) = RegistryFile::parse(
        "[[person]]\nid = \"a\"\nname = \"Ada Bell\"\nfamily = \n\n[[person]]\nid = \"b\"\nname = \"Cy Dorn\"\n",
    );
    assert_eq!(file.people.len(), 2);
    assert_eq!(problems.len(), 1);
}

const POPOLO: &str = r#"{
  "meta": {"sources": ["http://council.example"]},
  "persons": [
    {"id": "p1", "name": "Ona Prell", "family_name": "Prell", "birth_date": "1960-00-00", "image": "x.jpg",
     "other_names": [{"name": "Онa Прелл", "lang": "ru", "note": "multilingual"}, {"lang": "et"}],
     "identifiers": [{"scheme": "wikidata", "identifier": "Q1"}],
     "memberships": [{"organization_id": "council", "role": "chair", "start_date": "2020"}]},
    {"id": "p2", "name": 7}
  ],
  "organizations": [{"id": "council", "name": "Town Council", "classification": "legislature", "seats": 31},
                    {"id": "blue", "name": "Blue Party"}],
  "events": [{"id": "term/1", "start_date": "2011-04-04", "end_date": "2015-03-23"}],
  "areas": [{"id": "area/1", "name": "North"}],
  "memberships": [
    {"person_id": "p1", "organization_id": "council", "role": "member", "legislative_period_id": "term/1",
     "on_behalf_of_id": "blue", "area_id": "area/1", "end_date": ""},
    {"person_id": "p1", "organization_id": "council", "legislative_period_id": "term/9"},
    {"person_id": "p1"}
  ]
}"#;

#[test]
fn popolo_is_read_as_it_is() {
    let (file, _) = RegistryFile::parse(POPOLO);
    assert_eq!(file.format, Format::Popolo);
    let person = &*file.people[0].value;
    assert_eq!(
        (&*person.family, person.birth),
        ("Prell", Some(Date::Year(1960)))
    );
    assert_eq!(person.aliases[0].kind.as_deref(), Some("ru"));
    assert_eq!(file.people[0].place(Key::Name).of(POPOLO), "\"Ona Prell\"");
    let [chair, member, _] = &file.memberships[..] else {
        panic!("three memberships: {:?}", file.memberships);
    };
    assert_eq!(chair.value.person, "p1");
    assert_eq!(chair.value.role.as_deref(), Some("chair"));
    // Dates it does not have are those of its legislative period, and are told there.
    assert_eq!(member.value.start, Date::parse("2011-04-04"));
    assert_eq!(member.value.end, Date::parse("2015-03-23"));
    assert_eq!(member.place(Key::End).of(POPOLO), "\"term/1\"");
    assert_eq!(member.value.on_behalf_of.as_deref(), Some("Blue Party"));
    assert_eq!(member.value.area.as_deref(), Some("North"));
}

#[test]
fn what_is_wrong_in_popolo_is_told_at_its_place() {
    assert_eq!(
        problems(POPOLO),
        [
            "{\"lang\": \"et\"} | each of `other_names` must be an object with `name`",
            "7 | `name` must be a string, not a number",
            "\"term/9\" | no event has the id `term/9`, so this membership has no dates",
            "{ | this membership has neither `post_id` nor `organization_id`",
        ]
    );
    assert_eq!(
        problems("{\"persons\": [1, {}], \"events\": {}}"),
        [
            "1 | each person must be an object, not a number",
            "{ | this person has no `name`",
            "{} | `events` must be a list, not an object",
        ]
    );
    assert_eq!(problems("{\"persons\": [\n").len(), 1);
    assert_eq!(problems("{\"a\": 1}").len(), 1);
}

#[test]
fn nesting_of_any_depth_is_a_problem_and_no_more() {
    let deep =
        |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    assert_eq!(
        problems(&format!("{{\"persons\": {}}}", deep("[", "]"))).len(),
        1
    );
    assert!(!problems(&format!("x = {}", deep("[", "]"))).is_empty());
    assert!(!problems(&format!("[[person]]\nname = {}", deep("{a=", "}"))).is_empty());
}
