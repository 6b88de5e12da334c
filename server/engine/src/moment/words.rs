//! Words of a text, one at a time, forward and backward from a place; so that a scan that meets few words of time cuts up
//! nothing it does not need.

use std::borrow::Cow;

/// A word (bytes of its text).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// First byte.
    pub(super) start: usize,
    /// After its last byte.
    pub(super) end: usize,
}

impl Word {
    /// Its letters.
    pub(super) fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capital(self, text: &str) -> bool {
        self.of(text).starts_with(char::is_uppercase)
    }
}

/// The longest word looked up, in bytes; word lists hold none longer.
const LONGEST: usize = 40;

/// A word for looking up: lower case, straight apostrophes.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if word.len() > LONGEST {
        return Cow::Borrowed("");
    }
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase().replace('’', "'"))
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '\'' | '’')
}

/// The word that begins at byte `start`, where a letter or digit stands. A hyphen or apostrophe between letters is in it.
pub(super) fn word_at(text: &str, start: usize) -> Word {
    let plain = text.as_bytes()[start..]
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric())
        .count();
    let start_of_rest = start + plain;
    let next = text.as_bytes().get(start_of_rest);
    if plain > 0 && next.is_none_or(|b| b.is_ascii() && !matches!(b, b'-' | b'\'')) {
        return Word {
            start,
            end: start_of_rest,
        };
    }
    let mut end = start_of_rest;
    let mut chars = text[start_of_rest..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = is_joint(c) && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !c.is_alphanumeric() && !inner {
            break;
        }
        end = start_of_rest + at + c.len_utf8();
    }
    Word { start, end }
}

/// The word after byte `at`, if nothing but white space stands between.
pub(super) fn word_after(text: &str, at: usize) -> Option<Word> {
    let rest = text[at..].trim_start();
    let start = text.len() - rest.len();
    (start > at && rest.starts_with(char::is_alphanumeric)).then(|| word_at(text, start))
}

/// The word before byte `at`, if nothing but white space stands between.
pub(super) fn word_before(text: &str, at: usize) -> Option<Word> {
    let end = text[..at].trim_end().len();
    if end == at || !text[..end].ends_with(char::is_alphanumeric) {
        return None;
    }
    let mut start = end;
    for (at, c) in text[..end].char_indices().rev() {
        if c.is_alphanumeric() {
            start = at;
        } else if !is_joint(c) || end - at > LONGEST {
            break;
        }
    }
    Some(Word { start, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_walked_both_ways_over_blanks_only() {
        let text = "mid-May’s  end, later";
        let first = word_at(text, 0);
        assert_eq!(first.of(text), "mid-May’s");
        let end = word_after(text, first.end).map(|word| word.of(text));
        assert_eq!(end, Some("end"));
        assert_eq!(word_before(text, text.len()), None);
        let back = word_before(text, text.find("end").unwrap_or_default());
        assert_eq!(back.map(|word| word.of(text)), Some("mid-May’s"));
        let comma = text.find("later").unwrap_or_default();
        assert_eq!(word_before(text, comma), None);
    }
}
