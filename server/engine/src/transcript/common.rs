//! Words that a document uses in lower case too: what is a plain word elsewhere is hardly a name where it stands alone
//! before a colon, as "Usage" and "Fish" do.

use foldhash::{HashMap, HashMapExt};

/// How much of a document is looked through, in bytes from its start; plain words come back soon.
pub(crate) const SAMPLE: usize = 128 * 1024;

/// For each of `labels`, whether every word of it with a capital letter is a plain word of `text` too.
pub(crate) fn plain_words(text: &str, labels: &[&str]) -> Vec<bool> {
    let mut seen: HashMap<String, bool> = HashMap::new();
    for label in labels {
        for word in words(label) {
            seen.entry(word.to_lowercase()).or_default();
        }
    }
    if seen.is_empty() {
        return vec![false; labels.len()];
    }
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    for word in words(&text[..end]) {
        if word.starts_with(char::is_lowercase)
            && let Some(known) = seen.get_mut(word)
        {
            *known = true;
        }
    }
    let plain = |label: &&str| {
        let mut words = words(label).peekable();
        words.peek().is_some() && words.all(|word| seen[&word.to_lowercase()])
    };
    labels.iter().map(plain).collect()
}

/// The words of `text` that may be names, or plain words.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    // Words of two letters are initials as often as words.
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 2)
}
