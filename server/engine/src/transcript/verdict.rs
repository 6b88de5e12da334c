//! What was decided about a document's labels, and why: told on hover, by `explain` and by `inspect`.

use std::fmt;

use crate::transcript::house::House;

/// How a document's labels are printed, and why that was decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LabelConvention {
    /// How they are printed, in words: "in bold or italics, closed by a colon".
    pub printed: String,
    /// The name of that shape in project files: `bold colon`.
    pub name: String,
    /// How many openings of the shape are well founded.
    pub n_openings: usize,
    /// The points of their evidence.
    pub points: i32,
    /// The project fixes it.
    pub fixed: bool,
    /// Whose style the document follows, if it bears the marks of a house.
    pub house: Option<&'static House>,
    /// The shapes that lost, strongest first.
    pub rivals: Vec<Rival>,
}

/// A shape that openings of the document have and that did not become its convention.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rival {
    /// How it is printed, in words.
    pub printed: String,
    /// How many openings of the shape are well founded.
    pub n_openings: usize,
    /// The points of their evidence.
    pub points: i32,
    /// Why it lost.
    pub why: Loss,
}

/// Why a shape did not become the convention.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Loss {
    /// Another has more evidence.
    Weaker,
    /// It did not lose: it prints the labels of another part.
    OtherPart,
    /// No opening of it is well founded.
    Unfounded,
    /// Nobody speaks after its openings, or they are plain words of the text.
    NoSpeech,
    /// Its openings are a list of things.
    List,
    /// The project fixes another.
    NotAllowed,
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Loss::Weaker => "less evidence",
            Loss::OtherPart => "labels of another part of the document",
            Loss::Unfounded => "no opening is well founded",
            Loss::NoSpeech => "nobody speaks after them",
            Loss::List => "a list",
            Loss::NotAllowed => "the project fixes another",
        })
    }
}

impl fmt::Display for LabelConvention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (printed, n, points) = (&self.printed, self.n_openings, self.points);
        write!(f, "{printed} ({n} well-founded openings, {points} points)")?;
        if self.fixed {
            f.write_str(", fixed by the project")?;
        }
        if let Some(house) = self.house {
            write!(f, ", in the style of {}", house.title)?;
        }
        Ok(())
    }
}

impl fmt::Display for Rival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (printed, n, points, why) = (&self.printed, self.n_openings, self.points, self.why);
        write!(
            f,
            "{printed} ({n} well-founded openings, {points} points): {why}"
        )
    }
}
