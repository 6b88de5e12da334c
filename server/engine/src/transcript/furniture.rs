//! Lines that nobody says: stage directions, marks, ends, clocks, headings.

use std::sync::LazyLock;

use crate::transcript::lexicon::fold;
use crate::transcript::line::is_space;
use crate::transcript::signs::{is_cue, is_time};

/// What a line is when it is no speech and no prose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Furniture {
    /// What happens in the room; a turn goes on after it.
    Stage,
    /// A page mark, a rule of stars or an omission; a turn goes on after it.
    Mark,
    /// The end of a transcript or statement.
    End,
    /// A time of day alone on its line, as heads and ends of transcripts carry.
    Clock,
    /// A Markdown heading, or a centred line in capitals.
    Heading,
    /// What a page sets between paragraphs: an advertisement, a picture's credit, a link to another page.
    Caption,
}

/// What kind of furniture the line `words` is by itself; `indent` is how far it is set in.
pub(crate) fn furniture(words: &str, indent: usize) -> Option<Furniture> {
    let first = words.chars().next()?;
    match first {
        '(' | '[' | '\\' | '>' | '<' | '‹' | '*' | '_' | '=' | '-' | '#' | '~' | '…' | '.'
        | '•' => {
            if is_end_sign(words) {
                Some(Furniture::End)
            } else if is_mark(words) {
                Some(Furniture::Mark)
            } else if is_stage(words) {
                Some(Furniture::Stage)
            } else if is_page_number(words) {
                Some(Furniture::Mark)
            } else {
                (first == '#' && is_heading(words)).then_some(Furniture::Heading)
            }
        }
        _ if is_caption(words) => Some(Furniture::Caption),
        'T' | 't' if is_closed(words) => Some(Furniture::End),
        '–' | '—' | 'P' | 'p' if is_page_number(words) => Some(Furniture::Mark),
        'E' | 'e' if is_end(words) => Some(Furniture::End),
        '|' if is_rule_of_table(words) => Some(Furniture::Mark),
        '0'..='9' if is_clock(words) => Some(Furniture::Clock),
        '0'..='9' if is_cue(words) || is_time(words) => Some(Furniture::Mark),
        _ if indent >= 8 && centred(words) => Some(Furniture::Heading),
        _ => None,
    }
}

/// A group in round or square brackets that is the whole line, perhaps quoted or escaped.
fn is_stage(words: &str) -> bool {
    let bare = words
        .trim_start_matches(['>', ' ', '*', '_'])
        .trim_end_matches(['*', '_']);
    let inside = |open: &str, close: &str| {
        bare.strip_prefix(open)
            .and_then(|rest| rest.trim_end_matches('.').strip_suffix(close))
            .is_some_and(|inside| !inside.is_empty() && !inside.contains(['(', '[', ')', ']']))
    };
    let page = bare.starts_with("[[");
    !page && words.len() <= 200 && (inside("(", ")") || inside("[", "]") || inside("\\[", "\\]"))
}

/// `[[Page S695]]`, `* * *`, `<…>`, a ruled line.
fn is_mark(words: &str) -> bool {
    let page = words.starts_with("[[") && words.ends_with("]]");
    let omission = words.chars().count() <= 7
        && words.starts_with(['<', '‹', '[', '(', '…', '.'])
        && words.chars().all(|c| {
            matches!(
                c,
                '<' | '>' | '‹' | '›' | '[' | ']' | '(' | ')' | '…' | '.' | ' '
            )
        });
    let ruled = words.len() >= 3
        && words
            .chars()
            .all(|c| is_space(c) || matches!(c, '*' | '_' | '=' | '-' | '~' | '•' | '—'));
    page || omission || ruled
}

/// How pages of the web begin what they set between paragraphs, in lower case; sorted.
const CAPTIONS: &str = include_str!("captions.txt");

/// The same by their first byte: most lines begin with none.
static CAPTION_LIST: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_first = vec![Vec::new(); 256];
    for caption in CAPTIONS.lines() {
        by_first[usize::from(caption.as_bytes()[0])].push(caption);
    }
    by_first
});

/// The longest caption looked for, in bytes.
const LONGEST_CAPTION: usize = 200;

/// Whether a line is an advertisement's, a picture's or a link's: it begins as those do, and is no sentence unless a colon
/// parts the two.
pub(crate) fn is_caption(words: &str) -> bool {
    let Some(first) = words
        .bytes()
        .next()
        .filter(|_| words.len() <= LONGEST_CAPTION)
    else {
        return false;
    };
    CAPTION_LIST[usize::from(first.to_ascii_lowercase())]
        .iter()
        .any(|caption| begins_caption(words, caption))
}

fn begins_caption(words: &str, caption: &str) -> bool {
    let Some((begin, rest)) = words.split_at_checked(caption.len()) else {
        return false;
    };
    let begins = begin.eq_ignore_ascii_case(caption)
        || !caption.is_ascii() && begin.to_lowercase() == caption;
    let open = caption.ends_with([':', '[']);
    let ends = rest.is_empty() || open || caption.ends_with('©') || rest.starts_with(is_space);
    begins && ends && (open || !rest.ends_with(['.', '?', '!']))
}

/// `Page 3`, `Page 3 of 12`, `- 3 -`.
pub(crate) fn is_page_number(words: &str) -> bool {
    let number = |words: &str| !words.is_empty() && words.bytes().all(|b| b.is_ascii_digit());
    let bare = words.trim_matches(['-', '–', '—', ' ']);
    if bare.len() < words.len() {
        return words.starts_with(['-', '–', '—'])
            && words.ends_with(['-', '–', '—'])
            && number(bare);
    }
    let rest = words
        .get(..5)
        .filter(|page| page.eq_ignore_ascii_case("page "))
        .map(|_| words[5..].trim_matches(is_space));
    rest.is_some_and(|rest| {
        let parts = rest.split_once(" of ").or_else(|| rest.split_once('/'));
        number(rest) || parts.is_some_and(|(page, all)| number(page.trim()) && number(all.trim()))
    })
}

/// How lines begin that close a transcript or a sitting, in lower case; sorted.
const CLOSINGS: &str = include_str!("closings.txt");

/// `Transcript ends.`, `The meeting rose at noon.`; "The meeting ended at noon." may be anybody's.
fn is_closed(words: &str) -> bool {
    let begins = |closing: &str| {
        let begin = words.as_bytes().get(..closing.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(closing.as_bytes()))
    };
    words.len() <= 160 && CLOSINGS.lines().any(begins)
}

/// `|---|:--|`, which parts the head of a table from its rows.
pub(crate) fn is_rule_of_table(words: &str) -> bool {
    words.contains("--")
        && words
            .bytes()
            .all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

/// `###`, `# # #`, `-30-`, `[Ends]`.
fn is_end_sign(words: &str) -> bool {
    let bare = words.trim_matches(['\\', '-', '/', '[', ']', '(', ')', '*', ' ']);
    (words.contains("##") || words.starts_with("# #") || words.starts_with("\\#"))
        && bare.chars().all(|c| matches!(c, '#' | ' ' | '\\'))
        || bare == "30"
        || (bare.len() < words.len() && is_end(bare))
}

/// `END   5:42 P.M. EDT`, `End of the transcript.`, `ENDS`.
fn is_end(words: &str) -> bool {
    let Some((first, rest)) = words.split_once(is_space) else {
        return matches!(
            fold(words).as_str(),
            "end" | "ends" | "ende" | "endit" | "[end]"
        );
    };
    let rest = rest.trim_matches(is_space);
    let folded = fold(first);
    if folded != "end" && folded != "ends" {
        return false;
    }
    let of = words.len() <= 120
        && rest
            .get(..3)
            .is_some_and(|of| of.eq_ignore_ascii_case("of "))
        && rest.matches(['.', '!', '?']).count() <= 1
        && closing_noun(rest);
    let whole = rest.trim_end_matches('.');
    of || is_clock(rest) || whole.eq_ignore_ascii_case("transcript")
}

/// Whether the words after "End" name something that a page reproduces.
fn closing_noun(rest: &str) -> bool {
    rest.split(|c: char| !c.is_alphabetic())
        .take(6)
        .any(|word| {
            let word = word.to_lowercase();
            DOCUMENTS.contains(&word.as_str())
                || matches!(
                    word.as_str(),
                    "interview"
                        | "conference"
                        | "briefing"
                        | "recording"
                        | "meeting"
                        | "quote"
                        | "quotation"
                        | "document"
                )
        })
}

/// Nouns for documents that pages reproduce.
pub(crate) static DOCUMENTS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("documents.txt").lines().collect());

/// A time of day with nothing else but its zone: `5:42 P.M. EDT`, `17:05 GMT`.
pub(crate) fn is_clock(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &words[digits..];
    let minutes = rest
        .strip_prefix([':', '.'])
        .filter(|rest| rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_digit));
    let (Some(zone), 1..=2) = (minutes, digits) else {
        return false;
    };
    let zone = zone[2..].trim_matches(is_space);
    words.len() <= 40
        && !zone.contains(|c: char| c.is_ascii_digit())
        && zone.split(is_space).all(|word| {
            matches!(
                fold(word).as_str(),
                "" | "a.m"
                    | "p.m"
                    | "am"
                    | "pm"
                    | "local"
                    | "time"
                    | "hours"
                    | "hrs"
                    | "noon"
                    | "h"
                    | "uhr"
            ) || (word.len() <= 6
                && word
                    .bytes()
                    .all(|b| b.is_ascii_uppercase() || b == b'(' || b == b')'))
        })
}

fn is_heading(words: &str) -> bool {
    let rest = words.trim_start_matches('#');
    words.len() - rest.len() <= 6 && rest.starts_with(is_space)
}

fn centred(words: &str) -> bool {
    words.len() <= 100
        && words.chars().any(char::is_alphabetic)
        && !words.chars().any(char::is_lowercase)
        && !words.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_in_the_room_is_a_stage_direction() {
        for line in [
            "(Applause.)",
            "(Cross-talk by reporters.)",
            "> (laughter)",
            "[laughs]",
            "\\[pause\\]",
        ] {
            assert_eq!(furniture(line, 0), Some(Furniture::Stage), "{line}");
        }
        assert_eq!(furniture("(In Freedonian.) Good day to you all.", 0), None);
    }

    #[test]
    fn marks_ends_and_clocks_are_told_apart() {
        for line in ["[[Page S12]]", "* * *", "<…>", "‹…›", "______", "[…]"] {
            assert_eq!(furniture(line, 0), Some(Furniture::Mark), "{line}");
        }
        for line in [
            "END                5:42 P.M. EDT",
            "End of the transcript.",
            "\\###",
            "###",
            "-30-",
            "END",
        ] {
            assert_eq!(furniture(line, 0), Some(Furniture::End), "{line}");
        }
        assert_eq!(furniture("1:54 P.M. EDT", 0), Some(Furniture::Clock));
        assert_eq!(
            furniture("End of story for us, I fear, and we move on.", 0),
            None
        );
        assert_eq!(furniture("10:30 is when we begin.", 0), None);
    }
}
