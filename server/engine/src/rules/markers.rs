//! Lines that open and close a reproduced transcript or statement: the ground of the rules about their pairing.

use memchr::memmem;

use crate::record::Record;
use crate::text::Span;
use crate::transcript::{FurnitureKind, Voice};

/// Nouns for what pages reproduce, and whether it is a transcript or a statement; sorted.
const NOUNS: &str = include_str!("markers/nouns.tsv");

/// What is reproduced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// What was said, with labels.
    Transcript,
    /// What an institution wrote.
    Statement,
}

/// The lines that close something, in text order: `End of the transcript.`
pub(super) fn closings(record: &Record) -> Vec<(Span, Kind)> {
    let passages = record.transcript().passages.iter();
    passages
        .filter(|passage| passage.voice == Voice::None(FurnitureKind::Marker))
        .filter_map(|passage| {
            let words = passage.span.of(record.content());
            let trimmed = words.trim();
            let lead = trimmed.trim_start_matches(|c: char| !c.is_alphabetic());
            let ends = lead
                .get(..4)
                .is_some_and(|end| end.eq_ignore_ascii_case("end "));
            let start = passage.span.start + (words.len() - words.trim_start().len());
            let kind = ends.then(|| kind_of(trimmed)).flatten()?;
            Some((Span::new(start, start + trimmed.len()), kind))
        })
        .collect()
}

/// The lines that open a transcript, in text order: `The following is the full transcript:`, `Transcript`.
pub(super) fn transcript_openings(content: &str) -> Vec<Span> {
    let mut openings: Vec<Span> = Vec::new();
    for at in memmem::find_iter(content.as_bytes(), "ranscript") {
        let start = content[..at].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let end = content[at..]
            .find(['\n', '\r'])
            .map_or(content.len(), |n| at + n);
        let line = &content[start..end];
        let words = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_'));
        let first = start + (words.as_ptr() as usize - line.as_ptr() as usize);
        let span = Span::new(first, first + words.len());
        let known = openings.last().is_some_and(|last| last.start == first);
        if !known && opens(words) {
            openings.push(span);
        }
    }
    openings
}

/// The longest line that opens a transcript, in bytes.
const LONGEST: usize = 300;

fn opens(words: &str) -> bool {
    let lower = words.get(..4).map(str::to_ascii_lowercase);
    if words.len() > LONGEST || lower.is_some_and(|lower| lower == "end ") {
        return false;
    }
    let bare = words.trim_end_matches(':').to_lowercase();
    let heading = matches!(
        bare.as_str(),
        "transcript" | "full transcript" | "the full transcript" | "transcript begins"
    );
    heading || words.ends_with(':')
}

fn kind_of(words: &str) -> Option<Kind> {
    words.split(|c: char| !c.is_alphabetic()).find_map(|word| {
        let word = word.to_lowercase();
        NOUNS.lines().find_map(|line| {
            let (noun, kind) = line.split_once('\t')?;
            (noun == word).then_some(match kind {
                "transcript" => Kind::Transcript,
                _ => Kind::Statement,
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nouns_are_sorted() {
        assert!(NOUNS.lines().is_sorted());
    }

    #[test]
    fn a_line_that_hands_over_to_a_transcript_opens_one() {
        assert!(opens("The following is the full transcript of the talks:"));
        assert!(opens("Transcript"));
        assert!(!opens("End of the transcript:"));
        assert!(!opens("The transcript was sent to both sides."));
    }
}
