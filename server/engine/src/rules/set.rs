//! Which rules run and how much they weigh: profile, selection, levels of the project.

use std::collections::BTreeMap;

use crate::reading::Grade;
use crate::toml::nearest;
use crate::transcript::Zone;

use super::{RULES, Rule, Severity};

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

/// The families of the `form` profile.
const FORM: [&str; 4] = ["ANN", "FMT", "REG", "SPK"];

/// Which rules run and how much they weigh.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RuleSet {
    /// The ready-made choice it starts from.
    pub profile: Profile,
    /// Codes, beginnings of codes (`ATT`, `ATT1`) or names; only these run, if there are any.
    pub select: Vec<String>,
    /// Codes, beginnings of codes or names; these do not run.
    pub ignore: Vec<String>,
    /// Levels set by the project, by code, beginning of a code or name. The closest entry that says something about the
    /// zone counts: a name or whole code before a family.
    pub levels: BTreeMap<String, OwnLevels>,
    /// How well a source must be known for a claim to stand on it; `None` is the catalogue's choice, an institution.
    pub minimum_grade: Option<Grade>,
    /// Who publishes the narrative, by name: its "we" is a source then, for its own opinion and what it does.
    pub outlet: Option<String>,
}

/// What the project says about the level of a rule; `None` is off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OwnLevels {
    /// One level, in every zone in which the rule looks by itself.
    Everywhere(Option<Severity>),
    /// A level for each zone that is named, whether the rule looks there by itself or not.
    ByZone(BTreeMap<Zone, Option<Severity>>),
}

/// The zones a level can be set for.
pub const ZONES: [Zone; 3] = [Zone::Narrative, Zone::Block, Zone::Turn];

/// An entry of a rule set that fits no rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownEntry {
    /// The entry as written.
    pub entry: String,
    /// The code or name it is near to, if there is one.
    pub near: Option<&'static str>,
}

impl RuleSet {
    /// Whether the rule may run at all.
    pub fn is_on(&self, rule: &Rule) -> bool {
        let named = |list: &[String]| list.iter().any(|entry| rule.answers_to(entry));
        (self.select.is_empty() || named(&self.select))
            && !named(&self.ignore)
            && (self.profile != Profile::Form || FORM.contains(&rule.family()))
            && ZONES
                .iter()
                .any(|zone| self.level(rule, Some(*zone)).is_some())
    }

    /// The rule's weight in a zone; `None` is off.
    pub fn level(&self, rule: &Rule, zone: Option<Zone>) -> Option<Severity> {
        let usual = rule.levels.at(zone);
        if let Some((own, by_zone)) = self.own_level(rule, zone) {
            return if by_zone { own } else { usual.and(own) };
        }
        if !self.asks_for(rule) {
            return None;
        }
        match (self.profile, usual) {
            (Profile::Strict, Some(Severity::Info)) => Some(Severity::Warning),
            _ => usual,
        }
    }

    /// Whether a rule that does not run by itself is asked for: by its profile, or by being selected.
    fn asks_for(&self, rule: &Rule) -> bool {
        rule.levels.only.is_none_or(|only| only == self.profile)
            || self.select.iter().any(|entry| rule.answers_to(entry))
    }

    /// What the project says about the rule's level in a zone, and whether it names the zone.
    fn own_level(&self, rule: &Rule, zone: Option<Zone>) -> Option<(Option<Severity>, bool)> {
        let zone = match zone {
            Some(Zone::Block) => Zone::Block,
            Some(Zone::Turn) => Zone::Turn,
            Some(Zone::Narrative | Zone::Furniture) | None => Zone::Narrative,
        };
        self.levels
            .iter()
            .filter(|(entry, _)| rule.answers_to(entry))
            .filter_map(|(entry, own)| {
                let told = match own {
                    OwnLevels::Everywhere(level) => (*level, false),
                    OwnLevels::ByZone(levels) => (*levels.get(&zone)?, true),
                };
                Some((entry, told))
            })
            .max_by_key(|(entry, _)| (!rule.code.starts_with(entry.as_str()), entry.len()))
            .map(|(_, told)| told)
    }

    /// Entries that fit no rule, in the order `select`, `ignore`, `levels`.
    pub fn unknown_entries(&self) -> Vec<UnknownEntry> {
        self.select
            .iter()
            .chain(&self.ignore)
            .chain(self.levels.keys())
            .filter_map(|entry| unknown_entry(entry))
            .collect()
    }
}

/// What is wrong with one entry of `select`, `ignore` or `levels`: `None` if it fits at least one rule.
pub fn unknown_entry(entry: &str) -> Option<UnknownEntry> {
    if RULES.iter().any(|rule| rule.answers_to(entry)) {
        return None;
    }
    let is_name = entry.contains('-');
    let written = if is_name {
        entry.to_ascii_lowercase()
    } else {
        entry.to_ascii_uppercase()
    };
    let known = RULES
        .iter()
        .map(|rule| if is_name { rule.name } else { rule.code });
    Some(UnknownEntry {
        entry: entry.to_owned(),
        near: nearest(&written, known),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    fn set(select: &[&str], ignore: &[&str], levels: &[(&str, Option<Severity>)]) -> RuleSet {
        let owned = |list: &[&str]| list.iter().map(|entry| (*entry).to_owned()).collect();
        RuleSet {
            select: owned(select),
            ignore: owned(ignore),
            levels: levels
                .iter()
                .map(|(entry, level)| ((*entry).to_owned(), OwnLevels::Everywhere(*level)))
                .collect(),
            ..RuleSet::default()
        }
    }

    fn rule(code: &str) -> &'static Rule {
        rules::find(code).expect("the code is in the table")
    }

    #[test]
    fn an_entry_is_a_code_a_beginning_of_one_or_a_name() {
        for entry in ["DAT005", "dat005", "DAT", "DAT0", "impossible-date"] {
            assert!(set(&[entry], &[], &[]).is_on(rule("DAT005")), "{entry}");
            assert!(!set(&[], &[entry], &[]).is_on(rule("DAT005")), "{entry}");
            assert!(!set(&[entry], &[], &[]).is_on(rule("FMT001")), "{entry}");
        }
        assert!(!set(&["impossible"], &[], &[]).is_on(rule("DAT005")));
        assert!(!set(&[""], &[], &[]).is_on(rule("DAT005")));
    }

    #[test]
    fn the_closest_level_counts() {
        let set = set(
            &[],
            &[],
            &[
                ("DAT", None),
                ("DAT005", Some(Severity::Hint)),
                ("FMT", Some(Severity::Error)),
            ],
        );
        assert_eq!(set.level(rule("DAT005"), None), Some(Severity::Hint));
        assert!(!set.is_on(rule("DAT002")));
        assert_eq!(set.level(rule("FMT001"), None), Some(Severity::Error));
    }

    #[test]
    fn a_level_for_a_zone_counts_there_and_nowhere_else() {
        let mut set = set(&[], &[], &[("DAT", Some(Severity::Info))]);
        let zones = BTreeMap::from([(Zone::Turn, Some(Severity::Error)), (Zone::Block, None)]);
        set.levels
            .insert("DAT101".to_owned(), OwnLevels::ByZone(zones));
        let level = |zone| set.level(rule("DAT101"), Some(zone));
        assert_eq!(level(Zone::Narrative), Some(Severity::Info));
        assert_eq!(level(Zone::Turn), Some(Severity::Error));
        assert_eq!(level(Zone::Block), None);
        assert!(set.is_on(rule("DAT101")));
    }

    #[test]
    fn strict_makes_a_warning_of_an_info_and_form_keeps_to_form() {
        let strict = RuleSet {
            profile: Profile::Strict,
            ..RuleSet::default()
        };
        assert_eq!(strict.level(rule("FMT001"), None), Some(Severity::Warning));
        let form = RuleSet {
            profile: Profile::Form,
            ..RuleSet::default()
        };
        assert!(form.is_on(rule("FMT001")) && !form.is_on(rule("DAT005")));
    }

    #[test]
    fn an_entry_that_fits_nothing_is_told_with_what_it_is_near_to() {
        let set = set(
            &["DAT05"],
            &["imposible-date"],
            &[("XYZ", None), ("FMT", None)],
        );
        let near: Vec<_> = set
            .unknown_entries()
            .into_iter()
            .map(|unknown| unknown.near)
            .collect();
        assert_eq!(near, [Some("DAT005"), Some("impossible-date"), None]);
    }
}
