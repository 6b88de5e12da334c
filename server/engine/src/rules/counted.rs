//! Counted things: "30 delegates", "the 80th anniversary of the treaty": the ground that the rules about figures that do not
//! agree share.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::reading::{Language, Reading, WordList};
use crate::text::Span;

use super::bytes::digit_from;
use super::phrases::Phrases;

static HEDGES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("counted/hedges.txt")));
static EVERYDAY: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("counted/everyday.txt")));
static OPENERS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::of(include_str!("counted/openers.txt")));
static ENDS: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("counted/ends.txt")));

/// Something counted.
pub(super) struct Counted {
    /// What is counted, in lower case, with the name of what it is of: "delegates", "anniversary of treaty".
    pub(super) what: String,
    /// How many, as written, without separators.
    pub(super) number: String,
    /// Figure and thing (bytes of the paragraph).
    pub(super) span: Span,
    /// Names in the sentence, in order.
    pub(super) names: BTreeSet<String>,
}

impl Counted {
    /// The same with its place in the document, for a paragraph that starts at byte `start`.
    pub(super) fn placed(mut self, start: usize) -> Counted {
        self.span = Span::new(start + self.span.start, start + self.span.end);
        self
    }
}

/// What is counted in a paragraph, by its words and what they say, in text order; round figures, units, and what is counted everywhere are left out.
pub(super) fn counted(words: &str, reading: &Reading, language: Language) -> Vec<Counted> {
    let mut found = Vec::new();
    // Most sentences have no figure.
    let mut next_digit = digit_from(words.as_bytes(), 0);
    for sentence in &reading.sentences {
        let Some(digit) = next_digit else { break };
        if digit >= sentence.span.end() {
            continue;
        }
        next_digit = digit_from(words.as_bytes(), sentence.span.end());
        let said = sentence.span.of(words);
        let base = sentence.span.start();
        let mut at = 0;
        while let Some(next) = said[at..].find(|c: char| c.is_ascii_digit()) {
            let start = at + next;
            let len = said[start..]
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ',' | '.')))
                .unwrap_or(said.len() - start);
            let written = said[start..start + len].trim_end_matches([',', '.']);
            at = start + len;
            if !is_free(&said[..start]) || written.len() < len {
                continue;
            }
            let Some((what, end)) = thing(said, at, language) else {
                continue;
            };
            found.push(Counted {
                what,
                number: written.replace(',', ""),
                span: Span::new(base + start, base + end),
                names: names(said),
            });
        }
    }
    found
}

/// Whether no hedge, name or sign stands before a figure: "some 30", "No. 5", "$30".
fn is_free(before: &str) -> bool {
    let trimmed = before.trim_end();
    let last = trimmed.rsplit(' ').next().unwrap_or_default();
    before.ends_with([' ', '\u{a0}'])
        && (!last.starts_with(char::is_uppercase) || OPENERS.holds(last))
        && !last.ends_with(['$', '€', '£', '.', '-', '–'])
        && HEDGES
            .find(trimmed)
            .last()
            .is_none_or(|hedge| hedge.end() < trimmed.len())
}

/// The thing behind a figure, and where it ends: one to three small words, and of what they are.
fn thing(said: &str, from: usize, language: Language) -> Option<(String, usize)> {
    let links = |word: &str| language.lists(WordList::Links, word);
    let owns = |word: &str| language.lists(WordList::Owners, word);
    let mut what = Vec::new();
    let mut end = from;
    let mut rest = said[from..].strip_prefix(' ')?;
    let mut at = from + 1;
    let mut is_of = false;
    for _ in 0..6 {
        let len = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')))
            .unwrap_or(rest.len());
        let word = &rest[..len];
        if word.is_empty() {
            break;
        }
        let is_name = word.starts_with(char::is_uppercase);
        if links(word) && !is_of && !what.is_empty() {
            is_of = true;
        } else if is_of && owns(word) {
        } else if ENDS.holds(word)
            || (is_name && !is_of)
            || word.starts_with(|c: char| c.is_ascii_digit())
        {
            break;
        }
        what.push(word.to_lowercase());
        end = at + len;
        let ends_here = is_of && !links(word) && !owns(word);
        let Some(next) = rest[len..].strip_prefix(' ').filter(|_| !ends_here) else {
            break;
        };
        rest = next;
        at += len + 1;
    }
    if what.last().is_some_and(|word| links(word)) {
        what.pop();
    }
    let is_everyday = what.iter().any(|word| EVERYDAY.holds(word));
    (!what.is_empty() && !is_everyday).then(|| (what.join(" "), end))
}

/// The names in a sentence: capitals past its first word.
fn names(said: &str) -> BTreeSet<String> {
    said.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .skip(1)
        .filter(|word| word.len() > 2 && word.starts_with(char::is_uppercase))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Language, counted};
    use crate::record::{Record, Reference};
    use crate::registry::Registry;
    use crate::text::Text;

    #[test]
    fn what_is_counted_is_told_with_the_thing_it_is_of() {
        let text = Text::from(
            "They kept the 80th anniversary of the treaty. Then 28 delegates left; Route 7 followers stayed.",
        );
        let reference = Reference {
            registry: Arc::new(Registry::default()),
            date: None,
            language: None,
            style: Arc::default(),
        };
        let record = Record::build(&text, "", &reference, None);
        let found: Vec<(String, String)> = counted(
            record.content(),
            &record.paragraphs()[0].reading,
            Language::default(),
        )
        .into_iter()
        .map(|counted| (counted.number, counted.what))
        .collect();
        let expected = [("80th", "anniversary of the treaty"), ("28", "delegates")];
        assert_eq!(
            found,
            expected.map(|(number, what)| (number.to_owned(), what.to_owned()))
        );
    }
}
