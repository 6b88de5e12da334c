//! Pages of rules on disk, for the link behind a finding's code: no network, no web address.
//!
//! Written into the platform's cache folder, in a folder of this version of the program: all of them when this version is
//! used for the first time, while nobody waits for them; one that is not there later is written when it is needed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use onrecord_engine::rules::{self, RULES};
use tower_lsp::lsp_types::Url;

/// The pages written so far.
pub(super) struct Pages {
    folder: Option<PathBuf>,
    links: Mutex<BTreeMap<&'static str, Option<Url>>>,
}

impl Pages {
    /// No page written yet; touches no file.
    pub(super) fn new() -> Pages {
        let version = concat!("rules-", env!("CARGO_PKG_VERSION"));
        Pages {
            folder: dirs::cache_dir().map(|cache| cache.join("onrecord").join(version)),
            links: Mutex::default(),
        }
    }

    /// The address of the page of the rule with this code; `None` if there is no such rule or the page cannot be written.
    pub(super) fn link(&self, code: &'static str) -> Option<Url> {
        let mut links = self.links.lock().ok()?;
        links
            .entry(code)
            .or_insert_with(|| self.write(code))
            .clone()
    }

    /// Writes all pages, unless some are there already: then there is little left to write.
    pub(super) fn prepare(&self) {
        if self.folder.as_ref().is_some_and(|folder| !folder.exists()) {
            for rule in RULES {
                self.link(rule.code);
            }
        }
    }

    fn write(&self, code: &str) -> Option<Url> {
        let page = rules::find(code)?.page();
        let folder = self.folder.as_deref()?;
        let path = folder.join(format!("{code}.md"));
        if fs::read_to_string(&path).is_ok_and(|there| there == page) {
            return Url::from_file_path(path).ok();
        }
        if let Err(error) = put(folder, &path, &page) {
            tracing::info!("no page of {code} at {}: {error}", path.display());
            return None;
        }
        Url::from_file_path(path).ok()
    }
}

/// Writes a file as a whole: another server may be reading or writing the same page.
pub(super) fn put(folder: &Path, path: &Path, page: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = path.with_extension(format!("{}.part", std::process::id()));
    fs::write(&beside, page)?;
    fs::rename(&beside, path)
}
