//! What a rule is, and how findings are gathered.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::Zone;

use super::{Finding, RuleSet, Severity};

/// A rule: one thing that may be amiss.
#[derive(Debug)]
pub struct Rule {
    /// Its code, never reused: `ATT103`.
    pub code: &'static str,
    /// Its name, such that "allow NAME" reads well: `agentless-report`.
    pub name: &'static str,
    /// How much it weighs in each zone under the default profile.
    pub levels: Levels,
    /// Its page: the opening comment of its own file.
    pub source: &'static str,
    /// Looks through a record.
    pub check: fn(&Record, &mut Findings<'_>),
}

/// A rule's weight by zone; `None` is off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Levels {
    /// In narrative, and for findings in no zone.
    pub narrative: Option<Severity>,
    /// In a reproduced statement.
    pub block: Option<Severity>,
    /// In a turn.
    pub turn: Option<Severity>,
}

impl Levels {
    /// The same weight everywhere.
    pub const fn all(severity: Severity) -> Self {
        Levels {
            narrative: Some(severity),
            block: Some(severity),
            turn: Some(severity),
        }
    }

    /// Off everywhere, unless a profile or the project turns it on.
    pub const fn off() -> Self {
        Levels {
            narrative: None,
            block: None,
            turn: None,
        }
    }

    /// The weight in a zone; furniture and places outside any zone count as narrative.
    pub fn at(self, zone: Option<Zone>) -> Option<Severity> {
        match zone {
            Some(Zone::Block) => self.block,
            Some(Zone::Turn) => self.turn,
            Some(Zone::Narrative | Zone::Furniture) | None => self.narrative,
        }
    }
}

/// Gathers the findings of the rules of a set.
pub struct Findings<'a> {
    set: &'a RuleSet,
    rule: Option<&'static Rule>,
    findings: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(set: &'a RuleSet) -> Self {
        Findings {
            set,
            rule: None,
            findings: Vec::new(),
        }
    }

    pub(super) fn run(&mut self, rule: &'static Rule, record: &Record) {
        self.rule = Some(rule);
        (rule.check)(record, self);
    }

    /// Adds a finding of the running rule at its level for the zone; `None` if the rule is off there.
    /// What is returned can be given related places and fixes.
    pub fn add(
        &mut self,
        zone: Option<Zone>,
        span: Span,
        message: impl Into<String>,
    ) -> Option<&mut Finding> {
        let rule = self.rule?;
        let severity = self.set.level(rule, zone)?;
        self.findings.push(Finding {
            code: rule.code,
            name: rule.name,
            severity,
            span,
            message: message.into(),
            zone,
            related: Vec::new(),
            fixes: Vec::new(),
        });
        self.findings.last_mut()
    }

    pub(super) fn finish(mut self, record: &Record) -> Vec<Finding> {
        let _ = record;
        self.findings
            .sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
        self.findings
    }
}
