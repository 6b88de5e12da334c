//! What moves along when files move: the sidecar of a transcript, `talks.onrecord.toml` of `talks.txt`.

use tower_lsp::lsp_types::{
    DocumentChangeOperation, DocumentChanges, FileRename, RenameFile, ResourceOp, Url,
    WorkspaceEdit,
};

use crate::project::linked::sidecar;

/// The renames of sidecars that go with these renames of files; `None` if there are none. Looks at the disk.
pub(super) fn along(files: &[FileRename]) -> Option<WorkspaceEdit> {
    let path = |uri: &str| Url::parse(uri).ok()?.to_file_path().ok();
    let mut operations = Vec::new();
    for file in files {
        let (Some(old), Some(new)) = (path(&file.old_uri), path(&file.new_uri)) else {
            continue;
        };
        let (Some(old), Some(new)) = (sidecar(&old), sidecar(&new)) else {
            continue;
        };
        // A folder takes its files along by itself; what stands in the way stays.
        let goes_itself = files
            .iter()
            .any(|other| path(&other.old_uri).as_ref() == Some(&old));
        if old == new || goes_itself || !old.is_file() || new.exists() {
            continue;
        }
        if let (Ok(old_uri), Ok(new_uri)) = (Url::from_file_path(old), Url::from_file_path(new)) {
            operations.push(DocumentChangeOperation::Op(ResourceOp::Rename(
                RenameFile {
                    old_uri,
                    new_uri,
                    options: None,
                    annotation_id: None,
                },
            )));
        }
    }
    (!operations.is_empty()).then(|| WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(operations)),
        ..WorkspaceEdit::default()
    })
}
