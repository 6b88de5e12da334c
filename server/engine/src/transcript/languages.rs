//! Labels in 16 languages, with names and with offices, in the layouts that their houses use.

use crate::transcript::{EmptyRoster, Transcript};

/// Two people, two offices, a role, and what is said, in one language.
struct Language {
    code: &'static str,
    names: [&'static str; 2],
    offices: [&'static str; 2],
    role: &'static str,
    said: [&'static str; 5],
}

const fn language(
    code: &'static str,
    names: [&'static str; 2],
    offices: [&'static str; 2],
    role: &'static str,
    said: [&'static str; 5],
) -> Language {
    Language {
        code,
        names,
        offices,
        role,
        said,
    }
}

const LATIN: [&str; 2] = ["Ada Vane", "Otto Krone"];

const LANGUAGES: [Language; 16] = [
    language(
        "ar",
        ["آدا فين", "أوتو كرونه"],
        ["الرئيس", "الوزير"],
        "سؤال",
        [
            "نبدأ ظهرا وننتهي في الواحدة.",
            "أوافق على ما قلتم.",
            "شكرا على السؤال. هذا موضوع مهم.",
            "متى تنتهي المفاوضات؟",
            "شكرا على السؤال. هذا موضوع مهم.",
        ],
    ),
    language(
        "de",
        LATIN,
        ["Präsidentin", "Bundesminister"],
        "Frage",
        [
            "Wir beginnen um zwölf und enden um eins.",
            "Ich bin einverstanden, die Arbeit geht gut voran.",
            "Danke für die Frage. Das ist ein wichtiges Thema.",
            "Wann enden die Gespräche?",
            "Danke für die Frage. Das ist ein wichtiges Thema.",
        ],
    ),
    language(
        "el",
        ["Άντα Βέιν", "Όττο Κρόνε"],
        ["Πρόεδρος", "Υπουργός"],
        "Ερώτηση",
        [
            "Αρχίζουμε το μεσημέρι και τελειώνουμε στη μία.",
            "Συμφωνώ απόλυτα με όσα είπατε.",
            "Ευχαριστώ για την ερώτηση. Είναι σημαντικό θέμα.",
            "Τι θα κάνετε αύριο;",
            "Ευχαριστώ για την ερώτηση. Είναι σημαντικό θέμα.",
        ],
    ),
    language(
        "es",
        LATIN,
        ["Presidente", "Ministro"],
        "Pregunta",
        [
            "Empezamos a mediodía y terminamos a la una.",
            "Estoy de acuerdo, el trabajo avanza bien.",
            "Gracias por la pregunta. Es un tema importante.",
            "¿Cuándo terminan las conversaciones?",
            "Gracias por la pregunta. Es un tema importante.",
        ],
    ),
    language(
        "fr",
        LATIN,
        ["Présidente", "Ministre"],
        "Question",
        [
            "Nous commençons à midi et finissons à une heure.",
            "Je suis d’accord, le travail avance bien.",
            "Merci pour la question. C’est un sujet important.",
            "Quand finissent les négociations ?",
            "Merci pour la question. C’est un sujet important.",
        ],
    ),
    language(
        "he",
        ["עדה ויין", "אוטו קרונה"],
        ["הנשיא", "השר"],
        "שאלה",
        [
            "נתחיל בצהריים ונסיים באחת.",
            "אני מסכים עם הדברים.",
            "תודה על השאלה. זה נושא חשוב.",
            "מתי יסתיימו השיחות?",
            "תודה על השאלה. זה נושא חשוב.",
        ],
    ),
    language(
        "hi",
        ["आदा वेन", "ओटो क्रोने"],
        ["राष्ट्रपति", "मंत्री"],
        "प्रश्न",
        [
            "हम दोपहर में शुरू करेंगे और एक बजे समाप्त करेंगे।",
            "मैं सहमत हूँ। काम अच्छा चल रहा है।",
            "प्रश्न के लिए धन्यवाद। यह महत्वपूर्ण विषय है।",
            "वार्ता कब समाप्त होगी?",
            "प्रश्न के लिए धन्यवाद। यह महत्वपूर्ण विषय है।",
        ],
    ),
    language(
        "it",
        LATIN,
        ["Presidente", "Ministro"],
        "Domanda",
        [
            "Cominciamo a mezzogiorno e finiamo all’una.",
            "Sono d’accordo, il lavoro va bene.",
            "Grazie per la domanda. È un tema importante per noi.",
            "Quando finiscono i colloqui?",
            "Grazie per la domanda. È un tema importante per noi.",
        ],
    ),
    language(
        "ja",
        ["佐藤花子", "田中一郎"],
        ["大臣", "司会"],
        "記者",
        [
            "正午に始めて、一時に終わります。",
            "同意します。仕事は順調です。",
            "ご質問ありがとうございます。大切な話題です。",
            "会談はいつ終わりますか。",
            "ご質問ありがとうございます。大切な話題です。",
        ],
    ),
    language(
        "ko",
        ["김에이다", "박오토"],
        ["대통령", "장관"],
        "기자",
        [
            "정오에 시작해서 한 시에 끝납니다.",
            "동의합니다. 일이 잘 되고 있습니다.",
            "질문 감사합니다. 중요한 주제입니다.",
            "회담은 언제 끝납니까?",
            "질문 감사합니다. 중요한 주제입니다.",
        ],
    ),
    language(
        "pl",
        LATIN,
        ["Marszałek", "Minister"],
        "Pytanie",
        [
            "Zaczynamy w południe i kończymy o pierwszej.",
            "Zgadzam się, praca idzie dobrze.",
            "Dziękuję za pytanie. To ważny temat.",
            "Kiedy skończą się rozmowy?",
            "Dziękuję za pytanie. To ważny temat.",
        ],
    ),
    language(
        "pt",
        LATIN,
        ["Presidente", "Ministro"],
        "Pergunta",
        [
            "Começamos ao meio-dia e terminamos à uma.",
            "Eu concordo, o trabalho vai bem.",
            "Obrigado pela pergunta. É um tema importante para nós.",
            "Quando terminam as conversações?",
            "Obrigado pela pergunta. É um tema importante para nós.",
        ],
    ),
    language(
        "ru",
        ["Ада Вейн", "Отто Кроне"],
        ["Президент", "Министр обороны"],
        "Вопрос",
        [
            "Мы начинаем в полдень и закончим в час.",
            "Я согласен, работа идёт хорошо, и мы довольны.",
            "Спасибо за вопрос. Это важная тема для всех нас.",
            "Добрый день, уважаемые коллеги!",
            "Как вы оцениваете результаты переговоров?",
        ],
    ),
    language(
        "tr",
        LATIN,
        ["Cumhurbaşkanı", "Bakan"],
        "Soru",
        [
            "Öğlen başlıyoruz ve saat birde bitiriyoruz.",
            "Katılıyorum, iş iyi gidiyor.",
            "Soru için teşekkürler. Bu önemli bir konu.",
            "Görüşmeler ne zaman bitecek?",
            "Soru için teşekkürler. Bu önemli bir konu.",
        ],
    ),
    language(
        "uk",
        ["Ада Вейн", "Отто Кроне"],
        ["Президент", "Міністр"],
        "Запитання",
        [
            "Ми починаємо опівдні й закінчимо о першій.",
            "Я згоден, робота йде добре.",
            "Дякую за запитання. Це важлива тема.",
            "Як ви оцінюєте переговори?",
            "Дякую за запитання. Це важлива тема.",
        ],
    ),
    language(
        "zh",
        ["艾达·凡", "奥托·克罗内"],
        ["主席", "部长"],
        "记者",
        [
            "我们今天中午开始，一点结束。",
            "我同意，工作进展顺利。",
            "谢谢你的问题。这是一个重要的话题。",
            "会谈什么时候结束？",
            "谢谢你的问题。这是一个重要的话题。",
        ],
    ),
];

/// What stands before a label and behind it.
const LAYOUTS: [(&str, &str); 7] = [
    ("", ": "),
    ("", " : "),
    ("", ":\n"),
    ("**", ":** "),
    ("### ", ":\n"),
    ("[00:01:02] ", ": "),
    ("— ", ": "),
];

#[test]
fn labels_are_found_in_every_language_and_layout() {
    for language in &LANGUAGES {
        let [one, other] = language.names;
        let offices = language.offices.map(|office| format!("{office} {one}"));
        let upper = language.names.map(str::to_uppercase);
        let casts = [
            [one.to_owned(), other.to_owned()],
            [offices[0].clone(), language.role.to_owned()],
            [offices[1].clone(), other.to_owned()],
            upper,
        ];
        for cast in &casts {
            for (before, behind) in LAYOUTS {
                let mut text = String::new();
                for turn in 0..8 {
                    let said = language.said[turn * 3 % 5];
                    text.extend([before, &cast[turn % 2], behind, said, "\n\n"]);
                }
                let transcript = Transcript::read(&text, "", &EmptyRoster);
                let turns = transcript.turns.iter();
                let found: Vec<&str> = turns.map(|turn| turn.label.span.of(&text)).collect();
                let wanted: Vec<&str> = (0..8).map(|turn| cast[turn % 2].as_str()).collect();
                assert_eq!(found, wanted, "{}\n{text}", language.code);
            }
        }
    }
}
