//! Whether somebody held the office that words name, on a day: in three values, never a guess.

use crate::date::Date;

use super::office::Office;
use super::posts::Fit;
use super::{Held, PersonId, PostId, Registry, Tenure};

impl Registry {
    /// The spells of `person` in posts that `office` can mean, best fit first, then latest first.
    pub(super) fn spells(&self, office: &Office, person: PersonId) -> Vec<(Fit, &Tenure)> {
        if office.open {
            return Vec::new();
        }
        let mut spells: Vec<(Fit, &Tenure)> = self
            .tenures_of(person)
            .into_iter()
            .filter_map(|tenure| {
                let state = self.post(tenure.post).state.as_deref();
                let fit = self.offices().fit(office, tenure.post, state)?;
                Some((fit, tenure))
            })
            .collect();
        spells.reverse();
        spells.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        spells
    }

    /// How well `office` suits `person` at any time: the best fit among the posts the person is known to have held.
    pub(super) fn suits(&self, office: &Office, person: PersonId) -> Option<Fit> {
        self.spells(office, person).first().map(|(fit, _)| *fit)
    }

    /// The posts of `person` that `office` can mean, best first.
    pub(super) fn posts_of(&self, office: &Office, person: PersonId) -> Vec<PostId> {
        let spells = self.spells(office, person);
        let best = spells.first().map(|(fit, _)| *fit);
        let mut posts = Vec::new();
        for (fit, tenure) in spells {
            if Some(fit) == best && !posts.contains(&tenure.post) {
                posts.push(tenure.post);
            }
        }
        posts
    }

    /// Whether `person` held on `on` what `office` names.
    pub(super) fn judge_office(&self, office: &Office, person: PersonId, on: Date) -> Held {
        let spells = self.spells(office, person);
        if spells
            .iter()
            .any(|(_, tenure)| tenure.held(on) == Held::Held)
        {
            return Held::Held;
        }
        let posts: Vec<PostId> = match office.state {
            Some(state) => self.offices().of_state(office, state),
            None => Vec::new(),
        };
        // The words fit a post well, and the register knows the person had left it, or whose it was.
        let mut own = spells
            .iter()
            .filter(|(fit, _)| *fit >= Fit::Mostly)
            .peekable();
        let left = own.peek().is_some()
            && own.all(|(_, tenure)| self.certainly_not(person, tenure.post, on));
        let taken = !posts.is_empty()
            && posts
                .iter()
                .all(|&post| self.has_history(post) && self.held_by_other(post, person, on));
        if left || taken {
            Held::NotHeld
        } else {
            Held::Unknown
        }
    }

    /// Whether the register shows that `person`, who is known to have held `post`, did not hold it on `on`: all spells had
    /// ended, or it was somebody else's that day. A day before the first spell or between two proves nothing alone, because
    /// registers leave spells out.
    fn certainly_not(&self, person: PersonId, post: PostId, on: Date) -> bool {
        let spells = self.tenures_of(person);
        let mut own = spells.iter().filter(|tenure| tenure.post == post);
        let none = own.clone().all(|tenure| tenure.held(on) == Held::NotHeld);
        let over = own.all(|tenure| tenure.end.is_some_and(|end| end.last() < on.first()));
        none && (over || self.held_by_other(post, person, on))
    }

    /// Whether a post of one seat was certainly somebody else's on `on`.
    fn held_by_other(&self, post: PostId, person: PersonId, on: Date) -> bool {
        let many = self.post(post).seats.is_some_and(|seats| seats > 1) || self.looks_shared(post);
        !many
            && self
                .tenures_in(post)
                .iter()
                .any(|tenure| tenure.person != person && !tenure.attested && covers(tenure, on))
    }

    /// Whether the register knows several spells of the post. One alone shows where its record of a young post begins, and
    /// that day is often wrong: too little to say that another person never held it.
    fn has_history(&self, post: PostId) -> bool {
        self.by_post.get(post.0).len() > 1
    }

    /// Whether the register shows several people in the post for long at the same time, so that it has several seats.
    fn looks_shared(&self, post: PostId) -> bool {
        if self.post(post).seats == Some(1) {
            return false;
        }
        let spells = self.tenures_in(post);
        spells.iter().enumerate().any(|(n, one)| {
            spells[..n].iter().any(|other| {
                let (Some(start), Some(other_start)) = (one.start, other.start) else {
                    return true;
                };
                let end = other.end.map_or(start.last(), Date::first);
                other.person != one.person
                    && (other.end.is_none()
                        && one.end.is_none()
                        && one.source == other.source
                        && other_start.last() < start.first()
                        || (end - start.last()).get_days() > 90)
            })
        })
    }

    /// Whether `person` held `post` on `on`, over all spells of the post.
    pub fn held(&self, person: PersonId, post: PostId, on: Date) -> Held {
        let spells = self.tenures_of(person);
        let mut answers = spells
            .iter()
            .filter(|tenure| tenure.post == post)
            .map(|tenure| tenure.held(on));
        if answers.any(|answer| answer == Held::Held) {
            Held::Held
        } else if self.certainly_not(person, post, on) {
            Held::NotHeld
        } else {
            Held::Unknown
        }
    }

    /// Whether the person held any office on `on`, for certain or as far as the register reaches.
    pub fn active(&self, person: PersonId, on: Date) -> bool {
        self.tenures_of(person).iter().any(|tenure| {
            match tenure.held(on) {
                Held::Held => true,
                // Still in office when the register was copied.
                Held::Unknown => !tenure.attested && tenure.end.is_none(),
                Held::NotHeld => false,
            }
        })
    }
}

/// Whether a spell holds on all days that `on` and its own coarse dates can mean.
fn covers(tenure: &Tenure, on: Date) -> bool {
    tenure.held(on) == Held::Held
        && tenure.start.is_some_and(|start| start.last() <= on.first())
        && tenure.end.is_none_or(|end| on.last() <= end.first())
}
