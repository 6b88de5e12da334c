//! Which registry files a project names: globs that never lead out of its folder.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use onrecord_engine::toml::{Located, Problem};

use super::files;

/// The files that `patterns` name beneath `root`, each once, in the order of the patterns and then of their paths;
/// and what is wrong with the patterns.
pub(super) fn find(root: &Path, patterns: &[Located<String>]) -> (Vec<PathBuf>, Vec<Problem>) {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut problems = Vec::new();
    for pattern in patterns {
        match matching(root, &pattern.value) {
            Ok(files) => {
                for file in files {
                    if !found.contains(&file) {
                        found.push(file);
                    }
                }
            }
            Err(message) => problems.push(Problem {
                span: pattern.span,
                message,
            }),
        }
    }
    (found, problems)
}

fn matching(root: &Path, pattern: &str) -> Result<Vec<PathBuf>, String> {
    if leaves(pattern) {
        return Err(format!("`{pattern}` leads out of the project's folder"));
    }
    // A name with signs of a glob in it is still a name if there is such a file.
    let literal = root.join(pattern);
    let files = if files::is_file(&literal) {
        vec![literal]
    } else if pattern.contains(['*', '?', '[', '{']) {
        let glob = glob(pattern).map_err(|reason| format!("`{pattern}`: {reason}"))?;
        let base = root.join(fixed_part(pattern));
        let (files, _) = files::walk(&base);
        let inside = |file: &PathBuf| {
            file.strip_prefix(root)
                .is_ok_and(|rest| glob.is_match(rest))
        };
        files.into_iter().filter(inside).collect()
    } else {
        return Err(format!("there is no file `{pattern}`"));
    };
    if files.is_empty() {
        return Err(format!("no file matches `{pattern}`"));
    }
    // A link inside the folder may point outside of it.
    match files.iter().find(|file| !files::stays_in(root, file)) {
        Some(file) => Err(format!(
            "`{}` leads out of the project's folder",
            file.strip_prefix(root).unwrap_or(file).display()
        )),
        None => Ok(files),
    }
}

/// A pattern of the project file; `*` stays within a folder, `**` does not, and a slash is a slash on every system.
pub(super) fn glob(pattern: &str) -> Result<GlobMatcher, String> {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    GlobBuilder::new(pattern)
        .literal_separator(true)
        .build()
        .map(|glob| glob.compile_matcher())
        .map_err(|error| error.kind().to_string())
}

/// Whether a pattern could name something outside the folder it is written for.
fn leaves(pattern: &str) -> bool {
    let mut depth = 0_i32;
    for component in Path::new(pattern).components() {
        match component {
            Component::Prefix(_) | Component::RootDir => return true,
            Component::ParentDir => depth -= 1,
            Component::Normal(_) => depth += 1,
            Component::CurDir => {}
        }
        if depth < 0 {
            return true;
        }
    }
    // `a/../**` is odd enough to be refused as well: what it means depends on what `a` is.
    pattern.contains("..") && pattern.contains('*')
}

/// The folders at the start of a pattern that have no sign of a glob in them: where to look.
fn fixed_part(pattern: &str) -> PathBuf {
    let parts = pattern.split('/');
    let fixed = parts.take_while(|part| !part.contains(['*', '?', '[', '{']));
    fixed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_leads_out_is_refused() {
        for pattern in [
            "../people.toml",
            "/etc/people.toml",
            "a/../../b.toml",
            "a/../*.toml",
        ] {
            assert!(leaves(pattern), "{pattern}");
        }
        for pattern in ["people.toml", "./a/*.toml", "a/../b.toml", "**/*.toml"] {
            assert!(!leaves(pattern), "{pattern}");
        }
    }

    #[test]
    fn a_search_starts_where_the_pattern_begins_to_vary() {
        assert_eq!(fixed_part("a/b/*.toml"), PathBuf::from("a/b"));
        assert_eq!(fixed_part("**/*.toml"), PathBuf::new());
    }
}
