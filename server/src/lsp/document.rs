//! One open document: inputs → record → findings → diagnostics, by a task of its own.
//!
//! The task alone reads and publishes for its document, so diagnostics never overtake each other. Inputs come through a
//! channel that keeps only the newest: stale work never starts, and work that has started is let finish, because its
//! readings are what makes the next one cheap. There is no timer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::record::{Kept, Record};
use onrecord_engine::rules::Checked;
use onrecord_engine::text::Text;
use tokio::sync::watch;
use tokio::task::{JoinHandle, spawn_blocking};
use tower_lsp::lsp_types::Url;

use crate::lsp::convert::{Frame, diagnostic};
use crate::lsp::faults::caught;
use crate::lsp::findings;
use crate::lsp::outline::Outline;
use crate::lsp::registry;
use crate::lsp::session::{Errand, Session};
use crate::lsp::timings::{Timing, timed};
use crate::lsp::told::Told;
use crate::project::hands::Hands;
use crate::project::{FILE_NAME, Project};

/// What a document is called and where it stands; fixed while it is open.
#[derive(Debug)]
pub(super) struct Place {
    /// As the client sent it: `untitled:` and the like are as good as a file.
    pub(super) uri: Url,
    /// On disk, if it is there.
    pub(super) path: Option<PathBuf>,
    /// The folder whose project governs it; empty without a path.
    pub(super) folder: PathBuf,
    /// Its file name without folders; empty without a path.
    pub(super) name: String,
}

impl Place {
    /// The place of the document `uri`. Without a path it belongs to `root`, the folder the editor has open.
    pub(super) fn of(uri: Url, root: Option<&PathBuf>) -> Place {
        let path = (uri.scheme() == "file")
            .then(|| uri.to_file_path().ok())
            .flatten();
        let folder = path
            .as_ref()
            .and_then(|path| path.parent().map(PathBuf::from))
            .or_else(|| root.cloned());
        let name = path
            .as_ref()
            .and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
        Place {
            uri,
            path,
            folder: folder.unwrap_or_default(),
            name: name.unwrap_or_default(),
        }
    }

    /// Whether a document here, in this language, is prose; our own files and other people's data are not.
    fn is_prose(&self, language: &str) -> bool {
        let name = self.name.to_ascii_lowercase();
        let data = [".toml", ".json", ".jsonl"]
            .iter()
            .any(|end| name.ends_with(end));
        !data && !["toml", "json", "jsonc", "jsonl"].contains(&language)
    }
}

/// The newest state of a document, as the client has it.
#[derive(Clone, Debug)]
pub(super) struct Inputs {
    /// Counts everything that asks for another look: edits and reloads.
    pub(super) revision: u64,
    /// The revision of the last edit.
    pub(super) edited: u64,
    /// The client's own count, sent back with the diagnostics.
    pub(super) version: i32,
    /// The client's name for the kind of text.
    pub(super) language: String,
    /// The text.
    pub(super) text: Text,
}

/// What was made of some inputs; requests are answered from it.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// The inputs it was made from.
    pub(super) inputs: Inputs,
    /// What was read; absent in files that are no prose, and after a fault of our own.
    pub(super) record: Option<Arc<Record>>,
    /// What the rules found in it.
    pub(super) findings: Checked,
    /// What is published: all findings, or none where the text does not look like a transcript.
    pub(super) diagnostics: Vec<Told>,
    /// Which findings these are, by their places, in the same order.
    pub(super) shown: Vec<usize>,
    /// The number of what is published: stays as long as it does, so that nothing is sent twice to a client that asks.
    pub(super) number: u64,
    /// Whether the text is one of ours: a transcript by its name or language, or by the turns found in it.
    pub(super) is_ours: bool,
    /// Its outline, if somebody has asked for it, or what can be used again of an earlier one.
    pub(super) outline: Outline,
    /// What it was read against; absent in files that are no prose.
    pub(super) project: Option<Arc<Project>>,
}

/// A document the client has open. Dropping it closes it.
pub(super) struct OpenDocument {
    /// Where the newest state goes in.
    pub(super) inputs: watch::Sender<Inputs>,
    /// Where the newest view comes out; `None` until the first.
    pub(super) view: watch::Receiver<Option<Arc<View>>>,
    /// The task that reads it; ends after the last, empty diagnostics.
    pub(super) task: JoinHandle<()>,
}

impl OpenDocument {
    /// Starts reading. `before` is the task of the same document's last life, whose end must come first.
    pub(super) fn open(
        session: Arc<Session>,
        place: Place,
        inputs: Inputs,
        before: Option<JoinHandle<()>>,
    ) -> OpenDocument {
        let (inputs, newest) = watch::channel(inputs);
        let (output, view) = watch::channel(None);
        let task = tokio::spawn(live(session, Arc::new(place), newest, output, before));
        OpenDocument { inputs, view, task }
    }
}

async fn live(
    session: Arc<Session>,
    place: Arc<Place>,
    mut newest: watch::Receiver<Inputs>,
    output: watch::Sender<Option<Arc<View>>>,
    before: Option<JoinHandle<()>>,
) {
    if let Some(before) = before {
        // Its panic, if it had one, was told when it happened.
        let _ = before.await;
    }
    let mut previous: Option<Arc<View>> = None;
    let mut has_published = false;
    loop {
        let inputs = newest.borrow_and_update().clone();
        // Whoever asks from now on waits for the next view, so this one can be built on instead of copied.
        output.send_replace(None);
        let last = previous.take();
        let told = last.as_ref().map(|view| (view.inputs.version, view.number));
        let (session_, place_) = (Arc::clone(&session), Arc::clone(&place));
        let read = spawn_blocking(move || read(&session_, &place_, inputs, last));
        let Ok(view) = read.await.map(Arc::new) else {
            // Everything that can fail is caught inside; what is left is the runtime's end.
            return;
        };
        output.send_replace(Some(Arc::clone(&view)));
        let closed = newest.has_changed().is_err();
        let is_new = told != Some((view.inputs.version, view.number));
        let is_told = place.is_prose(&view.inputs.language) || view.is_ours || has_published;
        if is_told && is_new && !closed {
            let version = Some(view.inputs.version);
            session
                .publish(&place.uri, &view.diagnostics, version)
                .await;
            has_published = true;
        }
        previous = Some(view);
        if closed || newest.changed().await.is_err() {
            break;
        }
    }
    session.timings.forget(&place.uri);
    if has_published {
        session.publish::<Told>(&place.uri, &[], None).await;
        if previous.is_some_and(|view| view.record.is_none() && view.is_ours) {
            // One of our own files: from now on it is told as it lies on disk.
            session.ask_for(Errand::TellAgain);
        }
    }
}

/// Reads a document; may take its time and touch the disk. What `previous` has is used again where nothing changed.
fn read(session: &Session, place: &Place, inputs: Inputs, previous: Option<Arc<View>>) -> View {
    // A request may still be at work on it.
    let mut previous =
        previous.map(|view| Arc::try_unwrap(view).unwrap_or_else(|view| View::clone(&view)));
    let mut view = View {
        inputs,
        record: None,
        findings: Checked::default(),
        diagnostics: Vec::new(),
        shown: Vec::new(),
        number: 0,
        is_ours: false,
        outline: Outline::default(),
        project: None,
    };
    // What is looked at below takes the findings of the view before out of it.
    let told_nothing = |view: &View| view.diagnostics.is_empty();
    let had_none = previous.as_ref().is_some_and(told_nothing);
    let mut same = false;
    if place.is_prose(&view.inputs.language) {
        let (project, is_first) = session.projects.governing(&place.folder);
        if is_first {
            session.ask_for(Errand::Tell);
        }
        same = look(session, place, &mut view, &project, previous.as_mut());
        view.project = Some(project);
    } else if let Some(path) = place.path.as_deref()
        && (place.name == FILE_NAME || Project::looks_like_registry(path))
    {
        let (project, is_first) = session.projects.governing(&place.folder);
        if is_first {
            session.ask_for(Errand::Tell);
        }
        if place.name == FILE_NAME {
            look_at_project_file(session, &mut view, project, path);
        } else {
            look_at_registry(session, place, &mut view, project, path);
        }
        same = previous
            .as_ref()
            .is_some_and(|before| before.diagnostics == view.diagnostics);
    }
    let known = previous.filter(|_| same || had_none && told_nothing(&view));
    view.number = known.map_or_else(|| session.reports.number(), |previous| previous.number);
    view
}

/// Fills in what the rules find in a file of ours, if the project names it as one of its registries.
fn look_at_registry(
    session: &Session,
    place: &Place,
    view: &mut View,
    project: Arc<Project>,
    path: &Path,
) {
    if !project.is_registry(path) {
        return;
    }
    let text = &view.inputs.text;
    view.is_ours = true;
    view.findings = registry::check(session, &project, path, text);
    let published =
        findings::diagnostics(session, &project, text, &view.findings, &place.uri, None);
    view.diagnostics = published.diagnostics;
    view.shown = published.shown;
    view.project = Some(project);
}

/// Fills in what is wrong in the project file that is in force here.
fn look_at_project_file(session: &Session, view: &mut View, project: Arc<Project>, path: &Path) {
    if !project.files.iter().any(|file| file == path) {
        return;
    }
    let text: Arc<str> = view.inputs.text.to_string().into();
    let problems = caught(|| Project::problems_in(path, text));
    if problems.is_none() {
        session
            .faults
            .tell(&session.client, "checking a project file");
    }
    view.is_ours = true;
    let diagnostics = diagnostic::of_problems(&problems.unwrap_or_default(), session.agreed());
    view.diagnostics = diagnostics.into_iter().map(Told::from).collect();
    view.project = Some(project);
}

/// Fills in what a project makes of a text of prose; whether the diagnostics are those of the previous view. Takes out of
/// that view what can be built on.
fn look(
    session: &Session,
    place: &Place,
    view: &mut View,
    project: &Arc<Project>,
    mut previous: Option<&mut View>,
) -> bool {
    let mut timing = Timing {
        version: view.inputs.version,
        n_bytes: view.inputs.text.len(),
        ..Timing::default()
    };
    let known = previous.as_deref_mut().and_then(|view| view.record.take());
    let read = timed(&mut timing.read, || {
        record(session, place, &view.inputs, project, known)
    });
    let Some((record, kept)) = read else {
        return false;
    };
    let same_rules = |view: &View| {
        let before = view.project.as_ref();
        before.is_some_and(|before| before.rules == project.rules)
    };
    let earlier = previous.as_deref_mut().filter(|view| same_rules(view));
    let earlier = earlier.map(|view| std::mem::take(&mut view.findings));
    timing.of(&kept);
    if let Some(before) = previous.as_deref_mut() {
        let outline = std::mem::take(&mut before.outline);
        let now = Frame {
            text: record.text(),
            encoding: session.agreed().encoding,
        };
        view.outline = outline.carried(&before.inputs.text, &record, now, &kept);
    }
    let (findings, whole) = timed(&mut timing.checked, || {
        findings::check(&record, &project.rules, earlier, &kept)
    });
    timing.n_findings = findings.len();
    if !whole {
        session.faults.tell(&session.client, "checking a document");
    }
    let is_named = place
        .path
        .as_ref()
        .is_some_and(|path| project.is_transcript(path));
    let is_meant = is_named || view.inputs.language == "transcript";
    view.is_ours = is_meant || !record.transcript().turns.is_empty();
    let mut same = false;
    if view.is_ours {
        let before = previous
            .as_deref_mut()
            .filter(|before| {
                before
                    .project
                    .as_ref()
                    .is_some_and(|it| Arc::ptr_eq(it, project))
            })
            .map(|before| findings::Before {
                text: &before.inputs.text,
                shown: &before.shown,
                diagnostics: &mut before.diagnostics,
                change: kept.change,
            });
        let is_followed = before.is_some();
        let published = timed(&mut timing.told, || {
            let (text, uri) = (record.text(), &place.uri);
            findings::diagnostics(session, project, text, &findings, uri, before)
        });
        view.diagnostics = published.diagnostics;
        view.shown = published.shown;
        let unlike = |before: &View| before.diagnostics != view.diagnostics;
        same = published.same || !is_followed && !previous.as_deref().is_none_or(unlike);
    }
    session.timings.set(&place.uri, timing);
    view.findings = findings;
    view.record = Some(record);
    same
}

/// The record of the newest text, built on the earlier one, and what of that has stayed the same.
fn record(
    session: &Session,
    place: &Place,
    inputs: &Inputs,
    project: &Arc<Project>,
    earlier: Option<Arc<Record>>,
) -> Option<(Arc<Record>, Kept)> {
    let (text, reference) = (&inputs.text, &project.reference);
    let path = place.path.as_deref();
    let (linked, is_new) =
        path.map_or_else(Default::default, |path| session.linked.of(path, project));
    if is_new {
        session.ask_for(Errand::Tell);
    }
    let built = earlier.and_then(|earlier| {
        let earlier = Arc::try_unwrap(earlier).unwrap_or_else(|earlier| Record::clone(&earlier));
        let built = caught(|| earlier.rebuild(text, &place.name, reference, &Hands));
        if built.is_none() {
            session.faults.tell(&session.client, "reading a document");
        }
        built
    });
    let built = built.or_else(|| {
        let built = caught(|| Record::read(text, &place.name, reference, &Hands));
        if built.is_none() {
            session.faults.tell(&session.client, "reading a document");
        }
        Some((built?, Kept::nothing()))
    });
    built.map(|(record, kept)| {
        // What was found about quotations holds for the records they were looked up in.
        let is_same = record.linked().len() == linked.len()
            && record
                .linked()
                .iter()
                .zip(&linked)
                .all(|(a, b)| Arc::ptr_eq(a, b));
        let kept = if is_same { kept } else { Kept::nothing() };
        (Arc::new(record.with_linked(linked)), kept)
    })
}
