//! People and their names.

use smol_str::SmolStr;

use crate::date::Date;

/// A person's place in the registry that gave it; meaningless in another one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PersonId(pub u32);

/// A person.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Person {
    /// The slug by which files refer to the person: `vladimir-putin`.
    pub id: SmolStr,
    /// The preferred name: `Vladimir Putin`.
    pub name: SmolStr,
    /// The family name, as part of the preferred name; empty if it is not known which part that is.
    pub family: SmolStr,
    /// The given name or names; may be empty.
    pub given: SmolStr,
    /// Words before the family name that writers set or leave out: `al`, `von`.
    pub particles: Vec<String>,
    /// ISO 15924 codes of the scripts the name is natively written in: `Cyrl`.
    pub scripts: Vec<String>,
    /// Other names.
    pub aliases: Vec<Name>,
    /// Identifiers elsewhere, in order of scheme.
    pub identifiers: Vec<Identifier>,
    /// In the source's own word: `female`.
    pub gender: Option<String>,
    /// When the person was born.
    pub birth: Option<Date>,
    /// When the person died.
    pub death: Option<Date>,
    /// Where this comes from, if an entry says.
    pub source: Option<String>,
}

/// Which pronoun stands for a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Gender {
    /// "she".
    She,
    /// "he".
    He,
}

impl Gender {
    /// The gender a registry's word tells; `None` for words that tell neither.
    fn told(word: &str) -> Option<Gender> {
        match word.to_lowercase().as_str() {
            "f" | "female" | "feminine" | "q6581072" | "w" | "woman" => Some(Gender::She),
            "m" | "male" | "man" | "masculine" | "q6581097" => Some(Gender::He),
            _ => None,
        }
    }
}

/// Another name of a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// The name as written.
    pub text: SmolStr,
    /// ISO 15924 code of its script, if declared.
    pub script: Option<String>,
    /// What kind of name it is, if declared: a language tag, `nickname`, `birth`.
    pub kind: Option<String>,
}

/// An identifier of a person elsewhere.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Identifier {
    /// `wikidata`, `bioguide`, …
    pub scheme: SmolStr,
    /// `Q7747`.
    pub value: SmolStr,
}

impl Name {
    /// A name of which nothing else is known.
    pub fn plain(text: impl Into<SmolStr>) -> Name {
        Name {
            text: text.into(),
            script: None,
            kind: None,
        }
    }
}

impl Identifier {
    /// Scheme and value in one: `wikidata:Q7747`.
    pub fn text(&self) -> String {
        format!("{}:{}", self.scheme, self.value)
    }
}

impl Person {
    /// Which pronoun stands for the person, if the registry tells.
    pub fn pronoun(&self) -> Option<Gender> {
        Gender::told(self.gender.as_deref()?)
    }

    /// Every declared name, the preferred one first.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        let aliases = self.aliases.iter().map(|alias| alias.text.as_str());
        std::iter::once(self.name.as_str()).chain(aliases)
    }

    /// Adds what another entry for the same person says. Its name becomes the preferred one, the name before an alias.
    pub(super) fn learn(&mut self, other: Person) {
        if !other.name.is_empty() && other.name != self.name {
            let before = std::mem::replace(&mut self.name, other.name);
            self.family = SmolStr::default();
            self.given = SmolStr::default();
            self.add_alias(Name::plain(before));
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
        for (own, others) in [
            (&mut self.particles, other.particles),
            (&mut self.scripts, other.scripts),
        ] {
            for other in others {
                if !own.contains(&other) {
                    own.push(other);
                }
            }
        }
        self.gender = other.gender.or(self.gender.take());
        self.birth = other.birth.or(self.birth);
        self.death = other.death.or(self.death);
        self.source = other.source.or(self.source.take());
        for identifier in other.identifiers {
            if !self.identifiers.contains(&identifier) {
                self.identifiers.push(identifier);
            }
        }
        self.identifiers.sort();
    }

    /// Adds another name; of one known already it takes what is said of it beyond its words.
    fn add_alias(&mut self, alias: Name) {
        if alias.text == self.name {
            return;
        }
        let mut known = self.aliases.iter_mut();
        match known.find(|known| known.text == alias.text) {
            Some(known) => {
                known.script = alias.script.or(known.script.take());
                known.kind = alias.kind.or(known.kind.take());
            }
            None => self.aliases.push(alias),
        }
    }
}
