//! What may stand before a label: signs of captions and lists, headings, lines of time.
//!
//! One invented document a convention; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn signs_of_captions_quotations_and_lists_stand_before_labels() {
    check(&[
        (
            ">> ADA VANE: We begin at noon.\n\n>> OTTO KRONE: So we do.\n\n>> ADA VANE: Good.\n\n>> OTTO KRONE: After you.\n\n>> ADA VANE: Thank you.\n\n",
            &[
                "ADA VANE",
                "OTTO KRONE",
                "ADA VANE",
                "OTTO KRONE",
                "ADA VANE",
            ],
        ),
        (
            "> **Ada Vane:** We begin at noon.\n\n> **Otto Krone:** So we do.\n\n> **Ada Vane:** Good.\n\n> **Otto Krone:** After you.\n\n> **Ada Vane:** Thank you.\n\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "• Ada Vane: We begin at noon.\n\n• Otto Krone: So we do.\n\n• Ada Vane: Good.\n\n• Otto Krone: After you.\n\n• Ada Vane: Thank you.\n\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "* Ada Vane: We begin at noon.\n\n* Otto Krone: So we do.\n\n* Ada Vane: Good.\n\n* Otto Krone: After you.\n\n* Ada Vane: Thank you.\n\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
    ]);
}

#[test]
fn a_heading_may_be_a_name_without_a_colon() {
    check(&[(
        "## Ada Vane\n\nWe begin at noon.\n\n## Otto Krone\n\nSo we do.\n\n## Ada Vane\n\nGood.\n\n## Otto Krone\n\nAfter you.\n\n## Ada Vane\n\nThank you.\n\n",
        &[
            "Ada Vane",
            "Otto Krone",
            "Ada Vane",
            "Otto Krone",
            "Ada Vane",
        ],
    )]);
}

#[test]
fn a_line_of_time_before_a_label_breaks_no_sentence() {
    check(&[(
        "00:11\nAda Vane: We begin at noon.\n\n00:14\nOtto Krone: So we do.\n\n00:11\nAda Vane: Good.\n\n00:14\nOtto Krone: After you.\n\n00:11\nAda Vane: Thank you.\n\n",
        &[
            "Ada Vane",
            "Otto Krone",
            "Ada Vane",
            "Otto Krone",
            "Ada Vane",
        ],
    )]);
}

#[test]
fn initials_may_be_a_small_word() {
    check(&[(
        "AV: We begin at noon.\n\nOK: So we do.\n\nAV: Good.\n\nOK: After you.\n\nAV: Thank you.\n\n",
        &["AV", "OK", "AV", "OK", "AV"],
    )]);
}

#[test]
fn numbers_of_speeches_and_photographs_are_no_part_of_a_label() {
    check(&[
        (
            "Anf. 1 ADA VANE (S):\n\nFru talman! Jag tackar.\n\nAnf. 2 OTTO KRONE (M):\n\nJag tackar också.\n\nAnf. 3 ADA VANE (S):\n\nTack.\n",
            &["ADA VANE (S)", "OTTO KRONE (M)", "ADA VANE (S)"],
        ),
        (
            "House debates\n\n4:11 pm\n\nPhoto of Mrs Ada VaneMrs Ada Vane (Marsh, Harbour Party) Share this | Hansard source\n\nI thank the house.\n\nIt is late.\n\n4:15 pm\n\nPhoto of Mr Otto KroneMr Otto Krone (Lake, Boat Party) Share this | Hansard source\n\nI thank the member for Marsh.\n",
            &[
                "Mrs Ada Vane (Marsh, Harbour Party)",
                "Mr Otto Krone (Lake, Boat Party)",
            ],
        ),
    ]);
}

#[test]
fn single_letters_and_rows_of_tables_are_labels_where_they_come_back() {
    check(&[
        (
            "Transcript Part 1:\nRead along!\nClick below\nV: Welcome back! My guest tonight is the\nkeeper of the pier. How are you?\nO: I'm good. How are you?\nV: How is the pier?\nO: I am not sure. It is\nlong.\nV: Thank you.\n",
            &["V", "O", "V", "O", "V"],
        ),
        (
            "| Speaker | Text |\n|---|---|\n| Ada Vane | I welcome you all. |\n| Otto Krone | Thank you, I am glad. |\n| Ada Vane | Let us begin. |\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Ada Vane | I welcome you all.\nOtto Krone | Thank you, I am glad.\nAda Vane | Let us begin.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "| Post | Holder |\n|---|---|\n| Minister of Ports | Ada Vane |\n| Minister of Fish | Otto Krone |\n| Minister of Roads | Jo Mar |\n",
            &[],
        ),
    ]);
}

#[test]
fn times_of_subtitles_stand_above_labels_and_are_not_said() {
    let text = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ada Vane>Good day. I am glad.\n\n2\n00:00:04.500 --> 00:00:08.000\nWe begin at noon.\n\n3\n00:00:08.500 --> 00:00:09.000\n<v Otto Krone>Thank you.\n\n4\n00:00:09.500 --> 00:00:10.000\n<v Ada Vane>I thank you.\n";
    check(&[(text, &["Ada Vane", "Otto Krone", "Ada Vane"])]);
    let transcript = crate::transcript::Transcript::read(text, "", &crate::transcript::EmptyRoster);
    let turn = &transcript.turns[0];
    let said: String = turn
        .passages
        .iter()
        .map(|at| transcript.passages[*at].body.of(text))
        .collect();
    assert!(said.contains("I am glad") && said.contains("We begin"));
    assert!(!said.contains("-->") && !said.contains('2'), "{said}");
    check(&[(
        "0:0:0.0 --> 0:0:4.320\nAda Vane\nHello and welcome, I'm glad that you're here.\n\n0:0:5.0 --> 0:0:8.320\nOtto Krone\nThank you for having me.\n\n0:0:9.0 --> 0:0:12.320\nAda Vane\nSo what about the pier?\n\n0:0:13.0 --> 0:0:14.320\nOtto Krone\nIt's open.\n",
        &["Ada Vane", "Otto Krone", "Ada Vane", "Otto Krone"],
    )]);
}
