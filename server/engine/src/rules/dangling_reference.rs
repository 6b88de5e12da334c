//! # REG003 dangling-reference
//!
//! ## What it finds
//! An id that leads to no entry of the project's registries or the built-in one, and an organization that stands above itself.
//!
//! An identifier of another register, written `wikidata:Q1`, may lead out of the files. What a post names as its organization
//! is taken for an id only where the registries keep organizations.
//!
//! ## Why it matters
//! A membership that leads nowhere says nothing, and nobody notices that it is missing.
//!
//! ## Flagged
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//!
//! [[organization]]
//! id = "zz-court"
//! parent = "zz-crown"
//!          ^^^^^^^^^^ dangling-reference
//!
//! [[post]]
//! id = "zz-usher"
//! label = "Usher"
//! org = "zz-cuort"
//!       ^^^^^^^^^^ dangling-reference
//!
//! [[membership]]
//! person = "ada-vane"
//! post = "zz-clerk"
//!        ^^^^^^^^^^ dangling-reference
//! start = 2020
//! ```
//!
//! ## Accepted
//! ```registry
//! [[person]]
//! id = "ada-vane"
//! name = "Ada Vane"
//!
//! [[organization]]
//! id = "zz-court"
//! parent = "viaf:151"
//!
//! [[membership]]
//! person = "ada-vane"
//! organization = "zz-court"
//! ```
//! ```registry
//! [[post]]
//! id = "zz-usher"
//! label = "Usher"
//! org = "the old court"
//! ```
//!
//! ## What to do
//! Correct the id, or add the entry it names.

use crate::registry::Layer;
use crate::registry::file::{EntryKind, Format};
use crate::registry::loose::{LooseEnd, loose_ends};
use crate::text::Span;

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "REG003",
    name: "dangling-reference",
    levels: Levels::all(Severity::Error),
    source: include_str!("dangling_reference.rs"),
    check: Check::Registry(check),
};

fn check(layer: &Layer<'_>, findings: &mut Findings<'_>) {
    let is_toml = layer.file().format == Format::Toml;
    for end in loose_ends(layer.file(), layer.registry) {
        let mut message = end.message();
        message[..1].make_ascii_uppercase();
        if !message.ends_with('?') {
            message.push('.');
        }
        let Some(finding) = findings.add(None, end.span, message) else {
            return;
        };
        if let Some(near) = &end.near {
            finding.suggest(
                format!("Change to `{near}`"),
                vec![Edit::replace(end.span, format!("\"{near}\""))],
            );
        }
        if is_toml && !end.is_circle {
            let kind = end.kind.name();
            let article = if kind.starts_with('o') { "an" } else { "a" };
            let at = Span::new(layer.text.len(), layer.text.len());
            finding.suggest(
                format!("Add {article} {kind} with the id `{}`", end.id),
                vec![Edit::replace(at, stub(&end, layer.text))],
            );
        }
    }
}

/// An entry with the id and as much of a name as the id tells, to be put at the end of the text.
fn stub(end: &LooseEnd, text: &str) -> String {
    let words = end
        .id
        .split(['-', '_', '.'])
        .filter(|word| !word.is_empty());
    let words = words.map(|word| {
        let mut word = word.to_owned();
        if let Some(first) = word.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        word
    });
    let name = words.collect::<Vec<_>>().join(" ");
    let key = match end.kind {
        EntryKind::Post => "label",
        _ => "name",
    };
    let gap = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    let (kind, id) = (end.kind.name(), &end.id);
    format!("{gap}\n[[{kind}]]\nid = \"{id}\"\n{key} = \"{name}\"\n")
}
