//! What a rule is.

use crate::record::Record;
use crate::transcript::Zone;

use super::{Findings, Severity};

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
    /// How it looks, and through what.
    pub check: Check,
}

/// What a rule looks through.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// The record of a transcript.
    Transcript(fn(&Record, &mut Findings<'_>)),
}

impl Rule {
    /// The letters of its code: `ATT`.
    pub fn family(&self) -> &'static str {
        self.code.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// Whether an entry of a rule set means it: its code, a beginning of its code no shorter than the family, or its
    /// name, in any case.
    pub fn answers_to(&self, entry: &str) -> bool {
        let is_code = entry.len() >= self.family().len()
            && self
                .code
                .get(..entry.len())
                .is_some_and(|beginning| beginning.eq_ignore_ascii_case(entry));
        is_code || self.name.eq_ignore_ascii_case(entry)
    }

    /// Whether it runs only when a profile or the project asks for it.
    pub fn is_opt_in(&self) -> bool {
        self.levels == Levels::off()
    }
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
