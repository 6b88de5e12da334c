//! What a turn holds: speech that goes on after what nobody says, and nothing of that.
//!
//! One invented document a kind of line; each is read with all three kinds of line ends.

use crate::transcript::{EmptyRoster, Transcript};

/// Each turn as its label and the lines of its speech.
fn turns(text: &str) -> Vec<String> {
    let transcript = Transcript::read(text, "", &EmptyRoster);
    let turns = transcript.turns.iter();
    turns
        .map(|turn| {
            let bodies = turn
                .passages
                .iter()
                .map(|at| &transcript.passages[*at].body);
            let lines = bodies.flat_map(|body| body.of(text).split(['\n', '\r']));
            let said: Vec<&str> = lines
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .collect();
            format!("{}: {}", turn.label.span.of(text), said.join(" / "))
        })
        .collect()
}

/// Checks the turns of a document, whichever way its lines end.
fn check(text: &str, expected: &[&str]) {
    for end in ["\n", "\r\n", "\r"] {
        let text = text.replace('\n', end);
        assert_eq!(turns(&text), expected, "{text}");
    }
}

/// A talk with `between` within the first turn, which goes on behind it.
fn talk(between: &str) -> String {
    format!(
        "Ada Vane: We begin at noon. I am glad that you came.\n\n{between}\n\nWe shall speak of the pier.\n\nOtto Krone: Thank you, I agree.\n\nAda Vane: Good.\n"
    )
}

const WHOLE: [&str; 3] = [
    "Ada Vane: We begin at noon. I am glad that you came. / We shall speak of the pier.",
    "Otto Krone: Thank you, I agree.",
    "Ada Vane: Good.",
];

#[test]
fn speech_goes_on_behind_what_happens_in_the_room() {
    for line in [
        "(Applause.)",
        "[Laughter]",
        "(Cross-talk by reporters.)",
        "\\[pause\\]",
        "> (laughter)",
        "*(Applause)*",
        "_[crosstalk]_",
        "(The delegations shake hands\nand sit down at the table.)",
        "[Translation]",
        "(1405)",
    ] {
        check(&talk(line), &WHOLE);
    }
}

#[test]
fn speech_goes_on_behind_marks_of_pages_and_omissions() {
    for line in [
        "* * *",
        "***",
        "<…>",
        "‹…›",
        "[…]",
        "[[Page S12]]",
        "Page 3 of 12",
        "Page 3",
        "- 3 -",
        "– 3 –",
        "______",
    ] {
        check(&talk(line), &WHOLE);
    }
}

#[test]
fn speech_goes_on_behind_advertisements_captions_and_links() {
    for line in [
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Share this:",
        "Photo: Otto Krone at the pier",
        "Photo by Pia Holm",
        "Pictured: the old pier",
        "Image: Lakeland Press Service",
        "Related: The pier that nobody wanted",
        "Read more: The pier that nobody wanted",
        "Read also: The pier that nobody wanted",
        "Watch live: The pier opens",
        "© Lakeland Press Service",
        "![The pier](pier.jpg)",
    ] {
        check(&talk(line), &WHOLE);
    }
}

#[test]
fn a_time_within_the_talk_is_no_speech_and_does_not_end_it() {
    for line in ["4.15 pm", "2:05 P.M.", "00:12:31", "[00:12:31]"] {
        check(&talk(line), &WHOLE);
    }
}

#[test]
fn headers_that_run_over_the_pages_are_no_speech() {
    let page =
        |n: usize, said: &str| format!("House of Ruritania    4 April 2023    {n}\n\n{said}\n\n");
    let text = [
        "Ada Vane: We begin at noon.\n\n".to_owned(),
        page(2, "We shall speak of the pier."),
        "Otto Krone: Thank you, I agree.\n\n".to_owned(),
        page(3, "It is long."),
        page(4, "Ada Vane: Good."),
    ]
    .concat();
    check(
        &text,
        &[
            "Ada Vane: We begin at noon. / We shall speak of the pier.",
            "Otto Krone: Thank you, I agree. / It is long.",
            "Ada Vane: Good.",
        ],
    );
    // The same over a sentence that is wrapped by hand.
    let header = |n: usize| format!("{n}\nCOMMONS DEBATES\n");
    let text = [
        "    Mr. VANE. I thank the house for its patience, and I shall be short, for\n".to_owned(),
        header(12),
        "the hour is late and the pier is long. We have waited for it since spring,\n".to_owned(),
        header(13),
        "and it is here.\n    Mr. KRONE. I agree with my friend that it is late, and I hope\n"
            .to_owned(),
        header(14),
        "that we shall soon go home.\n    Mr. VANE. So do I, for I am tired.\n".to_owned(),
    ]
    .concat();
    check(
        &text,
        &[
            "Mr. VANE: I thank the house for its patience, and I shall be short, for / the hour is late and the pier is long. We have waited for it since spring, / and it is here.",
            "Mr. KRONE: I agree with my friend that it is late, and I hope / that we shall soon go home.",
            "Mr. VANE: So do I, for I am tired.",
        ],
    );
}

#[test]
fn headings_between_turns_are_no_speech() {
    for heading in [
        "* * *\n\nORAL QUESTIONS\n\nTHE HARBOUR",
        "THE HARBOUR",
        "Situation in the Republic of Lakeland",
        "## The harbour",
        "**The harbour**",
        "Statements following the meeting:\n\n* * *",
        "* * *\n\nStatements following the meeting:",
    ] {
        let text = format!(
            "Ada Vane: We begin at noon. I am glad that you came.\n\nWe shall speak of the pier.\n\n{heading}\n\nOtto Krone: Thank you, I agree.\n\nAda Vane: Good.\n"
        );
        check(&text, &WHOLE);
    }
}

#[test]
fn what_a_sitting_decides_is_no_speech() {
    check(
        "The meeting was called to order at noon.\n\nThe President: I put the draft to the vote.\n\nA vote was taken by show of hands.\n\nIn favour:\nLakeland, Ruritania\n\nAgainst:\nNone\n\nThe draft resolution was adopted unanimously.\n\nI thank all members.\n\nMs. Vane (Lakeland): I thank you.\n\nThe President: I declare the agenda adopted.\n\nIt was so decided.\n\nThe meeting rose at 1 p.m.\n",
        &[
            "The President: I put the draft to the vote. / I thank all members.",
            "Ms. Vane (Lakeland): I thank you.",
            "The President: I declare the agenda adopted.",
        ],
    );
}

#[test]
fn the_end_of_a_transcript_ends_the_last_turn() {
    for end in [
        "END",
        "END                1:05 P.M. EDT",
        "(END)",
        "[End of transcript]",
        "(end transcript)",
        "End of the transcript.",
        "*** END ***",
        "-30-",
        "###",
        "ENDS",
        "Transcript ends.",
    ] {
        let text = talk("(Applause.)")
            + "\n"
            + end
            + "\n\nThe harbour office answers questions by telephone.\n";
        check(&text, &WHOLE);
    }
}

#[test]
fn a_broken_off_last_line_of_a_turn_is_speech() {
    for said in [
        "And so I said to them —",
        "It was the pier, the pier, and",
        "Nobody knows",
        "No more",
        "Thank You",
    ] {
        let text = format!(
            "Ada Vane: We begin at noon.\n\n{said}\n\nOtto Krone: I agree.\n\nAda Vane: Good.\n"
        );
        check(
            &text,
            &[
                &format!("Ada Vane: We begin at noon. / {said}"),
                "Otto Krone: I agree.",
                "Ada Vane: Good.",
            ],
        );
    }
}
