//! The property that lets an editor keep what it has: a record built on an earlier one, and the findings kept from it, are
//! what they would be from scratch, whatever was edited in whichever layout.

use proptest::prelude::*;

use crate::record::{Alone, Record, Reference};
use crate::registry::Registry;
use crate::rules::{Checked, Profile, RuleSet};
use crate::text::{Span, Text};

/// Documents in several layouts: labels on lines of their own and within, wrapped lines, questions and answers, bold labels,
/// nothing but prose, labels closed by a stop.
const DOCUMENTS: &[&str] = &[
    "Ada Vane: The harbour is open. “It is deep,” she said.\n\nOtto Krone: Officials said 40 ships came.\n\n\
     (Laughter.)\n\nAda Vane: Nobody counted them. Critics say so.\n\nOtto Krone: They were counted on 31 April 2023.\n\n\
     Ada Vane: Mr. Krone is right, “as always.\n\n“And he knows it.”\n",
    "PRESS CONFERENCE\n\n4 April 2023\n\nThe talks of the two delegations, which began in the\nmorning, went on until late at night, and nobody\n\
     left the hall before they were over.\n\nQ   Did anybody ask about the fish that was\npromised?\n\nPRESIDENT BERG:  Somebody did, and it was said\nthat      the fish would come.\n\nQ   When?\n\nPRESIDENT BERG:  On Monday, 4 April 2023, I am\ntold, “and not before.\n\nEND\n",
    "**Ada Vane:** Good day.\n\n**Otto Krone:** Good day to you, Mrs. Vane.\n\n**Ada Vane:** The bridge is ready.\n\nIt carries 40 tonnes.\n\n\
     **Otto Krone:** So I hear.\n",
    "The ministry said the road was safe. Ministers met on 3 May 2023. It was noted that nobody came.\n\n\
     The foreign ministry said in a statement:\n\n“The port is closed.\n\n“Ships wait.”\n\nIt snowed. Experts warn of 12 percent more.\n\n\
     The president of Lakeland thanked Anna Berg. Mr Berg was glad.\n",
    "Mr. VANE. I thank the Chair. The harbour is deep.\n\nThe PRESIDING OFFICER. The Senator from the coast.\n\nMr. KRONE of the lake. I object.\n\n\
     [[Page 12]]\n\nIt was never said. I yield.\n\nMr. VANE. I have heard it.\n",
    "Menu Close\n\nPresidents meet at the lake\nTuesday 4 April 2023\n\nThe delegations met. It was agreed that trade would grow by 12 percent.\n\n\
     President Anna Berg:\nThank you. (Applause.)\nWe will open the bridge.\n\nPresident Tomas Lind:\n“The bridge is ready,” they said.\n\n\
     President Berg:\n\nEnd of the transcript.\n\nThe Lakeland Presidency issued the following statement:\n\nIt was stressed that \
     cooperation would deepen.\n\nEnd of the statement by the Lakeland Presidency.\n\nObservers were not convinced.\n",
    "15 March 2023\n\nRussian Foreign Minister Sergey Lavrov met 30 delegates of the league. President Bashar al-Assad of Syria and \
     Vladimir Putin talked; Lavrov counted 40 delegates of the league. The Russian president left.\n\n\
     Prime Minister Sergei Lavrov, or Gen. Sergey Lavrov, said that “we have come to open the bridge over the river”. \
     Foreign Minister Vladimir Putin did not. On 03/04/2023 they met; ‘so it is’, said \"Mikhail Mishustin\".\n\n\
     President Assad:\nWe have come to open a bridge over the river. We will sign 12 papers. (Applause.)\n\n\
     Sergey Lavrov:\n[00:01:02] That is good, and the Syrian president knows it. He was in Hama yesterday.\n\n\
     President Assad:\nWe will sign 13 papers, and Lavrov agrees. «We will», he said.  \n\n\
     [00:1:12] Putin and the two presidents dined. Vladimir Puttin did not.\n\nSergey Lavrov:\nHe did.\n",
    "Volunteers of Lakeland came on Tuesday 4 April. The president met 3 of 12 nurses yesterday.\n\nTranscript:\n\n\
     Q  When was that? [0:12]\n\nA  On 5.6.22, I think; the foreign minister of Syria knows. \n\nQ  I see. I thank you, Lavrov.\n",
];

/// One of the documents; the last one has a paragraph so long that it is read in pieces.
fn document(layout: usize) -> String {
    let long = || {
        let speech = "The harbour is deep, “and nobody,” he said, “has measured it. ".repeat(215);
        format!("Ada Vane: {speech}\n\nOtto Krone: So I hear.\n\nAda Vane: Well.\n")
    };
    DOCUMENTS
        .get(layout)
        .map_or_else(long, |&document| document.to_owned())
}

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
    " ",
    "Lavrov ",
    "Foreign Minister ",
    "[0:07] ",
    "40 delegates of the league ",
    "1/2/2023 ",
    "yesterday ",
    "In 2019 ",
    "former ",
    "«",
    "’",
    ", Krone, ",
    "Mr. ",
];

fn floor_char(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What an edit does at its place: puts a piece in for some bytes, or types a word, letter by letter.
#[derive(Clone, Debug)]
enum Stroke {
    Piece(usize, usize),
    Typed(&'static str),
}

fn some_stroke() -> impl Strategy<Value = Stroke> {
    let typed = [
        "a fleet",
        "Ada Vane: ",
        "said 12 ",
        "x",
        "\n\n",
        " (so) ",
        "Berg “",
        " 14 papers.",
        "Assad of Syria ",
        "2019 ",
    ];
    prop_oneof![
        (0usize..60, 0usize..PIECES.len()).prop_map(|(n, piece)| Stroke::Piece(n, piece)),
        prop::sample::select(typed.to_vec()).prop_map(Stroke::Typed),
    ]
}

/// Every record of a series of edits, each built on the one before, is what it would be if built from scratch, and so
/// are the findings.
fn follow(
    document: &str,
    profile: Profile,
    edits: Vec<(usize, Stroke)>,
) -> Result<(), TestCaseError> {
    let reference = Reference {
        registry: Registry::builtin(),
        date: None,
        style: std::sync::Arc::default(),
        language: None,
    };
    let set = RuleSet {
        profile,
        ..RuleSet::default()
    };
    let mut text = Text::from(document);
    let mut record = Record::build(&text, "a.txt", &reference, None);
    let mut checked = Checked::of(&record, &set, &Alone);
    for (at, stroke) in edits {
        let content = text.to_string();
        let border = |at: usize| floor_char(&content, at.min(content.len()));
        let start = border(at % (content.len() + 1));
        let strokes: Vec<(Span, String)> = match stroke {
            Stroke::Piece(n, piece) => {
                let end = border(start + n).max(start);
                vec![(Span::new(start, end), PIECES[piece].to_owned())]
            }
            Stroke::Typed(word) => word
                .char_indices()
                .map(|(nth, letter)| (Span::new(start + nth, start + nth), letter.to_string()))
                .collect(),
        };
        for (span, with) in strokes {
            text.edit(span, &with);
            let fresh = Record::build(&text, "a.txt", &reference, None);
            let shared = Record::build(&text, "a.txt", &reference, Some(&record));
            let kept;
            (record, kept) = record.rebuild(&text, "a.txt", &reference, &Alone);
            for next in [&record, &shared] {
                prop_assert_eq!(next.content(), fresh.content());
                prop_assert_eq!(next.transcript(), fresh.transcript());
                prop_assert_eq!(next.paragraphs(), fresh.paragraphs());
                prop_assert_eq!(next.speakers(), fresh.speakers());
            }
            checked = checked.again(&record, &set, &kept, &Alone);
            let whole = Checked::of(&fresh, &set, &Alone);
            prop_assert_eq!(&*checked, &*whole);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn building_on_an_earlier_record_gives_the_same_as_building_from_scratch(
        edits in prop::collection::vec((0usize..16000, some_stroke()), 1..8),
        layout in prop_oneof![24 => 0..DOCUMENTS.len(), 1 => Just(DOCUMENTS.len())],
        ends in 0..3usize,
        profile in prop::sample::select(vec![Profile::Strict, Profile::Triage]),
    ) {
        let document = document(layout).replace('\n', ["\n", "\r\n", "\r"][ends]);
        follow(&document, profile, edits)?;
    }
}
