//! The shapes labels are printed in: what stands before the words and what closes them.
//!
//! A shape is a value, so that conventions can be counted and compete; reading one off a line is `opening`'s work.

/// What is printed before, or around, a label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Decoration {
    /// Nothing: `Ada Vane:`.
    Plain,
    /// A Markdown heading: `### Ada Vane:`.
    Heading,
    /// Bold or slanted by marks: `**Ada Vane:**`.
    Bold,
    /// Square brackets: `[Ada Vane]:`.
    Bracket,
    /// A section sign, as old records print one before each speech: `§ Mr. VANE`.
    Section,
    /// A dash or another sign of an item or a caption: `— Ada Vane:`, `>> Ada Vane:`.
    Dash,
    /// A voice of subtitles, or a name in angle brackets: `<v Ada Vane>Good day.`.
    Voice,
}

/// What closes a label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Closing {
    /// A colon, narrow or full-width.
    Colon,
    /// A full stop: `Mr. VANE. I thank the Chair.`.
    Stop,
    /// White space only: `Q    Good day.`.
    Gap,
    /// The first word that is no name in capitals: `Mr. VANE asked`.
    Capitals,
    /// The line's end.
    LineEnd,
    /// A time stamp at the line's end: `Ada Vane 00:11`.
    Time,
    /// A dash between label and speech: `Ada Vane — Good day.`.
    Dash,
    /// A full stop and a dash: `Mr. Vane. — Good day.`.
    StopDash,
    /// A tab, or a wide blank of East Asian typesetting: speech stands in a column of its own.
    Column,
    /// Its own decoration: `**Ada Vane** Good day.`, `[Ada Vane] Good day.`.
    Enclosed,
}

/// A way of printing labels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Shape {
    /// What stands before the words.
    pub(crate) decoration: Decoration,
    /// What closes them.
    pub(crate) closing: Closing,
}

impl Closing {
    /// How many ways of closing a label there are.
    pub(crate) const COUNT: usize = Closing::Enclosed as usize + 1;
}

impl Shape {
    /// How much the shape itself says that this is a label, in the points of `weigh`: decoration is set on purpose,
    /// while a line that merely ends, or a dash, is what prose and headings have too.
    pub(crate) fn points(self) -> i8 {
        let decoration = match self.decoration {
            Decoration::Heading | Decoration::Bold | Decoration::Bracket | Decoration::Voice => 2,
            Decoration::Section => 1,
            Decoration::Plain | Decoration::Dash => 0,
        };
        let closing = match self.closing {
            Closing::Time => 2,
            Closing::StopDash => 1,
            Closing::Colon | Closing::Gap | Closing::Capitals | Closing::Column => 0,
            Closing::Stop | Closing::Dash | Closing::Enclosed => -1,
            Closing::LineEnd => -2,
        };
        decoration + closing
    }

    /// Whether one document may use both shapes for its labels: a colon bare or bold, and `Q` with a gap beside
    /// anything. A colon in a document that closes labels by full stops belongs to the speech.
    pub(crate) fn goes_with(self, other: Shape) -> bool {
        let undecorated = |shape: Shape| {
            matches!(
                shape.decoration,
                Decoration::Plain | Decoration::Bold | Decoration::Bracket
            )
        };
        self == other
            || self.closing == Closing::Gap
            || other.closing == Closing::Gap
            || (self.closing == other.closing && undecorated(self) && undecorated(other))
    }
}
