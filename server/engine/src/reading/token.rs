//! Tokens: words, numbers and marks of a paragraph, each with what the lexicon knows of it.
//!
//! Every later stage walks tokens and never looks at characters again.

use crate::text::LocalSpan;

use super::class::Class;
use super::classes::Classes;
use super::entry::Facts;

/// A word, number or mark.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent observations")]
pub(crate) struct Token {
    /// First byte in the paragraph.
    pub(crate) start: u32,
    /// First byte after it.
    pub(crate) end: u32,
    /// What it is.
    pub(crate) kind: Kind,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
    /// Whether it ends in "'s" that is no verb.
    pub(crate) owner: bool,
    /// Whether it is known to be made of letters and digits of ASCII alone.
    pub(crate) plain: bool,
    /// Whether it stands in a quotation.
    pub(crate) quoted: bool,
    /// What the lexicon knows.
    pub(crate) facts: Facts,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A word, with inner hyphens and apostrophes; an acronym with its dots.
    Word,
    /// A number with its separators, percent sign and ending.
    Number,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `.`
    Stop,
    /// `!` or `?`
    Call,
    /// `…` or `...`
    Ellipsis,
    /// A dash between words.
    Dash,
    /// A hyphen standing alone.
    Hyphen,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A mark that opens or closes a quotation, or may.
    Mark,
    /// An apostrophe that is no quotation mark.
    Apostrophe,
    /// Anything else.
    Other,
}

impl Token {
    /// Its bytes.
    pub(crate) fn span(&self) -> LocalSpan {
        LocalSpan::new(self.start as usize, self.end as usize)
    }

    /// Its characters in `paragraph`.
    pub(crate) fn of<'a>(&self, paragraph: &'a str) -> &'a str {
        &paragraph[self.start as usize..self.end as usize]
    }

    /// Whether it belongs to `class`.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.facts.classes.has(class)
    }

    /// Whether it belongs to one of `classes`.
    pub(crate) fn any(&self, classes: Classes) -> bool {
        self.facts.classes.meets(classes)
    }

    /// Whether it is a word or a number.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }
}
