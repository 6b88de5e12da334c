//! What is done about the projects while documents are open: loading them again, and saying what is wrong in their files.
//!
//! One task does it, so that what it says about a file never overtakes itself.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::json;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::task::spawn_blocking;
use tower_lsp::lsp_types::{
    Diagnostic, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern,
    Registration, Url,
};

use crate::lsp::convert::diagnostic;
use crate::lsp::refresh;
use crate::lsp::registry::{self, Looked};
use crate::lsp::session::{Errand, Session};
use crate::lsp::settings;
use crate::lsp::workspace::Workspace;

/// Runs errands as they come, until the server ends. Many of a kind that have piled up are one.
pub(super) async fn run(
    session: Arc<Session>,
    workspace: Arc<Workspace>,
    mut coming: UnboundedReceiver<Errand>,
) {
    let mut said: BTreeMap<PathBuf, (Url, Vec<Diagnostic>)> = BTreeMap::new();
    let mut looked = Looked::default();
    while let Some(first) = coming.recv().await {
        let mut reload = first == Errand::Reload;
        let mut again = first == Errand::TellAgain;
        while let Ok(next) = coming.try_recv() {
            reload |= next == Errand::Reload;
            again |= next == Errand::TellAgain;
        }
        let session_ = Arc::clone(&session);
        let done = spawn_blocking(move || {
            let changed = reload && session_.projects.reload();
            let agreed = session_.agreed();
            let problems = session_.projects.problems().into_iter();
            let mut say: BTreeMap<PathBuf, Vec<Diagnostic>> = problems
                .map(|(path, problems)| (path, diagnostic::of_problems(&problems, agreed)))
                .collect();
            let problems = session_.linked.problems().into_iter();
            say.extend(
                problems.map(|(path, problems)| (path, diagnostic::of_problems(&problems, agreed))),
            );
            // What the rules find in a registry says more than what was wrong when it was read.
            let looked = registry::look_through(&session_, &looked);
            let found = looked.iter().filter(|(_, (_, found))| !found.is_empty());
            say.extend(found.map(|(path, (_, found))| (path.clone(), found.clone())));
            (changed, say, looked)
        });
        let Ok((changed, say, all)) = done.await else {
            session.faults.tell(&session.client, "reading a project");
            looked = Looked::default();
            continue;
        };
        looked = all;
        if changed {
            session.index.look_again();
            workspace.look_again();
        }
        let is_new = publish(&session, &workspace, say, &mut said, again).await;
        if changed || is_new {
            refresh::ask(&session);
        }
    }
}

/// Tells what is new about the projects' files, or all of it `again`, and takes back what is settled. Whether there was
/// anything.
async fn publish(
    session: &Session,
    workspace: &Workspace,
    say: BTreeMap<PathBuf, Vec<Diagnostic>>,
    said: &mut BTreeMap<PathBuf, (Url, Vec<Diagnostic>)>,
    again: bool,
) -> bool {
    let mut is_new = false;
    let mut settled = std::mem::take(said);
    for (path, diagnostics) in say {
        if workspace.is_told(&path) {
            // An open registry is told by its own task, live.
            settled.remove(&path);
            continue;
        }
        let Some(uri) = workspace
            .address_of(&path)
            .or_else(|| Url::from_file_path(&path).ok())
        else {
            tracing::warn!(
                "{} has no address to tell its problems under",
                path.display()
            );
            continue;
        };
        let before = settled.remove(&path);
        let now = (uri, diagnostics);
        if again || before.as_ref() != Some(&now) {
            is_new = true;
            session.reports.put(now.0.clone(), now.1.clone());
            session.publish(&now.0, &now.1, None).await;
        }
        said.insert(path, now);
    }
    for (path, (uri, _)) in settled {
        if workspace.is_told(&path) {
            continue;
        }
        is_new = true;
        session.publish::<Diagnostic>(&uri, &[], None).await;
        session.reports.put(uri, Vec::new());
    }
    is_new
}

/// Asks the client to tell when a file of a project changes (project files, sidecars and registries), and when its
/// settings do, as far as it can be asked.
pub(super) async fn register(session: Arc<Session>) {
    let agreed = session.agreed();
    let mut registrations = Vec::new();
    if agreed.watches_files {
        let watchers = [
            "**/*.toml",
            "**/*.json",
            "**/*.md",
            "**/*.transcript",
            "**/*.txt",
        ]
        .map(|pattern| FileSystemWatcher {
            glob_pattern: GlobPattern::String(pattern.to_owned()),
            kind: None,
        });
        let options = DidChangeWatchedFilesRegistrationOptions {
            watchers: watchers.to_vec(),
        };
        registrations.push(Registration {
            id: "onrecord-files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: serde_json::to_value(options).ok(),
        });
    }
    if agreed.tells_settings {
        registrations.push(Registration {
            id: "onrecord-settings".to_owned(),
            method: "workspace/didChangeConfiguration".to_owned(),
            register_options: Some(json!({"section": settings::SECTION})),
        });
    }
    if !registrations.is_empty()
        && let Err(error) = session.client.register_capability(registrations).await
    {
        tracing::info!("the client does not tell us of changes: {error}");
    }
}
