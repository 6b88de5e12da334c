//! What has changed between two states of a text: one stretch, from the first byte that differs to the last.
//!
//! Ropes of one document share the pieces that no edit has touched, so most of the text is compared by where it lies in
//! memory and never read.

use super::{Span, Text};

/// A stretch of one text put in place of a stretch of another; before and behind it the two are the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// The bytes of the old text that went.
    pub old: Span,
    /// The bytes of the new text that came in their place; they begin at the same byte.
    pub new: Span,
}

impl Change {
    /// Where the byte at `offset` of the old text stands in the new one, for an offset that is not inside the change:
    /// at its beginning it stays, from its end on it moves along.
    pub fn moved(self, offset: usize) -> usize {
        if offset <= self.old.start {
            offset
        } else {
            (offset + self.new.end).saturating_sub(self.old.end)
        }
    }

    /// Where a stretch of the old text stands in the new one, for a stretch that does not reach into the change.
    pub fn moved_span(self, span: Span) -> Span {
        Span::new(self.moved(span.start), self.moved(span.end))
    }

    /// Whether a stretch of the new text holds some of what came, or borders on it.
    pub fn touches_new(self, span: Span) -> bool {
        span.start <= self.new.end && self.new.start <= span.end
    }

    /// The old place of an offset behind the change in the new text.
    pub fn back(self, offset: usize) -> usize {
        (offset + self.old.end).saturating_sub(self.new.end)
    }
}

impl Text {
    /// What has changed since the state `old`, on borders of characters; `None` if nothing has.
    pub fn change_since(&self, old: &Text) -> Option<Change> {
        let (n_old, n_new) = (old.len(), self.len());
        let mut start = same_front(old, self);
        if start == n_old && start == n_new {
            return None;
        }
        while !on_border(self, start) || !on_border(old, start) {
            start -= 1;
        }
        let most = (n_old - start).min(n_new - start);
        let mut behind = same_back(old, self, most);
        while !on_border(self, n_new - behind) || !on_border(old, n_old - behind) {
            behind -= 1;
        }
        Some(Change {
            old: Span::new(start, n_old - behind),
            new: Span::new(start, n_new - behind),
        })
    }

    /// The text of a state that differs from `before`, the string of an earlier one, by `change`.
    pub fn string_after(&self, before: &str, change: Change) -> String {
        let rope = self.rope();
        let mut string = String::with_capacity(self.len());
        string.push_str(&before[..change.old.start]);
        for chunk in rope.byte_slice(change.new.start..change.new.end).chunks() {
            string.push_str(chunk);
        }
        string.push_str(&before[change.old.end..]);
        string
    }
}

fn on_border(text: &Text, offset: usize) -> bool {
    let rope = text.rope();
    rope.char_to_byte(rope.byte_to_char(offset)) == offset
}

/// How many bytes at the front are the same.
fn same_front(old: &Text, new: &Text) -> usize {
    let (mut olds, mut news) = (old.rope().chunks(), new.rope().chunks());
    let (mut one, mut other): (&[u8], &[u8]) = (&[], &[]);
    let mut same = 0;
    loop {
        if one.is_empty() {
            one = olds.next().map_or(&[], str::as_bytes);
        }
        if other.is_empty() {
            other = news.next().map_or(&[], str::as_bytes);
        }
        let n = one.len().min(other.len());
        if n == 0 {
            return same;
        }
        if one.as_ptr() != other.as_ptr() && one[..n] != other[..n] {
            let pairs = one.iter().zip(other);
            return same + pairs.take_while(|(one, other)| one == other).count();
        }
        same += n;
        (one, other) = (&one[n..], &other[n..]);
    }
}

/// How many bytes at the back are the same, `most` at most.
fn same_back(old: &Text, new: &Text, most: usize) -> usize {
    let (mut olds, ..) = old.rope().chunks_at_byte(old.len());
    let (mut news, ..) = new.rope().chunks_at_byte(new.len());
    // An iterator made at the end stands before the last piece.
    while olds.next().is_some() {}
    while news.next().is_some() {}
    let (mut one, mut other): (&[u8], &[u8]) = (&[], &[]);
    let mut same = 0;
    while same < most {
        if one.is_empty() {
            one = olds.prev().map_or(&[], str::as_bytes);
        }
        if other.is_empty() {
            other = news.prev().map_or(&[], str::as_bytes);
        }
        let n = one.len().min(other.len());
        if n == 0 {
            break;
        }
        let (a, b) = (&one[one.len() - n..], &other[other.len() - n..]);
        if a.as_ptr() != b.as_ptr() && a != b {
            let pairs = a.iter().rev().zip(b.iter().rev());
            same += pairs.take_while(|(one, other)| one == other).count();
            break;
        }
        same += n;
        (one, other) = (&one[..one.len() - n], &other[..other.len() - n]);
    }
    same.min(most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::plain::some_text;

    #[test]
    fn a_typed_letter_is_all_that_changed() {
        let old = Text::from(&*"The harbour is open.\n".repeat(500));
        let mut new = old.clone();
        new.edit(Span::new(5000, 5000), "x");
        let change = new.change_since(&old).expect("a letter more");
        assert_eq!(
            (change.old, change.new),
            (Span::new(5000, 5000), Span::new(5000, 5001))
        );
        assert_eq!(old.change_since(&old), None);
        assert_eq!(change.moved(5000), 5000);
        assert_eq!(change.moved(5001), 5002);
        assert_eq!(change.back(5002), 5001);
    }

    proptest! {
        #[test]
        fn the_old_text_with_the_change_is_the_new_text(
            old in some_text(), new in some_text(), at in 0usize..60, n in 0usize..20, edited in any::<bool>()
        ) {
            let old_text = Text::from(&*old);
            let mut new_text = Text::from(&*new);
            if edited {
                new_text = old_text.clone();
                let border = |mut at: usize| {
                    at = at.min(old.len());
                    while !old.is_char_boundary(at) { at -= 1; }
                    at
                };
                new_text.edit(Span::new(border(at), border(at + n).max(border(at))), &new);
            }
            let expected = new_text.to_string();
            match new_text.change_since(&old_text) {
                None => prop_assert_eq!(&old, &expected),
                Some(change) => {
                    prop_assert_eq!(new_text.string_after(&old, change), expected.clone());
                    prop_assert_eq!(change.old.start, change.new.start);
                    prop_assert!(!change.old.is_empty() || !change.new.is_empty());
                }
            }
        }
    }
}
