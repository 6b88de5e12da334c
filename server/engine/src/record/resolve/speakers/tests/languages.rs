//! Offices, articles and initials in other languages and scripts, and parties beside names.

use super::{cast, cast_on};

#[test]
fn an_office_alone_is_its_holder_in_other_languages_too() {
    for (text, first) in [
        (
            "Conférence de presse du Président de la République française\n\nLE PRESIDENT – Je vous remercie d’être \
             venus.\n\nJOURNALISTE – Quand viendra la route ?\n\nLE PRESIDENT – Cette année.\n\nJOURNALISTE – Merci.\n",
            "LE PRESIDENT = Emmanuel Macron",
        ),
        (
            "Пресс-конференция Президента\n\nПрезидент России: Добрый день, я рад.\n\nВопрос: Когда будет \
             дорога?\n\nПрезидент России: В этом году.\n\nВопрос: Спасибо.\n",
            "Президент России = Vladimir Putin",
        ),
        (
            "BUNDESKANZLER SCHOLZ: Meine Damen und Herren, ich freue mich.\n\nFRAGE: Wann kommt die Straße?\n\n\
             BUNDESKANZLER SCHOLZ: In diesem Jahr.\n\nFRAGE: Danke.\n",
            "BUNDESKANZLER SCHOLZ = Olaf Scholz",
        ),
    ] {
        let cast = cast_on("2022-03-15", text);
        assert_eq!(cast.first().map(String::as_str), Some(first), "{cast:?}");
    }
}

#[test]
fn who_presides_over_an_assembly_is_no_head_of_state() {
    let text = "Assemblée nationale\n\nM. le président. La séance est ouverte.\n\nM. Jean Vanne. Je vous remercie.\n\n\
                M. le président. La parole est à Mme Berge.\n\nMme Berge. Je serai brève.\n\nM. le président. Merci.\n";
    let cast = cast_on("2022-03-15", text);
    assert!(cast.contains(&"M. le président = ?".to_owned()), "{cast:?}");
}

#[test]
fn initials_tell_bearers_of_a_family_name_apart() {
    let text = "В.Путин: Добрый день.\n\nS. Lavrov: Good day.\n\nВ.Путин: Я рад.\n\nQ. Lavrov: So am I, I think.\n\n\
                S. Lavrov: Thank you.\n\nQ. Lavrov: Thank you.\n";
    let cast = cast_on("2022-03-15", text);
    for line in ["В.Путин = Vladimir Putin", "S. Lavrov = Sergey Lavrov"] {
        assert!(cast.contains(&line.to_owned()), "{cast:?}");
    }
    let other = cast.iter().find(|line| line.starts_with("Q. Lavrov"));
    assert!(
        other.is_some_and(|line| !line.contains("Sergey")),
        "{cast:?}"
    );
}

#[test]
fn a_party_in_brackets_is_no_part_of_the_name_before_a_place() {
    let text = "LIND: We begin with the port, as you know.\n\nMAYOR EVA HOLM (I), STRELSAU: We shut it, I am afraid.\n\n\
                LIND: Thank you.\n\nMAYOR EVA HOLM (I), STRELSAU: Thank you.\n";
    let cast = cast_on("2020-03-15", text);
    let mayor = "MAYOR EVA HOLM (I), STRELSAU = EVA HOLM".to_owned();
    assert!(cast.contains(&mayor), "{cast:?}");
}

#[test]
fn titles_and_offices_of_other_languages_are_no_part_of_a_name() {
    assert_eq!(
        cast(
            "Präsidentin Hedda Krone: Ich rufe den ersten Punkt auf.\n\n\
             Dr. Anna Berg (ABC): Vielen Dank, Frau Präsidentin. Ich bin dagegen.\n\n\
             Präsidentin Hedda Krone: Vielen Dank.\n"
        ),
        [
            "Präsidentin Hedda Krone = Hedda Krone",
            "Dr. Anna Berg (ABC) = Anna Berg",
        ]
    );
    assert_eq!(
        cast(
            "Mme Ada Vane. Je vous remercie. Je parle du port.\n\n\
             M. Otto Krone. Je suis d’accord avec vous.\n\n\
             Mme Ada Vane. Merci.\n"
        ),
        ["Mme Ada Vane = Ada Vane", "M. Otto Krone = Otto Krone"]
    );
    assert_eq!(
        cast(
            "外交部发言人：我们已经注意到有关报道。谢谢。\n\n山河社记者：费用是多少？\n\n外交部发言人：我没有数字。\n"
        ),
        ["外交部发言人 = 外交部发言人", "山河社记者 = -"]
    );
}

#[test]
fn offices_roles_and_parties_beside_a_name_are_none_of_it() {
    for (text, wanted) in [
        (
            "○의장 김민수  회의를 시작하겠습니다. 감사합니다.\n\n○박하늘 의원  저는 항구에 대해 묻고 싶습니다.\n\n\
             ○항만부장관 이바다  올해 개항할 예정입니다. 감사합니다.\n\n○박하늘 의원  감사합니다.\n",
            &[
                "의장 김민수 = 김민수",
                "박하늘 의원 = 박하늘",
                "항만부장관 이바다 = 이바다",
            ][..],
        ),
        (
            "StS Krone: Guten Tag auch von mir. Ich freue mich.\n\nFrage Lind: Herr Krone, wann tritt sie in Kraft?\n\nStS Krone: Am 1. Mai.\n",
            &["StS Krone = Krone", "Frage Lind = Lind"],
        ),
        (
            "O SR. PRESIDENTE (Otto Krone. PSD/SP) – Declaro aberta a sessão.\n\nO SR. JOÃO BERG (PSDB – MG) – Obrigado, Sr. Presidente.\n\n\
             O SR. PRESIDENTE (Otto Krone. PSD/SP) – Obrigado, Deputado.\n",
            &[
                "O SR. PRESIDENTE (Otto Krone. PSD/SP) = Otto Krone",
                "O SR. JOÃO BERG (PSDB – MG) = JOÃO BERG",
            ],
        ),
        (
            "Berg Anna (S, ZH): Herr Präsident, ich danke Ihnen. Ich spreche über die Häfen.\n\n\
             Lind Jan (V, BE), für die Kommission: Ich danke Ihnen. Wir haben lange beraten.\n\nBerg Anna (S, ZH): Ich danke Ihnen.\n",
            &[
                "Berg Anna (S, ZH) = Berg Anna",
                "Lind Jan (V, BE), für die Kommission = Lind Jan",
            ],
        ),
        (
            "Ministr dopravy ČR Petr Holm: Děkuji za slovo. Otevřeme ho v květnu.\n\nPoslanec Otto Lind: Děkuji. Chci se zeptat.\n\n\
             Ministr dopravy ČR Petr Holm: Děkuji.\n",
            &[
                "Ministr dopravy ČR Petr Holm = Petr Holm",
                "Poslanec Otto Lind = Otto Lind",
            ],
        ),
        (
            "ΠΡΟΕΔΡΕΥΩΝ (Όθων Κρόνε): Αρχίζει η συνεδρίαση.\n\nΑΝΝΑ ΜΠΕΡΓΚ: Ευχαριστώ, κύριε Πρόεδρε. Θέλω να μιλήσω.\n\n\
             ΠΡΟΕΔΡΕΥΩΝ (Όθων Κρόνε): Ευχαριστούμε.\n",
            &[
                "ΠΡΟΕΔΡΕΥΩΝ (Όθων Κρόνε) = Όθων Κρόνε",
                "ΑΝΝΑ ΜΠΕΡΓΚ = ΑΝΝΑ ΜΠΕΡΓΚ",
            ],
        ),
    ] {
        assert_eq!(cast(text), wanted, "{text}");
    }
}

#[test]
fn an_office_told_at_length_is_meant_in_short_after() {
    assert_eq!(
        cast_on(
            "2022-03-15",
            "PRESIDENTE DEL GOBIERNO: Buenas tardes. Gracias por venir.\n\n\
             PERIODISTA: Señor presidente, ¿cuándo abre el puerto?\n\n\
             PRESIDENTE: En mayo, creo. Gracias.\n"
        ),
        [
            "PRESIDENTE DEL GOBIERNO = Pedro Sánchez",
            "PERIODISTA = -",
            "PRESIDENTE = Pedro Sánchez",
        ]
    );
}
