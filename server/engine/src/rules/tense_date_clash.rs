//! # DAT006 tense-date-clash
//!
//! ## What it finds
//! Something told as past on a day after the document’s date, or told as still to come on a day before it.
//!
//! ## Why it matters
//! Either the date beside it or the document’s own is wrong.
//!
//! ## Flagged
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! The summit took place on 20 May 2024 in the green hall.
//!                          ^^^^^^^^^^^ tense-date-clash
//!
//! The bridge will open on 3 May 2021, the mayor said.
//!                         ^^^^^^^^^^ tense-date-clash
//! ```
//!
//! ## Accepted
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! The summit took place on 20 May 2021 in the green hall.
//!
//! The bridge will open on 3 May 2024, and was due to be opened on 9 May 2024.
//!
//! “The bridge will open on 3 May 2021,” she had said on 2 April 2021.
//! ```
//!
//! ## What to do
//! Find out which of the dates is right, and correct the other or the tense.

use crate::date::Date;
use crate::record::{Paragraph, Record};
use crate::text::{LocalSpan, Span};

use super::written_date::{WrittenDate, written_dates};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "DAT006",
    name: "tense-date-clash",
    levels: Levels::all(Severity::Info),
    source: include_str!("tense_date_clash.rs"),
    check: Check::Paragraph(check),
};

/// Verbs of events in the past tense, and participles that "was" makes past; sorted.
const PAST: &str = include_str!("tense_date_clash/past.txt");
/// Words that say that what follows lies ahead; sorted.
const AHEAD: &str = include_str!("tense_date_clash/ahead.txt");
/// Words that make a verb behind them no event told as past: "to be held"; sorted.
const OPEN: &str = include_str!("tense_date_clash/open.txt");
/// How many words before a date its verb is looked for.
const SIGHT: usize = 6;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let Some(Date::Day(own)) = record.date() else {
        return;
    };
    let content = record.content();
    for written in written_dates(content, paragraph.span) {
        let Some(day) = written.date() else {
            continue;
        };
        let local = written.span.start - paragraph.span.start;
        let quoted = paragraph
            .reading
            .quotes_at(LocalSpan::new(local, local + 1))
            .any(|quote| quote.span.start() <= local && local < quote.span.end());
        // A day of grace: time zones, and papers dated the day after.
        let days = (day - own).get_days();
        if quoted || days.abs() <= 1 {
            continue;
        }
        let own_words = Date::Day(own).words();
        let words = written.span.of(content);
        let message = match tense(content, paragraph.span, &written) {
            Some(Tense::Past) if days > 0 => {
                format!(
                    "Told as past on {words}, which lies after the document’s date, {own_words}."
                )
            }
            Some(Tense::Ahead) if days < 0 => {
                format!(
                    "Told as still to come on {words}, which lies before the document’s date, {own_words}."
                )
            }
            _ => continue,
        };
        findings.add(Some(paragraph.zone), written.span, message);
    }
}

/// How the verb nearest before a date tells its event.
enum Tense {
    Past,
    Ahead,
}

/// The tense of the verb to which "on" and the date belong; `None` where no verb near by says it plainly.
fn tense(content: &str, paragraph: Span, written: &WrittenDate) -> Option<Tense> {
    let before = &content[paragraph.start..written.span.start];
    let before = before.trim_end_matches([' ', '\u{a0}', ',']);
    let before = before
        .strip_suffix(" on")
        .unwrap_or_else(|| before.strip_suffix(" the").unwrap_or(""));
    // The clause: nothing beyond a mark counts.
    let clause = before
        .rsplit(|c: char| ".;:,!?()[]“”\"—–".contains(c))
        .next()
        .unwrap_or_default();
    let words: Vec<String> = clause
        .split_whitespace()
        .rev()
        .take(SIGHT)
        .map(str::to_lowercase)
        .collect();
    let listed = |list: &str, word: &str| list.lines().any(|entry| entry == word);
    for (at, word) in words.iter().enumerate() {
        let earlier = words.get(at + 1).map_or("", String::as_str);
        if listed(PAST, word) {
            let before_that = words.get(at + 2).map_or("", String::as_str);
            if listed(AHEAD, earlier) || listed(AHEAD, before_that) {
                return Some(Tense::Ahead);
            }
            let open = listed(OPEN, earlier);
            return (!open).then_some(Tense::Past);
        }
        if listed(AHEAD, word) {
            return Some(Tense::Ahead);
        }
        if listed(OPEN, word) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(
            [PAST, AHEAD, OPEN]
                .iter()
                .all(|list| list.lines().is_sorted())
        );
    }
}
