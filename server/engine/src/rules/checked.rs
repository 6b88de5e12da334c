//! What the rules find in a record, kept from one state of a document to the next.
//!
//! A rule says what it looks at ([`Check`]). What it found in a paragraph or a stretch of text is kept until that has
//! changed, what it found among the turns until they have; a rule over the whole record is asked each time. The result
//! never depends on what was kept.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Deref;

use crate::record::{Kept, KeptParagraphs, Paragraph, Pool, Record, pool};
use crate::text::{Change, Span};
use crate::transcript::Zone;

use super::rule::{Check, Stretch};
use super::{Finding, Findings, RULES, Rule, RuleSet};

/// The findings of a record under a rule set, in text order, then by code.
#[derive(Clone, Default, Debug)]
pub struct Checked {
    findings: Vec<Finding>,
    /// Where each of them was found, and its place among the earlier findings if it was kept.
    homes: Vec<(Home, Option<usize>)>,
    /// Not all rules came to an end: nothing can be built on it.
    partial: bool,
}

/// Where a finding was found, and so for how long it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Home {
    /// In a paragraph, by its place in the record.
    Paragraph(usize),
    /// In a passage without paragraphs, by its place in the transcript.
    Passage(usize),
    /// Among the turns.
    Turns,
    /// In the record as a whole.
    Whole,
}

/// A part of a record that rules look at by itself.
struct Unit<'a> {
    home: Home,
    paragraph: Option<&'a Paragraph>,
    stretch: Stretch,
}

/// How many parts are looked through at once by one hand.
const HANDFUL: usize = 128;

impl Checked {
    /// Looks through a record for the first time, with the help of `pool`.
    pub fn of(record: &Record, set: &RuleSet, pool: &dyn Pool) -> Checked {
        Checked::default().with(record, &Running::of(set), &units(record), true, pool)
    }

    /// Looks through the record that was built on the one these findings are of, under the same rule set. `kept` tells
    /// what has stayed the same.
    #[must_use]
    pub fn again(
        mut self,
        record: &Record,
        set: &RuleSet,
        kept: &Kept,
        pool: &dyn Pool,
    ) -> Checked {
        if self.partial {
            return Checked::of(record, set, pool);
        }
        for (at, (_, origin)) in self.homes.iter_mut().enumerate() {
            *origin = Some(at);
        }
        let running = Running::of(set);
        let (mut same, units) = match &kept.paragraphs {
            KeptParagraphs::None => return Checked::of(record, set, pool),
            KeptParagraphs::AllBut(changed) => {
                let changed = around(record, changed, kept.change);
                let same = |home: Home| (!changed.contains(&home)).then_some(home);
                let units = changed.iter().filter_map(|home| unit(record, *home));
                (self.keep(same), units.collect::<Vec<_>>())
            }
            KeptParagraphs::Some(places) => {
                let places = undisturbed(record, places, kept.change);
                let mut now: Vec<Option<usize>> = Vec::new();
                for (new, old) in places.iter().enumerate() {
                    if let Some(old) = *old {
                        now.resize(now.len().max(old + 1), None);
                        now[old] = Some(new);
                    }
                }
                let same = |home: Home| match home {
                    Home::Paragraph(old) => now.get(old).copied().flatten().map(Home::Paragraph),
                    home => Some(home).filter(|home| *home == Home::Turns),
                };
                let is_new = |unit: &Unit<'_>| match unit.home {
                    Home::Paragraph(at) => places[at].is_none(),
                    _ => true,
                };
                (
                    self.keep(same),
                    units(record).into_iter().filter(is_new).collect(),
                )
            }
        };
        if !kept.turns {
            same = same.keep(|home| Some(home).filter(|home| *home != Home::Turns));
        }
        if let Some(change) = kept.change {
            same.findings
                .iter_mut()
                .for_each(|finding| finding.moved(change));
        }
        same.with(record, &running, &units, !kept.turns, pool)
    }

    /// The findings of several rule sets over one record, which nothing can be built on.
    pub fn together(all: impl IntoIterator<Item = Checked>) -> Checked {
        let findings = all.into_iter().flat_map(Checked::into_findings);
        let mut findings: Vec<Finding> = findings.collect();
        findings.sort_by(in_text_order);
        let homes = findings.iter().map(|_| (Home::Whole, None)).collect();
        Checked {
            findings,
            homes,
            partial: true,
        }
    }

    /// What was found in a file of ours, looked through as a whole.
    pub fn of_file(findings: Vec<Finding>) -> Checked {
        let homes = vec![(Home::Whole, None); findings.len()];
        Checked {
            findings,
            homes,
            ..Checked::default()
        }
    }

    /// The findings by themselves.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// The place that finding `at` had among the earlier findings, if it was kept: then it is the same but for having
    /// moved along with the text.
    pub fn origin(&self, at: usize) -> Option<usize> {
        self.homes.get(at)?.1
    }

    /// Leaves out what was found in a home that is no more, and gives the others the name of their home as it is now.
    fn keep(self, now: impl Fn(Home) -> Option<Home>) -> Checked {
        let (findings, homes) = (self.findings.into_iter().zip(self.homes))
            .filter_map(|(finding, (home, origin))| {
                let home = now(home).filter(|home| *home != Home::Whole)?;
                Some((finding, (home, origin)))
            })
            .unzip();
        Checked {
            findings,
            homes,
            partial: false,
        }
    }

    /// Adds what is found in `units`, among the turns if they are to be looked at, and in the whole record.
    fn with(
        self,
        record: &Record,
        running: &Running<'_>,
        units: &[Unit<'_>],
        turns: bool,
        pool: &dyn Pool,
    ) -> Checked {
        let mut all: Vec<(Finding, (Home, Option<usize>))> =
            self.findings.into_iter().zip(self.homes).collect();
        let found = pool::map(pool, units, HANDFUL, |unit| running.in_unit(record, unit));
        for (unit, found) in units.iter().zip(found) {
            all.extend(
                found
                    .into_iter()
                    .map(|finding| (finding, (unit.home, None))),
            );
        }
        if turns {
            let found = running.over(record, &running.turns);
            all.extend(
                found
                    .into_iter()
                    .map(|finding| (finding, (Home::Turns, None))),
            );
        }
        let found = running.over(record, &running.whole);
        all.extend(
            found
                .into_iter()
                .map(|finding| (finding, (Home::Whole, None))),
        );
        all.sort_by(|(a, _), (b, _)| in_text_order(a, b));
        let (findings, homes) = all.into_iter().unzip();
        Checked {
            findings,
            homes,
            partial: false,
        }
    }
}

fn in_text_order(a: &Finding, b: &Finding) -> Ordering {
    (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message))
}

impl Deref for Checked {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        &self.findings
    }
}

impl<'a> IntoIterator for &'a Checked {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.iter()
    }
}

/// The rules that run, by what they look at.
struct Running<'a> {
    set: &'a RuleSet,
    paragraph: Vec<&'static Rule>,
    stretch: Vec<&'static Rule>,
    turns: Vec<&'static Rule>,
    whole: Vec<&'static Rule>,
}

impl<'a> Running<'a> {
    fn of(set: &'a RuleSet) -> Self {
        let mut running = Running {
            set,
            paragraph: Vec::new(),
            stretch: Vec::new(),
            turns: Vec::new(),
            whole: Vec::new(),
        };
        for rule in RULES.iter().filter(|rule| set.is_on(rule)) {
            match rule.check {
                Check::Paragraph(_) => running.paragraph.push(rule),
                Check::Stretch(_) => running.stretch.push(rule),
                Check::Turns(_) => running.turns.push(rule),
                Check::Transcript(_) => running.whole.push(rule),
                Check::Registry(_) => {}
            }
        }
        running
    }

    fn in_unit(&self, record: &Record, unit: &Unit<'_>) -> Vec<Finding> {
        let mut findings = Findings::new(self.set);
        for rule in &self.stretch {
            findings.begin(rule);
            if let Check::Stretch(check) = rule.check {
                check(record, unit.stretch, &mut findings);
            }
        }
        let Some(paragraph) = unit.paragraph else {
            return findings.finish(None);
        };
        for rule in &self.paragraph {
            findings.begin(rule);
            if let Check::Paragraph(check) = rule.check {
                check(record, paragraph, &mut findings);
            }
        }
        findings.finish(Some(paragraph))
    }

    fn over(&self, record: &Record, rules: &[&'static Rule]) -> Vec<Finding> {
        let mut findings = Findings::new(self.set);
        for rule in rules {
            findings.begin(rule);
            if let Check::Turns(check) | Check::Transcript(check) = rule.check {
                check(record, &mut findings);
            }
        }
        findings.finish(None)
    }
}

/// All parts of a record, in text order; their stretches cover it.
fn units(record: &Record) -> Vec<Unit<'_>> {
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

fn unit(record: &Record, home: Home) -> Option<Unit<'_>> {
    let (paragraph, span, zone): (_, _, Zone) = match home {
        Home::Paragraph(at) => {
            let paragraph = record.paragraphs().get(at)?;
            (Some(paragraph), stretch_of(record, at), paragraph.zone)
        }
        Home::Passage(at) => {
            let passage = record.transcript().passages.get(at)?;
            (None, passage.span, passage.zone())
        }
        Home::Turns | Home::Whole => return None,
    };
    Some(Unit {
        home,
        paragraph,
        stretch: Stretch { span, zone },
    })
}

/// From the first byte of paragraph `at`, or of its passage, to before the next paragraph or the passage's end.
fn stretch_of(record: &Record, at: usize) -> Span {
    let paragraphs = record.paragraphs();
    let paragraph = &paragraphs[at];
    let passage = &record.transcript().passages[paragraph.passage];
    let in_passage = |other: usize| {
        paragraphs
            .get(other)
            .filter(|other| other.passage == paragraph.passage)
    };
    let start = match at.checked_sub(1).and_then(in_passage) {
        Some(_) => paragraph.span.start,
        None => passage.span.start,
    };
    let end = in_passage(at + 1).map_or(passage.span.end, |next| next.span.start);
    Span::new(start, end)
}

/// The homes to look at again where all paragraphs but some say the same: these, their neighbours, and whatever the change
/// in the text touches.
fn around(record: &Record, changed: &[usize], change: Option<Change>) -> BTreeSet<Home> {
    let mut homes = BTreeSet::new();
    for at in changed {
        homes.extend((at.saturating_sub(1)..=at + 1).map(Home::Paragraph));
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
fn undisturbed(
    record: &Record,
    places: &[Option<usize>],
    change: Option<Change>,
) -> Vec<Option<usize>> {
    let touched = |at: usize| {
        let stretch = stretch_of(record, at);
        change.is_some_and(|change| {
            stretch.start <= change.new.end && change.new.start <= stretch.end
        })
    };
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
