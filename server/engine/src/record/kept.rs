//! What a record holds of the one it was built on: what the rules need to know to keep their findings.

use std::sync::Arc;

use crate::text::{Change, Span};

use super::build::Before;
use super::{Paragraph, Record, Said};

/// What of an earlier record has stayed the same.
#[derive(Clone, PartialEq, Debug)]
pub struct Kept {
    /// What has changed in the text; `None` if nothing has, or if nothing of the earlier record was kept.
    pub change: Option<Change>,
    /// Who speaks where is as it was: passages, turns, labels, speakers and the date, all moved along with the text.
    pub turns: bool,
    /// The paragraphs.
    pub paragraphs: KeptParagraphs,
}

/// Which paragraphs say the same as in an earlier record: the same words, readings, standings and people.
#[derive(Clone, PartialEq, Debug)]
pub enum KeptParagraphs {
    /// None of them.
    None,
    /// There are as many as before, and all but these say the same; in text order.
    AllBut(Vec<Was>),
    /// For each paragraph the place of the earlier one that says the same.
    Some {
        /// The places.
        places: Vec<Option<usize>>,
        /// The earlier paragraphs that are no more, or whose stretch of text has changed; `None` if they are many.
        gone: Option<Vec<Gone>>,
    },
}

/// A paragraph of the earlier record that is no more as it was.
#[derive(Clone, PartialEq, Debug)]
pub struct Gone {
    /// The paragraph, with its place in the earlier text.
    pub paragraph: Paragraph,
    /// The text of its stretch ([`Record::stretch`]).
    pub stretch: String,
    /// Where its words stood in that (bytes).
    pub words: Span,
}

/// The most paragraphs that are told as gone: an edit by hand changes one or two.
const FEW: usize = 64;

/// A paragraph that has changed, or the blanks behind it, as it was.
#[derive(Clone, PartialEq, Debug)]
pub struct Was {
    /// Its place among the paragraphs, then and now.
    pub at: usize,
    /// The text of its stretch ([`Record::stretch`]), if that has changed.
    pub stretch: Option<String>,
    /// Where its words stood in that (bytes).
    pub words: Span,
    /// What it said.
    pub said: Arc<Said>,
}

impl Kept {
    /// A record built from scratch.
    pub fn nothing() -> Kept {
        Kept {
            change: None,
            turns: false,
            paragraphs: KeptParagraphs::None,
        }
    }

    /// The earlier record itself.
    pub(super) fn everything() -> Kept {
        Kept {
            change: None,
            turns: true,
            paragraphs: KeptParagraphs::AllBut(Vec::new()),
        }
    }

    /// A record whose passages were found anew.
    pub(super) fn some(record: &Record, before: Before<'_>, places: Vec<Option<usize>>) -> Kept {
        let mut places = places;
        // Rules may look at who speaks, and at the zone.
        for (at, place) in places.iter_mut().enumerate() {
            let same = place.is_some_and(|old| {
                let (new, old) = (&record.paragraphs[at], &before.record.paragraphs[old]);
                new.zone == old.zone
                    && record.speaker_in(new.passage) == before.record.speaker_in(old.passage)
                    && record.date() == before.record.date()
            });
            if !same {
                *place = None;
            }
        }
        Kept {
            change: before.change,
            turns: before.change.is_some_and(|change| {
                let (old, new) = (&before.record.transcript, &record.transcript);
                let lengths = (before.record.content.len(), record.content.len());
                is_in_paragraphs(before.record, change.old)
                    && is_in_paragraphs(record, change.new)
                    && old.is_same_moved(new, change, lengths)
                    && before.record.speakers == record.speakers
            }),
            paragraphs: KeptParagraphs::Some {
                gone: gone(record, before, &places),
                places,
            },
        }
    }
}

/// The paragraphs of the earlier record that are not found among `places`, or whose stretch of text the change touches; `None`
/// if they are many.
fn gone(record: &Record, before: Before<'_>, places: &[Option<usize>]) -> Option<Vec<Gone>> {
    let old = before.record;
    let mut stays = vec![false; old.paragraphs.len()];
    for (at, place) in places.iter().enumerate() {
        let is_touched = before
            .change
            .is_some_and(|change| change.touches_new(record.stretch(at)));
        if let (Some(place), false) = (*place, is_touched) {
            stays[place] = true;
        }
    }
    let gone: Vec<usize> = (0..stays.len())
        .filter(|&at| !stays[at])
        .take(FEW + 1)
        .collect();
    let tell = |at: &usize| {
        let (paragraph, stretch) = (&old.paragraphs[*at], old.stretch(*at));
        let words = paragraph.span;
        Gone {
            paragraph: paragraph.clone(),
            stretch: stretch.of(&old.content).to_owned(),
            words: Span::new(words.start - stretch.start, words.end - stretch.start),
        }
    };
    (gone.len() <= FEW).then(|| gone.iter().map(tell).collect())
}

/// Whether every passage that a stretch of the text touches has paragraphs, whose stretches cover it.
fn is_in_paragraphs(record: &Record, span: Span) -> bool {
    let passages = &record.transcript.passages;
    let first = passages.partition_point(|passage| passage.span.end < span.start);
    let touched = passages[first..]
        .iter()
        .take_while(|passage| passage.span.start <= span.end);
    (first..first + touched.count()).all(|at| {
        let paragraphs = &record.paragraphs;
        let own = paragraphs.partition_point(|paragraph| paragraph.passage < at);
        paragraphs.get(own).is_some_and(|own| own.passage == at)
    })
}
