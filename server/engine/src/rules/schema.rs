//! # REG001 schema
//!
//! ## What it finds
//! What cannot be read in a registry file: a value of the wrong kind, a key that means nothing, a name that is missing.
//!
//! ## Why it matters
//! What cannot be read is left out, and everything built on it answers as if it had never been written.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! ^^^^^^^^^^ schema
//! id = "ada-vane"
//!
//! [[membership]]
//! person = "cy-dorn"
//! post = "zz-clerk"
//! start = "March"
//!         ^^^^^^^ schema
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "cy-dorn"
//! name = "Cy Dorn"
//! birth = 1960
//! x-desk = "foreign"
//! ```
//!
//! ## What to do
//! Correct the value. A key of your own begins with `x-` and is left alone.

use crate::registry::Layer;

use super::{Check, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG001",
    name: "schema",
    levels: Levels::all(Severity::Error),
    source: include_str!("schema.rs"),
    check: Check::Registry(check),
};

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    for problem in layer.problems {
        findings.add(None, problem.span, sentence(&problem.message));
    }
}

/// A problem's words as a sentence.
fn sentence(message: &str) -> String {
    let mut sentence = message.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    if !sentence.ends_with(['?', '.']) {
        sentence.push('.');
    }
    sentence
}
