//! Ranges of bytes: in a document ([`Span`]) and in one paragraph ([`LocalSpan`]).
//!
//! They are two types so that a kept, local range can never be mistaken for a place in the document.

use std::fmt;
use std::num::NonZeroU32;

/// A half-open range of UTF-8 bytes in a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

impl Span {
    /// The range from `start` to before `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        Span { start, end }
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies in it, or it ends there (where a cursor would stand).
    pub fn holds_cursor(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether the byte at `offset` lies in it.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether all of `other` lies in it.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The words it stands for in `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// A half-open range of UTF-8 bytes in one paragraph, counted from the paragraph's first byte.
///
/// A long document keeps hundreds of thousands of them, so it is held in eight bytes, and so is an `Option` of it.
/// Bytes beyond four thousand million of one paragraph count as the last of these.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalSpan {
    start: u32,
    /// One more than the first byte after it.
    beyond: NonZeroU32,
}

impl LocalSpan {
    /// The range from `start` to before `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        let held = |byte: usize| {
            u32::try_from(byte)
                .unwrap_or(u32::MAX - 1)
                .min(u32::MAX - 1)
        };
        LocalSpan {
            start: held(start),
            beyond: NonZeroU32::MIN.saturating_add(held(end)),
        }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// First byte after it.
    pub fn end(self) -> usize {
        self.beyond.get() as usize - 1
    }

    /// The same from another first byte on.
    #[must_use]
    pub fn from(self, start: usize) -> Self {
        LocalSpan::new(start, self.end())
    }

    /// The same up to another byte.
    #[must_use]
    pub fn until(self, end: usize) -> Self {
        LocalSpan::new(self.start(), end)
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: LocalSpan) -> bool {
        self.start() < other.end() && other.start() < self.end()
    }

    /// Whether all of `other` lies in it.
    pub fn covers(self, other: LocalSpan) -> bool {
        self.start <= other.start && other.beyond <= self.beyond
    }

    /// The words it stands for in `paragraph`.
    pub fn of(self, paragraph: &str) -> &str {
        &paragraph[self.start()..self.end()]
    }

    /// Its place in the document, for a paragraph that begins at byte `base`.
    pub fn place(self, base: usize) -> Span {
        Span::new(self.start() + base, self.end() + base)
    }
}

impl Default for LocalSpan {
    fn default() -> Self {
        LocalSpan::new(0, 0)
    }
}

impl fmt::Debug for LocalSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start(), self.end())
    }
}
