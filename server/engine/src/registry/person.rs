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
