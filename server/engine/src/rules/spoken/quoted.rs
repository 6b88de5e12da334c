//! A quotation as it is looked up: its words, in parts where something is left out or put in.

use crate::text::Span;

use super::word::{self, Word};

/// A quotation. An ellipsis or an insertion in brackets ends one part and begins the next.
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::rules) struct Quoted {
    /// The words of each part; no part is empty.
    pub(in crate::rules) parts: Vec<Vec<Word>>,
}

impl Quoted {
    /// The quotation whose words stand at `inner` (bytes of `text`, without the marks).
    pub(in crate::rules) fn of(text: &str, inner: Span) -> Self {
        let mut quoted = Quoted::default();
        let mut from = inner.start;
        let mut at = inner.start;
        while at < inner.end {
            let rest = &text[at..inner.end];
            let gap = gap_len(rest);
            if gap == 0 {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            quoted.push(text, Span::new(from, at));
            at += gap;
            from = at;
        }
        quoted.push(text, Span::new(from, inner.end));
        quoted
    }

    fn push(&mut self, text: &str, part: Span) {
        let mut words = Vec::new();
        word::words(text, part, false, &mut words);
        if !words.is_empty() {
            self.parts.push(words);
        }
    }

    /// How many words it has in all.
    pub(in crate::rules) fn n_words(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }
}

/// The length of what is left out or put in where a text begins: “…”, “...”, “. . .”, “[in Moscow]”. A letter in brackets,
/// `[t]he`, only changes how the word is written.
fn gap_len(text: &str) -> usize {
    if text.starts_with('…') {
        return '…'.len_utf8();
    }
    if text.starts_with("...") {
        return text.len() - text.trim_start_matches('.').len();
    }
    if text.starts_with(". . .") {
        return text.len() - text.trim_start_matches(['.', ' ']).len();
    }
    let closing = match text.chars().next() {
        Some('[') => ']',
        Some('(') => ')',
        _ => return 0,
    };
    let Some(end) = text.find(closing) else {
        return 0;
    };
    let is_letter =
        text[1..end].chars().count() == 1 && text[end + 1..].starts_with(char::is_alphabetic);
    if is_letter { 0 } else { end + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<usize> {
        let quoted = Quoted::of(text, Span::new(0, text.len()));
        quoted.parts.iter().map(Vec::len).collect()
    }

    #[test]
    fn what_is_left_out_or_put_in_parts_the_words() {
        assert_eq!(parts("I am… happy to see you [in Streslau]"), [2, 4]);
        assert_eq!(parts("We stay ... we go. . . we rest"), [2, 2, 2]);
        assert_eq!(parts("[T]he bridge is (still) ours"), [3, 1]);
        assert_eq!(parts("… […] "), [0; 0]);
    }
}
