//! Splits a paragraph into tokens: one pass over the characters.

use super::entry::Facts;
use super::lexicon::Lexicon;
use super::token::{Kind, Token};

/// Splits a paragraph into tokens; white space is left out.
pub(crate) fn scan(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = lexicon.spare.take();
    tokens.clear();
    tokens.reserve(text.len() / 5);
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        // Nearly all words are letters of ASCII between blanks or marks that no word holds.
        if byte.is_ascii_alphabetic() {
            let len = plain_word(&bytes[at..]);
            if len > 0 {
                let (facts, owner) = lexicon.facts(&text[at..at + len]);
                tokens.push(Token {
                    start: at as u32,
                    end: (at + len) as u32,
                    kind: Kind::Word,
                    capital: byte.is_ascii_uppercase(),
                    owner,
                    plain: true,
                    quoted: false,
                    facts,
                });
                at += len;
                continue;
            }
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        let rest = &text[at..];
        if c.is_whitespace() || is_invisible(c) {
            at += c.len_utf8();
            continue;
        }
        let (kind, len) = if c.is_alphabetic() {
            (Kind::Word, word(rest))
        } else if c.is_numeric() {
            (Kind::Number, number(rest))
        } else {
            mark(c, rest)
        };
        let (facts, owner) = if kind == Kind::Word {
            lexicon.facts(&rest[..len])
        } else {
            (Facts::default(), false)
        };
        tokens.push(Token {
            start: at as u32,
            end: (at + len) as u32,
            kind,
            capital: c.is_uppercase() || kind == Kind::Word && is_article_name(&rest[..len]),
            owner,
            plain: false,
            quoted: false,
            facts,
        });
        at += len;
    }
    tokens
}

/// Characters a reader does not see: zero-width and directional ones, the soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a word is a name with its article in small letters: "al-Assad".
fn is_article_name(word: &str) -> bool {
    let mut chars = word.chars();
    let small = |c: Option<char>| c.is_some_and(char::is_lowercase);
    small(chars.next())
        && small(chars.next())
        && chars.next() == Some('-')
        && chars.next().is_some_and(char::is_uppercase)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether a character goes on with a word: letters, and marks that sit on letters.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// The length of the word that begins with a letter of ASCII, if it is seen at once to be letters and digits of ASCII alone;
/// else 0.
fn plain_word(bytes: &[u8]) -> usize {
    let len = bytes.iter().position(|b| !b.is_ascii_alphanumeric());
    let len = len.unwrap_or(bytes.len());
    let ends = |b: &u8| b.is_ascii() && !matches!(b, b'-' | b'\'' | b'.');
    if bytes.get(len).is_none_or(ends) {
        len
    } else {
        0
    }
}

/// The length of the word `rest` begins with.
fn word(rest: &str) -> usize {
    let acronym = acronym(rest);
    if acronym > 0 {
        return acronym;
    }
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let joins = (c == '-' || c == '‑' || is_apostrophe(c))
            && next.is_some_and(|next| is_letter(next) || (c != '’' && next.is_ascii_digit()));
        // "''" closes a quotation in typewriter style.
        if is_letter(c) || joins || (c.is_ascii_digit() && end > 0) {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// The length of an acronym with dots, "U.S."; 0 if there is none.
fn acronym(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && bytes.get(end + 1) == Some(&b'.') {
        end += 2;
    }
    let ends_word = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    if end >= 4 && ends_word { end } else { 0 }
}

/// The length of the number `rest` begins with: separators before digits, endings and a percent sign belong to it.
fn number(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = chars.next() {
        let digit_next = chars.peek().is_some_and(|(_, c)| c.is_ascii_digit());
        let separates = matches!(c, '.' | ',' | ':' | '/') && digit_next;
        if c.is_alphanumeric() || separates || c == '%' {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// The kind and length of a mark.
fn mark(c: char, rest: &str) -> (Kind, usize) {
    // Only asked for where it matters: a long row of one mark is not counted again from each of them.
    let repeated = || rest.len() - rest.trim_start_matches(c).len();
    let doubled = || rest[c.len_utf8()..].starts_with(c);
    let one = c.len_utf8();
    match c {
        ',' | '،' => (Kind::Comma, one),
        ';' | '؛' => (Kind::Semicolon, one),
        ':' => (Kind::Colon, one),
        '.' if doubled() => (Kind::Ellipsis, repeated()),
        '.' => (Kind::Stop, one),
        '…' => (Kind::Ellipsis, repeated()),
        '!' | '?' | '؟' => (Kind::Call, one),
        '—' | '–' | '―' => (Kind::Dash, repeated()),
        '-' if doubled() => (Kind::Dash, repeated()),
        '-' => (Kind::Hyphen, one),
        '(' | '[' | '{' => (Kind::Open, one),
        ')' | ']' | '}' => (Kind::Close, one),
        '\'' | '`' if doubled() => (Kind::Mark, 2),
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’' | '‚' | '`' => {
            (Kind::Mark, one)
        }
        _ => (Kind::Other, one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        scan(text, Lexicon::english())
            .iter()
            .map(|token| token.of(text))
            .collect()
    }

    #[test]
    fn words_keep_inner_hyphens_and_apostrophes() {
        assert_eq!(
            split("Syria’s so-called al-Hol"),
            ["Syria’s", "so-called", "al-Hol"]
        );
    }

    #[test]
    fn an_acronym_keeps_its_dots_and_a_number_its_separators() {
        assert_eq!(
            split("The U.S. paid 1,200.50 at 10:30, up 7%."),
            [
                "The", "U.S.", "paid", "1,200.50", "at", "10:30", ",", "up", "7%", "."
            ]
        );
    }

    #[test]
    fn doubled_single_marks_are_one_mark() {
        assert_eq!(
            split("``No,'' she said."),
            ["``", "No", ",", "''", "she", "said", "."]
        );
    }

    #[test]
    fn what_no_reader_sees_is_no_token() {
        assert_eq!(split("\u{feff}one\u{200b} two"), ["one", "two"]);
    }
}
