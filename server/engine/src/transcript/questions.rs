//! Letters that stand for question and answer: `Q.` and `A.`, `P.-` and `R.-`, `（問）` and `（答）`.
//!
//! Such a letter may as well be somebody's initial or the number of an item; it is a role only where its partner stands in
//! the same document, closed in the same way. The pairs are data, in `questions.tsv`.

use crate::transcript::label::Evidence;
use crate::transcript::lexicon::fold;
use crate::transcript::names::Names;
use crate::transcript::shape::Closing;
use crate::transcript::weigh::{Candidate, ENOUGH};

/// A letter that asks and a letter that answers, a pair a line, parted by a tab, in lower case; sorted.
const PAIRS: &str = include_str!("questions.tsv");

/// `Q`, which asks wherever it stands; nobody need answer under a letter.
const ASKS: &str = "q";

/// How often other letters than `Q` must take turns to be roles.
const FEWEST: usize = 3;

fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAIRS.lines().filter_map(|line| line.split_once('\t'))
}

/// Whether `word`, without marks, is a letter of a pair.
pub(crate) fn is_letter(word: &str) -> bool {
    let mut signs = word.chars();
    let one = signs.next().is_some_and(char::is_alphabetic) && signs.next().is_none();
    one && {
        let folded = fold(word);
        pairs().any(|(asks, answers)| asks == folded || answers == folded)
    }
}

/// Makes roles of the letters that ask and answer each other; takes points from those that have no partner and are closed
/// by a mark that stands behind the number of an item and behind an initial too.
pub(crate) fn ask_and_answer(candidates: &mut [Candidate], names: &Names<'_>) {
    let letters: Vec<bool> = names.all().iter().map(|it| is_letter(it.words)).collect();
    if !letters.contains(&true) {
        return;
    }
    // The letters in the order in which they stand, for each way of closing them.
    let mut present: Vec<(Closing, usize, &str)> = candidates
        .iter()
        .filter(|one| letters[one.name])
        .map(|one| {
            (
                one.opening.shape.closing,
                one.opening.line,
                names.all()[one.name].key.as_str(),
            )
        })
        .collect();
    present.sort_by_key(|(closing, line, _)| (*closing as usize, *line));
    let answered = |asks: &str, answers: &str, closing: Closing| {
        let both = || {
            present
                .iter()
                .filter(|(of, _, letter)| *of == closing && (*letter == asks || *letter == answers))
        };
        let turns = both()
            .zip(both().skip(1))
            .filter(|(one, next)| one.2 != next.2)
            .count();
        // "A." and "F." head items of one list.
        let least = if asks == ASKS { 1 } else { FEWEST };
        turns >= least && 2 * turns >= both().count() - 1
    };
    for candidate in candidates.iter_mut().filter(|one| letters[one.name]) {
        let key = names.all()[candidate.name].key.as_str();
        let closing = candidate.opening.shape.closing;
        let partnered = pairs().any(|(asks, answers)| {
            (asks == key || answers == key) && answered(asks, answers, closing)
        });
        let marked = !matches!(closing, Closing::Colon | Closing::Enclosed);
        if partnered && !candidate.opening.form.role {
            candidate.opening.form.role = true;
            candidate.give(3, Evidence::Role);
        } else if !partnered && key != ASKS && (marked || candidate.opening.form.role) {
            candidate.points -= 2 * ENOUGH;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::layouts::check;

    #[test]
    fn the_pairs_are_sorted_letters_in_lower_case() {
        assert!(PAIRS.lines().is_sorted());
        assert_eq!(pairs().count(), PAIRS.lines().count());
        assert!(pairs().all(|(asks, answers)| is_letter(asks) && is_letter(answers)));
    }

    #[test]
    fn letters_that_ask_and_answer_are_labels() {
        check(&[
            (
                "Q.   Who was the master of the port?\nA.   Otto Krone, I think.\nQ.   Since when?\nA.   I do not know.\n",
                &["Q", "A", "Q", "A"],
            ),
            (
                "P.- ¿Cuándo abrirá el puerto?\n\nR.- Creo que será en mayo.\n\nP.- ¿Cuánto cuesta?\n\nR.- No tengo la cifra.\n",
                &["P", "R", "P", "R"],
            ),
            (
                "Q - Quand le port va-t-il rouvrir ?\n\nR - Nous allons le rouvrir.\n\nQ - Combien ?\n\nR - Je ne sais pas.\n",
                &["Q", "R", "Q", "R"],
            ),
            (
                "（問）港はいつ開きますか。\n\n（答）今年中に開く予定です。\n\n（問）いくらですか。\n\n（答）まだ分かりません。\n",
                &["問", "答", "問", "答"],
            ),
            (
                "MR VANE:  I call Otto Krone.\n\nTHE COURT:  Very well.\n\nQ.  Are you the master of the port?\nA.  I am.\nQ.  Since when?\n\
                 A.  Since spring.\n\nTHE COURT:  We rise here. Thank you.\n",
                &["MR VANE", "THE COURT", "Q", "A", "Q", "A", "THE COURT"],
            ),
        ]);
    }

    #[test]
    fn letters_that_head_items_are_none() {
        check(&[
            (
                "A. Ports. They were shut.\n\nD. Tolls. They were raised.\n\nF. Cranes. There are two.\n",
                &[],
            ),
            (
                "Ms. VANE. I thank the Chair. I have a list.\n\nA. The first item is ports.\n\nF. The second item is tolls.\n\nMr. KRONE. I thank you.\n",
                &["Ms. VANE", "Mr. KRONE"],
            ),
        ]);
    }
}
