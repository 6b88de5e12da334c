//! What stands beside the name in a label and is none of it: titles and offices in other languages, the office behind a comma.

use crate::registry::{Mention, Registry};
use crate::text::LocalSpan;
use crate::transcript::{Ending, ending, is_role, is_title};

use super::brackets::parted;

/// The mention with its name begun past titles and offices of other languages than English: `Hedda Krone` in `Präsidentin Hedda
/// Krone`.
pub(super) fn past_titles(registry: &Registry, read: &str, mut mention: Mention) -> Mention {
    let Some(name) = mention.name.filter(|_| mention.people.is_empty()) else {
        return mention;
    };
    let mut rest = name.of(read);
    // "El señor Vega", "An Ceann Comhairle": an article stands before titles only.
    let (first, behind) = rest.split_once(BLANKS).unwrap_or((rest, ""));
    if first.chars().count() <= LONGEST_ARTICLE
        && !is_title(first)
        && behind.split(BLANKS).next().is_some_and(is_title)
    {
        rest = behind;
    }
    // "해양수산부장관 이바다", "박하늘 의원"; "Frage Lind".
    let office = |word: &str| ending(word) == Some(Ending::Office);
    let role = |word: &str| is_role(word) && !word.ends_with('.');
    let is_beside = |word: &str| is_title(word) || office(word) || role(word);
    while let Some((before, _)) = rest.rsplit_once(BLANKS).filter(|(_, last)| office(last)) {
        rest = before.trim_end_matches(BLANKS);
    }
    while let Some(first) = rest.split(BLANKS).next().filter(|it| is_beside(it)) {
        let behind = rest[first.len()..].trim_start_matches(BLANKS);
        // "Dean Krone" may be called so.
        if !behind.is_empty() && registry.is_a_given_name(first) {
            break;
        }
        rest = behind;
    }
    // "Ministr dopravy ČR Karel Holm": behind an office that has a complement the name begins with a given name.
    if name.start() > 0 || rest.len() < name.of(read).len() {
        let given = rest
            .split(BLANKS)
            .skip(1)
            .find(|it| registry.is_a_given_name(it));
        if let Some(given) = given {
            let from = given.as_ptr() as usize - rest.as_ptr() as usize;
            let first = rest.split(BLANKS).next().unwrap_or_default();
            if rest[from + given.len()..].contains(BLANKS) && !registry.is_a_given_name(first) {
                rest = &rest[from..];
            }
        }
    }
    // An office alone is what its holder is called here.
    if !rest.is_empty() {
        let start = name.start() + (rest.as_ptr() as usize - name.of(read).as_ptr() as usize);
        let end = start + rest.len();
        mention.name = Some(LocalSpan::new(start, end));
    }
    mention
}

const BLANKS: [char; 2] = [' ', '\u{a0}'];

/// The longest article that is looked for, in letters: "die", "los".
const LONGEST_ARTICLE: usize = 3;

/// The name before a comma with its office behind it: `ADA VANE` in `ADA VANE, MINISTER OF PORTS OF LAKELAND`. What stands
/// behind the comma is no name, however it looks.
pub(super) fn before_comma<'a>(
    registry: &Registry,
    words: &'a str,
    whole: Option<&Mention>,
) -> Option<(&'a str, Mention)> {
    // "Jan Lind (V, BE), for the committee": a comma within brackets parts seat and party.
    let mut depth = 0usize;
    let comma = words.bytes().position(|byte| {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        byte == b',' && depth == 0
    })?;
    let (name, behind) = (&words[..comma], &words[comma + 1..]);
    let has_office = |words: &str| words.split([' ', '\u{a0}', '-']).any(is_title);
    let two = name.trim().contains([' ', '\u{a0}']);
    if !(two || has_office(behind)) || behind.trim().is_empty() {
        return None;
    }
    // "EVA HOLM (I), MAYOR": the party goes with the name and is none of it.
    let (name, _) = parted(name.trim_end());
    let mut mention = registry.label(name)?;
    mention.name?;
    if let Some(whole) = whole.filter(|whole| whole.people == mention.people) {
        mention.posts.clone_from(&whole.posts);
        mention.state.clone_from(&whole.state);
    }
    Some((name, mention))
}
