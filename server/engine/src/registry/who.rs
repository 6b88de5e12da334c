//! Answers to "who is that on that day?".

use crate::date::Date;

use super::index::{self, Part};
use super::lexicon::Class;
use super::office::{self, Office, Vocabulary};
use super::posts;
use super::tokens::Tokens;
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
    /// Holders on the day, then the last before and the first after.
    pub on_the_day: Vec<PersonId>,
    /// Who held it last before.
    pub before: Option<PersonId>,
    /// Who held it first after.
    pub after: Option<PersonId>,
}

/// Where the words of a label part: the office words and the name.
struct Parts {
    /// First and last word of the name, and whose it can be.
    name: Option<(usize, usize, Vec<PersonId>, &'static str)>,
    /// The offices named, each read on its own.
    offices: Vec<Office>,
}

impl Registry {
    /// Which person or office `words` mean on that day; see [`Who`].
    pub fn who(&self, words: &str, on: Option<Date>) -> Who {
        let parts = self.parts(words);
        let Some((_, _, people, why)) = parts.name else {
            return self.who_holds(&parts.offices, on);
        };
        let family_alone = why == "family name";
        let mut ranked: Vec<(Rank, PersonId)> = people
            .iter()
            .map(|&person| (self.rank(person, &parts.offices, on), person))
            .filter(|(rank, _)| !family_alone || rank.fits || parts.offices.is_empty())
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

    /// The one post the offices name, with its holders around the day.
    fn who_office(&self, offices: &[Office], on: Option<Date>) -> Option<WhoOffice> {
        let on = on?;
        let post = offices.iter().find_map(|office| {
            let posts = self.offices().of_state(office, office.state?);
            self.post_on(&posts, on)
        })?;
        Some(self.around(post, on))
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

    /// Takes a label apart.
    fn parts(&self, words: &str) -> Parts {
        let tokens = Tokens::of(words);
        let mut name = None;
        let mut office_words = words.to_owned();
        let hits = self.names_in(&tokens);
        let full = hits.iter().rev().find(|hit| hit.part != Part::Family);
        if let Some(hit) = full.or(hits.last()) {
            let mut from = hit.from;
            let mut people = hit.people.clone();
            let mut why = "full name";
            if hit.part == Part::Family {
                why = "family name";
                let given = from.checked_sub(1).filter(|&at| {
                    tokens.adjacent(at)
                        && tokens.list[at].capital
                        && super::lexicon::LEXICON.longest(&tokens, at).is_none()
                        && !index::is_particle(&tokens, at)
                });
                if let Some(at) = given {
                    people.retain(|&person| self.given_is_near(tokens.folded(at), person));
                    why = "nearly the known spelling";
                    from = at;
                }
            }
            // A name ends a label, or is followed by its office after a comma.
            let ends = hit.to + 1 == tokens.len()
                || tokens.gap(hit.to).trim_start().starts_with([',', '(']);
            if ends {
                let rest = words[tokens.list[hit.to].after..].to_owned();
                office_words.truncate(tokens.list[from].start);
                office_words.push_str(&rest);
                name = Some((from, hit.to, people, why));
            }
        }
        let read = Tokens::of(&office_words);
        let items = office::items(&read);
        let mut offices = office::offices(&read, &items, Vocabulary::Any);
        if offices.is_empty() && read.len() > 0 && name.is_some() {
            let only_address = items.iter().all(|item| {
                matches!(
                    item.class,
                    Some(Class::Honorific | Class::The | Class::State(_))
                )
            });
            if !only_address {
                offices.push(posts::read(&read));
            }
        }
        Parts { name, offices }
    }

    fn rank(&self, person: PersonId, offices: &[Office], on: Option<Date>) -> Rank {
        let title = on.map(|on| self.judge_all(offices, person, on));
        Rank {
            held: title == Some(Held::Held),
            fits: offices
                .iter()
                .any(|office| self.suits(office, person).is_some()),
            active: on.is_some_and(|on| self.active(person, on)),
            n_offices: self.tenures_of(person).len(),
        }
    }

    /// Several offices in one title: held if one of them was, else not held if one certainly was not.
    fn judge_all(&self, offices: &[Office], person: PersonId, on: Date) -> Held {
        let mut worst = Held::Unknown;
        for office in offices {
            match self.judge_office(office, person, on) {
                Held::Held => return Held::Held,
                Held::NotHeld => worst = Held::NotHeld,
                Held::Unknown => {}
            }
        }
        worst
    }
}

/// Why one person is a better answer than another, strongest reason first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Rank {
    held: bool,
    fits: bool,
    active: bool,
    n_offices: usize,
}
