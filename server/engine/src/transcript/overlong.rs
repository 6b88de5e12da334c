//! Paragraphs without end: a speech on one line, or what is no prose at all. They are read in pieces, so that neither a key
//! typed in one nor anything that stands in one takes long.
//!
//! A piece ends with the first sentence that ends behind [`ENOUGH`] bytes. So a letter typed in one piece leaves the next ones
//! as they are, but where a sentence comes to end behind that border.

use crate::text::Span;
use crate::transcript::line::is_space;

/// Paragraphs up to so many bytes are whole; a page of print has three thousand.
const ENOUGH: usize = 12 * 1024;
/// Where no sentence ends within so many more bytes, a piece ends with a word.
const MORE: usize = 4 * 1024;
/// And where no word ends within so many more, anywhere.
const MOST: usize = 1024;

/// Whether a paragraph of so many bytes is a piece of a longer one, or is cut itself.
pub(crate) fn may_be_cut(n_bytes: usize) -> bool {
    n_bytes > ENOUGH
}

/// Cuts all paragraphs that are too long.
pub(crate) fn cut(text: &str, spans: &mut Vec<Span>) {
    if !spans.iter().any(|span| may_be_cut(span.len())) {
        return;
    }
    let mut pieces = Vec::with_capacity(spans.len() + 8);
    for span in spans.iter() {
        let mut rest = *span;
        while may_be_cut(rest.len()) {
            let words = rest.of(text);
            let end = end_of_piece(words);
            let next = words[end..].trim_start_matches(is_space);
            if next.is_empty() {
                break;
            }
            let piece = words[..end].trim_end_matches(is_space);
            pieces.push(Span::new(rest.start, rest.start + piece.len()));
            rest = Span::new(rest.end - next.len(), rest.end);
        }
        pieces.push(rest);
    }
    *spans = pieces;
}

/// Where the first piece of `words`, which are too long, ends.
fn end_of_piece(words: &str) -> usize {
    let floor = |mut at: usize| {
        at = at.min(words.len());
        while !words.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let from = floor(ENOUGH);
    let stops = ['.', '!', '?', '。', '؟', '”', '"', '»', ')'];
    let after_sentence = words[from..floor(ENOUGH + MORE)]
        .match_indices(is_space)
        .map(|(at, _)| from + at)
        .find(|at| words[..*at].ends_with(stops));
    let from = floor(ENOUGH + MORE);
    after_sentence
        .or_else(|| {
            let blank = words[from..floor(ENOUGH + MORE + MOST)].find(is_space)?;
            Some(from + blank)
        })
        .unwrap_or_else(|| floor(ENOUGH + MORE + MOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let mut spans = vec![Span::new(0, text.len())];
        cut(text, &mut spans);
        spans.into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn pieces_end_with_sentences_where_there_are_some() {
        let text = "The harbour is deep, and nobody has measured it. ".repeat(1000);
        let text = text.trim_end();
        let found = pieces(text);
        assert_eq!(found.len(), 4);
        assert!(found.iter().all(|piece| piece.ends_with("it.")));
        assert_eq!(found.join(" "), text);
    }

    #[test]
    fn what_has_neither_sentences_nor_words_is_cut_all_the_same() {
        for unit in ["word ", "x", "é", "😀", "外"] {
            let text = unit.repeat(60_000 / unit.len());
            let text = text.trim_end();
            let found = pieces(text);
            assert!(found.len() >= 3, "{unit}");
            assert!(
                found
                    .iter()
                    .all(|piece| piece.len() <= ENOUGH + MORE + MOST)
            );
            let all: usize = found.iter().map(|piece| piece.len()).sum();
            assert!(text.len() - all < found.len());
        }
    }

    #[test]
    fn a_letter_typed_in_one_piece_leaves_the_others() {
        let text = "The harbour is deep, and nobody has measured it. ".repeat(1000);
        let typed = format!("{}x{}", &text[..5000], &text[5000..]);
        assert_eq!(pieces(text.trim_end())[1..], pieces(typed.trim_end())[1..]);
    }
}
