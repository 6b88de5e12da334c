//! Commands the server carries out, so that the thinnest client has them.
//!
//! `onrecord.nextTurn` and `onrecord.previousTurn` take `{"textDocument": {"uri"}, "position"}` and lead to a turn of the
//! same speaker; `onrecord.show` takes a location. All answer the location, or `null` if there is none, and ask a client
//! that can show documents (`window/showDocument`) to show it. `onrecord.timings` takes nothing and answers how long the
//! stages of reading each open document took the last time.

use std::sync::Arc;

use onrecord_engine::ide::labels;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::{Location, ShowDocumentParams, TextDocumentPositionParams};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::session::Session;

/// Shows a place.
pub(super) const SHOW: &str = "onrecord.show";

/// All commands, in order.
pub(super) const COMMANDS: [(&str, Command); 4] = [
    ("onrecord.nextTurn", Command::NextTurn),
    ("onrecord.previousTurn", Command::PreviousTurn),
    (SHOW, Command::Show),
    ("onrecord.timings", Command::Timings),
];

/// What can be commanded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Command {
    /// Go to the speaker's next turn.
    NextTurn,
    /// Go to the speaker's turn before.
    PreviousTurn,
    /// Show a place.
    Show,
    /// Tell where the time went.
    Timings,
}

impl Command {
    /// The command of this name; an error that says so if there is none.
    pub(super) fn named(name: &str) -> Result<Command, Error> {
        let known = COMMANDS.iter().find(|(known, _)| *known == name);
        known
            .map(|(_, command)| *command)
            .ok_or_else(|| Error::invalid_params(format!("`{name}` is no command of onrecord")))
    }
}

/// The one argument of a command; an error that says what it should be if it is something else.
pub(super) fn argument<T: DeserializeOwned>(arguments: Vec<Value>, what: &str) -> Result<T, Error> {
    let first = arguments.into_iter().next();
    first
        .and_then(|first| serde_json::from_value(first).ok())
        .ok_or_else(|| Error::invalid_params(format!("the command takes one argument: {what}")))
}

/// The place of the next turn, or of the one before, of whoever speaks at a position.
pub(super) fn turn(
    agreed: &Agreed,
    view: &View,
    at: TextDocumentPositionParams,
    command: Command,
) -> Option<Location> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let forward = command == Command::NextTurn;
    let label = labels::turn_of_same_speaker(record, frame.offset(at.position), forward)?;
    Some(Location::new(at.text_document.uri, frame.range(label)))
}

/// Has the client show a place, if it can; nobody waits for it.
pub(super) fn show(session: &Arc<Session>, place: &Location) {
    if !session.agreed().shows_documents {
        return;
    }
    let session = Arc::clone(session);
    let show = ShowDocumentParams {
        uri: place.uri.clone(),
        external: None,
        take_focus: Some(true),
        selection: Some(place.range),
    };
    tokio::spawn(async move {
        if let Err(error) = session.client.show_document(show).await {
            tracing::info!("the client shows no document: {error}");
        }
    });
}
