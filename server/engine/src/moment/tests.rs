//! Moments by example, and any text read without harm.

use proptest::prelude::*;

use crate::date::Date;

use super::{Calendar, Moment, Period};

/// The moments of a text, whose words begin behind whatever is no letter or digit.
fn find(text: &str, calendar: &Calendar) -> Vec<Moment> {
    let mut inside = false;
    let starts = text.char_indices().filter_map(|(at, c)| {
        let was = std::mem::replace(&mut inside, c.is_alphanumeric());
        (inside && !was).then_some(at)
    });
    super::find(text, calendar, starts)
}

/// Each moment as `words = period` in a text of Wednesday 15 March 2023.
fn found(text: &str) -> Vec<String> {
    let on = Date::parse("2023-03-15");
    find(text, Calendar::english())
        .iter()
        .map(|moment| {
            let period = moment.period(on).map_or("?".to_owned(), Period::words);
            format!("{} = {period}", moment.span.of(text))
        })
        .collect()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(found(text), [*expected], "{text}");
    }
}

#[test]
fn days_are_told_from_the_day_of_writing() {
    check(&[
        (
            "They met yesterday in Strelsau.",
            "yesterday = 14 March 2023",
        ),
        (
            "He left yesterday morning.",
            "yesterday morning = 14 March 2023",
        ),
        (
            "The day before yesterday it rained.",
            "The day before yesterday = 13 March 2023",
        ),
        ("Talks go on tomorrow.", "tomorrow = 16 March 2023"),
        ("He spoke last night.", "last night = 14 March 2023"),
        (
            "It arrived three days ago.",
            "three days ago = 12 March 2023",
        ),
        ("It arrived 10 days ago.", "10 days ago = 5 March 2023"),
        ("Today’s talks were short.", "Today’s = 15 March 2023"),
    ]);
}

#[test]
fn weeks_months_and_years_are_periods() {
    check(&[
        ("It began last week.", "last week = 6–12 March 2023"),
        ("It ends next month.", "next month = April 2023"),
        ("Last year’s summit was long.", "Last year’s = 2022"),
        (
            "It grew earlier this year.",
            "earlier this year = 1 January – 15 March 2023",
        ),
        (
            "It ends later this month.",
            "later this month = 15–31 March 2023",
        ),
        ("It fell late last year.", "late last year = 2022"),
        (
            "A couple of weeks ago it rained.",
            "A couple of weeks ago = 27 February – 5 March 2023",
        ),
        ("It was built ten years ago.", "ten years ago = 2013"),
        ("A decade ago there was none.", "A decade ago = 2013"),
        (
            "We meet in two weeks’ time.",
            "two weeks’ time = 27 March – 2 April 2023",
        ),
        (
            "Prices rose last quarter.",
            "last quarter = 1 October – 31 December 2022",
        ),
        ("They ski this weekend.", "this weekend = 18–19 March 2023"),
        ("It was signed last May.", "last May = May 2022"),
    ]);
}

#[test]
fn weekdays_lie_behind_unless_the_sentence_looks_ahead() {
    check(&[
        (
            "He said on Tuesday that it was so.",
            "Tuesday = 14 March 2023",
        ),
        ("It was signed on Wednesday.", "Wednesday = 15 March 2023"),
        ("The envoys will meet on Friday.", "Friday = 17 March 2023"),
        ("Last Friday they met.", "Last Friday = 10 March 2023"),
        ("We go next Tuesday.", "next Tuesday = 21 March 2023"),
        (
            "This Thursday is a holiday.",
            "This Thursday = 16 March 2023",
        ),
        ("On Monday night it snowed.", "Monday night = 13 March 2023"),
    ]);
}

#[test]
fn a_date_beside_it_says_which_day_is_meant() {
    check(&[
        (
            "They met yesterday, Thursday 2 February 2023, at noon.",
            "yesterday = 2 February 2023",
        ),
        (
            "They met last Tuesday (March 7).",
            "last Tuesday = 7 March 2023",
        ),
    ]);
}

#[test]
fn what_means_no_certain_day_is_not_found() {
    for text in [
        "Over the last year it grew, and in the next month it will fall.",
        "The last week of the war was the worst.",
        "It took more than ten years, and more than ten years ago it began.",
        "Every Tuesday they meet, on Tuesdays and on Super Tuesday.",
        "It was held on Wednesday 15 March 2023 and on Tuesday, March 14.",
        "A few days ago, a long time ago, recently, for the first time, next to it.",
        "The next day they left. This may be so. The Sunday Times wrote it.",
        "All in good time, said last.",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_coarse_date_tells_only_what_it_can() {
    let text = "Yesterday, last month and last year.";
    let told = |on: &str| -> Vec<String> {
        find(text, Calendar::english())
            .iter()
            .map(|moment| {
                let period = moment.period(Date::parse(on));
                period.map_or("?".to_owned(), Period::words)
            })
            .collect()
    };
    assert_eq!(told("2023-03"), ["?", "February 2023", "2022"]);
    assert_eq!(told("2023"), ["?", "?", "2022"]);
}

#[test]
fn other_languages_have_words_of_time_too() {
    let german = Calendar::of("de").expect("a German file");
    let text = "Er sagte gestern, vorige Woche sei nichts geschehen.";
    let words: Vec<&str> = find(text, german)
        .iter()
        .map(|moment| moment.span.of(text))
        .collect();
    assert_eq!(words, ["gestern", "vorige Woche"]);
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(
        text in "(last|this|year|ago|two|weeks’|time|yesterday|Tuesday|\u{a0}|the|of|15|March|[ ,.’\n-]|é|２){0,24}"
    ) {
        let mut end = 0;
        for moment in find(&text, Calendar::english()) {
            prop_assert!(moment.span.start() >= end);
            end = moment.span.end();
            prop_assert!(!moment.span.of(&text).is_empty());
        }
    }
}
