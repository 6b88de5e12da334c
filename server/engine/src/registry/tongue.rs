//! Offices that stand alone in other languages than English, and whose they are: `LE PRÉSIDENT`, `BUNDESKANZLERIN`, `ПРЕЗИДЕНТ`.
//!
//! Which words are offices, and what in a head says of which state, is data (`words/roles.tsv`, `words/states.tsv`).

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::lexicon::{LEXICON, STATES, code, lines};
use super::office::Office;
use super::phrases::Phrases;
use super::tokens::Tokens;
use super::{PostId, Registry};

/// An office by its name in a language in which more than one state may speak.
#[derive(PartialEq, Eq, Debug)]
pub struct Tongue {
    /// The codes of the states that have such an office and speak so.
    pub states: Vec<&'static str>,
    /// What kind of office it is.
    pub(super) head: u64,
    /// Its subject; 0 for none.
    pub(super) topic: u64,
}

impl Tongue {
    /// The office that the words of a label name in another language than English, and nothing beside it.
    pub fn of(label: &str) -> Option<&'static Tongue> {
        LEXICON.alone(label)
    }
}

impl Registry {
    /// The posts of a state that such an office can mean.
    pub fn posts_in_tongue(&self, tongue: &Tongue, state: &str) -> Vec<PostId> {
        let office = Office {
            head: tongue.head,
            topics: Some(tongue.topic)
                .filter(|&topic| topic != 0)
                .into_iter()
                .collect(),
            ..Office::default()
        };
        self.offices().of_state(&office, code(state))
    }
}

/// What in the head of a page says whose page it is.
#[derive(Clone, Copy)]
struct Place {
    state: &'static str,
    /// Whether it is a house that publishes what its own holder says, else a capital.
    is_house: bool,
}

static PLACES: LazyLock<Phrases<Place>> = LazyLock::new(|| {
    let mut places = Vec::new();
    for line in lines(STATES) {
        let columns: Vec<&str> = line.split('\t').collect();
        for (at, is_house) in [(3, false), (4, true)] {
            let words = columns
                .get(at)
                .into_iter()
                .flat_map(|words| words.split('|'));
            let state = columns[0];
            places.extend(words.map(|words| (words, Place { state, is_house })));
        }
    }
    Phrases::of(places)
});

/// Whose page it is, by the houses and the capitals that its head names.
#[derive(Default, Debug)]
pub struct Seats {
    houses: BTreeSet<&'static str>,
    capitals: BTreeSet<&'static str>,
}

impl Seats {
    /// Looks through the head of a page.
    pub fn of(head: &str) -> Seats {
        let mut seats = Seats::default();
        for place in PLACES.all_in(&Tokens::of(head)) {
            if place.is_house {
                seats.houses.insert(place.state);
            } else {
                seats.capitals.insert(place.state);
            }
        }
        seats
    }

    /// The state of the page: of one house, else of the one capital, if that is proof enough. It is none for whoever may preside
    /// over an assembly of that capital.
    pub fn state(&self, tongue: &Tongue, by_capital: bool) -> Option<&'static str> {
        let fit = |states: &BTreeSet<&'static str>| {
            let mut found = states.iter().filter(|state| tongue.states.contains(state));
            found.next().copied().filter(|_| found.next().is_none())
        };
        if by_capital && self.houses.is_empty() && self.capitals.len() == 1 {
            return fit(&self.capitals);
        }
        fit(&self.houses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::lexicon::ROLES;
    use crate::registry::state_named;

    #[test]
    fn every_office_that_stands_alone_is_one_of_states_there_are() {
        let registry = Registry::builtin();
        let rows = lines(ROLES).map(|line| line.split('\t').collect::<Vec<_>>());
        let mut n_offices = 0;
        for row in rows.filter(|row| row.len() > 3) {
            for words in row[2].split('|') {
                let tongue = Tongue::of(words).unwrap_or_else(|| panic!("{words} is an office"));
                let states: Vec<&str> = row[3].split(' ').collect();
                assert_eq!(tongue.states, states, "{words} stands twice");
                assert!(states.iter().all(|state| state_named(state).is_some()));
                let known = |state: &&str| !registry.posts_in_tongue(tongue, state).is_empty();
                assert!(states.iter().any(known), "{words}");
                n_offices += 1;
            }
        }
        assert!(n_offices > 40);
        for line in lines(STATES) {
            assert!((3..=5).contains(&line.split('\t').count()), "{line}");
        }
    }

    #[test]
    fn an_office_may_have_its_article_and_must_where_it_is_written() {
        let chancellor = Tongue::of("BUNDESKANZLERIN");
        assert!(chancellor.is_some());
        assert_eq!(Tongue::of("Die Bundeskanzlerin"), chancellor);
        assert!(Tongue::of("Le Président").is_some());
        assert!(Tongue::of("M. le Premier ministre").is_some());
        assert_eq!(Tongue::of("ΠΡΩΘΥΠΟΥΡΓΟΣ"), Tongue::of("ο πρωθυπουργός"));
        assert!(Tongue::of("Minister-president").is_some());
        for words in [
            "President",
            "The President",
            "A President",
            "Premier",
            "Die",
            "",
        ] {
            assert_eq!(
                Tongue::of(words),
                None,
                "{words} is no office of another language"
            );
        }
    }

    #[test]
    fn a_house_is_stronger_than_a_capital_and_two_of_them_say_nothing() {
        let said = |head: &str, label: &str| {
            let tongue = Tongue::of(label).unwrap();
            Seats::of(head).state(tongue, true)
        };
        assert_eq!(
            said("Palais de l’Élysée, Dakar", "LE PRÉSIDENT"),
            Some("FR")
        );
        assert_eq!(said("Paris, le 3 mai", "Le Président"), Some("FR"));
        assert_eq!(said("De Paris à Dakar", "Le Président"), None);
        assert_eq!(said("Berlin, 3. Mai", "Le Président"), None);
        assert_eq!(said("Parisien", "Le Président"), None);
        assert_eq!(said("Интервью Президента России", "ПРЕЗИДЕНТ"), Some("RU"));
        assert_eq!(said("Офіс Президента України", "Президент"), Some("UA"));
    }
}
