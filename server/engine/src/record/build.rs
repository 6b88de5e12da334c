//! Building a record on an earlier one: what the change between their texts has not touched is not read again.
//!
//! The result never depends on what was there before. Three things are kept, each under its own condition: a paragraph's
//! reading while its words, its opening and the registry are the same; the standings of its sentences while the readings
//! of the sentences around them are; whom the mentions mean while labels, dates and all mentions are.

use std::collections::HashMap;
use std::sync::Arc;
use thin_vec::ThinVec;

use crate::reading::{self, Language, Opening, Reading};
use crate::text::{Change, Span};
use crate::transcript::{Transcript, Zone};

use super::pool::Pool;
use super::standings::standings;
use super::{Paragraph, Record, Reference, Said, Speaker, resolve};

/// An earlier record of the same document, and what its text has become.
#[derive(Clone, Copy)]
pub(super) struct Before<'a> {
    pub(super) record: &'a Record,
    /// What has changed in the text; `None` if nothing has.
    pub(super) change: Option<Change>,
}

impl Before<'_> {
    /// The old place of a stretch of the new text; `None` if the change touches it.
    fn back(self, span: Span) -> Option<Span> {
        match self.change {
            None => Some(span),
            Some(change) if span.end <= change.new.start => Some(span),
            Some(change) if span.start >= change.new.end => {
                Some(Span::new(change.back(span.start), change.back(span.end)))
            }
            Some(_) => None,
        }
    }
}

/// A paragraph that is being read.
struct Draft {
    span: Span,
    passage: usize,
    zone: Zone,
    /// Its place in the earlier record, if its words are untouched.
    before: Option<usize>,
    opening: Opening,
    reading: Option<Arc<Reading>>,
}

/// The paragraphs and speakers of a text whose passages are known, and for each paragraph the place of the one in the
/// earlier record that says the same.
pub(super) fn read(
    content: &str,
    transcript: &Transcript,
    reference: &Reference,
    before: Option<Before<'_>>,
    pool: &dyn Pool,
) -> (Vec<Paragraph>, Arc<[Speaker]>, Vec<Option<usize>>) {
    let language = reference
        .language
        .unwrap_or_else(|| Language::detect(content));
    let mut drafts = drafts(content, transcript, language, before);
    read_drafts(content, &mut drafts, reference, before, pool);
    let placed = with_standings(&drafts, before);
    with_people(content, transcript, placed, reference)
}

/// All paragraphs, matched with those of the earlier record whose words are untouched.
fn drafts(
    content: &str,
    transcript: &Transcript,
    language: Language,
    before: Option<Before<'_>>,
) -> Vec<Draft> {
    let old = before.map_or(&[][..], |before| &before.record.paragraphs[..]);
    let mut next = 0;
    let mut drafts = Vec::with_capacity(old.len() + 16);
    for (at, passage) in transcript.passages.iter().enumerate() {
        let zone = passage.zone();
        if zone == Zone::Furniture {
            continue;
        }
        for span in transcript.paragraphs(content, passage) {
            let back = before.and_then(|before| before.back(span));
            let mut found = None;
            if let Some(back) = back {
                while old.get(next).is_some_and(|old| old.span.start < back.start) {
                    next += 1;
                }
                found = old.get(next).filter(|old| old.span == back).map(|_| next);
            }
            drafts.push(Draft {
                span,
                passage: at,
                zone,
                before: found,
                opening: Opening {
                    zone,
                    in_quote: false,
                    language,
                },
                reading: None,
            });
        }
    }
    drafts
}

/// How many paragraphs are read at once by one hand.
const HANDFUL: usize = 16;

/// Gives every draft its reading and how it opens.
fn read_drafts(
    content: &str,
    drafts: &mut [Draft],
    reference: &Reference,
    before: Option<Before<'_>>,
    pool: &dyn Pool,
) {
    let registry = &*reference.registry;
    let kept = |at: usize| before.map(|before| &before.record.paragraphs[at]);
    let moved = Moved::of(drafts, before);
    // Whether a quotation runs on into a paragraph is only known once the one before it is read. Mostly none does: all
    // that has to be read is read as if so, on as many hands as there are, and the few others once more.
    let unread: Vec<usize> = (0..drafts.len())
        .filter(|at| {
            let draft = &drafts[*at];
            draft.before.is_none()
                && moved
                    .reading(draft.span.of(content), draft.opening)
                    .is_none()
        })
        .collect();
    let read_at = |at: &usize| {
        let draft = &drafts[*at];
        Arc::new(reading::read(
            draft.span.of(content),
            draft.opening,
            registry,
        ))
    };
    let fresh: Vec<Arc<Reading>> = super::pool::map(pool, &unread, HANDFUL, read_at);
    for (at, reading) in unread.into_iter().zip(fresh) {
        drafts[at].reading = Some(reading);
    }
    let mut last: Option<(usize, bool)> = None;
    for draft in drafts {
        let in_quote = last.is_some_and(|(passage, open)| passage == draft.passage && open);
        let opening = Opening {
            zone: draft.zone,
            in_quote,
            language: draft.opening.language,
        };
        let old = draft
            .before
            .and_then(kept)
            .filter(|old| old.opening == opening)
            .map(|old| Arc::clone(&old.reading));
        let ahead = draft.reading.take().filter(|_| draft.opening == opening);
        let words = draft.span.of(content);
        let reading = old
            .or(ahead)
            .or_else(|| moved.reading(words, opening))
            .unwrap_or_else(|| Arc::new(reading::read(words, opening, registry)));
        last = Some((draft.passage, reading.leaves_quote_open));
        draft.opening = opening;
        draft.reading = Some(reading);
    }
}

/// The readings of what the change took out, found again by the words: the whole text may have been sent anew, or two
/// paragraphs may have changed places.
struct Moved<'a>(HashMap<(&'a str, Opening), &'a Arc<Reading>>);

impl<'a> Moved<'a> {
    fn of(drafts: &[Draft], before: Option<Before<'a>>) -> Self {
        let touched = before.and_then(|before| Some((before.record, before.change?)));
        let unmatched = drafts.iter().filter(|draft| draft.before.is_none()).count();
        let Some((record, change)) = touched.filter(|_| unmatched > 1) else {
            return Moved(HashMap::new());
        };
        let old = &record.paragraphs;
        let first = old.partition_point(|old| old.span.end < change.old.start);
        let gone = old[first..]
            .iter()
            .take_while(|old| old.span.start <= change.old.end);
        let key = |old: &'a Paragraph| {
            let words = old.span.of(&record.content);
            ((words, old.opening), &old.reading)
        };
        Moved(gone.map(key).collect())
    }

    fn reading(&self, words: &str, opening: Opening) -> Option<Arc<Reading>> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&(words, opening)).map(|kept| Arc::clone(kept))
    }
}

/// A paragraph and its place in the earlier record, if it says the same as there.
type Placed = (Paragraph, Option<usize>);

/// The paragraphs with the standings of their sentences, and nobody resolved where that is new.
fn with_standings(drafts: &[Draft], before: Option<Before<'_>>) -> Vec<Placed> {
    let old = before.map_or(&[][..], |before| &before.record.paragraphs[..]);
    let mut paragraphs: Vec<Placed> = Vec::with_capacity(drafts.len());
    for passage in drafts.chunk_by(|a, b| a.passage == b.passage) {
        let readings: Vec<&Arc<Reading>> = passage
            .iter()
            .filter_map(|draft| draft.reading.as_ref())
            .collect();
        let same = passage_before(passage, old);
        let standings = standings(passage[0].zone, &readings, same);
        for (nth, (draft, standings)) in passage.iter().zip(standings).enumerate() {
            let kept = match &standings {
                None => same.map(|same| &same[nth]),
                Some(standings) => draft.before.map(|at| &old[at]).filter(|kept| {
                    Arc::ptr_eq(&kept.reading, readings[nth]) && kept.standings == *standings
                }),
            };
            let said = kept.map_or_else(
                || {
                    Arc::new(Said {
                        reading: Arc::clone(readings[nth]),
                        standings: standings.unwrap_or_default(),
                        resolved: ThinVec::new(),
                    })
                },
                |kept| Arc::clone(&kept.said),
            );
            let paragraph = Paragraph {
                span: draft.span,
                passage: draft.passage,
                zone: draft.zone,
                opening: draft.opening,
                said,
            };
            paragraphs.push((paragraph, kept.and(draft.before)));
        }
    }
    paragraphs
}

/// The paragraphs of the passage in the earlier record, if they are as many, and those with untouched words the same.
fn passage_before<'a>(passage: &[Draft], old: &'a [Paragraph]) -> Option<&'a [Paragraph]> {
    let (nth, at) = passage
        .iter()
        .enumerate()
        .find_map(|(nth, draft)| Some((nth, draft.before?)))?;
    let from = at.checked_sub(nth)?;
    let same = old.get(from..from + passage.len())?;
    let number = same[0].passage;
    let whole = same.iter().all(|one| one.passage == number)
        && same[0].zone == passage[0].zone
        && from
            .checked_sub(1)
            .is_none_or(|at| old[at].passage != number)
        && old
            .get(from + passage.len())
            .is_none_or(|after| after.passage != number);
    let matched = passage
        .iter()
        .enumerate()
        .all(|(nth, draft)| draft.before.is_none_or(|at| at == from + nth));
    (whole && matched).then_some(same)
}

/// Resolves whom all mentions mean, and keeps what has stayed the same.
fn with_people(
    content: &str,
    transcript: &Transcript,
    placed: Vec<Placed>,
    reference: &Reference,
) -> (Vec<Paragraph>, Arc<[Speaker]>, Vec<Option<usize>>) {
    let (mut paragraphs, mut before): (Vec<Paragraph>, Vec<Option<usize>>) =
        placed.into_iter().unzip();
    let (all, speakers) = resolve::resolve(content, transcript, &paragraphs, reference);
    for (at, resolved) in all.into_iter().enumerate() {
        if !paragraphs[at].take(resolved) {
            continue;
        }
        before[at] = None;
    }
    (paragraphs, speakers.into(), before)
}
