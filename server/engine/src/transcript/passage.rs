//! Passages, their voices, and turns.

use crate::text::Span;

use super::Label;
use super::label::Evidence;

/// A stretch of the document with one voice.
#[derive(Clone, PartialEq, Debug)]
pub struct Passage {
    /// All its bytes: passages follow each other without gap.
    pub span: Span,
    /// What is to be read in it: the span without the label that opens a turn. Empty for an empty turn.
    pub body: Span,
    /// Who talks.
    pub voice: Voice,
}

/// Who talks in a passage.
#[derive(Clone, PartialEq, Debug)]
pub enum Voice {
    /// A speaker; the number is the turn's place in [`super::Transcript::turns`].
    Speaker(usize),
    /// The issuer of a reproduced statement.
    Issuer(Issuer),
    /// The outlet.
    Narrator,
    /// Nobody: headings, captions, stage directions, page chrome, markers.
    None(FurnitureKind),
}

/// Who issued a reproduced statement, as the sentence before it says.
#[derive(Clone, PartialEq, Debug)]
pub struct Issuer {
    /// The words that name the issuer, such as "The Syrian Presidency" (document bytes).
    pub span: Span,
}

/// What a passage without a voice is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FurnitureKind {
    /// Menus, cookie and donation notices, share buttons.
    Chrome,
    /// A heading.
    Heading,
    /// A caption of a picture or table.
    Caption,
    /// What happens in the room: "(Applause.)".
    StageDirection,
    /// The opening or closing sentence of a transcript or statement, an omission or page mark.
    Marker,
    /// Metadata before the text: front matter, place and time heads.
    FrontMatter,
}

/// The kind of a passage, for levels of findings and for reports.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Zone {
    /// A speaker talks.
    Turn,
    /// A reproduced statement with an issuer.
    Block,
    /// The outlet talks.
    Narrative,
    /// Nobody talks.
    Furniture,
}

impl Zone {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Zone::Turn => "turn",
            Zone::Block => "block",
            Zone::Narrative => "narrative",
            Zone::Furniture => "furniture",
        }
    }
}

impl Passage {
    /// Which zone its voice puts it in.
    pub fn zone(&self) -> Zone {
        match self.voice {
            Voice::Speaker(_) => Zone::Turn,
            Voice::Issuer(_) => Zone::Block,
            Voice::Narrator => Zone::Narrative,
            Voice::None(_) => Zone::Furniture,
        }
    }
}

/// A speaker's turn: a label and what is said under it until the next turn or another voice ends it.
/// A turn that goes on after a stage direction, a page mark or a reproduced document is one turn.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// The label that opens it.
    pub label: Label,
    /// From the first to the last byte of what is said (document bytes); `None` if nothing is.
    pub speech: Option<Span>,
    /// The passages in which the speaker talks, by their place in [`super::Transcript::passages`]; the first holds the label.
    pub passages: Vec<usize>,
    /// Why the label was taken for one, strongest first.
    pub evidence: Vec<Evidence>,
}
