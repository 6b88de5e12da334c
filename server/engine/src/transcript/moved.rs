//! Passages, turns and date moved along with a change that leaves all else as it is.

use crate::text::{Change, Span};
use crate::transcript::date::DateOrigin;
use crate::transcript::{Transcript, Voice};

impl Transcript {
    /// Whether `new`, found in the text after a change, has the same passages, turns, labels and date as this one, which was
    /// found before it, all moved along; `lengths` are those of both texts. Of one whose passages the change parts or joins,
    /// or whose labels or date it reaches into, the answer is no.
    pub(crate) fn is_same_moved(
        &self,
        new: &Transcript,
        change: Change,
        lengths: (usize, usize),
    ) -> bool {
        let goes = Goes { change, lengths };
        let passages = self.passages.iter().zip(&new.passages);
        let turns = self.turns.iter().zip(&new.turns);
        self.passages.len() == new.passages.len()
            && self.turns.len() == new.turns.len()
            && self.convention == new.convention
            && self.wrapped == new.wrapped
            && self.sitting == new.sitting
            && goes.date(self, new)
            && passages.into_iter().all(|(old, new)| {
                let is_voice = match (&old.voice, &new.voice) {
                    (Voice::Issuer(old), Voice::Issuer(new)) => goes.whole(old.span, new.span),
                    (old, new) => old == new,
                };
                is_voice && goes.to(old.span, new.span) && goes.to(old.body, new.body)
            })
            && turns.into_iter().all(|(old, new)| {
                let (label, moved) = (&old.label, &new.label);
                goes.whole(label.marked, moved.marked)
                    && goes.to(label.span, moved.span)
                    && goes.maybe(label.note, moved.note)
                    && label.anonymous == moved.anonymous
                    && goes.maybe(old.speech, new.speech)
                    && old.passages == new.passages
                    && old.evidence == new.evidence
            })
    }

    /// Moves along with a change after which all is settled, in a text of `old_len` bytes. `paragraph` is the old and the
    /// new place of the paragraph in which the change lies.
    pub(crate) fn move_along(&mut self, change: Change, old_len: usize, paragraph: (Span, Span)) {
        let (old, new) = paragraph;
        let moved = |offset: usize| {
            if offset == old_len {
                change.new.end + (old_len - change.old.end)
            } else {
                change.moved(offset)
            }
        };
        let place = |span: &mut Span| *span = Span::new(moved(span.start), moved(span.end));
        for passage in &mut self.passages {
            if passage.span.end >= change.old.start {
                place(&mut passage.span);
                place(&mut passage.body);
                if let Voice::Issuer(issuer) = &mut passage.voice {
                    place(&mut issuer.span);
                }
            }
        }
        for turn in &mut self.turns {
            if let Some(speech) = &mut turn.speech {
                if speech.end == old.end {
                    *speech = Span::new(moved(speech.start), new.end);
                } else {
                    place(speech);
                }
            }
            let label = &mut turn.label;
            if label.marked.end > change.old.start {
                place(&mut label.span);
                place(&mut label.marked);
                label.note.iter_mut().for_each(place);
            }
        }
        if let Some(date) = &mut self.date {
            if let DateOrigin::Text(span) = &mut date.origin {
                place(span);
            }
            date.place.iter_mut().for_each(place);
        }
    }
}

/// Where places of a text are after a change in it.
#[derive(Clone, Copy)]
struct Goes {
    change: Change,
    /// The length of the text before and after.
    lengths: (usize, usize),
}

impl Goes {
    /// Whether a place is another, moved along; the text's end stays its end.
    fn there(self, old: usize, new: usize) -> bool {
        let moves = || self.change.moved(old) == new;
        let is_inside = self.change.old.start < old && old < self.change.old.end;
        (old, new) == self.lengths || !is_inside && moves()
    }

    fn to(self, old: Span, new: Span) -> bool {
        self.there(old.start, new.start) && self.there(old.end, new.end)
    }

    fn maybe(self, old: Option<Span>, new: Option<Span>) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => self.to(old, new),
            (old, new) => old == new,
        }
    }

    /// Whether the words of a stretch are those of another: the change does not reach into it.
    fn whole(self, old: Span, new: Span) -> bool {
        let is_outside = self.change.old.end <= old.start || old.end <= self.change.old.start;
        is_outside && self.to(old, new) && old.len() == new.len()
    }

    /// Whether both have the same date, told at the same places.
    fn date(self, old: &Transcript, new: &Transcript) -> bool {
        let (old, new) = match (&old.date, &new.date) {
            (Some(old), Some(new)) => (old, new),
            (old, new) => return old == new,
        };
        let is_origin = match (&old.origin, &new.origin) {
            (DateOrigin::Text(old), DateOrigin::Text(new)) => self.whole(*old, *new),
            (old, new) => old == new,
        };
        let is_place = match (old.place, new.place) {
            (Some(old), Some(new)) => self.whole(old, new),
            (old, new) => old == new,
        };
        old.date == new.date && is_origin && is_place
    }
}
