//! What stands between one word and the next, and what it tells: whether they belong together, whether a sentence ends.

use super::Tokens;

impl Tokens<'_> {
    /// What stands between word `at` and the next one, possessive ending left out; empty after the last word.
    pub(in crate::registry) fn gap(&self, at: usize) -> &str {
        match (self.list.get(at), self.list.get(at + 1)) {
            (Some(this), Some(next)) => &self.text[this.after()..next.start()],
            _ => "",
        }
    }

    /// Whether word `at` and the next one stand together: blanks, a hyphen, or the stop of an abbreviation between them.
    #[inline]
    pub(in crate::registry) fn adjacent(&self, at: usize) -> bool {
        let (Some(this), Some(next)) = (self.list.get(at), self.list.get(at + 1)) else {
            return false;
        };
        if next.start == this.after + 1 && self.text.as_bytes()[this.after()] == b' ' {
            return true;
        }
        self.nearly_adjacent(at)
    }

    /// The same where more than a blank stands between them.
    fn nearly_adjacent(&self, at: usize) -> bool {
        let gap = self.gap(at);
        if gap.starts_with([',', ';', ':']) {
            return false;
        }
        let short = self.list[at].end - self.list[at].start <= 5 && self.list[at].capital;
        let gap = if short {
            gap.strip_prefix('.').unwrap_or(gap)
        } else {
            gap
        };
        let is_close = !gap.contains('\n') && gap.chars().count() <= 3;
        let parts_nothing = |c: char| c.is_whitespace() || is_hyphen(c) || is_invisible(c);
        gap.chars().all(parts_nothing) && (is_close || self.wraps(at))
    }

    /// Whether only the end of a full line stands between word `at` and the next one: the text is wrapped there.
    fn wraps(&self, at: usize) -> bool {
        let gap = self.gap(at);
        let breaks = gap.bytes().filter(|&b| b == b'\n').count();
        if breaks != 1 || !gap.chars().all(char::is_whitespace) {
            return false;
        }
        let before = &self.text[..self.list[at].after()];
        let line = before.rfind('\n').map_or(before, |end| &before[end + 1..]);
        line.len() >= FULL_LINE
    }

    /// Whether word `at` opens a sentence, as far as the marks before it tell.
    pub(in crate::registry) fn opens_sentence(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        let gap = self.gap(before);
        let short =
            self.list[before].end - self.list[before].start <= 4 && self.list[before].capital;
        let ends = gap.contains(['!', '?', '"', '“', '«', ':', ';'])
            || (gap.contains('\n') && !self.wraps(before));
        ends || (gap.contains('.') && !short)
    }
}

/// A line of so many bytes is full enough to have been wrapped.
const FULL_LINE: usize = 45;

/// Marks of writing direction and joiners, which copied names carry along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Hyphens and the no-break hyphen; not dashes, which part clauses.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}
