//! What a project fixes: a house, a way of printing labels, words of its own; and the verdict a document gives by itself.

use crate::transcript::{EmptyRoster, House, Style, Transcript};

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn labels<'a>(style: &Style, text: &'a str) -> Vec<&'a str> {
    let transcript = Transcript::read_in(style, text, "", &EmptyRoster);
    let turns = transcript.turns.iter();
    turns.map(|turn| turn.label.span.of(text)).collect()
}

const MIXED: &str = "Ada Vane: We begin at noon.\n\n**Otto Krone** Thank you.\n\nAda Vane: I thank you too.\n\n**Otto Krone** Good.\n";

#[test]
fn only_what_the_project_fixes_is_a_label() {
    let free = Style::default();
    assert_ne!(labels(&free, MIXED), [""; 0]);
    let bold = Style::new(None, &words(&["bold enclosed"]), &[], &[], &[]);
    assert_eq!(labels(&bold, MIXED), ["Otto Krone", "Otto Krone"]);
    let none = Style::new(None, &words(&["stop"]), &[], &[], &[]);
    assert_eq!(labels(&none, MIXED), [""; 0]);
}

#[test]
fn a_house_allows_its_own_shapes_only() {
    let text = "  Mr. VANE. Mr. President, I rise.\n  Mr. KRONE. I object: we wait.\n  Mr. VANE. I thank the Chair.\n";
    let house = House::named("congressional-record");
    let style = Style::new(house, &[], &[], &[], &[]);
    assert_eq!(labels(&style, text), ["Mr. VANE", "Mr. KRONE", "Mr. VANE"]);
    let style = Style::new(House::named("kremlin"), &[], &[], &[], &[]);
    assert_eq!(labels(&style, text), [""; 0]);
}

#[test]
fn words_of_the_project_are_roles_titles_and_ends() {
    let text = "Amicus curiae: We begin at noon.\n\nOtto Krone: Thank you.\n\nAmicus curiae: I thank you too.\n\nThe talks closed at one.\n\nAds follow.\n";
    let style = Style::new(
        None,
        &[],
        &words(&["Amicus Curiae"]),
        &[],
        &words(&["The talks closed"]),
    );
    let plain = Transcript::read(text, "", &EmptyRoster);
    assert!(plain.turns.iter().all(|turn| !turn.label.anonymous));
    let transcript = Transcript::read_in(&style, text, "", &EmptyRoster);
    assert!(transcript.turns[0].label.anonymous);
    let last = transcript.turns.last().unwrap().speech.unwrap();
    assert_eq!(last.of(text), "I thank you too.");
}

#[test]
fn roles_of_the_project_may_need_no_name() {
    let style = Style::default().accepting(&words(&["Q", " Question "]));
    assert!(style.accepts("Q") && style.accepts("QUESTION") && !style.accepts("Voice"));
    assert!(!Style::default().accepts("Q"));
}

#[test]
fn the_verdict_names_the_winner_and_why_the_others_lost() {
    let text = "WEBVTT\n\nAda Vane: We begin at noon.\n\nOtto Krone: Thank you.\n\nAda Vane: I thank you.\n\nThe Pier — a long walk.\n";
    let transcript = Transcript::read(text, "", &EmptyRoster);
    let convention = transcript.convention.unwrap();
    assert_eq!(convention.name, "colon");
    assert_eq!(convention.n_openings, 3);
    assert!(!convention.fixed);
    assert_eq!(convention.house, House::named("broadcast"));
    let told = convention.to_string();
    assert!(told.starts_with("plain, closed by a colon (3"), "{told}");
    assert_eq!(
        Transcript::read("No labels.\n", "", &EmptyRoster).convention,
        None
    );
}
