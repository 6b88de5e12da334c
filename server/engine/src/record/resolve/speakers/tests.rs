//! Labels and whom they mean, by example.

mod languages;

use crate::date::Date;
use crate::record::{Record, Reference};
use crate::registry::Registry;
use crate::text::Text;

/// Each label of a text of 15 March 2023 with whom it means: `label = name`, `?` for nobody; a role as `label = -`; what is
/// put right or told aside behind it.
fn cast(text: &str) -> Vec<String> {
    cast_on("2023-03-15", text)
}

/// The same on another day.
fn cast_on(day: &str, text: &str) -> Vec<String> {
    let reference = Reference {
        registry: Registry::builtin(),
        date: Date::parse(day),
        style: std::sync::Arc::default(),
        language: None,
    };
    let record = Record::build(&Text::from(text), "talks.txt", &reference, None);
    let turns = record.transcript().turns.iter();
    let mut lines = Vec::new();
    for (turn, speaker) in turns.zip(record.speakers()) {
        let label = turn.label.span.of(text);
        let name = match &speaker.name {
            _ if speaker.anonymous => "-",
            Some(name) => name,
            None => "?",
        };
        let right = speaker.corrected.iter().map(|right| format!(" [{right}]"));
        let aside = speaker
            .aside
            .iter()
            .map(|aside| format!(" ({})", aside.name));
        let more: String = right.chain(aside).collect();
        let line = format!("{label} = {name}{more}");
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

#[test]
fn a_holder_in_brackets_is_who_the_office_means_until_another_is_named() {
    assert_eq!(
        cast(
            "The Minister of Roads (Ms. Ada Vane): The road is open.\n\n\
             Mr. Berg (Mont-Bleu, Lib.): Which one?\n\n\
             The Minister of Roads: All of them.\n\n\
             Ms. Vane: I said so.\n\n\
             Mr. Berg: You did.\n"
        ),
        [
            "The Minister of Roads (Ms. Ada Vane) = Ada Vane",
            "Mr. Berg (Mont-Bleu, Lib.) = Berg",
            "The Minister of Roads = Ada Vane",
            "Ms. Vane = Ada Vane",
            "Mr. Berg = Berg",
        ]
    );
}

#[test]
fn who_was_in_the_chair_before_is_told_aside_for_chairs_change_hands() {
    let cast = cast(
        "  The PRESIDING OFFICER (Mr. Kern). The house will be in order.\n\n\
         \x20 Mr. BERG. I thank the chair for its patience today.\n\n\
         \x20 The PRESIDING OFFICER. Without objection, so ordered.\n\n\
         \x20 Mr. BERG. I yield the floor to my colleague.\n",
    );
    assert_eq!(cast[0], "The PRESIDING OFFICER (Mr. Kern) = Kern");
    assert!(cast[2].ends_with("(Kern)"), "{cast:?}");
}

#[test]
fn initials_declared_once_mean_who_declared_them() {
    assert_eq!(
        cast(
            "Luc Le Gall (LLG): Good day to all of you here.\n\n\
             Ada Vane (AV): Good day.\n\n\
             LLG: Shall we begin?\n\n\
             AV: We shall.\n\n\
             LLG: Where is the list?\n\n\
             AV: It is here.\n\n\
             LLG: Thank you.\n"
        ),
        [
            "Luc Le Gall (LLG) = Luc Le Gall",
            "Ada Vane (AV) = Ada Vane",
            "LLG = Luc Le Gall",
            "AV = Ada Vane",
        ]
    );
}

#[test]
fn an_asker_named_in_brackets_is_no_longer_nameless() {
    assert_eq!(
        cast(
            "Q (Anna Reed, Daily Post): When will it be ready?\n\n\
             MS. VANE: Before the winter.\n\n\
             Q: And who will pay?\n\n\
             MS. VANE: The city.\n"
        ),
        [
            "Q (Anna Reed, Daily Post) = Anna Reed",
            "MS. VANE = VANE",
            "Q = -",
        ]
    );
}

#[test]
fn slips_are_put_right_where_the_document_bears_them_out() {
    assert_eq!(
        cast(
            "MR. SOLLIVAN: Good afternoon, everyone, and thank you.\n\n\
             SECRETARY KERNOW: Good afternoon.\n\n\
             MR. SOLLIVAN: Let us begin.\n\n\
             SECREATRY KERNOW: Let us.\n\n\
             MR. SOLLIVCAN: So we shall.\n\n\
             MR. SOLLIVAN: We have begun.\n"
        ),
        [
            "MR. SOLLIVAN = SOLLIVAN",
            "SECRETARY KERNOW = KERNOW",
            "SECREATRY KERNOW = KERNOW [SECRETARY KERNOW]",
            "MR. SOLLIVCAN = SOLLIVAN [MR. SOLLIVAN]",
        ]
    );
}

#[test]
fn a_given_name_nearly_that_of_a_known_person_is_put_right() {
    assert_eq!(
        cast(
            "Vlaidmir Putin: Good day to all of you here.\n\n\
             Question: When will it be ready?\n\n\
             Vlaidmir Putin: Before the winter.\n\n\
             Question: Thank you.\n"
        ),
        [
            "Vlaidmir Putin = Vladimir Putin [Vladimir Putin]",
            "Question = -"
        ]
    );
}

#[test]
fn names_that_are_near_and_known_stay_apart() {
    let cast = cast(
        "Vladimir Putin: Good day to all of you here.\n\n\
         Vladimir Potanin: Good day.\n\n\
         Vladimir Putin: Let us begin.\n\n\
         Mr. Krylov: Let us.\n\n\
         Vladimir Putin: So we shall.\n\n\
         Mr. Korolev: We have begun.\n\n\
         Mr. Kozlov: I agree.\n\n\
         Ms. Kozlova: I do not.\n\n\
         Mr. Kozlov: Well.\n\n\
         Mr. Kozlov: Well, well.\n",
    );
    for name in ["Potanin", "Krylov", "Korolev", "Kozlov", "Kozlova"] {
        let own = |line: &&String| {
            line.split(" = ").all(|part| part.ends_with(name)) && !line.contains('[')
        };
        assert!(cast.iter().any(|line| own(&line)), "{name}: {cast:?}");
    }
}

#[test]
fn an_office_alone_is_its_holder_where_the_head_says_whose_page_it_is() {
    assert_eq!(
        cast(
            "Remarks by President Biden at the harbour\n\nMarch 15, 2023\n\n\
             THE PRESIDENT:  Good afternoon, everyone.\n\n\
             Q    What about the road?\n\n\
             THE PRESIDENT:  It is open.\n\n\
             Q    Thank you.\n"
        ),
        ["THE PRESIDENT = Joe Biden", "Q = -"]
    );
}

#[test]
fn a_full_name_in_the_prose_is_told_aside() {
    assert_eq!(
        cast(
            "Press Briefing by Press Secretary Mira Kernow\n\nMarch 15, 2023\n\n\
             MS. KERNOW:  Good afternoon, everyone.\n\n\
             Q    What about the road?\n\n\
             MS. KERNOW:  It is open.\n\n\
             Q    Thank you.\n"
        ),
        ["MS. KERNOW = KERNOW (Mira Kernow)", "Q = -"]
    );
}

#[test]
fn who_presides_over_a_sitting_is_no_head_of_state() {
    let talk = "The President: I give the floor to the representative of the Russian Federation.\n\n\
                Mr. Sergey Lavrov (Russian Federation): Thank you, Mr. President. We are grateful.\n\n\
                The President: I thank the representative for his words.\n";
    assert_eq!(cast(talk)[0], "The President = ?");
    let listed = format!(
        "President: Ms. Vane ............ (Ruritania)\n\nThe meeting was called to order at 10 a.m.\n\n{talk}"
    );
    assert_eq!(cast(&listed)[0], "The President = Vane");
    let visited = format!("Remarks by President Putin at a sitting of the council\n\n{talk}");
    assert_eq!(cast(&visited)[0], "The President = Vladimir Putin");
    let talk = talk.replace("give the floor to", "am glad to see");
    assert_eq!(cast(&talk)[0], "The President = Vladimir Putin");
}

#[test]
fn an_office_behind_a_comma_is_no_name() {
    assert_eq!(
        cast(
            "ADA VANE, LNN ANCHOR: Good evening, and welcome to you all.\n\n\
             OTTO KRONE, MINISTER OF PORTS OF LAKELAND: Thank you for having me.\n\n\
             VANE: Is the pier open?\n\n\
             KRONE: It is.\n\n\
             Sergey Lavrov, Minister of Foreign Affairs of Russia: I agree.\n\n\
             VANE: Thank you.\n"
        ),
        [
            "ADA VANE, LNN ANCHOR = ADA VANE",
            "OTTO KRONE, MINISTER OF PORTS OF LAKELAND = OTTO KRONE",
            "VANE = ADA VANE",
            "KRONE = OTTO KRONE",
            "Sergey Lavrov, Minister of Foreign Affairs of Russia = Sergey Lavrov",
        ]
    );
}

#[test]
fn a_chair_has_its_holder_in_brackets_each_time() {
    assert_eq!(
        cast(
            "  The PRESIDING OFFICER (Mr. Kern). The house will be in order.\n\n\
             \x20 Mr. BERG. I thank the chair.\n\n\
             \x20 The PRESIDING OFFICER (Ms. Vane). Without objection, so ordered.\n\n\
             \x20 Mr. BERG. I yield the floor.\n"
        ),
        [
            "The PRESIDING OFFICER (Mr. Kern) = Kern",
            "Mr. BERG = BERG",
            "The PRESIDING OFFICER (Ms. Vane) = Vane",
        ]
    );
}

#[test]
fn roles_hide_names_in_any_language() {
    let cast = cast(
        "INTERPRETER: Good day to all of you.\n\nAda Vane: Thank you.\n\nAudience member: May I ask you?\n\nAda Vane: You may.\n\n\
         AIDE: It is late, sir.\n\nFrage: Wann endet es?\n\nВопрос: Когда это будет?\n\nAda Vane: Soon.\n\nPergunta: E nós?\n\n\
         Some hon. members: Hear, hear!\n\nMODEARTOR: Thank you.\n",
    );
    for line in &cast {
        let named = line.starts_with("Ada Vane");
        assert_eq!(line.ends_with("= -"), !named, "{line}");
    }
    assert_eq!(cast.len(), 9, "{cast:?}");
}

#[test]
fn a_holder_without_a_title_is_named_in_brackets_too() {
    assert_eq!(
        cast(
            "The Minister for Ports (Otto Krone): I thank the member for his question.\n\n\
             Ada Vane (Marsh) (Lab): I thank the minister.\n\n\
             The Presiding Officer (Pia Holm): Order.\n\n\
             The Delegate (Russian Federation): I am glad to be here.\n\n\
             The Minister for Roads (Deputy Jo Mar): I agree with you.\n\n\
             Madam Deputy Speaker (Dame Ada Holm): Order.\n\n\
             Minister of State at the Department of Ports (Deputy Maria Mar): It is open.\n\n\
             The Deputy Speaker: Order.\n\n\
             Otto Krone: So do I.\n"
        ),
        [
            "The Minister for Ports (Otto Krone) = Otto Krone",
            "Ada Vane (Marsh) (Lab) = Ada Vane",
            "The Presiding Officer (Pia Holm) = Pia Holm",
            "The Delegate (Russian Federation) = Delegate",
            "The Minister for Roads (Deputy Jo Mar) = Jo Mar",
            "Madam Deputy Speaker (Dame Ada Holm) = Ada Holm",
            "Minister of State at the Department of Ports (Deputy Maria Mar) = Maria Mar",
            "The Deputy Speaker = ?",
            "Otto Krone = Otto Krone",
        ]
    );
}

#[test]
fn an_office_alone_is_not_who_speaks_under_a_name_beside_it() {
    let talk = "PRESIDENT LUKASHENKO: I am glad to be here with you.\n\n\
                THE PRESIDENT: Thank you for coming to Moscow.\n\n\
                PRESIDENT LUKASHENKO: It is good to be here.\n\n\
                THE PRESIDENT: Let us begin.\n";
    let both = format!("Remarks by President Putin and President Lukashenko\n\n{talk}");
    assert!(
        cast(&both)[1].ends_with("= Vladimir Putin"),
        "{:?}",
        cast(&both)
    );
    assert!(cast(talk)[1].ends_with("= ?"), "{:?}", cast(talk));
}

#[test]
fn an_office_alone_may_be_who_is_named_elsewhere() {
    let cast = cast(
        "Remarks by President Putin at the harbour\n\n\
         PRESIDENT PUTIN: I am glad to be here with you.\n\n\
         Q    Is it open?\n\n\
         THE PRESIDENT: It is.\n\n\
         Q    Thank you.\n",
    );
    assert!(cast[2].ends_with("= Vladimir Putin"), "{cast:?}");
}

#[test]
fn an_office_alone_in_another_language_is_its_holder_where_one_state_only_can_be_meant() {
    for (head, label, holder) in [
        (
            "Élysée, conférence de presse",
            "LE PRÉSIDENT",
            "Emmanuel Macron",
        ),
        (
            "Élysée, conférence de presse",
            "LE PRESIDENT",
            "Emmanuel Macron",
        ),
        ("Paris, conférence de presse", "LE PRÉSIDENT", "?"),
        ("Conférence de presse", "LE PRÉSIDENT", "?"),
        ("Pressekonferenz", "BUNDESKANZLER", "?"),
        (
            "Rueda de prensa",
            "PRESIDENTE DEL GOBIERNO",
            "Pedro Sánchez",
        ),
        ("Rueda de prensa", "PRESIDENTE", "?"),
        ("Интервью Президента России", "ПРЕЗИДЕНТ", "Vladimir Putin"),
        ("Интервью", "ПРЕЗИДЕНТ", "?"),
        ("Basın toplantısı", "CUMHURBAŞKANI", "Recep Tayyip Erdoğan"),
    ] {
        let talk = cast_on(
            "2018-06-12",
            &format!(
                "{head}\n\n{label}: Good afternoon, everyone here.\n\nANNA REED: What about the road?\n\n\
             {label}: It is open, I think.\n\nANNA REED: Thank you for that.\n"
            ),
        );
        assert_eq!(talk[0], format!("{label} = {holder}"), "{head}");
    }
}
