//! What server and client agree on at `initialize`: what a column counts, and what the client can show.

use onrecord_engine::text::Encoding;
use tower_lsp::lsp_types::{
    ClientCapabilities, MarkupKind, ResourceOperationKind, SemanticTokenType,
};

use crate::lsp::{convert, tokens};

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
    /// Whether the client tells of changed settings when asked to.
    pub(super) tells_settings: bool,
    /// Whether the client can be asked for settings.
    pub(super) configuration: bool,
    /// Whether the client asks for findings; one that does is never told any unasked, or it would show them twice.
    pub(super) pulls_findings: bool,
    /// What the client can be told to ask for again.
    pub(super) asks_again: AsksAgain,
    /// What kinds of words are called in semantic tokens, in the order of their numbers.
    pub(super) legend: Vec<SemanticTokenType>,
    /// Whether the edits of an action can come when it is chosen.
    pub(super) actions_grow: bool,
    /// Whether what is known of a completion can come when it is looked at.
    pub(super) completions_grow: bool,
    /// Whether that may be Markdown.
    pub(super) completion_markdown: bool,
    /// Whether the client asks what it can rename before it does.
    pub(super) prepares_renames: bool,
    /// Whether edits may give a file another name.
    pub(super) renames_files: bool,
    /// Whether the client shows a document when asked to.
    pub(super) shows_documents: bool,
    /// Whether the client shows how far work is that it did not ask for.
    pub(super) shows_progress: bool,
}

/// What a client can be told to ask for again.
#[derive(Clone, Copy, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one thing the client can or cannot do"
)]
pub(super) struct AsksAgain {
    /// Findings.
    pub(super) findings: bool,
    /// Semantic tokens.
    pub(super) tokens: bool,
    /// Inlay hints.
    pub(super) hints: bool,
    /// Code lenses.
    pub(super) lenses: bool,
}

impl Agreed {
    /// What a client with these capabilities can be served.
    pub(super) fn with(client: &ClientCapabilities) -> Agreed {
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let general = client.general.as_ref();
        let window = client.window.as_ref();
        let diagnostics = text.and_then(|text| text.publish_diagnostics.as_ref());
        let hover_formats = text
            .and_then(|text| text.hover.as_ref())
            .and_then(|hover| hover.content_format.as_deref());
        let completion_item = text
            .and_then(|text| text.completion.as_ref())
            .and_then(|completion| completion.completion_item.as_ref());
        let operations = workspace.and_then(|workspace| {
            let edits = workspace.workspace_edit.as_ref()?;
            edits.resource_operations.as_deref()
        });
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
            creates_files: operations
                .is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create)),
            watches_files: workspace
                .and_then(|workspace| workspace.did_change_watched_files?.dynamic_registration)
                .unwrap_or(false),
            tells_settings: workspace
                .and_then(|workspace| workspace.did_change_configuration?.dynamic_registration)
                .unwrap_or(false),
            configuration: workspace
                .and_then(|workspace| workspace.configuration)
                .unwrap_or(false),
            pulls_findings: text.is_some_and(|text| text.diagnostic.is_some()),
            asks_again: AsksAgain::with(client),
            legend: tokens::legend(
                text.and_then(|text| text.semantic_tokens.as_ref())
                    .map_or(&[][..], |tokens| &tokens.token_types),
            ),
            actions_grow: text
                .and_then(|text| {
                    let actions = text.code_action.as_ref()?;
                    let properties = &actions.resolve_support.as_ref()?.properties;
                    let edits = properties.iter().any(|property| property == "edit");
                    Some(edits && actions.data_support?)
                })
                .unwrap_or(false),
            completions_grow: completion_item
                .and_then(|item| item.resolve_support.as_ref())
                .is_some_and(|grows| {
                    let mut properties = grows.properties.iter();
                    properties.any(|property| property == "documentation")
                }),
            completion_markdown: completion_item
                .and_then(|item| item.documentation_format.as_deref())
                .is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            prepares_renames: text
                .and_then(|text| text.rename.as_ref()?.prepare_support)
                .unwrap_or(false),
            renames_files: operations
                .is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Rename)),
            shows_documents: window
                .and_then(|window| window.show_document.as_ref())
                .is_some_and(|show| show.support),
            shows_progress: window
                .and_then(|window| window.work_done_progress)
                .unwrap_or(false),
        }
    }
}

impl AsksAgain {
    fn with(client: &ClientCapabilities) -> AsksAgain {
        let Some(workspace) = client.workspace.as_ref() else {
            return AsksAgain::default();
        };
        let findings = workspace.diagnostic.as_ref();
        let tokens = workspace.semantic_tokens.as_ref();
        let hints = workspace.inlay_hint.as_ref();
        let lenses = workspace.code_lens.as_ref();
        AsksAgain {
            findings: findings.is_some_and(|can| can.refresh_support == Some(true)),
            tokens: tokens.is_some_and(|can| can.refresh_support == Some(true)),
            hints: hints.is_some_and(|can| can.refresh_support == Some(true)),
            lenses: lenses.is_some_and(|can| can.refresh_support == Some(true)),
        }
    }
}
