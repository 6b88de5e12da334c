//! Answers to "who is that on that day?".

mod parts;
mod title;

use crate::date::Date;

use super::office::Office;
use super::posts::{Fit, NOWHERE};
use super::{Held, PersonId, PostId, Registry, Tenure};

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
    /// Its holders on the day; nobody without a day.
    pub on_the_day: Vec<PersonId>,
    /// Who held it last before.
    pub before: Option<PersonId>,
    /// Who held it first after.
    pub after: Option<PersonId>,
}

impl Registry {
    /// Which person or office `words` mean on that day; see [`Who`].
    pub fn who(&self, words: &str, on: Option<Date>) -> Who {
        let parts = self.parts(words);
        let Some((people, why)) = parts.name else {
            let mut who = self.who_holds(&parts.offices, on);
            if parts.is_unknown {
                // "Foreign Minister Zyqvist": not whoever else holds that office.
                who.people.clear();
            }
            return who;
        };
        let family_alone = why == parts::FAMILY || why == parts::INITIALS;
        let mut ranked: Vec<(Rank, PersonId)> = people
            .iter()
            .map(|&person| (self.rank(person, &parts.offices, on), person))
            .filter(|(rank, _)| !family_alone || rank.fit.is_some() || parts.offices.is_empty())
            .collect();
        ranked.sort_by_key(|(rank, person)| (std::cmp::Reverse(*rank), *person));
        if family_alone && parts.offices.is_empty() && ranked.len() > 1 {
            // Of several bearers of a family name, those in office on the day.
            let active = ranked.iter().filter(|(rank, _)| rank.active).count();
            if active > 0 {
                ranked.truncate(active);
            }
        }
        let title = match (ranked.first(), on) {
            (Some((_, person)), Some(on)) if !parts.offices.is_empty() => {
                Some(self.judge_all(&parts.offices, *person, on))
            }
            _ => None,
        };
        Who {
            people: ranked
                .iter()
                .map(|(_, person)| WhoPerson {
                    person: *person,
                    why: why.to_owned(),
                })
                .collect(),
            office: self.who_office(&parts.offices, on),
            title,
        }
    }

    /// The holders of an office that stands without a name.
    fn who_holds(&self, offices: &[Office], on: Option<Date>) -> Who {
        let office = self.who_office(offices, on);
        let people = office.iter().flat_map(|office| &office.on_the_day);
        Who {
            people: people
                .map(|&person| WhoPerson {
                    person,
                    why: "holder of the office on the day".to_owned(),
                })
                .collect(),
            office,
            title: None,
        }
    }

    /// The one post the offices name, with its holders around the day; words that name no state can only mean a post of none.
    fn who_office(&self, offices: &[Office], on: Option<Date>) -> Option<WhoOffice> {
        let post = offices.iter().find_map(|office| {
            let state = office.state.unwrap_or(NOWHERE);
            let posts = self.offices().of_state(office, state);
            match on {
                Some(on) => self.post_on(&posts, on),
                None => posts.first().copied(),
            }
        })?;
        Some(match on {
            Some(on) => self.around(post, on),
            None => WhoOffice {
                post,
                on_the_day: Vec::new(),
                before: None,
                after: None,
            },
        })
    }

    /// Which of the posts some words can mean, best first, they mean on that day: ministries are cut anew from time to
    /// time, so it is the first one somebody held then; the first of all if nobody is known to.
    pub fn post_on(&self, posts: &[PostId], on: Date) -> Option<PostId> {
        let held = |post: &&PostId| {
            let mut spells = self.by_post.get(post.0).iter();
            spells.any(|&n| self.tenures[n as usize].held(on) == Held::Held)
        };
        posts.iter().find(held).or(posts.first()).copied()
    }

    /// Who held `post` on `on`, before and after.
    pub fn around(&self, post: PostId, on: Date) -> WhoOffice {
        let spells = self.tenures_in(post);
        let mut on_the_day: Vec<PersonId> = Vec::new();
        for spell in &spells {
            if spell.held(on) == Held::Held && !on_the_day.contains(&spell.person) {
                on_the_day.push(spell.person);
            }
        }
        let others = |spell: &&&Tenure| !on_the_day.contains(&spell.person);
        let before = spells
            .iter()
            .filter(|spell| spell.end.is_some_and(|end| end.first() <= on.last()))
            .filter(others)
            .max_by_key(|spell| spell.end.map(Date::last))
            .map(|spell| spell.person);
        let after = spells
            .iter()
            .filter(|spell| {
                !spell.attested && spell.start.is_some_and(|start| start.last() >= on.first())
            })
            .find(others)
            .map(|spell| spell.person);
        WhoOffice {
            post,
            on_the_day,
            before,
            after,
        }
    }

    fn rank(&self, person: PersonId, offices: &[Office], on: Option<Date>) -> Rank {
        let title = on.map(|on| self.judge_all(offices, person, on));
        Rank {
            held: title == Some(Held::Held),
            fit: offices
                .iter()
                .filter_map(|office| self.suits(office, person))
                .max(),
            active: on.is_some_and(|on| self.active(person, on)),
            n_offices: self.tenures_of(person).len(),
        }
    }
}

/// Why one person is a better answer than another, strongest reason first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Rank {
    held: bool,
    fit: Option<Fit>,
    active: bool,
    n_offices: usize,
}
