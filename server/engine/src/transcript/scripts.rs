//! Labels in other scripts and languages, and the marks their typesetters use.
//!
//! One invented document a convention; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;
use crate::transcript::{EmptyRoster, Transcript};

#[test]
fn a_full_width_colon_closes_a_label() {
    check(&[
        (
            "艾达·凡：我们今天讨论港口。\n\n奥托·克罗内：我同意。\n\n艾达·凡：谢谢大家。\n",
            &["艾达·凡", "奥托·克罗内", "艾达·凡"],
        ),
        (
            "主持人：欢迎大家。\n\n记者：港口什么时候开放？\n\n主持人：明年春天。\n",
            &["主持人", "记者", "主持人"],
        ),
        (
            "### 艾达：\n我们开始。\n\n### 奥托：\n好的。\n\n### 艾达：\n谢谢。\n",
            &["艾达", "奥托", "艾达"],
        ),
        (
            "Ada Vane： We begin at noon.\n\nOtto Krone： So we do.\n\nAda Vane： Good.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
    ]);
}

#[test]
fn labels_are_read_in_any_script() {
    check(&[
        (
            "Ада Вейн: Начинаем в полдень.\n\nОтто Кроне: Согласен.\n\nАда Вейн: Хорошо.\n",
            &["Ада Вейн", "Отто Кроне", "Ада Вейн"],
        ),
        (
            "А.Вейн: Начинаем в полдень.\n\nВопрос: Когда закончим?\n\nА.Вейн: В час.\n\nВопрос: Спасибо.\n",
            &["А.Вейн", "Вопрос", "А.Вейн", "Вопрос"],
        ),
        (
            "Άντα Βέιν: Αρχίζουμε το μεσημέρι.\n\nΌττο Κρόνε: Συμφωνώ.\n\nΆντα Βέιν: Ωραία.\n",
            &["Άντα Βέιν", "Όττο Κρόνε", "Άντα Βέιν"],
        ),
        (
            "آدا فين: نبدأ ظهرا.\n\nأوتو كرونه: أوافق.\n\nآدا فين: حسنا.\n",
            &["آدا فين", "أوتو كرونه", "آدا فين"],
        ),
        (
            "עדה ויין: נתחיל בצהריים.\n\nאוטו קרונה: מסכים.\n\nעדה ויין: יפה.\n",
            &["עדה ויין", "אוטו קרונה", "עדה ויין"],
        ),
        (
            "김에이다: 정오에 시작합니다.\n\n박오토: 동의합니다.\n\n김에이다: 좋습니다.\n",
            &["김에이다", "박오토", "김에이다"],
        ),
        (
            "アダ大臣：正午に始めます。\n\n記者：いつ終わりますか。\n\nアダ大臣：一時です。\n",
            &["アダ大臣", "記者", "アダ大臣"],
        ),
    ]);
}

#[test]
fn capital_labels_of_other_languages_are_read() {
    check(&[
        (
            "PREDSEDNIK OTO KRONE: Začnemo opoldne.\n\nADA VEJN: Strinjam se.\n\nPREDSEDNIK OTO KRONE: Hvala lepa.\n",
            &["PREDSEDNIK OTO KRONE", "ADA VEJN", "PREDSEDNIK OTO KRONE"],
        ),
        (
            "MAG. ADA VEJN: Začnemo opoldne.\n\nDR. ŽIGA ŠKORJANEC: Strinjam se.\n\nMAG. ADA VEJN: Hvala lepa.\n",
            &["MAG. ADA VEJN", "DR. ŽIGA ŠKORJANEC", "MAG. ADA VEJN"],
        ),
        (
            "ΠΡΟΕΔΡΟΣ: Αρχίζουμε το μεσημέρι.\n\nΆΝΤΑ ΒΕΪΝ: Συμφωνώ.\n\nΠΡΟΕΔΡΟΣ: Ωραία.\n",
            &["ΠΡΟΕΔΡΟΣ", "ΆΝΤΑ ΒΕΪΝ", "ΠΡΟΕΔΡΟΣ"],
        ),
        (
            "ПРЕДСЕДАТЕЛЬ: Начинаем в полдень.\n\nВЕЙН А. Б.: Согласна.\n\nПРЕДСЕДАТЕЛЬ: Хорошо.\n",
            &["ПРЕДСЕДАТЕЛЬ", "ВЕЙН А. Б.", "ПРЕДСЕДАТЕЛЬ"],
        ),
        (
            "PRÄSIDENTIN VANE: Wir beginnen um zwölf.\n\nHERR KRONE: So ist es.\n\nPRÄSIDENTIN VANE: Danke.\n",
            &["PRÄSIDENTIN VANE", "HERR KRONE", "PRÄSIDENTIN VANE"],
        ),
        (
            "Präsidentin Ada Vane: Wir beginnen um zwölf.\n\nOtto Krone (XYZ): So ist es.\n\nPräsidentin Ada Vane: Danke.\n",
            &[
                "Präsidentin Ada Vane",
                "Otto Krone (XYZ)",
                "Präsidentin Ada Vane",
            ],
        ),
        (
            "M. Otto Krone : Nous commençons à midi.\n\nMme Ada Vane : En effet.\n\nM. Otto Krone : Merci.\n",
            &["M. Otto Krone", "Mme Ada Vane", "M. Otto Krone"],
        ),
        (
            "El señor PRESIDENTE: Empezamos a mediodía.\n\nLa señora VANE: Así es.\n\nEl señor PRESIDENTE: Gracias.\n\nLa señora VANE: A usted.\n",
            &[
                "El señor PRESIDENTE",
                "La señora VANE",
                "El señor PRESIDENTE",
                "La señora VANE",
            ],
        ),
        (
            "Marszałek: Zaczynamy w południe.\n\nPoseł Otto Krone: Tak jest.\n\nMarszałek: Dziękuję.\n",
            &["Marszałek", "Poseł Otto Krone", "Marszałek"],
        ),
    ]);
}

#[test]
fn no_break_spaces_pad_labels_and_join_their_words() {
    check(&[
        (
            "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}PRESIDENT VANE:\u{a0} We begin at noon.\n\n\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}Q\u{a0}\u{a0}\u{a0} When do we end?\n\n\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}PRESIDENT VANE:\u{a0} At one.\n",
            &["PRESIDENT VANE", "Q", "PRESIDENT VANE"],
        ),
        (
            "President of\u{a0}Ruritania Ada\u{a0}Vane:\u{a0}We begin at noon.\n\nOtto\u{a0}Krone:\u{a0}So we do.\n\nAda\u{a0}Vane:\u{a0}Good.\n",
            &[
                "President of\u{a0}Ruritania Ada\u{a0}Vane",
                "Otto\u{a0}Krone",
                "Ada\u{a0}Vane",
            ],
        ),
        (
            "MS.\u{a0}VANE: We begin at noon.\n\nQ\u{a0}When do we end?\n\nMS.\u{a0}VANE: At one.\n\nQ\u{a0}Thank you.\n",
            &["MS.\u{a0}VANE", "Q", "MS.\u{a0}VANE", "Q"],
        ),
    ]);
}

#[test]
fn offices_and_roles_of_one_word_are_labels_in_brackets_too() {
    check(&[
        (
            "（記者）港はいつ開きますか。\n\n（大臣）今年中に開く予定です。\n\n（記者）ありがとうございます。\n\n（大臣）以上です。\n",
            &["記者", "大臣", "記者", "大臣"],
        ),
        (
            "山河社记者：请问港口什么时候开放？\n\n外交部发言人：港口将于今年开放。谢谢。\n\n山河社记者：费用是多少？\n\n外交部发言人：我没有数字。\n",
            &["山河社记者", "外交部发言人", "山河社记者", "外交部发言人"],
        ),
        (
            "大臣：港は今年中に開く予定です。\n（笑）本当です。\n\n記者：ありがとうございます。\n\n大臣：以上です。\n",
            &["大臣", "記者", "大臣"],
        ),
    ]);
}

#[test]
fn records_of_sittings_set_a_sign_before_office_and_name() {
    check(&[
        (
            "○山河委員長 これより会議を開きます。\n\n○林木委員 ありがとうございます。港の件について質問いたします。\n\n\
             ○石橋国務大臣 お答えいたします。港は今年中に開く予定でございます。\n\n○林木委員 ありがとうございます。\n",
            &["山河委員長", "林木委員", "石橋国務大臣", "林木委員"],
        ),
        (
            "○의장 김민수  의석을 정돈해 주시기 바랍니다. 회의를 시작하겠습니다.\n\n○박하늘 의원  저는 항구에 대해 묻고 싶습니다.\n\n\
             ○항만부장관 이바다  올해 개항할 예정입니다. 감사합니다.\n\n○의장 김민수  감사합니다.\n",
            &[
                "의장 김민수",
                "박하늘 의원",
                "항만부장관 이바다",
                "의장 김민수",
            ],
        ),
    ]);
}

#[test]
fn a_family_name_with_initials_may_stand_alone_on_its_line() {
    check(&[(
        "ГОЛОВУЮЧИЙ. Добрий день, шановні колеги. Прошу сідати.\n\n10:02:15\n\nКРОНЕ О.П.\n\nДякую, пане головуючий. Я хочу сказати про порти.\n\n\
         10:04:01\n\nГОЛОВУЮЧИЙ. Дякую. Прошу.\n\n10:04:20\n\nВЕЙН А.С.\n\nШановні колеги! Я підтримую порти.\n\nГОЛОВУЮЧИЙ. Дякую.\n",
        &[
            "ГОЛОВУЮЧИЙ",
            "КРОНЕ О.П.",
            "ГОЛОВУЮЧИЙ",
            "ВЕЙН А.С.",
            "ГОЛОВУЮЧИЙ",
        ],
    )]);
}

#[test]
fn initials_may_be_glued_to_a_name() {
    check(&[(
        "В.Эльфберг: Анна Сергеевна, как идут дела в портах?\n\nА.Вейнова: Спасибо. Мы открыли два порта.\n",
        &["В.Эльфберг", "А.Вейнова"],
    )]);
}

#[test]
fn lists_of_those_present_and_headings_of_items_are_no_turns_in_scripts_without_blanks() {
    let text = "會議過程正式紀錄\n\n2012年11月21日\n\n出席議員：\n\n山河議員\n\n林木議員, J.P.\n\n缺席議員：\n\n石橋議員\n\n\
                主席：質詢。第一項質詢。\n\n\n港口的影響\n\n1.\n林木議員：主席，我想問港口何時開放，政府可否告知本會？\n\n\
                港務局局長：主席，港口今年開放。\n\n資料來源：港務局。\n\n主席：多謝局長。\n";
    check(&[(text, &["主席", "林木議員", "港務局局長", "主席"])]);
    let transcript = Transcript::read(text, "", &EmptyRoster);
    assert!(
        transcript.turns[0]
            .speech
            .is_some_and(|span| !span.of(text).contains("影響"))
    );
}
