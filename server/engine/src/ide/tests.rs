//! What an editor is answered, text in and text out.

use std::fmt::Write;

use crate::record::{Record, Reference};
use crate::registry::Registry;
use crate::rules::{self, RuleSet};
use crate::text::Text;

use super::{OutlineItem, folding, hover, outline};

pub(super) fn record(text: &str) -> Record {
    let reference = Reference {
        registry: Registry::builtin(),
        date: None,
        style: std::sync::Arc::default(),
        language: None,
    };
    Record::build(&Text::from(text), "", &reference, None)
}

/// The card over the first `word` of the text, which must be about `about` and tell each of `told`; it is returned.
fn check_hover(text: &str, word: &str, about: &str, told: &[&str]) -> String {
    let record = record(text);
    let findings = rules::check(&record, &RuleSet::default());
    let at = text.find(word).expect("the word stands in the text");
    let card = hover(&record, &findings, at).unwrap_or_else(|| panic!("a card over {word}"));
    assert_eq!(card.span.of(text), about);
    for words in told {
        assert!(
            card.markdown.contains(words),
            "{words:?} in:\n{}",
            card.markdown
        );
    }
    card.markdown
}

#[test]
fn a_name_in_a_heading_tells_whom_the_text_beneath_names() {
    let text = "Lavrov and Shoigu meet in Ankara\n\n4 March 2021\n\nSergey Lavrov came by train.\n";
    check_hover(
        text,
        "Lavrov",
        "Lavrov",
        &["**Sergey Lavrov**", "On 4 March 2021:", "Resolved by: "],
    );
}

const TALKS: &str = "Talks in Ankara\n\n4 March 2021\n\n\
    Russian Foreign Minister Sergey Lavrov said that the talks had been useful. Lavrov thanked the hosts.\n\n\
    It was stressed that trade would double.\n\n\
    The Russian foreign minister left in the evening.\n";

#[test]
fn a_name_tells_the_office_on_the_documents_date_with_its_dates_source_and_reason() {
    check_hover(
        TALKS,
        "Sergey",
        "Russian Foreign Minister Sergey Lavrov",
        &[
            "**Sergey Lavrov**",
            "Q58217",
            "On 4 March 2021:",
            "Minister of Foreign Affairs (Russia), from 9 March 2004",
            "Before: Igor Ivanov",
            "register as of 3 August 2022",
            "Resolved by: ",
            "[wikidata Q58217](https://www.wikidata.org/wiki/Q58217)",
        ],
    );
}

#[test]
fn a_card_tells_other_spellings_and_whom_else_the_name_could_mean() {
    check_hover(
        "Talks in Ankara\n\n4 March 2021\n\nRussian Foreign Minister Sergei Lavrov came. Nobody met Sergey Lavrov.\n",
        "Sergei",
        "Russian Foreign Minister Sergei Lavrov",
        &["in another transliteration"],
    );
    check_hover(
        "Talks in Ankara\n\n4 March 2021\n\nRussian Foreign Minister Sergei Lavrov came. Nobody met Sergey Lavrov.\n",
        "Sergey",
        "Sergey Lavrov",
        &["Also written here: “Sergei Lavrov”"],
    );
}

#[test]
fn the_two_ministers_are_those_of_the_document() {
    check_hover(
        "Talks in Ankara\n\n4 March 2021\n\nSergey Lavrov met Faisal Mekdad. The two foreign ministers left.\n",
        "two foreign",
        "two foreign ministers",
        &["Sergey Lavrov", "Faisal Mekdad"],
    );
    check_hover(
        "Talks in Ankara\n\n4 March 2021\n\nSergey Lavrov was late. His Syrian counterpart left early.\n",
        "Syrian counterpart",
        "Syrian counterpart",
        &["Faisal Mekdad", "the same office in the other state"],
    );
}

#[test]
fn a_time_told_from_the_documents_date_tells_the_day() {
    let text =
        "Strelsau, 15 March 2023\n\nThe envoys met yesterday and will meet again next month.\n";
    check_hover(
        text,
        "yesterday",
        "yesterday",
        &["**14 March 2023**", "15 March 2023"],
    );
    check_hover(text, "next month", "next month", &["**April 2023**"]);
    check_hover(
        "The envoys met yesterday in the old hall.\n",
        "yesterday",
        "yesterday",
        &["the document has no date"],
    );
}

#[test]
fn a_surname_alone_is_who_was_named_before() {
    check_hover(
        TALKS,
        "Lavrov thanked",
        "Lavrov",
        &["**Sergey Lavrov**", "named before in this document"],
    );
}

#[test]
fn an_office_alone_tells_who_held_it_on_the_date() {
    let card = check_hover(
        TALKS,
        "Russian foreign minister left",
        "Russian foreign minister",
        &[
            "**Minister of Foreign Affairs (Russia)**",
            "Held on 4 March 2021 by:",
            "- Sergey Lavrov, from 9 March 2004",
        ],
    );
    assert!(!card.contains("Could be"), "{card}");
}

#[test]
fn a_report_without_reporter_tells_what_was_looked_for_and_why_it_is_flagged() {
    check_hover(
        TALKS,
        "trade would",
        "It was stressed that trade would double.",
        &["Nobody is named for this sentence", "ATT103, warning"],
    );
}

#[test]
fn a_sentence_with_a_source_tells_it() {
    check_hover(
        TALKS,
        "useful",
        "Russian Foreign Minister Sergey Lavrov said that the talks had been useful.",
        &["On the word of “Russian Foreign Minister Sergey Lavrov”"],
    );
}

#[test]
fn a_sentence_tells_the_chain_it_is_told_through_and_whom_a_pronoun_means() {
    let text = "The daily Kurier quoted Ada Vane as saying that the port was shut.\n\n\
        Orlova arrived. She said that the deal was near.\n";
    check_hover(
        text,
        "port was",
        "The daily Kurier quoted Ada Vane as saying that the port was shut.",
        &["On the word of “Ada Vane”, as told by “The daily Kurier”."],
    );
    check_hover(
        text,
        "deal was",
        "She said that the deal was near.",
        &["On the word of “She”, that is “Orlova”."],
    );
}

#[test]
fn a_claim_on_nobodys_word_tells_what_was_looked_at() {
    let text = "Quiet in Tessaly\n\n4 March 2021\n\n\
        The governor betrayed his town, and an argument of two hours changed nothing.\n";
    check_hover(
        text,
        "his town",
        "The governor betrayed his town, and an argument of two hours changed nothing.",
        &[
            "Looked at: “argument” is a noun with no owner and no “that”; “governor” has no word of saying.",
        ],
    );
}

#[test]
fn a_label_tells_its_speaker_and_why_it_is_a_label() {
    let text = "2 June 2019\n\nSergey Lavrov: Good morning to you all.\n\nQuestion: What has been agreed?\n\n\
        Sergey Lavrov: We shall tell you tomorrow.\n\nQuestion: Thank you.\n";
    check_hover(
        text,
        "Sergey",
        "Sergey Lavrov",
        &[
            "**Sergey Lavrov**",
            "Taken for a speaker label by:",
            "known person",
        ],
    );
    check_hover(
        text,
        "Question",
        "Question",
        &["A speaker whose name is not given."],
    );
    check_hover(text, "We shall", "We shall tell you tomorrow.", &[]);
    check_hover(text, "tomorrow", "tomorrow", &["**3 June 2019**"]);
}

#[test]
fn plain_narrative_has_no_card() {
    let record = record("The hall was full.\n");
    assert_eq!(hover(&record, &[], 6), None);
    assert_eq!(hover(&record, &[], 10_000), None);
}

/// The outline as indented lines: kind, name, detail, and the words its range begins and ends with.
fn check_outline(text: &str, expected: &str) {
    fn lines(items: &[OutlineItem], text: &str, depth: usize, out: &mut String) {
        for item in items {
            let words = item.span.of(text);
            assert!(
                item.span.covers(item.name_span),
                "the name stands in its part"
            );
            assert_eq!(words, words.trim(), "no white space around a part");
            for child in &item.children {
                assert!(item.span.covers(child.span), "a part holds its parts");
            }
            let indent = "  ".repeat(depth);
            writeln!(
                out,
                "{indent}{:?}: {} ({})",
                item.kind, item.name, item.detail
            )
            .expect("a string takes all");
            lines(&item.children, text, depth + 1, out);
        }
    }
    let record = record(text);
    let mut found = String::new();
    lines(&outline(&record), text, 0, &mut found);
    assert_eq!(found, expected);
}

#[test]
fn a_document_that_is_nothing_but_turns_has_its_turns_at_the_top() {
    check_outline(
        "Anna Berg: Good morning to you all.\n\nTomas Lind: Good morning. We begin.\n\nAnna Berg: Let us.\n",
        "Turn: Anna Berg (5 words)\nTurn: Tomas Lind (4 words)\nTurn: Anna Berg (2 words)\n",
    );
}

#[test]
fn turns_between_narrative_become_one_part_and_a_statement_keeps_its_introduction() {
    check_outline(
        "Leaders met at the lake on 4 April 2023, and the talks went on for an hour in the old hall.\n\n\
         President Anna Berg:\nWelcome to the lake.\n\nPresident Tomas Lind:\nThank you for having us.\n\n\
         President Berg:\n\nEnd of the transcript.\n\n\
         The Lakeland Presidency issued the following official statement:\n\n\
         The presidents discussed fisheries.\n\nThey agreed to meet again.\n\n\
         End of the statement by the Lakeland Presidency.\n\nThe crowd went home soon after that.\n",
        "Narrative: Leaders met at the lake on 4 April 2023, and the talks went… (narrative · 21 words)\n\
         Transcript: Transcript (3 turns)\n  Turn: President Anna Berg (Anna Berg · 4 words)\n  \
         Turn: President Tomas Lind (Tomas Lind · 5 words)\n  Turn: President Berg (Anna Berg · empty)\n\
         Block: The Lakeland Presidency (statement · 9 words)\n\
         Narrative: The crowd went home soon after that. (narrative · 7 words)\n",
    );
}

#[test]
fn an_empty_document_has_no_outline() {
    check_outline("", "");
    check_outline("\n \n", "");
}

#[test]
fn turns_of_more_than_one_line_fold_and_single_lines_do_not() {
    let text = "Anna Berg:\nGood morning to you all.\n\nTomas Lind:\nGood morning.\nWe begin.\n\nAnna Berg:\n";
    let record = record(text);
    let folds: Vec<&str> = folding(&record)
        .iter()
        .map(|fold| fold.span.of(text))
        .collect();
    assert_eq!(
        folds,
        [
            "Anna Berg:\nGood morning to you all.",
            "Tomas Lind:\nGood morning.\nWe begin."
        ]
    );
}
