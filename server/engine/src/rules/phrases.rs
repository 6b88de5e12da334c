//! Lists of words and phrases that rules look for: data files, one entry a line, sorted, the reason on top behind `#`.

use crate::text::LocalSpan;

/// Words and phrases, found as whole words in any case.
pub(super) struct Phrases {
    /// In small letters, with straight apostrophes; sorted.
    sorted: Vec<String>,
    /// By its place, whether one begins with that byte.
    begins: [bool; 256],
}

impl Phrases {
    /// The phrases of a list.
    pub(super) fn of(list: &str) -> Self {
        let entries = || list.lines().filter(|line| !line.starts_with('#'));
        debug_assert!(entries().is_sorted(), "a list is sorted: {list}");
        let mut sorted: Vec<String> = entries().map(str::to_ascii_lowercase).collect();
        sorted.sort_unstable();
        let mut begins = [false; 256];
        for first in sorted.iter().filter_map(|phrase| phrase.bytes().next()) {
            begins[usize::from(first)] = true;
        }
        Phrases { sorted, begins }
    }

    /// Where phrases stand in a text, in order, the longest wherever several begin.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = LocalSpan> + 'a {
        let mut at = 0;
        let mut is_inside = false;
        std::iter::from_fn(move || {
            while let Some(char) = char_at(text, at) {
                // “'s office” goes with the word before it.
                let may_begin = !is_inside || matches!(char, '\'' | '’');
                if may_begin && let Some(found) = self.at(text, at) {
                    at = found.end();
                    is_inside = text[..at].ends_with(is_inner);
                    return Some(found);
                }
                is_inside = is_inner(char);
                at += char.len_utf8();
            }
            None
        })
    }

    /// The longest phrase that begins at a byte of a text, whatever stands before it.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<LocalSpan> {
        let first = small(text.as_bytes(), at)?.0;
        if !self.begins[usize::from(first)] {
            return None;
        }
        let from = self
            .sorted
            .partition_point(|phrase| phrase.as_bytes().first() < Some(&first));
        let same = self.sorted[from..]
            .iter()
            .take_while(|phrase| phrase.as_bytes().first() == Some(&first));
        let ends = same.filter_map(|phrase| end_of(phrase, text, at));
        ends.max().map(|end| LocalSpan::new(at, end))
    }

    /// Whether one stands in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }

    /// Whether a text is one of them.
    pub(super) fn holds(&self, text: &str) -> bool {
        self.at(text, 0)
            .is_some_and(|found| found.end() == text.len())
    }
}

/// Whether a word goes on with a character.
fn is_inner(char: char) -> bool {
    char.is_alphanumeric() || char == '-'
}

fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return Some(char::from(byte));
    }
    text[at..].chars().next()
}

/// A byte of a text in a small letter, or a straight apostrophe for either one, and how many bytes of the text it is.
fn small(text: &[u8], at: usize) -> Option<(u8, usize)> {
    match text.get(at..)? {
        [0xe2, 0x80, 0x99, ..] => Some((b'\'', 3)),
        [byte, ..] => Some((byte.to_ascii_lowercase(), 1)),
        [] => None,
    }
}

/// Where a phrase ends that stands at a byte of a text, as whole words.
fn end_of(phrase: &str, text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    for byte in phrase.bytes() {
        let (own, len) = small(text.as_bytes(), end)?;
        if own != byte {
            return None;
        }
        end += len;
    }
    let goes_on = char_at(text, end).is_some_and(is_inner);
    (!goes_on).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words_in_any_case() {
        let phrases = Phrases::of("# A reason.\nit's no secret\nknown");
        let text = "Known, unknown; IT’S NO SECRET and well-known.";
        let found: Vec<&str> = phrases.find(text).map(|found| found.of(text)).collect();
        assert_eq!(found, ["Known", "IT’S NO SECRET"]);
        assert!(phrases.holds("known") && !phrases.holds("known to us"));
        assert!(!phrases.holds("") && !phrases.is_in(""));
    }

    #[test]
    fn the_longest_whole_phrase_counts_and_an_ending_stands_behind_a_word() {
        let phrases = Phrases::of("'s office\nat most\nmost\nmost of\nénorme");
        let of = |text: &str| {
            let found = phrases.find(text).map(|found| found.of(text).to_owned());
            found.collect::<Vec<_>>()
        };
        assert_eq!(
            of("Most of them, the mayor’s office, most often"),
            ["Most of", "’s office", "most"]
        );
        // What does not begin as a word hides nothing that does.
        assert_eq!(of("that most énorme thing, énormes"), ["most", "énorme"]);
        assert_eq!(of("almost, most-known, -most"), Vec::<String>::new());
    }
}
