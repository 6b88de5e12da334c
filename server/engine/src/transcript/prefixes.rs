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
