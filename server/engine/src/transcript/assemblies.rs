//! The labels of assemblies that do not sit in English: chairs that are no heads of state, parties, numbers of speeches.
//!
//! One invented document a house; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn romance_houses() {
    check(&[
        (
            "M. le président. La parole est à Mme Ada Vane.\n\nMme Ada Vane. Monsieur le président, mes chers collègues, nous voici réunis pour le port.\n\n(Applaudissements sur les bancs du groupe GDR.)\n\nM. Otto Krone, rapporteur. Défavorable.\n\nMme Ada Vane, ministre des ports. Même avis : nous ne pouvons pas accepter cet amendement.\n\nM. le président. Je mets aux voix l'amendement n° 12.\n\nM. Otto Krone. Je vous remercie.\n",
            &[
                "M. le président",
                "Mme Ada Vane",
                "M. Otto Krone, rapporteur",
                "Mme Ada Vane, ministre des ports",
                "M. le président",
                "M. Otto Krone",
            ],
        ),
        (
            "PRESIDENTE. Ha facoltà di parlare la deputata Vane.\n\nADA VANE. Grazie, signor Presidente. Noi siamo contrari.\n\nOTTO KRONE, Ministro dei Porti. Signor Presidente, ringrazio la collega.\n\nPRESIDENTE. Grazie a lei.\n\nADA VANE (PD). Signor Presidente, chiedo di parlare.\n",
            &[
                "PRESIDENTE",
                "ADA VANE",
                "OTTO KRONE, Ministro dei Porti",
                "PRESIDENTE",
                "ADA VANE (PD)",
            ],
        ),
        (
            "El señor PRESIDENTE: Buenos días. Se abre la sesión.\n\nLa señora VANE CASTRO: Gracias, señor presidente. Nosotros votaremos en contra.\n\nEl señor MINISTRO DE PUERTOS (Krone Ruiz): Señorías, les agradezco su atención.\n\nEl señor PRESIDENTE: Muchas gracias, señor ministro.\n\nLa señora VANE CASTRO: No es verdad.\n",
            &[
                "El señor PRESIDENTE",
                "La señora VANE CASTRO",
                "El señor MINISTRO DE PUERTOS (Krone Ruiz)",
                "El señor PRESIDENTE",
                "La señora VANE CASTRO",
            ],
        ),
        (
            "O Sr. Presidente: — Tem a palavra a Sr.ª Deputada Ada Vane.\n\nA Sr.ª Ada Vane (PS): — Sr. Presidente, Srs. Deputados, agradeço a palavra.\n\nO Sr. Otto Krone (PSD): — Sr. Presidente, não concordamos.\n\nAplausos do PSD.\n\nO Sr. Presidente: — Muito obrigado.\n",
            &[
                "O Sr. Presidente",
                "A Sr.ª Ada Vane (PS)",
                "O Sr. Otto Krone (PSD)",
                "O Sr. Presidente",
            ],
        ),
        (
            "O SR. PRESIDENTE (Otto Krone. PT - SP) - Declaro aberta a sessão.\n\nA SRA. ADA VANE (PSOL - RJ. Sem revisão da oradora.) - Sr. Presidente, agradeço a palavra.\n\nO SR. PRESIDENTE (Otto Krone. PT - SP) - Obrigado, Deputada.\n\nO SR. JO MAR (PL - MG) - Sr. Presidente, eu não concordo.\n\nO SR. PRESIDENTE (Otto Krone. PT - SP) - Tem a palavra a Deputada.\n",
            &[
                "O SR. PRESIDENTE (Otto Krone. PT - SP)",
                "A SRA. ADA VANE (PSOL - RJ. Sem revisão da oradora.)",
                "O SR. PRESIDENTE (Otto Krone. PT - SP)",
                "O SR. JO MAR (PL - MG)",
                "O SR. PRESIDENTE (Otto Krone. PT - SP)",
            ],
        ),
    ]);
}

#[test]
fn germanic_houses() {
    check(&[
        (
            "Vizepräsidentin Ada Vane:\nDanke schön. – Nächster Redner ist für die Fraktion der SPD der Kollege Otto Krone.\n\n(Beifall bei der SPD)\n\nOtto Krone (SPD):\nFrau Präsidentin! Liebe Kolleginnen und Kollegen! Wir öffnen den Hafen.\n\nPia Holm, Bundesministerin für Häfen:\nHerr Kollege, das sehen wir anders.\n\nVizepräsidentin Ada Vane:\nVielen Dank.\n",
            &[
                "Vizepräsidentin Ada Vane",
                "Otto Krone (SPD)",
                "Pia Holm, Bundesministerin für Häfen",
                "Vizepräsidentin Ada Vane",
            ],
        ),
        (
            "StS Krone: Guten Tag, meine Damen und Herren!\n\nFrage: Herr Krone, ist der Hafen offen?\n\nStS Krone: Ja, das kann ich bestätigen.\n\nZusatzfrage: Und die Schiffe?\n\nVorsitzende Vane: Wir kommen zur nächsten Frage.\n\nSRS'in Holm: Ich habe dem nichts hinzuzufügen.\n",
            &[
                "StS Krone",
                "Frage",
                "StS Krone",
                "Zusatzfrage",
                "Vorsitzende Vane",
                "SRS'in Holm",
            ],
        ),
        (
            "De voorzitter:\nIk geef het woord aan mevrouw Vane.\n\nMevrouw Vane (D66):\nVoorzitter, dank u wel. Wij willen de haven openen.\n\nMinister Krone:\nVoorzitter, ik dank mevrouw Vane voor haar vraag.\n\nDe voorzitter:\nDank u wel.\n",
            &[
                "De voorzitter",
                "Mevrouw Vane (D66)",
                "Minister Krone",
                "De voorzitter",
            ],
        ),
        (
            "Anf. 1 ADA VANE (S):\n\nFru talman! Jag vill tacka ministern för svaret.\n\nAnf. 2 Statsrådet OTTO KRONE (M):\n\nFru talman! Hamnen är öppen.\n\nAnf. 3 ADA VANE (S):\n\nFru talman! Det är den inte.\n\nAnf. 4 Statsrådet OTTO KRONE (M):\n\nVi får se.\n",
            &[
                "ADA VANE (S)",
                "Statsrådet OTTO KRONE (M)",
                "ADA VANE (S)",
                "Statsrådet OTTO KRONE (M)",
            ],
        ),
        (
            "Ada Vane (A) [10:02:11]: Jeg takker statsråden for svaret.\n\nStatsråd Otto Krone [10:03:45]: Jeg viser til mitt svar.\n\nPresidenten: Da er debatten avsluttet.\n\nAda Vane (A) [10:05:02]: Vi er ikke enige.\n",
            &[
                "Ada Vane (A)",
                "Statsråd Otto Krone",
                "Presidenten",
                "Ada Vane (A)",
            ],
        ),
        (
            "President. – The next item is the debate on ports.\n\nAda Vane (PPE). – (FR) Madam President, I should like to thank the rapporteur.\n\nOtto Krone, on behalf of the S&D Group. – Mr President, we agree with this.\n\nJo Mar, Member of the Commission. – Madam President, honourable Members, the Commission agrees.\n\nPia Holm (Verts/ALE), in writing. – I voted in favour of the report.\n\nPresident. – The debate is closed.\n\nAda Vane (PPE). – (FR) Thank you.\n",
            &[
                "President",
                "Ada Vane (PPE)",
                "Otto Krone, on behalf of the S&D Group",
                "Jo Mar, Member of the Commission",
                "Pia Holm (Verts/ALE), in writing",
                "President",
                "Ada Vane (PPE)",
            ],
        ),
    ]);
}

#[test]
fn slavic_houses_and_their_neighbours() {
    check(&[
        (
            "ГОЛОВУЮЧИЙ. Доброго ранку, шановні колеги! Прошу реєструватися.\n\nВЕЙН А.В. Дякую, шановний головуючий. Ми вважаємо, що порт відкрито.\n\nГОЛОВУЮЧИЙ. Дякую. Слово надається Отто Кроне.\n\nКРОНЕ О.П. Шановні колеги, я не згоден.\n\nГОЛОВУЮЧИЙ. Дякую.\n",
            &[
                "ГОЛОВУЮЧИЙ",
                "ВЕЙН А.В.",
                "ГОЛОВУЮЧИЙ",
                "КРОНЕ О.П.",
                "ГОЛОВУЮЧИЙ",
            ],
        ),
        (
            "Председательствующий. Добрый день, уважаемые коллеги! Кто хочет выступить?\n\nВейн А. В. Уважаемый председательствующий, я прошу поддержать законопроект.\n\nПредседательствующий. Спасибо. Пожалуйста, Отто Петрович.\n\nКроне О. П. Я благодарю вас, коллеги.\n\nПредседательствующий. Спасибо.\n\nВейн А. В. Я не согласна.\n",
            &[
                "Председательствующий",
                "Вейн А. В.",
                "Председательствующий",
                "Кроне О. П.",
                "Председательствующий",
                "Вейн А. В.",
            ],
        ),
        (
            "Marszałek:\n\nDziękuję bardzo. Proszę o zabranie głosu panią poseł Adę Vane.\n\nPoseł Ada Vane:\n\nPanie Marszałku! Wysoka Izbo! Dziękuję za udzielenie głosu.\n\n(Oklaski)\n\nMinister Portów Otto Krone:\n\nSzanowni państwo! Odpowiadam na pytanie.\n\nMarszałek:\n\nDziękuję panu ministrowi.\n",
            &[
                "Marszałek",
                "Poseł Ada Vane",
                "Minister Portów Otto Krone",
                "Marszałek",
            ],
        ),
        (
            "Předsedkyně PSP Ada Vane: Děkuji vám. Prosím pana ministra.\n\nMinistr přístavů Otto Krone: Vážená paní předsedkyně, děkuji za slovo.\n\nPoslanec Petr Holm: Já nesouhlasím.\n\nPředsedkyně PSP Ada Vane: Děkuji.\n",
            &[
                "Předsedkyně PSP Ada Vane",
                "Ministr přístavů Otto Krone",
                "Poslanec Petr Holm",
                "Předsedkyně PSP Ada Vane",
            ],
        ),
        (
            "ELNÖK: Tisztelt Országgyűlés! Megnyitom az ülést.\n\nVANE ADA (LMP): Köszönöm a szót, elnök úr. Mi nem támogatjuk.\n\nKRONE OTTÓ kikötőügyi miniszter: Tisztelt Ház! Köszönöm a kérdést.\n\nELNÖK: Köszönöm.\n",
            &[
                "ELNÖK",
                "VANE ADA (LMP)",
                "KRONE OTTÓ kikötőügyi miniszter",
                "ELNÖK",
            ],
        ),
        (
            "BAŞKAN – Sayın milletvekilleri, birleşimi açıyorum.\n\nADA VANE (İstanbul) – Sayın Başkan, teşekkür ederim.\n\nLİMANLAR BAKANI OTTO KRONE – Sayın Başkan, limanımız açıktır.\n\nBAŞKAN – Teşekkür ederim.\n",
            &[
                "BAŞKAN",
                "ADA VANE (İstanbul)",
                "LİMANLAR BAKANI OTTO KRONE",
                "BAŞKAN",
            ],
        ),
    ]);
}

#[test]
fn houses_of_other_scripts() {
    check(&[
        (
            "○議長（佐藤花子君）　これより会議を開きます。\n\n○田中一郎君　私は、港について質問いたします。\n\n○国務大臣（鈴木次郎君）　お答えいたします。港は開いております。\n\n○議長（佐藤花子君）　これにて散会いたします。\n",
            &[
                "議長（佐藤花子君）",
                "田中一郎君",
                "国務大臣（鈴木次郎君）",
                "議長（佐藤花子君）",
            ],
        ),
        (
            "◯의장 김에이다  개회하겠습니다. 감사합니다.\n\n◯박오토 위원  저는 항구에 대하여 질문드리겠습니다.\n\n◯의장 김에이다  답변하여 주시기 바랍니다.\n\n◯항만부장관 이소콜  감사합니다. 항구는 열려 있습니다.\n",
            &[
                "의장 김에이다",
                "박오토 위원",
                "의장 김에이다",
                "항만부장관 이소콜",
            ],
        ),
        (
            "היו\"ר אדה ויין:\n\nאני פותחת את הישיבה. בבקשה, אוטו.\n\nאוטו קרונה (הנמל):\n\nתודה, גברתי היושבת-ראש. אני מתנגד.\n\nשר הנמלים פטר סוקול:\n\nתודה רבה. הנמל פתוח.\n\nהיו\"ר אדה ויין:\n\nתודה.\n",
            &[
                "היו\"ר אדה ויין",
                "אוטו קרונה (הנמל)",
                "שר הנמלים פטר סוקול",
                "היו\"ר אדה ויין",
            ],
        ),
    ]);
}

#[test]
fn in_which_capacity_somebody_speaks_stands_behind_the_party() {
    check(&[
        (
            "President. – The sitting is open. Good morning.\n\nAnna Berg (S&D). – Madam President, I rise to speak about ports.\n\n\
             Jan Lind (ECR), blue-card question. – I would like to ask you something.\n\nPresident. – Thank you.\n",
            &[
                "President",
                "Anna Berg (S&D)",
                "Jan Lind (ECR), blue-card question",
                "President",
            ],
        ),
        (
            "Berg Anna (S, ZH): Herr Präsident, ich danke Ihnen. Ich spreche über die Häfen.\n\n\
             Lind Jan (V, BE), für die Kommission: Die Kommission beantragt Ihnen, einzutreten. Wir haben lange beraten.\n\n\
             Vane Ada, Bundesrätin: Ich danke Frau Berg.\n\nBerg Anna (S, ZH): Ich danke Ihnen.\n",
            &[
                "Berg Anna (S, ZH)",
                "Lind Jan (V, BE), für die Kommission",
                "Vane Ada, Bundesrätin",
                "Berg Anna (S, ZH)",
            ],
        ),
        (
            "De voorzitter:\nIk open de vergadering.\n\nMevrouw Berg (D66):\nDank u wel, voorzitter. Ik heb een vraag.\n\n\
             De heer Lind (VVD):\nVoorzitter. Wanneer gaat de haven open?\n\nMinister Krone:\nVoorzitter. Ik dank u.\n",
            &[
                "De voorzitter",
                "Mevrouw Berg (D66)",
                "De heer Lind (VVD)",
                "Minister Krone",
            ],
        ),
    ]);
}
