//! The shapes labels are printed in: what stands before the words and what closes them.
//!
//! A shape is a value, so that conventions can be counted and compete; reading one off a line is `opening`'s work.

use std::fmt;

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

impl Decoration {
    /// All with their names in files of ours, and as people say it.
    pub(crate) const NAMES: [(Decoration, &'static str, &'static str); 7] = [
        (Decoration::Plain, "plain", "plain"),
        (Decoration::Heading, "heading", "as headings"),
        (Decoration::Bold, "bold", "in bold or italics"),
        (Decoration::Bracket, "bracket", "in square brackets"),
        (Decoration::Section, "section", "after a section sign"),
        (
            Decoration::Dash,
            "item",
            "after a dash or the sign of an item",
        ),
        (Decoration::Voice, "voice", "as voices of subtitles"),
    ];
}

impl Closing {
    /// All with their names in files of ours, and as people say it.
    pub(crate) const NAMES: [(Closing, &'static str, &'static str); 10] = [
        (Closing::Colon, "colon", "closed by a colon"),
        (Closing::Stop, "stop", "closed by a full stop"),
        (Closing::Gap, "gap", "closed by a gap"),
        (
            Closing::Capitals,
            "capitals",
            "closed where the capitals end",
        ),
        (Closing::LineEnd, "line-end", "closed by the line's end"),
        (Closing::Time, "time", "with a time"),
        (Closing::Dash, "dash", "closed by a dash"),
        (
            Closing::StopDash,
            "stop-dash",
            "closed by a full stop and a dash",
        ),
        (Closing::Column, "tab", "closed by a tab"),
        (
            Closing::Enclosed,
            "enclosed",
            "closed by their decoration alone",
        ),
    ];

    /// How many ways of closing a label there are.
    pub(crate) const COUNT: usize = Closing::Enclosed as usize + 1;
}

impl Shape {
    /// The shape of this name: `colon`, `bold colon`, `heading line-end`; `None` if there is no such shape.
    pub(crate) fn named(name: &str) -> Option<Shape> {
        let (decoration, closing) = name.split_once(' ').unwrap_or(("plain", name));
        let decoration = Decoration::NAMES
            .iter()
            .find(|(_, name, _)| *name == decoration)?;
        let closing = Closing::NAMES
            .iter()
            .find(|(_, name, _)| *name == closing.trim())?;
        Some(Shape {
            decoration: decoration.0,
            closing: closing.0,
        })
    }

    /// Its name in files of ours: `bold colon`.
    pub(crate) fn name(self) -> String {
        let decoration = Decoration::NAMES[self.decoration as usize].1;
        let closing = Closing::NAMES[self.closing as usize].1;
        match self.decoration {
            Decoration::Plain => closing.to_owned(),
            _ => format!("{decoration} {closing}"),
        }
    }

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

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decoration = Decoration::NAMES[self.decoration as usize].2;
        let closing = Closing::NAMES[self.closing as usize].2;
        write!(f, "{decoration}, {closing}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_has_a_name_of_its_own() {
        for (at, (decoration, _, _)) in Decoration::NAMES.into_iter().enumerate() {
            assert_eq!(decoration as usize, at);
            for (at, (closing, _, _)) in Closing::NAMES.into_iter().enumerate() {
                assert_eq!(closing as usize, at);
                let shape = Shape {
                    decoration,
                    closing,
                };
                assert_eq!(Shape::named(&shape.name()), Some(shape));
            }
        }
        assert_eq!(Shape::named("bold comma"), None);
    }
}
