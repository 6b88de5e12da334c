//! Code actions: the fixes that findings carry, and all sure ones at once, as edits every client can apply by itself.
//!
//! Only kinds the client asks for are looked at. Where its actions can grow, the edits of all sure fixes are made when the
//! action is chosen.

use std::path::Path;

use onrecord_engine::rules::{Edit, Fix};
use onrecord_engine::text::Text;
use serde::{Deserialize, Serialize};
use tower_lsp::lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, Range, Url, WorkspaceEdit,
};

use crate::lsp::convert::{Frame, answer, diagnostic};
use crate::lsp::document::View;
use crate::lsp::findings;
use crate::lsp::session::Session;
use crate::lsp::workspace::Workspace;
use crate::project::edits;

/// The kind of the action that applies all sure fixes.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.onrecord");

/// How an action is found again when it is chosen.
#[derive(Serialize, Deserialize)]
struct Data {
    /// The document all of whose sure fixes are wanted.
    fix_all: Url,
}

/// The actions for what is selected: fixes of the findings there, and all sure ones of the document.
pub(super) fn actions(
    session: &Session,
    workspace: &Workspace,
    view: &View,
    uri: &Url,
    range: Range,
    context: &CodeActionContext,
) -> Vec<CodeActionOrCommand> {
    let mut actions = Vec::new();
    if session.agreed().code_actions && !view.diagnostics.is_empty() {
        if wants(context, &CodeActionKind::QUICKFIX) {
            fixes(session, workspace, view, uri, range, &mut actions);
        }
        // Where no kind is asked for, all sure fixes are offered beside one of them, and not all over the text.
        let has_sure = actions
            .iter()
            .any(|action| action.is_preferred == Some(true));
        if wants(context, &FIX_ALL) && (context.only.is_some() || has_sure) {
            actions.extend(all_fixes(session, view, uri));
        }
    }
    let actions = actions.into_iter();
    actions.map(CodeActionOrCommand::CodeAction).collect()
}

/// The fixes of the findings that the selection touches.
fn fixes(
    session: &Session,
    workspace: &Workspace,
    view: &View,
    uri: &Url,
    range: Range,
    actions: &mut Vec<CodeAction>,
) {
    let agreed = session.agreed();
    let frame = Frame {
        text: &view.inputs.text,
        encoding: agreed.encoding,
    };
    let Some(selected) = frame.span(range) else {
        return;
    };
    let version = view.inputs.version;
    let own_files = OwnFiles {
        workspace,
        view,
        uri,
    };
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
            let action = answer::action(frame, fix, settles.clone(), uri, agreed, version);
            actions.extend(match files.as_slice() {
                [] => Some(action),
                files => answer::with_files(action, files, agreed),
            });
        }
    }
}

/// The action that applies all sure fixes, if there are any.
fn all_fixes(session: &Session, view: &View, uri: &Url) -> Option<CodeAction> {
    let agreed = session.agreed();
    let edits = sure_edits(view);
    if edits.is_empty() {
        return None;
    }
    let data = Data {
        fix_all: uri.clone(),
    };
    let later = agreed.actions_grow;
    Some(CodeAction {
        title: "Apply all sure fixes of onrecord".to_owned(),
        kind: Some(FIX_ALL),
        edit: (!later).then(|| edit_all(session, view, uri, &edits)),
        data: later.then(|| serde_json::to_value(data).ok()).flatten(),
        ..CodeAction::default()
    })
}

/// The document an action of ours is about, if its edits are still to come.
pub(super) fn origin(action: &CodeAction) -> Option<Url> {
    let data: Data = serde_json::from_value(action.data.clone()?).ok()?;
    Some(data.fix_all)
}

/// The edits of an action that has been chosen.
pub(super) fn resolved(session: &Session, view: &View, uri: &Url) -> WorkspaceEdit {
    edit_all(session, view, uri, &sure_edits(view))
}

fn edit_all(session: &Session, view: &View, uri: &Url, edits: &[Edit]) -> WorkspaceEdit {
    let agreed = session.agreed();
    let frame = Frame {
        text: &view.inputs.text,
        encoding: agreed.encoding,
    };
    answer::edit_of(frame, edits, uri, agreed, view.inputs.version)
}

/// The edits of all sure fixes, in text order; of two that overlap the first. The others are found again afterwards.
fn sure_edits(view: &View) -> Vec<Edit> {
    let mut fixes: Vec<&Fix> = view
        .findings
        .iter()
        .filter_map(|finding| {
            finding
                .fixes
                .iter()
                .find(|fix| fix.safe && fix.files.is_empty())
        })
        .collect();
    fixes.sort_by_key(|fix| fix.edits.first().map(|edit| edit.span));
    let mut edits: Vec<Edit> = Vec::new();
    for fix in fixes {
        let end = edits.last().map_or(0, |last| last.span.end);
        let is_free = fix.edits.iter().all(|edit| edit.span.start >= end)
            && fix.edits.is_sorted_by_key(|edit| edit.span);
        if is_free {
            edits.extend(fix.edits.iter().cloned());
        }
    }
    edits.dedup();
    edits
}

/// Whether the client wants actions of this kind, or of all kinds. A kind asked for is asked for with all beneath it.
fn wants(context: &CodeActionContext, kind: &CodeActionKind) -> bool {
    let asks = |asked: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(asked.as_str());
        asked.as_str().is_empty()
            || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    context
        .only
        .as_ref()
        .is_none_or(|only| only.iter().any(asks))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_wanted_by_its_name_and_by_those_above_it() {
        let wants = |only: &[&'static str], kind: &CodeActionKind| {
            let only = only.iter().map(|kind| CodeActionKind::new(kind)).collect();
            let context = CodeActionContext {
                only: Some(only),
                ..CodeActionContext::default()
            };
            super::wants(&context, kind)
        };
        assert!(super::wants(&CodeActionContext::default(), &FIX_ALL));
        for only in ["", "source", "source.fixAll", "source.fixAll.onrecord"] {
            assert!(wants(&["refactor", only], &FIX_ALL), "{only}");
        }
        for only in ["quickfix", "source.fixAll.other", "source.fix", "sourc"] {
            assert!(!wants(&[only], &FIX_ALL), "{only}");
        }
        assert!(!wants(&[], &CodeActionKind::QUICKFIX));
    }
}
