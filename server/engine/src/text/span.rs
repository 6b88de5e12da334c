//! Ranges of bytes: in a document ([`Span`]) and in one paragraph ([`LocalSpan`]).
//!
//! They are two types so that a kept, local range can never be mistaken for a place in the document.

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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct LocalSpan {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
}

impl LocalSpan {
    /// The range from `start` to before `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward: {start}..{end}");
        LocalSpan { start, end }
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: LocalSpan) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether all of `other` lies in it.
    pub fn covers(self, other: LocalSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The words it stands for in `paragraph`.
    pub fn of(self, paragraph: &str) -> &str {
        &paragraph[self.start..self.end]
    }

    /// Its place in the document, for a paragraph that begins at byte `base`.
    pub fn place(self, base: usize) -> Span {
        Span::new(self.start + base, self.end + base)
    }
}
