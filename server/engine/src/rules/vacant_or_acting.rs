//! # OFF005 vacant-or-acting
//!
//! ## What it finds
//! An office that, by the registry, was vacant on the document's date, or a person named with an office held only for the
//! time being while the words do not say “acting”.
//!
//! A gap counts as a vacancy only if the days of both its ends are known and it is short; registers leave terms out.
//!
//! ## Why it matters
//! Words credited to a vacant office are somebody else's, and an acting holder has not the standing of the full one.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-orlova"
//! name = "Ada Orlova"
//! family = "Orlova"
//! given = "Ada"
//! [[person]]
//! id = "mira-haddad"
//! name = "Mira Haddad"
//! family = "Haddad"
//! given = "Mira"
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
//! [[membership]]
//! person = "mira-haddad"
//! post = "sy-health-minister"
//! start = "2020-12-10"
//! end = "2024-09-23"
//! acting = true
//! source = "gazette"
//! ```
//! ```transcript
//! 1 December 2020
//!
//! The Syrian health minister opened a hospital on Monday.
//!     ^^^^^^^^^^^^^^^^^^^^^^ vacant-or-acting
//! ```
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by Syrian Health Minister Mira Haddad on Monday.
//!                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ vacant-or-acting
//! ```
//!
//! ## Accepted
//! ```transcript
//! 15 March 2023
//!
//! The hospital was opened by acting Syrian Health Minister Mira Haddad on Monday.
//! ```
//! ```transcript
//! 15 March 2018
//!
//! The Syrian health minister opened a hospital on Monday. Health Minister Ada Orlova had paid for it.
//! ```
//!
//! ## What to do
//! Write “acting” before the office, or who spoke in its stead.

use std::collections::BTreeSet;

use crate::date::Date;
use crate::record::Record;
use crate::registry::{Held, NameForm, PersonId, PostId, Qualifier, Tenure};

use super::office_titles::is_quoted;
use super::{Check, Edit, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "OFF005",
    name: "vacant-or-acting",
    levels: Levels::zones(
        Some(Severity::Info),
        Some(Severity::Info),
        // In speech a title may be a courtesy.
        Some(Severity::Hint),
    ),
    source: include_str!("vacant_or_acting.rs"),
    check: Check::Transcript(sees, check),
};

/// A gap of more days is a hole in the register before it is a vacancy.
const LONGEST_VACANCY: i32 = 61;

fn sees(look: Look<'_>, seen: &mut Seen) {
    look.mentions(seen, |mention, resolved| {
        resolved.post.is_some() && mention.title.is_some()
    });
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let Some(date) = record.date() else { return };
    let registry = record.registry();
    let mut told: BTreeSet<(Option<PersonId>, PostId)> = BTreeSet::new();
    for paragraph in record.paragraphs() {
        let mentions = paragraph.reading.mentions.iter();
        for (mention, resolved) in mentions.zip(&paragraph.resolved) {
            let (Some(post), Some(title)) = (resolved.post, mention.title) else {
                continue;
            };
            let span = mention.span.place(paragraph.span.start);
            let label = registry.post_title(post);
            if is_quoted(paragraph, mention)
                || mention.qualifier.is_some_and(|q| q != Qualifier::Pair)
            {
                continue;
            }
            match (resolved.person, mention.form) {
                (Some(person), NameForm::Full | NameForm::TitleFamily) => {
                    if resolved.held != Some(Held::Held)
                        || !is_acting(&registry.tenures_of(person), post, date)
                        || !told.insert((Some(person), post))
                    {
                        continue;
                    }
                    let name = &registry.person(person).name;
                    let message =
                        format!("On {} {name} was {label} for the time being.", date.words());
                    let title = title.place(paragraph.span.start);
                    let words = title.of(record.content());
                    if let Some(finding) = findings.add(Some(paragraph.zone), span, message) {
                        finding.suggest(
                            "Write “acting” before the office",
                            vec![Edit::replace(title, format!("acting {words}"))],
                        );
                    }
                }
                (None, NameForm::Office) => {
                    let Some((left, came)) = vacancy(&registry.tenures_in(post), date) else {
                        continue;
                    };
                    if !told.insert((None, post)) {
                        continue;
                    }
                    let message = format!(
                        "{label} was vacant on {}: {} left on {}, {} came on {}.",
                        date.words(),
                        registry.person(left.person).name,
                        left.end.map_or_else(String::new, Date::words),
                        registry.person(came.person).name,
                        came.start.map_or_else(String::new, Date::words),
                    );
                    findings.add(Some(paragraph.zone), span, message);
                }
                _ => {}
            }
        }
    }
}

/// Whether the person held the post on the day, and only for the time being.
fn is_acting(tenures: &[&Tenure], post: PostId, date: Date) -> bool {
    let mut held = tenures
        .iter()
        .filter(|tenure| tenure.post == post && tenure.held(date) == Held::Held)
        .peekable();
    held.peek().is_some() && held.all(|tenure| tenure.acting)
}

/// Who left the post before the day and who came after it, if nobody held it on the day and the gap is short and certain.
fn vacancy<'a>(tenures: &[&'a Tenure], date: Date) -> Option<(&'a Tenure, &'a Tenure)> {
    let is_free = tenures
        .iter()
        .all(|tenure| tenure.held(date) == Held::NotHeld);
    if !is_free || !matches!(date, Date::Day(_)) {
        return None;
    }
    let day = |date: Option<Date>| match date {
        Some(Date::Day(day)) => Some(day),
        _ => None,
    };
    let left = tenures
        .iter()
        .filter(|tenure| day(tenure.end).is_some_and(|end| end < date.first()))
        .max_by_key(|tenure| day(tenure.end))?;
    let came = tenures
        .iter()
        .filter(|tenure| day(tenure.start).is_some_and(|start| start > date.last()))
        .min_by_key(|tenure| day(tenure.start))?;
    let gap = day(came.start)? - day(left.end)?;
    (gap.get_days() <= LONGEST_VACANCY).then_some((*left, *came))
}
