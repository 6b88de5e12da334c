//! Labels set off without a mark of punctuation: by bold, brackets, a voice, a tab, a line of their own.
//!
//! One invented document a convention; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn a_decoration_alone_may_close_a_label() {
    check(&[
        (
            "**Ada Vane** We begin at noon, when the bell has rung.\n\n**Otto Krone** So we do, and I am glad of it.\n\n**Ada Vane** Good. Then let us start with the harbour.\n\n**Otto Krone** After you; I have waited long for this.\n\n**Ada Vane** Thank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "**Ada Vane.** We begin at noon, when the bell has rung.\n\n**Otto Krone.** So we do, and I am glad of it.\n\n**Ada Vane.** Good. Then let us start with the harbour.\n\n**Otto Krone.** After you; I have waited long for this.\n\n**Ada Vane.** Thank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "**Ada Vane** — We begin at noon, when the bell has rung.\n\n**Otto Krone** — So we do, and I am glad of it.\n\n**Ada Vane** — Good. Then let us start with the harbour.\n\n**Otto Krone** — After you; I have waited long for this.\n\n**Ada Vane** — Thank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "[Ada Vane] We begin at noon, when the bell has rung.\n\n[Otto Krone] So we do, and I am glad of it.\n\n[Ada Vane] Good. Then let us start with the harbour.\n\n[Otto Krone] After you; I have waited long for this.\n\n[Ada Vane] Thank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "[Ada Vane:] We begin at noon, when the bell has rung.\n\n[Otto Krone:] So we do, and I am glad of it.\n\n[Ada Vane:] Good. Then let us start with the harbour.\n\n[Otto Krone:] After you; I have waited long for this.\n\n[Ada Vane:] Thank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "[Ada Vane]\nWe begin at noon, when the bell has rung.\n\n[Otto Krone]\nSo we do, and I am glad of it.\n\n[Ada Vane]\nGood. Then let us start with the harbour.\n\n[Otto Krone]\nAfter you; I have waited long for this.\n\n[Ada Vane]\nThank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "<v Ada Vane>We begin at noon, when the bell has rung.\n\n<v Otto Krone>So we do, and I am glad of it.\n\n<v Ada Vane>Good. Then let us start with the harbour.\n\n<v Otto Krone>After you; I have waited long for this.\n\n<v Ada Vane>Thank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "<Ada Vane> We begin at noon, when the bell has rung.\n\n<Otto Krone> So we do, and I am glad of it.\n\n<Ada Vane> Good. Then let us start with the harbour.\n\n<Otto Krone> After you; I have waited long for this.\n\n<Ada Vane> Thank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "**VANE** We begin at noon, when the bell has rung.\n\n**KRONE** So we do, and I am glad of it.\n\n**VANE** Good. Then let us start with the harbour.\n\n**KRONE** After you; I have waited long for this.\n\n**VANE** Thank you all for coming here.\n",
            &["VANE", "KRONE", "VANE", "KRONE", "VANE"],
        ),
    ]);
}

#[test]
fn speech_may_stand_in_a_column_of_its_own() {
    check(&[
        (
            "Ada Vane\tWe begin at noon, when the bell has rung.\n\nOtto Krone\tSo we do, and I am glad of it.\n\nAda Vane\tGood. Then let us start with the harbour.\n\nOtto Krone\tAfter you; I have waited long for this.\n\nAda Vane\tThank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "VANE\tWe begin at noon, when the bell has rung.\nKRONE\tSo we do, and I am glad of it.\nVANE\tGood. Then let us start with the harbour.\nKRONE\tAfter you; I have waited long for this.\nVANE\tThank you all for coming here.\n",
            &["VANE", "KRONE", "VANE", "KRONE", "VANE"],
        ),
        (
            "○凡議長　それでは始めます。\n○黒根大臣　ありがとうございます。\n○凡議長　お願いします。\n○黒根大臣　港の話です。\n",
            &["凡議長", "黒根大臣", "凡議長", "黒根大臣"],
        ),
    ]);
}

#[test]
fn a_full_stop_and_a_dash_close_a_label() {
    check(&[
        (
            "Mr. Vane. – We begin at noon, when the bell has rung.\n\nMs. Krone. – So we do, and I am glad of it.\n\nMr. Vane. – Good. Then let us start with the harbour.\n\nMs. Krone. – After you; I have waited long for this.\n\nMr. Vane. – Thank you all for coming here.\n",
            &["Mr. Vane", "Ms. Krone", "Mr. Vane", "Ms. Krone", "Mr. Vane"],
        ),
        (
            "Ada Vane (XYZ). – We begin at noon, when the bell has rung.\n\nOtto Krone (ABC). – So we do, and I am glad of it.\n\nAda Vane (XYZ). – Good. Then let us start with the harbour.\n\nOtto Krone (ABC). – After you; I have waited long for this.\n\nAda Vane (XYZ). – Thank you all for coming here.\n",
            &[
                "Ada Vane (XYZ)",
                "Otto Krone (ABC)",
                "Ada Vane (XYZ)",
                "Otto Krone (ABC)",
                "Ada Vane (XYZ)",
            ],
        ),
        (
            "VANE. – We begin at noon, when the bell has rung.\n\nKRONE. – So we do, and I am glad of it.\n\nVANE. – Good. Then let us start with the harbour.\n\nKRONE. – After you; I have waited long for this.\n\nVANE. – Thank you all for coming here.\n",
            &["VANE", "KRONE", "VANE", "KRONE", "VANE"],
        ),
        (
            "Ada VANE. – We begin at noon, when the bell has rung.\n\nOtto KRONE. – So we do, and I am glad of it.\n\nAda VANE. – Good. Then let us start with the harbour.\n\nOtto KRONE. – After you; I have waited long for this.\n\nAda VANE. – Thank you all for coming here.\n",
            &[
                "Ada VANE",
                "Otto KRONE",
                "Ada VANE",
                "Otto KRONE",
                "Ada VANE",
            ],
        ),
        (
            "M. Ada Vane.–We begin at noon, when the bell has rung.\n\nMme Krone.–So we do, and I am glad of it.\n\nM. Ada Vane.–Good. Then let us start with the harbour.\n\nMme Krone.–After you; I have waited long for this.\n\nM. Ada Vane.–Thank you all for coming here.\n",
            &[
                "M. Ada Vane",
                "Mme Krone",
                "M. Ada Vane",
                "Mme Krone",
                "M. Ada Vane",
            ],
        ),
    ]);
}

#[test]
fn names_alone_on_their_lines_are_labels_where_they_come_back_and_speak() {
    check(&[
        (
            "Ada Vane\n\nWe begin at noon, when the bell has rung.\n\nOtto Krone\n\nSo we do, and I am glad of it.\n\nAda Vane\n\nGood. Then let us start with the harbour.\n\nOtto Krone\n\nAfter you; I have waited long for this.\n\nAda Vane\n\nThank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "Ada Vane\nWe begin at noon, when the bell has rung.\n\nOtto Krone\nSo we do, and I am glad of it.\n\nAda Vane\nGood. Then let us start with the harbour.\n\nOtto Krone\nAfter you; I have waited long for this.\n\nAda Vane\nThank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "Ada Vane\n----------\nWe begin at noon, when the bell has rung.\n\nOtto Krone\n----------\nSo we do, and I am glad of it.\n\nAda Vane\n----------\nGood. Then let us start with the harbour.\n\nOtto Krone\n----------\nAfter you; I have waited long for this.\n\nAda Vane\n----------\nThank you all for coming here.\n",
            &[
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
                "Otto Krone",
                "Ada Vane",
            ],
        ),
        (
            "VANE\n\nWe begin at noon, when the bell has rung.\n\nKRONE\n\nSo we do, and I am glad of it.\n\nVANE\n\nGood. Then let us start with the harbour.\n\nKRONE\n\nAfter you; I have waited long for this.\n\nVANE\n\nThank you all for coming here.\n",
            &["VANE", "KRONE", "VANE", "KRONE", "VANE"],
        ),
        (
            "### Ada\n\nWe begin at noon, when the bell has rung.\n\n### Otto\n\nSo we do, and I am glad of it.\n\n### Ada\n\nGood. Then let us start with the harbour.\n\n### Otto\n\nAfter you; I have waited long for this.\n\n### Ada\n\nThank you all for coming here.\n",
            &["Ada", "Otto", "Ada", "Otto", "Ada"],
        ),
    ]);
}

#[test]
fn parts_of_a_document_may_print_their_labels_in_different_ways() {
    check(&[(
        "Ada Vane: We begin at noon.\n\nOtto Krone: I thank you.\n\nAda Vane: I thank you too.\n\nPart two\n\nPia Holm — We go on by the lake.\n\nJo Mar — I am glad of it.\n\nPia Holm — So are we all.\n\nJo Mar — I thank you.\n",
        &[
            "Ada Vane",
            "Otto Krone",
            "Ada Vane",
            "Pia Holm",
            "Jo Mar",
            "Pia Holm",
            "Jo Mar",
        ],
    )]);
}
