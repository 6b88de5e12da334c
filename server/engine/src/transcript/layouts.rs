//! The layouts labels are printed in, and the colons that are none: invented documents, one a convention.

use crate::transcript::{EmptyRoster, Transcript};

/// The labels of `text`, in their order.
fn labels(text: &str) -> Vec<&str> {
    let transcript = Transcript::read(text, "", &EmptyRoster);
    let turns = transcript.turns.iter();
    turns.map(|turn| turn.label.span.of(text)).collect()
}

/// Checks that each document has the labels beside it, whichever way its lines end.
pub(crate) fn check(documents: &[(&str, &[&str])]) {
    for (text, expected) in documents {
        for end in ["\n", "\r\n", "\r"] {
            let text = text.replace('\n', end);
            assert_eq!(labels(&text), *expected, "{text}");
        }
    }
}

#[test]
fn every_layout_gives_its_labels() {
    for (text, expected) in [
        (
            "President Rudolf Elphberg:\nWelcome to you all.\n\nPresident Ada Vane:\nThank you.\n\nPresident Elphberg:\n\nEnd of the transcript.\n",
            &[
                "President Rudolf Elphberg",
                "President Ada Vane",
                "President Elphberg",
            ][..],
        ),
        (
            "President of Ruritania Rudolf Elphberg (retranslated): Welcome.\n\nQuestion: Why now?\n\nRudolf Elphberg: Why not.\n",
            &[
                "President of Ruritania Rudolf Elphberg",
                "Question",
                "Rudolf Elphberg",
            ],
        ),
        (
            "MS. VANE-MOORE:  Good day.\n\nQ    Is it so?\n\nMS. VANE-MOORE:  It is.\n\nQ    Thank you.\n",
            &["MS. VANE-MOORE", "Q", "MS. VANE-MOORE", "Q"],
        ),
        (
            "**Ada Vane:** Yes.\n\n**Otto Krone:** No.\n\n**Ada Vane:** Then we agree.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "### Ada Vane:\nYes.\n\n### Otto Krone:\nNo.\n\n### Ada Vane:\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "  Mr. VANE. Mr. President, I rise.\n  The PRESIDING OFFICER (Mr. Krone). Without objection.\n  Mr. VANE. I thank the Chair.\n",
            &["Mr. VANE", "The PRESIDING OFFICER (Mr. Krone)", "Mr. VANE"],
        ),
        (
            "Mr. Otto Krone\nWhat is done? [1]\n\nThe Minister of Weather (Ms. Ada Vane)\nMuch is done.\n\nMr. Krone\nI am glad.\n",
            &[
                "Mr. Otto Krone",
                "The Minister of Weather (Ms. Ada Vane)",
                "Mr. Krone",
            ],
        ),
        (
            "VANE: Well, good evening.\n\nKRONE: Good evening.\n\nVANE: Let us begin.\n",
            &["VANE", "KRONE", "VANE"],
        ),
        (
            "Ada Vane: (00:11)\nYes, I do.\n\nOtto Krone: (00:14)\nSo do I.\n\nAda Vane: (00:20)\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "[00:00:11] Ada Vane: Yes.\n\n[00:00:14] Otto Krone: No.\n\n[00:00:20] Ada Vane: Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Ada Vane 00:11\nYes, I do.\n\nOtto Krone 00:14\nSo do I.\n\nAda Vane 00:20\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "§ Mr. VANE asked the Minister of Ports why.\n\n§ Sir O. KRONE I have no answer.\n\n§ Mr. VANE Is that so?\n",
            &["Mr. VANE", "Sir O. KRONE", "Mr. VANE"],
        ),
    ] {
        assert_eq!(labels(text), expected, "{text}");
    }
}

#[test]
fn a_colon_in_prose_or_speech_is_no_label() {
    for text in [
        "The two met today.\n\nHere’s the bottom line: they agree.\n\nOne more thing: it rained.\n",
        "Germany: “This is our view.”\n\nThe paper went on.\n\nFrance: “So is this.”\n",
        "Thanks go to many.\n\nWhite House Liaison: Otto Krone.\n\nStudio Director: Ada Vane.\n\nHall Keeper: Jo Mar.\n",
        "Notice for the press.\n\nEntry from 10.00 am to 11.00 am:\n\n12.00 pm – meeting of ministers\n",
        "The clerk read as follows:\n\nA bill about ports.\n\nMs Vane told us:\n\nIt will rain.\n",
        "Rudolf Elphberg spoke with Ada Vane by telephone.\n\nThey also talked about ports.\n",
    ] {
        assert_eq!(labels(text), [""; 0], "{text}");
    }
}

#[test]
fn a_wrapped_line_that_begins_with_a_name_and_a_colon_stays_speech() {
    let text = "PRESIDENT VANE:  Ladies and gentlemen, everyone in this room, the team of\nPresident Krone: I am very happy to see you here with us this evening.\n\nPRESIDENT KRONE:  Thank you.\n\nPRESIDENT VANE:  Let us begin.\n";
    assert_eq!(
        labels(text),
        ["PRESIDENT VANE", "PRESIDENT KRONE", "PRESIDENT VANE"]
    );
}
