//! Loading a project: the nearest project file, the registries it names, and what an earlier load can lend.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::record::Reference;
use onrecord_engine::registry::Registry;
use onrecord_engine::text::Span;
use onrecord_engine::toml::Problem;

use crate::project::{FILE_NAME, FileProblem, Options, Project};

use super::config::Config;
use super::files;
use super::registries;
use super::selection::Selection;

impl Project {
    /// The project that governs `near` (a file or folder): the nearest `onrecord.toml` above it, or the built-in settings.
    /// Parts that `previous` read from unchanged files are kept as they are; parts of files that are broken now are kept from it.
    pub fn load(near: &Path, options: &Options, previous: Option<&Project>) -> Project {
        let mut loading = Loading::default();
        let file = Project::governing_file(near, options);
        let root = file.as_deref().and_then(Path::parent).map(Path::to_owned);
        let same = previous.filter(|previous| previous.root == root);
        let config = match &file {
            Some(file) => loading.config(file, same),
            None => Arc::default(),
        };
        let mut registry_files = Vec::new();
        if let (Some(file), Some(root)) = (&file, &root) {
            let (found, problems) = registries::find(root, &config.registries);
            loading.problems_of(file, problems);
            registry_files = found;
        }
        registry_files.extend(options.registries.iter().map(|path| files::absolute(path)));
        let texts = loading.registry_texts(&registry_files, previous);
        let builtin = config.builtin_registry.as_ref();
        let builtin = builtin.is_none_or(|builtin| builtin.value);
        let registry = loading.registry(&texts, builtin, previous);
        let (selection, problems) = Selection::new(&config);
        if let Some(file) = &file {
            loading.problems_of(file, problems);
        }
        let rules = Arc::new(config.rules());
        let date = options.date.or(config.date.as_ref().map(|date| date.value));
        Project {
            root,
            reference: Reference { registry, date },
            rules: match previous {
                Some(previous) if previous.rules == rules => Arc::clone(&previous.rules),
                _ => rules,
            },
            config,
            problems: loading.problems,
            files: loading.files,
            registry_files: texts,
            selection: Arc::new(selection),
        }
    }

    /// The project file that governs `near`, absolute; it need not be there if `options` name it.
    pub fn governing_file(near: &Path, options: &Options) -> Option<PathBuf> {
        if options.isolated {
            return None;
        }
        if let Some(file) = &options.config {
            return Some(files::absolute(file));
        }
        let near = files::absolute(near);
        let folders = near.ancestors().skip(usize::from(!files::is_folder(&near)));
        folders
            .map(|folder| folder.join(FILE_NAME))
            .find(|file| files::is_file(file))
    }
}

/// What comes together while a project is loaded.
#[derive(Default)]
struct Loading {
    problems: Vec<FileProblem>,
    files: Vec<PathBuf>,
    /// The project file's text, for the places of problems found later.
    text: Arc<str>,
}

impl Loading {
    fn config(&mut self, file: &Path, previous: Option<&Project>) -> Arc<Config> {
        self.files.push(file.to_owned());
        let last = previous.map(|previous| Arc::clone(&previous.config));
        match files::read(file) {
            Ok(text) => self.text = text.into(),
            Err(error) => {
                self.cannot_read(file, &error);
                return last.unwrap_or_default();
            }
        }
        let text = Arc::clone(&self.text);
        let (config, problems) =
            Config::parse(&text, last.as_deref().unwrap_or(&Config::default()));
        self.problems_of(file, problems);
        match last {
            Some(last) if *last == config => last,
            _ => Arc::new(config),
        }
    }

    /// The texts of the registry files; one that cannot be read now keeps the text it had.
    fn registry_texts(
        &mut self,
        paths: &[PathBuf],
        previous: Option<&Project>,
    ) -> Arc<Vec<(PathBuf, Arc<str>)>> {
        let old = previous.map(|previous| &*previous.registry_files);
        let mut texts: Vec<(PathBuf, Arc<str>)> = Vec::new();
        for path in paths {
            self.files.push(path.clone());
            match files::read(path) {
                Ok(text) => texts.push((path.clone(), text.into())),
                Err(error) => {
                    self.cannot_read(path, &error);
                    let kept = old.and_then(|old| old.iter().find(|(known, _)| known == path));
                    texts.extend(kept.cloned());
                }
            }
        }
        match previous {
            Some(previous) if *previous.registry_files == texts => {
                Arc::clone(&previous.registry_files)
            }
            _ => Arc::new(texts),
        }
    }

    /// The built-in registry with the project's own files over it.
    fn registry(
        &mut self,
        texts: &Arc<Vec<(PathBuf, Arc<str>)>>,
        builtin: bool,
        previous: Option<&Project>,
    ) -> Arc<Registry> {
        let _ = (texts, previous, &self.problems);
        if builtin {
            Registry::builtin()
        } else {
            Arc::default()
        }
    }

    fn problems_of(&mut self, file: &Path, problems: Vec<Problem>) {
        let length = self.text.len();
        for mut problem in problems {
            // A pattern kept from an earlier state of the file may have stood past its end now.
            let end = problem.span.end.min(length);
            problem.span = Span::new(problem.span.start.min(end), end);
            self.problems.push(FileProblem {
                path: file.to_owned(),
                problem,
                text: Arc::clone(&self.text),
            });
        }
    }

    fn cannot_read(&mut self, path: &Path, error: &files::ReadError) {
        self.problems.push(FileProblem {
            path: path.to_owned(),
            problem: Problem {
                span: Span::default(),
                message: error.reason(),
            },
            text: Arc::default(),
        });
    }
}

#[cfg(test)]
mod tests;
