//! Looking quotations up: where in the record their pairs of words stand, and how they lie there.

use foldhash::{HashMap, HashMapExt};

use super::align;
use super::quoted::Quoted;
use super::word::Word;
use super::{Found, Spoken};

/// Pairs of words that stand in more places of quotations than this say nothing.
const N_PLACES: usize = 128;

/// Parts of fewer words are looked for only beside the part before them.
const SHORTEST: usize = 3;

/// How many places of a quotation are tried.
const N_TRIED: usize = 8;

/// How many words further on a short part may stand.
const REACH: usize = 80;

/// Where each quotation stands in the record, best first in the turns that are its speaker's, then in those of others.
pub(in crate::rules) struct Answer {
    /// In the turns of the speaker.
    pub(in crate::rules) own: Option<Found>,
    /// In the turns of somebody else; looked for only if it does not stand in the speaker's own as it was said.
    pub(in crate::rules) other: Option<Found>,
}

/// Looks quotations up. `is_own` says whether a turn is of the speaker to whom a quotation is ascribed.
pub(in crate::rules) fn search(
    spoken: &Spoken<'_>,
    quotes: &[Quoted],
    text: &str,
    is_own: impl Fn(usize, usize) -> bool,
) -> Vec<Answer> {
    let hits = hits(spoken, quotes);
    quotes
        .iter()
        .enumerate()
        .zip(&hits)
        .map(|((nth, quote), hits)| {
            let best = |own: bool| {
                let of_turn = |turn: usize| is_own(nth, turn) == own;
                best(spoken, quote, hits, text, of_turn)
            };
            let own = best(true);
            let is_settled = own.as_ref().is_some_and(Found::is_same);
            let other = if is_settled { None } else { best(false) };
            Answer { own, other }
        })
        .collect()
}

/// A pair of words of a quotation's part met in the record.
#[derive(Clone, Copy)]
struct Hit {
    part: usize,
    /// The place in the record at which the part would begin; it may lie before the first.
    begin: isize,
}

/// A pair of words in the quotations: quotation, part, and place in the part.
type Place = (usize, usize, usize);

/// For each quotation, where its pairs of words stand in the record.
fn hits(spoken: &Spoken<'_>, quotes: &[Quoted]) -> Vec<Vec<Hit>> {
    let mut pairs: HashMap<(u64, u64), Vec<Place>> = HashMap::new();
    for (nth, quote) in quotes.iter().enumerate() {
        for (part, words) in quote.parts.iter().enumerate() {
            let everyday = |pair: &[Word]| pair.iter().all(|word| word.span.len() <= 3);
            // Everyday pairs, “of the”, count only where there are no others.
            let rare = words.windows(2).any(|pair| !everyday(pair));
            for (at, pair) in words.windows(2).enumerate() {
                if rare && everyday(pair) {
                    continue;
                }
                let places = pairs.entry((pair[0].key, pair[1].key)).or_default();
                if places.len() < N_PLACES {
                    places.push((nth, part, at));
                }
            }
        }
    }
    let mut hits: Vec<Vec<Hit>> = quotes.iter().map(|_| Vec::new()).collect();
    for (at, pair) in spoken.words.windows(2).enumerate() {
        for &(nth, part, offset) in pairs.get(&(pair[0].key, pair[1].key)).into_iter().flatten() {
            let begin = at.cast_signed() - offset.cast_signed();
            hits[nth].push(Hit { part, begin });
        }
    }
    hits
}

/// The best place of a quotation among the turns that `of_turn` admits.
fn best(
    spoken: &Spoken<'_>,
    quote: &Quoted,
    hits: &[Hit],
    text: &str,
    of_turn: impl Fn(usize) -> bool,
) -> Option<Found> {
    let longest = (0..quote.parts.len()).max_by_key(|&part| quote.parts[part].len())?;
    let places = places(spoken, &quote.parts[longest], hits, longest, &of_turn);
    places
        .into_iter()
        .map(|(turn, begin)| {
            let mut parts = Vec::with_capacity(quote.parts.len());
            // Parts follow each other in the record; where one is changed beyond finding, the next is looked for behind
            // the one before.
            let mut from = None;
            for (part, words) in quote.parts.iter().enumerate() {
                let before = from.unwrap_or(usize::try_from(begin - 2).unwrap_or(0));
                let begin = if part == longest {
                    begin
                } else {
                    let near = from.map_or(begin, usize::cast_signed);
                    Some(words)
                        .filter(|words| words.len() >= SHORTEST)
                        .and_then(|_| nearest(spoken, hits, part, turn, near))
                        .unwrap_or_else(|| beside(spoken, words, before, turn))
                };
                let found = align::align(spoken, turn, begin, words, text);
                from = found.record.map(|record| record.1).or(from);
                parts.push(found);
            }
            Found { turn, parts }
        })
        .max_by(|a, b| {
            // The first of equals.
            a.is_same()
                .cmp(&b.is_same())
                .then(a.likeness().total_cmp(&b.likeness()))
                .then(b.turn.cmp(&a.turn))
        })
}

/// The places where a part may stand, those with most hits first: turn, and where the part would begin.
fn places(
    spoken: &Spoken<'_>,
    words: &[Word],
    hits: &[Hit],
    part: usize,
    of_turn: impl Fn(usize) -> bool,
) -> Vec<(usize, isize)> {
    let width = align::band(words.len()).cast_signed();
    let mut begins: Vec<(usize, isize)> = hits
        .iter()
        .filter(|hit| hit.part == part)
        .map(|hit| {
            let inside = usize::try_from(hit.begin).unwrap_or(0);
            let middle = inside + words.len() / 2;
            let middle = middle.min(spoken.words.len().saturating_sub(1));
            (spoken.turn_of(middle), hit.begin)
        })
        .filter(|(turn, _)| of_turn(*turn))
        .collect();
    begins.sort_unstable();
    // Runs of hits that lie within a band of each other.
    let mut runs: Vec<(usize, usize, isize)> = Vec::new();
    let mut first = 0;
    for at in 0..begins.len() {
        while begins[first].0 != begins[at].0 || begins[at].1 - begins[first].1 > width {
            first += 1;
        }
        let n_hits = at + 1 - first;
        let (turn, begin) = begins[first + n_hits / 2];
        match runs.last_mut() {
            Some(last) if last.1 == turn && begin - last.2 <= width => {
                if n_hits > last.0 {
                    *last = (n_hits, turn, begin);
                }
            }
            _ => runs.push((n_hits, turn, begin)),
        }
    }
    // What the other parts have nearby speaks for a place too.
    let mut others: Vec<isize> = hits
        .iter()
        .filter(|hit| hit.part != part)
        .map(|hit| hit.begin)
        .collect();
    others.sort_unstable();
    let near = (words.len() + REACH).cast_signed();
    for run in &mut runs {
        let from = others.partition_point(|begin| *begin < run.2 - near);
        let until = others.partition_point(|begin| *begin <= run.2 + near);
        run.0 += until - from;
    }
    runs.sort_by_key(|&(n_hits, turn, begin)| (std::cmp::Reverse(n_hits), turn, begin));
    runs.truncate(N_TRIED);
    runs.into_iter()
        .map(|(_, turn, begin)| (turn, begin))
        .collect()
}

/// Where a part that is not the longest stands in the same turn: the hit nearest to the longest part.
fn nearest(
    spoken: &Spoken<'_>,
    hits: &[Hit],
    part: usize,
    turn: usize,
    begin: isize,
) -> Option<isize> {
    let places = spoken.places(turn);
    hits.iter()
        .filter(|hit| hit.part == part)
        .map(|hit| hit.begin)
        .filter(|at| usize::try_from(*at).is_ok_and(|at| places.contains(&at)))
        .min_by_key(|at| (at - begin).abs())
}

/// Where a short part stands behind the one before it; the place right behind it if it stands nowhere near.
fn beside(spoken: &Spoken<'_>, words: &[Word], from: usize, turn: usize) -> isize {
    let end = spoken.places(turn).end.min(from + REACH);
    let record = &spoken.words[from.min(end)..end];
    let is_here = |window: &[Word]| window.iter().zip(words).all(|(a, b)| a.key == b.key);
    let found = record.windows(words.len()).position(is_here);
    (from + found.unwrap_or(0)).cast_signed()
}
