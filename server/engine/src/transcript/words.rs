//! What the words of a possible label look like: titles, offices, names, roles, or a sentence that only happens to hold a colon.

use crate::transcript::lexicon::{LEXICON, fold};
use crate::transcript::spelling::{has_gershayim, has_initials, has_upper, shouted, shouted_name};
use crate::transcript::unspaced::{Ending, ending, is_unspaced};

/// The look of a label's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is evidence of its own")]
pub(crate) struct Form {
    /// A title is among them.
    pub(crate) title: bool,
    /// A noun of office is among them.
    pub(crate) office: bool,
    /// All of them are a role that hides a name.
    pub(crate) role: bool,
    /// Words that may be names.
    pub(crate) names: usize,
    /// Words in lower case that neither names nor offices have.
    pub(crate) strange: usize,
    /// The name, or the whole label, is in capitals.
    pub(crate) capitals: bool,
    /// A number is among them.
    pub(crate) number: bool,
    /// It begins with a word that opens sentences, or it is a field name.
    pub(crate) never: bool,
    /// It begins with "The".
    pub(crate) the: bool,
    /// Something stands in brackets after the words.
    pub(crate) bracket: bool,
}

/// The longest label in words; the longest real one counted had fourteen.
const LONGEST: usize = 18;

/// Signs of code and of markup, which no name holds.
const NEVER_IN_NAMES: &[u8] = b"<>=|{}\\@$*+^~\"`%";

/// Looks at `words`, a label without decoration and closing mark.
pub(crate) fn form(words: &str) -> Form {
    let mut form = Form::default();
    let whole = fold(&single_spaced(words));
    let bare = whole
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '#')
        .trim_end();
    let (mut upper, mut letters, mut n, mut depth) = (0usize, 0usize, 0usize, 0usize);
    // A party behind a comma may stand in quotation marks.
    let mut comma = false;
    let mut apposed = false;
    for word in words.split_whitespace() {
        // "Jo Lind (XQ), on a point of order": what stands behind brackets and a comma says in which capacity.
        if apposed {
            n += 1;
            continue;
        }
        let count = |open: u8, also: u8| word.bytes().filter(|b| *b == open || *b == also).count();
        let opens = count(b'(', b'[');
        depth += opens;
        let inside = depth > 0;
        depth = depth.saturating_sub(count(b')', b']'));
        apposed = inside && depth == 0 && form.names > 0 && word.ends_with(',');
        if inside {
            form.bracket = true;
            // "(Ms. Ada Vane)": the holder of the office before it.
            form.title |= opens > 0 && LEXICON.titles.knows(word.trim_start_matches(['(', '[']));
            continue;
        }
        n += 1;
        form.never |= word.bytes().any(|b| NEVER_IN_NAMES.contains(&b))
            && !(comma && word.contains('"'))
            && !has_gershayim(word);
        comma |= word.ends_with(',');
        look_at(word, n == 1, &mut form);
        if word.chars().filter(|c| c.is_alphabetic()).count() > 1 && word != "Mc" {
            letters += usize::from(word.chars().any(char::is_lowercase) || has_upper(word));
            upper += usize::from(shouted(word));
        }
    }
    // Initials may be a small word too: "AV", "DE".
    let letter = words.chars().count() == 1 && words.starts_with(char::is_uppercase);
    if n == 1 && form.names == 0 && (upper == 1 || letter) && LEXICON.particles.has(bare) {
        form.names = 1;
    }
    // "GENERAL" and "MS" alone are headings as often as persons.
    if form.title && form.names == 0 && n == 1 && !form.bracket {
        form.title = false;
        form.office |= office(bare);
    }
    let outside = bare.split(['(', '[']).next().unwrap_or(bare).trim_end();
    form.role =
        LEXICON.roles.has(outside) || (n <= 3 && form.names <= n && is_misspelt_role(outside));
    let unspaced = if n == 1 { ending(outside) } else { None };
    form.role |= unspaced == Some(Ending::Role);
    let lists = unspaced == Some(Ending::List);
    form.office |= matches!(unspaced, Some(Ending::Office | Ending::Holder(_)));
    if unspaced == Some(Ending::Office) {
        form.names = 0;
    }
    form.capitals = letters > 0 && (upper == letters || (upper >= 1 && last_name_shouted(words)));
    form.number &= !(form.role && n <= 4);
    form.never |= lists || LEXICON.fields.has(outside) || n > LONGEST || n == 0;
    form.never |= form.names == 0 && !form.title && !form.office && !form.role;
    if form.role {
        form.never = false;
        form.strange = 0;
    }
    form
}

/// Why `words` are nobody's name, if they are none by their look.
pub(crate) fn no_name(words: &str) -> Option<&'static str> {
    let form = form(words);
    if !form.never && form.strange <= 2 {
        return None;
    }
    let folded = fold(&single_spaced(words));
    let first = folded.split(' ').next().unwrap_or_default();
    Some(if LEXICON.fields.has(&folded) {
        "it is the name of a field, as heads and lists have them"
    } else if LEXICON.openers.has(first) {
        "it begins with a word that opens sentences"
    } else if words.bytes().any(|b| NEVER_IN_NAMES.contains(&b)) {
        "it has signs that no name has"
    } else if form.names == 0 {
        "there is neither a name nor an office in it"
    } else {
        "it has too many words that names do not have"
    })
}

/// `words` with one blank between them.
fn single_spaced(words: &str) -> String {
    let mut joined = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

fn look_at(word: &str, first: bool, form: &mut Form) {
    let core = word.trim_matches(|c: char| matches!(c, ',' | '\'' | '’' | '*' | '_'));
    let folded = fold(core);
    if first && folded == "the" {
        form.the = true;
        return;
    }
    let lexicon = &*LEXICON;
    if first && lexicon.openers.has(&folded) && !shouted_name(core) {
        form.never = true;
    }
    let begins = core.chars().next().unwrap_or(' ');
    if core.chars().any(|c| c.is_ascii_digit()) {
        form.number = true;
    } else if lexicon.titles.has(&folded)
        // "De heer Lind", "El señor VEGA": some are printed in lower case behind an article.
        && (begins.is_uppercase() || lexicon.particles.has(&folded))
        && (form.names == 0 || form.office || form.title)
    {
        // A title stands before the name: "GNU GENERAL PUBLIC LICENSE" has none.
        form.title = true;
    } else if office(&folded) {
        form.office = true;
    } else if lexicon.particles.has(&folded) && !(first && begins.is_lowercase()) {
        // Neither here nor there.
    } else if is_unspaced(begins) && core.chars().count() > 1 {
        // Such a word holds family and given name: "艾达·凡".
        form.names += 2;
    } else if has_initials(core) {
        // "А.Вейн" is as good as a given name and a family name.
        form.names += 2;
    } else if begins.is_uppercase() || (begins.is_alphabetic() && !begins.is_lowercase()) {
        form.names += 1;
    } else if begins.is_lowercase() && (has_upper(core) || ('\u{80}'..'\u{250}').contains(&begins))
    {
        // "al-Nur", "d'Or"; and "öpik", for case is lost on accented letters when pages are converted.
        form.names += 1;
    } else if core.chars().any(char::is_alphanumeric) {
        form.strange += 1;
    }
}

/// Whether `folded` is a noun of office, alone or as the last part of a hyphenated word.
pub(crate) fn office(folded: &str) -> bool {
    LEXICON.offices.has(folded)
        || folded
            .rsplit('-')
            .next()
            .is_some_and(|last| last.len() < folded.len() && LEXICON.offices.has(last))
}

fn last_name_shouted(words: &str) -> bool {
    words
        .split(['(', '['])
        .next()
        .unwrap_or(words)
        .split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2)
        .any(|word| shouted(word) && !LEXICON.titles.knows(word))
}

/// Whether a word is nearly a role and no other word of lists and heads: "modeartor", but not "present" for "presenter".
fn is_misspelt_role(word: &str) -> bool {
    LEXICON.roles.nearly_has(word) && !LEXICON.fields.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_minutes_is_no_misspelt_role() {
        assert!(is_misspelt_role("modeartor") && !is_misspelt_role("present"));
    }

    #[test]
    fn names_and_offices_look_like_labels() {
        for words in [
            "President of Ruritania Rudolf Elphberg",
            "Mr. Gaspard Miroir (Mont-Bleu—Rivière, XQ)",
            "The Minister of State, Ministry of Weather (Ms. Ada Vane)",
            "Broadcasting Union (BU) news presenter Hedda Krone",
            "Karim al-Nur",
        ] {
            let form = form(words);
            assert!(!form.never && form.strange == 0, "{words}: {form:?}");
        }
    }

    #[test]
    fn sentences_do_not() {
        for words in [
            "Here’s the bottom line",
            "My question is",
            "One more thing",
            "He said",
            "Ms Vane told us",
            "Speaker Miroir went on to say",
            "Venue",
        ] {
            let form = form(words);
            assert!(form.never || form.strange > 0, "{words}: {form:?}");
        }
    }

    #[test]
    fn roles_are_seen_with_numbers_and_slips() {
        assert!(form("Q").role);
        assert!(form("Speaker 2").role);
        assert!(form("MODEARTOR").role);
        assert!(!form("VANE").role);
    }

    #[test]
    fn a_family_name_in_capitals_is_enough() {
        assert!(form("Mr. VANE of Sutherland").capitals);
        assert!(form("Council Secretary ADA VANE").capitals);
        assert!(!form("Ada Vane").capitals);
    }
}
