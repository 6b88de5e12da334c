//! # SPK006 speaker-addresses-self
//!
//! ## What it finds
//! A turn that opens by thanking, greeting or calling its own speaker.
//!
//! ## Why it matters
//! It is the cheapest sign that a label has slipped, and that the words are somebody else’s.
//!
//! ## Flagged
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! President Vane: Thank you, President Vane, for coming to us.
//!                                      ^^^^ speaker-addresses-self
//!
//! Minister Berg: We are glad that you came.
//!
//! President Vane: I am glad too.
//!
//! Minister Berg: I give the floor to Minister Berg.
//!                                             ^^^^ speaker-addresses-self
//! ```
//!
//! ## Accepted
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! President Vane: Thank you, Mr. President. I am Ada Vane, as you know.
//!
//! Minister Berg: I told them: “Thank you, Minister Berg,” as they always say.
//!
//! President Vane: We heard it.
//!
//! Minister Berg: Thank you, Berg Foundation.
//! ```
//!
//! ## What to do
//! Compare the label with the ones around it, and put the right one above the words.

use std::sync::LazyLock;

use crate::record::{Paragraph, Record};
use crate::text::Span;
use crate::transcript::{Label, Voice, Zone};

use super::labels::name_words;
use super::words::Words;
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK006",
    name: "speaker-addresses-self",
    levels: Levels::all(Severity::Warning),
    source: include_str!("speaker_addresses_self.rs"),
    check: Check::Paragraph(check),
};

/// Words after which somebody is named to be addressed; sorted.
const ADDRESSES: &str = include_str!("speaker_addresses_self/addresses.txt");
/// Words that may stand between them and the name; sorted.
static TITLES: LazyLock<Words> =
    LazyLock::new(|| Words::of(include_str!("speaker_addresses_self/titles.txt")));
/// How many sentences open a turn.
const OPENING: usize = 2;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    if paragraph.zone != Zone::Turn {
        return;
    }
    let transcript = record.transcript();
    let Voice::Speaker(at) = transcript.passages[paragraph.passage].voice else {
        return;
    };
    let turn = &transcript.turns[at];
    let opens = turn
        .speech
        .is_some_and(|speech| speech.start == paragraph.span.start);
    if !opens || record.speakers()[at].anonymous {
        return;
    }
    let words = paragraph.span.of(record.content());
    let label = name_of(record, &turn.label);
    let Some(family) = label.last().filter(|family| family.chars().count() > 2) else {
        return;
    };
    for sentence in paragraph.reading.sentences.iter().take(OPENING) {
        let found = addressed(
            words,
            sentence.span.start(),
            sentence.span.end(),
            &label,
            family,
        );
        let Some((start, end)) = found else {
            continue;
        };
        let quoted = paragraph
            .reading
            .quotes
            .iter()
            .any(|quote| quote.span.start() < end && start < quote.span.end());
        if quoted {
            continue;
        }
        let span = Span::new(paragraph.span.start + start, paragraph.span.start + end);
        let printed = turn.label.span.of(record.content());
        let message = format!("“{printed}” seems to address the very person whose label this is.");
        if let Some(finding) = findings.add(Some(Zone::Turn), span, message) {
            finding.relate(turn.label.span, "the label");
        }
        return;
    }
}

/// The words of a label without what stands in brackets, folded.
fn name_of(record: &Record, label: &Label) -> Vec<String> {
    let words = label.span.of(record.content());
    let bare = words.split(['(', '[']).next().unwrap_or(words);
    let is_title = |word: &String| TITLES.hold(word);
    let words = name_words(bare);
    // An office alone names nobody.
    if words.last().is_none_or(is_title) {
        return Vec::new();
    }
    words
}

/// Where the speaker's own family name stands behind words of address, or opens the sentence before a comma.
fn addressed(
    words: &str,
    from: usize,
    to: usize,
    label: &[String],
    family: &str,
) -> Option<(usize, usize)> {
    let sentence = &words[from..to];
    let tokens = || {
        sentence
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')))
            .filter(|word| !word.is_empty())
            .map(|word| (word.as_ptr() as usize - sentence.as_ptr() as usize, word))
    };
    let is_family = |word: &str| {
        let may_be = !word.is_ascii() || word.len() == family.len();
        may_be && word.starts_with(char::is_uppercase) && word.to_lowercase() == family
    };
    let at = tokens().position(|(_, word)| is_family(word))?;
    let tokens: Vec<(usize, &str)> = tokens().take(at + 1).collect();
    let (start, name) = tokens[at];
    let after = &sentence[start + name.len()..];
    // "Vane Foundation", "Vane and Berg": somebody else.
    let next = after.trim_start();
    if next.starts_with(char::is_uppercase) || next.starts_with("and ") || next.starts_with("& ") {
        return None;
    }
    let mut first = at;
    while let Some((_, word)) = first.checked_sub(1).map(|before| tokens[before]) {
        let folded = word.to_lowercase();
        let fits = TITLES.hold(&folded) || label.contains(&folded);
        if !fits || !word.starts_with(char::is_uppercase) {
            break;
        }
        first -= 1;
    }
    let before: Vec<String> = tokens[..first]
        .iter()
        .map(|(_, word)| word.to_lowercase())
        .collect();
    let before = before.join(" ");
    let called = ADDRESSES.lines().any(|address| {
        before
            .strip_suffix(address)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    });
    // "President Vane, thank you for coming."
    let opens = before.is_empty()
        && after.strip_prefix(',').is_some_and(|after| {
            let after = after.trim_start().to_lowercase();
            ADDRESSES.lines().any(|address| after.starts_with(address))
        });
    (called || opens).then_some((from + start, from + start + name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(ADDRESSES.lines().is_sorted() && TITLES.hold("president"));
    }
}
