//! Quick fixes: the changes that findings carry, as actions every client can apply by itself.

use tower_lsp::lsp_types::{CodeActionContext, CodeActionKind, CodeActionOrCommand, Range, Url};

use crate::lsp::convert::{Frame, answer, diagnostic};
use crate::lsp::document::View;
use crate::lsp::findings;
use crate::lsp::session::Session;

/// The fixes of the findings in `range`.
pub(super) fn actions(
    session: &Session,
    view: &View,
    uri: &Url,
    range: Range,
    context: &CodeActionContext,
) -> Vec<CodeActionOrCommand> {
    let agreed = session.agreed();
    if !agreed.code_actions || !wants_fixes(context.only.as_deref()) || view.diagnostics.is_empty()
    {
        return Vec::new();
    }
    let frame = Frame {
        text: &view.inputs.text,
        encoding: agreed.encoding,
    };
    let Some(selected) = frame.span(range) else {
        return Vec::new();
    };
    let version = agreed.versioned_edits.then_some(view.inputs.version);
    let mut actions = Vec::new();
    for finding in &view.findings {
        if finding.fixes.is_empty() || !answer::touches(finding.span, selected) {
            continue;
        }
        let page = view
            .project
            .as_deref()
            .and_then(|project| findings::page(session, project, finding.code));
        let settles = diagnostic::of_finding(frame, finding, uri, page, agreed);
        for fix in &finding.fixes {
            let action = answer::action(frame, fix, settles.clone(), uri, version);
            actions.push(CodeActionOrCommand::CodeAction(action));
        }
    }
    actions
}

/// Whether a client that asks for these kinds only, or for any, wants quick fixes.
fn wants_fixes(only: Option<&[CodeActionKind]>) -> bool {
    let asks = |kind: &CodeActionKind| {
        let kind = kind.as_str();
        kind.is_empty() || kind == CodeActionKind::QUICKFIX.as_str()
    };
    only.is_none_or(|only| only.iter().any(asks))
}
