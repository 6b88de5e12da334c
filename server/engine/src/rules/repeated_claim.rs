//! # CLM003 repeated-claim
//!
//! ## What it finds
//! A claim that the same speaker has made before in the same document, in nearly the same words.
//!
//! Only this document is looked at; what the speaker said in others is not. How often it is right has not been measured.
//!
//! ## Why it matters
//! What was checked once need not be checked again.
//!
//! ## Flagged
//! ```transcript
//! Ada Vane: The northern province lost 300 farms in the flood of last year.
//!
//! Rudolf Elphberg: Thank you.
//!
//! Ada Vane: I say it again. The northern province has lost 300 farms in the flood last year.
//!                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-claim
//!
//! Rudolf Elphberg: Let us go on.
//!
//! Ada Vane: Yes. The northern province lost 300 farms in the flood of last year.
//!                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-claim
//! ```
//!
//! ## Accepted
//! ```transcript
//! Ada Vane: The northern province lost 300 farms in the flood of last year.
//!
//! Rudolf Elphberg: The northern province lost 300 farms in the flood of last year.
//!
//! Ada Vane: Thank you for coming to this hall today.
//!
//! Rudolf Elphberg: Good.
//!
//! Ada Vane: Thank you for coming to this hall today.
//! ```
//!
//! ## What to do
//! Take the verdict of the earlier place.

use std::collections::{BTreeSet, HashMap};

use crate::reading::{Reading, Sentence};
use crate::record::Record;
use crate::text::Span;

use super::labels::speaker;
use super::rule::Check;
use super::{Findings, Levels, Look, Profile, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "CLM003",
    name: "repeated-claim",
    levels: Levels::all(Severity::Hint).only_in(Profile::Triage),
    source: include_str!("repeated_claim.rs"),
    check: Check::Transcript(sees, check),
};

/// A claim is told by this many words that mean something, at least.
const SHORTEST: usize = 5;

/// Sentences remembered for each word by which they are looked up, so that time stays linear.
const REMEMBERED: usize = 8;

/// A claim of a speaker.
struct Claim {
    speaker: String,
    words: BTreeSet<String>,
    span: Span,
}

fn sees(look: Look<'_>, seen: &mut Seen) {
    for sentence in claims_of(&look.said.reading) {
        seen.say(sentence.span.of(look.words));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut claims: Vec<Claim> = Vec::new();
    let mut by_word: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for paragraph in record.paragraphs() {
        let Some(speaker) = speaker(record, paragraph) else {
            continue;
        };
        for sentence in claims_of(&paragraph.reading) {
            let span = sentence.span.place(paragraph.span.start);
            let words = content_words(span.of(record.content()));
            if words.len() < SHORTEST {
                continue;
            }
            // Two sentences that are nearly the same share one of their three longest words.
            let mut keys: Vec<&String> = words.iter().collect();
            keys.sort_by_key(|word| (std::cmp::Reverse(word.len()), (*word).clone()));
            let keys: Vec<(String, String)> = keys
                .into_iter()
                .take(3)
                .map(|word| (speaker.clone(), word.clone()))
                .collect();
            let earlier = keys
                .iter()
                .flat_map(|key| by_word.get(key).into_iter().flatten())
                .copied()
                .filter(|&at| are_alike(&claims[at].words, &words) && claims[at].speaker == speaker)
                .min();
            if let Some(earlier) = earlier {
                let message = format!("{speaker} has said nearly the same before.");
                let earlier = claims[earlier].span;
                if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                    finding.relate(earlier, "where it was said first");
                }
                continue;
            }
            for key in keys {
                let places = by_word.entry(key).or_default();
                if places.len() < REMEMBERED {
                    places.push(claims.len());
                }
            }
            claims.push(Claim {
                speaker: speaker.clone(),
                words,
                span,
            });
        }
    }
}

/// The sentences of a paragraph that claim something strong.
fn claims_of(reading: &Reading) -> impl Iterator<Item = &Sentence> {
    let sentences = reading.sentences.iter();
    sentences.filter(|sentence| {
        let mut triggers = sentence.triggers.iter();
        !sentence.question && triggers.any(|trigger| trigger.kind.is_strong())
    })
}

/// Whether two sentences share four of five of their words.
fn are_alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let n_shared = one.intersection(other).count();
    n_shared * 5 >= one.len().max(other.len()) * 4
}

/// The words that mean something, in lower case: of more than three letters, or figures.
fn content_words(sentence: &str) -> BTreeSet<String> {
    sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3 || word.bytes().any(|byte| byte.is_ascii_digit()))
        .map(str::to_lowercase)
        .collect()
}
