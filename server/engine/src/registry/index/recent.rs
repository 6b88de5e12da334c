//! Words met lately, and whether a name may begin with each: texts say the same words again and again.

use std::sync::atomic::{AtomicU64, Ordering};

/// How many words are kept; each has one place and takes it from the one before.
const PLACES: usize = 4096;

/// Answers to one question of words, by their hash. What is kept never changes an answer, only how soon it comes.
pub(super) struct Recent(Box<[AtomicU64]>);

impl Default for Recent {
    fn default() -> Self {
        Recent((0..PLACES).map(|_| AtomicU64::new(0)).collect())
    }
}

impl std::fmt::Debug for Recent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Recent")
    }
}

impl Recent {
    /// The answer kept for a word, or what `ask` says. The hash's last bit makes room for the answer.
    pub(super) fn or_ask(&self, word: u64, ask: impl FnOnce() -> bool) -> bool {
        let place = &self.0[word as usize >> 1 & (PLACES - 1)];
        let kept = place.load(Ordering::Relaxed);
        if kept >> 1 == word >> 1 && kept != 0 {
            return kept & 1 == 1;
        }
        let answer = ask();
        place.store(word & !1 | u64::from(answer), Ordering::Relaxed);
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_keeps_its_own_answer() {
        let recent = Recent::default();
        let words = (0..40_u64).map(|n| (n << 40) | (n % 3));
        for round in 0..2 {
            for word in words.clone() {
                let truth = (word >> 40).is_multiple_of(2);
                assert_eq!(recent.or_ask(word, || truth), truth, "{round}: {word}");
            }
        }
        assert!(recent.or_ask(6, || true));
        assert!(recent.or_ask(6, || panic!("the answer is kept")));
    }
}
