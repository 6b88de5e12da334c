//! What server and client agree on at `initialize`: what a column counts, and what the client can show.

use onrecord_engine::text::Encoding;
use tower_lsp::lsp_types::{ClientCapabilities, MarkupKind, ResourceOperationKind};

use crate::lsp::convert;

/// What was agreed; fixed for the life of the connection.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing the client can or cannot do"
)]
#[derive(Clone, Debug)]
pub(super) struct Agreed {
    /// What a column counts.
    pub(super) encoding: Encoding,
    /// Whether the outline may be a tree.
    pub(super) symbol_tree: bool,
    /// How many folds the client wants at most.
    pub(super) fold_limit: usize,
    /// Whether hover may be Markdown.
    pub(super) markdown: bool,
    /// Whether a finding may point to other places.
    pub(super) related_information: bool,
    /// Whether a finding's code may lead to a page.
    pub(super) code_pages: bool,
    /// Whether code actions may carry their edits.
    pub(super) code_actions: bool,
    /// Whether edits may name the version they are meant for.
    pub(super) versioned_edits: bool,
    /// Whether edits may make a file that is not there.
    pub(super) creates_files: bool,
    /// Whether the client watches files when asked to.
    pub(super) watches_files: bool,
    /// Whether the client can be asked for settings.
    pub(super) configuration: bool,
    /// Whether the client asks for findings; one that does is never told any unasked, or it would show them twice.
    pub(super) pulls_findings: bool,
    /// Whether the client can be told to ask for findings again.
    pub(super) asks_again: bool,
}

impl Agreed {
    /// What a client with these capabilities can be served.
    pub(super) fn with(client: &ClientCapabilities) -> Agreed {
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let general = client.general.as_ref();
        let diagnostics = text.and_then(|text| text.publish_diagnostics.as_ref());
        let hover_formats = text
            .and_then(|text| text.hover.as_ref())
            .and_then(|hover| hover.content_format.as_deref());
        Agreed {
            encoding: convert::encoding(
                general.and_then(|general| general.position_encodings.as_deref()),
            ),
            symbol_tree: text
                .and_then(|text| {
                    text.document_symbol
                        .as_ref()?
                        .hierarchical_document_symbol_support
                })
                .unwrap_or(false),
            fold_limit: text
                .and_then(|text| text.folding_range.as_ref()?.range_limit)
                .map_or(usize::MAX, |limit| limit as usize),
            markdown: hover_formats.is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
            related_information: diagnostics
                .and_then(|diagnostics| diagnostics.related_information)
                .unwrap_or(false),
            code_pages: diagnostics
                .and_then(|diagnostics| diagnostics.code_description_support)
                .unwrap_or(false),
            code_actions: text
                .and_then(|text| text.code_action.as_ref())
                .is_some_and(|actions| actions.code_action_literal_support.is_some()),
            versioned_edits: workspace
                .and_then(|workspace| workspace.workspace_edit.as_ref()?.document_changes)
                .unwrap_or(false),
            creates_files: workspace
                .and_then(|workspace| {
                    let edits = workspace.workspace_edit.as_ref()?;
                    edits.resource_operations.as_ref()
                })
                .is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create)),
            watches_files: workspace
                .and_then(|workspace| workspace.did_change_watched_files?.dynamic_registration)
                .unwrap_or(false),
            configuration: workspace
                .and_then(|workspace| workspace.configuration)
                .unwrap_or(false),
            pulls_findings: text.is_some_and(|text| text.diagnostic.is_some()),
            asks_again: workspace
                .and_then(|workspace| workspace.diagnostic.as_ref()?.refresh_support)
                .unwrap_or(false),
        }
    }
}
