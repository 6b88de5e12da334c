//! Offices that stand alone in other languages than English, and whose they are: `LE PRÉSIDENT`, `BUNDESKANZLERIN`, `ПРЕЗИДЕНТ`.
//!
//! Which words are offices, and what in a head says of which state, is data (`tongues.tsv`, `seats.tsv`).

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const TONGUES: &str = include_str!("tongues.tsv");
const SEATS: &str = include_str!("seats.tsv");

/// An office by its name in a language in which more than one state may speak.
pub(super) struct Tongue {
    /// The codes of the states that have such an office and speak so.
    pub(super) states: Vec<&'static str>,
    /// The office in English.
    pub(super) office: &'static str,
}

static OFFICES: LazyLock<HashMap<String, Tongue>> = LazyLock::new(|| {
    let rows = lines(TONGUES).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next()?))
    });
    let each = rows.flat_map(|(states, office, words)| {
        words.split('|').map(move |words| {
            let states = states.split(' ').collect();
            (plain(words), Tongue { states, office })
        })
    });
    each.collect()
});

/// What in a head says whose page it is: whether a house or a capital, the state, and the words as they are looked for.
static PLACES: LazyLock<Vec<(bool, &'static str, Vec<String>)>> = LazyLock::new(|| {
    let rows = lines(SEATS).filter_map(|line| {
        let mut columns = line.split('\t');
        let (kind, state) = (columns.next()?, columns.next()?);
        let words = columns.next()?.split('|').map(plain).collect();
        Some((kind == "seat", state, words))
    });
    rows.collect()
});

/// The office that the words of a label name in another language than English.
pub(super) fn office(words: &str) -> Option<&'static Tongue> {
    OFFICES.get(&plain(words))
}

/// Whose page it is, by the houses and the capitals that its head names.
#[derive(Default)]
pub(super) struct Seats {
    houses: BTreeSet<&'static str>,
    capitals: BTreeSet<&'static str>,
}

impl Seats {
    /// Looks through the head of a page.
    pub(super) fn of(head: &str) -> Seats {
        let mut seats = Seats::default();
        let head = plain(head);
        for (is_house, state, words) in &*PLACES {
            if words.iter().any(|words| has(&head, words)) {
                if *is_house {
                    seats.houses.insert(state);
                } else {
                    seats.capitals.insert(state);
                }
            }
        }
        seats
    }

    /// The state of the page: of one house, else of the one capital, if that is proof enough. It is none for whoever may preside
    /// over an assembly of that capital.
    pub(super) fn state(&self, tongue: &Tongue, by_capital: bool) -> Option<&'static str> {
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

/// Whether `words` stand in `head` as whole words.
fn has(head: &str, words: &str) -> bool {
    head.match_indices(words).any(|(at, _)| {
        let before = head[..at].chars().next_back();
        let after = head[at + words.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}

/// Without case, accents and doubled spaces.
fn plain(words: &str) -> String {
    let lower = words.to_lowercase();
    let letters = lower.nfd().filter(|c| !is_combining_mark(*c));
    let letters: String = letters
        .map(|c| match c {
            'ı' => 'i',
            'ł' => 'l',
            'ς' => 'σ',
            '’' => '\'',
            '\u{a0}' => ' ',
            other => other,
        })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Registry, state_named};

    #[test]
    fn every_line_names_offices_and_states_there_are() {
        let registry = Registry::builtin();
        for line in lines(TONGUES) {
            let word = line.rsplit(['\t', '|']).next().unwrap();
            let tongue = office(word).unwrap();
            for state in &tongue.states {
                assert!(state_named(state).is_some(), "{state}");
            }
            let known = |state: &&str| !registry.posts_in_state(tongue.office, state).is_empty();
            assert!(tongue.states.iter().any(known), "{}", tongue.office);
        }
        for line in lines(TONGUES).chain(lines(SEATS)) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "{line}");
        }
        assert!(lines(SEATS).is_sorted());
        let n_words = lines(TONGUES).map(|line| 1 + line.matches('|').count());
        assert_eq!(n_words.sum::<usize>(), OFFICES.len(), "a word stands twice");
        assert!(
            office("Premier").is_none(),
            "a word of several languages, English among them"
        );
    }

    #[test]
    fn a_house_is_stronger_than_a_capital_and_two_of_them_say_nothing() {
        let said = |head: &str, label: &str| {
            let tongue = office(label).unwrap();
            Seats::of(head).state(tongue, true)
        };
        assert_eq!(said("Élysée, Dakar", "LE PRÉSIDENT"), Some("FR"));
        assert_eq!(said("Paris, le 3 mai", "Le Président"), Some("FR"));
        assert_eq!(said("De Paris à Dakar", "Le Président"), None);
        assert_eq!(said("Berlin, 3. Mai", "Le Président"), None);
        assert_eq!(said("Parisien", "Le Président"), None);
        assert_eq!(said("Интервью Президента России", "ПРЕЗИДЕНТ"), Some("RU"));
    }
}
