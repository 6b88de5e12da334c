//! The parts of a record that rules look at by themselves, and which of them an edit has touched.

use std::collections::BTreeSet;

use crate::record::{Kept, Paragraph, Record, Was};
use crate::rules::rule::Stretch;
use crate::text::Change;
use crate::transcript::Zone;

/// Where a finding was found, and so for how long it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Home {
    /// In a paragraph, by its place in the record.
    Paragraph(usize),
    /// In a passage without paragraphs, by its place in the transcript.
    Passage(usize),
    /// Among the turns.
    Turns,
    /// In the record as a whole, by the rule's place in the table.
    Whole(usize),
}

/// A part of a record that rules look at by itself.
pub(super) struct Unit<'a> {
    pub(super) home: Home,
    pub(super) paragraph: Option<&'a Paragraph>,
    pub(super) stretch: Stretch,
}

/// All parts of a record, in text order; their stretches cover it.
pub(super) fn units(record: &Record) -> Vec<Unit<'_>> {
    let mut units = Vec::with_capacity(record.paragraphs().len() + 16);
    let mut next = 0;
    for (at, passage) in record.transcript().passages.iter().enumerate() {
        let first = next;
        while record
            .paragraphs()
            .get(next)
            .is_some_and(|paragraph| paragraph.passage == at)
        {
            units.extend(unit(record, Home::Paragraph(next)));
            next += 1;
        }
        if next == first && !passage.span.is_empty() {
            units.extend(unit(record, Home::Passage(at)));
        }
    }
    units
}

pub(super) fn unit(record: &Record, home: Home) -> Option<Unit<'_>> {
    let (paragraph, span, zone): (_, _, Zone) = match home {
        Home::Paragraph(at) => {
            let paragraph = record.paragraphs().get(at)?;
            (Some(paragraph), record.stretch(at), paragraph.zone)
        }
        Home::Passage(at) => {
            let passage = record.transcript().passages.get(at)?;
            (None, passage.span, passage.zone())
        }
        Home::Turns | Home::Whole(_) => return None,
    };
    Some(Unit {
        home,
        paragraph,
        stretch: Stretch { span, zone },
    })
}

/// The homes to look at again where all paragraphs but some say the same: these, their neighbours, and whatever the change
/// in the text touches.
pub(super) fn around(record: &Record, changed: &[Was], change: Option<Change>) -> BTreeSet<Home> {
    let mut homes = BTreeSet::new();
    for was in changed {
        homes.extend((was.at.saturating_sub(1)..=was.at + 1).map(Home::Paragraph));
    }
    let Some(change) = change else {
        return homes;
    };
    let passages = &record.transcript().passages;
    let first = passages.partition_point(|passage| passage.span.end < change.new.start);
    let touched = passages[first..]
        .iter()
        .take_while(|passage| passage.span.start <= change.new.end);
    let paragraphs = record.paragraphs();
    let has_none = |at: &usize| {
        let first = paragraphs.partition_point(|paragraph| paragraph.passage < *at);
        paragraphs
            .get(first)
            .is_none_or(|paragraph| paragraph.passage != *at)
    };
    let touched = first..first + touched.count();
    homes.extend(touched.filter(has_none).map(Home::Passage));
    let first = paragraphs.partition_point(|paragraph| paragraph.span.end < change.new.start);
    let touched = paragraphs[first..]
        .iter()
        .take_while(|paragraph| paragraph.span.start <= change.new.end);
    let after = first + touched.count();
    homes.extend((first.saturating_sub(1)..=after).map(Home::Paragraph));
    homes
}

/// The places of those paragraphs in the earlier record whose neighbours and whose stretch of text are the same too.
pub(super) fn undisturbed(
    record: &Record,
    places: &[Option<usize>],
    change: Option<Change>,
) -> Vec<Option<usize>> {
    let touched = |at: usize| change.is_some_and(|change| change.touches_new(record.stretch(at)));
    let n = places.len();
    (0..n)
        .map(|at| {
            let old = places[at]?;
            let before = at.checked_sub(1).map(|at| places[at]);
            let after = places.get(at + 1);
            let same_before =
                before.map_or(old == 0, |before| before.is_some_and(|one| one + 1 == old));
            let same_after = after.is_none_or(|after| *after == Some(old + 1));
            (same_before && same_after && at + 1 < n && !touched(at)).then_some(old)
        })
        .collect()
}

/// The homes to look at again where passages were found anew: the paragraphs that are not among the `undisturbed`, and the
/// passages without paragraphs; of these, where turns have stayed, only what the change touches.
pub(super) fn disturbed(
    record: &Record,
    undisturbed: &[Option<usize>],
    kept: &Kept,
) -> BTreeSet<Home> {
    let paragraphs = (0..undisturbed.len()).filter(|&at| undisturbed[at].is_none());
    let mut homes: BTreeSet<Home> = paragraphs.map(Home::Paragraph).collect();
    let mut next = 0;
    for (at, passage) in record.transcript().passages.iter().enumerate() {
        let first = next;
        while (record.paragraphs().get(next)).is_some_and(|paragraph| paragraph.passage == at) {
            next += 1;
        }
        let is_touched = || (kept.change).is_none_or(|change| change.touches_new(passage.span));
        if next == first && !passage.span.is_empty() && (!kept.turns || is_touched()) {
            homes.insert(Home::Passage(at));
        }
    }
    homes
}
