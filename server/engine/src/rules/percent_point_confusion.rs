//! # DAT104 percent-point-confusion
//!
//! ## What it finds
//! A change between two shares that is told in percent and is one of percentage points.
//!
//! How often it is right on real pages has not been measured.
//!
//! ## Why it matters
//! From 40 to 44 percent is 4 points, and 10 percent; the two are far apart.
//!
//! ## Flagged
//! ```transcript
//! Turnout went from 40 % to 44 %, a 4 % rise.
//!                                   ^^^ percent-point-confusion
//! ```
//! ```transcript
//! The duty was cut by 2 percent, from 5 percent to 3 percent.
//!                     ^^^^^^^^^ percent-point-confusion
//! ```
//!
//! ## Accepted
//! ```transcript
//! Turnout went from 40 % to 44 %, a rise of 4 points.
//! ```
//! ```transcript
//! Turnout went from 40 % to 44 %, a tenth more.
//! ```
//!
//! ## What to do
//! Write “points”, or the share of the share.

use std::sync::LazyLock;

use regex::Regex;

use crate::record::{Paragraph, Record};
use crate::text::Span;

use super::rule::Check;
use super::{Edit, Findings, Levels, Profile, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT104",
    name: "percent-point-confusion",
    levels: Levels::all(Severity::Hint).only_in(Profile::Strict),
    source: include_str!("percent_point_confusion.rs"),
    check: Check::Paragraph(check),
};

/// “from 40 % to 44 %”; it must not match “from 40 to 44 cases”.
static FROM_TO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"from (\d+(?:\.\d+)?) ?(?:%|percent|per cent)? to (\d+(?:\.\d+)?) ?(?:%|percent|per cent)",
    )
    .expect("the pattern is sound")
});
/// “4 %”; what follows is looked at apart, because “4 % points” is right.
static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\d+(?:\.\d+)?) ?(?:%|percent|per cent)").expect("the pattern is sound")
});

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    if !words.contains("from ") {
        return;
    }
    for sentence in &paragraph.reading.sentences {
        let said = sentence.span.of(words);
        let Some(change) = FROM_TO.captures(said) else {
            continue;
        };
        let number = |group: &str| group.parse::<f64>().unwrap_or_default();
        let (from, to) = (number(&change[1]), number(&change[2]));
        let points = (to - from).abs();
        let whole = change.get(0).map_or(0..0, |whole| whole.range());
        let confused = SHARE.captures_iter(said).find_map(|share| {
            let all = share.get(0)?;
            let is_points = said[all.end()..].trim_start().starts_with("point");
            let is_change = (number(&share[1]) - points).abs() < 1e-9;
            let is_outside = !whole.contains(&all.start());
            (is_change && is_outside && !is_points).then(|| all.range())
        });
        let Some(confused) = confused else { continue };
        let base = paragraph.span.start + sentence.span.start();
        let span = Span::new(base + confused.start, base + confused.end);
        let message = format!(
            "From {} to {} percent are {points} points; “{}” would be a share of the first.",
            &change[1],
            &change[2],
            span.of(record.content())
        );
        if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
            finding.suggest(
                "Write points",
                vec![Edit::replace(span, format!("{points} points"))],
            );
        }
    }
}
