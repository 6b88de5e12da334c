//! What happens in the room, told in brackets within what is said: `No. (Laughter.)`, `I – [crosstalk] – never.`
//!
//! Told by its form alone, in any language: a few words in brackets that stand apart from every sentence. What belongs to a
//! sentence, `the treaty (of 1999)` or `[the] treaty`, does not.

use memchr::memchr2;

use crate::text::LocalSpan;

/// More words are a remark of the speaker.
const MOST_WORDS: usize = 6;

/// The asides in a paragraph of a turn, in order, brackets included.
pub(super) fn asides(words: &str) -> Vec<LocalSpan> {
    let mut asides = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr2(b'(', b'[', &words.as_bytes()[at..]) {
        let start = at + found;
        at = start + 1;
        let close = if words[start..].starts_with('(') {
            ')'
        } else {
            ']'
        };
        // The next bracket or line end decides, so every byte is looked at once or twice.
        let Some(length) = words[at..].find(['(', '[', ')', ']', '\n', '\r']) else {
            break;
        };
        let end = at + length;
        if words[end..].starts_with(close)
            && stands_apart(&words[..start], &words[end + 1..])
            && is_told(&words[at..end], close)
        {
            asides.push(LocalSpan::new(start, end + 1));
        }
        at = end;
        if words[end..].starts_with([')', ']']) {
            at += 1;
        }
    }
    asides
}

/// Whether the words before have come to an end, and those behind begin anew.
fn stands_apart(before: &str, behind: &str) -> bool {
    let before = before.trim_end();
    let ended = before.is_empty() || before.ends_with(|char| ".!?…”\"»)]—–".contains(char));
    let behind = behind.trim_start();
    let goes_on = behind.starts_with(char::is_lowercase) && !before.ends_with(['—', '–']);
    ended && !goes_on && !behind.starts_with([',', ';', '.', ':'])
}

/// Whether what stands in the brackets is told by somebody else: closed by a stop, or in square brackets, or one word.
fn is_told(inner: &str, close: char) -> bool {
    let n_words = inner.split_whitespace().count();
    let plain = |char: char| char.is_alphabetic() || " .,!?'’-–—".contains(char);
    let is_whole = inner.ends_with(['.', '!', '?']) || close == ']' || n_words == 1;
    (1..=MOST_WORDS).contains(&n_words)
        && is_whole
        && inner.chars().all(plain)
        && inner.chars().filter(|char| char.is_alphabetic()).count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asides_stand_apart_from_every_sentence() {
        let told = |words: &'static str| -> Vec<&'static str> {
            let asides = asides(words).into_iter();
            asides
                .map(|aside| &words[aside.start()..aside.end()])
                .collect()
        };
        assert_eq!(
            told("No. (Laughter.) Well, yes. [Applause]"),
            ["(Laughter.)", "[Applause]"]
        );
        assert_eq!(told("(Смех в зале.) Хорошо."), ["(Смех в зале.)"]);
        assert_eq!(told("I never — [crosstalk] — said so."), ["[crosstalk]"]);
        for words in [
            "The treaty (of peace) holds.",
            "They broke [the] treaty.",
            "It fell. (See table 4.)",
            "So it was. [1] And so on.",
            "It rained. (It went on raining for the whole of the week.)",
            "((((",
            "No. (Laughter",
            "No. (Laugh\nter.)",
        ] {
            assert_eq!(told(words), [""; 0], "{words}");
        }
    }
}
