//! The index of a folder on disk, between one run of the server and the next.
//!
//! Written beside its place and moved there whole, so that two servers at once do each other no harm: the last one wins,
//! and both are right.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Entry, number};
use crate::lsp::pages;
use crate::project::files;

/// Where the index of `folders` is kept: by version, paths and what a column counts. `None` if there are no folders, or the
/// platform has no cache folder.
pub(super) fn place(folders: &BTreeSet<PathBuf>, encoding: &str) -> Option<PathBuf> {
    folders.first()?;
    let folder = dirs::cache_dir()?.join("onrecord");
    let folder = folder.join(concat!("index-", env!("CARGO_PKG_VERSION")));
    let mut name = encoding.to_owned();
    for path in folders {
        write!(name, " {}", path.display()).ok()?;
    }
    let name = number(&name);
    Some(folder.join(format!("{name:016x}.json")))
}

/// The index kept at `place`; an empty one if there is none that can be read.
pub(super) fn load(place: &Path) -> BTreeMap<PathBuf, Arc<Entry>> {
    let Ok(kept) = files::read(place) else {
        return BTreeMap::new();
    };
    serde_json::from_str::<Vec<(PathBuf, Entry)>>(&kept)
        .inspect_err(|error| tracing::warn!("{} is no index: {error}", place.display()))
        .unwrap_or_default()
        .into_iter()
        .map(|(path, entry)| (path, Arc::new(entry)))
        .collect()
}

/// Keeps an index at `place`.
pub(super) fn store(place: &Path, files: &BTreeMap<PathBuf, Arc<Entry>>) -> io::Result<()> {
    let all: Vec<(&PathBuf, &Entry)> = files.iter().map(|(path, entry)| (path, &**entry)).collect();
    let text = serde_json::to_string(&all)?;
    let folder = place.parent().unwrap_or(Path::new(""));
    pages::put(folder, place, &text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_read_as_it_was_written_and_a_broken_one_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("deep").join("index.json");
        assert!(load(&place).is_empty());
        let entry: Entry = serde_json::from_value(serde_json::json!({
            "stamp": {"size": 3, "changed": 5}, "hash": 7, "against": 9,
            "named": [{"name": "Ada Vane", "key": "person:ada-vane", "office": false, "places": [[1, 2, 3, 4]]}],
            "turns": [["Ada Vane", [0, 0, 0, 8]]],
            "reports": [{"by": "text:narrative", "whom": "person:ada-vane", "places": [[2, 9, 2, 13]]}],
        }))
        .unwrap();
        let known = BTreeMap::from([(PathBuf::from("a.transcript"), Arc::new(entry))]);
        store(&place, &known).unwrap();
        assert_eq!(load(&place), known);
        pages::put(folder.path(), &place, "[[").unwrap();
        assert!(load(&place).is_empty());
    }
}
