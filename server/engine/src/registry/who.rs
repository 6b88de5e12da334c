//! Answers to "who is that on that day?".

use super::{Held, PersonId, PostId};

/// Which person or office some words mean on a day.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Who {
    /// The people the words can mean, best first; for an office alone, its holders on the day.
    pub people: Vec<WhoPerson>,
    /// The office the words name, if they name one.
    pub office: Option<WhoOffice>,
    /// The office words of the question judged against the best person on the day; `None` if there are no office words or no day.
    pub title: Option<Held>,
}

/// A person in an answer, and why.
#[derive(Clone, PartialEq, Debug)]
pub struct WhoPerson {
    /// Who.
    pub person: PersonId,
    /// Why the words mean this person, as a phrase: "full name", "holder of the office on the day".
    pub why: String,
}

/// An office in an answer.
#[derive(Clone, PartialEq, Debug)]
pub struct WhoOffice {
    /// Which.
    pub post: PostId,
    /// Holders on the day, then the last before and the first after.
    pub on_the_day: Vec<PersonId>,
    /// Who held it last before.
    pub before: Option<PersonId>,
    /// Who held it first after.
    pub after: Option<PersonId>,
}
