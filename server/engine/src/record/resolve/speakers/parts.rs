//! A label taken apart: office or title, name, and what stands in brackets behind them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::registry::{Mention, PersonId, PostId, Registry, Tongue};
use crate::text::LocalSpan;
use crate::transcript::{Ending, ending, is_role, is_title};

use super::roster::fold;

/// Words of offices whose holders change within a sitting without a word; sorted.
const CHAIRS: &str = include_str!("chairs.txt");
/// Forms of address that open the name of an office's holder; sorted.
const ADDRESSES: &str = include_str!("addresses.txt");

/// Words of offices whose holder presides over sittings, in the languages of the records; sorted.
const PRESIDING: &str = include_str!("presiding.txt");

static CHAIR_LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| CHAIRS.lines().collect());

/// A spelling of a label.
pub(super) struct Part<'a> {
    /// Its words without what stands in brackets at their end.
    pub(super) words: &'a str,
    /// The words as read: those of the holder, where brackets name one, or with a slip in a title put right.
    read: String,
    /// Title and name in what is read.
    pub(super) mention: Option<Mention>,
    /// The holder of an office, or the asker, named in brackets.
    pub(super) holder: Option<&'a str>,
    /// Short letters declared in brackets: `LLG`.
    pub(super) initials: Option<&'a str>,
    /// The post that the words before a holder mean.
    pub(super) post: Option<PostId>,
    /// Whether the words before the brackets are no form of address and no name of a person.
    pub(super) bare_office: bool,
    /// Whether the label hides a name.
    pub(super) anonymous: bool,
    /// The label as it would be spelt, if it holds a slip.
    pub(super) corrected: Option<String>,
    /// How many turns have it.
    pub(super) n_turns: usize,
    /// Of an office alone: who speaks under a name right before or after it.
    pub(super) beside: BTreeSet<PersonId>,
    /// The office that it names in another language than English.
    pub(super) tongue: Option<&'static Tongue>,
}

impl<'a> Part<'a> {
    /// Takes the words of a label apart.
    pub(super) fn of(registry: &Registry, label: &'a str, anonymous: bool) -> Part<'a> {
        let (words, bracket) = parted(label);
        let addressed = opens_with_address(words) && !is_addressed_office(words);
        let holder = bracket.and_then(|bracket| {
            if anonymous {
                asker(registry, bracket)
            } else {
                let found = holder(bracket).or_else(|| untitled(registry, words, bracket));
                found.filter(|_| !addressed)
            }
        });
        let initials = bracket.filter(|bracket| is_initials(bracket, words));
        let unspaced = ending(words);
        let base = registry.label(words);
        let (read, mention) = match holder.or(match unspaced {
            Some(Ending::Holder(name)) => Some(name),
            _ => None,
        }) {
            Some(holder) => (holder, registry.label(holder)),
            None => match before_comma(registry, words, base.as_ref()) {
                Some((name, mention)) => (name, Some(mention)),
                None => (words, base.clone()),
            },
        };
        let mention = mention.map(|it| past_titles(registry, read, it));
        let is_named = |mention: &Mention| !mention.people.is_empty() || !mention.posts.is_empty();
        let tongue = Tongue::of(words)
            .filter(|_| holder.is_none() && !mention.as_ref().is_some_and(is_named));
        let post = base.and_then(|base| base.posts.first().copied());
        Part {
            words,
            read: read.to_owned(),
            mention,
            holder,
            initials,
            post: holder.and(post),
            bare_office: !addressed && !anonymous,
            anonymous: anonymous && holder.is_none(),
            corrected: None,
            n_turns: 0,
            beside: BTreeSet::new(),
            tongue,
        }
    }

    /// Reads the label as `words`, in which a slip is put right.
    pub(super) fn correct(&mut self, words: String, mention: Mention) {
        self.mention = Some(mention);
        self.read.clone_from(&words);
        self.corrected = Some(words);
    }

    /// The name in it, without titles and offices, and without what a comma parts from it.
    pub(super) fn name(&self) -> Option<&str> {
        let name = self.mention.as_ref()?.name?.of(&self.read);
        let first = name.split(',').next().unwrap_or(name).trim_end();
        let whole = first.contains([' ', '\u{a0}']) || first.len() == name.len();
        Some(if whole { first } else { name })
    }

    /// The label with another spelling of its name.
    pub(super) fn with_name(&self, name: &str) -> String {
        let printed = self.name().unwrap_or_default();
        self.words.replacen(printed, name, 1)
    }

    /// Whether it names an office and nobody in it.
    pub(super) fn is_office_alone(&self) -> bool {
        let unnamed = self.tongue.is_some()
            || self
                .mention
                .as_ref()
                .is_none_or(|mention| mention.name.is_none());
        !self.anonymous && self.holder.is_none() && (unnamed || rotates(self.words))
    }
}

/// The mention with its name begun past titles and offices of other languages than English: `Hedda Krone` in `Präsidentin Hedda
/// Krone`.
fn past_titles(registry: &Registry, read: &str, mut mention: Mention) -> Mention {
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
    if name.start > 0 || rest.len() < name.of(read).len() {
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
        let start = name.start + (rest.as_ptr() as usize - name.of(read).as_ptr() as usize);
        let end = start + rest.len();
        mention.name = Some(LocalSpan { start, end });
    }
    mention
}

const BLANKS: [char; 2] = [' ', '\u{a0}'];

/// The longest article that is looked for, in letters: "die", "los".
const LONGEST_ARTICLE: usize = 3;

/// The name before a comma with its office behind it: `ADA VANE` in `ADA VANE, MINISTER OF PORTS OF LAKELAND`. What stands
/// behind the comma is no name, however it looks.
fn before_comma<'a>(
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

/// Whether the words name a chair that changes hands within a sitting.
pub(super) fn rotates(words: &str) -> bool {
    let folded = fold(words);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    CHAIR_LIST.binary_search(&bare).is_ok()
}

/// Whether the words name whoever presides over a sitting, as they may name a head of state: `The President`.
pub(super) fn presides(words: &str) -> bool {
    let folded = fold(words);
    PRESIDING.lines().any(|office| office == folded)
}

/// A label's words and what stands in the first of the brackets at their end: `Lord Holm` in `The Minister (Lord Holm) (Con)`.
/// A bracket within ("Radio (ORF) presenter") parts nothing.
fn parted(label: &str) -> (&str, Option<&str>) {
    let (mut words, mut first) = (label, None);
    while let Some((before, inside)) = words
        .strip_suffix([')', ']'])
        .and_then(|inner| inner.rsplit_once(['(', '[']))
        .filter(|(before, _)| !before.trim_end().is_empty())
    {
        words = before.trim_end();
        first = Some(inside.trim());
    }
    (words, first)
}

/// Whether the first word is a form of address, so that a name follows.
fn opens_with_address(words: &str) -> bool {
    let first = words.split([' ', '\u{a0}']).next().unwrap_or_default();
    is_address(first)
}

/// `Madam Deputy Speaker`: behind the form of address stands an office and no name.
fn is_addressed_office(words: &str) -> bool {
    let rest = words
        .split_once([' ', '\u{a0}'])
        .map_or("", |(_, rest)| rest);
    rotates(rest) || presides(rest) || rest.eq_ignore_ascii_case("speaker")
}

fn is_address(word: &str) -> bool {
    let folded = word.trim_end_matches('.').to_lowercase();
    ADDRESSES.lines().any(|address| address == folded)
}

/// The holder of an office in brackets: `Mr. Kern` in `The PRESIDING OFFICER (Mr. Kern)`. A riding or a party is none.
fn holder(bracket: &str) -> Option<&str> {
    let mut words = bracket.split([' ', '\u{a0}']);
    let address = words.next().is_some_and(is_address) && words.next().is_some();
    address.then(|| bracket.split(',').next().unwrap_or(bracket).trim())
}

/// The holder of an office in brackets who is named without a title: `Ada Vane` in `The Minister for Ports (Ada Vane)`. The
/// words before must be an office and no name; in brackets must stand two or more words that are no state.
fn untitled<'a>(registry: &Registry, words: &str, bracket: &'a str) -> Option<&'a str> {
    let office = words.split([' ', '\u{a0}', '-']).any(is_title);
    let named = registry
        .label(words)
        .is_some_and(|mention| mention.name.is_some());
    // "Minister of State at the Department of Ports": the last words look like a name.
    let of = words.contains(" of ") || words.contains(" for ");
    if !office || named && !rotates(words) && !words.starts_with("The ") && !of {
        return None;
    }
    let name = bracket.split(',').next().unwrap_or(bracket).trim();
    // "Otto Krone. PSD/SP": a party may stand behind a full stop.
    let name = match name.split_once(". ") {
        Some((before, _)) if !before.ends_with(|c: char| c.is_uppercase()) => before,
        _ => name,
    };
    let bare = name.strip_prefix("Deputy ").unwrap_or(name);
    let mut parts = bare.split([' ', '\u{a0}']);
    let capital = parts.clone().all(|part| {
        part.starts_with(char::is_uppercase) && !part.contains(|c: char| c.is_ascii_digit())
    });
    let first = parts.next().unwrap_or_default();
    let several = (1..=3).contains(&parts.count());
    let state = || {
        let mention = registry.label(bare);
        mention.is_none_or(|mention| mention.state.is_some() || mention.name.is_none())
    };
    let sure = registry.is_a_given_name(first) || registry.knows_person(bare) || !state();
    (several && capital && sure).then_some(bare)
}

/// The asker in brackets behind a role: `Anna Reed` in `Q (Anna Reed, Daily Post)`. A name alone must be known, for
/// `Q (Daily Post)` is none.
fn asker<'a>(registry: &Registry, bracket: &'a str) -> Option<&'a str> {
    let name = bracket
        .split([',', ';', '–', '—'])
        .next()
        .unwrap_or(bracket)
        .trim();
    let n_words = name.split_whitespace().count();
    let capital = name
        .split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase));
    let sure = name.len() < bracket.len() || registry.knows_person(name);
    (capital && (2..=4).contains(&n_words) && sure).then_some(name)
}

/// Whether the bracket holds the first letters of the words before it: `LLG` behind `Laurent Le Guyader`.
fn is_initials(bracket: &str, words: &str) -> bool {
    let first = |word: &str| word.chars().next().map(|c| c.to_uppercase().to_string());
    let letters: Vec<String> = words
        .split([' ', '\u{a0}', '-'])
        .filter_map(first)
        .collect();
    let n = bracket.chars().count();
    let mut left = letters.iter();
    (2..=5).contains(&n)
        && bracket.chars().all(char::is_uppercase)
        && bracket
            .chars()
            .all(|c| left.any(|letter| *letter == c.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        let lists = [CHAIRS, ADDRESSES, PRESIDING];
        assert!(lists.iter().all(|list| list.lines().is_sorted()));
    }

    #[test]
    fn brackets_are_told_apart() {
        assert_eq!(holder("Mr. Kern"), Some("Mr. Kern"));
        assert_eq!(holder("Sir Otto Kern"), Some("Sir Otto Kern"));
        assert_eq!(holder("Mont-Bleu, Lib."), None);
        assert!(is_initials("LLG", "Laurent Le Guyader"));
        assert!(!is_initials("BQ", "Gilles Vaneau"));
        let registry = Registry::builtin();
        assert_eq!(asker(&registry, "Anna Reed, Daily Post"), Some("Anna Reed"));
        assert_eq!(asker(&registry, "Daily Post"), None);
    }
}
