//! The shorter forms a full name gives: given and family name, family name alone, without initials and articles.

use crate::registry::PersonId;
use crate::registry::hash;
use crate::registry::tokens::Tokens;

use super::keyer::{Hashes, Keyer, PLAIN, SHORT};
use super::notes::Notes;
use super::{Custom, Entry, NO_FAMILY, Part, is_particle};

impl Notes {
    /// Adds one name: whole, and the shorter forms it gives.
    pub(super) fn add(
        &mut self,
        keyer: &mut Keyer,
        person: PersonId,
        name: &str,
        family: &str,
        custom: Custom,
    ) {
        let tokens = Tokens::of(name);
        let mut words: Vec<usize> = (0..tokens.len())
            .filter(|&at| at == 0 || !is_particle(&tokens, at))
            .collect();
        let suffix = |at: &usize| matches!(tokens.folded(*at), "jr" | "sr" | "ii" | "iii" | "iv");
        if words.len() > 2 && words.last().is_some_and(suffix) {
            words.pop();
        }
        if words.is_empty() {
            return;
        }
        let hashes: Vec<Hashes> = words
            .iter()
            .map(|&at| keyer.hashes(tokens.folded(at)))
            .collect();
        let n_family = match family {
            NO_FAMILY => 0,
            "" => family_words(&tokens, &words, custom.family_first),
            family => Tokens::of(family)
                .list
                .iter()
                .filter(|part| words.iter().any(|&at| tokens.list[at].hash == part.hash))
                .count(),
        };
        let all: Vec<usize> = (0..words.len()).collect();
        let initial =
            |i: &usize| tokens.list[words[*i]].end() - tokens.list[words[*i]].start() <= 1;
        let mut put = |part: Part, row: &[usize]| {
            if row.is_empty() {
                return;
            }
            let part = if row.len() == 1 { Part::Family } else { part };
            let ways = match (custom.arabic, part) {
                (false, _) => 1,
                (true, Part::Family) => 2,
                (true, _) => 3,
            };
            let short = part == Part::Family
                && row.len() == 1
                && tokens.folded(words[row[0]]).chars().count() <= SHORT;
            let ways = if short { PLAIN..PLAIN + 1 } else { 0..ways };
            for way in ways {
                let hash = row
                    .iter()
                    .fold(0, |row, &i| hash::join(row, hashes[i].0[way]));
                self.row(hash, hashes[row[0]].0[way], Entry { part, person });
            }
        };
        put(Part::Whole, &all);
        if n_family == 0 || n_family >= words.len() {
            if n_family == 0 && words.len() == 1 && family != NO_FAMILY {
                put(Part::Family, &all);
            }
            return;
        }
        let (family, given): (Vec<usize>, Vec<usize>) = if custom.family_first {
            (all[..n_family].to_vec(), all[n_family..].to_vec())
        } else {
            let at = all.len() - n_family;
            (all[at..].to_vec(), all[..at].to_vec())
        };
        put(Part::Family, &family);
        if family.len() > 1 && !custom.family_first {
            put(Part::Family, &family[family.len() - 1..]);
        }
        let plain: Vec<usize> = all.iter().copied().filter(|i| !initial(i)).collect();
        if plain.len() < all.len() && plain.len() > 1 {
            put(Part::Short, &plain);
        }
        let given: Vec<usize> = given.into_iter().filter(|i| !initial(i)).collect();
        for (nth, &name) in given.iter().enumerate() {
            let part = if nth == 0 { Part::Short } else { Part::Middle };
            let mut row = vec![name];
            row.extend(&family);
            put(part, &row);
        }
        if custom.family_first {
            let mut row = given.clone();
            row.extend(&family);
            put(Part::Middle, &row);
        }
        if let Some(&first) = given.first() {
            let hash = hashes[first].0[0];
            self.given(hash, hash::join(custom.state, hash));
        }
    }
}

/// How many words at the end (or the front) of a name are the family name.
fn family_words(tokens: &Tokens, words: &[usize], family_first: bool) -> usize {
    if words.len() < 2 {
        return 0;
    }
    if family_first {
        return 1;
    }
    let word = |i: usize| tokens.folded(words[i]);
    // A ruler's number, or "of Jordan": no family name.
    let numeral = |w: &str| w.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')) && !w.is_empty();
    let any_of = (1..words.len()).any(|i| matches!(word(i), "of" | "the"));
    let last = words.len() - 1;
    if any_of || (numeral(word(last)) && words.len() == 2) {
        return 0;
    }
    let mut n = 1;
    // A family name of two words joined by a hyphen.
    while n < last && tokens.gap(words[last - n]) == "-" && !is_particle(tokens, words[last - n]) {
        n += 1;
    }
    while n < last
        && matches!(
            word(last - n),
            "van"
                | "von"
                | "der"
                | "den"
                | "de"
                | "del"
                | "della"
                | "di"
                | "da"
                | "dos"
                | "du"
                | "la"
                | "le"
                | "bin"
                | "ben"
                | "ibn"
                | "st"
                | "ter"
                | "zu"
                | "san"
        )
    {
        n += 1;
    }
    n
}
