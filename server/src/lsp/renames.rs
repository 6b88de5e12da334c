//! What moves along when files move: the sidecar of a transcript, `talks.onrecord.toml` of `talks.txt`.

use std::path::{Path, PathBuf};

use tower_lsp::lsp_types::{
    DocumentChangeOperation, DocumentChanges, FileRename, RenameFile, ResourceOp, Url,
    WorkspaceEdit,
};

/// The end of a sidecar's name.
const SIDECAR: &str = ".onrecord.toml";

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

/// Where the sidecar of a transcript is: `talks.onrecord.toml` beside `talks.txt`; `None` for what is no transcript by its name.
fn sidecar(transcript: &Path) -> Option<PathBuf> {
    let name = transcript.file_name()?.to_str()?;
    let (stem, end) = name.rsplit_once('.')?;
    let is_text = ["txt", "md", "transcript"].contains(&end);
    (is_text && !stem.is_empty()).then(|| transcript.with_file_name(format!("{stem}{SIDECAR}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sidecar_has_its_transcripts_name() {
        let of = |name: &str| {
            let sidecar = sidecar(&Path::new("/talks").join(name))?;
            Some(sidecar.file_name()?.to_str()?.to_owned())
        };
        assert_eq!(of("summit.txt").as_deref(), Some("summit.onrecord.toml"));
        assert_eq!(
            of("a.transcript.txt").as_deref(),
            Some("a.transcript.onrecord.toml")
        );
        assert_eq!(of("a.transcript").as_deref(), Some("a.onrecord.toml"));
        assert_eq!(of("summit.onrecord.toml"), None);
        assert_eq!(of("summit"), None);
        assert_eq!(of(".txt"), None);
    }
}
