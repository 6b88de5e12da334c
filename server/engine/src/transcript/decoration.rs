//! What stands before the words of a label on its line: signs of headings, bold, items, captions, numbers.

use crate::transcript::lexicon::LEXICON;
use crate::transcript::line::is_space;
use crate::transcript::shape::Decoration;
use crate::transcript::signs::skip_space;

/// What records print before the number of a speech; sorted.
const NUMBERED: &str = include_str!("numbered.txt");

/// What stands before the words of a label, and where these begin; `None` if no label begins so, or brackets open it.
pub(crate) fn decoration(content: &str, first: char) -> Option<(Decoration, usize)> {
    let found = match first {
        '#' => {
            let signs = content.len() - content.trim_start_matches('#').len();
            let rest = content[signs..].trim_start_matches(is_space);
            let marks = rest.len() - rest.trim_start_matches('*').len();
            (signs <= 6 && rest.len() + signs < content.len())
                .then_some((Decoration::Heading, content.len() - rest.len() + marks))?
        }
        '*' | '_' => {
            let marks = content.len() - content.trim_start_matches(first).len();
            let from = skip_space(content, marks);
            match from - marks {
                0 if marks <= 3 => (Decoration::Bold, marks),
                // An item of a list.
                1.. if marks == 1 && from < content.len() => (Decoration::Dash, from),
                _ => return None,
            }
        }
        '>' | '•' => quoted(content)?,
        '|' => row(content)?,
        '<' => voice(content)?,
        '§' | '○' | '◯' | '●' | '◆' | '■' | '◎' => {
            (Decoration::Section, skip_space(content, first.len_utf8()))
        }
        '—' | '–' | '-' => {
            let from = skip_space(content, first.len_utf8());
            (from < content.len()).then_some((Decoration::Dash, from))?
        }
        '0'..='9' => (Decoration::Plain, number(content)?),
        // "al-Nur:" is a name; any other line that begins in lower case goes on with a sentence.
        _ if first.is_lowercase()
            && !content.split(is_space).next()?.contains(char::is_uppercase) =>
        {
            return None;
        }
        'A' | 'I' | 'P' | 'Q' => (Decoration::Plain, past_prefix(content)),
        _ if first.is_alphabetic() => (Decoration::Plain, 0),
        _ => return None,
    };
    Some(found)
}

/// Past the opening of a voice: `<v Ada Vane>`, `<v.loud Ada Vane>`, `<Ada Vane>`.
fn voice(content: &str) -> Option<(Decoration, usize)> {
    let close = content.find('>')?;
    let inside = &content[1..close];
    let from = match inside.split_once(is_space) {
        Some((tag, _)) if tag == "v" || tag.starts_with("v.") => skip_space(content, 1 + tag.len()),
        _ => 1,
    };
    let name = &content[from..close];
    let names = from > 1 || name.contains(is_space);
    (names && name.starts_with(char::is_uppercase)).then_some((Decoration::Voice, from))
}

/// Past the signs of captions, quotations and lists: `>> Ada Vane:`, `> **Ada Vane:**`, `• Ada Vane:`.
fn quoted(content: &str) -> Option<(Decoration, usize)> {
    let rest = content.trim_start_matches(|c| matches!(c, '>' | '•') || is_space(c));
    let from = content.len() - rest.len();
    let marks = rest.len() - rest.trim_start_matches('*').len();
    let decoration = if marks == 0 {
        Decoration::Dash
    } else {
        Decoration::Bold
    };
    (marks <= 3 && marks < rest.len()).then_some((decoration, from + marks))
}

/// Past a number glued to a label: `16.Mr. VANE`.
fn number(content: &str) -> Option<usize> {
    let digits = content.len()
        - content
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let from = skip_space(
        content,
        digits + usize::from(content[digits..].starts_with('.')),
    );
    let next = content[from..].split(is_space).next()?;
    (digits <= 4 && from > digits && LEXICON.titles.knows(next)).then_some(from)
}

/// Past what some records print before a name: a number (`Question No. 110-`, `Anf. 12`), or the photograph of a page of the
/// web, copied as words (`Photo of Ada VaneAda Vane`).
fn past_prefix(content: &str) -> usize {
    if let Some(rest) = content.strip_prefix("Photo of ") {
        return past_photo(rest).map_or(0, |from| content.len() - rest.len() + from);
    }
    NUMBERED
        .lines()
        .find_map(|prefix| {
            let rest = content.strip_prefix(prefix)?.strip_prefix(is_space)?;
            let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            if digits.len() == rest.len() {
                return None;
            }
            let from = digits.trim_start_matches(is_space);
            let name = match from.chars().next()? {
                mark @ ('-' | '–' | '—') => {
                    from[mark.len_utf8()..].trim_start_matches(is_space)
                }
                _ if from.len() < digits.len() => from,
                _ => return None,
            };
            Some(content.len() - name.len())
        })
        .unwrap_or(0)
}

/// Where the name stands again behind the words that stand for its photograph.
fn past_photo(rest: &str) -> Option<usize> {
    let first = rest.split(is_space).next()?;
    let mut ends = rest.char_indices().map(|(at, _)| at).skip(first.len());
    ends.find(|&at| {
        let again = rest[at..].trim_start_matches(is_space);
        let name = rest[..at].trim_end_matches(is_space);
        again.starts_with(first) && again.starts_with(name)
    })
    .map(|at| skip_space(rest, at))
}

/// Past the bar that opens a row of a table, where another parts the name from what is said, and no third follows.
fn row(content: &str) -> Option<(Decoration, usize)> {
    let inside = content.trim_start_matches('|');
    let cells = inside.trim_end_matches(is_space).trim_end_matches('|');
    let from = skip_space(content, content.len() - inside.len());
    (cells.matches('|').count() == 1 && from < content.len()).then_some((Decoration::Dash, from))
}
