//! Our own files in the editor: registries, in TOML and in JSON, and the project file, from the editor's text and, where they are not open,
//! from the disk as their project has read them.

pub(super) mod ids;

use std::path::Path;
use std::sync::Arc;

use onrecord_engine::ide::sheet::{self, SheetKind};
use onrecord_engine::text::{Span, Text};
use tower_lsp::lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit,
    DocumentHighlight, DocumentHighlightKind, DocumentLink, DocumentSymbol, DocumentSymbolResponse,
    Documentation, FoldingRange, Hover, HoverContents, InsertTextFormat, Location, MarkupContent,
    MarkupKind, Position, PrepareRenameResponse, Range, SelectionRange, SymbolInformation,
    SymbolKind, TextEdit, Url,
};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::session::Session;
use crate::lsp::uses::grown;
use crate::project::{FILE_NAME, Project};

/// How many completions are offered at once.
const MOST: usize = 200;

/// One of our files, as the client has it.
pub(super) struct Sheet<'a> {
    kind: SheetKind,
    text: &'a Text,
    words: String,
    agreed: &'a Agreed,
    project: Arc<Project>,
}

impl<'a> Sheet<'a> {
    /// The document as one of our files, if it is one: by its name, by what its project says, or by its tables. May load a
    /// project.
    pub(super) fn of(session: &'a Session, view: &'a View, uri: &Url) -> Option<Sheet<'a>> {
        if view.record.is_some() {
            return None;
        }
        let path = uri.to_file_path().ok()?;
        let name = path.file_name()?.to_str()?;
        let words = view.inputs.text.to_string();
        let (project, _) = session.projects.governing(path.parent()?);
        let is_registry = || {
            let has = |table: &str| words.contains(&format!("[[{table}]]"));
            project.files.contains(&path)
                || sheet::tables(SheetKind::Registry)
                    .iter()
                    .any(|(table, _)| has(table))
        };
        // A sidecar, `talks.onrecord.toml`, is neither.
        let mut parts = name.rsplit('.');
        let is_toml = parts.next() == Some("toml") && parts.next() != Some("onrecord");
        let kind = if name == FILE_NAME {
            SheetKind::Project
        } else if is_toml && is_registry() {
            SheetKind::Registry
        } else if is_json(&path) && project.is_registry(&path) {
            SheetKind::Popolo
        } else {
            return None;
        };
        Some(Sheet {
            kind,
            text: &view.inputs.text,
            words,
            agreed: session.agreed(),
            project,
        })
    }

    fn frame(&self) -> Frame<'_> {
        Frame {
            text: self.text,
            encoding: self.agreed.encoding,
        }
    }

    /// What the key, code or id at a position means.
    pub(super) fn hover(&self, position: Position) -> Option<Hover> {
        let frame = self.frame();
        let registry = &self.project.reference.registry;
        let hover = sheet::explain(self.kind, &self.words, frame.offset(position), registry)?;
        Some(Hover {
            contents: HoverContents::Markup(self.markup(hover.markdown, self.agreed.markdown)),
            range: Some(frame.range(hover.span)),
        })
    }

    #[allow(
        clippy::unused_self,
        reason = "every answer here is made from the sheet"
    )]
    fn markup(&self, value: String, markdown: bool) -> MarkupContent {
        let kind = if markdown {
            MarkupKind::Markdown
        } else {
            MarkupKind::PlainText
        };
        MarkupContent { kind, value }
    }

    /// What may be typed at a position.
    pub(super) fn completions(&self, position: Position) -> CompletionResponse {
        let frame = self.frame();
        let registry = &self.project.reference.registry;
        let offset = frame.offset(position);
        let (list, is_all) = sheet::completions(self.kind, &self.words, offset, registry, MOST);
        let item = |(at, one): (usize, sheet::SheetCompletion)| CompletionItem {
            label: one.label.clone(),
            kind: Some(if one.is_key {
                CompletionItemKind::PROPERTY
            } else {
                CompletionItemKind::VALUE
            }),
            detail: Some(one.detail.clone()).filter(|detail| !detail.is_empty()),
            documentation: Some(one.words.clone())
                .filter(|words| !words.is_empty())
                .map(|words| self.markup(words, self.agreed.completion_markdown))
                .map(Documentation::MarkupContent),
            sort_text: Some(format!("{at:04}")),
            // What is typed may begin the name of what an id means.
            filter_text: Some(format!("{} {}", one.label, one.detail)),
            insert_text_format: Some(InsertTextFormat::PLAIN_TEXT),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit {
                range: frame.range(one.span),
                new_text: one.text,
            })),
            ..CompletionItem::default()
        };
        CompletionResponse::List(CompletionList {
            is_incomplete: !is_all,
            items: list.into_iter().enumerate().map(item).collect(),
        })
    }

    /// The key by which the id at a position is found in other files and in transcripts.
    pub(super) fn key_at(&self, position: Position) -> Option<String> {
        let offset = self.frame().offset(position);
        Some(sheet::id_at(self.kind, &self.words, offset)?.key())
    }

    /// The id at a position, as what is renamed.
    pub(super) fn renamable(&self, position: Position) -> Option<PrepareRenameResponse> {
        let frame = self.frame();
        let id = sheet::id_at(self.kind, &self.words, frame.offset(position))?;
        Some(PrepareRenameResponse::RangeWithPlaceholder {
            range: frame.range(id.span),
            placeholder: id.id,
        })
    }

    /// The entry that has the id `key`, as the file stands in the editor.
    pub(super) fn entry_of(&self, uri: &Url, key: &str) -> Option<Location> {
        let ids = sheet::ids(self.kind, &self.words).into_iter();
        let id = ids.filter(|id| id.is_own).find(|id| id.key() == key)?;
        let entries = sheet::entries(self.kind, &self.words).into_iter();
        let around = entries.filter(|entry| entry.span.covers(id.span));
        let entry = around.min_by_key(|entry| entry.span.len())?;
        Some(Location::new(uri.clone(), self.frame().range(entry.span)))
    }

    /// The places of the file with the id at a position: where the entry has it and where others refer to it.
    pub(super) fn highlights(&self, position: Position) -> Option<Vec<DocumentHighlight>> {
        let frame = self.frame();
        let key = self.key_at(position)?;
        let ids = sheet::ids(self.kind, &self.words).into_iter();
        let highlight = |id: sheet::IdPlace| DocumentHighlight {
            range: frame.range(id.span),
            kind: Some(if id.is_own {
                DocumentHighlightKind::WRITE
            } else {
                DocumentHighlightKind::READ
            }),
        };
        Some(ids.filter(|id| id.key() == key).map(highlight).collect())
    }

    /// The entries of the file.
    pub(super) fn symbols(&self, uri: &Url) -> DocumentSymbolResponse {
        let frame = self.frame();
        let entries = sheet::entries(self.kind, &self.words).into_iter();
        let kind = |table: &str| match table {
            "person" => SymbolKind::CLASS,
            "post" => SymbolKind::INTERFACE,
            "organization" => SymbolKind::MODULE,
            "membership" => SymbolKind::EVENT,
            _ => SymbolKind::NAMESPACE,
        };
        let name = |entry: &sheet::SheetEntry| match entry.name.trim() {
            "" => "…".to_owned(),
            name => name.to_owned(),
        };
        if !self.agreed.symbol_tree {
            #[allow(
                deprecated,
                reason = "the type cannot be made without its deprecated field"
            )]
            let symbol = |entry: sheet::SheetEntry| SymbolInformation {
                name: name(&entry),
                kind: kind(&entry.table),
                tags: None,
                deprecated: None,
                location: Location::new(uri.clone(), frame.range(entry.span)),
                container_name: Some(entry.table).filter(|table| !table.is_empty()),
            };
            return DocumentSymbolResponse::Flat(entries.map(symbol).collect());
        }
        #[allow(
            deprecated,
            reason = "the type cannot be made without its deprecated field"
        )]
        let symbol = |entry: sheet::SheetEntry| DocumentSymbol {
            name: name(&entry),
            kind: kind(&entry.table),
            detail: Some(entry.table).filter(|table| !table.is_empty()),
            tags: None,
            deprecated: None,
            range: frame.range(entry.span),
            selection_range: frame.range(entry.name_span),
            children: None,
        };
        DocumentSymbolResponse::Nested(entries.map(symbol).collect())
    }

    /// A fold for each entry.
    pub(super) fn folds(&self) -> Vec<FoldingRange> {
        let frame = self.frame();
        let entries = sheet::entries(self.kind, &self.words).into_iter();
        let folds = entries.filter_map(|entry| {
            let range = frame.range(entry.span);
            let is_long = range.start.line < range.end.line;
            is_long.then(|| FoldingRange {
                start_line: range.start.line,
                end_line: range.end.line,
                ..FoldingRange::default()
            })
        });
        folds.take(self.agreed.fold_limit).collect()
    }

    /// What grows around each position: value, key with its value, entry, file.
    pub(super) fn selections(&self, positions: &[Position]) -> Vec<SelectionRange> {
        let frame = self.frame();
        let grown = |position: &Position| {
            let spans = sheet::selection(self.kind, &self.words, frame.offset(*position));
            grown(spans.iter().map(|span| frame.range(*span)), *position)
        };
        positions.iter().map(grown).collect()
    }

    /// Web addresses, the addresses behind identifiers, and the registry files that a project names.
    pub(super) fn links(&self) -> Vec<DocumentLink> {
        let frame = self.frame();
        let links = sheet::links(self.kind, &self.words).into_iter();
        let link = |(span, to): (Span, sheet::Link)| {
            let target = match to {
                sheet::Link::Address(address) => Url::parse(&address).ok()?,
                sheet::Link::File(way) => self.file(&way)?,
            };
            Some(DocumentLink {
                range: frame.range(span),
                target: Some(target),
                tooltip: None,
                data: None,
            })
        };
        links.filter_map(link).collect()
    }

    /// The address of a registry file that the project has read, by its way from the project's folder.
    fn file(&self, way: &str) -> Option<Url> {
        let path = self.project.root.as_ref()?.join(way);
        let is_read = self.project.registry_paths().any(|known| *known == path);
        is_read.then(|| Url::from_file_path(path).ok()).flatten()
    }

    /// The beginning of the file whose name stands at a position.
    pub(super) fn file_at(&self, position: Position) -> Option<Location> {
        let offset = self.frame().offset(position);
        let links = sheet::links(self.kind, &self.words).into_iter();
        let mut here = links.filter(|(span, _)| span.holds_cursor(offset));
        match here.next()? {
            (_, sheet::Link::File(way)) => Some(Location::new(self.file(&way)?, Range::default())),
            (_, sheet::Link::Address(_)) => None,
        }
    }
}

/// Whether a file is JSON by its name.
fn is_json(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("json"))
}
