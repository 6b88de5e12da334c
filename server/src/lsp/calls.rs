//! Reported speech as a call hierarchy: who quotes whom, over all open documents and every transcript of the folder.

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
use crate::lsp::convert::{Frame, kind_of_named};
use crate::lsp::document::View;
use crate::lsp::index::{Entry, Place, file_name};
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

/// Who quotes whom `key` means, in every open document and every other transcript of the folder.
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
    for (uri, entry) in session.index.closed(open) {
        for report in entry.reports.iter().filter(|report| report.whom == key) {
            let (from, from_ranges) = told_in(&entry, &uri, &report.by, &report.places);
            found.push(CallHierarchyIncomingCall { from, from_ranges });
        }
    }
    found
}

/// Whom they quote in the document the item was told from, open or not.
pub(super) fn outgoing(
    session: &Session,
    open: &[(Url, Arc<View>)],
    uri: &Url,
    key: &str,
) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let Some((_, view)) = open.iter().find(|(open, _)| open == uri) else {
        let entry = session.index.at(uri)?;
        let reports = entry.reports.iter().filter(|report| report.by == key);
        let calls = reports.map(|report| {
            let (to, from_ranges) = told_in(&entry, uri, &report.whom, &report.places);
            CallHierarchyOutgoingCall { to, from_ranges }
        });
        return Some(calls.collect());
    };
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, session.agreed());
    let calls = calls::outgoing(record, &Caller::of_key(key, record.registry())?);
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

/// Somebody of a transcript that is not open, with the places of the reports.
fn told_in(
    entry: &Entry,
    uri: &Url,
    key: &str,
    places: &[Place],
) -> (CallHierarchyItem, Vec<Range>) {
    let places: Vec<Range> = places.iter().map(|place| place.range()).collect();
    let named = entry.named.iter().find(|named| named.key == key);
    let first = named.and_then(|named| named.places.first());
    let range = first.map(|place| place.range());
    let words = Caller::words_of_key(key);
    let name = named.map_or(words.unwrap_or_default(), |named| &named.name);
    let kind = match named {
        Some(named) => kind_of_named(named.office),
        None => SymbolKind::MODULE,
    };
    let document = file_name(uri).unwrap_or_default();
    let range = range.or(places.first().copied()).unwrap_or_default();
    let who = Who { name, key, kind };
    (item_of(who, &document, uri, range), places)
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
    let key = who.key(registry);
    let (name, kind, range) = match who {
        Caller::Target(target) => {
            let named = targets::named(record);
            let first = named.iter().find(|named| named.target == *target);
            let kind = kind_of_named(matches!(target, Target::Post(_)));
            let range = first.map_or(place, |first| frame.range(first.place));
            (target.name(registry), kind, range)
        }
        Caller::Text(words) => (words.clone(), SymbolKind::MODULE, place),
    };
    let who = Who {
        name: &name,
        key: &key,
        kind,
    };
    item_of(who, record.name(), uri, range)
}

/// Who an item is about.
#[derive(Clone, Copy)]
struct Who<'a> {
    name: &'a str,
    key: &'a str,
    kind: SymbolKind,
}

fn item_of(who: Who<'_>, document: &str, uri: &Url, range: Range) -> CallHierarchyItem {
    let data = Data {
        uri: uri.clone(),
        key: who.key.to_owned(),
    };
    // Clients take no item without a name.
    let name = if who.name.is_empty() { "…" } else { who.name };
    CallHierarchyItem {
        name: name.to_owned(),
        kind: who.kind,
        tags: None,
        detail: Some(document.to_owned()).filter(|name| !name.is_empty()),
        uri: uri.clone(),
        range,
        selection_range: range,
        data: serde_json::to_value(data).ok(),
    }
}
