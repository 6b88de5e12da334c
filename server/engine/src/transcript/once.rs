//! Documents in which nobody speaks twice: what is said tells that the names before it are labels.
//!
//! One invented document a convention; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn two_statements_make_two_turns() {
    check(&[
        (
            "Ada Vane: We begin at noon, and I thank you all for coming.\n\nOtto Krone: Thank you. My answer is short.\n",
            &["Ada Vane", "Otto Krone"],
        ),
        (
            "**Ada Vane** We begin at noon, and I thank you all for coming.\n\n**Otto Krone** Thank you. My answer is short.\n",
            &["Ada Vane", "Otto Krone"],
        ),
        (
            "Ada Vane (00:11)\nWe begin at noon, and I thank you all for coming.\n\nOtto Krone (01:12)\nThank you. My answer is short.\n",
            &["Ada Vane", "Otto Krone"],
        ),
        (
            "Ада Вейн: Мы начинаем в полдень, спасибо вам всем.\n\nОтто Кроне: Спасибо. Мой ответ короткий.\n",
            &["Ада Вейн", "Отто Кроне"],
        ),
    ]);
}

#[test]
fn an_early_colon_or_a_dash_in_speech_does_not_hide_the_dash_of_the_label() {
    check(&[(
        "Ada Vane — I know this: we begin at noon.\n\nOtto Krone — My view is another: we wait.\n\nAda Vane — Good, then we wait.\n",
        &["Ada Vane", "Otto Krone", "Ada Vane"],
    )]);
}

#[test]
fn who_asks_may_stand_in_brackets_behind_the_role() {
    check(&[(
        "Q (Ada Vane, Morning Star): When do we begin?\n\nOTTO KRONE: At noon.\n\nQ (Jo Mar, Herald): And when do we end?\n\nOTTO KRONE: At one.\n",
        &[
            "Q (Ada Vane, Morning Star)",
            "OTTO KRONE",
            "Q (Jo Mar, Herald)",
            "OTTO KRONE",
        ],
    )]);
}
