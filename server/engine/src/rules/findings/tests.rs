//! At most one finding about sources and figures stands on a sentence, whatever the text and the profile.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::record::{Record, Reference};
use crate::registry::Registry;
use crate::rules::{self, Profile, RULES, RuleSet};
use crate::testing::unmarked;
use crate::text::Text;

/// Sentences, and parts of them, with much amiss; to be put together in any order.
const PIECES: &[&str] = &[
    "Officials said 40 people were killed. ",
    "Critics say the law was written overnight, and the army has shelled three villages. ",
    "It was stressed that exports rose by 7 percent because of the treaty. ",
    "According to media reports, six thousand were hurt; they allegedly fled. ",
    "Orlova met Haddad. She said crime has doubled. ",
    "A spokesman for the port authority said that 30 delegates came. ",
    "The statement added that 28 delegates came. ",
    "Later 30 delegates left Zenda. ",
    "Some 28 delegates left Zenda again. ",
    "It is no secret that the governor owns the port, experts believe. ",
    "The neighbours betrayed the treaty and stole 900 ships. ",
    "Support fell from 44 percent to 40 percent, a 4 percent fall. ",
    "There were 60 votes for, 45 against, 100 votes cast. ",
    "Five ministers came: Vane, Krone, Reed and Orlova. ",
    "Both sides reaffirmed the importance of dialogue, and the talks were discussed. ",
    "“We never paid 40 million,” he said, “to anybody. ",
    "The ministers issued an important statement. ",
    "Ona Reed said: ",
    "\n\n",
    "MS VANE: Everybody knows that 40 percent of them lied. ",
    "\n\nThe presidency offered the following statement:\n\n",
];

/// A rule set in which everything that can be asked for is.
fn all(profile: Profile) -> RuleSet {
    RuleSet {
        profile,
        select: RULES.iter().map(|rule| rule.code.to_owned()).collect(),
        ..RuleSet::default()
    }
}

/// Sentences with more than one finding of these families, with the codes.
fn crowded(text: &str, set: &RuleSet) -> Vec<String> {
    let reference = Reference {
        registry: Registry::builtin(),
        date: None,
        style: std::sync::Arc::default(),
        language: None,
    };
    let record = Record::build(&Text::from(text), "", &reference, None);
    let findings = rules::check(&record, set);
    let mut by_sentence: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
    for finding in &findings {
        if !super::is_about_sources(finding.code) {
            continue;
        }
        for paragraph in record.paragraphs() {
            for sentence in &paragraph.reading.sentences {
                let span = sentence.span.place(paragraph.span.start);
                if span.start <= finding.span.start && finding.span.start < span.end {
                    let codes = by_sentence.entry((span.start, span.end)).or_default();
                    codes.push(finding.code);
                }
            }
        }
    }
    by_sentence
        .into_iter()
        .filter(|(_, codes)| codes.len() > 1)
        .map(|((start, end), codes)| format!("{} {codes:?}", &record.content()[start..end]))
        .collect()
}

#[test]
fn the_examples_of_all_pages_have_one_a_sentence() {
    for rule in RULES {
        for example in rules::pages::transcripts(rule) {
            let text = unmarked(&example);
            for profile in [Profile::Default, Profile::Strict, Profile::Triage] {
                assert_eq!(crowded(&text, &all(profile)), [""; 0], "{}", rule.code);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_has_one_a_sentence(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..14),
    ) {
        let text = pieces.concat();
        for profile in [Profile::Default, Profile::Strict, Profile::Triage] {
            prop_assert_eq!(crowded(&text, &all(profile)), Vec::<String>::new());
        }
    }
}
