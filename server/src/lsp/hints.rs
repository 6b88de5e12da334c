//! What is shown between and above the words: hints and lenses; each kind can be switched off in the editor's settings.

use onrecord_engine::ide::{self, HintKind};
use tower_lsp::lsp_types::{
    CodeLens, Command, InlayHint, InlayHintLabel, InlayHintTooltip, Location, Range, Url,
};

use crate::lsp::commands;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::session::Session;

/// The hints in a part of the document.
pub(super) fn hints(session: &Session, view: &View, range: Range) -> Option<Vec<InlayHint>> {
    let record = view.record.as_deref().filter(|_| view.is_ours)?;
    let frame = Frame::of(record, session.agreed());
    let shown = session.shown();
    let hints = ide::hints(record, frame.span(range)?).into_iter();
    let hints = hints.filter(|hint| match hint.kind {
        HintKind::Holder => shown.holders,
        HintKind::FullName => shown.full_names,
        HintKind::Day => shown.days,
    });
    let hint = |hint: ide::Hint| InlayHint {
        position: frame.position(hint.span.end),
        label: InlayHintLabel::String(hint.text),
        kind: None,
        text_edits: None,
        tooltip: Some(InlayHintTooltip::String(hint.why)),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    Some(hints.map(hint).collect())
}

/// The lenses of the document; each leads to the first claim without a source, or to its own place.
pub(super) fn lenses(session: &Session, view: &View, uri: &Url) -> Option<Vec<CodeLens>> {
    let record = view.record.as_deref().filter(|_| view.is_ours)?;
    if !session.shown().lenses {
        return Some(Vec::new());
    }
    let frame = Frame::of(record, session.agreed());
    let lens = |lens: ide::Lens| {
        let start = frame.position(lens.span.start);
        let goal = frame.range(lens.first_unsourced.unwrap_or(lens.span));
        CodeLens {
            range: Range::new(start, start),
            command: Some(Command {
                title: lens.title(),
                command: commands::SHOW.to_owned(),
                arguments: serde_json::to_value(Location::new(uri.clone(), goal))
                    .ok()
                    .map(|goal| vec![goal]),
            }),
            data: None,
        }
    };
    let lenses = ide::lenses(record, &view.findings);
    Some(lenses.into_iter().map(lens).collect())
}
