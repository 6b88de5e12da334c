//! Which rules run and how much they weigh: profile, selection, levels of the project.

use std::collections::BTreeMap;

use crate::transcript::Zone;

use super::{Rule, Severity};

/// A ready-made choice of rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Profile {
    /// What the catalogue says.
    #[default]
    Default,
    /// Opt-in rules on, info becomes warning.
    Strict,
    /// Claims worth checking are marked too.
    Triage,
    /// Only the transcript's form.
    Form,
}

/// Which rules run and how much they weigh.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RuleSet {
    /// The ready-made choice it starts from.
    pub profile: Profile,
    /// Codes, prefixes of codes, or names; only these run, if there are any.
    pub select: Vec<String>,
    /// Codes, prefixes of codes, or names; these do not run.
    pub ignore: Vec<String>,
    /// Levels set by the project, by code; `None` is off.
    pub levels: BTreeMap<String, Option<Severity>>,
}

impl RuleSet {
    /// Whether the rule may run at all.
    pub fn is_on(&self, rule: &Rule) -> bool {
        let named = |list: &[String]| {
            list.iter()
                .any(|entry| rule.code.starts_with(entry.as_str()) || rule.name == entry)
        };
        let in_form = ["FMT", "SPK", "ANN", "REG"]
            .iter()
            .any(|family| rule.code.starts_with(family));
        (self.select.is_empty() || named(&self.select))
            && !named(&self.ignore)
            && (self.profile != Profile::Form || in_form)
    }

    /// The rule's weight in a zone; `None` is off.
    pub fn level(&self, rule: &Rule, zone: Option<Zone>) -> Option<Severity> {
        let level = match self.levels.get(rule.code) {
            Some(level) => *level,
            None => rule.levels.at(zone),
        };
        match (self.profile, level) {
            (Profile::Strict, Some(Severity::Info)) => Some(Severity::Warning),
            (_, level) => level,
        }
    }
}
