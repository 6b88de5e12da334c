//! Links: web addresses that stand in a document.

use onrecord_engine::ide;
use tower_lsp::lsp_types::{DocumentLink, Url};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;

/// The links of the document.
pub(super) fn links(agreed: &Agreed, view: &View) -> Option<Vec<DocumentLink>> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let content = record.content();
    let link = |span: onrecord_engine::text::Span| {
        let target = Url::parse(span.of(content)).ok()?;
        Some(DocumentLink {
            range: frame.range(span),
            target: Some(target),
            tooltip: None,
            data: None,
        })
    };
    Some(ide::links(content).into_iter().filter_map(link).collect())
}
