//! Where the people and offices of a document stand, in the protocol's shapes: definition, highlights.

use onrecord_engine::ide;
use onrecord_engine::text::Text;
use tower_lsp::lsp_types::{self, DocumentHighlight, DocumentHighlightKind, Location, Url};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;

/// The entry of the person or office in the project's registry file as it lies on disk. Built-in facts have none.
pub(in crate::lsp) fn definition(
    agreed: &Agreed,
    view: &View,
    position: lsp_types::Position,
) -> Option<Location> {
    let record = view.record.as_deref()?;
    let offset = Frame::of(record, agreed).offset(position);
    let origin = ide::definition(record, offset)?;
    let (path, text) = view.project.as_deref()?.registry_file(origin.file())?;
    let text = Text::from(text);
    let frame = Frame {
        text: &text,
        encoding: agreed.encoding,
    };
    let uri = Url::from_file_path(path).ok()?;
    Some(Location::new(uri, frame.range(origin.span())))
}

/// Every place of the document that means what stands at the position: where the person speaks it is a writing place, elsewhere a reading one.
pub(in crate::lsp) fn highlights(
    agreed: &Agreed,
    view: &View,
    position: lsp_types::Position,
) -> Option<Vec<DocumentHighlight>> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let (target, _) = ide::target(record, frame.offset(position))?;
    let places = ide::occurrences(record, &target);
    let highlight = |place: &ide::Occurrence| DocumentHighlight {
        range: frame.range(place.span),
        kind: Some(if place.is_label {
            DocumentHighlightKind::WRITE
        } else {
            DocumentHighlightKind::READ
        }),
    };
    Some(places.iter().map(highlight).collect())
}
