//! What may be amiss: the table of rules, and the findings they make.

pub mod finding;
pub mod page;
pub mod rule;
pub mod set;

use crate::record::Record;

pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use rule::{Findings, Levels, Rule};
pub use set::{Profile, RuleSet};

/// Every rule, in the order of its code.
pub static RULES: &[Rule] = &[];

/// The findings in a record under a rule set, in text order, then by code. Same record and set, same findings.
pub fn check(record: &Record, set: &RuleSet) -> Vec<Finding> {
    let mut findings = Findings::new(set);
    for rule in RULES {
        if set.is_on(rule) {
            findings.run(rule, record);
        }
    }
    findings.finish(record)
}

/// The rule with this code (`ATT103`) or name (`agentless-report`), in any case.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| {
        rule.code.eq_ignore_ascii_case(code_or_name) || rule.name.eq_ignore_ascii_case(code_or_name)
    })
}
