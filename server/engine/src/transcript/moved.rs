//! Passages, turns and date moved along with a change that leaves all else as it is.

use crate::text::{Change, Span};
use crate::transcript::date::DateOrigin;
use crate::transcript::{Transcript, Voice};

impl Transcript {
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
