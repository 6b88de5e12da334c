//! Quick fixes: the changes that findings carry, as actions every client can apply by itself.

use std::path::Path;

use onrecord_engine::rules::Fix;
use onrecord_engine::text::Text;
use tower_lsp::lsp_types::{CodeActionContext, CodeActionKind, CodeActionOrCommand, Range, Url};

use crate::lsp::convert::{Frame, answer, diagnostic};
use crate::lsp::document::View;
use crate::lsp::findings;
use crate::lsp::session::Session;
use crate::lsp::workspace::Workspace;
use crate::project::edits;

/// The fixes of the findings in `range`.
pub(super) fn actions(
    session: &Session,
    workspace: &Workspace,
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
    let own_files = OwnFiles {
        workspace,
        view,
        uri,
    };
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
            let Some(files) = own_files.after(fix) else {
                continue;
            };
            let action = answer::action(frame, fix, settles.clone(), uri, version);
            let action = match files.as_slice() {
                [] => Some(action),
                files => answer::with_files(action, files, agreed),
            };
            actions.extend(action.map(CodeActionOrCommand::CodeAction));
        }
    }
    actions
}

/// The project's own files, as the client has them where they are open.
struct OwnFiles<'a> {
    workspace: &'a Workspace,
    view: &'a View,
    uri: &'a Url,
}

impl OwnFiles<'_> {
    /// The files a fix changes; `None` if they leave no place for the change or have no address.
    fn after(&self, fix: &Fix) -> Option<Vec<answer::FileAfter>> {
        if fix.files.is_empty() {
            return Some(Vec::new());
        }
        let project = self.view.project.as_deref()?;
        let document = self.uri.to_file_path().ok()?;
        let open = |path: &Path| self.workspace.open_text(&path.to_owned());
        let read = |path: &Path| match open(path) {
            Some((_, _, text)) => Some(text.to_string()),
            None => edits::on_disk(path),
        };
        let changed = project.edited(&document, &fix.files, &read)?;
        let files = changed.into_iter().map(|file| {
            let (uri, version) = match open(&file.path) {
                Some((uri, version, _)) => (uri, Some(version)),
                None => (Url::from_file_path(&file.path).ok()?, None),
            };
            Some(answer::FileAfter {
                uri,
                version,
                before: file.before.as_deref().map(Text::from),
                after: file.after,
            })
        });
        files.collect()
    }
}

/// Whether a client that asks for these kinds only, or for any, wants quick fixes.
fn wants_fixes(only: Option<&[CodeActionKind]>) -> bool {
    let asks = |kind: &CodeActionKind| {
        let kind = kind.as_str();
        kind.is_empty() || kind == CodeActionKind::QUICKFIX.as_str()
    };
    only.is_none_or(|only| only.iter().any(asks))
}
