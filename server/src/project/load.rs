//! Loading a project: the nearest project file, the registries it names, and what an earlier load can lend.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use onrecord_engine::record::Reference;
use onrecord_engine::text::Span;
use onrecord_engine::toml::Problem;

use crate::project::{FILE_NAME, FileProblem, Options, Project};

use super::config::Config;
use super::files;
use super::layers::Layers;
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
        let mut config: Arc<Config> = Arc::default();
        let mut registry_files = Vec::new();
        let mut selection = Selection::default();
        if let (Some(file), Some(root)) = (&file, &root) {
            config = loading.config(file, same);
            (registry_files, selection) = loading.named(file, root, &config);
        }
        registry_files.extend(options.registries.iter().map(|path| files::absolute(path)));
        let builtin = config.builtin_registry.as_ref();
        let builtin = builtin.is_none_or(|builtin| builtin.value);
        let layers = Layers::load(&registry_files, builtin, previous.map(|old| &*old.layers));
        loading.files.extend(registry_files);
        for (path, text, problem) in layers.problems() {
            loading.problem(path, text, problem.clone());
        }
        let rules = Arc::new(config.rules());
        Project {
            root,
            reference: Reference {
                registry: Arc::clone(&layers.registry),
                date: options.date.or(config.date.as_ref().map(|date| date.value)),
                style: Arc::new(config.labels.style()),
                language: config.language.as_ref().map(|language| language.value),
            },
            rules: match previous {
                Some(previous) if previous.rules == rules => Arc::clone(&previous.rules),
                _ => rules,
            },
            config,
            problems: loading.problems,
            files: loading.files,
            layers: Arc::new(layers),
            selection: Arc::new(selection),
        }
    }

    /// What is wrong in the project file if it says `text`. Looks for the files it names.
    pub fn problems_in(file: &Path, text: Arc<str>) -> Vec<FileProblem> {
        let mut loading = Loading {
            text,
            ..Loading::default()
        };
        let (config, problems) = Config::parse(&loading.text, &Config::default());
        loading.problems_of(file, problems);
        loading.named(file, file.parent().unwrap_or(Path::new("")), &config);
        loading.problems
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
                let problem = Problem {
                    span: Span::default(),
                    message: error.reason(),
                };
                self.problem(file, &Arc::default(), problem);
                return last.unwrap_or_default();
            }
        }
        let unwritten = Config::default();
        let (config, problems) = Config::parse(&self.text, last.as_deref().unwrap_or(&unwritten));
        self.problems_of(file, problems);
        match last {
            Some(last) if *last == config => last,
            _ => Arc::new(config),
        }
    }

    /// The registry files and the choice of transcripts that a project file in `root` names.
    fn named(&mut self, file: &Path, root: &Path, config: &Config) -> (Vec<PathBuf>, Selection) {
        let (registry_files, problems) = registries::find(root, &config.registries);
        self.problems_of(file, problems);
        let (selection, problems) = Selection::new(config);
        self.problems_of(file, problems);
        (registry_files, selection)
    }

    /// Takes the problems of the project file.
    fn problems_of(&mut self, file: &Path, problems: Vec<Problem>) {
        let text = Arc::clone(&self.text);
        for problem in problems {
            self.problem(file, &text, problem);
        }
    }

    fn problem(&mut self, file: &Path, text: &Arc<str>, mut problem: Problem) {
        // A value kept from an earlier state of the file may have stood past its end now.
        let end = problem.span.end.min(text.len());
        problem.span = Span::new(problem.span.start.min(end), end);
        self.problems.push(FileProblem {
            path: file.to_owned(),
            problem,
            text: Arc::clone(text),
        });
    }
}

#[cfg(test)]
mod tests;
