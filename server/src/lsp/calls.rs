//! Reported speech as a call hierarchy: who quotes whom, over all open documents.

use std::sync::Arc;

use onrecord_engine::ide::calls::{self, Call, Caller};
use onrecord_engine::ide::{self, Target, targets};
use onrecord_engine::record::Record;
use serde::{Deserialize, Serialize};
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, Position, Range,
    SymbolKind, Url,
};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::session::Session;

/// How an item is found again: clients send it back as they got it.
#[derive(Serialize, Deserialize)]
struct Data {
    /// The document it was told from.
    uri: Url,
    /// Whom it means.
    key: String,
}

/// Who is named at a position.
pub(super) fn prepare(
    agreed: &Agreed,
    view: &View,
    uri: &Url,
    position: Position,
) -> Option<Vec<CallHierarchyItem>> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let (target, words) = ide::target(record, frame.offset(position))?;
    let mut item = item(
        record,
        frame,
        uri,
        &Caller::Target(target),
        Range::default(),
    );
    item.range = frame.range(words);
    item.selection_range = item.range;
    Some(vec![item])
}

/// The document an item was told from, if it is one of ours.
pub(super) fn origin(item: &CallHierarchyItem) -> Option<(Url, String)> {
    let data: Data = serde_json::from_value(item.data.clone()?).ok()?;
    Some((data.uri, data.key))
}

/// Who quotes whom `key` means, in every open document.
pub(super) fn incoming(
    session: &Session,
    open: &[(Url, Arc<View>)],
    key: &str,
) -> Vec<CallHierarchyIncomingCall> {
    let mut found = Vec::new();
    for (uri, view) in open {
        let Some(record) = view.record.as_deref() else {
            continue;
        };
        let Some(who) = Target::of_key(key, record.registry()) else {
            continue;
        };
        let frame = Frame::of(record, session.agreed());
        for call in calls::incoming(record, &who) {
            let (from, from_ranges) = told(record, frame, uri, &call);
            found.push(CallHierarchyIncomingCall { from, from_ranges });
        }
    }
    found
}

/// Whom they quote in the document the item was told from.
pub(super) fn outgoing(
    agreed: &Agreed,
    view: &View,
    uri: &Url,
    key: &str,
) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let who = match key.strip_prefix("text:") {
        Some(words) => Caller::Text(words.to_owned()),
        None => Caller::Target(Target::of_key(key, record.registry())?),
    };
    let calls = calls::outgoing(record, &who);
    let call = |call: &Call| {
        let (to, from_ranges) = told(record, frame, uri, call);
        CallHierarchyOutgoingCall { to, from_ranges }
    };
    Some(calls.iter().map(call).collect())
}

fn told(
    record: &Record,
    frame: Frame<'_>,
    uri: &Url,
    call: &Call,
) -> (CallHierarchyItem, Vec<Range>) {
    let places: Vec<Range> = call
        .places
        .iter()
        .map(|place| frame.range(*place))
        .collect();
    let first = places.first().copied().unwrap_or_default();
    (item(record, frame, uri, &call.who, first), places)
}

/// Somebody as an item: where the document first names them, else at `place`.
fn item(
    record: &Record,
    frame: Frame<'_>,
    uri: &Url,
    who: &Caller,
    place: Range,
) -> CallHierarchyItem {
    let registry = record.registry();
    let (name, key, kind, range) = match who {
        Caller::Target(target) => {
            let named = targets::named(record);
            let first = named.iter().find(|named| named.target == *target);
            let kind = match target {
                Target::Post(_) => SymbolKind::INTERFACE,
                Target::Person(_) | Target::Speaker(_) => SymbolKind::CLASS,
            };
            let range = first.map_or(place, |first| frame.range(first.place));
            (target.name(registry), target.key(registry), kind, range)
        }
        Caller::Text(words) => (
            words.clone(),
            format!("text:{words}"),
            SymbolKind::MODULE,
            place,
        ),
    };
    let data = Data {
        uri: uri.clone(),
        key,
    };
    CallHierarchyItem {
        name: if name.is_empty() {
            "…".to_owned()
        } else {
            name
        },
        kind,
        tags: None,
        detail: Some(record.name().to_owned()).filter(|name| !name.is_empty()),
        uri: uri.clone(),
        range,
        selection_range: range,
        data: serde_json::to_value(data).ok(),
    }
}
