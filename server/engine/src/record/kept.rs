//! What a record holds of the one it was built on: what the rules need to know to keep their findings.

use std::sync::Arc;

use crate::text::{Change, Span};

use super::build::Before;
use super::{Record, Said};

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
    Some(Vec<Option<usize>>),
}

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
            turns: false,
            paragraphs: KeptParagraphs::Some(places),
        }
    }
}
