//! What is shown between and above the words: hints and lenses; each kind can be switched off in the editor's settings.

use onrecord_engine::ide::{self, HintKind};
use serde::Serialize;
use tower_lsp::lsp_types::{InlayHint, InlayHintLabel, InlayHintTooltip, Range, Url};

use crate::lsp::commands;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::ready::{self, Written};
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

/// A lens as it goes over the wire: the protocol's own type holds what its command is given as a tree of values, which for
/// the lenses of a long document takes more memory than all that is written.
#[derive(Serialize)]
struct ShownLens<'a> {
    range: Range,
    command: Shown<'a>,
}

#[derive(Serialize)]
struct Shown<'a> {
    title: String,
    command: &'static str,
    arguments: [Goal<'a>; 1],
}

#[derive(Serialize)]
struct Goal<'a> {
    uri: &'a Url,
    range: Range,
}

/// The lenses of the document; each leads to the first claim without a source, or to its own place.
pub(super) fn lenses(session: &Session, view: &View, uri: &Url) -> Option<Written> {
    let record = view.record.as_deref().filter(|_| view.is_ours)?;
    if !session.shown().lenses {
        return Some(Written::json("[]".to_owned()));
    }
    let frame = Frame::of(record, session.agreed());
    let lens = |lens: ide::Lens| {
        let start = frame.position(lens.span.start);
        let goal = frame.range(lens.first_unsourced.unwrap_or(lens.span));
        ShownLens {
            range: Range::new(start, start),
            command: Shown {
                title: lens.title(),
                command: commands::SHOW,
                arguments: [Goal { uri, range: goal }],
            },
        }
    };
    let lenses = ide::lenses(record, &view.findings).into_iter();
    ready::written(&lenses.map(lens).collect::<Vec<ShownLens<'_>>>())
}
