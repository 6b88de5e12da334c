//! Findings in a registry file of the project, from the editor's text.

use std::path::Path;

use onrecord_engine::rules::Checked;
use onrecord_engine::text::Text;

use crate::lsp::faults::caught;
use crate::lsp::session::Session;
use crate::project::Project;

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
