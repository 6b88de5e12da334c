//! Labels closed by a full stop: `Mr. VANE. I thank the Chair.`, `M. Krone, rapporteur. Favourable.`, `ВЕЙН А.В. Спасибо.`.

use crate::text::Span;
use crate::transcript::closing::Close;
use crate::transcript::lexicon::{LEXICON, fold};
use crate::transcript::line::is_space;
use crate::transcript::shape::Closing;
use crate::transcript::signs::{short, skip_space};
use crate::transcript::spelling::shouted;
use crate::transcript::words::form;

/// Labels that are a chair alone and no form of address, folded; sorted.
const CHAIRS: &str = include_str!("chairs.txt");

/// The longest words behind a comma that may belong to a label, in bytes.
const LONGEST_APPOSITION: usize = 90;

/// Title and name, or office, up to a full stop that is not an abbreviation's.
pub(crate) fn stop(content: &str, from: usize) -> Option<Close> {
    let rest = &content[from..];
    let opens = rest.split(is_space).next()?;
    let close = |label: usize, after: usize| {
        let label = Span::new(from, from + label);
        Some((Closing::Stop, label, from + after, None))
    };
    if let Some(end) = initials(rest) {
        return match rest[end..].strip_prefix(',') {
            Some(behind) => {
                let n = apposition(behind, true)?;
                close(end + 1 + n, end + 2 + n)
            }
            None => close(end, end),
        };
    }
    let titled = || LEXICON.titles.knows(opens) || LEXICON.offices.knows(opens);
    let name = opens.trim_end_matches(',');
    // "JO MAR." is a name, "US ships." opens a sentence.
    let shouts = shouted(name)
        && (name.len() > 2
            || name.len() == 2
                && rest[opens.len()..]
                    .split_whitespace()
                    .next()
                    .is_some_and(shouted));
    if opens != "The" && !shouts && !titled() {
        return None;
    }
    let (mut depth, mut previous) = (0usize, ' ');
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.checked_sub(1)?,
            _ if depth > 0 => {}
            '.' => {
                let next = rest[at + 1..].chars().next();
                let ends = next.is_none_or(is_space);
                if ends && !short(&rest[..=at]) {
                    let words = &rest[..at];
                    let look = form(words);
                    let address =
                        look.names == 0 && !look.the && !look.capitals && !is_chair(words);
                    return if at > 2 && !address {
                        close(at, at + 1)
                    } else {
                        None
                    };
                }
            }
            ',' => {
                let look = form(&rest[..at]);
                let named = look.names > 0 && look.strange == 0 && (look.title || look.capitals);
                let n = apposition(&rest[at + 1..], false).filter(|_| named)?;
                return close(at + 1 + n, at + 2 + n);
            }
            ':' | ';' | '?' | '!' | '“' | '"' | '`' => return None,
            c if previous == ' ' && c.is_lowercase() => {
                let word = rest[at..].split([' ', '.', ',']).next().unwrap_or_default();
                let belongs = LEXICON.particles.has(word)
                    || LEXICON.offices.knows(word)
                    || matches!(word, "pro" | "tempore");
                if !belongs {
                    return None;
                }
            }
            _ => {}
        }
        previous = c;
    }
    None
}

fn is_chair(words: &str) -> bool {
    let folded = fold(words);
    CHAIRS.lines().any(|chair| chair == folded)
}

/// How far a family name and the initials behind it reach, if they open a line: `ВЕЙН А.В.`, `Вейн А. В.`.
fn initials(rest: &str) -> Option<usize> {
    let first = rest.chars().next().filter(|c| c.is_uppercase())?;
    let (name, behind) = rest.split_once(is_space)?;
    let mut letters = behind.chars();
    if !(letters.next()?.is_uppercase() && letters.next()? == '.') {
        return None;
    }
    let named = name.chars().all(|c| c.is_alphabetic() || c == '-');
    // In other scripts "Vane A." is the beginning of a sentence as often.
    let sure = !first.is_ascii() || shouted(name) && name.len() > 2;
    if !named || !sure || name.chars().count() < 3 {
        return None;
    }
    let start = rest.len() - behind.len();
    let mut end = start;
    for _ in 0..2 {
        let mut letters = rest[skip_space(rest, end)..].chars();
        let is_initial =
            letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.');
        if !is_initial {
            break;
        }
        end = rest.len() - letters.as_str().len();
    }
    let behind = &rest[end..];
    let goes_on = behind.is_empty() || behind.starts_with(|c: char| is_space(c) || c == ',');
    (end > start && goes_on).then_some(end)
}

/// How far an office behind a comma reaches, up to its full stop: ` rapporteur`, ` Ministro dei Porti`, ` фракция "Порт"`.
/// Where the name before it is `sure`, the stop may end the line.
fn apposition(behind: &str, sure: bool) -> Option<usize> {
    let near = behind
        .char_indices()
        .take_while(|(at, _)| *at <= LONGEST_APPOSITION);
    let stop = near.clone().find(|(at, c)| {
        let ends = || behind[at + 1..].chars().next().map_or(sure, is_space);
        *c == '.' && ends() && !short(&behind[..=*at])
    });
    let (end, _) = stop?;
    let words = behind[..end].trim_start_matches(is_space);
    let first = fold(words.split(is_space).next()?);
    let look = form(words);
    let quoted = words.ends_with(['"', '»', '”']);
    let office = look.office && look.strange <= 2 && !LEXICON.openers.has(&first) && first != "the";
    let plain = !words.contains([':', ';', '?', '!']);
    (plain && (office || quoted)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chairs_are_sorted_and_folded() {
        assert!(CHAIRS.lines().is_sorted());
        assert!(CHAIRS.lines().all(|chair| chair == fold(chair)));
    }

    #[test]
    fn a_stop_closes_titles_names_and_offices() {
        for (line, label) in [
            ("Mr. VANE. I thank the Chair.", "Mr. VANE"),
            (
                "M. le président. La parole est à Mme Vane.",
                "M. le président",
            ),
            (
                "M. Otto Krone, rapporteur. Favorable.",
                "M. Otto Krone, rapporteur",
            ),
            (
                "OTTO KRONE, Ministro dei Porti. Grazie.",
                "OTTO KRONE, Ministro dei Porti",
            ),
            ("JO MAR. Thank you.", "JO MAR"),
            ("ВЕЙН А.В. Дякую.", "ВЕЙН А.В."),
            ("Вейн А. В. Спасибо.", "Вейн А. В."),
            (
                "Кроне О. П., фракция \"Порт\". Спасибо.",
                "Кроне О. П., фракция \"Порт\"",
            ),
            ("Председательствующий. Спасибо.", "Председательствующий"),
        ] {
            let found = stop(line, 0).map(|(_, label, after, _)| (label.of(line), &line[after..]));
            let (words, said) = found.unwrap_or_default();
            assert_eq!(words, label);
            assert!(said.starts_with(' '), "{line}: {said}");
        }
        for line in [
            "Mr. President. I rise.",
            "Mr. Krone, I thank you. We agree.",
            "Minister. I ask you.",
            "US ships. They came.",
            "Мы говорили. Спасибо.",
        ] {
            assert_eq!(stop(line, 0), None, "{line}");
        }
    }
}
