//! Reads a page before anybody asks for one: the word lists and the registry, which every text needs, are read while the two
//! sides still greet each other, and the first document does not wait for them.

use onrecord_engine::record::{Alone, Record};
use onrecord_engine::rules;
use onrecord_engine::text::Text;

use crate::project::Project;

/// A page in which every kind of passage stands.
const PAGE: &str = include_str!("first.txt");

/// Reads and checks the page, and forgets it.
pub(super) fn page() {
    let project = Project::builtin();
    let record = Record::read(&Text::from(PAGE), "", &project.reference, &Alone);
    rules::check(&record, &project.rules);
}

#[cfg(test)]
mod tests {
    use super::*;
    use onrecord_engine::transcript::Zone;

    #[test]
    fn every_kind_of_passage_stands_in_the_page() {
        let project = Project::builtin();
        let record = Record::read(&Text::from(PAGE), "", &project.reference, &Alone);
        let zones: Vec<Zone> = record.paragraphs().iter().map(|one| one.zone).collect();
        assert!(zones.contains(&Zone::Narrative) && zones.contains(&Zone::Turn));
        assert!(!rules::check(&record, &project.rules).is_empty());
    }
}
