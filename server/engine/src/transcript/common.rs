//! Words that a document uses in lower case too: what is a plain word elsewhere is hardly a name where it stands alone
//! before a colon, as "Usage" and "Fish" do.

use foldhash::{HashMap, HashMapExt};

/// How much of a document is looked through, in bytes from its start; plain words come back soon.
pub(crate) const SAMPLE: usize = 128 * 1024;

/// For each of `labels`, whether every word of it with a capital letter is a plain word of `text` too.
pub(crate) fn plain_words(text: &str, labels: &[&str]) -> Vec<bool> {
    let mut seen: HashMap<String, bool> = HashMap::new();
    // By first byte, a bit for each length: most words need not be looked up.
    let mut lengths = [0u64; 256];
    let bit = |word: &str| 1 << (word.len() % 64);
    for label in labels {
        for word in words(label) {
            let word = word.to_lowercase();
            lengths[usize::from(word.as_bytes()[0])] |= bit(&word);
            seen.entry(word).or_default();
        }
    }
    if seen.is_empty() {
        return vec![false; labels.len()];
    }
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    for word in words(&text[..end]) {
        if lengths[usize::from(word.as_bytes()[0])] & bit(word) != 0
            && word.starts_with(char::is_lowercase)
            && let Some(known) = seen.get_mut(word)
        {
            *known = true;
        }
    }
    let plain = |label: &&str| {
        let mut words = words(label).peekable();
        words.peek().is_some() && words.all(|word| seen[&word.to_lowercase()])
    };
    labels.iter().map(plain).collect()
}

/// The words of `text` that may be names, or plain words.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = end_of_run(text, at, false);
            at = end_of_run(text, start, true);
            // Words of two letters are initials as often as words.
            if at - start > 2 {
                return Some(&text[start..at]);
            }
            if at == text.len() {
                return None;
            }
        }
    })
}

/// Where a run of letters, or of what is none, ends that begins at byte `at`.
fn end_of_run(text: &str, mut at: usize, letters: bool) -> usize {
    let goes_on = |byte: &u8| byte.is_ascii() && byte.is_ascii_alphabetic() == letters;
    loop {
        let rest = &text.as_bytes()[at..];
        let Some(len) = rest.iter().position(|byte| !goes_on(byte)) else {
            return text.len();
        };
        at += len;
        match text[at..].chars().next() {
            Some(char) if !char.is_ascii() && char.is_alphabetic() == letters => {
                at += char.len_utf8();
            }
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_three_bytes_of_letters_or_more() {
        for text in [
            "",
            "a",
            "Ada Vane’s ship, the Élan; «Дом» 12abc3 ÿé 東京x.",
            "…x…yes",
            "end",
        ] {
            let split = text.split(|c: char| !c.is_alphabetic());
            let expected: Vec<&str> = split.filter(|word| word.len() > 2).collect();
            assert_eq!(words(text).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_plain_word_is_one_the_text_has_in_lower_case() {
        let text = "Usage: see the usage of été. Été: Vane. Gill: a Fish, gills and fishes.";
        let labels = ["Usage", "Été", "Gill", "Usage Vane", "Ab"];
        assert_eq!(
            plain_words(text, &labels),
            [true, true, false, false, false]
        );
    }
}
