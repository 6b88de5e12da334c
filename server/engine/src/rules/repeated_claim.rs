//! # CLM003 repeated-claim
//!
//! ## What it finds
//! A claim that the same speaker has made before in nearly the same words: in the same document, or in a record that its
//! sidecar names.
//!
//! How often it is right has not been measured.
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

use std::collections::BTreeSet;

use foldhash::HashMap;

use crate::reading::{Reading, Sentence};
use crate::record::Record;
use crate::text::Span;

use super::labels::{speaker, with_linked};
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
struct Claim<'a> {
    speaker: String,
    words: BTreeSet<String>,
    span: Span,
    /// The file it was made in, if that is another document.
    file: Option<&'a str>,
}

fn sees(look: Look<'_>, seen: &mut Seen) {
    for sentence in claims_of(&look.said.reading) {
        seen.say(sentence.span.of(look.words));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let mut claims = Claims::default();
    for (record, file) in with_linked(record) {
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
                let claim = Claim {
                    speaker: speaker.clone(),
                    words,
                    span,
                    file,
                };
                let Some(earlier) = claims.meet(claim).filter(|_| file.is_none()) else {
                    continue;
                };
                let place = earlier
                    .file
                    .map_or_else(String::new, |file| format!(", in {file}"));
                let message = format!("{speaker} has said nearly the same before{place}.");
                let earlier = earlier.file.is_none().then_some(earlier.span);
                if let Some(finding) = findings.add(Some(paragraph.zone), span, message)
                    && let Some(earlier) = earlier
                {
                    finding.relate(earlier, "where it was said first");
                }
            }
        }
    }
}

/// The claims met so far, to be looked up by their longest words.
#[derive(Default)]
struct Claims<'a> {
    all: Vec<Claim<'a>>,
    by_word: HashMap<(String, String), Vec<usize>>,
}

impl<'a> Claims<'a> {
    /// The first claim that says nearly the same; a new one is remembered.
    fn meet(&mut self, claim: Claim<'a>) -> Option<&Claim<'a>> {
        // Two sentences that are nearly the same share one of their three longest words.
        let mut keys: Vec<&String> = claim.words.iter().collect();
        keys.sort_by_key(|word| (std::cmp::Reverse(word.len()), (*word).clone()));
        let keys: Vec<(String, String)> = keys
            .into_iter()
            .take(3)
            .map(|word| (claim.speaker.clone(), word.clone()))
            .collect();
        let is_same = |&at: &usize| {
            let other = &self.all[at];
            are_alike(&other.words, &claim.words) && other.speaker == claim.speaker
        };
        let known = keys
            .iter()
            .flat_map(|key| self.by_word.get(key).into_iter().flatten())
            .copied()
            .filter(is_same)
            .min();
        if let Some(known) = known {
            return self.all.get(known);
        }
        for key in keys {
            let places = self.by_word.entry(key).or_default();
            if places.len() < REMEMBERED {
                places.push(self.all.len());
            }
        }
        self.all.push(claim);
        None
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
