//! Where the engine's values become the protocol's, and the protocol's places the engine's.
//!
//! Places are turned here and nowhere else; the arithmetic is the engine's ([`onrecord_engine::text::position`]).

pub(super) mod answer;
pub(super) mod diagnostic;
pub(super) mod places;

use onrecord_engine::record::Record;
use onrecord_engine::text::{Encoding, Position, Span, Text};
use tower_lsp::lsp_types::{self, PositionEncodingKind, Range, SymbolKind};

use crate::lsp::agreed::Agreed;

/// What an office is shown as, and what a person is.
pub(super) fn kind_of_named(office: bool) -> SymbolKind {
    if office {
        SymbolKind::INTERFACE
    } else {
        SymbolKind::CLASS
    }
}

/// What a column counts, of those the client offers: UTF-8 if it does, else UTF-16, which every client knows
/// unless it lists others only. A client that lists nothing means UTF-16.
pub(super) fn encoding(offered: Option<&[PositionEncodingKind]>) -> Encoding {
    let offered = offered.unwrap_or_default();
    if offered.contains(&PositionEncodingKind::UTF8) {
        Encoding::Utf8
    } else if offered.contains(&PositionEncodingKind::UTF32)
        && !offered.contains(&PositionEncodingKind::UTF16)
    {
        Encoding::Utf32
    } else {
        Encoding::Utf16
    }
}

/// The protocol's name of an encoding.
pub(super) fn encoding_kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

/// A text as the client counts it.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    /// The text.
    pub(super) text: &'a Text,
    /// What a column counts.
    pub(super) encoding: Encoding,
}

impl<'a> Frame<'a> {
    /// The text a record was read from.
    pub(super) fn of(record: &'a Record, agreed: &Agreed) -> Self {
        Frame {
            text: record.text(),
            encoding: agreed.encoding,
        }
    }

    /// The byte the client means; every position means one.
    pub(super) fn offset(self, position: lsp_types::Position) -> usize {
        let position = Position {
            line: position.line,
            column: position.character,
        };
        self.text.offset(position, self.encoding)
    }

    /// The bytes the client means; `None` if the range runs backward.
    pub(super) fn span(self, range: Range) -> Option<Span> {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        let backward =
            (range.end.line, range.end.character) < (range.start.line, range.start.character);
        (!backward && start <= end).then(|| Span::new(start, end))
    }

    /// The place of a byte.
    pub(super) fn position(self, offset: usize) -> lsp_types::Position {
        let position = self.text.position(offset, self.encoding);
        lsp_types::Position {
            line: position.line,
            character: position.column,
        }
    }

    /// The place of some bytes.
    pub(super) fn range(self, span: Span) -> Range {
        Range {
            start: self.position(span.start),
            end: self.position(span.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreed(offered: &[&'static str]) -> Encoding {
        let offered: Vec<_> = offered
            .iter()
            .copied()
            .map(PositionEncodingKind::new)
            .collect();
        encoding(Some(&offered))
    }

    #[test]
    fn an_encoding_is_never_one_that_was_not_offered() {
        assert_eq!(encoding(None), Encoding::Utf16);
        assert_eq!(agreed(&[]), Encoding::Utf16);
        assert_eq!(agreed(&["utf-16"]), Encoding::Utf16);
        assert_eq!(agreed(&["utf-32"]), Encoding::Utf32);
        assert_eq!(agreed(&["utf-32", "utf-16"]), Encoding::Utf16);
        assert_eq!(agreed(&["utf-16", "utf-8"]), Encoding::Utf8);
        assert_eq!(agreed(&["ebcdic"]), Encoding::Utf16);
    }

    #[test]
    fn a_range_that_runs_backward_is_no_range() {
        let text = Text::from("one\ntwo");
        let frame = Frame {
            text: &text,
            encoding: Encoding::Utf16,
        };
        let at = lsp_types::Position::new;
        assert_eq!(frame.span(Range::new(at(1, 0), at(0, 2))), None);
        assert_eq!(frame.span(Range::new(at(9, 9), at(9, 1))), None);
        assert_eq!(
            frame.span(Range::new(at(0, 9), at(7, 0))),
            Some(Span::new(3, 7))
        );
    }
}
