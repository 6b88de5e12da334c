//! # FMT003 hidden-or-broken-characters
//!
//! ## What it finds
//! Characters that show the words in another order than they are stored in, that cannot be seen inside a word, or that
//! came to grief between two encodings.
//!
//! ## Why it matters
//! What a reader sees and what a search, a comparison or a quotation takes are no longer the same words.
//!
//! ## Flagged
//! ```transcript
//! The vote was \u{202E}lost\u{202C} by the government.
//!              ^^^^^^^^ hidden-or-broken-characters
//! Itâ€™s a good day for both countries, the envoy said.
//!   ^^^ hidden-or-broken-characters
//! The chair welcomed Mr. Or\u{200D}lov to the hall.
//!                          ^^^^^^^^ hidden-or-broken-characters
//! ```
//!
//! ## Accepted
//! ```transcript
//! He opened with \u{2067}السلام عليكم\u{2069} and went on in English.
//! The govern\u{AD}ment won the vote in the “CAFÉ”, and São Paulo agreed.
//! ```
//!
//! ## What to do
//! Take the hidden characters out, and put the right ones in place of the broken ones.

use crate::record::Record;
use crate::text::Span;

use super::bytes::three_from;
use super::{Check, Edit, Findings, Levels, Rule, Severity, Stretch};

pub(super) const RULE: Rule = Rule {
    code: "FMT003",
    name: "hidden-or-broken-characters",
    levels: Levels::all(Severity::Error),
    source: include_str!("hidden_or_broken_characters.rs"),
    check: Check::Stretch(check),
};

mod mojibake;

fn check(record: &Record, stretch: Stretch, findings: &mut Findings<'_>) {
    let content = stretch.words(record);
    if !may_be_amiss(content) {
        return;
    }
    let mut from = stretch.span.start;
    for line in content.split_inclusive('\n') {
        if may_be_amiss(line) {
            directions(record, from, line, findings);
            unseen(record, from, line, findings);
            broken(record, from, line, findings);
        }
        from += line.len();
    }
}

/// Whether something in a text begins like a character that is looked for here; the quotation marks, dashes and letters of
/// plain prose do not.
fn may_be_amiss(text: &str) -> bool {
    let bytes = text.as_bytes();
    // A control character is two bytes long, and may be the last.
    let ends_in_control = matches!(bytes, [.., 0xc2, last] if *last < 0xa0);
    ends_in_control || three_from(bytes, 0, begins_amiss).is_some()
}

/// Whether three bytes begin a character without width, one that turns the direction, a sign for what was lost, a control
/// character, or what is left of a letter read in the wrong encoding.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are tested at once"
)]
#[inline]
fn begins_amiss(first: u8, second: u8, third: u8) -> bool {
    let is_between = |byte: u8, low: u8, high: u8| (byte >= low) & (byte <= high);
    // U+200B to U+200D, U+202A to U+202E; U+2060, U+2066 to U+2069.
    let is_mark = is_between(third, 0x8b, 0x8d) | is_between(third, 0xaa, 0xae);
    let is_joiner = is_between(third, 0xa0, 0xa9);
    let is_unseen = ((second == 0x80) & is_mark) | ((second == 0x81) & is_joiner);
    // U+FEFF and U+FFFD.
    let is_lost = (first == 0xef) & ((second == 0xbb) | (second == 0xbf));
    let is_control = (first == 0xc2) & (second < 0xa0);
    // A letter from Â to ô, the shown first byte of another, and no plain letter behind it.
    let is_misread = (first == 0xc3) & is_between(second, 0x82, 0xb4) & (third >= 0x80);
    ((first == 0xe2) & is_unseen) | is_lost | is_control | is_misread
}

/// Characters that turn the direction of what follows, where no letter of the line is written from right to left.
/// One finding a line: they come in pairs.
fn directions(record: &Record, from: usize, line: &str, findings: &mut Findings<'_>) {
    let is_override = |c: char| matches!(c, '\u{202d}' | '\u{202e}');
    let is_turn = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let has_rtl = line.chars().any(is_right_to_left);
    let Some((at, char)) = line
        .char_indices()
        .find(|(_, c)| is_override(*c) || is_turn(*c) && !has_rtl)
    else {
        return;
    };
    let span = Span::new(from + at, from + at + char.len_utf8());
    let zone = super::zone_at(record, span.start);
    let message = format!(
        "A hidden character (U+{:04X}) turns the direction of the words behind it.",
        char as u32
    );
    if let Some(finding) = findings.add(zone, span, message) {
        let edits = line
            .char_indices()
            .filter(|(_, c)| is_turn(*c))
            .map(|(at, c)| Edit::remove(Span::new(from + at, from + at + c.len_utf8())))
            .collect();
        finding.suggest("Take the hidden characters of the line out", edits);
    }
}

/// Characters without width between two Latin letters.
fn unseen(record: &Record, from: usize, line: &str, findings: &mut Findings<'_>) {
    let mut before = ' ';
    let mut chars = line.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let is_unseen = matches!(char, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        if is_unseen && is_latin(before) && is_latin(after) {
            let span = Span::new(from + at, from + at + char.len_utf8());
            let zone = super::zone_at(record, span.start);
            let message = format!(
                "A character without width (U+{:04X}) stands inside a word.",
                char as u32
            );
            if let Some(finding) = findings.add(zone, span, message) {
                finding
                    .lower()
                    .fix("Take the hidden character out", vec![Edit::remove(span)]);
            }
        }
        before = char;
    }
}

/// What is left of a character read in the wrong encoding.
fn broken(record: &Record, from: usize, line: &str, findings: &mut Findings<'_>) {
    for (span, meant) in mojibake::find(line) {
        let span = Span::new(from + span.start, from + span.end);
        let zone = super::zone_at(record, span.start);
        let words = span.of(record.content());
        let message = match &meant {
            Some(meant) => {
                format!("“{words}” is what is left of “{meant}” read in the wrong encoding.")
            }
            None => "A character was lost here when the text changed its encoding.".to_owned(),
        };
        if let Some(finding) = findings.add(zone, span, message) {
            finding.lower();
            if let Some(meant) = meant {
                finding.fix(
                    format!("Change to “{meant}”"),
                    vec![Edit::replace(span, meant)],
                );
            }
        }
    }
}

fn is_latin(char: char) -> bool {
    char.is_alphabetic() && (char as u32) < 0x250
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their forms for presentation.
fn is_right_to_left(char: char) -> bool {
    matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}
