//! # SPK008 unclosed-region
//!
//! ## What it finds
//! A transcript within a page whose beginning is marked and whose end is not, or the other way round.
//!
//! ## Why it matters
//! Where no line says where a transcript ends or begins, the page’s own words may be taken for a speaker’s.
//!
//! ## Flagged
//! ```transcript
//! The two ministers met in Strelsau on 15 March 2023 and spoke for an hour about the harbour.
//!
//! Ada Vane: Let us begin with the harbour.
//!
//! Rolf Berg: It is ready.
//!
//! Ada Vane: So is the road.
//!
//! End of the transcript.
//! ^^^^^^^^^^^^^^^^^^^^^^ unclosed-region
//! ```
//! ```transcript
//! The two ministers met in Strelsau on 15 March 2023. The full transcript:
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unclosed-region
//!
//! Ada Vane: Let us begin with the harbour.
//!
//! Rolf Berg: It is ready.
//!
//! Ada Vane: So is the road.
//!
//! Share this:
//! ```
//!
//! ## Accepted
//! ```transcript
//! The two ministers met in Strelsau on 15 March 2023. The full transcript:
//!
//! Ada Vane: Let us begin with the harbour.
//!
//! Rolf Berg: It is ready.
//!
//! Ada Vane: So is the road.
//!
//! End of the transcript.
//!
//! Share this:
//! ```
//! ```transcript
//! Strelsau, 15 March 2023
//!
//! Ada Vane: Let us begin with the harbour.
//!
//! Rolf Berg: It is ready.
//!
//! Ada Vane: So is the road.
//!
//! End of the transcript.
//! ```
//!
//! ## What to do
//! Write the missing line, or take the other one out where the whole file is a transcript.

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Voice, Zone};

use super::markers::{Kind, closings, transcript_openings};
use super::{Check, Findings, Levels, Look, Rule, Seen, Severity};

pub(super) const RULE: Rule = Rule {
    code: "SPK008",
    name: "unclosed-region",
    levels: Levels::all(Severity::Info),
    source: include_str!("unclosed_region.rs"),
    check: Check::Transcript(sees, check),
};

fn sees(look: Look<'_>, seen: &mut Seen) {
    for line in transcript_openings(look.stretch) {
        seen.say(line.of(look.stretch));
    }
}

fn check(record: &Record, findings: &mut Findings<'_>) {
    let turns = &record.transcript().turns;
    let (Some(first), Some(last)) = (turns.first(), turns.last()) else {
        return;
    };
    let closings: Vec<Span> = closings(record)
        .into_iter()
        .filter(|(_, kind)| *kind == Kind::Transcript)
        .map(|(span, _)| span)
        .collect();
    let openings = transcript_openings(record.content());
    if let (Some(closing), None) = (closings.first(), openings.first()) {
        // Where nothing but turns stands before it, the whole file is the transcript.
        if tells_before(record, first.label.marked.start) {
            let message = "A transcript ends here, and no line says where it begins.";
            findings.add(Some(Zone::Furniture), *closing, message);
        }
    }
    let before_turns = |opening: &&Span| opening.start < first.label.marked.start;
    if let (Some(opening), None) = (openings.iter().rfind(before_turns), closings.first())
        && goes_on_after(record, last.passages.last().copied())
    {
        let message = "A transcript begins here, and no line says where it ends.";
        findings.add(Some(Zone::Narrative), *opening, message);
    }
}

fn tells_before(record: &Record, end: usize) -> bool {
    let passages = record.transcript().passages.iter();
    passages
        .take_while(|passage| passage.span.start < end)
        .any(|passage| passage.zone() == Zone::Narrative)
}

/// Whether the page has more words after the last turn.
fn goes_on_after(record: &Record, last: Option<usize>) -> bool {
    let passages = &record.transcript().passages;
    let rest = passages.get(last.map_or(0, |last| last + 1)..);
    rest.unwrap_or_default().iter().any(|passage| {
        matches!(
            passage.voice,
            Voice::Narrator | Voice::None(FurnitureKind::Chrome)
        )
    })
}
