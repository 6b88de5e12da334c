//! The project file `onrecord.toml`: what may stand in it, each value with its place.
//!
//! Reading never fails. A value that is wrong is told as a problem at its place, and what an earlier, sound state of
//! the file said in its stead stays in force.

use std::collections::BTreeMap;

use onrecord_engine::date::Date;
use onrecord_engine::reading::{Grade, Language};
use onrecord_engine::rules::set::unknown_entry;
use onrecord_engine::rules::{OwnLevels, Profile, RuleSet, Severity};
use onrecord_engine::text::Span;
use onrecord_engine::toml::{Located, Problem, nearest};
use onrecord_engine::transcript::Zone;
use toml::Spanned;
use toml::de::DeTable;

use super::labels::Labels;
use super::values::{self, Values};

/// Every key of the file's top level.
pub const KEYS: [&str; 14] = [
    "builtin-registry",
    "date",
    "exclude",
    "ignore",
    "include",
    "labels",
    "language",
    "levels",
    "minimum-grade",
    "outlet",
    "profile",
    "registries",
    "rule-url",
    "select",
];

/// The names of the profiles.
pub const PROFILES: [(&str, Profile); 4] = [
    ("default", Profile::Default),
    ("form", Profile::Form),
    ("strict", Profile::Strict),
    ("triage", Profile::Triage),
];

/// The names of the levels a rule can have; `None` is off.
pub const LEVELS: [(&str, Option<Severity>); 5] = [
    ("error", Some(Severity::Error)),
    ("hint", Some(Severity::Hint)),
    ("info", Some(Severity::Info)),
    ("off", None),
    ("warning", Some(Severity::Warning)),
];

/// The names of the zones a level can be set for.
const ZONES: [(&str, Zone); 3] = [
    ("block", Zone::Block),
    ("narrative", Zone::Narrative),
    ("turn", Zone::Turn),
];

/// The names of the grades a source can be asked to have.
const GRADES: [(&str, Grade); 5] = [
    ("anonymous", Grade::Anonymous),
    ("institution", Grade::Institution),
    ("named", Grade::Named),
    ("none", Grade::None),
    ("vague", Grade::Vague),
];

/// What a project file says; a value it does not name is `None` or empty.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Config {
    /// Which text files are transcripts besides those whose name says so: globs, from the project file's folder.
    pub include: Vec<Located<String>>,
    /// Which files are not: globs, from the project file's folder.
    pub exclude: Vec<Located<String>>,
    /// Registry files: globs, from the project file's folder, never out of it.
    pub registries: Vec<Located<String>>,
    /// Whether the built-in registry is there.
    pub builtin_registry: Option<Located<bool>>,
    /// The date of every document.
    pub date: Option<Located<Date>>,
    /// The language of every document, for those whose letters do not tell it.
    pub language: Option<Located<Language>>,
    /// The choice of rules to start from.
    pub profile: Option<Located<Profile>>,
    /// The only rules that run: codes, beginnings of codes, names.
    pub select: Vec<Located<String>>,
    /// Rules that do not run.
    pub ignore: Vec<Located<String>>,
    /// Levels by code, beginning of a code, or name, for all zones or some.
    pub levels: BTreeMap<String, OwnLevels>,
    /// How well a source must be known for a claim to stand on it.
    pub minimum_grade: Option<Located<Grade>>,
    /// How labels are printed, and the house's own words.
    pub labels: Labels,
    /// Who publishes the narrative: a name.
    pub outlet: Option<Located<String>>,
    /// A web address under which the pages of rules are found, instead of a local file.
    pub rule_url: Option<Located<String>>,
}

impl Config {
    /// Reads the text of a project file. `last` is what the file said when it was sound.
    pub fn parse(text: &str, last: &Config) -> (Config, Vec<Problem>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            return (last.clone(), errors.iter().map(values::syntax).collect());
        }
        let mut values = Values::default();
        let mut config = Config::default();
        for (key, value) in table.get_ref() {
            config.take(key, value, last, &mut values);
        }
        (config, values.into_problems())
    }

    fn take(
        &mut self,
        key: &Spanned<toml::de::DeString<'_>>,
        value: &values::Value<'_>,
        last: &Config,
        values: &mut Values,
    ) {
        let strings = |values: &mut Values, last: &Vec<Located<String>>| {
            values.strings(key, value).unwrap_or_else(|| last.clone())
        };
        match &**key.get_ref() {
            "include" => self.include = strings(values, &last.include),
            "exclude" => self.exclude = strings(values, &last.exclude),
            "registries" => self.registries = strings(values, &last.registries),
            "select" => {
                self.select = strings(values, &last.select);
                check_entries(&self.select, values);
            }
            "ignore" => {
                self.ignore = strings(values, &last.ignore);
                check_entries(&self.ignore, values);
            }
            "builtin-registry" => {
                let builtin = values.boolean(key, value);
                self.builtin_registry = builtin.or(last.builtin_registry.clone());
            }
            "date" => self.date = values.date(key, value).or(last.date.clone()),
            "language" => {
                let known: Vec<(&str, Language)> = Language::all()
                    .map(|language| (language.code(), language))
                    .collect();
                let language = values.one_of(key, value, &known);
                self.language = language.or(last.language.clone());
            }
            "profile" => {
                let profile = values.one_of(key, value, &PROFILES);
                self.profile = profile.or(last.profile.clone());
            }
            "minimum-grade" => {
                let grade = values.one_of(key, value, &GRADES);
                self.minimum_grade = grade.or(last.minimum_grade.clone());
            }
            "outlet" => self.outlet = self::outlet(key, value, values).or(last.outlet.clone()),
            "rule-url" => {
                self.rule_url = values.string(key, value).or(last.rule_url.clone());
            }
            "levels" => self.take_levels(key, value, last, values),
            "labels" => self.labels = Labels::read(key, value, &last.labels, values),
            unknown => {
                let hint = nearest(unknown, KEYS)
                    .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
                values.problem(span(key.span()), format!("unknown key `{unknown}`{hint}"));
            }
        }
    }

    fn take_levels(
        &mut self,
        key: &Spanned<toml::de::DeString<'_>>,
        value: &values::Value<'_>,
        last: &Config,
        values: &mut Values,
    ) {
        let Some(table) = values.table(key, value) else {
            self.levels.clone_from(&last.levels);
            return;
        };
        for (key, value) in table {
            let code = key.get_ref();
            check_entry(code, span(key.span()), values);
            let own = if value.get_ref().is_table() {
                Some(by_zone(key, value, values))
            } else {
                values
                    .one_of(key, value, &LEVELS)
                    .map(|level| OwnLevels::Everywhere(level.value))
            };
            if let Some(own) = own.or_else(|| last.levels.get(&**code).cloned()) {
                self.levels.insert(code.to_string(), own);
            }
        }
    }

    /// The rules the file asks for.
    pub fn rules(&self) -> RuleSet {
        let entries = |list: &[Located<String>]| {
            let entries = list.iter();
            entries.map(|entry| entry.value.clone()).collect()
        };
        RuleSet {
            profile: self
                .profile
                .as_ref()
                .map_or(Profile::Default, |profile| profile.value),
            select: entries(&self.select),
            ignore: entries(&self.ignore),
            levels: self.levels.clone(),
            minimum_grade: self.minimum_grade.as_ref().map(|grade| grade.value),
            outlet: self.outlet.as_ref().map(|outlet| outlet.value.clone()),
        }
    }
}

/// A rule's levels by zone: `{ narrative = "error", turn = "hint" }`. What is wrong in it is told and left out.
fn by_zone(
    rule: &Spanned<toml::de::DeString<'_>>,
    value: &values::Value<'_>,
    values: &mut Values,
) -> OwnLevels {
    let mut levels = BTreeMap::new();
    for (key, value) in values.table(rule, value).into_iter().flatten() {
        let zone = ZONES.iter().find(|(name, _)| *name == &**key.get_ref());
        let Some((_, zone)) = zone else {
            let names = ZONES.map(|(name, _)| name);
            let hint = nearest(key.get_ref(), names).map_or_else(
                || "expected `block`, `narrative` or `turn`".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            values.problem(
                span(key.span()),
                format!("unknown zone `{}`; {hint}", key.get_ref()),
            );
            continue;
        };
        if let Some(level) = values.one_of(key, value, &LEVELS) {
            levels.insert(*zone, level.value);
        }
    }
    OwnLevels::ByZone(levels)
}

/// The outlet's name; an empty one is none.
fn outlet(
    key: &Spanned<toml::de::DeString<'_>>,
    value: &values::Value<'_>,
    values: &mut Values,
) -> Option<Located<String>> {
    let outlet = values.string(key, value)?;
    if outlet.value.trim().is_empty() {
        values.problem(outlet.span, "`outlet` must name somebody".to_owned());
        return None;
    }
    Some(outlet)
}

fn check_entries(entries: &[Located<String>], values: &mut Values) {
    for entry in entries {
        check_entry(&entry.value, entry.span, values);
    }
}

fn check_entry(entry: &str, span: Span, values: &mut Values) {
    if let Some(unknown) = unknown_entry(entry) {
        let hint = unknown
            .near
            .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        values.problem(span, format!("unknown rule `{entry}`{hint}"));
    }
}

/// A range of the toml crate as a span.
fn span(range: std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

#[cfg(test)]
mod tests;
