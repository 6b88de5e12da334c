//! A registry file among the files it is laid with: what rules about registries look through.

use std::sync::Arc;

use crate::toml::Problem;

use super::file::RegistryFile;
use super::{PersonId, Registry};

/// One of a project's registry files, and what it stands among.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'a> {
    /// Its text.
    pub text: &'a str,
    /// What was wrong when it was read.
    pub problems: &'a [Problem],
    /// All files of the project, in their order.
    pub files: &'a [Arc<RegistryFile>],
    /// The place of the file that is looked at among them.
    pub at: usize,
    /// The registry made of all files and of what lies beneath.
    pub registry: &'a Registry,
}

impl<'a> Layer<'a> {
    /// The file that is looked at.
    pub fn file(&self) -> &'a RegistryFile {
        &self.files[self.at]
    }

    /// The name of the person a file means by `id`; the id itself where it leads nowhere.
    pub fn name_of(&self, id: &'a str) -> &'a str {
        let person = self.registry.person_called(id);
        person.map_or(id, |person: PersonId| &self.registry.person(person).name)
    }
}
