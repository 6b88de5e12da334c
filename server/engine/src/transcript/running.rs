//! Headers that run over the pages of a document: short lines that come back with nothing changed but their numbers.

use foldhash::{HashMap, HashMapExt};

use crate::transcript::furniture::is_page_number;
use crate::transcript::line::Line;
use crate::transcript::surroundings::ends_sentence;

/// So often a header comes back; beside the number of a page twice is enough.
const OFTEN: usize = 3;
const TWICE: usize = 2;

/// The longest header, in bytes.
const LONGEST: usize = 90;

/// The lines that are headers of pages, by their places; sorted. Their numbers change from page to page, or they stand beside
/// a line whose do.
pub(crate) fn running(text: &str, lines: &[Line], labels: &[usize]) -> Vec<usize> {
    let mut keys: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if !line.is_blank()
            && line.last - line.first <= LONGEST
            && let Some(key) = header_key(line.of(text))
            && labels.binary_search(&at).is_err()
        {
            keys.entry(key).or_default().push(at);
        }
    }
    keys.retain(|_, lines| lines.len() >= TWICE);
    let words = |at: &usize| lines[*at].of(text);
    let changes = |lines: &[usize]| lines.windows(2).all(|two| words(&two[0]) != words(&two[1]));
    let mut found: Vec<usize> = keys
        .values()
        .filter(|lines| lines.len() >= OFTEN && changes(lines))
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    let beside = |at: &usize| {
        let near = at.saturating_sub(1)..=at + 1;
        near.clone().any(|near| {
            let page = || {
                lines
                    .get(near)
                    .is_some_and(|line| is_page_number(line.of(text)))
            };
            found.binary_search(&near).is_ok() || page()
        })
    };
    let mut others: Vec<usize> = keys
        .values()
        .filter(|lines| !changes(lines) && lines.iter().all(beside))
        .flatten()
        .copied()
        .collect();
    found.append(&mut others);
    found.sort_unstable();
    found
}

/// What stays the same of a line that may be a header, on every page: its words without their numbers. `None` if it is none:
/// a header has a number, or stands in capitals, and is no sentence.
pub(crate) fn header_key(words: &str) -> Option<String> {
    if words.len() > LONGEST || words.starts_with(char::is_lowercase) {
        return None;
    }
    let numbered = words.bytes().any(|b| b.is_ascii_digit());
    if !numbered && words.bytes().any(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let bare = letters == 0 && words.bytes().all(|b| b.is_ascii_digit());
    let n_words = words.split_whitespace().count();
    let fits = bare || letters >= 4 && n_words > 1;
    if !fits || ends_sentence(words) || words.contains(['?', '!', ':', '(']) {
        return None;
    }
    if !numbered && words.contains(char::is_lowercase) {
        return None;
    }
    let mut key = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        for c in word.chars() {
            if !c.is_ascii_digit() {
                key.push(c);
            } else if !key.ends_with('#') {
                key.push('#');
            }
        }
        key.push(' ');
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::line::lines;

    #[test]
    fn a_line_that_comes_back_with_other_numbers_is_a_header() {
        let text = "Vane 12\nHouse of Boats  4 April 2023  12\nIt is.\nHouse of Boats  4 April 2023  13\n7\nHouse of Boats 4 April 2023  14\nVane 13\n8\n9\nIt is.\nIt is.\nThe year 1918\nThe year 1918\nThe year 1918\n";
        assert_eq!(running(text, &lines(text, 0), &[]), [1, 3, 4, 5, 7, 8]);
        let text = "12\nBOAT DEBATES\nIt is.\nBOAT DEBATES\n13\nIt was.\n14\nBOAT DEBATES\n";
        assert_eq!(running(text, &lines(text, 0), &[]), [0, 1, 3, 4, 6, 7]);
    }

    #[test]
    fn sentences_times_and_lines_in_small_letters_are_none() {
        for words in [
            "It was 12.",
            "00:12:31",
            "the end",
            "Yes",
            "Is it 12?",
            "(1405)",
        ] {
            assert_eq!(header_key(words), None, "{words}");
        }
    }
}
