//! A project's own registry file: people, organizations, posts and memberships in TOML (`language.md` 6.1).
//!
//! Whatever can be read is kept; what cannot is a problem at its place. Nothing here knows other files: whether an id leads
//! anywhere is seen when the files are laid over each other.

mod reader;
mod values;

use crate::date::Date;
use crate::text::Span;
use crate::toml::{Located, Problem};

use super::{Person, Post};
use reader::Reader;

/// What one registry file says.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RegistryFile {
    /// People, each with the bytes of its entry.
    pub people: Vec<Located<Person>>,
    /// Posts. A post of an organization of the same file has that organization's state if it names none.
    pub posts: Vec<Located<Post>>,
    /// Who held what.
    pub memberships: Vec<Located<Membership>>,
}

/// A spell as a file tells it, by ids that may lead nowhere.
#[derive(Clone, PartialEq, Debug)]
pub struct Membership {
    /// Id of the person.
    pub person: Located<String>,
    /// Id of the post.
    pub post: Located<String>,
    /// From when.
    pub start: Option<Date>,
    /// Until when.
    pub end: Option<Date>,
    /// Whether it was held for the time being.
    pub acting: bool,
    /// Where this comes from, in the file's words; empty if it does not say.
    pub source: String,
}

impl RegistryFile {
    /// Reads a file, and tells what is wrong in it, in the order of the places.
    pub fn parse(text: &str) -> (RegistryFile, Vec<Problem>) {
        let mut reader = Reader::default();
        reader.read(text);
        let Reader {
            mut file,
            organizations,
            mut problems,
        } = reader;
        for post in &mut file.posts {
            let org = organizations
                .iter()
                .find(|org| Some(&org.id) == post.value.org.as_ref());
            if let (None, Some(org)) = (&post.value.state, org) {
                post.value.state.clone_from(&org.state);
            }
        }
        for membership in &file.memberships {
            let Membership { start, end, .. } = membership.value;
            if let (Some(start), Some(end)) = (start, end)
                && end.last() < start.first()
            {
                problems.push(Problem {
                    span: membership.span,
                    message: format!("this membership ends ({end}) before it starts ({start})"),
                });
            }
        }
        doubles(
            &mut problems,
            "person",
            file.people
                .iter()
                .map(|person| (&person.value.id, person.span)),
        );
        doubles(
            &mut problems,
            "post",
            file.posts.iter().map(|post| (&post.value.id, post.span)),
        );
        problems.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        (file, problems)
    }
}

/// Tells ids that stand twice.
fn doubles<'a>(
    problems: &mut Vec<Problem>,
    kind: &str,
    entries: impl Iterator<Item = (&'a String, Span)>,
) {
    let mut seen = std::collections::HashSet::new();
    for (id, span) in entries {
        if !id.is_empty() && !seen.insert(id) {
            problems.push(Problem {
                span,
                message: format!("another {kind} of this file has the id `{id}` too"),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        let (_, problems) = RegistryFile::parse(text);
        problems
            .into_iter()
            .map(|problem| {
                format!(
                    "{} | {}",
                    problem.span.of(text).lines().next().unwrap_or(""),
                    problem.message
                )
            })
            .collect()
    }

    #[test]
    fn a_file_is_read_with_dates_as_written() {
        let (file, problems) = RegistryFile::parse(
            r#"
[[person]]
id = "ona-prell"
name = "Ona Prell"
aliases = ["O. Prell", { text = "Она Прелл", script = "Cyrl" }]
identifiers = { wikidata = "Q1" }

[[organization]]
id = "zz-court"
state = "ZZ"

[[post]]
id = "zz-judge"
org = "zz-court"
label = "Judge"
seats = 3

[[membership]]
person = "ona-prell"
post = "zz-judge"
start = 2020-11-22
end = "2024"
acting = true
source = "gazette 12/2020"
"#,
        );
        assert_eq!(problems, []);
        assert_eq!(file.people[0].value.aliases.len(), 2);
        assert_eq!(file.posts[0].value.state.as_deref(), Some("ZZ"));
        let membership = &file.memberships[0].value;
        assert_eq!(membership.start, Date::parse("2020-11-22"));
        assert_eq!(membership.end, Some(Date::Year(2024)));
        assert!(membership.acting);
    }

    #[test]
    fn an_unknown_key_is_told_with_the_near_one_and_x_keys_are_left_alone() {
        assert_eq!(
            problems("[[person]]\nid = \"a\"\nname = \"A B\"\nalises = []\nx-note = 1\n"),
            ["alises | `alises` is no key of a person; did you mean `aliases`?"]
        );
    }

    #[test]
    fn impossible_and_reversed_dates_are_told_and_the_rest_is_kept() {
        let text = "[[membership]]\nperson = \"a\"\npost = \"b\"\nstart = \"2023-02-30\"\n\
                    [[membership]]\nperson = \"a\"\npost = \"b\"\nstart = \"2023\"\nend = \"2021-05\"\n";
        let (file, _) = RegistryFile::parse(text);
        assert_eq!(file.memberships.len(), 2);
        assert_eq!(
            problems(text),
            [
                "\"2023-02-30\" | `2023-02-30` is not a date such as 2023-03-15, 2023-03 or 2023",
                "[[membership]] | this membership ends (2021-05) before it starts (2023)"
            ]
        );
    }

    #[test]
    fn a_broken_line_costs_only_itself() {
        let (file, problems) = RegistryFile::parse(
            "[[person]]\nid = \"a\"\nname = \"Ada Bell\"\nfamily = \n\n[[person]]\nid = \"a\"\nname = \"Cy Dorn\"\n",
        );
        assert_eq!(file.people.len(), 2);
        assert!(
            problems
                .iter()
                .any(|problem| problem.message.contains("id `a`"))
        );
        assert!(problems.len() >= 2);
    }
}
