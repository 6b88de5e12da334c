//! What may be typed next, in the protocol's shape; what is known of it comes when the client asks for it.

use onrecord_engine::ide::completion::{self, documentation};
use onrecord_engine::ide::{Completion, CompletionKind, Target};
use onrecord_engine::record::Record;
use serde::{Deserialize, Serialize};
use tower_lsp::lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit,
    Documentation, InsertTextFormat, MarkupContent, MarkupKind, Position, TextEdit, Url,
};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;

/// How many are offered at once; more are asked for by typing on.
const MOST: usize = 100;

/// How a completion is found again when more is asked of it.
#[derive(Serialize, Deserialize)]
struct Data {
    uri: Url,
    key: String,
}

/// What may be typed at a position.
pub(super) fn completions(
    agreed: &Agreed,
    view: &View,
    uri: &Url,
    position: Position,
) -> Option<CompletionResponse> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let (list, is_all) = completion::completions(record, frame.offset(position), MOST);
    let item = |(at, one): (usize, Completion)| item(agreed, record, frame, uri, at, one);
    Some(CompletionResponse::List(CompletionList {
        is_incomplete: !is_all,
        items: list.into_iter().enumerate().map(item).collect(),
    }))
}

fn item(
    agreed: &Agreed,
    record: &Record,
    frame: Frame<'_>,
    uri: &Url,
    at: usize,
    one: Completion,
) -> CompletionItem {
    let (kind, detail) = match one.kind {
        CompletionKind::Label => (CompletionItemKind::METHOD, "speaker"),
        CompletionKind::Person => (CompletionItemKind::CLASS, "person"),
        CompletionKind::Office => (CompletionItemKind::INTERFACE, "office"),
    };
    let data = one.who.as_ref().map(|who| Data {
        uri: uri.clone(),
        key: who.key(record.registry()),
    });
    let later = agreed.completions_grow;
    let known = one.who.filter(|_| !later);
    CompletionItem {
        label: one.text.trim_end().to_owned(),
        kind: Some(kind),
        detail: Some(detail.to_owned()),
        documentation: known.and_then(|who| document(agreed, record, &who)),
        // Clients sort by these words; ours is the order of likelihood.
        sort_text: Some(format!("{at:04}")),
        filter_text: Some(one.filter),
        insert_text_format: Some(InsertTextFormat::PLAIN_TEXT),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit {
            range: frame.range(one.span),
            new_text: one.text,
        })),
        data: data
            .filter(|_| later)
            .and_then(|data| serde_json::to_value(data).ok()),
        ..CompletionItem::default()
    }
}

/// The document and the key of a completion of ours.
pub(super) fn origin(item: &CompletionItem) -> Option<(Url, String)> {
    let data: Data = serde_json::from_value(item.data.clone()?).ok()?;
    Some((data.uri, data.key))
}

/// What is known of whom a completion means.
pub(super) fn resolved(agreed: &Agreed, view: &View, key: &str) -> Option<Documentation> {
    let record = view.record.as_deref()?;
    document(agreed, record, &Target::of_key(key, record.registry())?)
}

fn document(agreed: &Agreed, record: &Record, who: &Target) -> Option<Documentation> {
    let kind = if agreed.completion_markdown {
        MarkupKind::Markdown
    } else {
        MarkupKind::PlainText
    };
    let value = documentation(record, who)?;
    Some(Documentation::MarkupContent(MarkupContent { kind, value }))
}
