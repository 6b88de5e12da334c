//! # REG007 unsourced-tenure
//!
//! ## What it finds
//! A membership that does not say where it comes from, or since when it was held.
//!
//! A `source` at the top of the file counts for every entry in it.
//!
//! ## Why it matters
//! A finding that somebody did not hold an office is worth as much as the source it stands on.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! [[membership]]
//! ^^^^^^^^^^^^^^ unsourced-tenure
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2012-01-01
//! [[membership]]
//! ^^^^^^^^^^^^^^ unsourced-tenure
//! person = "ada-vane"
//! post = "zz-clerk"
//! source = "gazette 7/2019"
//! [[membership]]
//! ^^^^^^^^^^^^^^ unsourced-tenure
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2020-01-01
//! ```
//!
//! ## Accepted
//! ```registry
//! source = "the council's yearbook"
//!
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2012-01-01
//! end = 2014
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//! start = 2019
//! source = "gazette 7/2019"
//! ```
//!
//! ## What to do
//! Add `source`: a link, a document, a register with the day it was read. Add `start`, if only the year.

use crate::registry::Layer;
use crate::registry::file::Format;
use crate::text::Span;

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG007",
    name: "unsourced-tenure",
    levels: Levels::all(Severity::Warning),
    source: include_str!("unsourced_tenure.rs"),
    check: Check::Registry(check),
};

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    let file = layer.file();
    let mut above: Option<&str> = None;
    for entry in &file.memberships {
        let membership = &entry.value;
        let name = layer.name_of(&membership.person);
        if membership.source.is_none() && file.source.is_none() {
            let message = format!("This membership of {name} names no source.");
            let Some(finding) = findings.add(None, entry.header(), message) else {
                return;
            };
            if let (Some(above), Format::Toml) = (above, file.format) {
                let end = Span::new(entry.span.end, entry.span.end);
                finding.suggest(
                    "Take the source of the entry above",
                    vec![Edit::replace(end, format!("\nsource = {above:?}"))],
                );
            }
        } else if membership.start.is_none() {
            let message = format!("This membership of {name} does not say when it began.");
            findings.add(None, entry.header(), message);
        }
        above = membership.source.as_deref().or(above);
    }
}
