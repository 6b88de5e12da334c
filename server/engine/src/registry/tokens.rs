//! A paragraph as words with their places and folded hashes: what the name index and the office grammar both walk over.

mod beside;

use crate::text::LocalSpan;

use super::fold;
use super::hash;

/// A word of a paragraph. Kept small, for a long paragraph has many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    start: u32,
    end: u32,
    after: u32,
    /// Where the folded word stands in [`Tokens::folded`].
    fold: (u32, u32),
    /// Whether it begins with anything but a small letter.
    pub capital: bool,
    /// Hash of the folded word.
    pub hash: u64,
}

impl Token {
    /// First byte.
    pub(super) fn start(&self) -> usize {
        self.start as usize
    }

    /// First byte after the word, a possessive ending left out.
    pub(super) fn end(&self) -> usize {
        self.end as usize
    }

    /// First byte after a possessive ending; [`Token::end`] if there is none.
    pub(super) fn after(&self) -> usize {
        self.after as usize
    }
}

/// Room for the words of a paragraph.
#[derive(Default)]
pub(super) struct Room {
    list: Vec<Token>,
    folded: String,
}

/// The words of a paragraph.
pub(super) struct Tokens<'a> {
    /// The paragraph.
    pub text: &'a str,
    /// Its words in order.
    pub list: Vec<Token>,
    /// The paragraph in small letters as far as they are ASCII, and behind it the folded words that are not found in there.
    folded: String,
}

impl<'a> Tokens<'a> {
    /// Cuts `text` at everything but letters, digits and inner apostrophes; hyphens part words too.
    pub(super) fn of(text: &'a str) -> Self {
        Tokens::of_in(text, Room::default())
    }

    /// The same in some room that is there already.
    pub(super) fn of_in(text: &'a str, room: Room) -> Self {
        let text = reachable(text);
        let Room {
            mut list,
            mut folded,
        } = room;
        list.clear();
        list.reserve(text.len() / 6);
        folded.clear();
        folded.push_str(text);
        folded.make_ascii_lowercase();
        let mut tokens = Tokens { text, list, folded };
        let bytes = text.as_bytes();
        let mut start = None;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if ALNUM[usize::from(byte)] {
                let from = at;
                at += plain(&bytes[from..]);
                // Most words are letters between blanks or marks that no word holds.
                let ends = bytes
                    .get(at)
                    .is_none_or(|&b| b.is_ascii() && !matches!(b, b'\'' | b'.'));
                if ends && start.is_none() {
                    tokens.push_plain(from, at);
                } else {
                    start.get_or_insert(from);
                }
                continue;
            }
            if byte.is_ascii() && start.is_none() {
                at += 1;
                continue;
            }
            let mut chars = text[at..].chars();
            let Some(c) = chars.next() else { break };
            let inner = c.is_alphanumeric()
                || (start.is_some()
                    && (is_apostrophe(c) || is_mark(c) || is_dot_of_initials(text, at, c))
                    && chars.next().is_some_and(char::is_alphanumeric))
                || (start.is_some() && is_mark(c));
            if is_ideograph(c) {
                // No blank parts the words of Chinese: each sign is a word, and a name is a row of them.
                if let Some(from) = start.take() {
                    tokens.push(from, at);
                }
                tokens.push(at, at + c.len_utf8());
            } else if inner {
                start.get_or_insert(at);
            } else if let Some(from) = start.take() {
                tokens.push(from, at);
            }
            at += c.len_utf8();
        }
        if let Some(from) = start {
            tokens.push(from, text.len());
        }
        tokens
    }

    /// Adds a word of nothing but letters and digits of ASCII, which is folded already.
    fn push_plain(&mut self, start: usize, end: usize) {
        let bytes = &self.folded.as_bytes()[start..end];
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            after: end as u32,
            fold: (start as u32, end as u32),
            capital: !self.text.as_bytes()[start].is_ascii_lowercase(),
            hash: hash::of(bytes),
        });
    }

    fn push(&mut self, start: usize, after: usize) {
        let word = &self.text[start..after];
        let mut end = after;
        let owns = word.len() > 2 && word.ends_with(['s', 'S']);
        for ending in ["'s", "’s", "'S", "’S"] {
            if owns && word.len() > ending.len() && word.ends_with(ending) {
                end = after - ending.len();
            }
        }
        let word = &self.text[start..end];
        let from = self.folded.len();
        fold::fold(word, &mut self.folded);
        let folded = &self.folded[from..];
        let capital = match word.as_bytes().first() {
            Some(first) if first.is_ascii() => !first.is_ascii_lowercase(),
            _ => !word.starts_with(char::is_lowercase),
        };
        self.list.push(Token {
            start: start as u32,
            end: end as u32,
            after: after as u32,
            fold: (from as u32, self.folded.len() as u32),
            capital,
            hash: hash::of(folded.as_bytes()),
        });
    }

    /// The room, for the words of another paragraph; of a very long one only little.
    pub(super) fn into_room(self) -> Room {
        if self.folded.capacity() > MOST_ROOM {
            return Room::default();
        }
        Room {
            list: self.list,
            folded: self.folded,
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The folded form of a word.
    pub(super) fn folded(&self, at: usize) -> &str {
        let (from, to) = self.list[at].fold;
        &self.folded[from as usize..to as usize]
    }

    /// The span from word `from` to word `to`, both included, a possessive ending left out.
    pub(super) fn span(&self, from: usize, to: usize) -> LocalSpan {
        LocalSpan::new(self.list[from].start(), self.list[to].end())
    }
}

/// The part of a text whose places and folded words fit into 32 bits: a gigabyte.
fn reachable(text: &str) -> &str {
    const MOST: usize = 1 << 30;
    if text.len() <= MOST {
        return text;
    }
    let end = (0..=MOST).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

/// The longest text whose room is kept, in bytes.
const MOST_ROOM: usize = 1 << 16;

/// How many letters and digits of ASCII a text begins with.
fn plain(bytes: &[u8]) -> usize {
    let end = bytes.iter().position(|&b| !ALNUM[usize::from(b)]);
    end.unwrap_or(bytes.len())
}

/// Which bytes are letters or digits of ASCII: one look for each byte of a text.
static ALNUM: [bool; 256] = {
    let mut is_alnum = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        is_alnum[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    is_alnum
};

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// Whether the stop at `at` stands inside initials such as `U.S.`
fn is_dot_of_initials(text: &str, at: usize, c: char) -> bool {
    if c != '.' {
        return false;
    }
    let before = &text.as_bytes()[..at];
    let after = &text.as_bytes()[at + 1..];
    let lone_before = before.last().is_some_and(u8::is_ascii_uppercase)
        && before
            .len()
            .checked_sub(2)
            .is_none_or(|i| !before[i].is_ascii_alphabetic());
    let lone_after = after.first().is_some_and(u8::is_ascii_uppercase)
        && after.get(1).is_none_or(|b| !b.is_ascii_alphabetic());
    lone_before && lone_after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = Tokens::of(text);
        (0..tokens.len())
            .map(|at| tokens.folded(at).to_owned())
            .collect()
    }

    #[test]
    fn possessives_and_hyphens_part_words() {
        assert_eq!(
            words("Al-Miqdad’s aide, O'Neill's U.S. friend"),
            ["al", "miqdad", "aide", "oneill", "us", "friend"]
        );
    }

    #[test]
    fn decomposed_letters_stay_in_their_word() {
        assert_eq!(words("Erdog\u{306}an’s Türkiye"), ["erdogan", "turkiye"]);
    }
}
