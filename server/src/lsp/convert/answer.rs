//! Answers of the engine in the protocol's shapes: hover, outline, folds, fixes.

use std::collections::HashMap;

use onrecord_engine::ide::{self, FoldKind, OutlineItem, OutlineKind};
use onrecord_engine::rules::{Edit, Fix};
use onrecord_engine::text::{Span, Text};
use tower_lsp::lsp_types::{
    self, CodeAction, CodeActionKind, CreateFile, CreateFileOptions, Diagnostic,
    DocumentChangeOperation, DocumentChanges, FoldingRange, FoldingRangeKind, HoverContents,
    Location, MarkupContent, MarkupKind, OneOf, OptionalVersionedTextDocumentIdentifier,
    ResourceOp, SymbolInformation, SymbolKind, TextDocumentEdit, TextEdit, Url, WorkspaceEdit,
};

use crate::lsp::agreed::Agreed;
use crate::lsp::convert::Frame;
use crate::lsp::document::View;
use crate::lsp::ready::{self, Written};

/// The card for a position, if there is something to say.
pub(in crate::lsp) fn hover(
    agreed: &Agreed,
    view: &View,
    position: lsp_types::Position,
) -> Option<lsp_types::Hover> {
    let record = view.record.as_deref()?;
    let frame = Frame::of(record, agreed);
    let hover = ide::hover(record, &view.findings, frame.offset(position))?;
    Some(lsp_types::Hover {
        contents: HoverContents::Markup(MarkupContent {
            kind: if agreed.markdown {
                MarkupKind::Markdown
            } else {
                MarkupKind::PlainText
            },
            value: if agreed.markdown {
                hover.markdown
            } else {
                hover.plain_text()
            },
        }),
        range: Some(frame.range(hover.span)),
    })
}

/// The outline, as a tree if the client knows trees.
pub(in crate::lsp) fn symbols(agreed: &Agreed, view: &View, uri: &Url) -> Option<Written> {
    // A shopping list has no parts to go to.
    let record = view.record.as_deref().filter(|_| view.is_ours)?;
    let frame = Frame::of(record, agreed);
    if agreed.symbol_tree {
        Some(view.outline.tree(record, frame))
    } else {
        ready::written(&symbol_list(frame, &ide::outline(record), uri, None))
    }
}

/// The outline as a list, for clients that know no tree; each line names the one above it.
fn symbol_list(
    frame: Frame<'_>,
    items: &[OutlineItem],
    uri: &Url,
    container: Option<&str>,
) -> Vec<SymbolInformation> {
    let mut list = Vec::new();
    for item in items {
        let name = item.name.clone();
        #[allow(
            deprecated,
            reason = "the type cannot be made without its deprecated field"
        )]
        list.push(SymbolInformation {
            name: name.clone(),
            kind: symbol_kind(item.kind),
            tags: None,
            deprecated: None,
            location: Location::new(uri.clone(), frame.range(item.span)),
            container_name: container.map(str::to_owned),
        });
        list.extend(symbol_list(frame, &item.children, uri, Some(&name)));
    }
    list
}

/// Kinds that clients without a list of their own know too (LSP 3.17: `File` to `Array`).
pub(in crate::lsp) fn symbol_kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Transcript => SymbolKind::MODULE,
        OutlineKind::Turn => SymbolKind::METHOD,
        OutlineKind::Block => SymbolKind::PACKAGE,
        OutlineKind::Narrative => SymbolKind::STRING,
    }
}

/// Folds in whole lines, which every client takes; if there are more than it wants, the longest.
pub(in crate::lsp) fn folds(agreed: &Agreed, view: &View) -> Option<Vec<FoldingRange>> {
    let record = view.record.as_deref().filter(|_| view.is_ours)?;
    let frame = Frame::of(record, agreed);
    let mut ranges: Vec<FoldingRange> = ide::folding(record)
        .iter()
        .filter_map(|fold| {
            let (start, end) = (
                frame.position(fold.span.start),
                frame.position(fold.span.end),
            );
            // A fold that ends before the first character of a line ends with the line above.
            let end_line = if end.character == 0 {
                end.line.saturating_sub(1)
            } else {
                end.line
            };
            (start.line < end_line).then(|| FoldingRange {
                start_line: start.line,
                end_line,
                kind: Some(match fold.kind {
                    FoldKind::Region => FoldingRangeKind::Region,
                    FoldKind::Furniture => FoldingRangeKind::Comment,
                }),
                ..FoldingRange::default()
            })
        })
        .collect();
    if ranges.len() > agreed.fold_limit {
        ranges.sort_by_key(|range| std::cmp::Reverse(range.end_line - range.start_line));
        ranges.truncate(agreed.fold_limit);
        ranges.sort_by_key(|range| (range.start_line, std::cmp::Reverse(range.end_line)));
    }
    Some(ranges)
}

/// Edits of one document, bound to its `version` for clients that can check it.
pub(in crate::lsp) fn edit_of(
    frame: Frame<'_>,
    edits: &[Edit],
    uri: &Url,
    agreed: &Agreed,
    version: i32,
) -> WorkspaceEdit {
    let edits = edits.iter().map(|edit| TextEdit {
        range: frame.range(edit.span),
        new_text: edit.text.clone(),
    });
    if !agreed.versioned_edits {
        return WorkspaceEdit::new(HashMap::from([(uri.clone(), edits.collect())]));
    }
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier {
                uri: uri.clone(),
                version: Some(version),
            },
            edits: edits.map(OneOf::Left).collect(),
        }])),
        ..WorkspaceEdit::default()
    }
}

/// A fix as an action that carries its edits.
pub(in crate::lsp) fn action(
    frame: Frame<'_>,
    fix: &Fix,
    settles: Diagnostic,
    uri: &Url,
    agreed: &Agreed,
    version: i32,
) -> CodeAction {
    CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![settles]),
        edit: Some(edit_of(frame, &fix.edits, uri, agreed, version)),
        is_preferred: fix.safe.then_some(true),
        ..CodeAction::default()
    }
}

/// Whether a finding's words are touched by what the client has selected.
pub(in crate::lsp) fn touches(finding: Span, selected: Span) -> bool {
    finding.start <= selected.end && selected.start <= finding.end
}

/// One of the project's own files as an action leaves it.
pub(in crate::lsp) struct FileAfter {
    /// Its address.
    pub(in crate::lsp) uri: Url,
    /// Its version, if the client has it open.
    pub(in crate::lsp) version: Option<i32>,
    /// What it says now; `None` if it has to be made.
    pub(in crate::lsp) before: Option<Text>,
    /// What it says afterwards.
    pub(in crate::lsp) after: String,
}

/// The action with changes of the project's own files added; `None` if the client cannot make a file that has to be made.
pub(in crate::lsp) fn with_files(
    mut action: CodeAction,
    files: &[FileAfter],
    agreed: &Agreed,
) -> Option<CodeAction> {
    let is_made = files.iter().any(|file| file.before.is_none());
    let edit = action.edit.take().unwrap_or_default();
    action.edit = Some(if agreed.versioned_edits {
        if is_made && !agreed.creates_files {
            return None;
        }
        let mut operations = Vec::new();
        if let Some(DocumentChanges::Edits(edits)) = edit.document_changes {
            let edits = edits.into_iter().filter(|edit| !edit.edits.is_empty());
            operations.extend(edits.map(DocumentChangeOperation::Edit));
        }
        for file in files {
            if file.before.is_none() {
                operations.push(DocumentChangeOperation::Op(ResourceOp::Create(
                    CreateFile {
                        uri: file.uri.clone(),
                        options: Some(CreateFileOptions {
                            overwrite: None,
                            ignore_if_exists: Some(true),
                        }),
                        annotation_id: None,
                    },
                )));
            }
            operations.push(DocumentChangeOperation::Edit(TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier {
                    uri: file.uri.clone(),
                    version: file.version,
                },
                edits: vec![OneOf::Left(file.edit(agreed))],
            }));
        }
        WorkspaceEdit {
            document_changes: Some(DocumentChanges::Operations(operations)),
            ..WorkspaceEdit::default()
        }
    } else {
        if is_made {
            return None;
        }
        let mut changes = edit.changes.unwrap_or_default();
        changes.retain(|_, edits| !edits.is_empty());
        for file in files {
            changes.insert(file.uri.clone(), vec![file.edit(agreed)]);
        }
        WorkspaceEdit::new(changes)
    });
    Some(action)
}

impl FileAfter {
    /// The one edit that makes the change: what differs between the two texts.
    fn edit(&self, agreed: &Agreed) -> TextEdit {
        let empty = Text::from("");
        let text = self.before.as_ref().unwrap_or(&empty);
        let before = text.to_string();
        let after = self.after.as_str();
        let same = |pair: &(char, char)| pair.0 == pair.1;
        let head: usize = before
            .chars()
            .zip(after.chars())
            .take_while(same)
            .map(|(c, _)| c.len_utf8())
            .sum();
        let tail: usize = before[head..]
            .chars()
            .rev()
            .zip(after[head..].chars().rev())
            .take_while(same)
            .map(|(c, _)| c.len_utf8())
            .sum();
        let frame = Frame {
            text,
            encoding: agreed.encoding,
        };
        TextEdit {
            range: frame.range(Span::new(head, before.len() - tail)),
            new_text: after[head..after.len() - tail].to_owned(),
        }
    }
}
