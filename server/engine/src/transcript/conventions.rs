//! What each house does with its labels: times, dashes, numbers, initials, wrapped lines, narrative around them.
//!
//! One invented document a convention; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn a_dash_before_or_after_the_name_makes_a_label() {
    check(&[
        (
            "Ada Vane — We begin at noon.\n\nOtto Krone — So we do.\n\nAda Vane — Good, then let us start.\n\nOtto Krone — After you.\n\nAda Vane — Thank you.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "Ada Vane – We begin at noon.\n\nOtto Krone – So we do.\n\nAda Vane – Good, then let us start.\n\nOtto Krone – After you.\n\nAda Vane – Thank you.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "— Ada Vane: We begin at noon.\n\n— Otto Krone: So we do.\n\n— Ada Vane: Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "- Ada Vane: We begin at noon.\n\n- Otto Krone: So we do.\n\n- Ada Vane: Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Mr. Vane -- We begin at noon.\n\nMs. Krone -- So we do.\n\nMr. Vane -- Good, then let us start.\n",
            &["Mr. Vane", "Ms. Krone", "Mr. Vane"],
        ),
    ]);
}

#[test]
fn a_number_of_a_question_may_stand_before_the_name() {
    check(&[
        (
            "16.Mr. VANE asked the Minister of Ports why no ship came.\n\n17.Mr. KRONE asked the Minister of Ports when one will.\n\nMr. VANE Is that so?\n\nMr. KRONE It is.\n",
            &["Mr. VANE", "Mr. KRONE", "Mr. VANE", "Mr. KRONE"],
        ),
        (
            "Question No. 110-Mr. Otto Krone:\n\nWhat was paid for the harbour?\n\nMs. Ada Vane:\n\nNothing was paid.\n\nQuestion No. 111-Mr. Otto Krone:\n\nWhat was paid for the bridge?\n\nMs. Ada Vane:\n\nTwo crowns.\n",
            &[
                "Mr. Otto Krone",
                "Ms. Ada Vane",
                "Mr. Otto Krone",
                "Ms. Ada Vane",
            ],
        ),
        (
            "1. Mr. Krone: What was paid?\n\nMs. Vane: Nothing was paid.\n\n2. Mr. Krone: What will be paid?\n\nMs. Vane: Two crowns.\n",
            &["Mr. Krone", "Ms. Vane", "Mr. Krone", "Ms. Vane"],
        ),
    ]);
}

#[test]
fn a_verb_of_procedure_may_stand_before_the_colon() {
    check(&[(
        "Mr. Otto Krone (Mont-Bleu, XQ) moved:\n\nThat the harbour be dredged.\n\nMs. Ada Vane (Rivière, Ind.):\n\nI second it.\n\nMr. Otto Krone:\n\nI thank the member.\n",
        &[
            "Mr. Otto Krone (Mont-Bleu, XQ)",
            "Ms. Ada Vane (Rivière, Ind.)",
            "Mr. Otto Krone",
        ],
    )]);
}

#[test]
fn initials_declared_once_are_labels_after() {
    check(&[(
        "Laurent Vey (LV): We begin at noon.\n\nAda Krone (AK): So we do.\n\nLV: Good.\n\nAK: Then let us start.\n\nLV: After you.\n",
        &["Laurent Vey (LV)", "Ada Krone (AK)", "LV", "AK", "LV"],
    )]);
}

#[test]
fn a_time_may_stand_beside_the_name() {
    check(&[
        (
            "Ada Vane (00:11)\nWe begin at noon.\n\nOtto Krone (00:14)\nSo we do.\n\nAda Vane (00:20)\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Ada Vane [00:00:11]\nWe begin at noon.\n\nOtto Krone [00:00:14]\nSo we do.\n\nAda Vane [00:00:20]\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Ada Vane 1:02:11\n\nWe begin at noon.\n\nOtto Krone 1:02:14\n\nSo we do.\n\nAda Vane 1:02:20\n\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Ada Vane (00:11): We begin at noon.\n\nOtto Krone (00:14): So we do.\n\nAda Vane (00:20): Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "00:11 Ada Vane: We begin at noon.\n\n00:14 Otto Krone: So we do.\n\n00:20 Ada Vane: Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "(00:11) Ada Vane: We begin at noon.\n\n(00:14) Otto Krone: So we do.\n\n(00:20) Ada Vane: Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "[00:00:11] Ada Vane\nWe begin at noon.\n\n[00:00:14] Otto Krone\nSo we do.\n\n[00:00:20] Ada Vane\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "[00:00:11.200] ADA VANE: We begin at noon.\n[00:00:14.000] OTTO KRONE: So we do.\n[00:00:20.500] ADA VANE: Good.\n",
            &["ADA VANE", "OTTO KRONE", "ADA VANE"],
        ),
    ]);
}

#[test]
fn capital_labels_stand_in_hand_wrapped_text() {
    check(&[
        (
            "     MS. VANE:  We begin at noon, when the bell rings over the old harbour\nand everybody has found a seat in the hall, as we did in the spring of the\nlast year.\n     MR. KRONE:  So we do, and I am glad to see that nobody has forgotten the\npromise we gave each other then.\n     MS. VANE:  Good.\n",
            &["MS. VANE", "MR. KRONE", "MS. VANE"],
        ),
        (
            "MS. VANE: We begin at noon, when the bell rings over the old harbour\nand everybody has found a seat in the hall, as we did in the spring of the\nlast year.\nMR. KRONE: So we do, and I am glad to see that nobody has forgotten the\npromise we gave each other then.\nMS. VANE: Good.\n",
            &["MS. VANE", "MR. KRONE", "MS. VANE"],
        ),
    ]);
}

#[test]
fn narrative_before_and_after_does_not_hide_the_labels() {
    check(&[
        (
            "The two leaders met by the lake on Tuesday and spoke for an hour about ports, trade and fish. Aides said that the mood was warm.\n\nThe talks had been put off twice. “We are glad to be here,” a member of the delegation said before lunch.\n\nAfterwards both spoke to the press.\n\nThe two leaders met by the lake on Tuesday and spoke for an hour about ports, trade and fish. Aides said that the mood was warm.\n\nThe talks had been put off twice. “We are glad to be here,” a member of the delegation said before lunch.\n\nAfterwards both spoke to the press.\n\nAda Vane: We begin at noon.\n\nOtto Krone: So we do.\n\nAda Vane: Good.\n\nOtto Krone: Thank you.\n\nThe delegations then went on to the harbour, where a new pier had been opened the day before.\n\nThe next meeting will be held in spring, the two sides agreed. They will also talk about fish.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane", "Otto Krone"],
        ),
        (
            "The two leaders met by the lake on Tuesday and spoke for an hour about ports, trade and fish. Aides said that the mood was warm.\n\nThe talks had been put off twice. “We are glad to be here,” a member of the delegation said before lunch.\n\nAfterwards both spoke to the press.\n\nThe two leaders met by the lake on Tuesday and spoke for an hour about ports, trade and fish. Aides said that the mood was warm.\n\nThe talks had been put off twice. “We are glad to be here,” a member of the delegation said before lunch.\n\nAfterwards both spoke to the press.\n\nPresident Ada Vane: We begin at noon.\n\nQuestion: And then?\n\nAda Vane: Then we eat.\n\nThe delegations then went on to the harbour, where a new pier had been opened the day before.\n\nThe next meeting will be held in spring, the two sides agreed. They will also talk about fish.\n",
            &["President Ada Vane", "Question", "Ada Vane"],
        ),
        (
            "The two leaders met by the lake on Tuesday and spoke for an hour about ports, trade and fish. Aides said that the mood was warm.\n\nThe talks had been put off twice. “We are glad to be here,” a member of the delegation said before lunch.\n\nAfterwards both spoke to the press.\n\n**President Vane:**\nWe begin at noon.\n\n**President Krone:**\nSo we do.\n\nThe delegations then went on to the harbour, where a new pier had been opened the day before.\n\nThe next meeting will be held in spring, the two sides agreed. They will also talk about fish.\n",
            &["President Vane", "President Krone"],
        ),
    ]);
}

#[test]
fn a_short_talk_of_two_speakers_is_read() {
    check(&[
        (
            "Ada Vane: We begin at noon.\n\nOtto Krone: So we do.\n\nAda Vane: Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Ada Vane: We begin at noon.\nOtto Krone: So we do.\nAda Vane: Good.\nOtto Krone: Thank you.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane", "Otto Krone"],
        ),
        (
            "Vane: We begin at noon.\n\nKrone: So we do.\n\nVane: Good.\n\nKrone: Thank you.\n\nVane: Thank you.\n",
            &["Vane", "Krone", "Vane", "Krone", "Vane"],
        ),
        (
            "Prime Minister Ada Vane: We begin at noon.\n\nChancellor Otto Krone: So we do.\n",
            &["Prime Minister Ada Vane", "Chancellor Otto Krone"],
        ),
        (
            "Ada Vane:\nWe begin at noon.\n\nOtto Krone:\nSo we do.\n\nAda Vane:\nGood.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "ADA VANE\nWe begin at noon.\n\nOTTO KRONE\nSo we do.\n\nADA VANE\nGood.\n\nOTTO KRONE\nAfter you.\n\nADA VANE\nThank you.\n",
            &[
                "ADA VANE",
                "OTTO KRONE",
                "ADA VANE",
                "OTTO KRONE",
                "ADA VANE",
            ],
        ),
        (
            "**Ada Vane**: We begin at noon.\n\n**Otto Krone**: So we do.\n\n**Ada Vane**: Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "**Ada Vane**\n\nWe begin at noon.\n\n**Otto Krone**\n\nSo we do.\n\n**Ada Vane**\n\nGood.\n\n**Otto Krone**\n\nAfter you.\n\n**Ada Vane**\n\nThank you.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "_Ada Vane:_ We begin at noon.\n\n_Otto Krone:_ So we do.\n\n_Ada Vane:_ Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
    ]);
}

#[test]
fn one_turn_alone_is_a_turn_where_an_office_speaks() {
    check(&[
        (
            "President Ada Vane:\nWe begin at noon. I thank you all for the work you have done.\n\nThe harbour is open.\n",
            &["President Ada Vane"],
        ),
        (
            "THE PRESIDENT:  We begin at noon. I thank you all for the work you have done.\n\nThe harbour is open.\n\nEND\n",
            &["THE PRESIDENT"],
        ),
        (
            "President of Ruritania Ada Vane: Good day to you all. We begin at noon.\n\nThe harbour is open.\n",
            &["President of Ruritania Ada Vane"],
        ),
    ]);
}

#[test]
fn questions_and_answers_are_turns() {
    check(&[
        (
            "Q: When do you open?\n\nA: At noon.\n\nQ: And when do you close?\n\nA: At one.\n",
            &["Q", "A", "Q", "A"],
        ),
        (
            "Q. When do you open?\nA. At noon.\nQ. And when do you close?\nA. At one.\n",
            &["Q", "A", "Q", "A"],
        ),
        (
            "Question: When do you open?\n\nAnswer: At noon.\n\nQuestion: And when do you close?\n\nAnswer: At one.\n",
            &["Question", "Answer", "Question", "Answer"],
        ),
    ]);
}
