//! The labels of parliaments, a house at a time: who presides, members with party or seat, ministers with their office.
//!
//! One invented document a house; each is read with all three kinds of line ends.

use crate::transcript::layouts::check;

#[test]
fn records_of_english_speaking_houses() {
    check(&[
        (
            "Mr. Otto Krone (Rivière-du-Nord, BQ):\n\n    Mr. Speaker, I thank the minister for her answer.\n\nHon. Ada Vane (Minister of Ports, Lib.):\n\n    Mr. Speaker, the port is open.\n\nThe Speaker:\n\n    Order.\n\nSome hon. members:\n\n    Hear, hear!\n\nThe Deputy Speaker:\n\n    The hon. member for Avonlea.\n\nMs. Pia Holm (Avonlea, NDP):\n\n    Mr. Speaker, is it?\n",
            &[
                "Mr. Otto Krone (Rivière-du-Nord, BQ)",
                "Hon. Ada Vane (Minister of Ports, Lib.)",
                "The Speaker",
                "Some hon. members",
                "The Deputy Speaker",
                "Ms. Pia Holm (Avonlea, NDP)",
            ],
        ),
        (
            "ADA VANE (Labour—Marsh): I move, That the House take note.\n\nHon OTTO KRONE (Minister of Ports): I thank the member for her question.\n\nMr SPEAKER: Order! The member will sit down.\n\nADA VANE: When will the Minister answer?\n\nHon OTTO KRONE: I did.\n\nMr SPEAKER: That is the end of it.\n",
            &[
                "ADA VANE (Labour—Marsh)",
                "Hon OTTO KRONE (Minister of Ports)",
                "Mr SPEAKER",
                "ADA VANE",
                "Hon OTTO KRONE",
                "Mr SPEAKER",
            ],
        ),
        (
            "Mr KRONE (Lake—Minister for Ports) (14:05): I move that this bill be read a second time.\n\nThe SPEAKER (14:20): I thank the minister. The question is that the bill be read.\n\nMs VANE (Marsh) (14:21): I rise to oppose this bill.\n\nThe SPEAKER: Order! The member for Marsh will resume her seat.\n\nMr KRONE: I thank the Speaker.\n",
            &[
                "Mr KRONE (Lake—Minister for Ports)",
                "The SPEAKER",
                "Ms VANE (Marsh)",
                "The SPEAKER",
                "Mr KRONE",
            ],
        ),
        (
            "Ms A VANE: Chairperson, I thank the Minister for his reply.\n\nThe MINISTER OF PORTS: Chairperson, we will open the pier.\n\nMr O KRONE: Chairperson, on a point of order: the pier is open.\n\nThe CHAIRPERSON OF THE NCOP: Order! Continue, hon member.\n\nMs A VANE: We shall see.\n\n[Applause.]\n",
            &[
                "Ms A VANE",
                "The MINISTER OF PORTS",
                "Mr O KRONE",
                "The CHAIRPERSON OF THE NCOP",
                "Ms A VANE",
            ],
        ),
        (
            "The Speaker (Hon. Vane): Hon. Members, take your seats.\n\nHon. Otto Krone (Marsh, JP): Thank you, Hon. Speaker. I beg to move the following Motion:\n\nTHAT, aware that the harbour is shallow, this House resolves to dig.\n\nHon. Members: Yes!\n\nThe Temporary Deputy Speaker (Hon. (Dr.) Holm): Order, Members! \n\nHon. Krone: I thank you, Hon. Temporary Deputy Speaker.\n\nThe Speaker (Hon. Vane): Next Order.\n",
            &[
                "The Speaker (Hon. Vane)",
                "Hon. Otto Krone (Marsh, JP)",
                "Hon. Members",
                "The Temporary Deputy Speaker (Hon. (Dr.) Holm)",
                "Hon. Krone",
                "The Speaker (Hon. Vane)",
            ],
        ),
        (
            "HON. SPEAKER: Shri Otto Krone.\n\nSHRI OTTO KRONE (MONT-BLEU): Hon. Speaker, Sir, I thank you for the time.\n\nTHE MINISTER OF PORTS (DR. ADA VANE): Sir, the harbour is open.\n\n(Interruptions)\n\nSHRI OTTO KRONE: Sir, it is not.\n\nSHRIMATI PIA HOLM (LAKE SIDE): Sir, I rise to speak on the Bill.\n\nHON. SPEAKER: Nothing will go on record.\n\n… (Interruptions)\n\nDR. ADA VANE: Sir, I beg to move.\n",
            &[
                "HON. SPEAKER",
                "SHRI OTTO KRONE (MONT-BLEU)",
                "THE MINISTER OF PORTS (DR. ADA VANE)",
                "SHRI OTTO KRONE",
                "SHRIMATI PIA HOLM (LAKE SIDE)",
                "HON. SPEAKER",
                "DR. ADA VANE",
            ],
        ),
        (
            "The Presiding Officer (Ada Vane): Good afternoon. We begin with general questions.\n\nOtto Krone (Marsh) (SNP): To ask the Scottish Government when the pier will be opened. (S6O-01234)\n\nThe Minister for Ports (Pia Holm): It is open.\n\nOtto Krone: I thank the minister.\n\nThe Presiding Officer: I call Jo Mar.\n",
            &[
                "The Presiding Officer (Ada Vane)",
                "Otto Krone (Marsh) (SNP)",
                "The Minister for Ports (Pia Holm)",
                "Otto Krone",
                "The Presiding Officer",
            ],
        ),
    ]);
}

#[test]
fn names_alone_on_their_lines() {
    check(&[
        (
            "An Ceann Comhairle\n\nI call Deputy Vane to ask her question.\n\nDeputy Ada Vane\n\nI thank the Minister of State. When will the pier be opened?\n\nMinister of State at the Department of Ports (Deputy Otto Krone)\n\nI thank the Deputy for the question. It is open.\n\nDeputy Ada Vane\n\nIt is not.\n\nAn Ceann Comhairle\n\nThe time is up.\n",
            &[
                "An Ceann Comhairle",
                "Deputy Ada Vane",
                "Minister of State at the Department of Ports (Deputy Otto Krone)",
                "Deputy Ada Vane",
                "An Ceann Comhairle",
            ],
        ),
        (
            "Ada Vane (Marsh) (Lab)\nI thank the Minister for that answer. When will the pier be opened?\n\nThe Minister for Ports (Otto Krone)\nI thank the hon. Lady for her question. It is open.\n\nMadam Deputy Speaker (Dame Pia Holm)\nOrder. I call the next speaker.\n\nJo Mar (Lakeside) (Con)\nDoes my right hon. Friend agree with me?\n\nOtto Krone\nI do.\n",
            &[
                "Ada Vane (Marsh) (Lab)",
                "The Minister for Ports (Otto Krone)",
                "Madam Deputy Speaker (Dame Pia Holm)",
                "Jo Mar (Lakeside) (Con)",
                "Otto Krone",
            ],
        ),
        (
            "Baroness Vane (Lab)\nMy Lords, I thank the noble Lord for his answer.\n\nLord Krone (Con)\nMy Lords, I am grateful to the noble Baroness.\n\nThe Parliamentary Under-Secretary of State, Department for Ports (Lord Holm) (Con)\nMy Lords, the pier is open.\n\nNoble Lords\nHear, hear!\n\nBaroness Vane (Lab)\nMy Lords, it is not.\n",
            &[
                "Baroness Vane (Lab)",
                "Lord Krone (Con)",
                "The Parliamentary Under-Secretary of State, Department for Ports (Lord Holm) (Con)",
                "Noble Lords",
                "Baroness Vane (Lab)",
            ],
        ),
        (
            "M. Otto Krone (Rivière-du-Nord, BQ):\n\n    Monsieur le Président, je remercie la ministre de sa réponse.\n\nL'hon. Ada Vane (ministre des Ports, Lib.):\n\n    Monsieur le Président, le port est ouvert.\n\nLe Président:\n\n    À l'ordre.\n\nM. Otto Krone:\n\n    Il ne l'est pas.\n\nDes voix:\n\n    Bravo!\n",
            &[
                "M. Otto Krone (Rivière-du-Nord, BQ)",
                "L'hon. Ada Vane (ministre des Ports, Lib.)",
                "Le Président",
                "M. Otto Krone",
                "Des voix",
            ],
        ),
    ]);
}

#[test]
fn records_of_hearings_and_courts() {
    check(&[
        (
            "    Chairman Vane. The hearing will come to order. I thank our witnesses.\n\n    Mr. Krone. Thank you, Chairman Vane. I am glad to be here.\n\n    Senator Holm. Mr. Krone, what do you say about the pier?\n\n    Mr. Krone. It is open, Senator.\n\n    Dr. Mar. I agree.\n\n    Chairman Vane. Thank you.\n",
            &[
                "Chairman Vane",
                "Mr. Krone",
                "Senator Holm",
                "Mr. Krone",
                "Dr. Mar",
                "Chairman Vane",
            ],
        ),
        (
            "CHIEF JUSTICE VANE: We'll hear argument this morning in Case 12-34, Krone v. Lakeland.\n\nMR. KRONE: Mr. Chief Justice, and may it please the Court: the pier is open.\n\nJUSTICE HOLM: Is it? What about the boats?\n\nMR. KRONE: There are none, Justice Holm.\n\nCHIEF JUSTICE VANE: Thank you, counsel. The case is submitted.\n",
            &[
                "CHIEF JUSTICE VANE",
                "MR. KRONE",
                "JUSTICE HOLM",
                "MR. KRONE",
                "CHIEF JUSTICE VANE",
            ],
        ),
    ]);
}
