//! Labels of scripts that set no blanks between words: an office or a role stands at the end of one word, and what comes
//! before it is whose office it is, or who holds it: `外交部发言人`, `岸田総理`, `路透社记者`.
//!
//! Which endings they are is data, in `unspaced.tsv`.

/// Kind and ending, a pair a line, parted by a tab; sorted. A `body` is what an office belongs to; a `list` begins the head of
/// a list of those present or absent.
const ENDINGS: &str = include_str!("unspaced.tsv");

/// What one word of such a script says of who speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ending<'a> {
    /// A role that hides a name, whosoever it is: `记者`, `路透社记者`.
    Role,
    /// An office and nobody in it: `发言人`, `外交部发言人`.
    Office,
    /// The head of a list of people, none of whom speaks there: `出席議員`.
    List,
    /// An office behind the name of who holds it: `岸田総理`.
    Holder(&'a str),
}

/// Whether `c` is of a script that sets no blanks within a name: Chinese, Japanese or Korean.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// The office or role at the end of `word`, by the longest ending that fits.
pub(crate) fn ending(word: &str) -> Option<Ending<'_>> {
    if !word.chars().all(is_unspaced) || word.is_empty() {
        return None;
    }
    let lists = ENDINGS
        .lines()
        .filter_map(|line| line.strip_prefix("list\t"));
    if lists.into_iter().any(|list| word.starts_with(list)) {
        return Some(Ending::List);
    }
    let (kind, before) = longest(word, |kind| matches!(kind, "office" | "role"))?;
    let is_body = |words: &str| longest(words, |kind| kind == "body").is_some();
    Some(match kind {
        "role" => Ending::Role,
        _ if before.is_empty() || is_body(before) => Ending::Office,
        // One sign is no name: "前総理", "副部长".
        _ if before.chars().count() == 1 => Ending::Office,
        _ => Ending::Holder(before),
    })
}

/// The kind of the longest ending of `word` among those of the kinds asked for, and what stands before it.
fn longest(word: &str, asked: impl Fn(&str) -> bool) -> Option<(&'static str, &str)> {
    ENDINGS
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter(|(kind, _)| asked(kind))
        .filter_map(|(kind, ending)| Some((kind, word.strip_suffix(ending)?)))
        .min_by_key(|(_, before)| before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_endings_are_sorted_and_of_a_kind() {
        assert!(ENDINGS.lines().is_sorted());
        for line in ENDINGS.lines() {
            let (kind, word) = line.split_once('\t').unwrap_or_default();
            assert!(
                matches!(kind, "body" | "list" | "office" | "role"),
                "{line}"
            );
            assert!(!word.is_empty() && word.chars().all(is_unspaced), "{line}");
        }
    }

    #[test]
    fn an_ending_tells_role_office_and_holder() {
        for (word, wanted) in [
            ("记者", Some(Ending::Role)),
            ("路透社记者", Some(Ending::Role)),
            ("发言人", Some(Ending::Office)),
            ("外交部发言人", Some(Ending::Office)),
            ("副部长", Some(Ending::Office)),
            ("山河総理", Some(Ending::Holder("山河"))),
            ("山河大臣", Some(Ending::Holder("山河"))),
            ("기자", Some(Ending::Role)),
            ("김민수장관", Some(Ending::Holder("김민수"))),
            ("出席議員", Some(Ending::List)),
            ("港口", None),
            ("Vane", None),
        ] {
            assert_eq!(ending(word), wanted, "{word}");
        }
    }
}
