//! How widely somebody is known by the family name alone: heads of state and government before ministers, ministers before the
//! people around them. Which kinds of office make which rank is data (`words/roles.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::ToSpan;

use crate::date::Date;

use super::lexicon::{ROLES, kind, lines};
use super::{Held, PersonId, PostId, Registry, Tenure};

/// How widely a person is known; the higher, the wider.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Renown {
    /// No office of the time, as far as the register knows.
    None,
    /// An ambassador, an adviser, a first lady.
    Minor,
    /// Any other office.
    Middle,
    /// A member of a cabinet.
    Minister,
    /// A head of state or government.
    Head,
}

/// For so many years after an office people are still known by it.
const REMEMBERED: i64 = 20;

/// The ranks a kind of office can have: as the head of all, as one of a cabinet, beside them.
static RENOWN: LazyLock<HashMap<u64, [Option<Renown>; 3]>> = LazyLock::new(|| {
    let mut ranks: HashMap<u64, [Option<Renown>; 3]> = HashMap::new();
    for line in lines(ROLES) {
        let Some((rank, kinds)) = line
            .strip_prefix("rank\t")
            .and_then(|rest| rest.split_once('\t'))
        else {
            continue;
        };
        let (at, rank) = match rank {
            "head" => (0, Renown::Head),
            "minister" => (1, Renown::Minister),
            _ => (2, Renown::Minor),
        };
        for name in kinds.split('|') {
            ranks.entry(kind(name)).or_default()[at] = Some(rank);
        }
    }
    ranks
});

impl Registry {
    /// How widely a person is known on a day, by the offices of then and of the years before; without a day, by all offices.
    pub fn renown(&self, person: PersonId, on: Option<Date>) -> Renown {
        let spells = self.tenures_of(person);
        let of_the_time = spells.iter().filter(|spell| is_remembered(spell, on));
        let ranks = of_the_time.map(|spell| self.renown_of(spell.post));
        ranks.max().unwrap_or(Renown::None)
    }

    /// Whether the person heads a state or government on the day.
    pub fn is_head(&self, person: PersonId, on: Date) -> bool {
        let spells = self.tenures_of(person);
        let mut held = spells.iter().filter(|spell| spell.held(on) == Held::Held);
        held.any(|spell| self.renown_of(spell.post) == Renown::Head)
    }

    fn renown_of(&self, post: PostId) -> Renown {
        let Some(office) = self.offices().plain(post) else {
            return Renown::Middle;
        };
        if office.is_deputy {
            return Renown::Middle;
        }
        let [head, minister, minor] = RENOWN.get(&office.head).copied().unwrap_or_default();
        let is_of_a_state = self.post(post).state.is_some() && !office.has_subject;
        head.filter(|_| is_of_a_state)
            .or(minister)
            .or(minor)
            .unwrap_or(Renown::Middle)
    }
}

fn is_remembered(spell: &Tenure, on: Option<Date>) -> bool {
    let Some(on) = on else { return true };
    let day = on.first();
    let from = day.checked_sub(REMEMBERED.years()).unwrap_or(day);
    spell.start.is_none_or(|start| start.first() <= on.last())
        && spell.end.is_none_or(|end| end.last() >= from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_and_years_make_a_rank() {
        let registry = Registry::builtin();
        for (name, day, rank) in [
            ("Vladimir Putin", "2016-03-14", Renown::Head),
            ("Sergey Lavrov", "2016-03-14", Renown::Minister),
            ("Tony Blair", "2010-01-01", Renown::Head),
            ("Tony Blair", "2060-01-01", Renown::None),
            ("Asma al-Assad", "2016-01-01", Renown::Minor),
        ] {
            let who = registry.who(name, None).people[0].person;
            assert_eq!(registry.renown(who, Date::parse(day)), rank, "{name}");
        }
    }
}
