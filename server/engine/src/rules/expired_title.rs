//! # OFF002 expired-title
//!
//! ## What it finds
//! A person named with an office that this person held before or after the document's date, but not on it, and no
//! “former”, “then” or “incoming” stands by.
//!
//! It is told once for each person and office, where it first stands. Where the sentence names a year of the office, or the
//! words before make it the name of a time (“under President Vane”, “as governor, Vane built it”) or of somebody gone (“in
//! memory of”, “retired”), it tells of then and is left alone. Ten years on, in speech, or of an office of the United
//! States that is named without it, it weighs less, for a title may be a courtesy or history; ten years on in speech
//! nothing is said. Read on 135 real texts, most of them American news: four findings, each of them such a courtesy.
//!
//! ## Why it matters
//! A reader takes the words for those of somebody in office.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[post]]
//! id = "sy-health-minister"
//! label = "Minister of Health"
//! aliases = ["health minister"]
//! state = "SY"
//! seats = 1
//! [[membership]]
//! person = "ada-orlova"
//! post = "sy-health-minister"
//! start = "2016-01-10"
//! end = "2020-11-20"
//! source = "gazette"
//! ```
//! ```transcript
//! 15 March 2023
//!
//! Ada Orlova came to the capital. Health Minister Orlova opened a hospital there on Monday.
//!                                 ^^^^^^^^^^^^^^^^^^^^^^ expired-title
//! ```
//! ```transcript
//! 3 June 2022
//!
//! Syrian Health Minister Ada Orlova opened a hospital on Monday.
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expired-title
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by former Syrian Health Minister Ada Orlova.
//! ```
//! ```transcript
//! 15 March 2018
//!
//! Syrian Health Minister Ada Orlova opened a hospital on Monday.
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The hospital was built under Syrian Health Minister Ada Orlova. Last year a street got her name.
//! ```
//!
//! ## What to do
//! Write “former”, “then” or “incoming” before the office, or correct the document's date.

use crate::record::Record;
use crate::registry::Held;
use crate::transcript::Zone;

use super::titles::{self, HISTORY, from_to};
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF002",
    name: "expired-title",
    levels: Levels::zones(
        Some(Severity::Warning),
        Some(Severity::Warning),
        Some(Severity::Info),
    ),
    source: include_str!("expired_title.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.words_with(seen, |_, resolved| resolved.held == Some(Held::NotHeld));
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let registry = record.registry();
    for misheld in titles::misheld(record) {
        if misheld.is_wrong_holder(record) {
            continue;
        }
        let Some(own) = titles::nearest(&misheld.tenures(record), misheld.date) else {
            continue;
        };
        let years = misheld.years_over(record);
        let is_history = years.is_some_and(|years| years >= HISTORY);
        if is_history && (misheld.is_quoted || misheld.zone == Zone::Turn) {
            continue;
        }
        let person = &registry.person(misheld.person).name;
        let post = &registry.post(misheld.post).label;
        let title = misheld.title.of(record.content());
        let message = format!(
            "{person} was {post} {}, not on {}.",
            from_to(own),
            misheld.date.words()
        );
        let Some(finding) = findings.add(Some(misheld.zone), misheld.span, message) else {
            continue;
        };
        // In the United States a title is kept for life as a courtesy; who writes the state with it means the office.
        let is_courtesy = registry.post(misheld.post).state.as_deref() == Some("US")
            && registry.states_in(title).is_empty();
        if is_history || misheld.is_quoted || is_courtesy {
            finding.lower();
        }
        let is_over = own.end.is_some_and(|end| end.last() < misheld.date.first());
        let word = if is_over { "former" } else { "incoming" };
        finding.suggest(
            format!("Write “{word}” before the office"),
            vec![Edit::replace(misheld.title, format!("{word} {title}"))],
        );
    }
}
