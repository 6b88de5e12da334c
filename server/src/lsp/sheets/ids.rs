//! Ids over all of our files: where each stands, open or not, and giving it another name.

use std::collections::HashMap;
use std::sync::Arc;

use onrecord_engine::ide::sheet::{self, SheetKind};
use onrecord_engine::text::Text;
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::{
    DocumentChanges, Location, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit,
    TextEdit, Url, WorkspaceEdit,
};

use super::{Sheet, is_json};
use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::session::Session;

/// The places of an id in one file.
pub(in crate::lsp) struct Ids {
    uri: Url,
    version: Option<i32>,
    /// Where, and whether the entry itself has it there.
    places: Vec<(Location, bool)>,
}

/// Where the id `key` stands in our files: those that are open, as the client has them, then those that projects have read.
pub(in crate::lsp) fn found(session: &Session, open: &[(Url, Arc<View>)], key: &str) -> Vec<Ids> {
    let mut all: Vec<Ids> = Vec::new();
    let agreed = session.agreed();
    for (uri, view) in open {
        if let Some(sheet) = Sheet::of(session, view, uri) {
            all.push(Ids {
                uri: uri.clone(),
                version: Some(view.inputs.version),
                places: places(agreed, sheet.kind, &sheet.words, uri, key),
            });
        }
    }
    for (path, text) in session.projects.registry_texts() {
        let Some(uri) = Url::from_file_path(&path).ok() else {
            continue;
        };
        let is_open = open
            .iter()
            .any(|(open, _)| open.to_file_path().as_ref() == Ok(&path));
        if !is_open {
            let kind = if is_json(&path) {
                SheetKind::Popolo
            } else {
                SheetKind::Registry
            };
            let places = places(agreed, kind, &text, &uri, key);
            all.push(Ids {
                uri,
                version: None,
                places,
            });
        }
    }
    all.retain(|ids| !ids.places.is_empty());
    all
}

fn places(
    agreed: &Agreed,
    kind: SheetKind,
    text: &str,
    uri: &Url,
    key: &str,
) -> Vec<(Location, bool)> {
    // Most files have not heard of it, and they may be long.
    let id = key.split_once(':').map_or(key, |(_, id)| id);
    if !text.contains(id) {
        return Vec::new();
    }
    let rope = Text::from(text);
    let frame = Frame {
        text: &rope,
        encoding: agreed.encoding,
    };
    let ids = sheet::ids(kind, text).into_iter();
    ids.filter(|id| id.key() == key)
        .map(|id| (Location::new(uri.clone(), frame.range(id.span)), id.is_own))
        .collect()
}

impl Ids {
    /// The places where entries have the id, or those too where others refer to it.
    pub(in crate::lsp) fn locations(
        self,
        own: bool,
        others: bool,
    ) -> impl Iterator<Item = Location> {
        let wanted = move |(_, is_own): &(Location, bool)| if *is_own { own } else { others };
        let places = self.places.into_iter().filter(wanted);
        places.map(|(location, _)| location)
    }
}

/// The edits that give the id `key` another name wherever it stands, or why it cannot be called so.
pub(in crate::lsp) fn renamed(
    session: &Session,
    open: &[(Url, Arc<View>)],
    key: &str,
    name: &str,
) -> Result<WorkspaceEdit, Error> {
    if let Some(reason) = sheet::unfit_id(name) {
        return Err(Error::invalid_params(reason));
    }
    let (of, id) = key.split_once(':').unwrap_or(("entry", key));
    let taken = || found(session, open, &format!("{of}:{name}")).into_iter();
    if name != id && taken().any(|ids| ids.locations(true, false).next().is_some()) {
        let reason = format!("`{name}` is the id of another {of}; the two would become one.");
        return Err(Error::invalid_params(reason));
    }
    let (agreed, ids) = (session.agreed(), &found(session, open, key));
    let edits = |ids: &Ids| -> Vec<TextEdit> {
        let places = ids.places.iter();
        places
            .map(|(place, _)| TextEdit::new(place.range, name.to_owned()))
            .collect()
    };
    if !agreed.versioned_edits {
        let changes: HashMap<Url, Vec<TextEdit>> = ids
            .iter()
            .map(|ids| (ids.uri.clone(), edits(ids)))
            .collect();
        return Ok(WorkspaceEdit::new(changes));
    }
    let edit = |ids: &Ids| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier {
            uri: ids.uri.clone(),
            version: ids.version,
        },
        edits: edits(ids).into_iter().map(OneOf::Left).collect(),
    };
    Ok(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(ids.iter().map(edit).collect())),
        ..WorkspaceEdit::default()
    })
}
