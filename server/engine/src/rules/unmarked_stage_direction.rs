//! # SPK009 unmarked-stage-direction
//!
//! ## What it finds
//! A line in a turn that tells what happens in the room and stands without brackets.
//!
//! ## Why it matters
//! Without brackets it reads, and is counted and quoted, as the speaker’s own words.
//!
//! ## Flagged
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: We thank all of you.
//!
//! Applause
//! ^^^^^^^^ unmarked-stage-direction
//!
//! They shake hands
//! ^^^^^^^^^^^^^^^^ unmarked-stage-direction
//!
//! Rolf Berg: Thank you.
//!
//! Ada Vane: Good night.
//! ```
//!
//! ## Accepted
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: We thank all of you.
//!
//! (Applause)
//!
//! There was applause for our nurses.
//!
//! Rolf Berg: Thank you.
//!
//! Ada Vane: Good night.
//! ```
//!
//! ## What to do
//! Put the line in brackets.

use crate::record::{Paragraph, Record};
use crate::transcript::{Voice, Zone};

use super::{Check, Edit, Findings, Levels, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK009",
    name: "unmarked-stage-direction",
    levels: Levels::all(Severity::Hint),
    source: include_str!("unmarked_stage_direction.rs"),
    check: Check::Paragraph(check),
};

/// Whole lines that nobody says, in the languages of our sources; sorted.
const LINES: &str = include_str!("unmarked_stage_direction/lines.txt");
/// What people are seen to do, after "he", "she" or "they"; sorted.
const DEEDS: &str = include_str!("unmarked_stage_direction/deeds.txt");
/// The longest such line, in bytes.
const LONGEST: usize = 60;

fn check(record: &Record, paragraph: &Paragraph, findings: &mut Findings<'_>) {
    let words = paragraph.span.of(record.content());
    if paragraph.zone != Zone::Turn || words.len() > LONGEST {
        return;
    }
    // All that a turn says is spoken: "Cheers."
    let transcript = record.transcript();
    if let Voice::Speaker(turn) = transcript.passages[paragraph.passage].voice
        && transcript.turns[turn].speech == Some(paragraph.span)
    {
        return;
    }
    let on_own_line = record.content()[..paragraph.span.start].ends_with(['\n', '\r']);
    if !on_own_line || !(is_line(words) || is_deed(words)) {
        return;
    }
    let message = format!("“{words}” tells what happens in the room, and has no brackets.");
    if let Some(finding) = findings.add(Some(Zone::Turn), paragraph.span, message) {
        finding.fix(
            "Put it in brackets",
            vec![Edit::replace(paragraph.span, format!("({words})"))],
        );
    }
}

fn is_line(words: &str) -> bool {
    let folded = words.trim_end_matches(['.', '!']).to_lowercase();
    LINES.lines().any(|line| line == folded)
}

/// `They shake hands`: a subject, a verb of what can be seen, no mark at the end.
fn is_deed(words: &str) -> bool {
    let folded = words.to_lowercase();
    let mut parts = folded.split_whitespace();
    let subject = parts.next();
    let ends_open = words.ends_with(char::is_alphanumeric);
    ends_open
        && words.starts_with(char::is_uppercase)
        && matches!(subject, Some("they" | "he" | "she" | "both" | "all"))
        && parts
            .next()
            .is_some_and(|verb| DEEDS.lines().any(|deed| deed == verb))
        && parts.count() <= 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(LINES.lines().is_sorted() && DEEDS.lines().is_sorted());
    }
}
