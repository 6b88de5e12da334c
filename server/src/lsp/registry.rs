//! Findings in the registry files of the projects: in an open one from the editor's text, in the others from the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::rules::Checked;
use onrecord_engine::text::Text;
use tower_lsp::lsp_types::{Diagnostic, Url};

use crate::lsp::faults::caught;
use crate::lsp::findings;
use crate::lsp::session::Session;
use crate::project::Project;

/// What was found in registry files as their projects have read them.
pub(super) type Looked = BTreeMap<PathBuf, (Arc<Project>, Vec<Diagnostic>)>;

/// What the rules find in every registry file as its project has read it; one whose project is the same as in `before` is not
/// looked through again.
pub(super) fn look_through(session: &Session, before: &Looked) -> Looked {
    let all = session.projects.registries().into_iter();
    let look = |(path, project): (PathBuf, Arc<Project>)| {
        let known = before.get(&path);
        let found = match known.filter(|(known, _)| Arc::ptr_eq(known, &project)) {
            Some((_, found)) => found.clone(),
            None => found_in(session, &path, &project).unwrap_or_default(),
        };
        (path, (project, found))
    };
    all.map(look).collect()
}

fn found_in(session: &Session, path: &Path, project: &Project) -> Option<Vec<Diagnostic>> {
    let uri = Url::from_file_path(path).ok()?;
    let check = || project.check_registry(path, &project.rules).ok();
    let checked = caught(check)??;
    let text = Text::from(&*checked.text);
    let found = Checked::of_file(checked.findings);
    Some(findings::diagnostics(session, project, &text, &found, &uri, None).plain())
}

/// What the rules find in the registry file at `path` whose text is `text` just now.
pub(super) fn check(session: &Session, project: &Project, path: &Path, text: &Text) -> Checked {
    let check = || {
        let text = text.to_string().into();
        let checked = project.check_registry_text(path, text, &project.rules);
        Checked::of_file(checked.findings)
    };
    caught(check).unwrap_or_else(|| {
        session.faults.tell(&session.client, "checking a registry");
        Checked::default()
    })
}
