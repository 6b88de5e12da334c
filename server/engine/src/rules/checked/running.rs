//! The rules of a set, asked by what they look at.

use std::collections::BTreeSet;

use crate::record::{Gone, Record, Was};
use crate::rules::findings::is_about_sources;
use crate::rules::rule::Check;
use crate::rules::sight::{Look, Seen, Sight};
use crate::rules::{Finding, Findings, RULES, Rule, RuleSet};
use crate::text::Change;

use super::units::Unit;

/// The rules that run, by what they look at.
pub(super) struct Running<'a> {
    set: &'a RuleSet,
    paragraph: Vec<&'static Rule>,
    stretch: Vec<&'static Rule>,
    turns: Vec<&'static Rule>,
    /// With their places in the table.
    whole: Vec<(usize, &'static Rule)>,
}

impl<'a> Running<'a> {
    pub(super) fn of(set: &'a RuleSet) -> Self {
        let mut running = Running {
            set,
            paragraph: Vec::new(),
            stretch: Vec::new(),
            turns: Vec::new(),
            whole: Vec::new(),
        };
        for (at, rule) in RULES.iter().enumerate() {
            if !set.is_on(rule) {
                continue;
            }
            match rule.check {
                Check::Paragraph(_) => running.paragraph.push(rule),
                Check::Stretch(_) => running.stretch.push(rule),
                Check::Turns(_) => running.turns.push(rule),
                Check::Transcript(..) => running.whole.push((at, rule)),
                Check::Registry(_) => {}
            }
        }
        running
    }

    /// Whether one of these rules over the whole record, by their places in the table, is about sources or figures.
    pub(super) fn are_about_sources(&self, rules: &BTreeSet<usize>) -> bool {
        let mut whole = self.whole.iter();
        whole.any(|(at, found)| rules.contains(at) && is_about_sources(found.code))
    }

    pub(super) fn in_unit(&self, record: &Record, unit: &Unit<'_>) -> Vec<Finding> {
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

    /// What is found among the turns.
    pub(super) fn in_turns(&self, record: &Record) -> Vec<Finding> {
        let mut findings = Findings::new(self.set);
        for rule in &self.turns {
            findings.begin(rule);
            if let Check::Turns(check) = rule.check {
                check(record, &mut findings);
            }
        }
        findings.finish(None)
    }

    /// The rules over the whole record, with their places in the table.
    pub(super) fn whole(&self) -> impl Iterator<Item = (usize, &'static Rule)> + '_ {
        self.whole.iter().copied()
    }

    /// What a rule over the whole record finds.
    pub(super) fn in_whole(&self, record: &Record, rule: &'static Rule) -> Vec<Finding> {
        let mut findings = Findings::new(self.set);
        findings.begin(rule);
        if let Check::Transcript(_, check) = rule.check {
            check(record, &mut findings);
        }
        findings.finish(None)
    }

    /// The rules over the whole record that see in a changed paragraph something else than before, by their places in the
    /// table.
    pub(super) fn stirred(&self, record: &Record, changed: &[Was]) -> BTreeSet<usize> {
        let looks: Vec<[Look<'_>; 2]> = changed.iter().map(|was| looks(record, was)).collect();
        self.whose(|sight| {
            looks
                .iter()
                .any(|[old, new]| Seen::by(sight, *old) != Seen::by(sight, *new))
        })
    }

    /// The same where paragraphs have come and gone: the rules that see in those which are gone something else than in those
    /// which have no earlier one among `places` or whose stretch the change touches, one after the other.
    pub(super) fn stirred_by(
        &self,
        record: &Record,
        gone: &[Gone],
        places: &[Option<usize>],
        change: Option<Change>,
    ) -> BTreeSet<usize> {
        let is_new = |at: &usize| {
            let touched = |change: Change| change.touches_new(record.stretch(*at));
            places[*at].is_none() || change.is_some_and(touched)
        };
        let come: Vec<Look<'_>> = (0..places.len())
            .filter(is_new)
            .map(|at| look(record, at))
            .collect();
        let gone: Vec<Look<'_>> = gone.iter().map(|gone| look_back(record, gone)).collect();
        self.whose(|sight| {
            let seen = |looks: &[Look<'_>]| -> Vec<u64> {
                let seen = looks.iter().map(|look| Seen::by(sight, *look));
                seen.filter(|seen| *seen != Seen::nothing()).collect()
            };
            seen(&gone) != seen(&come)
        })
    }

    /// The rules over the whole record whose sight is such, by their places in the table.
    fn whose(&self, is_such: impl Fn(Sight) -> bool) -> BTreeSet<usize> {
        let whole = self.whole.iter().filter(|(_, rule)| match rule.check {
            Check::Transcript(sight, _) => is_such(sight),
            _ => false,
        });
        whole.map(|(at, _)| *at).collect()
    }
}

/// A paragraph as it is, by its place in the record.
fn look(record: &Record, at: usize) -> Look<'_> {
    let content = record.content();
    let paragraph = &record.paragraphs()[at];
    Look {
        record,
        paragraph,
        words: paragraph.span.of(content),
        stretch: record.stretch(at).of(content),
        said: &paragraph.said,
    }
}

/// A paragraph that is gone, as it was.
fn look_back<'a>(record: &'a Record, gone: &'a Gone) -> Look<'a> {
    Look {
        record,
        paragraph: &gone.paragraph,
        words: gone.words.of(&gone.stretch),
        stretch: &gone.stretch,
        said: &gone.paragraph.said,
    }
}

/// A changed paragraph as it was and as it is.
fn looks<'a>(record: &'a Record, was: &'a Was) -> [Look<'a>; 2] {
    let new = look(record, was.at);
    let stretch = was.stretch.as_deref().unwrap_or(new.stretch);
    let old = Look {
        words: was.words.of(stretch),
        stretch,
        said: &was.said,
        ..new
    };
    [old, new]
}
