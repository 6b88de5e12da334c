//! # REG005 reversed-dates
//!
//! ## What it finds
//! An end before its start: of a membership, a post, an organization or a life, and an office that begins after its
//! holder's death or ends before the holder's birth.
//!
//! ## Why it matters
//! Nobody held such an office on any day, so everybody who is called by it is told to be wrong.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! death = 2018-06-01
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2012-01-01
//! end = 2011-01-01
//!       ^^^^^^^^^^ reversed-dates
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2019
//!         ^^^^ reversed-dates
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! birth = 1950
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2012-01-01
//! end = 2012-01-01
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2019
//! ```
//!
//! ## What to do
//! Swap the dates, or correct one of them.

use crate::date::Date;
use crate::registry::Layer;
use crate::registry::file::{Entry, Key};

use super::spells::written;
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG005",
    name: "reversed-dates",
    levels: Levels::all(Severity::Error),
    source: include_str!("reversed_dates.rs"),
    check: Check::Registry(check),
};

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    let file = layer.file();
    for entry in &file.people {
        let (birth, death) = (entry.value.birth, entry.value.death);
        let keys = (Key::Birth, Key::Death);
        reversed(entry, keys, (birth, death), "life", findings);
    }
    let keys = (Key::Start, Key::End);
    for entry in &file.organizations {
        let dates = (entry.value.start, entry.value.end);
        reversed(entry, keys, dates, "organization", findings);
    }
    for entry in &file.posts {
        let dates = (entry.value.start, entry.value.end);
        reversed(entry, keys, dates, "post", findings);
    }
    for entry in &file.memberships {
        let dates = (entry.value.start, entry.value.end);
        if !reversed(entry, keys, dates, "membership", findings) {
            outlived(layer, entry, findings);
        }
    }
}

/// Tells an end that comes before its start; whether it does.
fn reversed<T>(
    entry: &Entry<T>,
    keys: (Key, Key),
    dates: (Option<Date>, Option<Date>),
    what: &str,
    findings: &mut Findings<'_>,
) -> bool {
    let (Some(start), Some(end)) = dates else {
        return false;
    };
    if end.last() >= start.first() {
        return false;
    }
    let (first, last) = (entry.place(keys.0), entry.place(keys.1));
    let (end_words, start_words) = (end.words(), start.words());
    let message = format!("This {what} ends ({end_words}) before it begins ({start_words}).");
    if let Some(finding) = findings.add(None, last, message) {
        finding.relate(first, "where it begins");
        let mut edits = vec![
            Edit::replace(first, written(end)),
            Edit::replace(last, written(start)),
        ];
        edits.sort_by_key(|edit| edit.span);
        // Both may come from one legislative period, which is not ours to change.
        if first.end <= last.start || last.end <= first.start {
            finding.suggest("Swap the two dates", edits);
        }
    }
    true
}

/// Tells an office that begins after its holder's death, or ends before the holder's birth.
fn outlived(
    layer: &Layer<'_>,
    entry: &Entry<crate::registry::file::Membership>,
    findings: &mut Findings<'_>,
) {
    let membership = &entry.value;
    let Some(person) = layer.registry.person_called(&membership.person) else {
        return;
    };
    let person = layer.registry.person(person);
    let name = &person.name;
    if let (Some(death), Some(start)) = (person.death, membership.start)
        && death.last() < start.first()
    {
        let (start, death) = (start.words(), death.words());
        let message = format!("This begins on {start}, after the death of {name} ({death}).");
        findings.add(None, entry.place(Key::Start), message);
    }
    if let (Some(birth), Some(end)) = (person.birth, membership.end)
        && end.last() < birth.first()
    {
        let (end, birth) = (end.words(), birth.words());
        let message = format!("This ends on {end}, before the birth of {name} ({birth}).");
        findings.add(None, entry.place(Key::End), message);
    }
}
