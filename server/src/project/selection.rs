//! Which files of a folder are transcripts: by their names, or because the project says so.

use std::path::Path;

use globset::GlobMatcher;
use onrecord_engine::toml::{Located, Problem};

use super::config::Config;
use super::registries::glob;

/// Endings that make a file a transcript without anybody saying so.
const ENDINGS: [&str; 2] = [".transcript", ".transcript.txt"];

/// Endings of files a project can include.
const TEXTS: [&str; 4] = [".md", ".transcript", ".transcript.txt", ".txt"];

/// The patterns of a project file, ready to be asked.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection {
    include: Vec<GlobMatcher>,
    exclude: Vec<GlobMatcher>,
}

impl Selection {
    /// The patterns of `config`, and what is wrong with them; a wrong one names no file.
    pub(super) fn new(config: &Config) -> (Selection, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut compiled = |patterns: &[Located<String>]| {
            let mut globs = Vec::new();
            for pattern in patterns {
                match glob(pattern.value.trim_end_matches('/')) {
                    Ok(glob) => globs.push(glob),
                    Err(reason) => problems.push(Problem {
                        span: pattern.span,
                        message: format!("`{}`: {reason}", pattern.value),
                    }),
                }
            }
            globs
        };
        let selection = Selection {
            include: compiled(&config.include),
            exclude: compiled(&config.exclude),
        };
        (selection, problems)
    }

    /// Whether the file at `path` is a transcript; `inside` is the same path from the project file's folder, if it
    /// lies in it. A pattern that names a folder names everything in it.
    pub(super) fn holds(&self, path: &Path, inside: Option<&Path>) -> bool {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return false;
        };
        let name = name.to_ascii_lowercase();
        let ends = |endings: &[&str]| {
            let mut endings = endings.iter();
            endings.any(|ending| name.len() > ending.len() && name.ends_with(ending))
        };
        let named = |globs: &[GlobMatcher]| {
            inside.is_some_and(|inside| {
                let mut parts = inside.ancestors();
                parts.any(|part| globs.iter().any(|glob| glob.is_match(part)))
            })
        };
        !named(&self.exclude) && (ends(&ENDINGS) || (ends(&TEXTS) && named(&self.include)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(config: &str, path: &str) -> bool {
        let (config, problems) = Config::parse(config, &Config::default());
        assert_eq!(problems, []);
        let (selection, problems) = Selection::new(&config);
        assert_eq!(problems, []);
        selection.holds(&Path::new("/corpus").join(path), Some(path.as_ref()))
    }

    #[test]
    fn without_patterns_the_name_decides() {
        assert!(holds("", "a.transcript.txt") && holds("", "b/A.TRANSCRIPT"));
        assert!(!holds("", "a.txt") && !holds("", "b/a.md") && !holds("", ".transcript"));
    }

    #[test]
    fn include_adds_texts_and_nothing_else() {
        let config = "include = [\"2023/**\", \"notes/*.md\", \"talks/\"]";
        for path in [
            "2023/03/a.txt",
            "2023/a.md",
            "notes/a.md",
            "talks/deep/a.txt",
        ] {
            assert!(holds(config, path), "{path}");
        }
        for path in [
            "2024/a.txt",
            "notes/deep/a.md",
            "notes/a.txt",
            "2023/a.pdf",
            "talks.txt",
        ] {
            assert!(!holds(config, path), "{path}");
        }
    }

    #[test]
    fn exclude_beats_include_and_names() {
        let config = "include = [\"**/*.txt\"]\nexclude = [\"drafts\", \"*.bak.txt\"]";
        assert!(holds(config, "a.txt"));
        for path in ["drafts/a.txt", "drafts/x/a.transcript.txt", "a.bak.txt"] {
            assert!(!holds(config, path), "{path}");
        }
    }

    #[test]
    fn a_broken_pattern_is_told_at_its_place() {
        let (config, _) = Config::parse("include = [\"a.txt\", \"[a\"]", &Config::default());
        let (_, problems) = Selection::new(&config);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].span.start, 20);
    }
}
