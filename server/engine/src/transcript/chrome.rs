//! Phrases that web pages and recorders set around what is said: "Share this", "The motion was agreed to".
//!
//! The phrases are data, one a line in the files beside this one.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Web-page phrases and recorders' phrases, found without regard to case.
static CHROME: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(include_str!("chrome.txt")));
static RECORDERS: LazyLock<AhoCorasick> = LazyLock::new(|| phrases(include_str!("recorders.txt")));

/// The web-page phrases without their colons.
static BARE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let phrases = include_str!("chrome.txt").lines();
    phrases.map(|phrase| phrase.trim_end_matches(':')).collect()
});

fn phrases(file: &'static str) -> AhoCorasick {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .ascii_case_insensitive(true)
        .build(file.lines())
        .expect("a short list of phrases builds")
}

/// Above this many bytes a paragraph needs two different phrases to be page chrome.
const SHORT: usize = 140;

/// Whether a line outside all turns is page chrome: two phrases of the list, or one in a short line, where a whole sentence
/// must begin or end with it ("Please try again."); "asked to share this with all" is prose.
pub(crate) fn is_chrome(words: &str) -> bool {
    // "Donations" in a headline is no button.
    let whole = |found: &aho_corasick::Match| {
        let ends = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        ends(words[..found.start()].chars().next_back())
            && ends(words[found.end()..].chars().next())
    };
    let found: Vec<_> = CHROME.find_iter(words).filter(whole).take(16).collect();
    let Some(first) = found.first() else {
        return false;
    };
    let two = found.iter().any(|other| other.pattern() != first.pattern());
    let bare = words.trim_end_matches(['.', '!', '?', '’', '”', '"', ')']);
    let at_border = || {
        found
            .iter()
            .any(|found| found.start() == 0 || found.end() == bare.len())
    };
    two || words.len() <= SHORT && (bare.len() == words.len() || at_border())
}

/// Whether a line is page chrome wherever it stands: a phrase of the list and nothing else.
pub(crate) fn is_bare_chrome(words: &str) -> bool {
    let bare = words.trim_end_matches([':', '.', '!']);
    words.len() <= 40 && BARE.iter().any(|phrase| phrase.eq_ignore_ascii_case(bare))
}

/// Whether a paragraph is a recorder's sentence about the proceedings.
pub(crate) fn is_recorded(words: &str) -> bool {
    words.len() <= 400 && RECORDERS.is_match(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_that_holds_a_longer_word_is_no_chrome() {
        assert!(!is_chrome(
            "Only ‘one or two donations’ went astray, the treasurer says."
        ));
        assert!(!is_chrome("Where Donations ‘Went Astray.’"));
        assert!(is_chrome("Make a donation"));
    }

    #[test]
    fn page_chrome_is_short_or_says_so_twice() {
        assert!(is_chrome("Share this:"));
        assert!(is_chrome(
            "You have successfully subscribed to the newsletter"
        ));
        assert!(!is_chrome("The committee met at noon."));
        assert!(!is_chrome("The chair asked us to share this with all."));
        assert!(is_chrome("Something went wrong. Please try again."));
        assert!(!is_bare_chrome("We want to share this burden."));
        assert!(is_bare_chrome("Share this:"));
    }
}
