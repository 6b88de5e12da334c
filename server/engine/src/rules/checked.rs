//! What the rules find in a record, kept from one state of a document to the next.
//!
//! A rule says what it looks at ([`super::Check`]). What it found in a paragraph or a stretch of text is kept until that has
//! changed, what it found among the turns until they have, what it found in the whole record until it sees something else in
//! a paragraph. The result never depends on what was kept.

mod crowd;
mod jobs;
mod running;
mod units;

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Deref;

use crate::record::{Kept, KeptParagraphs, Pool, Record};
use crate::text::Change;

use super::{Finding, RuleSet};

use running::Running;
use units::{Home, Unit, around, disturbed, undisturbed, unit, units};

/// The findings of a record under a rule set, in text order, then by code.
#[derive(Clone, Default, Debug)]
pub struct Checked {
    findings: Vec<Finding>,
    /// Where each of them was found, and its place among the earlier findings if it was kept.
    homes: Vec<(Home, Option<usize>)>,
    /// What gives way to a graver finding in the same sentence, as long as that stands.
    aside: Vec<(Finding, Home)>,
    /// Not all rules came to an end: nothing can be built on it.
    partial: bool,
}

/// Where to look again.
struct Again<'a> {
    units: &'a [Unit<'a>],
    /// Among the turns.
    turns: bool,
    /// By which rules over the whole record, by their places in the table; by all of them if `None`.
    rules: Option<&'a BTreeSet<usize>>,
    /// Where findings may have come to stand in one sentence with others; anywhere if `None`.
    crowded: Option<&'a BTreeSet<Home>>,
}

impl Checked {
    /// Looks through a record for the first time, with the help of `pool`.
    pub fn of(record: &Record, set: &RuleSet, pool: &dyn Pool) -> Checked {
        let everything = Again {
            units: &units(record),
            turns: true,
            rules: None,
            crowded: None,
        };
        Checked::default().with(record, &Running::of(set), &everything, pool)
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
        let mut stirred = None;
        let mut crowded = None;
        let units: Vec<Unit<'_>> = match &kept.paragraphs {
            KeptParagraphs::None => return Checked::of(record, set, pool),
            KeptParagraphs::AllBut(changed) => {
                if kept.turns {
                    let mut rules = running.stirred(record, changed);
                    rules.extend(kept.change.iter().flat_map(|change| self.touched(*change)));
                    stirred = Some(rules);
                }
                let changed = around(record, changed, kept.change);
                crowded = (stirred.as_ref())
                    .filter(|rules| !running.are_about_sources(rules))
                    .map(|_| changed.clone());
                self.call_back(record, kept.change, crowded.as_ref());
                let same = |home: Home| match home {
                    Home::Whole(rule) => stands(stirred.as_ref(), rule).then_some(home),
                    home => (!changed.contains(&home)).then_some(home),
                };
                self.keep(same);
                let units = changed.iter().filter_map(|home| unit(record, *home));
                units.collect()
            }
            KeptParagraphs::Some { places, gone } => {
                let undisturbed = undisturbed(record, places, kept.change);
                let looked_at = disturbed(record, &undisturbed, kept);
                if let (true, Some(gone)) = (kept.turns, gone) {
                    let mut rules = running.stirred_by(record, gone, places, kept.change);
                    rules.extend(kept.change.iter().flat_map(|change| self.touched(*change)));
                    crowded = (!running.are_about_sources(&rules)).then(|| looked_at.clone());
                    stirred = Some(rules);
                }
                self.call_back(record, kept.change, crowded.as_ref());
                let mut now: Vec<Option<usize>> = Vec::new();
                for (new, old) in undisturbed.iter().enumerate() {
                    if let Some(old) = *old {
                        now.resize(now.len().max(old + 1), None);
                        now[old] = Some(new);
                    }
                }
                let same = |home: Home| match home {
                    Home::Paragraph(old) => now.get(old).copied().flatten().map(Home::Paragraph),
                    Home::Passage(_) => (kept.turns && !looked_at.contains(&home)).then_some(home),
                    Home::Whole(rule) => stands(stirred.as_ref(), rule).then_some(home),
                    Home::Turns => Some(home),
                };
                self.keep(same);
                looked_at
                    .iter()
                    .filter_map(|home| unit(record, *home))
                    .collect()
            }
        };
        if !kept.turns {
            self.keep(|home| Some(home).filter(|home| *home != Home::Turns));
        }
        if let Some(change) = kept.change {
            let aside = self.aside.iter_mut().map(|(finding, _)| finding);
            self.findings
                .iter_mut()
                .chain(aside)
                .for_each(|finding| finding.moved(change));
        }
        let again = Again {
            units: &units,
            turns: !kept.turns,
            rules: stirred.as_ref(),
            crowded: crowded.as_ref(),
        };
        self.with(record, &running, &again, pool)
    }

    /// The rules over the whole record whose findings tell of a place that a change touches.
    fn touched(&self, change: Change) -> impl Iterator<Item = usize> {
        let of_rule = move |(finding, (home, _)): (&Finding, &(Home, _))| match home {
            Home::Whole(rule) if finding.touches(change.old) => Some(*rule),
            _ => None,
        };
        self.findings.iter().zip(&self.homes).filter_map(of_rule)
    }

    /// The findings of several rule sets over one record, which nothing can be built on.
    pub fn together(all: impl IntoIterator<Item = Checked>) -> Checked {
        let findings = all.into_iter().flat_map(Checked::into_findings);
        let mut findings: Vec<Finding> = findings.collect();
        findings.sort_by(in_text_order);
        let homes = vec![(Home::Turns, None); findings.len()];
        Checked {
            findings,
            homes,
            partial: true,
            ..Checked::default()
        }
    }

    /// What was found in a file of ours, looked through as a whole.
    pub fn of_file(findings: Vec<Finding>) -> Checked {
        let homes = vec![(Home::Turns, None); findings.len()];
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
    fn keep(&mut self, now: impl Fn(Home) -> Option<Home>) {
        let mut n_kept = 0;
        for at in 0..self.findings.len() {
            let Some(home) = now(self.homes[at].0) else {
                continue;
            };
            if n_kept < at {
                self.findings.swap(n_kept, at);
                self.homes.swap(n_kept, at);
            }
            self.homes[n_kept].0 = home;
            n_kept += 1;
        }
        self.findings.truncate(n_kept);
        self.homes.truncate(n_kept);
    }

    /// Adds what is found where it is to be looked again.
    fn with(
        mut self,
        record: &Record,
        running: &Running<'_>,
        again: &Again<'_>,
        pool: &dyn Pool,
    ) -> Checked {
        let new = jobs::found(record, running, again, pool);
        self.add(new);
        self.make_room(record, again.crowded);
        self
    }

    /// Puts findings in at their places.
    fn add(&mut self, mut new: Vec<(Finding, Home)>) {
        new.sort_by(|(a, _), (b, _)| in_text_order(a, b));
        if new.len() <= SINGLY {
            for (finding, home) in new {
                let before = |other: &Finding| in_text_order(other, &finding).is_le();
                let at = self.findings.partition_point(before);
                self.findings.insert(at, finding);
                self.homes.insert(at, (home, None));
            }
            return;
        }
        let old = std::mem::take(&mut self.findings).into_iter();
        let old = old.zip(std::mem::take(&mut self.homes));
        let new = new
            .into_iter()
            .map(|(finding, home)| (finding, (home, None)));
        let mut all: Vec<(Finding, (Home, Option<usize>))> = old.chain(new).collect();
        all.sort_by(|(a, _), (b, _)| in_text_order(a, b));
        (self.findings, self.homes) = all.into_iter().unzip();
    }
}

/// Whether what a rule over the whole record found stands: it is known which rules are `stirred`, and it is none of them.
fn stands(stirred: Option<&BTreeSet<usize>>, rule: usize) -> bool {
    stirred.is_some_and(|rules| !rules.contains(&rule))
}

/// So many findings are put in one by one; of more all are sorted anew.
const SINGLY: usize = 16;

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
