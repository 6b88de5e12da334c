//! # REG008 tenure-gap
//!
//! ## What it finds
//! Half a year or more in which nobody is known to have held a post of one seat, between two holders or after the last one.
//!
//! ## Why it matters
//! On those days the register has no answer, and a mention of the office names nobody.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! seats = 1
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2010-01-01
//! end = 2012-01-01
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2013-01-01
//!         ^^^^^^^^^^ tenure-gap
//! end = 2014-01-01
//!       ^^^^^^^^^^ tenure-gap
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! [[person]]
//! id = "cy-dorn"
//! name = "Cy Dorn"
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! seats = 1
//! end = 2014-01-01
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2010-01-01
//! end = 2012-01-01
//! [[membership]]
//! person = "cy-dorn"
//! post = "zz-clerk"
//! acting = true
//! start = 2012-01-01
//! end = 2013-01-01
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2013-01-01
//! end = 2014-01-01
//! ```
//!
//! ## What to do
//! Add who held the post or acted in it, or the `end` of the post itself if it was abolished. No change is
//! offered, for who held it then stands nowhere in the file.

use jiff::civil;

use crate::date::Date;
use crate::registry::Layer;
use crate::registry::file::Key;

use super::spells::{Held, Spell, by_post};
use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG008",
    name: "tenure-gap",
    levels: Levels::all(Severity::Hint),
    source: include_str!("tenure_gap.rs"),
    check: Check::Registry(check),
};

/// Half a year, in days.
const LONG: i32 = 183;

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    for held in by_post(layer).iter().filter(|held| held.seats() == 1) {
        post(layer, held, findings);
    }
}

fn post(layer: &Layer<'_>, held: &Held<'_>, findings: &mut Findings<'_>) {
    let mut last: Option<(civil::Date, Spell<'_>)> = None;
    let title = &held.title;
    for spell in &held.spells {
        let Some(start) = spell.start() else { continue };
        if let Some((end, _)) = last
            && spell.file == layer.at
            && (start.first() - end).get_days() >= LONG
        {
            let (from, to) = (words(end), start.words());
            let message = format!("Nobody is known to have been {title} from {from} to {to}.");
            findings.add(None, spell.entry.place(Key::Start), message);
        }
        let end = spell.end().map_or(civil::Date::MAX, Date::last);
        if last.is_none_or(|(last, _)| end >= last) {
            last = Some((end, *spell));
        }
    }
    let Some((end, spell)) = last.filter(|(_, spell)| spell.file == layer.at) else {
        return;
    };
    // A register that was read soon after could not know better.
    let read = layer.file().retrieved.as_ref().map(|day| day.value.first());
    let is_news = read.is_some_and(|read| (read - end).get_days() < LONG);
    let is_over = held.post.end.is_some() || end == civil::Date::MAX;
    if !is_over && !is_news {
        let message = format!("Nobody is known to have been {title} since {}.", words(end));
        findings.add(None, spell.entry.place(Key::End), message);
    }
}

fn words(day: civil::Date) -> String {
    Date::Day(day).words()
}
