//! Changes of the project's own files that settle findings: which file it is, and its text afterwards.
//!
//! Nothing is written here: an editor applies the change as an edit its user sees and can take back.

mod toml_text;

use std::path::{Path, PathBuf};

use onrecord_engine::rules::{FileChange, FileEdit, FileRole};

use super::{FILE_NAME, Project, files};

/// The registry file that is made where a project has none.
const PEOPLE: &str = "people.toml";

/// A file as it would be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changed {
    /// The file; absolute.
    pub path: PathBuf,
    /// What it says now; `None` if there is no such file.
    pub before: Option<String>,
    /// What it would say.
    pub after: String,
}

/// The files of a project while they are changed.
struct Desk<'a> {
    project: &'a Project,
    /// The folder new files are made in.
    folder: PathBuf,
    document: &'a Path,
    read: &'a dyn Fn(&Path) -> Option<String>,
    changed: Vec<Changed>,
}

impl Project {
    /// The project's own files after `edits`, for the document at `document`; `read` tells what a file says now.
    /// `None` if a file is written in a way that leaves no place for the change.
    pub fn edited(
        &self,
        document: &Path,
        edits: &[FileEdit],
        read: &dyn Fn(&Path) -> Option<String>,
    ) -> Option<Vec<Changed>> {
        let folder = self
            .root
            .clone()
            .or_else(|| document.parent().map(Path::to_owned))?;
        let mut desk = Desk {
            project: self,
            folder,
            document,
            read,
            changed: Vec::new(),
        };
        for edit in edits {
            desk.apply(edit)?;
        }
        desk.changed
            .retain(|file| file.before.as_ref() != Some(&file.after));
        Some(desk.changed)
    }
}

impl Desk<'_> {
    fn apply(&mut self, edit: &FileEdit) -> Option<()> {
        let path = match edit.file {
            FileRole::Project => self.project_file(),
            FileRole::Registry => self.registry_file(&edit.change)?,
            FileRole::Sidecar => sidecar(self.document)?,
        };
        let now = self.now(&path);
        let after = toml_text::changed(now.as_deref().unwrap_or(""), &edit.change)?;
        self.put(path, after);
        Some(())
    }

    /// What a file says so far.
    fn now(&self, path: &Path) -> Option<String> {
        match self.changed.iter().find(|file| file.path == path) {
            Some(file) => Some(file.after.clone()),
            None => (self.read)(path),
        }
    }

    fn put(&mut self, path: PathBuf, after: String) {
        if let Some(file) = self.changed.iter_mut().find(|file| file.path == path) {
            file.after = after;
            return;
        }
        let before = (self.read)(&path);
        self.changed.push(Changed {
            path,
            before,
            after,
        });
    }

    fn project_file(&self) -> PathBuf {
        let own = self.project.root.as_ref().and(self.project.files.first());
        own.cloned().unwrap_or_else(|| self.folder.join(FILE_NAME))
    }

    /// The registry file that holds the entry of a change, else the first of the project, else a new one it names from now on.
    fn registry_file(&mut self, change: &FileChange) -> Option<PathBuf> {
        let is_toml = |path: &&PathBuf| path.extension().is_some_and(|end| end == "toml");
        let own = self.project.root.is_some();
        let known: Vec<PathBuf> = self.project.files[usize::from(own)..]
            .iter()
            .filter(is_toml)
            .cloned()
            .collect();
        if let FileChange::Extend { list, id, .. } = change {
            let holds = |path: &&PathBuf| {
                self.now(path)
                    .is_some_and(|text| toml_text::entry(&text, list, id).is_some())
            };
            if let Some(path) = known.iter().find(holds) {
                return Some(path.clone());
            }
        }
        if let Some(first) = known.into_iter().next() {
            return Some(first);
        }
        let path = self.folder.join(PEOPLE);
        let project_file = self.project_file();
        let now = self.now(&project_file).unwrap_or_default();
        let after = toml_text::with_registry(&now, PEOPLE)?;
        self.put(project_file, after);
        Some(path)
    }
}

/// The annotations beside a document: `summit.onrecord.toml` for `summit.txt`.
fn sidecar(document: &Path) -> Option<PathBuf> {
    let stem = document.file_stem()?.to_string_lossy();
    Some(document.with_file_name(format!("{stem}.{FILE_NAME}")))
}

/// What a file on disk says; `None` if it is not there or no text.
pub fn on_disk(path: &Path) -> Option<String> {
    files::read(path).ok()
}

#[cfg(test)]
mod tests {
    use onrecord_engine::rules::FileValue;

    use super::*;
    use crate::project::Options;

    fn variant(of: &str, text: &str) -> FileEdit {
        FileEdit {
            file: FileRole::Registry,
            change: FileChange::Extend {
                list: "person",
                id: of.to_owned(),
                key: "aliases",
                value: FileValue::Table(vec![("text", text.into()), ("kind", "variant".into())]),
                otherwise: vec![("name", "Ada Vane".into())],
            },
        }
    }

    #[test]
    fn a_project_without_registry_gains_one_and_names_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let document = folder.path().join("talks.txt");
        let project = Project::load(folder.path(), &Options::default(), None);
        let edits = [variant("ada-vane", "Ada Wane")];
        let changed = project
            .edited(&document, &edits, &on_disk)
            .expect("a change");
        let told: Vec<_> = changed
            .iter()
            .map(|file| {
                let name = file.path.file_name().map(|name| name.to_string_lossy());
                (name.unwrap_or_default().into_owned(), file.after.as_str())
            })
            .collect();
        assert_eq!(
            told,
            [
                (
                    "onrecord.toml".to_owned(),
                    "registries = [\"people.toml\"]\n"
                ),
                (
                    "people.toml".to_owned(),
                    "[[person]]\nid = \"ada-vane\"\nname = \"Ada Vane\"\naliases = [{ text = \"Ada Wane\", kind = \"variant\" }]\n"
                ),
            ]
        );
    }

    #[test]
    fn an_entry_is_changed_where_it_stands() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        std::fs::write(
            at("onrecord.toml"),
            "registries = [\"a.toml\", \"b.toml\"]\n",
        )
        .expect("written");
        std::fs::write(
            at("a.toml"),
            "[[person]]\nid = \"cy\"\nname = \"Cy Dorn\"\n",
        )
        .expect("written");
        let text = "# ours\n[[person]]\nid = \"ada-vane\"\nname = \"Ada Vane\" # of Ruritania\n\n[[person]]\nid = \"bo\"\nname = \"Bo Lind\"\n";
        std::fs::write(at("b.toml"), text).expect("written");
        let project = Project::load(folder.path(), &Options::default(), None);
        let changed = project
            .edited(
                &at("talks.txt"),
                &[variant("ada-vane", "Ada Wane")],
                &on_disk,
            )
            .expect("a change");
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].path, at("b.toml"));
        assert_eq!(changed[0].before.as_deref(), Some(text));
        assert_eq!(
            changed[0].after,
            text.replace(
                "# of Ruritania\n",
                "# of Ruritania\naliases = [{ text = \"Ada Wane\", kind = \"variant\" }]\n"
            )
        );
    }
}
