//! Quotations held against a linked record: exact, elided, altered, of somebody else, and of nobody.

use std::sync::Arc;

use crate::record::{Record, Reference};
use crate::registry::Registry;
use crate::rules::{self, Profile, RuleSet};
use crate::text::Text;

const TALKS: &str = "Ada Vane: I am very happy to see you here in Streslau. We will not sign the treaty before the harvest is in.\n\n\
    Rudolf Elphberg: Thank you. Our council meets again on the first of May.\n\n\
    Ada Vane: Let us begin then.\n";

#[test]
fn claims_and_figures_are_held_against_a_linked_record() {
    let reference = Reference {
        registry: Arc::new(Registry::default()),
        date: None,
        language: None,
        style: Arc::default(),
    };
    let read = |text: &str, name: &str| Record::build(&Text::from(text), name, &reference, None);
    let before = "Ada Vane: The northern province lost 300 farms in the flood of last year.\n\nOtto Krone: Yes.\n\nAda Vane: So it did.\n";
    let after = "Ada Vane: The northern province has lost 300 farms in the flood last year.\n\nOtto Krone: Yes.\n\nAda Vane: It was 200 farms in the end.\n";
    let linked = vec![Arc::new(read(before, "may.txt"))];
    let record = read(after, "june.txt").with_linked(linked);
    let set = RuleSet {
        profile: Profile::Triage,
        select: vec!["CLM003".to_owned(), "CLM004".to_owned()],
        ..RuleSet::default()
    };
    let told: Vec<String> = rules::check(&record, &set)
        .into_iter()
        .map(|finding| finding.message)
        .collect();
    assert_eq!(
        told,
        [
            "Ada Vane has said nearly the same before, in may.txt.",
            "Ada Vane says “200 farms” here and “300 farms” in may.txt.",
        ]
    );
}

/// What QUO108 says of a text that is linked to the talks, and what each of its offers makes of the text.
fn found(text: &str) -> Vec<(String, Option<String>)> {
    let reference = Reference {
        registry: Arc::new(Registry::default()),
        date: None,
        language: None,
        style: Arc::default(),
    };
    let read = |text: &str, name: &str| Record::build(&Text::from(text), name, &reference, None);
    let talks = Arc::new(read(TALKS, "talks.txt"));
    let record = read(text, "news.txt").with_linked(vec![talks]);
    let set = RuleSet {
        select: vec!["QUO108".to_owned()],
        ..RuleSet::default()
    };
    let findings = rules::check(&record, &set);
    let told = findings.into_iter().map(|finding| {
        assert_eq!(finding.related, [], "no place of another document");
        let fixed = finding.fixes.first().map(|fix| {
            let mut text = text.to_owned();
            for edit in fix.edits.iter().rev() {
                text.replace_range(edit.span.start..edit.span.end, &edit.text);
            }
            text
        });
        (finding.message, fixed)
    });
    told.collect()
}

#[test]
fn what_a_linked_record_has_is_accepted() {
    for text in [
        "Vane said: “I am very happy to see you here in Streslau.”",
        "“I am … happy to see you [in the capital],” Ada Vane said.",
        "The mayor of Zenda said: “Nobody has asked the town what it wants.”",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn what_a_linked_record_has_otherwise_is_told_with_its_words() {
    let altered = found("“We will sign the treaty before the harvest is in,” Vane said.");
    let fixed = "“We will not sign the treaty before the harvest is in,” Vane said.";
    let told = "The record of Ada Vane in talks.txt goes otherwise: “not” is left out.";
    assert_eq!(altered, [(told.to_owned(), Some(fixed.to_owned()))]);
    let other = found("Vane added: “Our council meets again on the first of May.”");
    let told = "In the record in talks.txt these are words of Rudolf Elphberg, not of Ada Vane.";
    assert_eq!(other, [(told.to_owned(), None)]);
    let nowhere = found("Vane said: “Nobody has ever asked the town what it wants.”");
    let told = "The turns of Ada Vane do not have these words, nor has anybody else's, here and in talks.txt.";
    assert_eq!(nowhere, [(told.to_owned(), None)]);
}
