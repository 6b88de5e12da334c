//! Places in documents: where somebody is named, what grows around the cursor, what is typed or renamed together.

use std::sync::Arc;

use onrecord_engine::ide::{self, Target, labels, rename};
use onrecord_engine::rules::Edit;
use onrecord_engine::text::Span;
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::{
    LinkedEditingRanges, Location, Position, PrepareRenameResponse, Range, SelectionRange, Url,
    WorkspaceEdit,
};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::{Frame, answer};
use crate::lsp::document::View;
use crate::lsp::session::Session;
use crate::lsp::sheets;

/// What is named at a position, by a key that means the same in every document.
pub(super) fn key_at(agreed: &Agreed, view: &View, position: Position) -> Option<String> {
    let record = view.record.as_deref()?;
    let offset = Frame::of(record, agreed).offset(position);
    let (target, _) = ide::target(record, offset)?;
    Some(target.key(record.registry()))
}

/// Where any open document, transcript of the folder or registry names whom `key` means, in the order of addresses and places; with the places
/// where entries have it as their id if `declared`.
pub(super) fn references(
    session: &Session,
    open: &[(Url, Arc<View>)],
    key: &str,
    declared: bool,
) -> Vec<Location> {
    let ids = sheets::ids::found(session, open, key).into_iter();
    let mut locations: Vec<Location> = ids.flat_map(|ids| ids.locations(declared, true)).collect();
    for (uri, view) in open {
        locations.extend(references_in(session.agreed(), view, uri, key));
    }
    for (uri, entry) in session.index.closed(open) {
        for named in entry.named.iter().filter(|named| named.key == key) {
            let places = named.places.iter();
            locations.extend(places.map(|place| Location::new(uri.clone(), place.range())));
        }
    }
    locations
}

fn references_in(agreed: &Agreed, view: &View, uri: &Url, key: &str) -> Vec<Location> {
    let Some(record) = view.record.as_deref() else {
        return Vec::new();
    };
    let frame = Frame::of(record, agreed);
    let Some(target) = Target::of_key(key, record.registry()) else {
        return Vec::new();
    };
    let places = ide::occurrences(record, &target).into_iter();
    places
        .map(|place| Location::new(uri.clone(), frame.range(place.span)))
        .collect()
}

/// What grows around each position: word, sentence, paragraph, turn, part.
pub(super) fn selections(
    agreed: &Agreed,
    view: &View,
    positions: &[Position],
) -> Option<Vec<SelectionRange>> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let parts: Vec<Span> = ide::parts(record).iter().map(|part| part.span).collect();
    let selection = |position: &Position| {
        let spans = ide::selection(record, &parts, frame.offset(*position));
        grown(spans.iter().map(|span| frame.range(*span)), *position)
    };
    Some(positions.iter().map(selection).collect())
}

/// Ranges, the innermost first, as the protocol nests them; where there are none, the place itself.
pub(super) fn grown(
    ranges: impl DoubleEndedIterator<Item = Range>,
    position: Position,
) -> SelectionRange {
    let outward = ranges.rev();
    let grown = outward.fold(None, |parent: Option<SelectionRange>, range| {
        Some(SelectionRange {
            range,
            parent: parent.map(Box::new),
        })
    });
    grown.unwrap_or(SelectionRange {
        range: Range::new(position, position),
        parent: None,
    })
}

/// The labels that are typed together with the one at `position`.
pub(super) fn linked(
    agreed: &Agreed,
    view: &View,
    position: Position,
) -> Option<LinkedEditingRanges> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let labels = labels::same_labels(record, frame.offset(position));
    (labels.len() > 1).then(|| LinkedEditingRanges {
        ranges: labels.into_iter().map(|label| frame.range(label)).collect(),
        // What may stand in a label, so that typing a blank or a stop does not end it.
        word_pattern: Some(r"[^:：\r\n]+".to_owned()),
    })
}

/// What is renamed at `position`.
pub(super) fn renamable(
    agreed: &Agreed,
    view: &View,
    position: Position,
) -> Option<PrepareRenameResponse> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let words = rename::renamable(record, frame.offset(position))?;
    Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: frame.range(words),
        placeholder: words.of(record.content()).to_owned(),
    })
}

/// The edits that rename what stands at `position`, or why it cannot be called so.
pub(super) fn renamed(
    agreed: &Agreed,
    view: &View,
    uri: &Url,
    position: Position,
    name: &str,
) -> Option<Result<WorkspaceEdit, Error>> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let edits: Result<Vec<Edit>, String> = rename::rename(record, frame.offset(position), name);
    Some(match edits {
        Ok(edits) => Ok(answer::edit_of(
            frame,
            &edits,
            uri,
            agreed,
            view.inputs.version,
        )),
        Err(reason) => Err(Error::invalid_params(reason)),
    })
}
