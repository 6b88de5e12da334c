//! The two properties the house rests on: building on an earlier record changes nothing, and a paragraph's reading
//! does not depend on what stands elsewhere.

use proptest::prelude::*;

use crate::reading;
use crate::registry::Registry;
use crate::text::{Span, Text};
use crate::transcript::Zone;

use super::{Alone, KeptParagraphs, Record, Reference};

/// A document with all kinds of passages.
const DOCUMENT: &str = "\
Menu Close

Presidents meet at the lake
Tuesday 4 April 2023

The two delegations met on Tuesday 4 April 2023. It was agreed that trade would grow by 12 percent.
Critics say the border \u{201c}was never closed\u{201d}, while the army shelled three villages.

President Anna Berg:
Thank you. I am glad to see you, Mr. President. (Applause.)
We will open the bridge.

President Tomas Lind:
“The bridge is ready,” our engineers said.

“It carries forty tonnes.”

President Berg:

End of the transcript.

The Lakeland Presidency issued the following statement:

It was stressed that cooperation would deepen. The presidents discussed fisheries.

End of the statement by the Lakeland Presidency.

Observers were not convinced.
";

/// A record whose lines are counted in the margin.
const NUMBERED: &str = "\
        Wednesday, 4 March 2020
 1   MS VANE:  Good morning.  You are the master of
 2   the port, and have been so for a long time, I
 3   think, since before the new pier was built?
 4
 5   A.  I am, since 2011.  Otto Krone was it before
 6   me, who said that the port was shut in winter, and
 1   that nobody minded.
 2   Q.  Who else said so?
 3   A.  Nobody that I know of.
 4   MR BERG:  When was that?
";

/// Pieces that edits put in: what opens and closes passages, hostile characters, plain words.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    ":",
    "Mr. Lind: ",
    "President Berg:\n",
    "“",
    "”",
    "\"",
    "Q  ",
    "A.  ",
    " 3   ",
    "\n 7   ",
    "○林木委員 ",
    "（記者）",
    "\n出席議員：\n",
    "二〇二三年三月十五日",
    "\n港口\n\n",
    "\n12.\n",
    "P.- ",
    "\nR.- ",
    "КРОНЕ О.П.\n",
    "said ",
    "é",
    "e\u{301}",
    "𝄞",
    "\u{2028}",
    "\u{feff}",
    "\u{202e}",
    "7% ",
    "End of the transcript.\n",
    "(Applause.)",
    ". ",
    "عربي",
    "\u{a0}",
    "",
];

fn reference() -> Reference {
    Reference {
        registry: Registry::builtin(),
        date: None,
        style: std::sync::Arc::default(),
        language: None,
    }
}

fn floor_char(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn building_on_an_earlier_record_gives_the_same_as_building_from_scratch(
        edits in prop::collection::vec((0usize..2000, 0usize..80, 0usize..PIECES.len()), 1..12),
        numbered in prop::bool::weighted(0.3),
    ) {
        let reference = reference();
        let mut content = if numbered { NUMBERED } else { DOCUMENT }.to_owned();
        let mut record = Record::build(&Text::from(&*content), "a.txt", &reference, None);
        for (at, n_removed, piece) in edits {
            let (at, n_removed) = if numbered { (at % 400, n_removed % 8) } else { (at, n_removed) };
            let start = floor_char(&content, at.min(content.len()));
            let end = floor_char(&content, (at + n_removed).min(content.len())).max(start);
            content.replace_range(start..end, PIECES[piece]);
            let text = Text::from(&*content);
            let next = Record::build(&text, "a.txt", &reference, Some(&record));
            let fresh = Record::build(&text, "a.txt", &reference, None);
            prop_assert_eq!(next.content(), fresh.content());
            prop_assert_eq!(&next.transcript, &fresh.transcript);
            prop_assert_eq!(&next.paragraphs, &fresh.paragraphs);
            prop_assert_eq!(&next.speakers, &fresh.speakers);
            record = next;
        }
    }

    #[test]
    fn passages_cover_any_text_and_paragraphs_stay_inside_them(text in "\\PC{0,40}(\n|\r\n|\r|: |\n\n|Q |“|END\n|\\PC{0,60}){0,20}") {
        let record = Record::build(&Text::from(&*text), "", &reference(), None);
        let mut end = 0;
        for passage in &record.transcript.passages {
            prop_assert_eq!(passage.span.start, end);
            prop_assert!(passage.span.covers(passage.body));
            end = passage.span.end;
        }
        prop_assert_eq!(end, text.len());
        for paragraph in &record.paragraphs {
            prop_assert!(record.transcript.passages[paragraph.passage].body.covers(paragraph.span));
            prop_assert_eq!(paragraph.reading.sentences.len(), paragraph.standings.len());
            prop_assert_eq!(paragraph.reading.mentions.len(), paragraph.resolved.len());
        }
    }
}

#[test]
fn an_unchanged_paragraph_is_not_read_again() {
    let reference = reference();
    let mut text = Text::from(DOCUMENT);
    let before = Record::build(&text, "", &reference, None);
    let at = DOCUMENT.find("glad").expect("the document has the word");
    text.edit(Span::new(at, at + 4), "happy");
    let after = Record::build(&text, "", &reference, Some(&before));
    let kept = after
        .paragraphs
        .iter()
        .filter(|paragraph| {
            before
                .paragraphs
                .iter()
                .any(|old| std::sync::Arc::ptr_eq(&old.reading, &paragraph.reading))
        })
        .count();
    assert_eq!(kept, after.paragraphs.len() - 1);
}

#[test]
fn numbers_in_the_margin_are_nobodys_words() {
    let record = Record::build(&Text::from(NUMBERED), "", &reference(), None);
    let turns = record.transcript().turns.iter();
    let labels: Vec<&str> = turns.map(|turn| turn.label.span.of(NUMBERED)).collect();
    assert_eq!(labels, ["MS VANE", "A", "Q", "A", "MR BERG"]);
    let first = &record.paragraphs().iter().find(|it| it.zone == Zone::Turn);
    let words = first.map(|paragraph| paragraph.span.of(record.content()));
    let words: Vec<&str> = words.unwrap_or_default().split_whitespace().collect();
    assert_eq!(
        words.join(" "),
        "Good morning. You are the master of the port, and have been so for a long time, I think, since before the new pier was built?"
    );
}

#[test]
fn a_reading_is_the_same_wherever_its_paragraph_stands() {
    let record = Record::build(&Text::from(DOCUMENT), "", &reference(), None);
    for paragraph in record.paragraphs() {
        let words = paragraph.span.of(record.content());
        assert_eq!(
            *paragraph.reading,
            reading::read(words, paragraph.opening, record.registry())
        );
    }
}

#[test]
fn a_letter_typed_in_a_megabyte_is_read_within_its_paragraph() {
    let reference = reference();
    let speech = "We have come a long way, and the road was never an easy one for anybody in this hall; let me thank \
        all who have built it, who have paved it, and who keep it open in winter, when snow lies on the pass for weeks \
        and nobody comes up from the valley but the postman and, on feast days, the band.";
    let content = format!("Ada Vane: {speech}\n\nOtto Krone: {speech} I mean it.\n\n").repeat(2200);
    assert!(content.len() > 1_000_000);
    let mut text = Text::from(&*content);
    let mut record = Record::build(&text, "", &reference, None);
    let middle = content.len() / 2;
    let at = middle
        + content[middle..]
            .find("paved")
            .expect("the document has the word");
    let paragraph = record
        .paragraphs
        .iter()
        .position(|paragraph| paragraph.span.contains(at));
    for (nth, letter) in "and more than ".chars().enumerate() {
        text.edit(Span::new(at + nth, at + nth), &letter.to_string());
        let kept;
        (record, kept) = record.rebuild(&text, "", &reference, &Alone);
        assert!(kept.turns);
        let KeptParagraphs::AllBut(changed) = kept.paragraphs else {
            panic!("the letter {nth} had the passages found anew");
        };
        assert!(changed.iter().all(|was| Some(was.at) == paragraph));
    }
    let fresh = Record::build(&text, "", &reference, None);
    assert_eq!(record.transcript, fresh.transcript);
    assert_eq!(record.paragraphs, fresh.paragraphs);
}
