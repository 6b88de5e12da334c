//! # DAT105 sum-mismatch
//!
//! ## What it finds
//! A number that announces a list, and a list of another length; votes that do not add up.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! One of the two is wrong, and nobody can tell which from the text.
//!
//! ## Flagged
//! ```transcript
//! Five ministers came: Ada Vane, Lena Orlova, Mira Haddad and Ilya Gran.
//! ^^^^ sum-mismatch
//! ```
//! ```transcript
//! There were 60 votes for, 45 votes against, and 100 votes cast in all.
//!                                                ^^^ sum-mismatch
//! ```
//!
//! ## Accepted
//! ```transcript
//! Four ministers came: Ada Vane, Lena Orlova, Mira Haddad and Ilya Gran.
//! ```
//! ```transcript
//! There were 60 votes for, 40 votes against, and 100 votes cast in all.
//! ```
//!
//! ## What to do
//! Count again.

use std::sync::LazyLock;

use regex::Regex;

use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::rule::Check;
use super::{Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT105",
    name: "sum-mismatch",
    levels: Levels::all(Severity::Info).only_in(Profile::Strict),
    source: include_str!("sum_mismatch.rs"),
    check: Check::Paragraph(check),
};

/// “60 votes for, 45 against … 100 votes cast”, with abstentions if they are told.
static VOTES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\d+) (?:votes )?for, (?:and )?(\d+) (?:votes )?against(?:,? (?:and )?(\d+) abst\w*)?,? .{0,30}?(\d+) votes cast")
        .expect("the pattern is sound")
});
/// “Five ministers came:”; the list is looked at apart.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d) (?:[a-z-]+ ){0,4}[a-z-]+: ")
        .expect("the pattern is sound")
});

/// The number words that announce a list, from two on.
const NUMBERS: [&str; 9] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    for sentence in &paragraph.reading.sentences {
        let said = sentence.span.of(words);
        let base = paragraph.span.start + sentence.span.start();
        if let Some(votes) = VOTES.captures(said) {
            let number = |group: usize| {
                votes
                    .get(group)
                    .map_or(0, |group| group.as_str().parse::<u64>().unwrap_or_default())
            };
            let sum = number(1) + number(2) + number(3);
            if sum != number(4)
                && let Some(cast) = votes.get(4)
            {
                let span = Span::new(base + cast.start(), base + cast.end());
                let message = format!("The votes told add up to {sum}, not to {}.", number(4));
                findings.add(Some(paragraph.zone), span, message);
            }
        }
        if let Some(announced) = ANNOUNCED.captures(said)
            && let (Some(all), Some(number)) = (announced.get(0), announced.get(1))
            && let Some(n_items) = n_items(&said[all.end()..])
        {
            let n_told = number.as_str().parse().ok().or_else(|| {
                let word = number.as_str().to_lowercase();
                Some(NUMBERS.iter().position(|known| *known == word)? + 2)
            });
            if let Some(n_told) = n_told.filter(|n_told| *n_told != n_items) {
                let span = Span::new(base + number.start(), base + number.end());
                let message = format!("{n_told} are announced, and {n_items} follow.");
                findings.add(Some(paragraph.zone), span, message);
            }
        }
    }
}

/// How many items a list has that ends its sentence; `None` if it is none, or does not claim to be whole.
fn n_items(list: &str) -> Option<usize> {
    let list = list.trim_end_matches(['.', '!', ' ']);
    if list.contains(['“', '"', ';', ':', '(', '.'])
        || list.contains("among them")
        || list.contains(" including ")
    {
        return None;
    }
    let (items, end) = list.rsplit_once(" and ")?;
    let parts: Vec<&str> = items
        .trim_end_matches(',')
        .split(", ")
        .chain([end])
        .collect();
    let is_item = |item: &&str| item.split(' ').count() <= 4 && !item.contains(", ");
    let are_alike = parts.iter().all(is_item) && !items.contains(" and ");
    (parts.len() >= 2 && are_alike).then_some(parts.len())
}
