//! # REG002 duplicate-id
//!
//! ## What it finds
//! An id that two entries of one kind have in the same file.
//!
//! The same id in another file of the project is no mistake: that file adds to what the first one says.
//!
//! ## Why it matters
//! Two people under one id are read as one, and each gets the offices of the other.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "vane"
//! name = "Ada Vane"
//!
//! [[person]]
//! id = "vane"
//!      ^^^^^^ duplicate-id
//! name = "Tomas Vane"
//! ```
//! ```registry
//! [[post]]
//! id = "zz-clerk"
//! label = "Clerk"
//! [[post]]
//! id = "zz-clerk"
//!      ^^^^^^^^^^ duplicate-id
//! label = "Clerk of the Rolls"
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "vane"
//! name = "Ada Vane"
//!
//! [[person]]
//! id = "tomas-vane"
//! name = "Tomas Vane"
//! aliases = ["vane"]
//! ```
//!
//! ## What to do
//! Give one of them another id, or join the two entries.

use std::collections::HashMap;

use crate::registry::Layer;
use crate::registry::file::{Entry, Key};

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG002",
    name: "duplicate-id",
    levels: Levels::all(Severity::Error),
    source: include_str!("duplicate_id.rs"),
    check: Check::Registry(check),
};

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    let file = layer.file();
    doubles(&file.people, "person", |person| &person.id, findings);
    doubles(&file.organizations, "organization", |one| &one.id, findings);
    doubles(&file.posts, "post", |post| &post.id, findings);
}

fn doubles<T>(
    entries: &[Entry<T>],
    kind: &str,
    id: impl Fn(&T) -> &str,
    findings: &mut Findings<'_>,
) {
    let mut first: HashMap<&str, &Entry<T>> = HashMap::with_capacity(entries.len());
    for entry in entries {
        first.entry(id(&entry.value)).or_insert(entry);
    }
    let mut n_seen: HashMap<&str, usize> = HashMap::new();
    for entry in entries {
        let id = id(&entry.value);
        let before = first[id];
        if std::ptr::eq(before, entry) {
            continue;
        }
        let span = entry.place(Key::Id);
        let message = format!("Another {kind} of this file has the id `{id}` too.");
        let n = n_seen.entry(id).or_insert(1);
        *n += 1;
        let mut free = format!("{id}-{n}");
        while first.contains_key(free.as_str()) {
            free.push('x');
        }
        let Some(finding) = findings.add(None, span, message) else {
            return;
        };
        finding.relate(before.place(Key::Id), "the first one");
        if entry.places.get(Key::Id).is_some() {
            finding.suggest(
                format!("Call this one `{free}`"),
                vec![Edit::replace(span, format!("\"{free}\""))],
            );
        }
    }
}
