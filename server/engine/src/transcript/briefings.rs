//! The labels of broadcasters, subtitles, briefings and magazines.
//!
//! One invented document a house; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn broadcasts_and_recordings() {
    check(&[
        (
            "(BEGIN VIDEOTAPE)\n\nADA VANE, CNN ANCHOR: Good evening. I'm Ada Vane. Joining me is the minister.\n\nOTTO KRONE, MINISTER OF PORTS OF LAKELAND: Thank you for having me.\n\nVANE: Is the pier open?\n\nKRONE: It is.\n\n(END VIDEOTAPE)\n\nUNIDENTIFIED MALE: It's not.\n\nVANE: We'll be right back.\n",
            &[
                "ADA VANE, CNN ANCHOR",
                "OTTO KRONE, MINISTER OF PORTS OF LAKELAND",
                "VANE",
                "KRONE",
                "UNIDENTIFIED MALE",
                "VANE",
            ],
        ),
        (
            "Ada Vane  0:03  \nHello and welcome. I'm glad that you're all here.\n\nOtto Krone  0:15  \nThank you for having me.\n\nAda Vane  0:19  \nSo what about the pier?\n\nOtto Krone  0:25  \nIt's open.\n",
            &["Ada Vane", "Otto Krone", "Ada Vane", "Otto Krone"],
        ),
        (
            "WEBVTT\n\n1\n00:00:03.000 --> 00:00:05.000\nAda Vane: Hello and welcome.\n\n2\n00:00:05.500 --> 00:00:08.000\nOtto Krone: Thank you for having me.\n\n3\n00:00:08.500 --> 00:00:10.000\nAda Vane: So what about the pier?\n",
            &["Ada Vane", "Otto Krone", "Ada Vane"],
        ),
        (
            "Speaker 1: (00:01)\nHello and welcome. I'm glad that you're all here.\n\nAda Vane: (00:15)\nThank you for having me.\n\nSpeaker 1: (00:19)\nSo what about the pier?\n",
            &["Speaker 1", "Ada Vane", "Speaker 1"],
        ),
    ]);
}

#[test]
fn briefings_and_interviews() {
    check(&[
        (
            "MR PRICE: Good afternoon, everyone. I have a couple of things at the top.\n\nQUESTION: Can I ask you about the pier?\n\nMR PRICE: You may.\n\nQUESTION: (Inaudible.)\n\nMR PRICE: Matt, go ahead.\n",
            &["MR PRICE", "QUESTION", "MR PRICE", "QUESTION", "MR PRICE"],
        ),
        (
            "AFP: When will the port be opened?\n\nMao Ning: Thank you for your question. The port is open.\n\nAFP: What about the boats?\n\nMao Ning: We are waiting for them.\n\nCCTV: Do you have any comment on that?\n\nMao Ning: I do not.\n",
            &["AFP", "Mao Ning", "AFP", "Mao Ning", "CCTV", "Mao Ning"],
        ),
        (
            "法新社记者：港口什么时候开放？\n\n毛小明：谢谢你的问题。港口已经开放。\n\n路透社记者：船呢？\n\n毛小明：我们在等。\n",
            &["法新社记者", "毛小明", "路透社记者", "毛小明"],
        ),
        (
            "В.Вейн: Добрый день, уважаемые коллеги!\n\nО.Кроне: Спасибо, уважаемый Вадим Вадимович.\n\nВопрос: Когда откроют порт?\n\nВ.Вейн: Мы его уже открыли.\n\nО.Кроне (как переведено): Я согласен.\n",
            &[
                "В.Вейн",
                "О.Кроне",
                "Вопрос",
                "В.Вейн",
                "О.Кроне (как переведено)",
            ],
        ),
        (
            "PRESIDENTE ANDRÉS KRONE: Buenos días. Ánimo.\n\nINTERLOCUTORA: Presidente, ¿cuándo se abre el puerto?\n\nPRESIDENTE ANDRÉS KRONE: Ya está abierto.\n\nPREGUNTA: ¿Y los barcos?\n\nPRESIDENTE ANDRÉS KRONE: Los esperamos.\n",
            &[
                "PRESIDENTE ANDRÉS KRONE",
                "INTERLOCUTORA",
                "PRESIDENTE ANDRÉS KRONE",
                "PREGUNTA",
                "PRESIDENTE ANDRÉS KRONE",
            ],
        ),
        (
            "Interview with the minister\n\nDaily Star: Minister, is the port open?\n\nAda Vane: It is. We opened it in May.\n\nDaily Star: And the boats?\n\nVane: We wait for them.\n\nDaily Star: Thank you.\n",
            &["Daily Star", "Ada Vane", "Daily Star", "Vane", "Daily Star"],
        ),
        (
            "Entretien avec Ada Vane, ministre des Ports\n\nOTTO KRONE. – Madame la ministre, le port est-il ouvert ?\n\nADA VANE. – Je vous l'ai dit : il l'est.\n\nOTTO KRONE. – Et les bateaux ?\n\nADA VANE. – Nous les attendons.\n",
            &["OTTO KRONE", "ADA VANE", "OTTO KRONE", "ADA VANE"],
        ),
    ]);
}
