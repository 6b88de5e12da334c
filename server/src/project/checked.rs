//! What the rules find in a registry file, as it lies on disk or as it stands in an editor.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::registry::file::RegistryFile;
use onrecord_engine::registry::{Layer, Registry};
use onrecord_engine::rules::{self, Finding, RuleSet};

use super::files::{self, ReadError};
use super::layers::{self, MOST_BYTES};
use super::{FILE_NAME, Project};

/// A registry file and what was found in it.
#[derive(Debug)]
pub struct CheckedRegistry {
    /// Its text.
    pub text: Arc<str>,
    /// The findings, in text order.
    pub findings: Vec<Finding>,
}

impl Project {
    /// The project's registry files, in their order; absolute.
    pub fn registry_paths(&self) -> impl Iterator<Item = &Path> {
        self.layers.paths()
    }

    /// Whether the file at `path` is one of the project's registries.
    pub fn is_registry(&self, path: &Path) -> bool {
        let path = files::absolute(path);
        self.registry_paths().any(|known| known == path)
    }

    /// Whether a file somebody names to us is a registry by its ending: data, and none of our other files.
    pub fn looks_like_registry(path: &Path) -> bool {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().to_lowercase());
        name.is_some_and(|name| {
            let is_data = [".toml", ".json"].iter().any(|end| name.ends_with(end));
            is_data && name != FILE_NAME && !name.ends_with(".onrecord.toml")
        })
    }

    /// What `rules` find in the registry file at `path` among the project's others; one the project does not name is laid
    /// over them.
    pub fn check_registry(
        &self,
        path: &Path,
        rules: &RuleSet,
    ) -> Result<CheckedRegistry, ReadError> {
        let absolute = files::absolute(path);
        let known = self.registry_paths().position(|known| known == absolute);
        if let Some(known) = known
            && let Some((text, problems)) = self.layers.current(known)
        {
            let layer = Layer {
                text,
                problems,
                files: &self.layers.files(),
                at: known,
                registry: &self.reference.registry,
            };
            return Ok(CheckedRegistry {
                findings: rules::check_registry(&layer, rules),
                text: Arc::clone(text),
            });
        }
        let text = files::read_at_most(path, MOST_BYTES)?;
        Ok(self.check_registry_text(path, text.into(), rules))
    }

    /// The same for a text that is not on disk, or not yet.
    pub fn check_registry_text(
        &self,
        path: &Path,
        text: Arc<str>,
        rules: &RuleSet,
    ) -> CheckedRegistry {
        let (file, problems) = RegistryFile::parse_as(layers::format(path, &text), &text);
        let absolute: PathBuf = files::absolute(path);
        let mut all = self.layers.files();
        let known = self.registry_paths().position(|known| known == absolute);
        let at = known.unwrap_or(all.len());
        let file = Arc::new(file);
        match all.get_mut(at) {
            Some(old) => *old = file,
            None => all.push(file),
        }
        let (registry, _) = Registry::layered(&all, self.layers.below().as_ref());
        let layer = Layer {
            text: &text,
            problems: &problems,
            files: &all,
            at,
            registry: &registry,
        };
        let findings = rules::check_registry(&layer, rules);
        CheckedRegistry { text, findings }
    }
}
