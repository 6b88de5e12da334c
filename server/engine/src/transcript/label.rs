//! Speaker labels and the evidence that they are labels.

use std::fmt;

use crate::text::Span;

/// A speaker label as printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The label's words without decoration, note and closing mark: `President Vladimir Putin` (document bytes). A riding or
    /// the holder of an office in brackets belongs to the words: `The Acting Speaker (Ms. Vane)`.
    pub span: Span,
    /// All of it: bold marks, heading signs, note, closing colon or stop (document bytes).
    pub marked: Span,
    /// Whether the role is one that hides a name: `Q`, `Question`, `Audience`, `Interpreter`.
    pub anonymous: bool,
    /// How or when it is said, without its brackets: a manner such as `retranslated`, or a time stamp (document bytes).
    pub note: Option<Span>,
}

/// One reason to take a line's opening for a speaker label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Evidence {
    /// It stands alone on its line.
    OwnLine,
    /// The same label opens other paragraphs.
    Repeats,
    /// Other labels of this document have the same shape.
    Convention,
    /// It alternates with another label.
    Alternates,
    /// It names a person the registry knows.
    KnownPerson,
    /// It names an office.
    KnownOffice,
    /// It opens with a title such as "Mr." or "President".
    Title,
    /// It is in capitals.
    Capitals,
    /// It is a role that asks or interrupts: "Q", "Question", "Audience".
    Role,
    /// It is set in bold or as a heading.
    Decorated,
    /// A blank line stands before it.
    BlankBefore,
    /// It is a shorter form of an earlier label.
    ShortForm,
    /// What is said after it speaks in the first or second person.
    Spoken,
    /// Its first word is a given name.
    GivenName,
    /// Somebody of that name is spoken to in the turn before or after.
    Addressed,
    /// The project or its annotations say so.
    Declared,
}

impl Evidence {
    /// All reasons, in the order of their declaration.
    pub const ALL: [Evidence; 16] = [
        Evidence::OwnLine,
        Evidence::Repeats,
        Evidence::Convention,
        Evidence::Alternates,
        Evidence::KnownPerson,
        Evidence::KnownOffice,
        Evidence::Title,
        Evidence::Capitals,
        Evidence::Role,
        Evidence::Decorated,
        Evidence::BlankBefore,
        Evidence::ShortForm,
        Evidence::Spoken,
        Evidence::GivenName,
        Evidence::Addressed,
        Evidence::Declared,
    ];
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Evidence::OwnLine => "own line",
            Evidence::Repeats => "repeats",
            Evidence::Convention => "same shape as the other labels",
            Evidence::Alternates => "alternates with another label",
            Evidence::KnownPerson => "known person",
            Evidence::KnownOffice => "known office",
            Evidence::Title => "title",
            Evidence::Capitals => "capitals",
            Evidence::Role => "role",
            Evidence::Decorated => "bold or heading",
            Evidence::BlankBefore => "blank line before",
            Evidence::ShortForm => "short form of an earlier label",
            Evidence::Spoken => "what follows speaks to somebody",
            Evidence::GivenName => "given name",
            Evidence::Addressed => "addressed by name nearby",
            Evidence::Declared => "declared",
        })
    }
}
