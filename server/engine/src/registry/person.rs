//! People and their names.

/// A person's place in the registry that gave it; meaningless in another one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PersonId(pub u32);

/// A person.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Person {
    /// The slug by which files refer to the person: `vladimir-putin`.
    pub id: String,
    /// The preferred name: `Vladimir Putin`.
    pub name: String,
    /// The family name, as part of the preferred name; empty if it is not known which part that is.
    pub family: String,
    /// The given name or names; may be empty.
    pub given: String,
    /// Other names.
    pub aliases: Vec<Name>,
    /// Identifiers elsewhere, in order of scheme.
    pub identifiers: Vec<Identifier>,
}

/// Another name of a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// The name as written.
    pub text: String,
    /// ISO 15924 code of its script, if declared.
    pub script: Option<String>,
    /// What kind of name it is, if declared: a language tag, `nickname`, `birth`.
    pub kind: Option<String>,
}

/// An identifier of a person elsewhere.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Identifier {
    /// `wikidata`, `bioguide`, …
    pub scheme: String,
    /// `Q7747`.
    pub value: String,
}

impl Identifier {
    /// Scheme and value in one: `wikidata:Q7747`.
    pub fn text(&self) -> String {
        format!("{}:{}", self.scheme, self.value)
    }
}

impl Person {
    /// Adds what another entry for the same person says. Its name becomes the preferred one, the name before an alias.
    pub(super) fn learn(&mut self, other: Person) {
        if !other.name.is_empty() && other.name != self.name {
            let before = std::mem::replace(&mut self.name, other.name);
            self.family.clear();
            self.given.clear();
            self.add_alias(Name {
                text: before,
                script: None,
                kind: None,
            });
        }
        if !other.family.is_empty() {
            self.family = other.family;
        }
        if !other.given.is_empty() {
            self.given = other.given;
        }
        for alias in other.aliases {
            self.add_alias(alias);
        }
        for identifier in other.identifiers {
            if !self.identifiers.contains(&identifier) {
                self.identifiers.push(identifier);
            }
        }
        self.identifiers.sort();
    }

    fn add_alias(&mut self, alias: Name) {
        if alias.text != self.name && !self.aliases.iter().any(|known| known.text == alias.text) {
            self.aliases.push(alias);
        }
    }
}
