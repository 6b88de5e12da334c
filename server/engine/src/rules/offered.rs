//! The texts a rule's fixes would make, for tests.

use std::sync::Arc;

use crate::record::{Record, Reference};
use crate::registry::Registry;
use crate::text::Text;

use super::RuleSet;

/// The text after each fix of the findings of a rule, in order.
pub(super) fn offered(text: &str, code: &str) -> Vec<String> {
    let reference = Reference {
        registry: Arc::new(Registry::default()),
        date: None,
        language: None,
        style: Arc::default(),
    };
    let record = Record::build(&Text::from(text), "", &reference, None);
    super::check(&record, &RuleSet::default())
        .into_iter()
        .filter(|finding| finding.code == code)
        .flat_map(|finding| finding.fixes)
        .map(|fix| {
            let mut edits = fix.edits;
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
            let mut content = record.content().to_owned();
            for edit in edits {
                content.replace_range(edit.span.start..edit.span.end, &edit.text);
            }
            content
        })
        .collect()
}
