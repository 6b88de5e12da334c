//! People, posts and dated tenures: who is that, and what was she on that day?
//!
//! Immutable. Follows Popolo (person, organization, post, membership) with dates that keep their grain.
//! Where the register does not reach, the answer is [`Held::Unknown`], never a guess.

pub mod alike;
mod build;
mod builtin;
pub mod file;
mod fold;
mod hash;
mod ids;
mod index;
mod initials;
mod judge;
mod label;
pub mod layer;
mod layers;
mod lexicon;
pub mod loose;
mod mention;
pub mod names;
mod office;
pub mod organization;
mod packed;
pub mod person;
mod phrases;
pub mod post;
mod posts;
pub mod renown;
mod shelf;
mod spelling;
mod states;
mod table;
mod tokens;
pub mod tongue;
pub mod who;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::date::Date;
use crate::text::Span;

use build::Rows;
use hash::TextMap;
use ids::Ids;
use index::{Custom, NameIndex};
use posts::PostIndex;
use shelf::Shelf;

pub use file::RegistryFile;
pub use layer::Layer;
pub use names::{Mention, NameForm, Qualifier};
pub use office::OddTitle;
pub use organization::Organization;
pub use person::{Gender, Identifier, Name, Person, PersonId};
pub use post::{Held, Post, PostId, Source, SourceId, Tenure};
pub use renown::Renown;
pub use spelling::Spelling;
pub use tongue::{Seats, Tongue};
pub use who::{Who, WhoOffice, WhoPerson};

pub use states::{state_adjective, state_called, state_named};

/// Everyone and every office we know. Immutable.
#[derive(Debug, Default)]
pub struct Registry {
    people: Shelf<Person>,
    organizations: Vec<Arc<Organization>>,
    posts: Shelf<Post>,
    /// Earliest start first.
    tenures: Vec<Tenure>,
    sources: Vec<Source>,
    person_origins: TextMap<PersonId, Origin>,
    post_origins: TextMap<PostId, Origin>,
    by_person: Rows,
    by_post: Rows,
    /// Made when the first id is looked for, if the registry was not made by ids.
    ids: OnceLock<Ids>,
    /// Made when the first name is looked for.
    names: OnceLock<NameIndex>,
    /// Made when the first office is looked for.
    offices: OnceLock<PostIndex>,
    /// The registry this one is laid upon, whose people and posts have the same numbers here: they are indexed there already.
    beneath: Option<Arc<Registry>>,
    /// Those of them of whom more was told since.
    changed_people: BTreeSet<PersonId>,
    changed_posts: BTreeSet<PostId>,
    /// Whether this is the built-in registry as it is, whose indexes are made already.
    is_builtin: bool,
}

/// The id an entry gets that has none: its name in small letters, joined by hyphens.
pub fn slug(name: &str) -> String {
    builtin::slug(name)
}

/// Where an entry of a project's registry was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Origin {
    file: u32,
    start: u32,
    end: u32,
}

impl Origin {
    /// The file, by its place among the files the registry was made of.
    pub fn file(self) -> usize {
        self.file as usize
    }

    /// The entry's bytes in that file.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// States where names are written in Arabic letters.
const ARABIC: &[&str] = &[
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS",
    "QA", "SA", "SD", "SO", "SY", "TN", "YE",
];

/// States where the family name stands first in English texts too.
const FAMILY_FIRST: &[&str] = &["CN", "KP", "KR", "SG", "TW", "VN"];

impl Registry {
    /// The registry that is always there, from CC0 registers; loaded once, on first use.
    pub fn builtin() -> Arc<Registry> {
        static BUILTIN: OnceLock<Arc<Registry>> = OnceLock::new();
        BUILTIN.get_or_init(|| Arc::new(builtin::load())).clone()
    }

    /// All people; a person's number is the place here.
    pub fn people(&self) -> impl ExactSizeIterator<Item = &Person> {
        self.people.iter().map(|person| &**person)
    }

    /// All posts; a post's number is the place here.
    pub fn posts(&self) -> impl ExactSizeIterator<Item = &Post> {
        self.posts.iter().map(|post| &**post)
    }

    /// All organizations.
    pub fn organizations(&self) -> &[Arc<Organization>] {
        &self.organizations
    }

    /// The person a file means by `id`, or by an identifier such as `wikidata:Q1`.
    pub fn person_called(&self, id: &str) -> Option<PersonId> {
        self.ids().person_called(id)
    }

    /// The post a file means by `id`.
    pub fn post_called(&self, id: &str) -> Option<PostId> {
        self.ids().post(id)
    }

    /// The organization a file means by `id`.
    pub fn organization_called(&self, id: &str) -> Option<&Organization> {
        let at = self.ids().organization(id)?;
        self.organizations.get(at as usize).map(|one| &**one)
    }

    fn ids(&self) -> &Ids {
        self.ids.get_or_init(|| {
            if self.is_builtin {
                return builtin::ids();
            }
            Ids::of(
                self.people(),
                self.posts().map(|post| &*post.id),
                self.organizations.iter().map(|one| &*one.id),
            )
        })
    }

    /// All spells, earliest start first.
    pub fn tenures(&self) -> &[Tenure] {
        &self.tenures
    }

    /// The person behind a number this registry gave.
    pub fn person(&self, id: PersonId) -> &Person {
        self.people.get(id.0 as usize)
    }

    /// Which pronoun stands for a person, if the registry tells. The built-in one does not, so nobody of it is looked at.
    pub(crate) fn pronoun(&self, id: PersonId) -> Option<Gender> {
        if self.is_builtin {
            return None;
        }
        let beneath = self.beneath.as_deref().filter(|beneath| {
            (id.0 as usize) < beneath.people.len() && !self.changed_people.contains(&id)
        });
        match beneath {
            Some(beneath) => beneath.pronoun(id),
            None => self.person(id).pronoun(),
        }
    }

    /// The post behind a number this registry gave.
    pub fn post(&self, id: PostId) -> &Post {
        self.posts.get(id.0 as usize)
    }

    /// The source behind a number this registry gave.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// The sources in use, each with how many spells come from it; in the order in which they came.
    pub fn coverage(&self) -> Vec<(&Source, usize)> {
        let mut n_spells = vec![0; self.sources.len()];
        for tenure in &self.tenures {
            n_spells[tenure.source.0 as usize] += 1;
        }
        let sources = self.sources.iter().zip(n_spells);
        sources.filter(|(_, n)| *n > 0).collect()
    }

    /// Where a person was written, if in a project's file.
    pub fn person_origin(&self, id: PersonId) -> Option<Origin> {
        self.person_origins.get(&id).copied()
    }

    /// Where a post was written, if in a project's file.
    pub fn post_origin(&self, id: PostId) -> Option<Origin> {
        self.post_origins.get(&id).copied()
    }

    /// All tenures of a person, earliest start first.
    pub fn tenures_of(&self, person: PersonId) -> Vec<&Tenure> {
        let numbers = self.by_person.get(person.0).iter();
        numbers.map(|&n| &self.tenures[n as usize]).collect()
    }

    /// All tenures of a post, earliest start first.
    pub fn tenures_in(&self, post: PostId) -> Vec<&Tenure> {
        let numbers = self.by_post.get(post.0).iter();
        numbers.map(|&n| &self.tenures[n as usize]).collect()
    }

    /// Whether nothing says of which state a post is, so that words like "the Syrian president" never mean it.
    pub fn is_stateless(&self, post: PostId) -> bool {
        self.offices().is_stateless(post)
    }

    /// Those who held `post` on `on` for certain or perhaps (coarse dates; one day of grace at each end).
    pub fn holders(&self, post: PostId, on: Date) -> Vec<&Tenure> {
        self.tenures_in(post)
            .into_iter()
            .filter(|tenure| tenure.held(on) == Held::Held)
            .collect()
    }

    /// A post with its state, for people: "Minister of Defence, Syria"; "President of Russia".
    pub fn post_title(&self, id: PostId) -> String {
        let post = self.post(id);
        let state = post.state.as_deref().and_then(|code| self.state_name(code));
        match state {
            Some(state) if post.label.contains(' ') => format!("{}, {state}", post.label),
            Some(state) => format!("{} of {state}", post.label),
            None => post.label.clone(),
        }
    }

    /// The English name of a state by its ISO 3166 code: `Russia` for `RU`.
    pub fn state_name(&self, code: &str) -> Option<&'static str> {
        lexicon::LEXICON.state_name(code)
    }

    fn names(&self) -> &NameIndex {
        self.names.get_or_init(|| {
            if self.is_builtin {
                return builtin::names();
            }
            let known = self.beneath.as_ref().map_or(0, |one| one.people.len());
            let changed = self.changed_people.iter().map(|person| person.0);
            let people: Vec<(PersonId, &Person)> = changed
                .filter(|n| (*n as usize) < known)
                .chain(known as u32..self.people.len() as u32)
                .map(|n| (PersonId(n), self.person(PersonId(n))))
                .collect();
            let index = NameIndex::of(people.into_iter(), |person| self.custom(person));
            index.upon(self.beneath.clone())
        })
    }

    fn offices(&self) -> &PostIndex {
        self.offices.get_or_init(|| {
            if self.is_builtin {
                return builtin::offices();
            }
            let beneath = self.beneath.as_ref();
            let known = beneath.map_or(0, |one| one.posts.len());
            let changed = self.changed_posts.iter().map(|post| post.0);
            let posts = changed
                .filter(|n| (*n as usize) < known)
                .chain(known as u32..self.posts.len() as u32)
                .map(|n| (PostId(n), self.post(PostId(n))));
            let mut index = beneath.map_or_else(PostIndex::default, |one| one.offices().clone());
            index.learn(posts);
            index
        })
    }

    /// The tables of the built-in registry, made anew from its lists: what the file of tables must hold.
    pub fn builtin_tables() -> Vec<u8> {
        builtin::make()
    }

    /// Whether the family name stands first where the person holds office.
    pub fn is_family_first(&self, person: PersonId) -> bool {
        self.custom(person).family_first
    }

    /// What is usual with names where the person holds office; ambassadors and the like belong to the state that sends them.
    fn custom(&self, person: PersonId) -> Custom {
        let spells = self.by_person.get(person.0).iter();
        spells.fold(Custom::default(), |custom, &n| {
            custom.and(custom_of(self.post(self.tenures[n as usize].post)))
        })
    }
}

/// What is usual with names in the state of a post.
fn custom_of(post: &Post) -> Custom {
    let Some(state) = post.state.as_deref() else {
        return Custom::default();
    };
    Custom {
        arabic: ARABIC.contains(&state),
        family_first: FAMILY_FIRST.contains(&state),
        state: hash::of(state.as_bytes()),
    }
}
