//! # REG004 overlapping-tenure
//!
//! ## What it finds
//! More people in a post on the same days than it has seats, as far as the dates are certain.
//!
//! A post that does not say how many `seats` it has is taken to have one, and the finding weighs less. A day of hand-over,
//! somebody acting for another, and dates known only to the month or year that leave room are accepted.
//!
//! ## Why it matters
//! On those days the office names two people, and a speech may be given to the wrong one.
//!
//! ## Flagged
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
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2018-02-01
//! end = 2020-11-22
//! [[membership]]
//! person = "cy-dorn"
//! post = "zz-clerk"
//! start = 2020-11-16
//!         ^^^^^^^^^^ overlapping-tenure
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2023
//!         ^^^^ overlapping-tenure
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
//! [[post]]
//! id = "zz-judge"
//! label = "Judge"
//! seats = 2
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2018-02-01
//! end = 2020-11-22
//! [[membership]]
//! person = "cy-dorn"
//! post = "zz-clerk"
//! start = 2020-11-22
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-judge"
//! start = 2021
//! [[membership]]
//! person = "cy-dorn"
//! post = "zz-judge"
//! start = 2022
//! ```
//!
//! ## What to do
//! Correct the day one ended or the other began, or say how many `seats` the post has.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use jiff::ToSpan;
use jiff::civil;

use crate::date::Date;
use crate::registry::Layer;
use crate::registry::file::Key;

use super::spells::{Held, Spell, by_post, written};
use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG004",
    name: "overlapping-tenure",
    levels: Levels::all(Severity::Error),
    source: include_str!("overlapping_tenure.rs"),
    check: Check::Registry(check),
};

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    for held in by_post(layer) {
        post(layer, &held, findings);
    }
}

fn post(layer: &Layer<'_>, held: &Held<'_>, findings: &mut Findings<'_>) {
    // The ends of those in the post, the nearest first, and whoever stays longest.
    let mut inside: BinaryHeap<Reverse<civil::Date>> = BinaryHeap::new();
    let mut longest: Option<(civil::Date, Spell<'_>)> = None;
    for spell in &held.spells {
        let Some(start) = spell.start() else { continue };
        let begun = start
            .last()
            .checked_add(1.day())
            .unwrap_or(civil::Date::MAX);
        let end = spell.end().map_or(civil::Date::MAX, Date::first);
        if spell.entry.value.acting || end <= begun {
            continue;
        }
        while inside.peek().is_some_and(|Reverse(end)| *end <= begun) {
            inside.pop();
        }
        if inside.len() >= held.seats()
            && spell.file == layer.at
            && let Some((_, other)) = longest
        {
            tell(layer, held, *spell, other, findings);
        }
        inside.push(Reverse(end));
        if longest.is_none_or(|(longest, _)| end >= longest) {
            longest = Some((end, *spell));
        }
    }
}

fn tell<'a>(
    layer: &Layer<'a>,
    held: &Held<'a>,
    spell: Spell<'a>,
    other: Spell<'a>,
    findings: &mut Findings<'_>,
) {
    let (one, two) = (&spell.entry.value, &other.entry.value);
    let name = layer.name_of(&one.person);
    let post = &held.title;
    let start = one.start.map_or_else(String::new, Date::words);
    let until = two.end.map_or_else(
        || "with no end known".to_owned(),
        |end| format!("until {}", end.words()),
    );
    let message = if one.person == two.person {
        format!("{name} becomes {post} ({start}) while being {post} already, {until}.")
    } else if held.seats() > 1 {
        let seats = held.seats();
        format!("{name} becomes {post} ({start}) while all {seats} seats are taken.")
    } else {
        let holder = layer.name_of(&two.person);
        format!("{name} becomes {post} ({start}) while {holder} is, {until}.")
    };
    let Some(finding) = findings.add(None, spell.entry.place(Key::Start), message) else {
        return;
    };
    if held.post.seats.is_none() {
        finding.lower();
    }
    if other.file != layer.at || held.seats() > 1 {
        return;
    }
    let place = other.entry.place(Key::End);
    finding.relate(place, "the other spell");
    if let (Some(start), Some(_), true) = (
        one.start,
        other.entry.places.get(Key::End),
        two.end.is_some(),
    ) {
        finding.suggest(
            format!("End the other spell on {}", start.words()),
            vec![Edit::replace(place, written(start))],
        );
    }
}
